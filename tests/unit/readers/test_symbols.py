"""Ticks, boxes and chosen entries are read as they are seen."""

import pytest

from pipelines.readers.docx.reader import read_docx
from pipelines.readers.html.reader import read_html
from pipelines.readers.symbols import sign_of
from tests.unit.readers.word_files import word_file

BOX = (
    '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar>'
)
LIST = (
    '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{}<w:listEntry w:val="Present"/>'
    '<w:listEntry w:val="Away"/></w:ddList></w:ffData></w:fldChar>'
)


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Wingdings 2" w:char="F0A3"/>', "☐"),
        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>û</w:t>', "✗"),
        (BOX.format('<w:default w:val="1"/>'), "☒"),
        (BOX.format('<w:default w:val="1"/><w:checked w:val="0"/>'), "☐"),
        (LIST.format('<w:result w:val="1"/>'), "Away"),
        (LIST.format(""), "Present"),
        ("<w:rPr><w:strike/></w:rPr><w:t>Ann Bee</w:t>", ""),
    ],
)
def test_signs_of_a_word_file(run: str, shown: str) -> None:
    document = read_docx(word_file(f"<w:p><w:r><w:t>Seen: </w:t></w:r><w:r>{run}</w:r></w:p>"))
    (block,) = document.blocks
    assert block.text == f"Seen: {shown}".strip()


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<input type="checkbox" checked>', "☑"),
        ('<input type="checkbox">', "☐"),
        ('<input type="text" value="Present">', "Present"),
        ('<input type="hidden" value="Present">', ""),
        ('<img src="a.png" alt="Yes">', "Yes"),
        ('<img src="a.png" alt="The harbour at dawn">', ""),
        ("<s>Present</s>", ""),
    ],
)
def test_signs_in_the_cells_of_a_web_page(cell: str, shown: str) -> None:
    row = f"<tr><td>Ann Bee</td><td>{cell}</td><td>4</td></tr>"
    page = f"<html><body><table>{row}</table></body></html>"
    (block,) = read_html(page.encode()).blocks
    assert block.rows[0].texts == ("Ann Bee", shown, "4")


def test_letters_of_other_fonts_stay() -> None:
    assert sign_of("Arial", "ü") == "ü"
