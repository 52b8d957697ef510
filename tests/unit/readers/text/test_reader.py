import pytest

from pipelines.documents import Document, Kind
from pipelines.readers.text.reader import read_text

PACK = """\
Harbour Board

Agenda

3 March 2017

# The **quay** &amp; the pier

- 1. The board met in order to look at the quay, its wall and the whole of its long western


3 March 2017

Item 4

side, where boats lie. It was wet.

Name\tPlace
Ann Bee\t<p>North Quay</p> <p>South <b>Pier</b></p>

**Gus
Hill**

3 March 2017
"""


def shown(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind, block.span.locator, block.text) for block in document.blocks]


def test_blocks_in_order_with_their_lines() -> None:
    assert shown(read_text(PACK.encode())) == [
        (Kind.PARAGRAPH, "l1", "Harbour Board"),
        (Kind.PARAGRAPH, "l3", "Agenda"),
        (Kind.HEADING, "l7", "The quay & the pier"),
        (
            Kind.LIST_ITEM,
            "l9-l16",
            "1. The board met in order to look at the quay, its wall and the whole of its long "
            "western side, where boats lie. It was wet.",
        ),
        (Kind.TABLE, "l18-l19", "Name Place"),
        (Kind.PARAGRAPH, "l21-l22", "Gus Hill"),
    ]


def test_what_a_page_prints_about_itself_is_set_aside() -> None:
    furniture = [passage.text for passage in read_text(PACK.encode()).furniture]
    assert furniture == ["3 March 2017", "3 March 2017", "Item 4", "3 March 2017"]


def test_paragraph_tags_part_the_paragraphs_of_a_cell() -> None:
    table = next(block for block in read_text(PACK.encode()).blocks if block.rows)
    assert [[[p.text for p in cell.paragraphs] for cell in row.cells] for row in table.rows] == [
        [["Name"], ["Place"]],
        [["Ann Bee"], ["North Quay", "South Pier"]],
    ]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        pytest.param("quay", "quay", id="within marks"),
        pytest.param("quay & the pier", "quay** &amp; the pier", id="across marks and an entity"),
    ],
)
def test_quotes_are_the_words_of_the_paper(words: str, quote: str) -> None:
    heading = next(b.passage for b in read_text(PACK.encode()).blocks if b.kind is Kind.HEADING)
    start = heading.text.index(words)
    assert heading.quote(start, start + len(words)) == quote


def test_every_passage_stands_where_it_says() -> None:
    document = read_text(PACK.encode())
    for block in document.blocks:
        passages = [block.passage, *(row.passage for row in block.rows)]
        passages += [p for row in block.rows for cell in row.cells for p in cell.paragraphs]
        for passage in passages:
            assert document.holds(passage.quote(0, len(passage.text)), passage.span)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("café – 3 £".encode(), id="utf-8"),
        pytest.param("café – 3 £".encode("cp1252"), id="windows-1252"),
        pytest.param("café – 3 £".encode("utf-16"), id="utf-16 with its mark"),
        pytest.param("\ufeffcafé – 3 £".encode(), id="utf-8 with its mark"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert [block.text for block in read_text(data).blocks] == ["café – 3 £"]


def test_a_wrapped_line_goes_on_and_a_short_one_ends() -> None:
    text = (
        "recruit at least twelve young people of promise into harbours, working with\n"
        "ports and their councils to secure\ninteresting places.\nVenue: Town Hall\nTime: noon\n"
    )
    assert [block.text for block in read_text(text.encode()).blocks] == [
        "recruit at least twelve young people of promise into harbours, working with "
        "ports and their councils to secure interesting places.",
        "Venue: Town Hall",
        "Time: noon",
    ]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("The minutes of the meeting held on\n3 March 2017 were agreed.", 1),
        ("The Council agreed that the rate be raised by 2% for\n2020/21.", 1),
        ("Apologies had been received at that time from\nCllr Ann Fenn", 2),
        ("Councillors Rowan Fenn, Moss Ash, Cy Reed and Ivy Broom of the Quay\nWEIR COUNCIL", 2),
        ("WEIR AND QUAY JOINT COMMITTEE FOR THE FERRIES, PIERS AND HARBOURS\nOF THE COAST", 1),
        ("A short line for\n3 March 2017", 2),
    ],
)
def test_a_line_goes_on_if_its_last_word_ends_nothing(text: str, paragraphs: int) -> None:
    assert len(read_text(text.encode()).pages[0].blocks) == paragraphs


def test_the_travel_page_at_the_end_is_no_text() -> None:
    text = "\n\n".join(
        [
            *(f"Paragraph {word} of the report." for word in "abcdefghij"),
            "By car:",
            "Go north.",
            "By rail:",
            "The station is near.",
        ]
    )
    document = read_text(text.encode())
    assert [p.text for p in document.furniture] == [
        "By car:",
        "Go north.",
        "By rail:",
        "The station is near.",
    ]


def test_a_wrapped_line_may_begin_with_a_count() -> None:
    text = (
        "The board heard with pleasure that in the course of the year as many as\n"
        "12 harbours had mended their walls.\n2.1 It thanked them.\n"
    )
    assert [block.text for block in read_text(text.encode()).blocks] == [
        "The board heard with pleasure that in the course of the year as many as 12 harbours had "
        "mended their walls.",
        "2.1 It thanked them.",
    ]


def test_a_short_line_between_rows_is_a_row_and_a_caption_is_not() -> None:
    text = "Name\tHarbour\nReds (2)\nAnn Bell\tLeeds\nTable 2: Fares\nQuay\tFare\n\nThe end\n"

    document = read_text(text.encode())

    assert [(block.kind, [row.texts for row in block.rows]) for block in document.blocks] == [
        (Kind.TABLE, [("Name", "Harbour"), ("Reds (2)",), ("Ann Bell", "Leeds")]),
        (Kind.PARAGRAPH, []),
        (Kind.TABLE, [("Quay", "Fare")]),
        (Kind.PARAGRAPH, []),
    ]
