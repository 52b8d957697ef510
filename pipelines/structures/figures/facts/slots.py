"""What fills the slots of one count: programme, dimension and value, unit and year."""

from collections.abc import Sequence
from typing import NamedTuple

from pipelines.structures.figures.axes import Axis, is_spoken, name_of, value_of
from pipelines.structures.figures.line_words import (
    EVERY,
    TOTAL_VALUE,
    YEAR_ENDED,
    LineWords,
    Programme,
    year_before,
)
from pipelines.structures.figures.roles import TableRoles

# Who a programme is for, if nothing beside its figures says it
UNIT_OF_THEME = {"leadership": "councillors", "graduates": "graduates"}
BODIES = ("councils", "authorit")  # not councillors
LEAST_PROGRAMMES = 2  # known programmes in a table: it counts councillors, as the LGA's do
COUNCILLORS, MIXED = "councillors", "mixed"
# Participants and places: who that is depends on the programme
ANYBODY = ("people", "places")
MEASURES = frozenset({"measure", "target", "result"})
# A line with one of these counts something besides those who took part.
ELSEWHERE = frozenset({"survey", "other"})
# What figures of a line count besides people who came
NOT_COUNTED = frozenset({"denominator", "percentage", "share", "rank", "average", "change"})


class Crossing(NamedTuple):
    """The lines that meet in one cell: head, label, section, and the axes of both directions.

    Attributes:
        named: The known programmes that the heads and labels of the table name.
        section_kind: The dimension whose values the sections of the table are.
    """

    roles: TableRoles
    head: LineWords
    label: LineWords
    section: LineWords
    across: Axis
    down: Axis
    named: Sequence[Programme]
    section_kind: str | None


def period_of(roles: TableRoles, line: LineWords) -> str | None:
    """The financial year of a head or label; a bare year is one if the table says its end."""
    if line.period or not line.bare_year:
        return line.period
    lines = [*roles.captions, *(column.words for column in roles.columns)]
    ended = any(YEAR_ENDED.search(each.text) for each in lines)
    return year_before(line.bare_year) if ended else None


def programme_of(cell: Crossing) -> Programme | None:
    """The programme: of the head, the label, the section, the title."""
    if cell.across.has_programmes:
        if cell.head.programme:
            return cell.head.programme
        return name_of(cell.head) if cell.head.rest else None
    label = cell.label
    if cell.down.has_programmes:
        if label.is_total or label.programme:
            return label.programme or Programme(EVERY, "Total")
        is_name = cell.down.takes_unknown and not is_spoken(label) and not label.is_torn
        return name_of(label) if is_name else None
    for line in (cell.head, label, cell.section):
        is_row = line is not cell.head  # a head that names one makes an axis
        if is_row and line.programme and line.programme.programme_id != EVERY:
            return line.programme
        if line.programmes:
            return line.programmes[0] if len(line.programmes) == 1 else None
    return _programme_above(cell)


def place_of(cell: Crossing) -> tuple[str, str] | None:
    """Dimension and value; None if a count has a value of two dimensions, or an unknown one."""
    axis, label, across = cell.down, cell.label, cell.across
    above = value_of(cell.head, across)
    if axis.dimension is None and cell.section_kind and cell.section.values:
        axis, label = Axis(cell.section_kind), cell.section
    if axis.dimension is None:
        if across.dimension is None:
            return (TOTAL_VALUE, TOTAL_VALUE)
        return (across.dimension, above) if above else None
    down = value_of(label, axis)
    if down is None or across.dimension is None:
        return (axis.dimension, down) if down else None
    if above is None:
        return None
    if above == TOTAL_VALUE:
        return axis.dimension, down
    return (across.dimension, above) if down == TOTAL_VALUE else None


def unit_of(cell: Crossing, programme: Programme) -> str | None:
    """Who is counted: by the head, the label, the title, or by what the programme is for."""
    is_value = cell.down.dimension is not None or cell.label.is_total
    lines = [cell.head, cell.section] if is_value else [cell.head, cell.label, cell.section]
    units = [line.unit for line in lines if line.unit and line.unit != MIXED]
    if units and units[0] not in ANYBODY:
        return units[0]
    caption = next((line for line in cell.roles.captions if line.unit), None)
    is_told = caption is not None and caption.unit not in (MIXED, *ANYBODY)
    if caption is not None and is_told and not _only_breaks_down(caption):
        return caption.unit
    named = cell.named
    if len(named) >= LEAST_PROGRAMMES and any(each.theme == "leadership" for each in named):
        return COUNCILLORS
    themes = {each.theme for each in named} or {programme.theme}
    own = UNIT_OF_THEME.get(themes.pop()) if len(themes) == 1 else None
    return own or next(iter(units), None)


def _programme_above(cell: Crossing) -> Programme | None:
    """The one programme of the title, if nothing in the lines above speaks of something else."""
    head = cell.head
    for line in cell.roles.captions:
        is_measured = bool(line.status or line.roles & MEASURES)
        if line.roles & (NOT_COUNTED | ELSEWHERE) and not is_measured:
            return None
        if line.programmes:
            is_clear = not line.rest or is_measured or head.status or head.roles & MEASURES
            return line.programmes[0] if len(line.programmes) == 1 and is_clear else None
    return None


def _only_breaks_down(caption: LineWords) -> bool:
    """Whether `by type of council` is what names councils, and nothing is counted in them."""
    counted, _, rest = caption.text.lower().partition("by ")
    words = counted.split()
    return bool(rest) and not any(word.startswith(BODIES) for word in words)
