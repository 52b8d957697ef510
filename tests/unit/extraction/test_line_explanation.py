"""Why a line of minutes was read as it was."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.documents import parse_locator
from pipelines.extraction.explanation import read_again
from pipelines.extraction.line_explanation import LineTold, explain_lines

PAPER = b"""Minutes of the Ferry Committee held on 3 March 2017

Present: Cllr Ann Fenn (Chair), Cllr Cy Moss

Mr Jo Reed was late.

1. Apologies for absence

Cllr Di Sedge

2. The pier

The Committee agreed to mend it.

Mrs Bo Larch and Mr Ed Broom

It rained.
"""


def told(locator: str) -> LineTold:
    (line,) = explain_lines(read_again(PAPER, "paper.txt"), parse_locator(locator))
    return line


def test_a_line_tells_its_label_its_names_and_its_rows() -> None:
    line = told("l3")
    assert line.meeting == "Ferry Committee, 2017-03-03"
    assert line.marks == ("label “present”", "below a label for present, member")
    assert line.names == ("Ann Fenn (title Cllr, role chair)", "Cy Moss (title Cllr)")
    assert [(each["table"], each["councillor_name"]) for each in line.facts] == [
        ("attendance", "Ann Fenn"),
        ("attendance", "Cy Moss"),
    ]
    assert line.reason is None


@pytest.mark.parametrize(
    ("locator", "reason"),
    [
        ("l5", "it is a sentence that does not say who came or sent apologies"),
        ("l15", "no label above its names says who came or sent apologies"),
        ("l17", "it has no name, no label, no number and no word for a decision"),
    ],
)
def test_a_line_without_rows_says_why(locator: str, reason: str) -> None:
    line = told(locator)
    assert (line.facts, line.reason) == ((), reason)


def test_without_a_place_lines_with_rows_or_names_are_told() -> None:
    found = explain_lines(read_again(PAPER, "paper.txt"))
    assert [line.locator for line in found] == ["l1", "l3", "l7", "l9", "l11", "l13"]


def test_the_command_prints_lines(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_bytes(PAPER)
    shown = CliRunner().invoke(main, ["explain", str(paper), "l11"])
    assert shown.output.splitlines()[:3] == [
        "Line at l11: 2. The pier",
        "  Minutes: Ferry Committee, 2017-03-03",
        "  Mark: number 2",
    ]
