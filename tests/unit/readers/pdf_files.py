"""Small PDF files for the tests of the reader, drawn line by line."""

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents import Document, Kind

TOP = A4[1] - 72  # points from below: the first line of a page
LEFT = 72.0
LEADING = 12.0
Draw = Callable[[Canvas], None]
Dress = Callable[[Canvas, Sequence[float], Sequence[float]], None]


def pdf_of(*pages: Draw, size: tuple[float, float] = A4, password: str = "") -> bytes:
    """A PDF with a page for each function, which draws it."""
    target = io.BytesIO()
    lock = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(target, pagesize=size, invariant=1, encrypt=lock)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def lines(*texts: str, left: float = LEFT, top: float = TOP) -> Draw:
    """Lines below each other; an empty one is a gap."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            if text:
                canvas.drawString(left, top - number * LEADING, text)

    return draw


def table(
    rows: Sequence[Sequence[str]],
    edges: Sequence[float],
    *,
    top: float = TOP,
    is_ruled: bool = False,
    dress: Dress | None = None,
    pitch: float = 18.0,
) -> Draw:
    """Rows of cells at the edges; a line feed in a cell begins a new line of it.

    Before the words `dress` draws shades and lines, told the edges and where rows begin and end.
    """

    def draw(canvas: Canvas) -> None:
        heights = [max(len(text.split("\n")) for text in row) - 1 for row in rows]
        tops = [top]
        for height in heights:
            tops.append(tops[-1] - height * LEADING - pitch)
        levels = [y + pitch - 6 for y in tops]
        if dress:
            dress(canvas, edges, levels)
        for y, row in zip(tops, rows, strict=False):
            for left, text in zip(edges, row, strict=False):
                for number, line in enumerate(text.split("\n")):
                    canvas.drawString(left + 4, y - number * LEADING, line)
        if is_ruled:
            canvas.grid(list(edges), levels)

    return draw


def both(*draws: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for each in draws:
            each(canvas)

    return draw


def shown(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block; of a table its rows, paragraphs of a cell parted by a slash."""
    found = []
    for block in document.blocks:
        if block.kind is Kind.TABLE:
            for row in block.rows:
                cells = [" / ".join(p.text for p in cell.paragraphs) for cell in row.cells]
                found.append(("row", " | ".join(cells)))
        else:
            found.append((str(block.kind), block.text))
    return found


def assert_quotes_hold(document: Document) -> None:
    """Every passage stands at its place, whole and in part."""
    for block in document.blocks:
        passages = [block.passage]
        passages += [row.passage for row in block.rows]
        passages += [p for row in block.rows for c in row.cells for p in c.paragraphs]
        for passage in passages:
            assert document.holds(passage.quote(), passage.span), passage
            assert document.holds(passage.part(2).quote(), passage.span), passage


# A table, where its columns begin, and a line of prose that is as wide as the page
HEAD = ("Name", "Council", "Dues")
ROWS = (("Ann Bee", "Northport", "4"), ("Cee Dee", "Southport", "13"), ("Eff Gee", "", "7"))
EDGES = (72.0, 180.0, 320.0, 400.0)
WIDE = "The board looked at what the harbour costs and at what the boats that use it now pay for"


def rows(*texts: str) -> list[tuple[str, str]]:
    """What `shown` says of a table's rows."""
    return [("row", text) for text in texts]


# The table as it is to be read
PLAIN = rows(
    "Name | Council | Dues",
    "Ann Bee | Northport | 4",
    "Cee Dee | Southport | 13",
    "Eff Gee |  | 7",
)
