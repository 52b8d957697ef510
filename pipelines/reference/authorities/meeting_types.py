"""Reads the kind of a meeting: special, extraordinary, annual, budget, urgent, ordinary."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.authorities.boards import BODY_WORDS
from pipelines.reference.csv_tables import read_table
from pipelines.reference.slugs import fold

# Words of grammar between the words of an opening: Minutes of the, Notice of an, Summons to attend
JOINING = "of|to|for|and|the|an?"
# Characters between two words of an opening
GAP = r"[\s:,–—-]*"


@dataclass(frozen=True, slots=True)
class MeetingTypes:
    """The registers of words for meetings in the heads of papers.

    Attributes:
        types: The kind that each printed form means.
        meetings: Words for a meeting, or for a body that is named by one word.
        pattern: A kind, words between, and a meeting: Annual General Meeting, Special Council.
        after: Words that show that another meeting is meant: held after the Annual Meeting.
        opening: A text with only the opening words of a head: Draft minutes of the.
        before_body: Words that may precede the name of a body at the start of a line.
    """

    types: dict[str, str]
    meetings: frozenset[str]
    pattern: re.Pattern[str]
    after: re.Pattern[str]
    opening: re.Pattern[str]
    before_body: re.Pattern[str]

    def called(
        self, text: str, *, is_opening: bool = False, board_name: str | None = None
    ) -> str | None:
        """The kind of meeting that a line gives; None if it gives none.

        Args:
            text: A line of the head.
            is_opening: Whether the kind must open the line, as in a heading.
            board_name: The board of the paper; a word of its name is not a kind of meeting.
        """
        for match in self.pattern.finditer(text):
            before = text[: match.start()]
            if self.after.search(before) or (is_opening and not self.opening.match(before)):
                continue
            if not self._is_of_name(match, board_name or ""):
                word = next(filter(None, match.groups()))
                return self.types[fold(word).casefold()]
        return None

    def _is_of_name(self, match: re.Match[str], board_name: str) -> bool:
        """Whether the kind is a word of the board's name: the Budget Committee's meeting.

        This also applies if the board's name is only the word that follows: a Special Committee
        may have that name. A council needs no other name.
        """
        first, _, last = board_name.casefold().rpartition(" ")
        if last in self.meetings:
            return False
        has_body = not (BODY_WORDS - self.meetings).isdisjoint(match[0].casefold().split())
        if has_body and not first:
            return True
        names = re.finditer(re.escape(board_name), match.string, re.IGNORECASE)
        return any(name.start() <= match.start() < name.end() for name in names)


def load_meeting_types(folder: Path, passing: Iterable[str]) -> MeetingTypes:
    """Read the registers of kinds of meetings and of the words around them.

    Args:
        folder: The folder of the registers.
        passing: Words before the name of a body that describe the meeting.
    """
    rows = read_table(folder, "meeting_types", ("printed", "meeting_type", "is_whole"))
    kinds = _one_of(row["printed"] for row in rows if row["is_whole"] != "true")
    wholes = _one_of(row["printed"] for row in rows if row["is_whole"] == "true")
    words = read_table(folder, "meeting_words", ("word", "kind"))
    of = {
        kind: [row["word"] for row in words if row["kind"] == kind]
        for kind in ("between", "meeting", "never", "after", "opening", "before_body")
    }
    between = rf"(?:\s+(?:{_one_of(of['between'])})\b)*"
    meeting = rf"\s+(?!(?:{_one_of(of['never'])})\b)(?:{_one_of(of['meeting'])})\b"
    opening = f"{_one_of(of['opening'])}|{JOINING}"
    before_body = _one_of([*of["opening"], *of["before_body"], *passing])
    # Budget Setting Meeting of the: all of it is before the body; Budget Council: the kind alone
    of_body = rf"(?:{kinds}){between}\s+meeting(?=\s+of\b)|(?:{kinds})(?={meeting})"
    return MeetingTypes(
        types={row["printed"].casefold(): row["meeting_type"] for row in rows},
        meetings=frozenset(of["meeting"]),
        pattern=_compiled(
            rf"\b({kinds}){between}{meeting}|\(({kinds})(?:\s+meeting)?\)|\b({wholes})\b"
        ),
        after=_compiled(rf"\b(?:{_one_of(of['after'])})(?:\s+the)?\s*$"),
        opening=_compiled(rf"^(?:(?:{opening})\b{GAP})*$"),
        before_body=_compiled(rf"^(?:(?:{of_body}|{before_body}|{JOINING})\b{GAP})++"),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _one_of(printed: Iterable[str]) -> str:
    """A pattern of forms, the longest first; a form in capitals matches only capitals."""
    forms = sorted(printed, key=lambda form: (-len(form), form))
    return "|".join(f"(?-i:{_form(form)})" if form.isupper() else _form(form) for form in forms)


def _form(printed: str) -> str:
    return re.escape(printed).replace(r"\ ", r"\s+")
