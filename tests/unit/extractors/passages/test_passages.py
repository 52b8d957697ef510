"""The passages of invented papers, whole."""

from datetime import date

from pipelines.documents import Document
from pipelines.extraction.extract import extract_paper
from pipelines.schema.passage_record import PassageRecord
from pipelines.schema.records import AgendaItem
from tests.unit.extractors.papers import PACK, document_of, records_of

OWN = date(2017, 3, 3)
PAPER = """\
3 March 2017

Harbour Programme Board

# The pier

It leans, as Ann Bee said twice.

- Posts are old.

Port\tCalls\tMail
Hull\t31\tann.bee@weir.example
Mill\t12\tnone
"""


def passages(text: str) -> list[PassageRecord]:
    return [each for each in records_of(text, "passages") if isinstance(each, PassageRecord)]


def words(document: Document) -> str:
    return " ".join(row.passage.text for block in document.blocks for row in block.rows or (block,))


def test_each_passage_has_its_kind_place_and_heading() -> None:
    assert [(p.kind, p.locator, p.heading, p.text, p.block_no) for p in passages(PAPER)[2:]] == [
        ("heading", "l5", "Harbour Programme Board", "The pier", 3),
        ("paragraph", "l7", "The pier", "It leans, as Ann Bee said twice.", 4),
        ("list_item", "l9", "The pier", "Posts are old.", 5),
        ("table_row", "l11", "The pier", "Port Calls Mail", 6),
        ("table_row", "l12", "The pier", "Hull 31 ann.bee@weir.example", 6),
        ("table_row", "l13", "The pier", "Mill 12 none", 6),
    ]
    assert passages(PAPER)[-1].cells == '["Mill", "12", "none"]'


def test_contact_details_are_in_no_column() -> None:
    frame = extract_paper(PAPER.encode(), "paper.txt").frames["passages"]
    row = frame.filter(frame["locator"] == "l12").row(0, named=True)
    assert row["text"] == "Hull 31 [e-mail address removed]"
    assert row["cells"] is None


def test_every_word_of_a_pack_is_in_a_passage_in_printed_order() -> None:
    found = passages(PACK)
    assert [each.passage_no for each in found] == list(range(1, len(found) + 1))
    assert " ".join(each.text for each in found) == words(document_of(PACK))


def test_the_note_in_a_pack_is_of_its_own_meeting() -> None:
    found = {each.text: each for each in passages(PACK)}
    days = {each.meeting_date for each in found.values()}
    assert days == {date(2017, 3, 3), date(2016, 11, 17)}


def test_the_title_of_an_item_is_a_heading_of_its_note() -> None:
    found = {each.text: each.heading for each in passages(PACK) if each.meeting_date != OWN}
    items = [each for each in records_of(PACK, "agenda_items") if isinstance(each, AgendaItem)]
    titles = {each.title for each in items if each.note_kind == "minutes"}
    assert len(titles & set(found.values())) >= 2


def test_a_line_that_goes_on_below_is_no_heading() -> None:
    lines = (
        "Harbour Board\n\nThe dredger\n\nIt was seen in the\n\nmouth of the Weir.\n\nIt was old."
    )
    found = {each.text: each.heading for each in passages(lines)}
    assert found["It was old."] == "The dredger"
