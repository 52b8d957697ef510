"""Who is to act: names, initials that the note explains, and words such as All.

An owner may be a line or a cell of its own, or part of the action: in a bracket or behind a dash
at its end, behind a label, or before "to".
"""

import re
from collections.abc import Mapping, Sequence

from pipelines.documents import Passage
from pipelines.reference.registers import Registers

# Ann Bee, Cee Dee and Eff Gee / Ann Bee/Cee Dee
OWNER_BREAK = re.compile(r"(?:(?<!\s)\s++)?(?:,|;|/|&|\band\b)\s*")
# Officers to mend the pier. (Ann Bee) / Mend the pier [Action: Cee Dee]
BRACKET = re.compile(
    r"[(\[](?:(?:action|owner|lead)(?:\s*+:)?\s++)?(?P<name>[^()\[\]]{2,80}+)[)\]]\s*+\.?$",
    re.IGNORECASE,
)
# Mend the pier. (Ann Bee) Paint it. (Cee Dee): owners of the first of several actions
BRACKET_WITHIN = re.compile(r"[(\[](?P<name>[^()\[\]]{2,80}+)[)\]]\s++(?=[A-Z])")
# Mend the pier – AB / Mend the pier - Ann Bee and Cee Dee
DASH = re.compile(r"(?<=\S)\s(?:[–—]\s?|-\s)(?P<name>[^–—:()]{2,80}+)$")
# Ann Bee to mend the pier / Ann Bee: to mend it / Ann Bee and Cee Dee to write
BEFORE_TO = re.compile(r"^(?P<name>[A-Z][^:()]{3,60}?)\s?:?\s(?:to|will)\s(?=[a-z])")
# Ann Bee (AB), Senior Adviser: initials that the note uses later
EXPLAINED = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]{1,25}+(?:\s[A-Z][\w’'-]{0,25}+){1,3}+)\s\((?P<letters>[A-Z]{2,4})\)"
)
INITIALS = re.compile(r"^[A-Z]{2,4}[a-z]?$")
LONGEST_OWNER = 80  # characters: more names than fit here are prose
FEWEST_TIMES = 2  # that a note prints a name which only its place shows to be one


class Owners:
    """Reads owners with what one note says of its people."""

    def __init__(self, registers: Registers, lines: Sequence[str] = ()) -> None:
        self.registers = registers
        explained = (match for line in lines for match in EXPLAINED.finditer(line))
        named = ((match["letters"], _named_by(**match.groupdict())) for match in explained)
        self._names: Mapping[str, str] = {letters: name for letters, name in named if name}
        self._text = "\n".join(lines)

    def in_line(self, text: str, *, is_cell: bool = False) -> list[str]:
        """The owners of a line that holds nothing else; in a column of owners, also words.

        Initials that nothing explains are kept as printed, in such a column or beside a name.
        """
        printed = text.strip()
        if not printed or len(printed) > LONGEST_OWNER or (printed.endswith(".") and not is_cell):
            return []
        names = [name for name in OWNER_BREAK.split(printed.strip(".")) if name]
        has_name = any(map(self._is_name, names))
        if not names or not all(self._is_owner(name, is_cell or has_name) for name in names):
            return []
        if any(name in self._names for name in names):
            return [self._names.get(name, name) for name in names]
        return [printed]

    def labelled(self, text: str) -> list[str]:
        """The owners of a line that begins with a label for them, as printed; else empty."""
        label = self.registers.note_words.owner_label.match(text)
        printed = text[label.end() :].strip() if label else ""
        if not printed or len(printed) > LONGEST_OWNER:
            return []
        return self.in_line(printed, is_cell=True) or [printed]

    def beside(self, text: str) -> list[str]:
        """The owners that an action names itself; empty if it names none."""
        label = self.registers.note_words.owner_label.search(text)
        if label:
            return self.in_line(text[label.end() :].rstrip(" ."), is_cell=True)
        for pattern in (BRACKET, DASH):
            match = pattern.search(text)
            found = self.in_line(match["name"].strip()) if match else []
            if found:
                return found
        opening = BEFORE_TO.match(text)
        return self._acting(opening["name"]) if opening else []

    def parted(self, passage: Passage) -> list[Passage]:
        """The actions of a paragraph, each of which ends with its owners in a bracket."""
        ends = [
            match.end()
            for match in BRACKET_WITHIN.finditer(passage.text)
            if self.in_line(match["name"].strip())
        ]
        starts = [0, *ends]
        parts = zip(starts, [*ends, len(passage.text)], strict=True)
        return [part for part in (passage.part(*each) for each in parts) if part.text]

    def _acting(self, printed: str) -> list[str]:
        """Names before "to"; the note must show elsewhere that each is a person's."""
        names = [name for name in OWNER_BREAK.split(printed) if name]
        return [printed] if all(map(self._is_known, names)) else []

    def _is_known(self, name: str) -> bool:
        people = self.registers.people
        words = name.split()
        is_titled = people.words.title_at(words, 0) is not None
        if is_titled and len(words) == 2 and words[1].istitle():
            return True  # Cllr Bee
        if len(words) < 2 or not people.looks_like_person(name):
            return False
        is_given = words[0].lower() in people.words.variants
        return is_titled or is_given or self._text.count(name) >= FEWEST_TIMES

    def _is_name(self, name: str) -> bool:
        return name in self._names or self.registers.people.looks_like_person(name)

    def _is_owner(self, name: str, may_be_short: bool) -> bool:
        """Whether words are a name; beside a name, or in a column of owners, also letters."""
        owner = self.registers.note_words.owner
        is_short = INITIALS.match(name) or owner.match(name)
        return self._is_name(name) or (may_be_short and is_short is not None)


def _named_by(name: str, letters: str) -> str | None:
    """The words before a bracket that its letters begin: Chair Ann Bee (AB) is Ann Bee."""
    words = name.split()
    starts = [n for n, word in enumerate(words[:-1]) if word[0] == letters[0]]
    is_name = bool(starts) and words[-1][0] in letters[1:]
    return " ".join(words[starts[-1] :]) if is_name else None
