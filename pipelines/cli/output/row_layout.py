"""Rows of a query for people: as a table, one field a line, or as a table of Markdown."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

import click
from rich.cells import cell_len, set_cell_size

from pipelines.runtime.terminal_text import one_line

Layout = Literal["table", "line", "markdown"]
WIDEST_CELL = 60  # columns of a terminal, for a cell of a table
NARROWEST_VALUE = 20  # and for a value that has a line to itself
CUT = "…"
GAP = "  "
# Decimals of a number that is not whole: below 1, and from 1 on
DECIMALS_OF_SHARES, DECIMALS = 4, 2


def lay_out(
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    width: int,
    layout: Layout = "table",
    is_full: bool = False,
) -> str:
    """The rows as text; a table that is wider than the terminal has one field a line instead.

    Args:
        columns: The names of the columns.
        rows: The values; NULL is an empty cell.
        width: The columns of the terminal.
        layout: The form; only a table gives way.
        is_full: Whether numbers are printed as they are and no text is cut.
    """
    names = [one_line(column) for column in columns]
    texts = _texts(rows, len(names), is_full)
    numeric = [all(_is_number_or_null(row[place]) for row in rows) for place in range(len(names))]
    if layout == "markdown":
        return "\n".join(_markdown(names, texts, numeric))
    cut = texts if is_full else [[_cut(text, WIDEST_CELL) for text in row] for row in texts]
    widths = [max(map(cell_len, column)) for column in zip(names, *cut, strict=True)]
    if layout == "table" and sum(widths) + len(GAP) * (len(widths) - 1) <= width:
        lines, shown = list(_table(names, cut, widths, numeric)), cut
    else:
        lines, shown = _one_a_line(names, texts, width, is_full)
    lines.append("1 row" if len(rows) == 1 else f"{len(rows):,} rows")
    if shown != texts:
        lines[-1] += f"; text is cut at {CUT}, --full shows all of it"
    return "\n".join(lines)


def _texts(rows: Sequence[Sequence[Any]], count: int, is_full: bool) -> list[list[str]]:
    """The values as text, those of a column with the same decimals."""
    decimals = [None if is_full else _decimals([row[at] for row in rows]) for at in range(count)]
    return [[_text(value, decimals[at]) for at, value in enumerate(row)] for row in rows]


def _text(value: Any, decimals: int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and decimals is not None:
        return f"{value:.{decimals}f}"
    return one_line(str(value))


def _decimals(values: Sequence[Any]) -> int | None:
    """The decimals that a column of numbers needs, and no more than are worth reading."""
    numbers = [value for value in values if isinstance(value, float)]
    if not numbers or not all(abs(number) < float("inf") for number in numbers):
        return None
    most = DECIMALS_OF_SHARES if max(map(abs, numbers)) < 1 else DECIMALS
    rounded = [f"{number:.{most}f}".rstrip("0") for number in numbers]
    return max(len(text.partition(".")[2]) for text in rounded) or 1


def _is_number_or_null(value: Any) -> bool:
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return value is None or is_number


def _table(
    names: Sequence[str],
    texts: Sequence[Sequence[str]],
    widths: Sequence[int],
    numeric: Sequence[bool],
) -> Iterator[str]:
    """Aligned columns, numbers to the right."""
    for row, is_head in ((names, True), *((text, False) for text in texts)):
        cells = [
            _padded(text, size, to_right=to_right)
            for text, size, to_right in zip(row, widths, numeric, strict=True)
        ]
        line = GAP.join(cells).rstrip()
        yield click.style(line, bold=True) if is_head else line


def _padded(text: str, size: int, *, to_right: bool) -> str:
    blanks = " " * (size - cell_len(text))
    return blanks + text if to_right else text + blanks


def _one_a_line(
    names: Sequence[str], texts: Sequence[Sequence[str]], width: int, is_full: bool
) -> tuple[list[str], list[list[str]]]:
    """Each field on a line of its own, a blank line between rows; and what is shown of each."""
    label = max(map(cell_len, names), default=0)
    room = max(width - label - len(GAP), NARROWEST_VALUE)
    lines: list[str] = []
    shown = []
    for row in texts:
        values = list(row) if is_full else [_cut(text, room) for text in row]
        shown.append(values)
        for name, value in zip(names, values, strict=True):
            blanks = " " * (label - cell_len(name)) + GAP
            lines.append(f"{click.style(name, bold=True)}{blanks}{value}".rstrip())
        lines.append("")
    return lines, shown


def _cut(text: str, most: int) -> str:
    if cell_len(text) <= most:
        return text
    return set_cell_size(text, most - cell_len(CUT)).rstrip() + CUT


def _markdown(
    names: Sequence[str], texts: Sequence[Sequence[str]], numeric: Sequence[bool]
) -> Iterator[str]:
    """A table for a page of Markdown; nothing is cut."""
    yield _markdown_row(names)
    yield _markdown_row(["---:" if to_right else "---" for to_right in numeric])
    for row in texts:
        yield _markdown_row([text.replace("|", "\\|") for text in row])


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
