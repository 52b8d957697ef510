"""The Dagster face against a short committed text."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration.definitions import build_defs

REPOSITORY = Path(__file__).resolve().parents[2]
# Regenerate: python tests/system/test_definitions.py > tests/system/definitions.txt, and read
# the difference line by line.
EXPECTED = Path(__file__).with_name("definitions.txt")


def describe(definitions: dg.Definitions) -> str:
    """Assets with what they read, their checks, jobs, schedules and sensors, one a line."""
    repository = definitions.get_repository_def()
    graph = repository.asset_graph
    lines = []
    for key in sorted(graph.get_all_asset_keys()):
        node = graph.get(key)
        reads = " ".join(sorted(parent.to_user_string() for parent in node.parent_keys))
        lines.append(f"asset {key.to_user_string()} [{node.group_name}] < {reads}".rstrip(" <"))
    blocking = Counter(
        (key.asset_key.to_user_string(), graph.get_check_spec(key).blocking)
        for key in graph.asset_check_keys
    )
    lines += [
        f"checks of {name}: {blocking[name, True]} block, {blocking[name, False]} do not"
        for name in sorted({name for name, _ in blocking})
    ]
    lines += [f"job {name}" for name in sorted(repository.job_names) if not name.startswith("__")]
    lines += [
        f"schedule {schedule.name}: {schedule.cron_schedule} {schedule.execution_timezone}"
        f" > {schedule.job_name}"
        for schedule in repository.schedule_defs
    ]
    lines += [f"sensor {sensor.name}" for sensor in repository.sensor_defs]
    return "\n".join(lines) + "\n"


@pytest.fixture
def definitions(raw: Path, tmp_path: Path) -> dg.Definitions:
    out = tmp_path / "out"
    return build_defs(
        raw=raw, warehouse=out / "w.duckdb", reports=out / "reports", site=out / "site"
    )


def test_definitions_are_those_of_the_committed_text(definitions: dg.Definitions) -> None:
    assert describe(definitions) == EXPECTED.read_text(encoding="utf-8")


def test_every_asset_of_ours_has_owner_kind_and_description(definitions: dg.Definitions) -> None:
    graph = definitions.get_repository_def().asset_graph
    silent = [
        key.to_user_string()
        for key in graph.get_all_asset_keys()
        if not (graph.get(key).owners and graph.get(key).kinds and graph.get(key).description)
    ]
    assert silent == []


def test_dagster_itself_accepts_the_workspace(tmp_path: Path) -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("dagster"), "definitions", "validate", "-w",
         REPOSITORY / "workspace.yaml"],
        capture_output=True, text=True, check=False, cwd=REPOSITORY,
        env={**os.environ, "DAGSTER_HOME": str(tmp_path)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


if __name__ == "__main__":
    sys.stdout.write(describe(build_defs()))
