"""Elements of a web page that act as parts of a table, known by their role or style."""

import re
from collections import defaultdict

from pipelines.readers.html.asides import Attributes

PLAYERS = frozenset({"div", "span"})
# role="gridcell", display: table-cell
PARTS = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
}
DISPLAYS = {"table": "table", "table-row": "tr", "table-cell": "td"}
_DISPLAY = r"\bdisplay\s*:\s*(table(?:-row|-cell)?)\s*(?:!|;|\}|$)"
DISPLAY = re.compile(_DISPLAY, re.IGNORECASE)
# .fares { padding: 1px; display: table }
CLASS_RULE = re.compile(r"\.([\w-]+)\s*\{[^{}]*?" + _DISPLAY, re.IGNORECASE)


class Roles:
    """Finds the table part of each element, at its start tag and again at its end tag."""

    def __init__(self, source: str) -> None:
        """Prepare to read a page, whose own style sheet may make tables of classes."""
        self._classes = {
            match[1]: DISPLAYS[match[2].casefold()] for match in CLASS_RULE.finditer(source)
        }
        self._open: dict[str, list[str]] = defaultdict(list)

    def start(self, tag: str, attributes: Attributes) -> str:
        """The tag that an element acts as: its own, or that of its part of a table."""
        if tag not in PLAYERS:
            return tag
        part = self._part(attributes) or tag
        self._open[tag].append(part)
        return part

    def end(self, tag: str) -> str:
        """The tag that the innermost open element of this name acts as."""
        return self._open[tag].pop() if self._open[tag] else tag

    def _part(self, attributes: Attributes) -> str | None:
        part = PARTS.get(attributes.get("role", "").strip().casefold())
        if part is not None:
            return part
        shown = DISPLAY.search(attributes.get("style", ""))
        if shown:
            return DISPLAYS[shown[1].casefold()]
        names = attributes.get("class", "").split() if self._classes else ()
        return next((self._classes[name] for name in names if name in self._classes), None)
