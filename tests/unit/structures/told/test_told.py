"""What is told of each number, with what it takes over from others."""

import pytest

from pipelines.structures.told.told import Told
from tests.unit.structures.read import last

Row = tuple[int, str | None, str | None]


def told(*blocks: str) -> list[Row]:
    """Number, unit and standing."""
    return [(each.counted.count.value, _unit(each), _standing(each)) for each in last(*blocks).told]


def _unit(each: Told) -> str | None:
    return each.unit.unit if each.unit else None


def _standing(each: Told) -> str | None:
    return each.act.standing if each.act else None


@pytest.mark.parametrize(
    ("blocks", "row"),
    [
        pytest.param(
            ["40 leaders attended, compared with 30."], (30, "leaders", "took_part"), id="compared"
        ),
        pytest.param(
            ["40 leaders attended.", "Compared with 30 last year."],
            (30, "leaders", "took_part"),
            id="compared with the sentence before",
        ),
        pytest.param(
            ["40 members came and 12 have signed up."],
            (12, "councillors", "signed_up"),
            id="the same people",
        ),
        pytest.param(
            ["40 leaders attended (30 in Wales)."], (30, "leaders", "took_part"), id="brackets"
        ),
        pytest.param(
            ["The following councillors took part:", "- Wales: 40"],
            (40, "councillors", "took_part"),
            id="lead-in",
        ),
        pytest.param(
            ["40 leaders attended.", "A further 12 are expected to do so."],
            (12, "leaders", "planned"),
            id="do so",
        ),
        pytest.param(["40 leaders ate."], (40, "leaders", None), id="no verb"),
        pytest.param(
            ["It was attended by 40 and 12 members."], (12, "councillors", "took_part"), id="a row"
        ),
        pytest.param(
            ["40 leaders attended.", "Of 277 replies, 31 came from Wales."],
            (31, None, "took_part"),
            id="of a whole that is something else",
        ),
    ],
)
def test_what_a_number_takes_over(blocks: list[str], row: Row) -> None:
    assert told(*blocks)[-1] == row


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        pytest.param(
            "90 leaders took part: 41 Labour, 33 Conservative.", [None, 90, 90], id="a list"
        ),
        pytest.param("90 leaders took part, of whom 12 Labour.", [None, 90], id="of whom"),
        pytest.param("90 leaders took part and 12 officers left early.", [None, None], id="two"),
    ],
)
def test_a_part_is_told_with_its_whole(text: str, wholes: list[int | None]) -> None:
    found = [each.whole for each in last(text).told]
    assert [each and each.counted.count.value for each in found] == wholes


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        pytest.param("Leadership Academy: 74 councillors.", "took_part", id="a label"),
        pytest.param("Leadership Academy: 74 councillors?", None, id="a question"),
        pytest.param("Leadership Academy: not 74 councillors.", None, id="denied"),
        pytest.param("Leadership Academy: 74 councillors like it.", None, id="a verb"),
        pytest.param("The pier: 74 councillors.", None, id="no programme"),
    ],
)
def test_a_line_without_a_verb(text: str, standing: str | None) -> None:
    assert [_standing(each) for each in last(text).told] == [standing]


def test_a_line_without_a_verb_in_a_list_of_plans() -> None:
    (found,) = last("In 2018/19 we will:", "- Leadership Academy: 74 councillors").told
    assert _standing(found) == "planned"


def test_a_bare_number_counts_the_challenges_that_are_spoken_of() -> None:
    (under,) = last("## Peer challenges", "We held ten this year.").told
    (alone,) = last("40 leaders attended.", "We held ten this year.").told
    assert (under.challenge is not None, alone.challenge) == (True, None)
