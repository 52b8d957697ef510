"""What kind of meeting words call it: special, extraordinary, annual, budget, urgent, ordinary."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.slugs import fold
from pipelines.reference.tables import read_table

# Annual General Meeting, Special Parish Council Meeting, Budget Setting Meeting: words between
BETWEEN = (
    r"(?:\s+(?:general|statutory|full|public|virtual|remote|setting|parish|town|community|county|"
    r"district|borough|city|village|council(?:['’]s)?|board|committee|cabinet)\b)*"
)
MEETING = r"\s+(?:meeting|council|cabinet)\b"
# held after the Annual Meeting: another meeting of that day
AFTER = re.compile(
    r"\b(?:after|before|following|preceding|prior to|(?:conclusion|rising|close|end) of)"
    r"(?:\s+the)?\s*$",
    re.IGNORECASE,
)
# Minutes of the, Notice of an, Draft minutes of the statutory: what stands before the kind
OPENING = re.compile(
    r"^(?:(?:draft|unconfirmed|confirmed|approved|public|minutes?|notes?|agenda|notice|summons|"
    r"record|proceedings|decisions?|title|meeting|to|attend|of|for|and|the|an?|statutory)\b"
    r"[\s:,–—-]*)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MeetingTypes:
    """The register of words that say what kind of meeting one is."""

    types: dict[str, str]
    pattern: re.Pattern[str]

    def called(self, text: str, *, is_opening: bool = False) -> str | None:
        """The kind that a line calls its meeting; None where it calls it none.

        Args:
            text: A line of the head.
            is_opening: Whether the kind has to stand where the line opens, as in a heading.
        """
        for match in self.pattern.finditer(text):
            before = text[: match.start()]
            if not AFTER.search(before) and (not is_opening or OPENING.match(before)):
                word = next(filter(None, match.groups()))
                return self.types[fold(word).casefold()]
        return None


def load_meeting_types(folder: Path) -> MeetingTypes:
    """Read the register of kinds of meetings."""
    rows = read_table(folder, "meeting_types", ("printed", "meeting_type", "is_whole"))
    words = _one_of(row["printed"] for row in rows if row["is_whole"] != "true")
    wholes = _one_of(row["printed"] for row in rows if row["is_whole"] == "true")
    return MeetingTypes(
        types={row["printed"].casefold(): row["meeting_type"] for row in rows},
        pattern=re.compile(
            rf"\b({words}){BETWEEN}{MEETING}|\(({words})(?:\s+meeting)?\)|\b({wholes})\b",
            re.IGNORECASE,
        ),
    )


def _one_of(printed: Iterable[str]) -> str:
    """A pattern of forms, the longest first; one in capitals stands in capitals alone."""
    forms = sorted(printed, key=lambda form: (-len(form), form))
    return "|".join(
        f"(?-i:{re.escape(form)})" if form.isupper() else re.escape(form) for form in forms
    )
