"""What is read again after which change."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from pipelines.runtime import versions
from pipelines.runtime.places import REFERENCE, REPOSITORY
from pipelines.runtime.versions import EXTRACTION_SOURCES, code_version, warehouse_version

# Prints each module of ours that extraction comes to import.
IMPORTED = """
import sys, pipelines.extraction.extract
for name, module in sorted(sys.modules.items()):
    if name.startswith("pipelines.") and not module.__file__.endswith("__init__.py"):
        print(module.__file__)
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("pipelines", "models", "expectations", "data/reference"):
        copytree(REPOSITORY / name, tmp_path / name)
    monkeypatch.setattr(versions, "PACKAGE", tmp_path / "pipelines")
    monkeypatch.setattr(versions, "MODELS", tmp_path / "models")
    monkeypatch.setattr(versions, "EXPECTATIONS", tmp_path / "expectations")
    return tmp_path


def test_every_module_that_extraction_imports_counts() -> None:
    run = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    package = REPOSITORY / "pipelines"
    counted = {path for pattern in EXTRACTION_SOURCES for path in package.glob(pattern)}
    assert {Path(line) for line in run.stdout.splitlines()} - counted == set()


@pytest.mark.parametrize(
    ("changed", "reads_again", "builds_again"),
    [
        pytest.param("pipelines/notation/dates.py", True, True, id="an extractor"),
        pytest.param("data/reference/councils.csv", True, True, id="a register"),
        pytest.param("models/core/meetings.sql", False, True, id="a model"),
        pytest.param("expectations/meetings.yml", False, True, id="a suite"),
        pytest.param("pipelines/warehouse/build.py", False, True, id="the builder"),
        pytest.param("data/reference/notes.txt", False, False, id="a file beside the registers"),
    ],
)
def test_a_change_has_what_depends_on_it_made_again(
    repository: Path, changed: str, reads_again: bool, builds_again: bool
) -> None:
    reference = repository / "data" / "reference"
    before = code_version(reference), warehouse_version(reference)
    with (repository / changed).open("a") as file:
        file.write("\n")
    after = code_version(reference), warehouse_version(reference)
    assert (before[0] != after[0], before[1] != after[1]) == (reads_again, builds_again)


def test_the_same_sources_elsewhere_have_the_same_version(repository: Path) -> None:
    copied = code_version(repository / "data" / "reference")
    assert copied == code_version(REFERENCE)
