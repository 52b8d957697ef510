"""What invented papers tell in two ways, and what only looks so."""

import pytest

from pipelines.extractors.findings.repeated_figures import read_told_figures
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.prose.statements import read_paragraphs
from tests.unit.extractors.papers import document_of

SUMMARY = "By the end of March 2031 a total of 64 members from 31 harbours had been to a workshop."


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param(
            f"{SUMMARY}\n\nBackground\n\n1. {SUMMARY.replace('64', '46')}\n",
            [(SUMMARY, "64", "46", "l5")],
            id="one sentence twice with another number",
        ),
        pytest.param(f"{SUMMARY}\n\nBackground\n\n1. {SUMMARY}\n", [], id="told alike"),
        pytest.param(
            f"{SUMMARY}\n\n{SUMMARY.replace('2031', '2032').replace('64', '46')}\n",
            [],
            id="another year",
        ),
        pytest.param(
            "The 4 of pier 5 and the 6 of pier # spoke of dues and of walls and quays.\n\n"
            "The 4 of pier # and the 6 of pier # spoke of dues and of walls and quays.\n",
            [],
            id="a mark where another sentence has a number",
        ),
        pytest.param(
            "The number of posts will fall from 90 to 61 in May.\n\n"
            "Most of the 64 staff in the new organisation will work by the harbour.\n",
            [("people in the new organisation", "61", "64", "l3")],
            id="posts and staff",
        ),
        pytest.param(
            "The new structure will be in place from 1 May 2031.\n\n"
            "The new organisation will be in place by 1 June.\n",
            [("start of the new organisation", "1 may", "1 june", "l3")],
            id="two days",
        ),
    ],
)
def test_figures_told_twice(text: str, findings: list[tuple[str, str, str, str]]) -> None:
    found = read_told_figures(
        read_paragraphs(document_of(text)), load_registers(REFERENCE).restated_subjects
    )

    assert [
        (each.subject, each.expected, each.observed, each.locator) for each in found
    ] == findings
