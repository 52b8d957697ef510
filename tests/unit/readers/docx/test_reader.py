"""The reader of Word files."""

import struct

import pytest

from pipelines.documents import Document, Kind
from pipelines.readers.docx.reader import read_docx
from pipelines.readers.reading import read_document
from pipelines.runtime.errors import PaperError, UnknownMediaType, UnreadablePaper
from tests.unit.readers.word_files import SPACES, cell, listed, paragraph, table, word_file, zipped


def shown(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block; of a table its rows."""
    found = []
    for block in document.blocks:
        if block.kind is Kind.TABLE:
            found += [("row", " | ".join(row.texts)) for row in block.rows]
        else:
            found.append((str(block.kind), block.text))
    return found


def assert_quotes_hold(document: Document) -> None:
    for block in document.blocks:
        passages = [block.passage]
        passages += [row.passage for row in block.rows]
        passages += [p for row in block.rows for c in row.cells for p in c.paragraphs]
        for passage in passages:
            assert document.holds(passage.quote(), passage.span), passage
            assert document.holds(passage.part(2).quote(), passage.span), passage


CASES = {
    "plain": (paragraph("Harbour dues"), [("paragraph", "Harbour dues")]),
    "insertions are read, deletions are not": (
        "<w:p><w:r><w:t>Ten </w:t></w:r>"
        "<w:del><w:r><w:delText>old</w:delText><w:t>x</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> boats</w:t></w:r></w:p>",
        [("paragraph", "Ten new boats")],
    ),
    "moved words stand where they were moved to": (
        "<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>",
        [("paragraph", "b")],
    ),
    "a deleted end joins two paragraphs": (
        paragraph("Harbour ", "<w:rPr><w:del/></w:rPr>") + paragraph("dues"),
        [("paragraph", "Harbour dues")],
    ),
    "headings by style, style below a style, and outline level": (
        paragraph("One", '<w:pStyle w:val="Kop2"/>')
        + paragraph("Two", '<w:pStyle w:val="Own"/>')
        + paragraph("Three", '<w:outlineLvl w:val="0"/>')
        + paragraph("None", '<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>'),
        [("heading", "One"), ("heading", "Two"), ("heading", "Three"), ("paragraph", "None")],
    ),
    "numbers that Word counts": (
        listed("Dues", 1)
        + listed("Small boats", 1, 1)
        + listed("Large boats", 1, 1)
        + listed("Piers", 1)
        + listed("Pier one", 1, 1)
        + listed("Pier head", 1, 2)
        + listed("Elsewhere", 3),
        [
            ("paragraph", "1. Dues"),
            ("paragraph", "(a) Small boats"),
            ("paragraph", "(b) Large boats"),
            ("paragraph", "2. Piers"),
            ("paragraph", "(a) Pier one"),
            ("paragraph", "2.1 Pier head"),
            ("paragraph", "5. Elsewhere"),
        ],
    ),
    "a style that is in a list, and a paragraph taken out of it": (
        paragraph("Dues", '<w:pStyle w:val="Item"/>')
        + paragraph("Note", '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("Piers", '<w:pStyle w:val="Item"/>'),
        [("paragraph", "1. Dues"), ("paragraph", "Note"), ("paragraph", "2. Piers")],
    ),
    "bullets, counted and typed": (
        listed("Dues", 2) + paragraph("• Piers"),
        [("list_item", "Dues"), ("list_item", "Piers")],
    ),
    "line breaks end a line, except in headings": (
        "<w:p><w:r><w:t>Ann Bee</w:t><w:br/><w:t>Cee Dee</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:pStyle w:val="Kop2"/></w:pPr><w:r><w:t>Harbour</w:t><w:br/><w:t>Board</w:t>'
        "</w:r></w:p>",
        [("paragraph", "Ann Bee"), ("paragraph", "Cee Dee"), ("heading", "Harbour Board")],
    ),
    "links, fields, hidden words and characters that are tags": (
        "<w:p><w:hyperlink><w:r><w:t>Dues</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText>"
        "<w:tab/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>!</w:t></w:r></w:p>',
        [("paragraph", "Dues co-op!")],
    ),
    "a text box is read once": (
        "<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"<w:txbxContent>{paragraph('Boxed')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph('Boxed')}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        [("paragraph", "Before"), ("paragraph", "Boxed")],
    ),
    "columns set with tabs": (
        "".join(
            f"<w:p><w:r><w:t>{a}</w:t><w:tab/><w:t>{b}</w:t></w:r></w:p>"
            for a, b in (("Cllr Ann Bee", "Weir"), ("Cllr Cee Dee", "Mere"))
        ),
        [("row", "Cllr Ann Bee | Weir"), ("row", "Cllr Cee Dee | Mere")],
    ),
    "a tab for each column, past a blank cell": (
        "".join(
            paragraph("</w:t><w:tab/><w:t>".join(cells))
            for cells in (("Dues", "Boats", "All"), ("Pier", "", "4"), ("", "Mole", "5"))
        ),
        [("row", "Dues | Boats | All"), ("row", "Pier |  | 4"), ("row", " | Mole | 5")],
    ),
    "tabs that only fill the way to a column": (
        "".join(
            paragraph("</w:t><w:tab/><w:t>".join(cells))
            for cells in (("Annabel", "", "Weir"), ("Cordelia Dee", "Mere"))
        ),
        [("row", "Annabel | Weir"), ("row", "Cordelia Dee | Mere")],
    ),
    "a tab after a typed number begins no cell": (
        "".join(
            f"<w:p><w:r><w:t>{a}</w:t><w:tab/><w:t>{b}</w:t></w:r></w:p>"
            for a, b in (("1.", "Dues"), ("2.", "Piers"))
        ),
        [("paragraph", "1. Dues"), ("paragraph", "2. Piers")],
    ),
    "merged cells leave blanks": (
        table(
            cell("Group", '<w:gridSpan w:val="2"/>') + cell("Year"),
            cell("Teal", '<w:vMerge w:val="restart"/>') + cell("Ann Bee") + cell("4"),
            cell("Teal", "<w:vMerge/>") + cell("Cee Dee") + cell("5"),
        ),
        [("row", "Group |  | Year"), ("row", "Teal | Ann Bee | 4"), ("row", " | Cee Dee | 5")],
    ),
    "numbers that Word counts in an empty cell": (
        table(
            cell(listed("", 1)) + cell("Dues"),
            cell(listed("", 1)) + cell("Piers"),
        ),
        [("row", "1. | Dues"), ("row", "2. | Piers")],
    ),
    "a deleted row": (
        table(cell("a") + cell("b"), "<w:trPr><w:del/></w:trPr>" + cell("c") + cell("d")),
        [("row", "a | b")],
    ),
    "a table of one column is a frame": (
        table(cell("Dues"), cell(table(cell("a") + cell("b"), cell("c") + cell("d")))),
        [("paragraph", "Dues"), ("row", "a | b"), ("row", "c | d")],
    ),
    "a table within a table follows it": (
        table(cell("a") + cell(table(cell("x") + cell("y"))), cell("c") + cell("d")),
        [("row", "a | "), ("row", "c | d"), ("row", "x | y")],
    ),
    "content controls and inserted blocks": (
        f"<w:sdt><w:sdtContent>{paragraph('Dues')}</w:sdtContent></w:sdt>"
        f"<w:ins>{table(cell('a') + cell('b'))}</w:ins>",
        [("paragraph", "Dues"), ("row", "a | b")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_reads(body: str, expected: list[tuple[str, str]]) -> None:
    document = read_document(word_file(body), "paper.docx")

    assert shown(document) == expected
    assert_quotes_hold(document)


def test_lines_count_paragraphs_and_rows() -> None:
    document = read_docx(
        word_file(
            listed("Dues", 1)
            + paragraph("")
            + table(cell("a") + cell(paragraph("b") + paragraph("c"))),
            header=paragraph("Harbour Board"),
            footnotes='<w:footnote w:type="separator"><w:p/></w:footnote>'
            f"<w:footnote>{paragraph('In 2017.')}</w:footnote>",
        )
    )

    (page,) = document.pages
    assert page.lines == ("Dues", "a\tb c", "Harbour Board", "In 2017.")
    assert [(p.text, p.quote(), p.span.locator) for p in document.furniture] == [
        ("Harbour Board", "Harbour Board", "l3"),
        ("In 2017.", "In 2017.", "l4"),
    ]
    blocks = [(b.text, b.passage.quote(), b.span.locator) for b in document.blocks]
    assert blocks == [("1. Dues", "Dues", "l1"), ("a b c", "a b c", "l2")]
    assert document.media_type.endswith("wordprocessingml.document")
    assert not document.is_paged


BOMB = "<w:document>" + " " * 5_000_000 + "</w:document>"
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    f"<w:document {SPACES}><w:body>{paragraph('&a;')}</w:body></w:document>"
)
WHOLE = word_file(paragraph("Dues"))
DAMAGED = {
    "cut off": (
        WHOLE[:400],
        "is a damaged ZIP or Word file: its list of members cannot be read",
    ),
    "no XML": (
        zipped({"word/document.xml": "<w:document"}),
        "is a damaged Word file: its part word/document.xml is no XML",
    ),
    "unpacks to a thousand times its size": (
        zipped({"word/document.xml": BOMB}),
        "holds a part word/document.xml that unpacks to more than 1,048,576 bytes, too many times "
        "its packed size; the limit is 100 (BOARDPAPERS_MAX_RATIO)",
    ),
    "entities": (
        zipped({"word/document.xml": ENTITIES}),
        "declares entities in its part word/document.xml, which no word processor does: it is "
        "not read for safety",
    ),
}


@pytest.mark.parametrize(("data", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_says_what_is_wrong_with_a_damaged_file(data: bytes, reason: str) -> None:
    with pytest.raises(PaperError) as caught:
        read_document(data, "paper.docx")

    assert caught.value.reason == reason


def test_a_part_that_does_not_unpack() -> None:
    start = WHOLE.index(b"word/document.xml") + len("word/document.xml")
    broken = WHOLE[:start] + b"\xff" * 20 + WHOLE[start + 20 :]

    with pytest.raises(UnreadablePaper) as caught:
        read_document(broken, "paper.docx")

    assert caught.value.reason == "is damaged: its part word/document.xml cannot be unpacked"


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0" + bytes(508) + stream.encode("utf-16-le")


OTHERS = {
    "old Word": (compound("WordDocument"), "is a Word 97-2003 file (.doc)"),
    "old Excel": (compound("Workbook"), "is an Excel 97-2003 file"),
    "Outlook": (compound("__substg1.0_0037001F"), "is a saved e-mail (.msg)"),
    "a Word file with a password": (compound("EncryptedPackage"), "is protected with a password"),
    "Rich Text": (b"{\\rtf1 Dues}", "is a Rich Text file"),
    "Excel": (zipped({"xl/workbook.xml": "<x/>"}), "is an Excel file"),
    "PowerPoint": (zipped({"ppt/presentation.xml": "<x/>"}), "is a PowerPoint file"),
    "OpenDocument": (zipped({"content.xml": "<x/>"}), "is an OpenDocument file"),
    "e-mail": (b"From: a@b\nReceived: by c\n\nDues", "is a saved e-mail (.eml)"),
    "RAR": (b"Rar!\x1a\x07\x00" + struct.pack("<I", 1), "is a RAR archive"),
}


@pytest.mark.parametrize(("data", "reason"), OTHERS.values(), ids=OTHERS)
def test_says_how_to_convert_what_has_no_reader(data: bytes, reason: str) -> None:
    with pytest.raises(UnknownMediaType) as caught:
        read_document(data, "paper")

    assert caught.value.reason.startswith(reason)
    assert ":" in caught.value.reason


def test_a_memorandum_is_no_email() -> None:
    document = read_document(
        b"From: Ann Bee\nTo: Cee Dee\nSubject: Dues\n\nThe dues.\n", "memo.txt"
    )

    assert document.media_type == "text/plain"


def test_a_short_paragraph_between_columns_set_with_tabs_is_a_row() -> None:
    tab = "</w:t><w:tab/><w:t>"
    words = ["Name{}Harbour", "Reds (2)", "Ann Bell{}Leeds", "Bea Carr{}Kent", "The end."]
    document = read_docx(word_file("".join(paragraph(each.format(tab)) for each in words)))
    assert [(block.kind, [row.texts for row in block.rows]) for block in document.blocks] == [
        (
            Kind.TABLE,
            [("Name", "Harbour"), ("Reds (2)",), ("Ann Bell", "Leeds"), ("Bea Carr", "Kent")],
        ),
        (Kind.PARAGRAPH, []),
    ]


PAGE = b"<html><p>Harbour dues</p>\n<table><tr><td>a</td><td>b</td></tr></table></html>"
CHUNK = (
    '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:id="c1"/>'
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            PAGE, [("paragraph", "Harbour dues"), ("row", "a | b")], id="a page within the file"
        ),
        pytest.param(
            b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE,
            [("paragraph", "Harbour dues"), ("row", "a | b")],
            id="a page saved with the fields of mail",
        ),
        pytest.param(b"\x00\x01", [], id="bytes that are no page"),
    ],
)
def test_a_web_page_within_the_file_is_read_in_its_place(
    data: bytes, expected: list[tuple[str, str]]
) -> None:
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="c1" Type="x/aFChunk" Target="page.htm"/></Relationships>'
    )
    body = paragraph("Before") + CHUNK + paragraph("After")
    document = read_docx(
        zipped(
            {
                "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
                "word/_rels/document.xml.rels": relationships,
                "word/page.htm": data,
            }
        )
    )
    assert shown(document) == [("paragraph", "Before"), *expected, ("paragraph", "After")]
    assert_quotes_hold(document)
