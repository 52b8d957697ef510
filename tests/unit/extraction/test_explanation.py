"""Why a table was read as it was: readings with costs, roles, sums, what was set aside."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.documents import Span, parse_locator
from pipelines.extraction.explanation import explain_tables, read_again
from tests.unit.readers.pdf_files import pdf_of, table

PAPER = """Improvement & Innovation Board

26 March 2019

Leadership programmes 2018/19: councillors who took part

Political group\tLA\tNG\tTotal
Conservative\t11\t5\t16
Labour\t14\t6\t20
Total\t25\t12\t36
"""


def test_a_table_says_its_roles_its_sums_and_what_its_rows_gave() -> None:
    (told,) = explain_tables(read_again(PAPER.encode(), "paper.txt"))
    assert [column.role for column in told.columns] == ["label", "count", "count", "count"]
    assert {each.gap for each in told.sums} == {"0", "-1", "1"}
    first = told.rows[0]
    assert first.cells == ("Conservative", "11", "5", "16")
    assert first.proofs["2"] == "sums_hold"
    assert {fact["table"] for fact in first.facts} == {"leadership_stats"}


def test_a_pdf_says_by_what_its_cells_were_parted_and_at_what_cost() -> None:
    rows = [line.split("\t") for line in PAPER.splitlines()[6:]]
    page = table(rows, (72.0, 200.0, 260.0, 320.0, 400.0))
    (told,) = explain_tables(read_again(pdf_of(page), "paper.pdf"))
    (taken,) = [each for each in told.readings if each.is_taken]
    assert taken.how == "one line of heads"
    assert taken.cost == min(each.cost for each in told.readings)


@pytest.mark.parametrize(
    ("locator", "span"),
    [
        ("p7:l12-l15", Span(12, 15, 7)),
        ("l265", Span(265, 265)),
        ("p7", Span(1, 10**9, 7)),
        ("line 3", None),
        ("", None),
    ],
)
def test_locators(locator: str, span: Span | None) -> None:
    assert parse_locator(locator) == span


def test_the_command_explains_a_file_as_text_and_as_json(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text(PAPER, encoding="utf-8")
    shown = CliRunner().invoke(main, ["explain", str(paper)])
    assert shown.exit_code == 0
    assert any(line.strip().startswith("Printed sums:") for line in shown.output.splitlines())
    told = CliRunner().invoke(main, ["explain", str(paper), "l9", "--json"])
    assert [each["locator"] for each in json.loads(told.output)] == ["l8 to l10"]
    none = CliRunner().invoke(main, ["explain", str(paper), "l2"])
    assert none.output.endswith("has no line, sentence or table at this place.\n")


def test_a_paper_that_is_not_there_is_bad_usage(tmp_path: Path) -> None:
    missing = CliRunner().invoke(main, ["explain", "nowhere.txt", "--raw", str(tmp_path)])
    assert missing.exit_code == 2
    assert "nowhere.txt is not there" in missing.output
