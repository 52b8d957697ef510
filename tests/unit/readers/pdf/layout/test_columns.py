"""Pages of a PDF set in columns, with tables in them."""

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import (
    TOP,
    Draw,
    assert_quotes_hold,
    both,
    lines,
    pdf_of,
    shown,
    table,
)

LEFT_EDGES = (72.0, 150.0, 220.0)
RIGHT_EDGES = (320.0, 398.0, 468.0)
HEAD = ("Name", "Council")
NAMES = (("Ann Bee", "Northport"), ("Cee Dee", "Southport"), ("Eff Gee", "Westport"))
MORE = (("Haa Eye", "Eastport"), ("Jay Kay", "Northport"), ("Ell Emm", "Southport"))
QUAY = ("The quay of the old harbour was mended", "before the boats came in from the north.")
PIER = ("The pier is let to those who sell ice", "and the dues are paid by the month.")


def printed(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return [("row", " | ".join(pair)) for pair in pairs]


def column(left: float, above: tuple[str, ...], rows: tuple[tuple[str, str], ...]) -> Draw:
    edges = LEFT_EDGES if left < 200 else RIGHT_EDGES
    return both(lines(*above, left=left), table(rows, edges, top=TOP - 60))


def test_each_column_has_its_table() -> None:
    page = both(column(72, QUAY, (HEAD, *NAMES)), column(320, PIER, (HEAD, *MORE)))
    document = read_pdf(pdf_of(page))
    assert shown(document) == [
        ("paragraph", " ".join(QUAY)),
        *printed(HEAD, *NAMES),
        ("paragraph", " ".join(PIER)),
        *printed(HEAD, *MORE),
    ]
    assert_quotes_hold(document)


def test_a_table_goes_on_in_the_next_column() -> None:
    page = both(
        column(72, QUAY, (HEAD, *NAMES)),
        table((HEAD, *MORE), RIGHT_EDGES),
        lines(*PIER, left=324, top=TOP - 100),
    )
    assert shown(read_pdf(pdf_of(page))) == [
        ("paragraph", " ".join(QUAY)),
        *printed(HEAD, *NAMES, *MORE),
        ("paragraph", " ".join(PIER)),
    ]


def test_a_ruled_table_ends_a_column() -> None:
    page = both(
        table((HEAD, *NAMES, *MORE), LEFT_EDGES, is_ruled=True),
        table((HEAD, *MORE), RIGHT_EDGES, is_ruled=True),
        lines(*PIER, left=320, top=TOP - 100),
    )
    assert shown(read_pdf(pdf_of(page)))[-1] == ("paragraph", " ".join(PIER))


def test_bullets_that_are_printed_last_stand_in_their_column() -> None:
    items = ("Ice and salt", "Boats and nets")
    page = both(
        lines(*QUAY, "", items[0], "", items[1], "", *QUAY),
        lines(*PIER, "", *PIER, "", *PIER, left=320),
        lines("\u2022", "", "\u2022", left=62, top=TOP - 36),
    )
    assert shown(read_pdf(pdf_of(page))) == [
        ("paragraph", " ".join(QUAY)),
        ("list_item", items[0]),
        ("list_item", items[1]),
        ("paragraph", " ".join(QUAY)),
        *[("paragraph", " ".join(PIER))] * 3,
    ]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    left = (
        "The harbour has a quay, a pier and two",
        *QUAY[:1] * 4,
        "which the board looked at when it",
    )
    right = ("met in the spring, and which it wants to", *PIER[:1] * 4, "keep.")
    page = both(lines(*left), lines(*right, left=320))
    assert shown(read_pdf(pdf_of(page))) == [("paragraph", " ".join((*left, *right)))]


def test_a_row_of_tall_cells_is_no_page_of_columns() -> None:
    tall = ("The quay was\nmended before\nthe boats came\nin from the\nnorth.",) * 2
    rows = (("Quay", "Pier"), tall, ("Dues", "Boats"), tall)
    assert shown(read_pdf(pdf_of(table(rows, (72.0, 200.0, 330.0))))) == printed(
        rows[0],
        tuple(text.replace("\n", " ") for text in tall),
        rows[2],
        tuple(text.replace("\n", " ") for text in tall),
    )


def test_a_column_holds_a_table_with_tall_cells() -> None:
    tall = (
        "The quay was\nmended before\nthe boats came\nin from the\nnorth coast.",
        "The pier is\nlet to those\nwho sell ice\nand salt in\nthe winter.",
    )
    rows = (("Quay", "Pier"), tall, tall)
    page = both(
        lines(*QUAY),
        table(rows, (72.0, 165.0, 260.0), top=TOP - 40),
        lines(*PIER * 8, left=320),
    )
    flat = (tall[0].replace("\n", " "), tall[1].replace("\n", " "))
    assert shown(read_pdf(pdf_of(page))) == [
        ("paragraph", " ".join(QUAY)),
        *printed(rows[0], flat, flat),
        ("paragraph", " ".join(PIER * 8)),
    ]
