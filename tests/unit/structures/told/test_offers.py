"""The programme, event or support that those counted took part in."""

import pytest

from pipelines.structures.told.offers import clause_of, find_offer
from tests.unit.structures.paper import registers
from tests.unit.structures.read import last


def offer(
    *blocks: str, previous: tuple[str, ...] = (), title: str | None = None
) -> tuple[str | None, str] | None:
    """Register's id and name of the offer of the last number."""
    sentence = last(*blocks)
    counted = sentence.told[-1].counted
    place = (counted.count.start, sentence.marks.end_of(counted.after))
    clause = clause_of(sentence.marks.text, place[0], sentence.breaks)
    found = find_offer(
        sentence.statement, place, clause, previous, title, registers(), sentence.terms
    )
    return (found.programme_id, found.name) if found else None


CYBER = ("cyber-360", "Cyber 360")
TIDE = (None, "Rising Tide Programme")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 councils joined Cyber 360.", CYBER, id="registered"),
        pytest.param("40 councils joined the Rising Tide Programme.", TIDE, id="in no register"),
        pytest.param("40 councils joined Rising Tide.", (None, "Rising Tide"), id="a bare name"),
        pytest.param("Rising Tide: 40 councils.", (None, "Rising Tide"), id="a label"),
        pytest.param("Rising Tide helped 40 councils.", (None, "Rising Tide"), id="a subject"),
        pytest.param(
            "40 councils joined a harbour workshop.", (None, "harbour workshop"), id="word"
        ),
        pytest.param("40 councils joined the Improvement Board.", None, id="a board"),
        pytest.param("40 councils joined Leeds and London.", None, id="places"),
        pytest.param("40 councils joined in.", None, id="nothing"),
        pytest.param(
            "12 councils joined the Rising Tide Programme; 40 councils joined Cyber 360.",
            CYBER,
            id="its own clause",
        ),
        pytest.param(
            "Through Cyber 360 and its long work we helped 40 councils that had seen Rising Tide.",
            CYBER,
            id="through",
        ),
    ],
)
def test_the_sentence_names_the_offer(text: str, expected: tuple[str | None, str] | None) -> None:
    assert offer(text) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(["Cyber 360 began. 40 councils joined."], CYBER, id="sentence before"),
        pytest.param(["## Cyber 360", "40 councils joined."], CYBER, id="heading"),
        pytest.param(["Cyber 360 helped:", "- 40 councils"], CYBER, id="lead-in"),
        pytest.param(
            ["## Rising Tide Programme", "Cyber 360 began. 40 councils joined."],
            CYBER,
            id="a registered one first",
        ),
        pytest.param(
            ["## Cyber 360", "40 councils joined the meeting."], None, id="a meeting has no heading"
        ),
    ],
)
def test_the_words_around_name_the_offer(
    blocks: list[str], expected: tuple[str | None, str] | None
) -> None:
    assert offer(*blocks) == expected


def test_a_number_that_goes_on_with_another_and_then_the_title_name_the_offer() -> None:
    text = "40 councils joined."
    assert offer(text) is None
    assert offer(text, previous=("Cyber 360 began.",)) == CYBER
    assert offer(text, title="Cyber 360") == CYBER


@pytest.mark.parametrize(("place", "clause"), [(0, (0, 5)), (4, (0, 5)), (5, (5, 9)), (8, (5, 9))])
def test_a_clause_lies_between_two_marks(place: int, clause: tuple[int, int]) -> None:
    assert clause_of("abcde fgh", place, [0, 5]) == clause
