"""The sentences of a paper, and the headings and lead-ins that they lean on."""

import pytest

from pipelines.structures.prose.statements import (
    LONGEST_HEADING,
    MARKED_HEADINGS,
    MOST_HEADINGS,
    Statement,
    is_heading,
    read_paragraphs,
    read_statements,
)
from tests.unit.structures.paper import blocks, document


def statements(*lines: str) -> list[Statement]:
    return read_statements(read_paragraphs(document("\n\n".join(lines))))


def last(*lines: str) -> Statement:
    return statements(*lines)[-1]


def test_a_paragraph_is_cut_into_sentences_and_tables_are_left_out() -> None:
    paragraphs = read_paragraphs(document("Piers\n\nA\tB\n\n4. They stand. They hold."))
    assert [(each.position, [one.text for one in each.sentences]) for each in paragraphs] == [
        (0, ["Piers"]),
        (2, ["They stand.", "They hold."]),
    ]


def test_a_sentence_leans_on_those_before_it_in_its_paragraph() -> None:
    assert [each.text for each in last("It rained.", "They stand. They hold. All do.").before] == [
        "They stand.",
        "They hold.",
    ]


def test_a_heading_leans_on_itself() -> None:
    statement = last("Piers", "It rained.", "Quays")
    assert (statement.heading, statement.is_heading) == ("Quays", True)
    assert last("It rained.").heading == ""


@pytest.mark.parametrize(
    ("above", "headings"),
    [
        (["Piers", "Background"], ["Piers"]),
        (["Piers", "2.1 Next steps"], ["Piers"]),
        (["Piers", "Background of piers"], ["Background of piers", "Piers"]),
        (["Venue: Town Hall"], []),
    ],
)
def test_headings_name_a_subject(above: list[str], headings: list[str]) -> None:
    assert [each.text for each in last(*above, "It rained.").headings] == headings


def test_a_sentence_has_the_nearest_headings() -> None:
    above = [f"Pier {number}" for number in range(MOST_HEADINGS + 1)]
    assert [each.text for each in last(*above, "It rained.").headings] == above[:0:-1]


@pytest.mark.parametrize(
    ("marked", "heading"), [(MARKED_HEADINGS - 1, "Quay"), (MARKED_HEADINGS, "Pier")]
)
def test_a_paper_that_marks_its_headings_has_no_others(marked: int, heading: str) -> None:
    assert last(*["## Pier"] * marked, "Quay", "It rained.").heading == heading


@pytest.mark.parametrize(
    ("lines", "lead_in"),
    [
        (["We will:", "- mend the pier"], "We will:"),
        (["We will:", "mend the pier"], "We will:"),
        (["We will:", "- mend it:", "- and the quay"], "We will:"),
        (["We will:", "It rained."], None),
        (["We will:", "- 7. The pier stands."], None),
        (["We will.", "- mend the pier"], None),
        (["We will:", "Piers", "- mend the pier"], None),
    ],
)
def test_a_lead_in_opens_a_list(lines: list[str], lead_in: str | None) -> None:
    found = last(*lines).lead_in
    assert (found.text if found else None) == lead_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## the pier of Weir.", True),
        ("The pier of Weir", True),
        ("The pier of Weir.", False),
        ("the pier of Weir", False),
        ("Officer: Ann Fenn", False),
        ("- The pier of Weir", False),
        ("2017/18", False),
        ("Pier ".ljust(LONGEST_HEADING, "s"), True),
        ("Pier ".ljust(LONGEST_HEADING + 1, "s"), False),
    ],
)
def test_a_heading_is_marked_or_a_short_line_without_a_stop(text: str, expected: bool) -> None:
    (block,) = blocks(text)
    assert is_heading(block) is expected


@pytest.mark.parametrize(
    ("above", "headings"),
    [
        pytest.param(["4. Piers", "5. Quays"], ["5. Quays"], id="alike"),
        pytest.param(["4. Piers", "4.1 Quays"], ["4.1 Quays", "4. Piers"], id="below"),
        pytest.param(["4. Piers", "4.1 Quays", "12. Locks"], ["12. Locks"], id="above"),
        pytest.param(["4. Piers", "4.1 Quays", "4.2 Locks"], ["4.2 Locks", "4. Piers"], id="both"),
        pytest.param(["4. Piers", "Quays"], ["Quays", "4. Piers"], id="without a number"),
    ],
)
def test_a_heading_ends_those_that_are_numbered_alike(
    above: list[str], headings: list[str]
) -> None:
    assert [each.text for each in last(*above, "It rained.").headings] == headings


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["1 Piers were built.", "2 Piers fell."], "Piers fell.", id="goes on"),
        pytest.param(["It rained.", "7 Piers fell."], "7 Piers fell.", id="a count"),
    ],
)
def test_a_bare_number_that_goes_on_with_another_counts_nothing(
    lines: list[str], text: str
) -> None:
    assert last(*lines).sentence.text == text
