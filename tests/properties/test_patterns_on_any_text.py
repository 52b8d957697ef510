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
MOST_SECONDS = 0.010
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


def seconds_for(pattern: Pattern, text: str) -> float:
    """The time for every match in a text, and for a match of the whole."""
    words = text if isinstance(pattern.pattern, str) else text.encode()
    shortest = MOST_SECONDS + 1
    for _ in range(TRIES):
        start = time.thread_time()
        for _ in pattern.finditer(words):
            pass
        pattern.fullmatch(words)
        shortest = min(shortest, time.thread_time() - start)
        if shortest <= MOST_SECONDS:
            break
    return shortest


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_no_longer_than_it_may(name: str) -> None:
    for text in adversarial_texts(PATTERNS[name], CHARACTERS):
        seconds = seconds_for(PATTERNS[name], text)
        assert seconds <= MOST_SECONDS, f"{seconds:.3f} s for {text[:80]!r} ... {text[-20:]!r}"


@pytest.mark.parametrize(
    "slow", [r"\s+(?:and|or)\b", r"^\s*:?\s*$", r"\w+['’]t\b", r"\(.*\d\s?-\s?\d.*\)"]
)
def test_the_texts_show_a_pattern_that_takes_long(slow: str) -> None:
    pattern = re.compile(slow)
    assert any(
        seconds_for(pattern, text) > MOST_SECONDS for text in adversarial_texts(pattern, CHARACTERS)
    )


def test_patterns_of_modules_registers_and_calls_are_found() -> None:
    assert {
        "pipelines.notation.dates.FIGURE_DATE",
        "pipelines.structures.attendance.absences.STOOD_IN.4",
        "registers.uptake_wording.unit_pattern",
    } <= set(PATTERNS)
    assert r"(.)\1" in {pattern.pattern for pattern in PATTERNS.values()}
