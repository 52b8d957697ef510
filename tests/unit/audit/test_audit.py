from pathlib import Path

import duckdb
import pytest

from pipelines.audit.audit import CheckResult, FailingRow, audit
from pipelines.audit.checks import RuleCounts, Tally, judge
from pipelines.audit.suites import Rule
from pipelines.audit.validation import FrameValidator, Outcome
from pipelines.schema.tables import TABLES

PAPER = "00c0ffee00c0ffee"


@pytest.fixture
def candidate(tmp_path: Path) -> Path:
    """A warehouse of two tables: three boards, and pages of a paper that it does not hold."""
    path = tmp_path / "candidate.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            f"""
            create table boards (
                board_id varchar, name varchar, body_name varchar, body_council_id varchar,
                successor_board_id varchar
            );
            insert into boards (board_id, name, successor_board_id) values
                ('one-board', 'One Board', null),
                ('two-board', 'Two Board', 'Three Board'),
                ('three-board', null, null);
            create table councils (council_id varchar);
            create table papers (paper_id varchar);
            create table paper_pages (
                paper_id varchar, page_no varchar, characters integer, method varchar,
                is_empty boolean
            );
            insert into paper_pages values ('{PAPER}', '1', 4, 'text', false);
            """
        )
    return path


def test_failures_name_the_rows(candidate: Path) -> None:
    report = audit(candidate, ["boards"])
    assert [(result.message, result.failing_rows) for result in report.failures] == [
        (
            "boards.name: expect_column_values_to_not_be_null: 1 of 3 rows fail",
            (FailingRow(None, None, "board_id=three-board, name=None"),),
        ),
        (
            "boards.successor_board_id: expect_column_values_to_match_regex: 1 of 3 rows fail",
            (FailingRow(None, None, "board_id=two-board, successor_board_id=Three Board"),),
        ),
    ]
    assert report.crashed == ()


def test_no_more_rows_are_shown_than_a_reader_looks_at(candidate: Path) -> None:
    with duckdb.connect(str(candidate)) as connection:
        connection.execute("insert into boards (board_id) select 'board-' || i from range(30) t(i)")
    (named, *_) = audit(candidate, ["boards"]).failures
    assert named.observed == "31 of 33 rows fail"
    assert len(named.failing_rows) == 20
    assert named.keys is not None
    assert named.keys.height == 31


def test_a_check_that_raises_is_a_crash_and_not_a_failure_of_the_rows(candidate: Path) -> None:
    report = audit(candidate, ["paper_pages"])
    assert [result.message for result in report.crashed] == [
        "paper_pages.page_no: expect_column_values_to_be_between: the check crashed: "
        "BinderException: Binder Error: Cannot compare values of type VARCHAR and type "
        "INTEGER_LITERAL - an explicit cast is required"
    ]
    assert [(result.expectation, result.crashed) for result in report.failures] == [
        ("column_types", False),
        ("foreign_key", False),
        ("expect_column_values_to_be_between", True),
    ]
    assert not report.ok


def test_a_count_that_the_library_does_not_see_is_a_crash(candidate: Path) -> None:
    class Blind(FrameValidator):
        def validate(self, *_: object) -> list[Outcome]:
            return [Outcome(is_evaluated=True, rows=2)]

    boards = TABLES["boards"]
    tallies = [
        Tally(boards, Rule(name, "select 1"), faulty=found) for name, found in (("a", 0), ("b", 1))
    ]
    judge(Blind(), tallies)
    assert [tally.result().crashed for tally in tallies] == [False, True]


def test_a_rule_that_cannot_run_is_a_crash(candidate: Path) -> None:
    with duckdb.connect(str(candidate)) as connection:
        connection.execute("drop table papers")
    (crash,) = (
        result
        for result in audit(candidate, ["paper_pages"]).crashed
        if result.expectation == "foreign_key"
    )
    assert crash.message.startswith(
        "paper_pages.paper_id: foreign_key: the check crashed: CatalogException: "
    )
    assert not crash.success


def test_a_column_that_is_gone_is_a_crash(candidate: Path) -> None:
    with duckdb.connect(str(candidate)) as connection:
        connection.execute("alter table boards drop name")
    report = audit(candidate, ["boards"])
    assert {(result.column, result.exception) for result in report.crashed} == {
        (
            "name",
            'BinderException: Binder Error: Referenced column "name" not found in FROM clause!\n'
            'Candidate bindings: "board_id"',
        ),
        (
            None,
            'BinderException: Binder Error: Referenced column "name" not found in FROM clause!\n'
            'Candidate bindings: "board_id"',
        ),
    }


def test_a_table_that_is_gone_is_a_failure(candidate: Path) -> None:
    report = audit(candidate, ["coverage", "meetings"])
    assert [result.message for result in report.failures] == [
        f"{name}: table_exists: "
        "the candidate has no such table, so that nothing else of it was checked"
        for name in ("coverage", "meetings")
    ]


def test_a_table_that_nobody_declared_cannot_be_checked(candidate: Path) -> None:
    with pytest.raises(ValueError, match=r"^Not in the contract: \['seats'\]. It has: papers, "):
        audit(candidate, ["seats"])


def test_there_must_be_a_warehouse(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="There is no warehouse to check at"):
        audit(tmp_path / "none.duckdb")


def test_no_file_is_written(candidate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(candidate.parent)
    audit(candidate, ["boards"])
    assert [path.name for path in candidate.parent.iterdir()] == ["candidate.duckdb"]


def test_nothing_is_drawn_on_the_output(candidate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = []

    def look(counts: RuleCounts, *_: object) -> list[CheckResult]:
        setting = "select current_setting('enable_progress_bar')"
        settings.append(counts.connection.execute(setting).fetchone())
        return []

    monkeypatch.setattr("pipelines.audit.audit._check_table", look)
    audit(candidate, ["papers"])
    assert settings == [(False,)]
