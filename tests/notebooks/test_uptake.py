"""The notebook runs from top to bottom on the warehouse of the sample papers."""

import importlib.util
from pathlib import Path

import pytest

from pipelines.runtime.places import REPOSITORY
from tests.cookbook.cookbook import build_sample_warehouse

NOTEBOOK = REPOSITORY / "notebooks" / "uptake.py"


def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("marimo", reason="marimo is not installed: pip install marimo altair")
    monkeypatch.setenv("BOARDPAPERS_WAREHOUSE", str(build_sample_warehouse(tmp_path)))
    spec = importlib.util.spec_from_file_location("uptake_notebook", NOTEBOOK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, found = module.app.run()
    assert set(found["uptake"]["part"]) >= {"Wales", "South East"}
    assert found["uptake"]["councillors"].sum() > 0
    assert found["cells"]["quote"].notna().all()
