"""A first refresh that is refused leaves no warehouse, and every command says so."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest
from click.testing import CliRunner

from pipelines.audit.audit_report import AuditReport, CheckResult
from pipelines.cli.main import main
from pipelines.orchestration.definitions import JOB_NAME, build_defs
from pipelines.runtime.limits import Room
from tests.soak.sound_audit import SoundAudit
from tests.system.command import boardpapers

BROKEN = CheckResult("papers", "unique_key", "paper_id", "error", False, True, "2 rows fail")
DOUBTED = CheckResult("papers", "row_count", None, "warning", False, True, "1 of 2 rows fail")


class RefusingAudit(SoundAudit):
    """Finds one fault and one warning."""

    def audit(self, candidate: Path) -> AuditReport:
        assert candidate.is_file()
        return AuditReport((BROKEN, DOUBTED))


@pytest.fixture(autouse=True)
def refusing_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def refusing(_: Room) -> Iterator[SoundAudit]:
        yield RefusingAudit()

    monkeypatch.setattr("pipelines.refresh.refresh.prepared_audit", refusing)


def refused_refresh(raw: Path, warehouse: Path) -> str:
    arguments = ["refresh", "--raw", str(raw), "--warehouse", str(warehouse)]
    run = CliRunner().invoke(main, arguments)
    assert run.exit_code == 1
    return run.stdout


def test_the_refresh_says_that_there_still_is_no_warehouse(raw: Path, tmp_path: Path) -> None:
    warehouse, candidate = tmp_path / "w.duckdb", tmp_path / "w.candidate.duckdb"
    assert refused_refresh(raw, warehouse).splitlines()[-2:] == [
        f"Nothing was published. 1 check failed. {warehouse} does not exist yet. The candidate "
        f"stays for inspection at {candidate}.",
        "  papers.paper_id: unique_key: 2 rows fail",
    ]


def test_the_status_names_the_candidate_and_its_checks(raw: Path, tmp_path: Path) -> None:
    warehouse, candidate = tmp_path / "w.duckdb", tmp_path / "w.candidate.duckdb"
    refused_refresh(raw, warehouse)
    run = boardpapers("status", "--raw", raw, "--warehouse", warehouse, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (2, "")
    assert run.stdout.splitlines() == [
        f"Nothing is published yet at {warehouse}. The candidate was refused: 1 checks failed.",
        "  error: papers.paper_id: unique_key: 2 rows fail",
        f"Look at the rows at fault: boardpapers check --warehouse {candidate}. Take the paper "
        "that brought them out of the folder, and refresh again.",
    ]


def test_the_status_tells_a_script_the_same(raw: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    refused_refresh(raw, warehouse)
    run = boardpapers("status", "--warehouse", warehouse, "--json", cwd=tmp_path)
    assert (run.returncode, json.loads(run.stdout)) == (
        2,
        {
            "warehouse": str(warehouse),
            "build_id": None,
            "candidate": str(tmp_path / "w.candidate.duckdb"),
            "refused": [
                {
                    "table": "papers",
                    "column": "paper_id",
                    "check": "unique_key",
                    "severity": "error",
                    "observed": "2 rows fail",
                    "exception": None,
                }
            ],
        },
    )


@pytest.mark.usefixtures("quick_audit")
def test_a_candidate_that_no_check_refused_is_none(raw: Path, tmp_path: Path) -> None:
    arguments = ["refresh", "--raw", str(raw), "--warehouse", str(tmp_path / "w.duckdb")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    # As a refresh leaves it that is killed before it publishes.
    (tmp_path / "w.duckdb").rename(tmp_path / "w.candidate.duckdb")
    run = boardpapers("status", "--warehouse", tmp_path / "w.duckdb", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"Error: The warehouse {tmp_path / 'w.duckdb'} is not there. ")


@pytest.mark.usefixtures("few_checks")
def test_the_failed_run_says_so_in_dagster(raw: Path, tmp_path: Path) -> None:
    warehouse, candidate = tmp_path / "w.duckdb", tmp_path / "w.candidate.duckdb"
    definitions = build_defs(
        raw=raw, warehouse=warehouse, reports=tmp_path / "reports", site=tmp_path / "site"
    )
    job = definitions.resolve_job_def(JOB_NAME)
    with dg.DagsterInstance.ephemeral() as instance:
        run = job.execute_in_process(instance=instance, raise_on_error=False)
    (failure,) = [event for event in run.all_events if event.is_step_failure]
    assert failure.step_failure_data.user_failure_data is not None
    assert failure.step_failure_data.user_failure_data.description == (
        f"Nothing was published. 1 check failed. {warehouse} does not exist yet. "
        f"The candidate stays for inspection at {candidate}."
    )
