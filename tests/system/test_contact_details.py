"""No address and no number of a paper reaches a table, a log or a message, in any format."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import duckdb
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipelines.notation.addresses import EMAIL_NOTE
from pipelines.privacy.contacts import PHONE_NOTE
from tests.system.command import boardpapers
from tests.system.tiny_papers import NOTE
from tests.unit.privacy.contact_forms import ADDRESSES, NUMBERS

# What only a link, a field or an annotation holds, and no reader sees
TARGETS = ("hidden.link@weir.example", "02079460999")
NAME = "ann.bee@weir.example.txt"


def note_with_contacts() -> str:
    """A note of which each form stands in a title, a sentence and an action of its own."""
    items = (
        f"{number} Matter {number}, see {form} for more\n\nMembers noted that it is {form}.\n\n"
        f"Action\n\nOfficers to ask {form} soon.\n"
        for number, form in enumerate((*ADDRESSES, *NUMBERS), 2)
    )
    return "\n".join((NOTE, *items))


def word_note_with_links() -> bytes:
    """A note as a Word file, with a hyperlink and a field to somebody."""
    document = docx.Document()
    for line in NOTE.splitlines():
        document.add_paragraph(line)
    paragraph = document.add_paragraph("Write to ")
    link = OxmlElement("w:hyperlink")
    target = document.part.relate_to(
        f"mailto:{TARGETS[0]}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link.set(qn("r:id"), target)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = "the officer"
    run.append(words)
    link.append(run)
    paragraph._p.append(link)
    for kind, text in (("begin", None), (None, f'HYPERLINK "tel:{TARGETS[1]}"'), ("end", None)):
        run = paragraph.add_run()._r
        made = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        made.text = text
        run.append(made)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def web_note_with_links() -> str:
    """A note as a web page, with links to somebody."""
    lines = "".join(f"<p>{line}</p>" for line in NOTE.splitlines())
    links = f'<a href="mailto:{TARGETS[0]}">the officer</a> <a href="tel:{TARGETS[1]}">ring</a>'
    return f"<html><body>{lines}<p>Write to {links}.</p></body></html>"


def pdf_note_with_links() -> bytes:
    """A note as a PDF, with annotations that lead to somebody."""
    saved = io.BytesIO()
    canvas = Canvas(saved, pagesize=A4)
    for number, line in enumerate(NOTE.splitlines()):
        canvas.drawString(60, 780 - 16 * number, line)
    canvas.linkURL(f"mailto:{TARGETS[0]}", (60, 700, 200, 720))
    canvas.linkURL(f"tel:{TARGETS[1]}", (60, 600, 200, 620))
    canvas.textAnnotation(f"{TARGETS[0]} {TARGETS[1]}", (60, 500, 200, 520))
    canvas.save()
    return saved.getvalue()


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A warehouse of four notes, and all that the command wrote; one file is no paper."""
    work = tmp_path_factory.mktemp("contacts")
    raw = work / "raw"
    raw.mkdir()
    (raw / "forms.txt").write_text(note_with_contacts())
    (raw / "note.docx").write_bytes(word_note_with_links())
    (raw / "note.html").write_text(web_note_with_links())
    (raw / "note.pdf").write_bytes(pdf_note_with_links())
    (raw / NAME).write_text("\n \n")
    said = ""
    for form in ("text", "json"):
        options = ["--json"] if form == "json" else []
        run = boardpapers(
            *("--log-format", form, "refresh", "--raw", "raw", "--warehouse", "w.duckdb"),
            *options,
            cwd=work,
        )
        assert run.returncode == 0, run.stderr
        said += run.stdout + run.stderr
    return work / "w.duckdb", said


def texts(warehouse: Path) -> Iterator[str]:
    """Every value of every text column of a warehouse."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        columns = connection.execute(
            "select table_name, column_name from duckdb_columns() where data_type = 'VARCHAR' "
            "and schema_name = 'main' and database_name = current_database()"
        ).fetchall()
        for table, column in columns:
            rows = connection.execute(f'select "{column}" from "{table}"').fetchall()
            yield from (value for (value,) in rows if value is not None)


def test_no_text_of_any_table_holds_one(refreshed: tuple[Path, str]) -> None:
    warehouse, _ = refreshed
    held = "\n".join(texts(warehouse))

    assert [form for form in (*ADDRESSES, *NUMBERS, *TARGETS) if form in held] == []
    assert EMAIL_NOTE in held
    assert PHONE_NOTE in held


def test_every_item_is_still_there(refreshed: tuple[Path, str]) -> None:
    warehouse, _ = refreshed
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        row = connection.execute(
            "select count(*) from agenda_items where title like 'Matter %, see % for more'"
        ).fetchone()
    assert row == (len(ADDRESSES) + len(NUMBERS),)


def test_no_log_and_no_message_repeats_the_address_in_the_name_of_a_file(
    refreshed: tuple[Path, str],
) -> None:
    _, said = refreshed
    assert NAME.removesuffix(".txt") not in said
    assert f"Rejected: {EMAIL_NOTE}" in said
