"""Draws a table cell by cell: columns as printed, lines by their place, an anchor a cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.site.addresses import slug
from pipelines.site.blocks import Cell, Line, Table, position
from pipelines.site.published import Row

# Cells of one redrawn table, which take some 100 bytes each
MOST_CELLS = 4_000

# What a cell is found by: the kind of table, the paper, and what the cell says.
Key = tuple[object, ...]
# What tells a line or a column from the others, and its label or head
Labelled = tuple[object, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A redrawn table of one paper, and the anchor of each of its cells.

    Attributes:
        cells: Anchors by what they show.
    """

    paper_id: str
    table: Table
    cells: dict[Key, str]


class Drawing:
    """One table while its cells are put in, in any order.

    Args:
        paper_id: The paper that prints it.
        name: A name that no other table of the paper has.
        title: The title of the table.
        stub: The head over the labels of lines.
    """

    def __init__(self, paper_id: str, name: str, title: str, stub: str) -> None:
        self._paper_id, self._anchor, self._title, self._stub = paper_id, slug(name), title, stub
        self._columns: dict[Labelled, None] = {}
        self._lines: dict[Labelled, tuple[str, str]] = {}
        self._cells: dict[tuple[Labelled, Labelled], tuple[str, tuple[Key, ...]]] = {}

    def put(self, line: Labelled, column: Labelled, row: Row, text: str, *keys: Key) -> None:
        """Put a cell.

        Args:
            line: Its line.
            column: Its column; columns stay in the order in which they are first named, unless a
                line shows the printed one.
            row: The row that was read, with place and words.
            text: What the cell says.
            keys: What it is found by.
        """
        self._columns.setdefault(column)
        self._lines.setdefault(line, (row.locator, row.quote))
        self._cells.setdefault((line, column), (text, keys))

    def drawn(self) -> Iterator[Drawn]:
        """The table, in several if it has too many cells for one page."""
        columns = self._columns_as_printed()
        head = (self._stub, *(name for _, name in columns))
        ordered = sorted(self._lines, key=lambda line: position(self._lines[line][0]))
        most = max(1, MOST_CELLS // len(head))
        for start in range(0, len(ordered), most):
            anchor = f"{self._anchor}-from-{start + 1}" if start else self._anchor
            anchors: dict[Key, str] = {}
            lines = []
            for row_no, line in enumerate(ordered[start : start + most], start=1):
                cells = [Cell(line[1])]
                for column_no, column in enumerate(columns, start=1):
                    text, keys = self._cells.get((line, column), ("", ()))
                    place = f"{anchor}.{row_no}.{column_no}"
                    cells.append(Cell(text, place if keys else None))
                    for key in keys:
                        anchors.setdefault(key, place)
                lines.append(Line(tuple(cells), *self._lines[line]))
            table = Table(anchor, self._title, head, tuple(lines))
            yield Drawn(self._paper_id, table, anchors)

    def _columns_as_printed(self) -> list[Labelled]:
        """The columns in the order of the first row whose words hold each of its figures once."""
        for line, (_, quote) in self._lines.items():
            texts = {column: self._cells.get((line, column), ("",))[0] for column in self._columns}
            words = quote.split()
            if all(words.count(text) == 1 for text in texts.values()):
                return sorted(self._columns, key=lambda column: words.index(texts[column]))
        return list(self._columns)
