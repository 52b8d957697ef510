"""The visible words of a web page, each with its source line."""

import re
from dataclasses import dataclass, field

from pipelines.documents import Passage, Span, fold

# Soft hyphen, zero-width characters: they are in the source but nobody sees them
UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")


@dataclass(slots=True)
class VisibleText:
    """The visible words of a page in order, as pieces of one source line each.

    A place in the text is the number of pieces before it. Text cut from the pieces is
    unbroken in `lines`, so that its words can be found again at their lines.
    """

    _words: list[str] = field(default_factory=list)
    _line_numbers: list[int] = field(default_factory=list)

    @property
    def place(self) -> int:
        """The place after the last piece."""
        return len(self._words)

    def add(self, words: str, line: int) -> None:
        """Add words that begin on a source line; a line feed in them begins the next one."""
        for offset, piece in enumerate(words.split("\n")):
            seen = UNSEEN.sub("", piece)
            if seen:
                self._words.append(seen)
                self._line_numbers.append(line + offset)

    def cut(self, start: int, end: int) -> Passage | None:
        """The passage between two places; None if nothing is visible."""
        first = next((n for n in range(start, end) if not self._words[n].isspace()), None)
        if first is None:
            return None
        last = next(n for n in range(end - 1, first - 1, -1) if not self._words[n].isspace())
        text = self._joined(first, last + 1)
        return Passage(text, text, Span(self._line_numbers[first], self._line_numbers[last]))

    def lines(self, count: int) -> tuple[str, ...]:
        """The visible words of each source line, white space folded."""
        pieces: list[list[str]] = [[] for _ in range(count)]
        for words, line in zip(self._words, self._line_numbers, strict=True):
            pieces[min(line, count) - 1].append(words)  # an end of page may count as a line
        return tuple(fold("".join(line)) for line in pieces)

    def _joined(self, start: int, end: int) -> str:
        pieces: list[str] = []
        line = self._line_numbers[start]
        for n in range(start, end):
            # A tag may hold a line break: what follows it is counted on the next line, and reads
            # as a word of its own there.
            if self._line_numbers[n] != line:
                pieces.append(" ")
                line = self._line_numbers[n]
            pieces.append(self._words[n])
        return fold("".join(pieces))
