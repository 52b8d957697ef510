import pickle
from dataclasses import replace

import pytest

from pipelines.audit.audit_report import AuditReport, CheckResult

PASSED = CheckResult("boards", "unique_key", "board_id", "error", True, True, "0 rows fail")
FAILED = replace(PASSED, success=False, observed="2 rows fail")
WARNED = replace(FAILED, severity="warning")
RAISED = replace(WARNED, evaluated=False, exception="no such column", observed="it crashed")
SKIPPED = replace(WARNED, evaluated=False, observed="the check was not evaluated")


@pytest.mark.parametrize(
    ("results", "failures", "warnings", "crashed"),
    [
        pytest.param((PASSED,), (), (), (), id="all passed"),
        pytest.param((PASSED, WARNED), (), (WARNED,), (), id="a warning forbids nothing"),
        pytest.param((FAILED, WARNED), (FAILED,), (WARNED,), (), id="an error forbids"),
        pytest.param(
            (RAISED, SKIPPED),
            (RAISED, SKIPPED),
            (),
            (RAISED, SKIPPED),
            id="a crash forbids whatever the severity",
        ),
    ],
)
def test_report(
    results: tuple[CheckResult, ...],
    failures: tuple[CheckResult, ...],
    warnings: tuple[CheckResult, ...],
    crashed: tuple[CheckResult, ...],
) -> None:
    report = AuditReport(results)
    assert (report.failures, report.warnings, report.crashed) == (failures, warnings, crashed)
    assert report.ok == (not failures)


def test_a_report_tells_the_checks_of_one_table() -> None:
    other = replace(PASSED, table="papers")
    assert AuditReport((PASSED, other)).of_table("papers") == (other,)


def test_a_result_is_one_line() -> None:
    assert FAILED.message == "boards.board_id: unique_key: 2 rows fail"
    assert replace(FAILED, column=None).message == "boards: unique_key: 2 rows fail"


def test_a_report_travels_between_processes() -> None:
    report = AuditReport((FAILED,))
    assert pickle.loads(pickle.dumps(report)) == report
