"""Heads of tables without ruling lines: wrapped, centred, repeated, as close as words."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents import Kind
from pipelines.readers.pdf.layout.elements import Prose, Table
from pipelines.readers.pdf.layout.lines import Extent, fragment_of, lines_of
from pipelines.readers.pdf.layout.page_layout import carried_columns
from pipelines.readers.pdf.page.characters import Font, Word
from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import LEADING, TOP, Draw, both, lines, pdf_of, shown

FONT = Font(10.0, is_bold=False)
HEAD = ("Name", "Boats", "Rafts", "All")
EDGES = (72.0, 200.0, 300.0, 380.0)
ROWS = (("Ann Bee", "4", "7", "11"), ("Cee Dee", "13", "2", "15"), ("Eff Gee", "", "3", "3"))
PITCH = 24.0
SHOWN = ["Ann Bee | 4 | 7 | 11", "Cee Dee | 13 | 2 | 15", "Eff Gee |  | 3 | 3"]


def cells(row: Sequence[str], top: float, rise: float = 0.0) -> Draw:
    """A row drawn cell by cell; each line of a cell above the last is drawn `rise` lines higher.

    With a rise of 1 cells are set to the foot of the row, with half of that to its middle.
    """

    def draw(canvas: Canvas) -> None:
        for left, text in zip(EDGES, row, strict=False):
            parts = text.split("\n")
            for number, line in enumerate(parts):
                lift = rise * (len(parts) - 1) - number
                canvas.drawString(left, top + lift * LEADING, line)

    return draw


def body(top: float, texts: Sequence[Sequence[str]] = ROWS) -> Draw:
    return both(*(cells(row, top - number * PITCH) for number, row in enumerate(texts)))


@pytest.mark.parametrize("rise", [1.0, 0.5], ids=["set to the foot", "set to the middle"])
@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (("Name", "Boats", "Rafts", "Total\nof craft"), "Name | Boats | Rafts | Total of craft"),
        (("", "Boats", "Rafts", "Total\nof craft"), " | Boats | Rafts | Total of craft"),
        (("Name of\nmember", "Boats", "Rafts", "All"), "Name of member | Boats | Rafts | All"),
    ],
    ids=["the last head", "the last head, and none first", "the first head"],
)
def test_a_wrapped_head(head: tuple[str, ...], wanted: str, rise: float) -> None:
    prose = lines("The board looked at the craft.", top=TOP + 50)
    last = cells(("Gee Aitch\nof Eastport", "5", "6", "11"), TOP - 4 * PITCH - LEADING, rise)
    page = both(prose, cells(head, TOP, rise), body(TOP - PITCH), last)
    assert [text for _, text in shown(read_pdf(pdf_of(page)))] == [
        "The board looked at the craft.",
        wanted,
        *SHOWN,
        "Gee Aitch of Eastport | 5 | 6 | 11",
    ]


def test_a_heading_right_above_a_table_is_no_line_of_its_head() -> None:
    page = both(cells(("Craft",), TOP + LEADING), cells(HEAD, TOP), body(TOP - PITCH))
    document = read_pdf(pdf_of(page))
    assert [text for _, text in shown(document)] == ["Craft", " | ".join(HEAD), *SHOWN]


def test_a_label_as_close_as_rows_is_above_the_table() -> None:
    page = both(cells(("Craft",), TOP + PITCH), cells(("Name", "Boats"), TOP), body(TOP - PITCH))
    document = read_pdf(pdf_of(page))
    assert shown(document)[0] == ("paragraph", "Craft")


def test_a_row_begins_left_of_a_centred_head() -> None:
    head = lines("Name", left=120.0)
    rows = body(TOP - PITCH, (("North group",), ("Ann Bee Cee Dee Eff", "4"), ROWS[0][:2]))
    page = both(head, lines("Boats", left=190.0), rows)
    assert [text for _, text in shown(read_pdf(pdf_of(page)))] == [
        "Name | Boats",
        "North group | ",
        "Ann Bee Cee Dee Eff | 4",
        "Ann Bee | 4",
    ]


def test_a_wide_gap_below_a_head_that_the_page_repeats() -> None:
    head = cells(HEAD, TOP)
    first = both(lines("The board looked at the craft.", top=TOP + 50), head, body(TOP - PITCH))
    second = both(
        head, body(TOP - 50.0, (("Gee Aitch", "5", "6", "11"), ("Jay Kay", "", "1", "1")))
    )
    document = read_pdf(pdf_of(first, second))
    assert [text for _, text in shown(document)][1:] == [
        " | ".join(HEAD),
        *SHOWN,
        "Gee Aitch | 5 | 6 | 11",
        "Jay Kay |  | 1 | 1",
    ]


def test_heads_of_one_table_are_not_told_by_columns_of_the_next() -> None:
    title = both(lines("Title:"), lines("North harbour board", left=200.0))
    place = both(
        lines("Place:", top=TOP - 12), lines("The old town hall", left=200.0, top=TOP - 12)
    )
    below = both(
        *(
            both(
                lines("Ann", left=200.0, top=TOP - 70 - 12 * number),
                lines("Northport", left=262.0, top=TOP - 70 - 12 * number),
            )
            for number in range(3)
        )
    )
    document = read_pdf(pdf_of(both(title, place, below)))
    assert [text for _, text in shown(document)][:2] == [
        "Title: | North harbour board",
        "Place: | The old town hall",
    ]


def test_heads_that_nearly_touch_above_numbers() -> None:
    def page(canvas: Canvas) -> None:
        for right, text in ((100, "Quay"), (220, "North"), (248, "South"), (330, "Outer pier")):
            canvas.drawRightString(right, TOP, text)
        for number, row in enumerate((("Ann", "4", "5", "9"), ("Cee", "1", "7", "8")), start=1):
            for right, text in zip((100, 220, 248, 330), row, strict=True):
                canvas.drawRightString(right, TOP - 16 * number, text)

    assert [text for _, text in shown(read_pdf(pdf_of(page)))] == [
        "Quay | North | South | Outer pier",
        "Ann | 4 | 5 | 9",
        "Cee | 1 | 7 | 8",
    ]


def test_a_head_divided_at_a_hyphen() -> None:
    head = both(cells(("Name", "Boats", "Rafts", "To-"), TOP), lines("tal", left=380, top=TOP - 9))
    rows = both(*(cells(row, TOP - 18 - 9 * number) for number, row in enumerate(ROWS)))
    page = both(head, rows, lines("The total is high.", top=300))
    assert [text for _, text in shown(read_pdf(pdf_of(page)))] == [
        "Name | Boats | Rafts | Total",
        *SHOWN,
        "The total is high.",
    ]


def test_heads_alone_at_the_foot_tell_the_columns_below_another_table() -> None:
    def prose(top: float, *texts: tuple[str, float]) -> Prose:
        words = [Word(text, left, left + 30, top, top + 8, 0) for text, left in texts]
        return Prose(lines_of(fragment_of([word], FONT) for word in words), Kind.PARAGRAPH)

    columns = [Extent(72.0, 120.0), Extent(150.0, 190.0)]
    above = Table([], columns, 72.0, 190.0, 100.0, 160.0, 0, is_ruled=False)
    heads = prose(300.0, ("Name", 72.0), ("Boats", 200.0), ("Rafts", 300.0))
    title = prose(280.0, ("Boats and rafts of all members that went to sea", 72.0))
    assert carried_columns([above, title, heads]) == [
        Extent(72.0, 102.0),
        Extent(200.0, 230.0),
        Extent(300.0, 330.0),
    ]
    assert carried_columns([above]) == columns


def test_a_head_of_three_lines_above_rows_as_close_as_its_lines() -> None:
    head = ("Name", "3\nMay\n2016", "21\nFebruary\n2017")
    marks = (("Ann\nBee", "P", "A"), ("Cee\nDee", "A", "P"), ("Eff\nGee", "P", "P"))
    page = both(
        cells(head, TOP + 2 * LEADING),
        *(cells(row, TOP - 2.05 * LEADING * n - LEADING) for n, row in enumerate(marks)),
    )
    (table,) = (block for block in read_pdf(pdf_of(page)).blocks if block.kind is Kind.TABLE)
    assert [" | ".join(row.texts) for row in table.rows] == [
        "Name | 3 May 2016 | 21 February 2017",
        *("Ann Bee | P | A", "Cee Dee | A | P", "Eff Gee | P | P"),
    ]


@pytest.mark.parametrize(
    ("middles", "spans"),
    [((238, 404), (1, 2, 1, 1)), ((200, 340), (1, 1, 2, 1))],
    ids=["over the first two", "over the last two"],
)
def test_years_over_heads_of_marks(middles: tuple[int, int], spans: tuple[int, ...]) -> None:
    head = ("Name", "3 May", "7 June", "9 July")
    marks = (("Ann Bee", "P", "A", "P"), ("Cee Dee", "A", "P", "P"), ("Eff Gee", "P", "P", "A"))

    def centred(canvas: Canvas) -> None:
        for middle, year in zip(middles, ("2015", "2016"), strict=True):
            canvas.drawCentredString(middle, TOP + 14, year)
        for number, (name, *others) in enumerate((head, *marks)):
            canvas.drawString(EDGES[0], TOP - PITCH * number, name)
            for middle, text in zip((200, 276, 404), others, strict=True):
                canvas.drawCentredString(middle, TOP - PITCH * number, text)

    (table,) = (block for block in read_pdf(pdf_of(centred)).blocks if block.kind is Kind.TABLE)
    assert tuple(cell.span for cell in table.rows[0].cells) == spans
    assert [row.texts for row in table.rows[1:]] == [head, *marks]
