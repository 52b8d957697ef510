"""The programme, event or support that those counted took part in."""

import pytest

from pipelines.structures.told.offers import Offers, clause_of
from tests.unit.structures.paper import registers
from tests.unit.structures.read import sentences


def offer(*blocks: str, title: str | None = None) -> tuple[str | None, str] | None:
    """Register's id and name of the offer of the last number."""
    offers = Offers(registers(), title)
    found = None
    for sentence in sentences(*blocks):
        for told in sentence.told:
            found = offers.of(sentence, told)
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
        pytest.param(["## Cyber 360", "Course: 40 councils joined."], CYBER, id="a word as label"),
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


def test_the_title_names_the_offer_last() -> None:
    assert offer("40 councils joined.") is None
    assert offer("40 councils joined.", title="Cyber 360") == CYBER


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            ["Cyber 360 had 40 councils.", "A further 12 joined the Rising Tide Programme."],
            TIDE,
            id="its own",
        ),
        pytest.param(
            ["40 councils joined Cyber 360.", "A further 12 have signed up."], CYBER, id="goes on"
        ),
        pytest.param(
            ["Cyber 360 began in May.", "A second course drew 12 councils."], CYBER, id="a second"
        ),
        pytest.param(
            [
                "## Cyber 360",
                "40 councils joined. The Rising Tide Programme accounts for 30 of them, "
                "Harbour Steps for 10.",
                "By region, 22 came from Wales.",
            ],
            CYBER,
            id="by region of all",
        ),
        pytest.param(
            ["Cyber 360 and the Rising Tide Programme had 40 and 12 councils respectively."],
            TIDE,
            id="respectively",
        ),
        pytest.param(
            ["40 councillors were on the Harbour Leadership Programme."],
            (None, "Harbour Leadership Programme"),
            id="a longer name",
        ),
        pytest.param(
            ["Councillor Launchpad is our first course. It was attended by 40 members."],
            (None, "Councillor Launchpad"),
            id="a paper's own",
        ),
    ],
)
def test_a_number_goes_on_with_the_offer_of_another(
    blocks: list[str], expected: tuple[str | None, str]
) -> None:
    assert offer(*blocks) == expected


@pytest.mark.parametrize(("place", "clause"), [(0, (0, 5)), (4, (0, 5)), (5, (5, 9)), (8, (5, 9))])
def test_a_clause_lies_between_two_marks(place: int, clause: tuple[int, int]) -> None:
    assert clause_of("abcde fgh", place, [0, 5]) == clause
