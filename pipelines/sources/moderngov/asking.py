"""Asks a site for its committees and meetings: by its web service, or by its pages."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Protocol
from urllib.parse import urlencode

from pipelines.sources.http.client import Client
from pipelines.sources.http.faults import (
    Challenge,
    FetchFault,
    Forbidden,
    NotThere,
    Passing,
    SourceStopped,
    Unusable,
)
from pipelines.sources.moderngov import answers, pages
from pipelines.sources.moderngov.site import (
    PRINTED,
    Committee,
    DocumentLink,
    ListedMeeting,
    Meeting,
    What,
)

SERVICE = "mgWebService.asmx"
MISSING = "missing parameter"
MOST_EARLIER_PAGES = 60  # of about fifteen meetings each
UNCOUNTED = "0"  # what a parameter is given that means nothing
REACH = timedelta(days=400)  # before and after today: the meetings that every run asks for


class Site(Protocol):
    """What a site can be asked for."""

    def committees(self) -> list[Committee]:
        """All committees, deleted and expired ones too."""

    def meetings(self, committee: Committee, first: date, last: date) -> list[ListedMeeting]:
        """The meetings of a committee, by the site; days outside of the range may be among them."""

    def meeting(self, listed: ListedMeeting) -> Meeting:
        """One meeting in full."""


class WebService:
    """The web service of a site."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._base = client.source.base_url

    def committees(self) -> list[Committee]:
        """All committees.

        Raises:
            FetchFault: The service is off, or something else answers.
        """
        try:
            reply = self._client.get(self._url("GetCommittees"))
        except Unusable as error:
            if MISSING not in error.reason.lower():
                raise
            reply = self._client.get(self._url("GetCommittees", lDummy=UNCOUNTED))
        return answers.read_committees(answers.parse_answer(reply, "committees"))

    def meetings(self, committee: Committee, first: date, last: date) -> list[ListedMeeting]:
        """The meetings of a committee from a day to another.

        Raises:
            FetchFault: They cannot be had.
        """
        url = self._url(
            "GetMeetings",
            lCommitteeId=committee.committee_id,
            sFromDate=first.strftime("%d/%m/%Y"),
            sToDate=last.strftime("%d/%m/%Y"),
        )
        root = answers.parse_answer(self._client.get(url), "getmeetings")
        return answers.read_meetings(root, committee)

    def meeting(self, listed: ListedMeeting) -> Meeting:
        """One meeting.

        Raises:
            FetchFault: It cannot be had.
        """
        url = self._url("GetMeeting", lMeetingId=listed.meeting_id)
        root = answers.parse_answer(self._client.get(url), "meeting")
        convert_url = f"{self._base}/mgConvert2PDF.aspx?ID="
        return answers.read_meeting(root, listed, url, convert_url)

    def _url(self, method: str, **parameters: str) -> str:
        query = f"?{urlencode(parameters)}" if parameters else ""
        return f"{self._base}/{SERVICE}/{method}{query}"


