"""What kind of meeting words call it: special, extraordinary, annual, budget, urgent, ordinary."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.authorities.boards import BODY_WORDS
from pipelines.reference.csv_tables import read_table
from pipelines.reference.slugs import fold

# Words of grammar between the words of an opening: Minutes of the, Notice of an, Summons to attend
JOINING = "of|to|for|and|the|an?"
# What is printed between two words of an opening
GAP = r"[\s:,–—-]*"


@dataclass(frozen=True, slots=True)
class MeetingTypes:
    """The registers of words by which heads of papers speak of their meetings.

    Attributes:
        types: The kind that each printed form means.
        meetings: Words that are a meeting, or a body that is named by that word alone.
        pattern: A kind, words between, and a meeting: Annual General Meeting, Special Council.
        after: What says that another meeting is meant: held after the Annual Meeting.
        opening: A text that holds nothing but what opens a head: Draft minutes of the.
        before_body: What may be printed before the name of a body where a line opens.
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
        """The kind that a line calls its meeting; None where it calls it none.

        Args:
            text: A line of the head.
            is_opening: Whether the kind has to stand where the line opens, as in a heading.
            board_name: The board of the paper; a word of its name is no kind of meeting.
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

        So it is where all that is known of the board's name is the word that follows: a Special
        Committee may be one that is called so. A council is a body without another name.
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
        passing: Words before the name of a body that say which meeting it was.
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
    """A pattern of forms, the longest first; one in capitals stands in capitals alone."""
    forms = sorted(printed, key=lambda form: (-len(form), form))
    return "|".join(f"(?-i:{_form(form)})" if form.isupper() else _form(form) for form in forms)


def _form(printed: str) -> str:
    return re.escape(printed).replace(r"\ ", r"\s+")
