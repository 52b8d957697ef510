"""Numbers in the margin that count the lines of a draft."""

from reportlab.pdfgen.canvas import Canvas

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import LEADING, TOP, Draw, both, lines, pdf_of, shown, table

TEXTS = [f"The keepers of quay {name} met, and all of them came to the hall." for name in "ABCDE"]
PROSE = [
    text for each in TEXTS for text in (each, "Boats pay dues.", "Rafts pay none.", "All pay.")
]
MORE = ["The board met again in June.", "It looked at the boats."]
EDGES = (72.0, 200.0, 300.0)


def counted(texts: list[str], first: int, top: float = TOP) -> Draw:
    def draw(canvas: Canvas) -> None:
        for number in range(len(texts)):
            canvas.drawRightString(60.0, top - number * LEADING, str(first + number))

    return both(lines(*texts, top=top), draw)


def test_numbers_that_count_lines_are_left_out_of_all_pages() -> None:
    first = both(counted(PROSE, 1), lines("1", left=290.0, top=40))
    second = both(
        counted(MORE, 21),
        table((("Name", "Boats"), ("Ann Bee", "4")), EDGES, top=TOP - 6 * LEADING),
        lines("2", left=290.0, top=40),
    )
    document = read_pdf(pdf_of(first, second))
    assert " ".join(text for _, text in shown(document)) == " ".join(
        [*PROSE, *MORE, "Name | Boats", "Ann Bee | 4"]
    )


def test_items_of_an_agenda_keep_their_numbers() -> None:
    titles = [f"Report on quay {name}" for name in "ABCDEFGHIJKLMNOP"]
    items = [(str(number), title) for number, title in enumerate(titles, start=1)]
    draw = both(
        lines("The agenda of the board", left=200.0, top=TOP + 60),
        lines("Monday 9 March 2020", left=210.0, top=TOP + 40),
        lines("The old town hall", left=215.0, top=TOP + 20),
        table(items, EDGES),
    )
    assert shown(read_pdf(pdf_of(draw)))[-1] == ("row", "16 | Report on quay P")
