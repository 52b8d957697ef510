"""Styles and lists of a Word file: headings, and Word's automatic numbers."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from pipelines.readers.docx.package import Element, Package, attribute, child, children

HEADING_STYLE = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
PLACEHOLDER = re.compile(r"%([1-9])")
BODY_LEVEL = 9  # the outline level of text that is not a heading
NO_LIST = "0"  # the list that takes a paragraph out of its style's list
MOST_STYLES_DEEP = 20  # styles based on styles; a damaged file may run in circles
MOST_LETTERED = 26 * 5  # aa, bb, ... eeeee: later numbers are written in figures
LARGEST_ROMAN = 3999
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its heading level (0 for none), and its place in a list."""

    level: int = 0
    list_id: str | None = None
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how the number is written."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str | None = None
    is_legal: bool = False


@dataclass(slots=True)
class Lists:
    """The lists of a document; each request for a label advances the count."""

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _list_of: dict[str, str] = field(default_factory=dict)
    _restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def depth_of_style(self, list_id: str, style: str | None) -> int:
        """The level of a list that a style is tied to."""
        levels = self._levels.get(self._list_of.get(list_id, ""), {})
        return next((depth for depth, each in levels.items() if style and each.style == style), 0)

    def label(self, list_id: str, depth: int) -> str | None:
        """The next number at a level, as Word shows it; None for a bullet."""
        shared = self._list_of.get(list_id, list_id)
        levels = self._levels.get(shared, {})
        level = levels.get(depth, Level())
        counts = self._counts[shared]
        restart = self._restarts.get(list_id, {}).get(depth)
        if restart is not None and (list_id, depth) not in self._begun:
            counts[depth] = restart
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        self._begun.add((list_id, depth))
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return None
        return PLACEHOLDER.sub(lambda match: _shown(match, levels, counts, level), level.text)


def read_styles(package: Package) -> dict[str, Style]:
    """The paragraph styles of a document by id, with inherited properties."""
    elements = {
        attribute(element, "styleId") or "": element
        for _, root in package.related("styles")
        for element in children(root, "style")
    }
    return {style_id: _style(style_id, elements) for style_id in elements}


def read_lists(package: Package) -> Lists:
    """The lists of a document, none counted yet."""
    levels: dict[str, dict[int, Level]] = {}
    list_of: dict[str, str] = {}
    restarts: dict[str, dict[int, int]] = {}
    for _, root in package.related("numbering"):
        for shared in children(root, "abstractNum"):
            levels[attribute(shared, "abstractNumId") or ""] = _levels(shared)
        for each in children(root, "num"):
            list_id = attribute(each, "numId") or ""
            list_of[list_id] = attribute(child(each, "abstractNumId")) or ""
            restarts[list_id] = {
                _number(attribute(override, "ilvl"), 0): _number(attribute(start), 1)
                for override in children(each, "lvlOverride")
                for start in children(override, "startOverride")
            }
    return Lists(levels, list_of, restarts)


def heading_level(properties: Element | None) -> int | None:
    """The heading level in paragraph properties; None if they set none."""
    outline = attribute(child(properties, "outlineLvl"))
    if outline is None:
        return None
    level = _number(outline, BODY_LEVEL)
    return level + 1 if 0 <= level < BODY_LEVEL else 0


def list_place(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the depth in it that paragraph properties set."""
    place = child(properties, "numPr")
    depth = attribute(child(place, "ilvl"))
    return attribute(child(place, "numId")), None if depth is None else _number(depth, 0)


def _style(style_id: str, elements: dict[str, Element]) -> Style:
    level: int | None = None
    list_id: str | None = None
    depth: int | None = None
    for _ in range(MOST_STYLES_DEEP):
        element = elements.get(style_id)
        if element is None:
            break
        properties = child(element, "pPr")
        named = HEADING_STYLE.fullmatch(attribute(child(element, "name")) or "")
        if level is None:
            level = int(named[1]) if named else heading_level(properties)
        own_list, own_depth = list_place(properties)
        list_id = list_id or own_list
        depth = own_depth if depth is None else depth
        style_id = attribute(child(element, "basedOn")) or ""
    return Style(level or 0, list_id, depth)


def _levels(shared: Element) -> dict[int, Level]:
    return {
        _number(attribute(each, "ilvl"), 0): Level(
            form=attribute(child(each, "numFmt")) or "decimal",
            text=attribute(child(each, "lvlText")) or "",
            start=_number(attribute(child(each, "start")), 1),
            style=attribute(child(each, "pStyle")),
            is_legal=child(each, "isLgl") is not None,
        )
        for each in children(shared, "lvl")
    }


def _shown(
    match: re.Match[str], levels: dict[int, Level], counts: dict[int, int], shown_at: Level
) -> str:
    depth = int(match[1]) - 1
    level = levels.get(depth, Level())
    form = "decimal" if shown_at.is_legal else level.form
    return _written(counts.get(depth, level.start), form)


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 0 < number <= MOST_LETTERED:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number <= LARGEST_ROMAN:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form == "none":
        return ""
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _number(printed: str | None, otherwise: int) -> int:
    try:
        return int(printed or "")
    except ValueError:
        return otherwise
