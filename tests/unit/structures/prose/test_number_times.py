"""The time that belongs to each number of a sentence."""

import pytest

from tests.unit.structures.read import last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 leaders attended in 2016/17.", ["2016/17"], id="behind"),
        pytest.param("In 2016/17 40 leaders attended.", ["2016/17"], id="before"),
        pytest.param("40 leaders attended.", [None], id="none"),
        pytest.param(
            "40 leaders and 12 officers attended in 2016/17.", ["2016/17", "2016/17"], id="both"
        ),
        pytest.param(
            "In 2016/17 40 leaders attended and 12 officers dropped out.",
            ["2016/17", "2016/17"],
            id="opens the sentence",
        ),
        pytest.param(
            "40 leaders attended in 2015/16 and 12 leaders attended in 2016/17.",
            ["2015/16", "2016/17"],
            id="one each",
        ),
        pytest.param(
            "40 leaders attended in 2015/16; in 2016/17 12 leaders attended.",
            ["2015/16", "2016/17"],
            id="opens a clause",
        ),
        pytest.param(
            "40 leaders attended, compared with 30 in 2015/16.", [None, "2015/16"], id="compared"
        ),
        pytest.param(
            "40 leaders attended in 2016/17 (2015/16: 30).", ["2016/17", "2015/16"], id="brackets"
        ),
        pytest.param(
            "40 leaders attended and 12 leaders will attend in 2018/19.",
            [None, "2018/19"],
            id="a plan",
        ),
        pytest.param(
            "40 leaders attended; 12 officers attended in 2016/17.",
            [None, "2016/17"],
            id="another clause",
        ),
    ],
)
def test_the_time_of_each_number(text: str, expected: list[str | None]) -> None:
    assert [each.time.period if each.time else None for each in last(text).told] == expected
