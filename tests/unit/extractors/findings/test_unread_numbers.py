"""Numbers beside words about programmes, peer challenges or councillors that gave no row."""

import pytest

from pipelines.extraction.subjects import read_subjects
from pipelines.schema.records import Finding, PaperRecord
from tests.unit.extractors.papers import PAPER, document_of
from tests.unit.extractors.reports import REGISTERS

HEAD = "Improvement & Innovation Board\n\n26 March 2019\n\n"
READ = "In 2018/19 74 councillors took part in the Leadership Academy."
UNREAD = "Some 31 councillors objected to the new arrangements for parking."


def read(text: str) -> tuple[int, list[Finding]]:
    subjects = read_subjects(document_of(HEAD + text), REGISTERS, PAPER)
    (paper,) = subjects["papers"]
    assert isinstance(paper, PaperRecord)
    findings = [each for each in subjects["findings"] if isinstance(each, Finding)]
    return paper.numbers_unread, [each for each in findings if each.rule == "numbers_unread"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nothing is counted here.", 0, id="no number"),
        pytest.param(READ, 0, id="a row took it"),
        pytest.param("The board agreed that 23 councils are in intervention.", 1, id="no verb"),
        pytest.param("12 councils did not take part in the Leadership Academy.", 1, id="denied"),
        pytest.param(
            "The 41 councillors will be asked, and 7 councils are inadequate.", 2, id="two numbers"
        ),
        pytest.param("The grant was £42,000 and the meeting took 3 hours.", 0, id="other roles"),
        pytest.param("12 Councils in intervention\n\nAll is well here.", 0, id="a heading"),
        pytest.param("We offer one corporate peer challenge to each council.", 0, id="an offer"),
        pytest.param(
            "Two councils, Kent and Medway, had a corporate peer challenge in 2017/18.",
            0,
            id="those counted are named",
        ),
        pytest.param(
            f"{READ} 74 councils have been found to be inadequate.",
            1,
            id="another sentence of the line has the same number",
        ),
    ],
)
def test_numbers_without_a_row_are_counted(text: str, expected: int) -> None:
    count, findings = read(text)
    assert count == expected
    assert len(findings) == bool(expected)


def test_a_paper_has_one_finding_at_the_first_of_its_numbers() -> None:
    second = "Another 8 councils are rated as inadequate by the inspectors."
    count, findings = read(f"{READ}\n\n23 councils are in intervention.\n\n{second}")
    assert count == 2
    assert findings == [
        Finding(
            rule="numbers_unread",
            table_name="sentences",
            subject=READ,
            expected=None,
            observed="2",
            locator="l7",
            quote="23 councils are in intervention.",
        )
    ]


def test_a_table_is_no_sentence() -> None:
    table = "Region\tLA\tTotal\nWales\t11\t11\nLondon\t14\t14\nTotal\t25\t25\n"
    assert read(f"Councillors who took part in 2018/19\n\n{table}") == (0, [])
