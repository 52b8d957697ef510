"""Patterns that search a text take time in proportion to it, whatever blanks it holds."""

import re
import time

import pytest

from pipelines.reference.authorities.boards import MEETING_WORDS
from pipelines.structures.minutes.bodies import AFTER_BODY, MARK
from pipelines.structures.minutes.patterns import AFTER_TITLE
from pipelines.structures.names.patterns import BETWEEN, SITS_ELSEWHERE
from pipelines.structures.names.texts import PRESIDING

PATTERNS = [MEETING_WORDS, AFTER_BODY, MARK, BETWEEN, SITS_ELSEWHERE, PRESIDING, AFTER_TITLE]
# Characters of the shorter text; the longer one has four times as many.
SHORTER = 4_000
TRIES = 5
# Of the times for a text and one four times as long: 4 if linear, 16 if quadratic, 64 if cubic.
MOST_GROWTH = 10


def time_of(pattern: re.Pattern[str], text: str) -> float:
    """The shortest of some times that a search of the whole text takes."""
    times = []
    for _ in range(TRIES):
        start = time.perf_counter()
        pattern.sub("", text)
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("blank", [" ", "\t", " \t", "\u00a0"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_blanks_take_no_more_than_their_share(pattern: re.Pattern[str], blank: str) -> None:
    shorter, longer = (f"reeds{blank * length}!" for length in (SHORTER, 4 * SHORTER))
    assert time_of(pattern, longer) / time_of(pattern, shorter) < MOST_GROWTH


def test_a_year_of_many_digits_is_read_once() -> None:
    years = ("1" * 5_000, "1" * 20_000)
    shorter, longer = (time_of(MEETING_WORDS, f"Ponds Board {year}!") for year in years)
    assert longer / shorter < MOST_GROWTH
