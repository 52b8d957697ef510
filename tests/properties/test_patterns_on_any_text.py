"""No pattern of the project takes long over 2,000 characters, whatever they are."""

import re
import signal
import time
from collections.abc import Iterator
from types import FrameType

import pytest

from tests.properties.adversarial_texts import Pattern, adversarial_texts
from tests.properties.project_patterns import project_patterns

CHARACTERS = 2_000
# A pattern that goes over the rest of a text again from each of its characters, and such a text.
# No pattern may take half as long as this, measured at the same time on the same machine.
YARDSTICK = re.compile(r"\s+(?:and|or)\b")
BLANKS = " " * CHARACTERS
MOST_OF_YARDSTICK = 0.5
# A slow try may be the fault of the machine; the fastest of some is the pattern's own.
TRIES = 8
# For all texts of a pattern: one that takes time like the cube of the length would take hours.
LONGEST_WAIT = 60
PATTERNS = project_patterns()


@pytest.fixture(autouse=True)
def _stopped_in_time() -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {LONGEST_WAIT} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_WAIT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def takes_long(pattern: Pattern, text: str) -> bool:
    """Whether every match in a text, and a match of the whole, takes longer than it may."""
    words = text if isinstance(pattern.pattern, str) else text.encode()
    seconds, most = _seconds(pattern, words), MOST_OF_YARDSTICK * SHORTEST_YARDSTICK
    if seconds <= most:
        return False
    beside = [(_seconds(pattern, words), _seconds(YARDSTICK, BLANKS)) for _ in range(TRIES)]
    seconds = min(seconds for seconds, _ in beside)
    return seconds > MOST_OF_YARDSTICK * min(yardstick for _, yardstick in beside)


def _seconds(pattern: Pattern, words: str | bytes) -> float:
    start = time.thread_time()
    for _ in pattern.finditer(words):
        pass
    pattern.fullmatch(words)
    return time.thread_time() - start


SHORTEST_YARDSTICK = min(_seconds(YARDSTICK, BLANKS) for _ in range(TRIES))


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_no_longer_than_it_may(name: str) -> None:
    for text in adversarial_texts(PATTERNS[name], CHARACTERS):
        assert not takes_long(PATTERNS[name], text), f"{text[:80]!r} ... {text[-20:]!r}"


@pytest.mark.parametrize(
    "slow", [r"\s+(?:and|or)\b", r"\w+['’]t\b", r"\(.*\d\s?-\s?\d.*\)", r"^\s*:?\s*$"]
)
def test_the_texts_show_a_pattern_that_takes_long(slow: str) -> None:
    pattern = re.compile(slow)
    assert any(takes_long(pattern, text) for text in adversarial_texts(pattern, CHARACTERS))


def test_patterns_of_modules_registers_and_calls_are_found() -> None:
    assert {
        "pipelines.notation.dates.FIGURE_DATE",
        "pipelines.structures.attendance.absences.STOOD_IN.4",
        "registers.statement_words.offer_pattern.pattern",
    } <= set(PATTERNS)
    assert r"(.)\1" in {pattern.pattern for pattern in PATTERNS.values()}
