"""Rows whose cells go on from the row above: a name or an authority over two lines is one."""

from collections.abc import Iterable, Iterator, Sequence

from pipelines.documents import Cell, Row
from pipelines.structures.people.cells import Cells, joined, without_marks


def joined_rows(rows: Iterable[Row], cells: Cells) -> Iterator[Row]:
    """The rows of a table, with those that go on from the row above joined to it."""
    above: Row | None = None
    for row in rows:
        if above and (_goes_on(above, row, cells) or _completes(above, row, cells)):
            above = _join(above, row)
            continue
        if above:
            yield above
        above = row
    if above:
        yield above


def _goes_on(above: Row, row: Row, cells: Cells) -> bool:
    """Whether each cell of a row goes on from the one above, and at least one has to.

    A cell has to if it does not stand alone and both together do, or if the one above does not
    stand alone. A cell that stands alone below one that does is of a row of its own. In a row as
    full as the one above each cell has to.
    """
    printed = [column for column, text in enumerate(row.texts) if text]
    if not printed or _is_label(row, printed, cells):
        return False
    verdicts = []
    for column in printed:
        first = above.texts[column] if column < len(above.texts) else ""
        verdict = _verdict(first, row.texts[column], cells) if first else False
        if verdict is False:
            return False
        verdicts.append(verdict)
    if len(printed) == 1 and verdicts[0] is None:
        return bool(_kinds(above.texts[printed[0]], row.texts[printed[0]], cells))
    is_full = len(printed) == sum(map(bool, above.texts)) and len(printed) > 1
    return all(verdicts) if is_full else any(verdicts)


def _completes(above: Row, row: Row, cells: Cells) -> bool:
    """Whether two rows are the parts of one that a page break cut, one of them with its name."""
    pairs = list(zip(above.texts, row.texts, strict=False))
    if len(above.texts) != len(row.texts) or bool(above.texts[0]) == bool(row.texts[0]):
        return False
    if above.texts[0] and above.passage.span.page == row.passage.span.page:
        return False
    printed = [column for column, text in enumerate(row.texts) if text]
    others = [column for column, text in enumerate(above.texts) if text]
    is_apart = not any(first and second for first, second in pairs)
    is_label = _is_label(row, printed, cells) or _is_label(above, others, cells)
    return is_apart and not is_label


def _is_label(row: Row, printed: Sequence[int], cells: Cells) -> bool:
    text = row.texts[printed[0]]
    is_alone = len(printed) == 1 and printed[0] == 0 and text[0] not in "(["
    return is_alone and (text.endswith(":") or cells.is_label(text))


def _verdict(first: str, second: str, cells: Cells) -> bool | None:
    """Whether two cells are one: True if they must be, False if they cannot, None if they may."""
    first, second = without_marks(first), without_marks(second)
    whole = _kinds(first, second, cells)
    if second[0] in "([" or first.count("(") > first.count(")"):
        return True if whole else None
    if cells.is_person(second) and cells.is_person(first):
        return False
    if cells.kinds(second):
        return bool(whole - cells.kinds(first))
    is_said = cells.is_person(first) and not first.endswith("-")
    return True if whole and not is_said else None


def _kinds(first: str, second: str, cells: Cells) -> frozenset[str]:
    glue = "" if first.endswith("-") else " "
    return cells.kinds(f"{first}{glue}{second}")


def _join(above: Row, row: Row) -> Row:
    cells = tuple(
        _joined_cell(cell, row.cells[column] if column < len(row.cells) else Cell())
        for column, cell in enumerate(above.cells)
    )
    is_named = bool(above.texts[0]) or above.passage.span.page == row.passage.span.page
    passages = [above.passage, row.passage] if is_named else [row.passage]
    return Row(cells, joined(passages), above.is_agreed and row.is_agreed)


def _joined_cell(one: Cell, other: Cell) -> Cell:
    if not other.paragraphs or not one.paragraphs:
        return one if one.paragraphs else other
    *before, last = one.paragraphs
    first, *after = other.paragraphs
    return Cell((*before, joined([last, first]), *after))
