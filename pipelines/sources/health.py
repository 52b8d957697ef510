"""What looks wrong with a source after a run, in five questions."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from pipelines.sources.due import RECENT
from pipelines.sources.store import Store

# attendance="Present, virtual": in a kept meeting
WORD = re.compile(r'\battendance="([^"]*)"')
VANISHED = ("source_meeting_vanished", "source_meeting_hidden", "source_list_empty")
FEWEST_FILLED = 0.5  # share of older meetings with minutes whose register should say who came


@dataclass(frozen=True, slots=True)
class Answer:
    """One question, whether the answer is good, and what was found."""

    name: str
    is_good: bool
    told: str


def examine(
    store: Store, raw: Path, today: date, is_known_word: Callable[[str], bool]
) -> Iterator[Answer]:
    """Answer the questions about a source.

    Args:
        store: What is known of it.
        raw: The folder of papers.
        today: The day of the run.
        is_known_word: Whether a word for attendance is in the register of words.
    """
    facts = dict(store.facts)
    outcome = facts.get("last_outcome", "failed")
    yield Answer("answered", outcome not in ("refused", "failed"), facts.get("message") or outcome)
    problems = store.problems()
    vanished = [f"{each.subject} {each.reason}" for each in problems if each.rule in VANISHED]
    yield Answer("nothing_vanished", not vanished, "; ".join(vanished) or "nothing vanished")
    meetings = store.meetings()
    words = {word for each in meetings if each.path for word in _words(raw / each.path)}
    unknown = sorted(word for word in words if not is_known_word(word))
    yield Answer("words_known", not unknown, ", ".join(unknown) or f"{len(words)} words, all known")
    older = [
        each
        for each in meetings
        if each.meeting_date < today - RECENT and each.has_minutes and not each.is_cancelled
    ]
    filled = sum(not each.is_register_open for each in older)
    is_filled = not older or filled >= FEWEST_FILLED * len(older)
    told = f"{filled} of {len(older)} older meetings with minutes have a filled register"
    yield Answer("register_filled", is_filled, told)
    kept = {(each.path, each.byte_size) for each in store.documents()}
    broken = [path for path, byte_size in kept if not _is_whole(raw, path, byte_size)]
    waiting = [each.key for each in store.wanted()]
    told = f"{len(waiting)} documents are still to come; {len(broken)} files differ from the store"
    yield Answer("documents_whole", not (broken or waiting), told)


def _words(path: Path) -> set[str]:
    if not path.is_file():
        return set()
    return {unescape(word) for word in WORD.findall(path.read_text(encoding="utf-8"))}


def _is_whole(raw: Path, path: str, byte_size: int) -> bool:
    place = raw / path
    return place.is_file() and place.stat().st_size == byte_size
