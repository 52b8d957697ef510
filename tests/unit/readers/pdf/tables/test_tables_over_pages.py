"""Tables in PDF papers that go on over the page, with and without ruling lines."""

import pytest

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import (
    EDGES,
    HEAD,
    PLAIN,
    ROWS,
    TOP,
    WIDE,
    assert_quotes_hold,
    both,
    lines,
    pdf_of,
    rows,
    shown,
    table,
)


@pytest.mark.parametrize("is_ruled", [True, False], ids=["ruled", "borderless"])
@pytest.mark.parametrize("repeats", [True, False], ids=["header repeated", "header once"])
def test_a_table_goes_on_over_the_page(is_ruled: bool, repeats: bool) -> None:
    below = (HEAD, *ROWS[1:]) if repeats else ROWS[1:]
    document = read_pdf(
        pdf_of(
            both(lines(WIDE), table((HEAD, ROWS[0]), EDGES, top=TOP - 50, is_ruled=is_ruled)),
            table(below, EDGES, is_ruled=is_ruled),
        )
    )
    assert shown(document) == [("paragraph", WIDE), *PLAIN]
    assert_quotes_hold(document)


def test_columns_are_carried_over_the_page_where_cells_are_blank() -> None:
    document = read_pdf(
        pdf_of(
            table((HEAD, *ROWS), EDGES),
            table((("Haa Eye", "", "9"), ("Jay Kay", "", "2")), EDGES),
        )
    )
    assert shown(document) == [*PLAIN, *rows("Haa Eye |  | 9", "Jay Kay |  | 2")]


def test_a_header_alone_at_the_foot_begins_the_table() -> None:
    document = read_pdf(
        pdf_of(both(lines(WIDE, "a year."), table((HEAD,), EDGES, top=100)), table(ROWS, EDGES))
    )
    assert shown(document) == [("paragraph", f"{WIDE} a year."), *PLAIN]


def test_a_wrapped_label_at_the_foot_is_a_row_of_the_table_that_goes_on() -> None:
    wide = ("Name of member", *HEAD[1:])
    document = read_pdf(
        pdf_of(
            both(
                lines(WIDE, "a year."),
                table((wide, *ROWS, ("North quay and\nthe islands",)), EDGES, top=150, pitch=16),
            ),
            table(
                (("Haa Eye", "", "9"), ("South quay and\nthe hills",), ("Jay Kay", "", "2")), EDGES
            ),
        )
    )
    assert shown(document) == [
        ("paragraph", f"{WIDE} a year."),
        *rows(
            "Name of member | Council | Dues",
            *(text for _, text in PLAIN[1:]),
            "North quay and the islands |  | ",
            "Haa Eye |  | 9",
            "South quay and the hills |  | ",
            "Jay Kay |  | 2",
        ),
    ]


def test_a_header_and_a_wrapped_label_at_the_foot_begin_the_table() -> None:
    wide = ("Name of member", *HEAD[1:], "Votes", "Seats")
    places = (*EDGES, 460.0, 520.0)
    document = read_pdf(
        pdf_of(
            both(lines(WIDE), table((wide, ("North quay and\nthe islands",)), places, top=120)),
            table(ROWS, EDGES),
        )
    )
    assert shown(document) == [
        ("paragraph", WIDE),
        *rows(
            "Name of member | Council | Dues | Votes | Seats",
            "North quay and the islands |  |  |  | ",
            *(f"{text} |  | " for _, text in PLAIN[1:]),
        ),
    ]


def test_heads_alone_at_the_foot_tell_the_columns_of_the_next_page() -> None:
    edges = (72.0, 180.0, 260.0, 340.0)
    below = (("Pier", "", "", "4"), ("Mole", "", "", "5"), ("Quay", "", "", "6"))
    document = read_pdf(
        pdf_of(
            both(lines(WIDE, "a year."), table((("", "Pay", "Other", "All"),), edges, top=100)),
            table((*below, ("Boats", "1", "2", "3")), edges),
        )
    )
    assert shown(document) == [
        ("paragraph", f"{WIDE} a year."),
        *rows(
            " | Pay | Other | All",
            "Pier |  |  | 4",
            "Mole |  |  | 5",
            "Quay |  |  | 6",
            "Boats | 1 | 2 | 3",
        ),
    ]
