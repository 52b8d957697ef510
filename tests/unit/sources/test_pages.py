"""Pages of a site, and the addresses in them."""

from datetime import date

import pytest

from pipelines.sources.http.faults import Unusable
from pipelines.sources.http.links import document_url
from pipelines.sources.http.transport import Reply
from pipelines.sources.moderngov import pages
from pipelines.sources.moderngov.plain_html import plain_html
from pipelines.sources.moderngov.site import Committee, ListedMeeting, What

BASE = "https://weir.example/moderngov"
PANEL = Committee("71", "Quay Panel")


def page(inside: str) -> pages.html.HtmlElement:
    body = f'<html><body><div id="modgov">{inside}</div></body></html>'.encode()
    return pages.read_page(Reply("u", 200, {}, body, True))


def links(*hrefs: str) -> list[tuple[str, What, str]]:
    anchors = "".join(f'<a href="{href}">x</a>' for href in hrefs)
    found = pages.read_links(page(anchors), BASE)
    return [(link.key, link.what, link.url.removeprefix(f"{BASE}/")) for link in found]


def test_a_page_of_something_else_is_not_read() -> None:
    with pytest.raises(Unusable, match="not a page of ModernGov"):
        pages.read_page(Reply("u", 200, {}, b"<html><body>Portal</body></html>", True))


def test_a_page_may_begin_with_the_declaration_of_an_xml_document() -> None:
    opening = b'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
    body = opening + b'<html><body><div id="modgov"><a href="documents/s9/a.pdf">x</a></div></body>'
    root = pages.read_page(Reply("u", 200, {}, body, True))
    assert [link.key for link in pages.read_links(root, BASE)] == ["s9"]


def test_a_link_that_is_no_address_hides_no_other() -> None:
    assert [key for key, _, _ in links("http://[insert link here]", "documents/s9/a.pdf")] == ["s9"]


@pytest.mark.parametrize(
    ("href", "key", "what", "url"),
    [
        (
            "documents/g5/Printed minutes\r\n08th&amp;9th #2.pdf?T=1",
            "g5-1",
            What.MINUTES,
            "documents/g5/Printed%20minutes%2008th&9th%20%232.pdf?T=1",
        ),
        ("/moderngov/documents/g5/a.pdf?T=10", "g5-10", What.PACK, "documents/g5/a.pdf?T=10"),
        (f"{BASE}/documents/g5/a.pdf?T=0", "g5-0", What.AGENDA, "documents/g5/a.pdf?T=0"),
        ("documents/s9/Why? 5% up.pdf", "s9", What.ITEM, "documents/s9/Why%3F%205%25%20up.pdf"),
        ("mgConvert2PDF.aspx?ID=9&amp;ISATT=1", "s9", What.ITEM, "mgConvert2PDF.aspx?ID=9"),
        ("MGCONVERT2PDF.ASPX?id=5&amp;t=2", "g5-2", What.DECISIONS, "mgConvert2PDF.aspx?ID=5&T=2"),
    ],
)  # fmt: skip
def test_one_document_has_one_key_whatever_its_address(
    href: str, key: str, what: What, url: str
) -> None:
    assert links(href) == [(key, what, url)]


def test_what_is_no_paper_of_the_meeting_is_left() -> None:
    assert (
        links(
            "documents/b7/Constitution.pdf",
            "documents/g5/a.pdf?T=6",
            "documents/g5/a.pdf",
            "https://other.example/documents/s9/a.pdf",
            "mgUserInfo.aspx?UID=11",
        )
        == []
    )


def test_a_title_has_neither_size_nor_hidden_words() -> None:
    link = '<a href="documents/s9/a.pdf">Dues <span class="mgFileSize">PDF 9 KB</span></a>'
    (found,) = pages.read_links(page(link), BASE)
    assert found.title == "Dues"


def test_a_cancelled_meeting_without_papers_has_no_agenda() -> None:
    listed = ListedMeeting("502", PANEL, date(2026, 3, 8))
    inside = '<h1 class="mgMainTitleTxt">Agenda</h1><h2 class="mgSubTitleTxt">Quay Panel - Sunday, '
    inside += '8th March, 2026 6.30 pm</h2><p class="mgStatus">This meeting has been cancelled.</p>'
    meeting = pages.read_meeting(page(inside), listed, "u", BASE)
    assert (meeting.is_cancelled, meeting.has_agenda, meeting.time) == (True, False, "18:30")


def test_a_list_without_years_leads_to_an_earlier_page() -> None:
    inside = '<a href="ieListMeetings.aspx?Act=earlier&amp;CId=71&amp;D=202601010000">Earlier</a>'
    url = f"{BASE}/ieListMeetings.aspx?Act=earlier&CId=71&D=202601010000"
    assert pages.read_earlier(page(inside), BASE) == url


def test_old_committees_are_expired() -> None:
    link = '<ul><li><a href="mgCommitteeDetails.aspx?ID={}">{}</a></li></ul>'
    inside = f"<h2>Council</h2>{link.format(1, 'Cabinet')}<h2>Former committees</h2>"
    found = pages.read_committees(page(inside + link.format(2, "PROVISIONAL - Tide Panel")))
    assert found == [Committee("1", "Cabinet"), Committee("2", "Tide Panel", is_expired=True)]


def test_a_number_sign_and_a_percent_sign_are_part_of_a_name() -> None:
    assert document_url(BASE, "documents/s1/a%20b #1 5%.pdf") == (
        f"{BASE}/documents/s1/a%20b%20%231%205%25.pdf"
    )


def test_html_loses_what_a_word_processor_adds() -> None:
    source = "<style>p {}</style><table><tr><td>A<td>B</tr></table><p>One<br>two &lt; 3<script>x"
    assert plain_html(source) == [
        "<table>", "<tr>", "<td>", "<p>A</p>", "<td>", "<p>B</p>", "</td>", "</td>", "</tr>",
        "</table>", "<p>One</p>", "<p>two &lt; 3</p>",
    ]  # fmt: skip