class Pages:
    """The pages of a site."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._base = client.source.base_url

    def committees(self) -> list[Committee]:
        """The committees that the site lists.

        Raises:
            FetchFault: The page cannot be had.
        """
        return pages.read_committees(self._page(f"{self._base}/mgListCommittees.aspx?bcr=1"))

    def meetings(self, committee: Committee, first: date, last: date) -> list[ListedMeeting]:
        """The meetings of a committee: those around today, and those of each year of the range.

        A list that cannot be asked for a year is followed to its earlier pages.

        Raises:
            FetchFault: A page cannot be had.
        """
        url = f"{self._base}/ieListMeetings.aspx?CId={committee.committee_id}&Year="
        page = self._page(f"{url}0")
        found = pages.read_meetings(page, committee)
        years = pages.read_years(page)
        for year in years:
            if first.year <= year <= last.year:
                found += pages.read_meetings(self._page(f"{url}{year}"), committee)
        earlier = None if years else pages.read_earlier(page, self._base)
        for _ in range(MOST_EARLIER_PAGES):
            days = [each.meeting_date for each in found]
            if earlier is None or (days and min(days) < first):
                break
            page = self._page(earlier)
            found += pages.read_meetings(page, committee)
            earlier = pages.read_earlier(page, self._base)
        return list({each.meeting_id: each for each in found}.values())

    def meeting(self, listed: ListedMeeting) -> Meeting:
        """One meeting with its register and the links to its papers.

        Raises:
            FetchFault: Its page cannot be had, or that of its register is refused.
        """
        url = self._meeting_url(listed)
        page = self._page(url)
        meeting = pages.read_meeting(page, listed, url, self._base)
        attendance_url = f"{self._base}/mgMeetingAttendance.aspx?ID={listed.meeting_id}"
        try:
            register = pages.read_register(self._page(attendance_url))
        except NotThere:
            register = []
        links = self._with_packs(page, meeting.links or ())
        return replace(meeting, attendees=tuple(register), links=links)

    def links(self, listed: ListedMeeting) -> tuple[DocumentLink, ...]:
        """The documents that the page of a meeting links to.

        Raises:
            FetchFault: The page cannot be had.
        """
        page = self._page(self._meeting_url(listed))
        return self._with_packs(page, pages.read_links(page, self._base))

    def _with_packs(self, page: Any, links: Iterable[DocumentLink]) -> tuple[DocumentLink, ...]:
        """The links, and those of the page of packs if there is one and the pack is not linked."""
        found = {link.key: link for link in links}
        number = pages.read_packs_page(page)
        if number and not any(link.what is What.PACK for link in found.values()):
            packs = self._page(f"{self._base}/mgChooseDocPack.aspx?ID={number}")
            for link in pages.read_links(packs, self._base):
                found.setdefault(link.key, link)
        return tuple(found.values())

    def _meeting_url(self, listed: ListedMeeting) -> str:
        committee_id = listed.committee.committee_id
        query = f"CId={committee_id}&MId={listed.meeting_id}&Ver=4"
        return f"{self._base}/ieListDocuments.aspx?{query}"

    def _page(self, url: str) -> Any:
        return pages.read_page(self._client.get(url))


def open_site(client: Client, note: Callable[[str], None]) -> tuple[Site, list[Committee]]:
    """The web service of a site, or its pages if that is off, and the committees.

    Raises:
        SourceStopped: Neither answers, or the site keeps programs out.
    """
    service = WebService(client)
    try:
        return service, service.committees()
    except Challenge as error:
        raise _keeps_out(error) from error
    except Passing as error:
        raise SourceStopped("failed", f"The site does not answer: {error}") from error
    except FetchFault as error:
        note(f"The web service is not used: {error}; its pages are asked")
        why: FetchFault = error
    pages_of_site = Pages(client)
    try:
        return pages_of_site, pages_of_site.committees()
    except Challenge as error:
        raise _keeps_out(error) from error
    except FetchFault as error:
        is_closed = isinstance(error, Forbidden) and isinstance(why, Forbidden)
        reason = f"Neither the web service nor the pages can be used: {why}; {error}"
        raise SourceStopped("refused" if is_closed else "failed", reason) from error


def printed_by_number(meeting: Meeting, base_url: str) -> tuple[DocumentLink, ...]:
    """The printed papers that should be out by what a meeting says, where no page can be read."""
    is_out = {
        What.AGENDA: meeting.has_agenda,
        What.PACK: meeting.has_agenda,
        What.MINUTES: meeting.has_minutes,
        What.DECISIONS: meeting.has_decisions,
    }
    return tuple(
        DocumentLink(
            key=f"g{meeting.agenda_id}-{number}",
            what=what,
            url=f"{base_url}/documents/g{meeting.agenda_id}/{what.value}.pdf?T={number}",
            title="",
        )
        for number, what in PRINTED.items()
        if is_out[what] and meeting.agenda_id.isdigit()
    )


def range_of(today: date, since: date | None, listed_since: date | None) -> tuple[date, date]:
    """The days of meetings to ask for.

    Args:
        today: The day of the run.
        since: The earliest day that the source asks for.
        listed_since: The earliest day that was listed before; None before the first run.
    """
    back, ahead = today - REACH, today + REACH
    if since is None:
        return back, ahead
    if listed_since is not None and listed_since <= since:
        return max(since, back), ahead
    return since, ahead


def _keeps_out(error: FetchFault) -> SourceStopped:
    reason = f"The site keeps programs out ({error}); ask its democratic services"
    return SourceStopped("refused", reason)
