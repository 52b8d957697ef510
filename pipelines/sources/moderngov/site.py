"""What a ModernGov site says: its committees, its meetings, and one meeting in full."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class What(StrEnum):
    """What a document of a meeting is."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    DECISIONS = "decisions"
    PACK = "pack"
    ITEM = "item"


# The number by which `documents/g<agenda id>` and `mgConvert2PDF` tell printed papers apart
PRINTED = {0: What.AGENDA, 1: What.MINUTES, 2: What.DECISIONS, 10: What.PACK}
CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Committee:
    """One committee of a site."""

    committee_id: str
    title: str
    is_deleted: bool = False
    is_expired: bool = False


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """One line of the list of a committee's meetings; `status` as printed."""

    meeting_id: str
    committee: Committee
    meeting_date: date
    status: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """One public document of a meeting.

    Attributes:
        key: `s<attachment id>` or `g<agenda id>-<T>`: the same document has one key, whatever the
            address.
        published_on: The day of publication; None if not given.
    """

    key: str
    what: What
    url: str
    title: str
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """One row of a register, each value as printed."""

    name: str
    member_id: str = ""
    role: str = ""
    attendance: str = ""
    party: str = ""
    ward: str = ""
    representing: str = ""
    member_type: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an agenda; texts are HTML.

    Attributes:
        printed_number: As printed: `1.`; empty for a heading.
        is_public: False if it is restricted or not for display; then it has no words.
        attachments: Its public documents.
        withheld: Ids of its restricted documents.
    """

    item_id: str
    title: str
    printed_number: str = ""
    number: str = ""
    agenda_html: str = ""
    minutes_html: str = ""
    decision_html: str = ""
    is_public: bool = True
    attachments: tuple[DocumentLink, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting in full; text is decoded.

    Attributes:
        agenda_id: The number of its printed papers; another one than that of the meeting.
        has_agenda, has_decisions, has_minutes: What the site says is published.
        is_public: False if nothing of it may be kept.
        links: The printed papers that its page links to; None if no page was read.
    """

    meeting_id: str
    committee: Committee
    meeting_date: date
    url: str
    status: str = ""
    time: str = ""
    location: str = ""
    room: str = ""
    agenda_id: str = ""
    has_agenda: bool = False
    has_decisions: bool = False
    has_minutes: bool = False
    is_public: bool = True
    items: tuple[Item, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    links: tuple[DocumentLink, ...] | None = field(default=None, compare=False)

    @property
    def is_cancelled(self) -> bool:
        """Whether the printed status says that it was cancelled.

        >>> from dataclasses import replace
        >>> meeting = Meeting("1", Committee("2", "Quay Panel"), date(2026, 2, 8), "")
        >>> replace(meeting, status="CANCELLED; no business").is_cancelled
        True
        """
        return self.status.partition(";")[0].strip().casefold() in (CANCELLED, "canceled")
