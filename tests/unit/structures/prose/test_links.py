"""The verb of each number: the one with the least between."""

import pytest

from pipelines.structures.prose.links import cost_of, has_strange_verb, link
from tests.unit.structures.read import counted, marks


def linked(text: str) -> list[tuple[int, str | None]]:
    """Each number with the words of its verb."""
    read, numbers = marks(text), counted(text)
    acts = [(each.count.value, link(each, read, numbers)) for each in numbers]
    return [(value, read.printed(act.first, act.after) if act else None) for value, act in acts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 leaders attended.", [(40, "attended")], id="subject"),
        pytest.param("It was attended by 40 leaders.", [(40, "was attended")], id="agent"),
        pytest.param("We trained 40 leaders.", [(40, "trained")], id="object"),
        pytest.param("40 leaders were trained.", [(40, "were trained")], id="what is done to"),
        pytest.param("Attendance by 40 leaders.", [(40, "Attendance by")], id="noun"),
        pytest.param("40 leaders ate.", [(40, None)], id="no verb of the lexicon"),
        pytest.param(
            "We welcomed Weir: 40 leaders ate; others sang.", [(40, "welcomed")], id="before a mark"
        ),
        pytest.param("Members attended 40 leaders.", [(40, None)], id="no object"),
        pytest.param(
            "40 leaders who had begun in May withdrew.", [(40, "withdrew")], id="the main verb"
        ),
        pytest.param(
            "40 leaders attended and 12 councillors signed up.",
            [(40, "attended"), (12, "signed up")],
            id="two clauses",
        ),
        pytest.param(
            "40 leaders attended, but 12 dropped out.",
            [(40, "attended"), (12, "dropped out")],
            id="a contrast",
        ),
        pytest.param(
            "12 leaders completed it, two of whom withdrew.",
            [(12, "completed"), (2, "withdrew")],
            id="of whom",
        ),
        pytest.param(
            "Seven councils, 28 councils, nine councils, five councils and two councils attended.",
            [(number, "attended") for number in (7, 28, 9, 5, 2)],
            id="a row of numbers",
        ),
        pytest.param(
            "Ten peer challenges were held at 12 councils.",
            [(10, "were held"), (12, "were held")],
            id="peer challenges",
        ),
    ],
)
def test_the_nearest_verb(text: str, expected: list[tuple[int, str | None]]) -> None:
    assert linked(text) == expected


@pytest.mark.parametrize(
    ("near", "far"),
    [
        pytest.param("40 leaders attended.", "40 leaders of Mill and Weir attended.", id="words"),
        pytest.param("40 leaders in it attended.", "40 leaders; it attended.", id="a mark"),
        pytest.param("40 leaders in it attended.", "40 leaders but it attended.", id="a contrast"),
        pytest.param(
            "40 leaders (of Mill) attended.", "40 leaders (of Mill attended.", id="brackets"
        ),
    ],
)
def test_what_stands_between_costs(near: str, far: str) -> None:
    costs = [
        cost_of(counted(text)[0], marks(text).acts[-1], marks(text), []) for text in (near, far)
    ]
    assert None not in costs
    assert costs == sorted(costs, key=float)  # type: ignore[arg-type]
    assert costs[0] != costs[1]


@pytest.mark.parametrize(
    ("text", "is_strange"),
    [
        pytest.param("12 members painted it.", True, id="unknown verb"),
        pytest.param("12 members have painted it.", True, id="with have"),
        pytest.param("12 members attended.", False, id="known verb"),
        pytest.param("12 members elected in May came.", False, id="said of them"),
        pytest.param("12 members of Mill.", False, id="no verb"),
    ],
)
def test_a_verb_that_the_lexicon_does_not_know(text: str, is_strange: bool) -> None:
    assert has_strange_verb(counted(text)[0], marks(text)) is is_strange
