"""What is kept of one meeting: an XML file of its own, the same bytes for the same content.

It has the element names of `GetMeeting`, one element a line, and beside them the body and the
committee, which that answer does not name. Photographs, contacts, posts and times of the system
are left out, and of restricted items and documents everything but their numbers.
"""

from collections.abc import Iterator
from html import escape

from pipelines.privacy.contacts import mask_contacts
from pipelines.sources.configuration import Source
from pipelines.sources.moderngov.plain_html import plain_html
from pipelines.sources.moderngov.site import Attendee, DocumentLink, Item, Meeting

HEAD = '<?xml version="1.0" encoding="utf-8"?>'


def meeting_paper(meeting: Meeting, source: Source) -> bytes:
    """The kept form of a meeting."""
    lines = [HEAD, "<meeting>", *_facts(meeting, source), "  <agendaitems>"]
    for item in meeting.items:
        lines += _item(item)
    lines += ["  </agendaitems>", "  <attendees>"]
    lines += [_attendee(attendee) for attendee in meeting.attendees]
    lines += ["  </attendees>", "</meeting>", ""]
    return "\n".join(lines).encode()


def _facts(meeting: Meeting, source: Source) -> Iterator[str]:
    facts = (
        ("sourceid", source.source_id),
        ("sourceurl", meeting.url),
        ("body", source.body),
        ("councilid", source.council_id or ""),
        ("committeeid", meeting.committee.committee_id),
        ("committeetitle", meeting.committee.title),
        ("meetingid", meeting.meeting_id),
        ("meetingdate", meeting.meeting_date.strftime("%d/%m/%Y")),
        ("meetingstatus", meeting.status),
        ("meetingtime", meeting.time),
        ("meetinglocation", mask_contacts(meeting.location)),
        ("meetingroom", mask_contacts(meeting.room)),
        ("agendaid", meeting.agenda_id),
        ("agendapublished", str(meeting.has_agenda)),
        ("decisionpublished", str(meeting.has_decisions)),
        ("minutepublished", str(meeting.has_minutes)),
    )
    return (_element("  ", name, value) for name, value in facts)


def _item(item: Item) -> Iterator[str]:
    yield "    <agendaitem>"
    yield _element("      ", "agendaitemid", item.item_id)
    yield _element("      ", "agendaitemnumber", item.number)
    yield _element("      ", "fulldisplaynumberformat", item.printed_number)
    if not item.is_public:
        yield _element("      ", "isrestricted", "True")
    else:
        yield _element("      ", "agendaitemtitle", mask_contacts(item.title))
        yield from _words("agendatext", item.agenda_html)
        yield from _words("decisionnonemptyhtmlbody", item.decision_html)
        yield from _words("minutesnonemptyhtmlbody", item.minutes_html)
    if item.attachments or item.withheld:
        yield "      <linkeddocuments>"
        yield from (_attachment(link) for link in item.attachments)
        for number in item.withheld:
            yield f'        <linkeddoc attachmentid="{_attribute(number)}" isrestricted="True"/>'
        yield "      </linkeddocuments>"
    yield "    </agendaitem>"


def _words(name: str, html: str) -> Iterator[str]:
    lines = [_printable(mask_contacts(line)) for line in plain_html(html)]
    if lines:
        yield f"      <{name}>"
        yield from (escape(line, quote=False) for line in lines)
        yield f"      </{name}>"


def _attachment(link: DocumentLink) -> str:
    day = link.published_on.strftime("%d/%m/%Y") if link.published_on else ""
    return (
        f'        <linkeddoc attachmentid="{_attribute(link.key.removeprefix("s"))}" '
        f'title="{_attribute(mask_contacts(link.title))}" publicationdate="{day}"/>'
    )


def _attendee(attendee: Attendee) -> str:
    values = (
        ("membertype", attendee.member_type),
        ("memberid", attendee.member_id),
        ("name", mask_contacts(attendee.name)),
        ("roledescription", mask_contacts(attendee.role)),
        ("attendance", attendee.attendance),
        ("politicalparty", attendee.party),
        ("ward", attendee.ward),
        ("representing", attendee.representing),
    )
    told = " ".join(f'{name}="{_attribute(value)}"' for name, value in values)
    return f"    <attendee {told}/>"


def _element(indent: str, name: str, value: str) -> str:
    return f"{indent}<{name}>{escape(_printable(value), quote=False)}</{name}>"


def _attribute(value: str) -> str:
    return escape(_printable(value), quote=False).replace('"', "&quot;")


def _printable(value: str) -> str:
    """Text without the control characters that XML does not allow."""
    return "".join(letter for letter in value if letter.isprintable() or letter == " ")
