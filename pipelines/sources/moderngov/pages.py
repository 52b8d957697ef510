"""Reads the pages of a site: where its web service is off, and for the printed papers.

Everything that counts on a page is inside `#modgov`. A page of another form gives nothing, and says
so.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import etree, html

from pipelines.notation.dates import find_date, find_time
from pipelines.notation.entities import decoded
from pipelines.sources.http.faults import Unusable
from pipelines.sources.http.links import document_url, split_link
from pipelines.sources.http.transport import Reply
from pipelines.sources.moderngov.site import (
    CANCELLED,
    PRINTED,
    Attendee,
    Committee,
    DocumentLink,
    Item,
    ListedMeeting,
    Meeting,
    What,
)

PROVISIONAL = re.compile(r"^provisional\s*-\s*", re.IGNORECASE)
# documents/g511/Printed minutes.pdf?T=1, documents/s901/Dredging report.pdf
FOLDER_LINK = re.compile(r"(?:^|/)(?P<path>documents/(?P<kind>[gs])(?P<id>\d+)/.*)$", re.I | re.S)
PRINTED_AS = re.compile(r"[?&]T=(?P<number>\d+)(?=&|$)", re.IGNORECASE)
CONVERT_LINK = re.compile(r"(?:^|/)mgConvert2PDF\.aspx\?(?P<query>.*)$", re.IGNORECASE | re.DOTALL)
OLD_HEADING = re.compile(r"\b(?:old|former|expired|past|previous|historic\w*)\b", re.IGNORECASE)
CANCELLED_WORDS = re.compile(r"\bcancel+ed\b", re.IGNORECASE)
VENUE = re.compile(r"^venue\s*:", re.IGNORECASE)


def read_page(reply: Reply) -> html.HtmlElement:
    """The part of a page that is ModernGov's.

    Raises:
        Unusable: The page has none, as one of a portal or a firewall.
    """
    try:
        # As bytes: a page may begin with an XML declaration, which lxml refuses in text
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
        root = html.fromstring(reply.body or b"<html/>", parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise Unusable(reply.url, f"is not a page that can be read ({error})") from error
    found = root.xpath("//*[@id='modgov']")
    if not found:
        raise Unusable(reply.url, "is not a page of ModernGov")
    page: html.HtmlElement = found[0]
    return page


def read_committees(page: html.HtmlElement) -> list[Committee]:
    """The committees of `mgListCommittees.aspx`; those below an "old" heading are expired."""
    found: dict[str, Committee] = {}
    is_old = False
    for element in page.iter("h2", "h3", "a"):
        if element.tag != "a":
            is_old = bool(OLD_HEADING.search(_words(element)))
            continue
        committee_id = _parameter(element.get("href", ""), "mgCommitteeDetails.aspx", "ID")
        if committee_id and _words(element):
            title = PROVISIONAL.sub("", _words(element))
            found.setdefault(committee_id, Committee(committee_id, title, is_expired=is_old))
    return list(found.values())


def read_meetings(page: html.HtmlElement, committee: Committee) -> list[ListedMeeting]:
    """The meetings of one page of `ieListMeetings.aspx`."""
    found: list[ListedMeeting] = []
    for link in page.iter("a"):
        href = link.get("href", "")
        meeting_id = _parameter(href, "ieListDocuments.aspx", "MId", "MeetingId")
        printed = find_date(_words(link))
        if meeting_id and printed:
            is_off = CANCELLED_WORDS.search(f"{link.tail or ''} {_words(link)}")
            status = CANCELLED.title() if is_off else ""
            found.append(ListedMeeting(meeting_id, committee, printed.value, status))
    return found


def read_years(page: html.HtmlElement) -> list[int]:
    """The years that a list of meetings can be asked for, the latest first."""
    values = page.xpath(".//select[@id='YearSelect']//option/@value")
    return sorted({int(value) for value in values if value.isdigit() and int(value)}, reverse=True)


def read_earlier(page: html.HtmlElement, base_url: str) -> str | None:
    """The address of the page of earlier meetings; None if there is none."""
    for link in page.iter("a"):
        parts = split_link(link.get("href", ""))
        query = {name.lower(): values[0] for name, values in parse_qs(parts.query).items()}
        number = query.get("cid") or query.get("committeeid") or ""
        moment = query.get("d", "")
        if query.get("act", "").lower() == "earlier" and (number + moment).isdigit():
            return f"{base_url}/ieListMeetings.aspx?Act=earlier&CId={number}&D={moment}"
    return None


def read_meeting(page: html.HtmlElement, listed: ListedMeeting, url: str, base_url: str) -> Meeting:
    """The meeting of `ieListDocuments.aspx`, without its register.

    Raises:
        Unusable: The page gives no day of a meeting.
    """
    title = _first_words(page, "mgSubTitleTxt")
    printed = find_date(title)
    if printed is None:
        raise Unusable(url, "gives no day of a meeting")
    out = _first_words(page, "mgMainTitleTxt").casefold()
    clock = find_time(title[printed.end :])
    is_cancelled = listed.status or any(
        CANCELLED_WORDS.search(_words(each)) for each in page.find_class("mgStatus")
    )
    links = tuple(read_links(page, base_url))
    items = tuple(_items(page, base_url))
    linked = {link.what for link in links}
    agenda_ids = {link.key[1:].partition("-")[0] for link in links if link.key[0] == "g"}
    return Meeting(
        meeting_id=listed.meeting_id,
        committee=listed.committee,
        meeting_date=printed.value,
        url=url,
        status=CANCELLED.title() if is_cancelled else "",
        time=clock.strftime("%H:%M") if clock else "",
        location=_venue(page),
        agenda_id=agenda_ids.pop() if len(agenda_ids) == 1 else "",
        # A page says "Agenda" also where none is out yet.
        has_agenda="agenda" in out and bool(items or linked),
        has_decisions="decision" in out or What.DECISIONS in linked,
        has_minutes="minutes" in out or What.MINUTES in linked,
        items=items,
        links=links,
    )


def read_links(page: html.HtmlElement, base_url: str) -> Iterator[DocumentLink]:
    """The documents that a page links to, each once."""
    seen: set[str] = set()
    for link in page.iter("a"):
        found = _document(link, base_url)
        if found and found.key not in seen:
            seen.add(found.key)
            yield found


def read_packs_page(page: html.HtmlElement) -> str | None:
    """The number of a page of packs that a meeting's page links to; None if there is none."""
    for link in page.iter("a"):
        number = _parameter(link.get("href", ""), "mgChooseDocPack.aspx", "ID")
        if number:
            return number
    return None


