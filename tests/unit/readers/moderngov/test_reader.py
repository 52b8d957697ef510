"""Answers about one meeting, as a Document and as data."""

from html import escape

import pytest

from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.moderngov.reader import is_meeting_answer, read_meeting_answer
from pipelines.readers.reading import read_document
from pipelines.runtime.errors import UnreadablePaper

FACTS = "<meetingid>1</meetingid><meetingdate>08/02/2026</meetingdate>"
TITLE = "<committeetitle>Quay &amp;amp; Tide Panel</committeetitle>"


def answer(inside: str = "", facts: str = f"{FACTS}{TITLE}") -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<meeting>{facts}\n{inside}</meeting>'.encode()


def test_words_are_decoded_and_quoted_as_they_are_in_the_file() -> None:
    document = read_meeting_answer(answer())
    assert document.record is not None
    assert document.record.board.text == document.title == "Quay & Tide Panel"
    assert document.record.board.quote() == "Quay &amp;amp; Tide Panel"


def test_html_inside_is_read_as_a_page_with_the_lines_of_the_file() -> None:
    body = "<agendaitem><agendaitemtitle>Dues</agendaitemtitle><minutesnonemptyhtmlbody>\n"
    body += escape("<div><p>Members <b>agreed</b>\nto wait.</p></div>\n")
    document = read_meeting_answer(answer(f"{body}</minutesnonemptyhtmlbody></agendaitem>"))
    words = [(block.text, block.span.locator) for block in document.blocks]
    assert words[-1] == ("Members agreed to wait.", "l4-l5")
    assert all(document.holds(block.passage.quote(), block.span) for block in document.blocks)


def test_a_person_is_quoted_by_the_attributes_of_the_row() -> None:
    row = '<attendees><attendee name="Ann &gt; Bee"\n  attendance="Present"><url>x</url></attendee>'
    document = read_meeting_answer(answer(f"{row}</attendees>"))
    assert document.record is not None
    (person,) = document.record.people
    assert person.passage.quote() == 'name="Ann &gt; Bee" attendance="Present"'


def test_an_answer_as_a_site_sends_it_names_its_committee_in_an_item() -> None:
    item = "<agendaitems><agendaitem><refertocommittee>Mill Panel</refertocommittee></agendaitem>"
    document = read_meeting_answer(answer(f"{item}</agendaitems>", FACTS))
    assert document.title == "Mill Panel"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (answer("<a>"), "not whole XML"),
        (answer(facts=f"<meetingid>1</meetingid>{TITLE}"), "gives no day"),
        (answer(facts=FACTS), "names no committee"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + answer()[39:], "document type"),
        (answer("<a>" * 100 + "</a>" * 100), "too many elements"),
    ],
)
def test_a_damaged_answer_says_what_is_wrong(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableBytes, match=reason):
        read_meeting_answer(data)


def test_an_answer_is_known_by_its_beginning() -> None:
    assert is_meeting_answer(answer().decode())
    assert not is_meeting_answer("<meeting>of the Quay Panel</meeting>")
    with pytest.raises(UnreadablePaper):
        read_document(answer("<a>"), "a.xml")
