"""A site on the loopback that answers as ModernGov does, with the traps that real sites have."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, unquote, urlsplit

HTML, XML, PDF = "text/html; charset=utf-8", "text/xml; charset=utf-8", "application/octet-stream"
BASE = "/moderngov"
SERVICE = "/mgWebService.asmx"
MEETING = f"{SERVICE}/GetMeeting?lMeetingId="


def pdf(words: str) -> bytes:
    return f"%PDF-1.4\n{words}\n%%EOF\n".encode()


def twice(text: str) -> str:
    """Text as answers hold it: encoded for HTML, and again for XML."""
    return escape(escape(text).replace("&#x27;", "&#39;"))


@dataclass(frozen=True)
class Answer:
    """What the site sends; `cut` bytes are missing at the end of the body."""

    body: bytes = b""
    content_type: str = HTML
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    has_length: bool = True


ERROR = Answer(b"<h2>Object moved</h2>", HTML, 302, {"Location": f"{BASE}/mgError.aspx"})
CLOUDFLARE = Answer(
    b"<html><head><title>Just a moment...</title></head></html>",
    HTML,
    403,
    {"cf-mitigated": "challenge"},
)
INCAPSULA = Answer(b'<html><script src="/_Incapsula_Resource?SWJ=1"></script></html>', HTML)


@dataclass
class Attendee:
    member_id: int
    name: str
    role: str = "Committee Member"
    attendance: str = "Present"
    party: str = "LAB"
    ward: str = "Quay"
    representing: str = ""


@dataclass
class Item:
    item_id: int
    title: str
    number: str = ""
    minutes: str = ""
    decision: str = ""
    documents: dict[int, str] = field(default_factory=dict)
    withheld: tuple[int, ...] = ()
    is_restricted: bool = False


@dataclass
class Meeting:
    meeting_id: int
    day: date
    agenda_id: int
    status: str = "Confirmed"
    committee_id: int = 71
    has_agenda: bool = True
    has_minutes: bool = False
    printed: tuple[int, ...] = ()
    items: list[Item] = field(default_factory=list)
    attendees: list[Attendee] = field(default_factory=list)
    is_public: bool = True


@dataclass
class ExampleSite:
    """The content of a site. `instead` holds answers by path and query that come first, each once
    or, if there is only one left, for ever."""

    committees: dict[int, tuple[str, bool, bool]] = field(
        default_factory=lambda: {71: ("Harbours & Coast Panel", False, False)}
    )
    meetings: list[Meeting] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    robots: Answer = Answer(b"", "text/plain", 404)
    instead: dict[str, list[Answer]] = field(default_factory=dict)
    has_service: bool = True
    has_pages: bool = True
    ignores_days: bool = False
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    begun: list[float] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def __enter__(self) -> "ExampleSite":
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # head and body in one piece, or each answer waits for a timer

            def do_GET(self) -> None:
                site.begun.append(time.monotonic())
                site.at_once += 1
                site.most_at_once = max(site.most_at_once, site.at_once)
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                assert "Cookie" not in self.headers
                try:
                    self._send(site.answer(self.path))
                finally:
                    site.at_once -= 1

            def _send(self, answer: Answer) -> None:
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.content_type)
                if answer.has_length:
                    self.send_header("Content-Length", str(len(answer.body)))
                else:
                    self.send_header("Connection", "close")
                for name, value in {"Set-Cookie": "ASP.NET_SessionId=1", **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body[: len(answer.body) - answer.cut])
                if answer.cut or not answer.has_length:
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def base_url(self) -> str:
        return f"{self.origin}{BASE}"

    def meeting(self, meeting_id: int) -> Meeting:
        return next(each for each in self.meetings if each.meeting_id == meeting_id)

    def asked_for(self, part: str) -> list[str]:
        return [path for path in self.asked if part.lower() in path.lower()]

    def answer(self, path: str) -> Answer:
        waiting = self.instead.get(path.removeprefix(BASE))
        if waiting:
            return waiting.pop(0) if len(waiting) > 1 else waiting[0]
        if path == "/robots.txt":
            return self.robots
        parts = urlsplit(path)
        if not parts.path.startswith(f"{BASE}/"):
            return Answer(b"not here", "text/plain", 404)
        place = unquote(parts.path[len(BASE) + 1 :])
        query = {name.lower(): values[0] for name, values in parse_qs(parts.query).items()}
        service, _, method = place.partition("/")
        if service == "mgWebService.asmx":
            return self._service(method, query)
        if place.startswith("documents/") or place == "mgConvert2PDF.aspx":
            return self._document(place, query)
        return self._page(place, query)

    def _service(self, method: str, query: dict[str, str]) -> Answer:
        if not self.has_service:
            told = f"Request format is unrecognized for URL unexpectedly ending in '/{method}'."
            return Answer(told.encode(), "text/plain", 500)
        answers: dict[str, Callable[[dict[str, str]], str]] = {
            "GetCommittees": lambda query: self._committees(),
            "GetMeetings": self._meetings,
            "GetMeeting": lambda query: self._meeting(int(query["lmeetingid"])),
        }
        if method not in answers:
            return Answer(b"Web Service method name is not valid.", "text/plain", 500)
        if method == "GetMeetings":
            for name in ("lCommitteeId", "sFromDate", "sToDate"):
                if name.lower() not in query:
                    return Answer(f"Missing parameter: {name}.".encode(), "text/plain", 500)
        body = '<?xml version="1.0" encoding="utf-8"?>\n' + answers[method](query)
        return Answer(body.encode(), XML)

    def _committees(self) -> str:
        rows = "".join(
            f"<committee><committeeid>{number}</committeeid><committeetitle>{twice(title)}"
            f"</committeetitle><committeedeleted>{deleted}</committeedeleted><committeeexpired>"
            f"{expired}</committeeexpired></committee>\n"
            for number, (title, deleted, expired) in self.committees.items()
        )
        return f"<committees><committeescount> 1</committeescount>{rows}</committees>"

    def _meetings(self, query: dict[str, str]) -> str:
        first, last = (_day(query[name]) for name in ("sfromdate", "stodate"))
        rows = "".join(
            f"<meeting><meetingid>{each.meeting_id}</meetingid><meetingdate>"
            f"{each.day:%d/%m/%Y}</meetingdate><meetingstatus>{twice(each.status)}</meetingstatus>"
            "<meetingtime>6.30 pm</meetingtime></meeting>\n"
            for each in self.meetings
            if str(each.committee_id) == query["lcommitteeid"]
            and (self.ignores_days or first <= each.day <= last)
        )
        return (
            f"<getmeetings><committee><committeeid>{query['lcommitteeid']}</committeeid>"
            f"<committeemeetings>{rows}</committeemeetings></committee></getmeetings>"
        )

    def _meeting(self, meeting_id: int) -> str:
        meeting = self.meeting(meeting_id)
        items = "".join(map(self._item, meeting.items))
        people = "".join(
            f'<attendee membertype="U" memberid="{each.member_id}" name="{twice(each.name)}" '
            f'roledescription="{each.role}" attendance="{each.attendance}" politicalparty='
            f'"{each.party}" ward="{each.ward}" representing="{twice(each.representing)}" '
            f'keyposts="Harbour master"><url>{self.base_url}/mgUserInfo.aspx?UID={each.member_id}'
            "</url></attendee>\n"
            for each in meeting.attendees
        )
        return (
            f"<meeting>\n<meetingid>{meeting_id}</meetingid>\n<meetingdate>{meeting.day:%d/%m/%Y}"
            f"</meetingdate>\n<meetingstatus>{twice(meeting.status)}</meetingstatus>\n"
            f"<isdisplayallowed>{meeting.is_public}</isdisplayallowed>\n"
            "<meetingtime>6.30 pm</meetingtime>\n<meetinglocation>Town Hall</meetinglocation>\n"
            f"<agendaid>{meeting.agenda_id}</agendaid>\n<agendapublished>{meeting.has_agenda}"
            f"</agendapublished>\n<decisionpublished>{2 in meeting.printed}</decisionpublished>\n"
            f"<minutepublished>{meeting.has_minutes}</minutepublished>\n<meetingroom>\n"
            f"</meetingroom>\n<agendaitems>\n{items}</agendaitems>\n<attendees>\n{people}"
            "</attendees>\n</meeting>"
        )

    def _item(self, item: Item) -> str:
        documents = {number: (title, False) for number, title in item.documents.items()}
        documents |= dict.fromkeys(item.withheld, ("Secret", True))
        linked = "".join(
            f"<linkeddoc><attachmentid>{number}</attachmentid><title>{twice(title)}</title><isurl>"
            f"False</isurl><url>{self.base_url}/mgConvert2PDF.aspx?ID={number}</url><isrestricted>"
            f"{closed}</isrestricted><publicationdate>31/01/2026</publicationdate></linkeddoc>\n"
            for number, (title, closed) in documents.items()
        )
        return (
            f"<agendaitem>\n<agendaitemid>{item.item_id}</agendaitemid>\n<agendaitemtitle>"
            f"{twice(item.title)}</agendaitemtitle>\n<agendatext>\n</agendatext>\n"
            f"<agendaitemnumber>{item.number or 0}</agendaitemnumber>\n<fulldisplaynumberformat>"
            f"{item.number and item.number + '.'}</fulldisplaynumberformat>\n"
            f"<minutesnonemptyhtmlbody>{escape(item.minutes)}</minutesnonemptyhtmlbody>\n"
            f"<decisionnonemptyhtmlbody>{escape(item.decision)}</decisionnonemptyhtmlbody>\n"
            f"<isrestricted>{item.is_restricted}</isrestricted>\n<isdisplayallowed>True"
            f"</isdisplayallowed>\n<linkeddocuments>\n{linked}</linkeddocuments>\n</agendaitem>\n"
        )

    def _document(self, place: str, query: dict[str, str]) -> Answer:
        kind, number = "s", query.get("id", "")
        if place.startswith("documents/"):
            kind, number = place.split("/")[1][0], place.split("/")[1][1:]
        elif "t" in query:
            kind = "g"
        key = f"g{number}-{query.get('t', 'missing')}" if kind == "g" else f"s{number}"
        return Answer(self.files[key], PDF) if key in self.files else ERROR

    def _page(self, place: str, query: dict[str, str]) -> Answer:
        if not self.has_pages:
            return CLOUDFLARE
        if place == "mgListCommittees.aspx":
            body = "".join(
                f'<li><a href="mgCommitteeDetails.aspx?ID={number}">{escape(title)}</a></li>'
                for number, (title, _, _) in self.committees.items()
            )
            return _page(f"<ul>{body}</ul>")
        if place == "ieListMeetings.aspx":
            return self._meetings_page(query)
        if place == "ieListDocuments.aspx":
            return self._meeting_page(self.meeting(int(query["mid"])))
        if place == "mgMeetingAttendance.aspx":
            return self._register_page(self.meeting(int(query["id"])))
        return ERROR

    def _meetings_page(self, query: dict[str, str]) -> Answer:
        of = [each for each in self.meetings if str(each.committee_id) == query["cid"]]
        years = sorted({each.day.year for each in of})
        shown = (
            of[:1]
            if query["year"] == "0"
            else [each for each in of if str(each.day.year) == query["year"]]
        )
        rows = "".join(
            f'<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId={each.committee_id}'
            f'&amp;MId={each.meeting_id}&amp;Ver=4">{each.day.day} {each.day:%b %Y}&nbsp;6&#58;30'
            f"</a>{' - CANCELLED' if each.status == 'Cancelled' else ' - Agenda'}</li>"
            for each in shown
        )
        options = "".join(f'<option value="{year}">{year}</option>' for year in years)
        select = f'<select id="YearSelect"><option value="0"> </option>{options}</select>'
        return _page(f"{select}<ul>{rows}</ul>")

    def _meeting_page(self, meeting: Meeting) -> Answer:
        title = self.committees[meeting.committee_id][0]
        names = {0: "Agenda frontsheet", 1: "Printed minutes\r\n", 2: "Decisions", 10: "Pack #1's"}
        links = "".join(
            f'<li><a href="documents/g{meeting.agenda_id}/{names[kind]} {meeting.day:%d-%b} '
            f'{escape(title)}.pdf?T={kind}">{names[kind]} <span class="mgFileSize">PDF 1 KB'
            "</span></a></li>"
            for kind in meeting.printed
        )
        rows = "".join(map(_item_row, meeting.items))
        status = "This meeting has been cancelled." if meeting.status == "Cancelled" else ""
        out = "Agenda and minutes" if meeting.has_minutes else "Agenda"
        return _page(
            f'<h1 class="mgMainTitleTxt">{out}</h1><h2 class="mgSubTitleTxt"><a href="x">'
            f"{escape(title)} - {meeting.day:%A}, {meeting.day.day} {meeting.day:%B, %Y} 6.30</a>"
            f'</h2><ul class="mgActionList">{links}</ul><p class="mgStatus">{status}</p>'
            '<p><span class="mgLabel">Venue: </span>Town Hall.</p><p><span class="mgLabel">Contact:'
            " </span>Eve Ladd Tel: 020 7946 0000 Email: eve.ladd@weir.example</p>"
            f'<table id="mgItemTable">{rows}</table>'
        )

    def _register_page(self, meeting: Meeting) -> Answer:
        rows = "".join(
            f'<tr><td><a href="mgUserInfo.aspx?UID={each.member_id}">{escape(each.name)}</a></td>'
            f"<td>{each.role}</td><td>{each.attendance}</td></tr>"
            for each in meeting.attendees
        )
        return _page(f'<table summary="Table of meeting attendance">{rows}</table>')


def _item_row(item: Item) -> str:
    links = "".join(
        f'<li><a href="documents/s{number}/{escape(title)}.pdf">{escape(title)}</a></li>'
        for number, title in item.documents.items()
    )
    label = '<p class="mgSubItemTitleTxt">Minutes:</p>'
    minutes = f'{label}<div class="mgWordPara">{item.minutes}</div>'
    return (
        f'<tr><td><p class="mgAiTitleTxt"><a name="AI{item.item_id}"></a>'
        f'{item.number and item.number + "."}</p></td><td><p class="mgAiTitleTxt">'
        f"{escape(item.title)}</p><ul>{links}</ul>{minutes if item.minutes else ''}</td></tr>"
    )


def _page(body: str) -> Answer:
    return Answer(f'<html><body><div id="modgov">{body}</div></body></html>'.encode())


def _day(printed: str) -> date:
    day, month, year = printed.split("/")
    return date(int(year), int(month), int(day))