def read_register(page: html.HtmlElement) -> list[Attendee]:
    """The rows of `mgMeetingAttendance.aspx`."""
    tables = page.xpath(".//table[contains(@summary, 'meeting attendance')]")
    found: list[Attendee] = []
    for row in tables[0].iter("tr") if tables else ():
        cells = row.findall("td")
        link = next(cells[0].iter("a"), None) if cells else None
        if len(cells) < 3 or not _words(cells[0]):
            continue
        href = link.get("href", "") if link is not None else ""
        found.append(
            Attendee(
                name=_words(cells[0]),
                member_id=_parameter(href, "mgUserInfo.aspx", "UID") or "",
                role=_words(cells[1]),
                attendance=_words(cells[2]),
            )
        )
    return found


def _items(page: html.HtmlElement, base_url: str) -> Iterator[Item]:
    for row in page.xpath(".//table[@id='mgItemTable']//tr[td]"):
        number, *rest = row.findall("td")
        anchors = [each.get("name", "") for each in number.iter("a")]
        item_id = next((name[2:] for name in anchors if name.startswith("AI")), "")
        if rest and item_id.isdigit():
            texts = _texts_of(rest[0])
            yield Item(
                item_id=item_id,
                title=_first_words(rest[0], "mgAiTitleTxt"),
                printed_number=_words(number),
                number="" if _words(number) else "0",
                agenda_html=texts.get("", ""),
                decision_html=texts.get("decision", ""),
                minutes_html=texts.get("minutes", ""),
                attachments=tuple(
                    each for each in read_links(rest[0], base_url) if each.what is What.ITEM
                ),
            )


def _texts_of(cell: html.HtmlElement) -> dict[str, str]:
    """The HTML of an item by the word above it; nothing is above what the agenda says."""
    found: dict[str, str] = {}
    label = ""
    for element in cell:
        classes = (element.get("class") or "").split()
        if "mgSubItemTitleTxt" in classes:
            label = _words(element).strip(" :").casefold().removesuffix("s")
            label = "minutes" if label == "minute" else label
        elif "mgWordPara" in classes:
            found[label] = found.get(label, "") + html.tostring(
                element, encoding="unicode", with_tail=False
            )
    return found


def _document(link: html.HtmlElement, base_url: str) -> DocumentLink | None:
    """The document of a link; None if it is none of a meeting's public papers."""
    href = " ".join(link.get("href", "").split())
    inside = split_link(href)
    if inside.netloc and inside.netloc.lower() != urlsplit(base_url).netloc.lower():
        return None
    folder, convert = FOLDER_LINK.search(href), CONVERT_LINK.search(href)
    printed = PRINTED_AS.search(href)
    if folder:
        number, path = folder["id"], folder["path"]
        is_printed = folder["kind"].lower() == "g"
    elif convert:
        number = _parameter(href, "mgConvert2PDF.aspx", "ID") or ""
        is_printed = printed is not None
        path = f"mgConvert2PDF.aspx?ID={number}"
    else:
        return None
    what = What.ITEM
    if is_printed:
        known = PRINTED.get(int(printed["number"])) if printed else None
        if known is None or printed is None:
            return None
        what = known
    if not number.isdigit():
        return None
    title = _title(link)
    if not is_printed:
        url = f"{base_url}/{path}" if convert and not folder else document_url(base_url, path)
        return DocumentLink(f"s{number}", what, url, title)
    kind = int(printed["number"]) if printed else 0
    url = f"{base_url}/{path}&T={kind}" if convert and not folder else document_url(base_url, path)
    return DocumentLink(f"g{number}-{kind}", what, url, title)


def _title(link: html.HtmlElement) -> str:
    """The words of a link without its size and what is hidden."""
    hidden = link.xpath(
        ".//span[contains(@class, 'mgFileSize') or contains(@class, 'mgHide')"
        " or contains(@class, 'sr-only')]//text()"
    )
    left = list(link.itertext())
    for piece in hidden:
        left.remove(piece)
    return decoded("".join(left))


def _venue(page: html.HtmlElement) -> str:
    """The place of a meeting; the line of the contact is left alone."""
    for label in page.find_class("mgLabel"):
        if VENUE.match(_words(label)):
            return decoded(label.tail)
    return ""


def _parameter(href: str, page: str, *names: str) -> str | None:
    """A number in the query of a link to a page; names of pages and parameters are case-blind."""
    parts = split_link(href)
    if unquote(parts.path).rpartition("/")[2].lower() != page.lower():
        return None
    wanted = {name.lower() for name in names}
    for name, values in parse_qs(parts.query).items():
        if name.lower() in wanted and values[0].isdigit():
            return values[0]
    return None


def _first_words(element: html.HtmlElement, name: str) -> str:
    found = element.find_class(name)
    return _words(found[0]) if found else ""


def _words(element: html.HtmlElement) -> str:
    return decoded("".join(element.itertext()))
