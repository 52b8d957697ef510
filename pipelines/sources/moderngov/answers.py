"""Reads the answers of the web service: XML without DTDs, elements looked up by name."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from pipelines.notation.dates import find_date
from pipelines.notation.entities import decoded
from pipelines.sources.http.faults import Unusable
from pipelines.sources.http.transport import Reply
from pipelines.sources.moderngov.site import (
    Attendee,
    Committee,
    DocumentLink,
    Item,
    ListedMeeting,
    Meeting,
    What,
)

HTML_ROOTS = ("html", "body", "script")


def parse_answer(reply: Reply, root_name: str) -> etree._Element:
    """The root of an answer.

    Raises:
        Unusable: It is not XML, is a web page, declares entities, or is another answer.
    """
    if b"<!DOCTYPE" in reply.body.upper() or b"<!ENTITY" in reply.body.upper():
        is_page = reply.content_type == "text/html" or b"<html" in reply.body[:2000].lower()
        what = "is a web page, not XML" if is_page else "declares a document type: not read"
        raise Unusable(reply.url, what)
    if not reply.body.strip():
        raise Unusable(reply.url, "is an empty answer")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(reply.body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        is_page = reply.content_type == "text/html" or b"<script" in reply.body[:2000].lower()
        told = "is a web page, not XML" if is_page else f"is not XML ({error})"
        raise Unusable(reply.url, told) from error
    name = _name(root)
    if root.getroottree().docinfo.doctype or name in HTML_ROOTS:
        raise Unusable(reply.url, "is a web page, not XML")
    if name != root_name:
        raise Unusable(reply.url, f"is a <{name}> instead of a <{root_name}>")
    return root


def read_committees(root: etree._Element) -> list[Committee]:
    """The committees of `GetCommittees`, in the order of the site."""
    return [
        Committee(
            committee_id=text(each, "committeeid"),
            title=decoded(text(each, "committeetitle")),
            is_deleted=is_true(each, "committeedeleted"),
            is_expired=is_true(each, "committeeexpired"),
        )
        for each in _below(root, "committee")
        if text(each, "committeeid")
    ]


def read_meetings(root: etree._Element, committee: Committee) -> list[ListedMeeting]:
    """The meetings of one committee in `GetMeetings`; a row without a day or id is left out."""
    found: list[ListedMeeting] = []
    for group in _below(root, "committee"):
        if text(group, "committeeid") not in ("", committee.committee_id):
            continue
        for each in _below(group, "meeting"):
            day = _day(text(each, "meetingdate"))
            if day and text(each, "meetingid"):
                status = decoded(text(each, "meetingstatus"))
                found.append(ListedMeeting(text(each, "meetingid"), committee, day, status))
    return found


def read_meeting(
    root: etree._Element, listed: ListedMeeting, url: str, convert_url: str
) -> Meeting:
    """The meeting of `GetMeeting`.

    Args:
        root: The answer.
        listed: The meeting that was asked for.
        url: Its address.
        convert_url: The address of an attachment up to its id.

    Raises:
        Unusable: It is another meeting, or has no day.
    """
    meeting_id = text(root, "meetingid")
    day = _day(text(root, "meetingdate"))
    if meeting_id != listed.meeting_id or day is None:
        raise Unusable(url, f"answers with meeting {meeting_id or 'without a number'}")
    is_public = is_true(root, "isdisplayallowed", missing=True)
    items = tuple(_item(each, convert_url) for each in _below(root, "agendaitem"))
    return Meeting(
        meeting_id=meeting_id,
        committee=listed.committee,
        meeting_date=day,
        url=url,
        status=decoded(text(root, "meetingstatus")),
        time=decoded(text(root, "meetingtime")),
        location=decoded(text(root, "meetinglocation")),
        room=decoded(text(root, "meetingroom")),
        agenda_id=text(root, "agendaid"),
        has_agenda=is_true(root, "agendapublished"),
        has_decisions=is_true(root, "decisionpublished"),
        has_minutes=is_true(root, "minutepublished"),
        is_public=is_public,
        items=items,
        attendees=tuple(_attendee(each) for each in _below(root, "attendee")),
    )


def text(element: etree._Element, name: str) -> str:
    """The text of a child, without white space around it; empty if it is not there."""
    child = next((each for each in element if _name(each) == name), None)
    return (child.text or "").strip() if child is not None else ""


def is_true(element: etree._Element, name: str, *, missing: bool = False) -> bool:
    """Whether a flag is set."""
    return (text(element, name).casefold() or str(missing).casefold()) in ("true", "1")


def _item(element: etree._Element, convert_url: str) -> Item:
    is_public = not is_true(element, "isrestricted") and is_true(
        element, "isdisplayallowed", missing=True
    )
    documents = list(_below(element, "linkeddoc"))
    withheld = [
        text(each, "attachmentid")
        for each in documents
        if not is_public or is_true(each, "isrestricted")
    ]
    if not is_public:
        return Item(
            item_id=text(element, "agendaitemid"),
            title="",
            printed_number=decoded(text(element, "fulldisplaynumberformat")),
            number=text(element, "agendaitemnumber"),
            is_public=False,
            withheld=tuple(withheld),
        )
    return Item(
        item_id=text(element, "agendaitemid"),
        title=decoded(text(element, "agendaitemtitle")),
        printed_number=decoded(text(element, "fulldisplaynumberformat")),
        number=text(element, "agendaitemnumber"),
        agenda_html=text(element, "agendatext"),
        minutes_html=text(element, "minutesnonemptyhtmlbody"),
        decision_html=text(element, "decisionnonemptyhtmlbody"),
        attachments=tuple(
            DocumentLink(
                key=f"s{text(each, 'attachmentid')}",
                what=What.ITEM,
                url=f"{convert_url}{text(each, 'attachmentid')}",
                title=decoded(text(each, "title")),
                published_on=_day(text(each, "publicationdate")),
            )
            for each in documents
            if text(each, "attachmentid").isdigit()
            and text(each, "attachmentid") not in withheld
            and not is_true(each, "isurl")
        ),
        withheld=tuple(withheld),
    )


def _attendee(element: etree._Element) -> Attendee:
    values = {str(name).lower(): decoded(str(value)) for name, value in element.attrib.items()}
    return Attendee(
        name=values.get("name", ""),
        member_id=values.get("memberid", ""),
        role=values.get("roledescription", ""),
        attendance=values.get("attendance", ""),
        party=values.get("politicalparty", ""),
        ward=values.get("ward", ""),
        representing=values.get("representing", ""),
        member_type=values.get("membertype", ""),
    )


def _below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements of a name at any depth, but none inside another of the same name."""
    for each in element:
        if _name(each) == name:
            yield each
        else:
            yield from _below(each, name)


def _name(element: etree._Element) -> str:
    """The name without a namespace, in small letters; empty for a comment."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _day(printed: str) -> date | None:
    found = find_date(printed)
    return found.value if found else None
