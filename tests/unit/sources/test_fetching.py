"""Whole runs over an example site."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pipelines.sources import fetch as fetch_module
from pipelines.sources.configuration import Budget
from pipelines.sources.fetch import SourceReport
from pipelines.sources.http import client
from pipelines.sources.store import copied_store, store_path
from tests.unit.sources.conftest import TODAY, Fetch, papers
from tests.unit.sources.example_site import (
    BASE,
    CLOUDFLARE,
    ERROR,
    INCAPSULA,
    PDF,
    Answer,
    ExampleSite,
    Item,
    Meeting,
    pdf,
)

SERVICE = "/mgWebService.asmx"
MEETING = f"{SERVICE}/GetMeeting?lMeetingId="


def documents(tmp_path: Path) -> set[bytes]:
    return {data for name, data in papers(tmp_path / "raw").items() if not name.endswith(".xml")}


def told(report: SourceReport) -> list[tuple[str, str]]:
    return [(problem.rule, problem.subject) for problem in report.problems]


def public(site: ExampleSite) -> set[bytes]:
    return {data for key, data in site.files.items() if key != "s903"}


def test_every_public_document_comes_to_the_byte_and_nothing_else(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    report = fetch_from(site)
    assert (report.outcome, report.problems) == ("complete", ())
    assert documents(tmp_path) == public(site)
    assert site.asked_for("=902") == site.asked_for("=903") == []
    assert site.agents == {"boardpapers/0.1.0 (+https://weir.example/reader)"}
    assert site.most_at_once == 1
    assert site.asked[0] == "/robots.txt"


def test_a_second_run_asks_for_no_document_and_changes_nothing(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    fetch_from(site)
    before = papers(tmp_path / "raw")
    site.asked.clear()
    report = fetch_from(site)
    assert report.outcome == "complete"
    assert site.asked_for("documents/") == site.asked_for("mgConvert") == []
    assert site.asked_for("robots") == []
    assert papers(tmp_path / "raw") == before


def test_a_dry_run_writes_nothing(site: ExampleSite, fetch_from: Fetch, tmp_path: Path) -> None:
    report = fetch_from(site, is_dry=True)
    assert (report.counts.meetings_listed, report.counts.meetings_due) == (3, 3)
    assert not (tmp_path / "raw").exists()
    assert site.asked_for("GetMeeting?") == site.asked_for("documents/") == []


def test_no_contact_of_anybody_reaches_the_disk(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    words = "<p>Ask Eve Ladd, 020 7946 0000, eve.ladd@weir.example.</p>"
    site.meetings[0].items[1].minutes = words
    site.meetings[0].items[2].documents = {901: "Ask eve.ladd@weir.example"}
    site.robots = Answer(b"# eve.ladd@weir.example\nUser-agent: *\nDisallow: /x", "text/plain")
    site.instead[f"{MEETING}503"] = [Answer(b"eve.ladd@weir.example", "text/plain", 500)]
    fetch_from(site)
    kept = b"".join(papers(tmp_path / "raw").values())
    kept += store_path(tmp_path / "raw", "weir").read_bytes()
    assert b"7946" not in kept
    assert b"eve.ladd" not in kept
    assert b"Secret" not in kept
    assert site.asked_for("Councillors") == site.asked_for("mgUserInfo") == []


def test_final_minutes_are_kept_beside_the_draft(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    fetch_from(site)
    site.files["g511-1"] = pdf("final minutes")
    site.meetings[0].items[1].minutes = "<p>Changed.</p>"
    report = fetch_from(site)
    day = site.meetings[0].day
    both = {name: data for name, data in papers(tmp_path / "raw").items() if "-minutes-" in name}
    assert both == {
        f"weir/{day}-71-501-minutes-511.pdf": pdf("paper 1"),
        f"weir/{day}-71-501-minutes-511v2.pdf": pdf("final minutes"),
    }
    assert (report.counts.documents_fetched, report.counts.documents_unchanged) == (1, 3)


def test_minutes_that_appear_later_come_later(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    held = site.meetings[0]
    held.printed, held.has_minutes = (0, 10), False
    fetch_from(site)
    held.printed, held.has_minutes = (0, 1, 10), True
    fetch_from(site)
    assert pdf("paper 1") in documents(tmp_path)


def test_the_same_bytes_under_two_numbers_are_one_paper(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    site.files["s901"] = site.files["g511-10"]
    report = fetch_from(site)
    assert report.outcome == "complete"
    names = [name for name in papers(tmp_path / "raw") if name.endswith(".pdf")]
    assert len(names) == len(public(site)) == 5


def test_an_item_paper_of_two_meetings_is_fetched_once(
    site: ExampleSite, fetch_from: Fetch
) -> None:
    site.meetings[2].items[0].documents = {901: "Dredging again"}
    assert fetch_from(site).outcome == "complete"
    assert len(site.asked_for("ID=901")) == 1


def test_a_document_that_became_restricted_is_not_asked_for_again(
    site: ExampleSite, fetch_from: Fetch
) -> None:
    site.instead["/mgConvert2PDF.aspx?ID=901"] = [ERROR]
    fetch_from(site)
    site.meetings[0].items[2].documents, site.meetings[0].items[2].withheld = {}, (901,)
    site.meetings[2].items[0].documents = {901: "Dredging"}
    site.asked.clear()
    fetch_from(site)
    report = fetch_from(site)
    assert (report.outcome, len(site.asked_for("ID=901"))) == ("complete", 1)


def test_item_papers_come_where_there_is_no_pack(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    site.meetings[0].printed = (0, 1)
    fetch_from(site, documents=("pack",))
    assert documents(tmp_path) == {pdf("dredging"), pdf("pack ahead")}


def test_a_meeting_that_is_not_public_is_not_kept(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    site.meetings[0].is_public = False
    assert fetch_from(site).outcome == "complete"
    assert [name for name in papers(tmp_path / "raw") if "-501-" in name] == []
    assert site.asked_for("g511") == []


def test_a_meeting_that_moved_has_one_file(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    fetch_from(site)
    site.meetings[0].day += timedelta(days=1)
    fetch_from(site)
    names = [name for name in papers(tmp_path / "raw") if name.endswith("-meeting-501.xml")]
    assert names == [f"weir/{site.meetings[0].day}-71-501-meeting-501.xml"]


def test_a_meeting_that_vanished_is_kept_and_marked(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    fetch_from(site)
    before = papers(tmp_path / "raw")
    gone = site.meetings.pop()
    report = fetch_from(site)
    assert (report.outcome, told(report)) == (
        "complete",
        [("source_meeting_vanished", f"meeting {gone.meeting_id}")],
    )
    assert papers(tmp_path / "raw") == before
    with copied_store(store_path(tmp_path / "raw", "weir")) as store:
        assert [each.meeting_id for each in store.meetings() if not each.is_listed] == ["503"]


def test_an_empty_list_is_no_reason_to_forget(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    fetch_from(site)
    before = papers(tmp_path / "raw")
    site.meetings.clear()
    report = fetch_from(site)
    assert told(report) == [("source_list_empty", "committee 71")]
    assert papers(tmp_path / "raw") == before


def test_days_that_were_not_asked_for_are_left_out(site: ExampleSite, fetch_from: Fetch) -> None:
    site.ignores_days = True
    site.meetings.append(Meeting(400, TODAY - timedelta(days=2000), 400))
    report = fetch_from(site)
    assert told(report) == [("source_ignores_days", "committee 71")]
    assert site.asked_for("MeetingId=400") == []


def test_the_first_run_goes_back_and_the_second_does_not(
    site: ExampleSite, fetch_from: Fetch
) -> None:
    old = TODAY - timedelta(days=2000)
    site.meetings.append(Meeting(400, old, 400, has_agenda=False))
    fetch_from(site, since=old)
    asked = [path.rpartition("=")[2] for path in site.asked_for("GetMeeting?")]
    assert asked == ["503", "502", "501", "400"]
    site.asked.clear()
    fetch_from(site, since=old)
    assert [path.rpartition("=")[2] for path in site.asked_for("GetMeeting?")] == asked[:3]


def test_deleted_and_expired_committees_are_left_alone(
    site: ExampleSite, fetch_from: Fetch
) -> None:
    site.committees |= {72: ("Old Panel", False, True), 73: ("Gone Panel", True, False)}
    fetch_from(site)
    assert site.asked_for("lCommitteeId=72") == site.asked_for("lCommitteeId=73") == []


def test_committees_are_named_by_title_or_number(site: ExampleSite, fetch_from: Fetch) -> None:
    site.committees |= {72: ("Old Panel", False, True), 73: ("Gone Panel", True, False)}
    report = fetch_from(site, committees=("harbours & coast panel", "72", "73", "Mill Panel"))
    assert len(site.asked_for("lCommitteeId=71")) == len(site.asked_for("lCommitteeId=72")) == 1
    assert (report.outcome, told(report)) == (
        "partial",
        [
            ("source_item_not_fetched", "committee 73"),
            ("source_item_not_fetched", "committee Mill Panel"),
        ],
    )


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (ERROR, "error page"),
        (Answer(b"<html>Sorry</html>", PDF), "web page"),
        (Answer(b"", PDF), "empty"),
        (Answer(b"some words", PDF), "no format"),
        (Answer(pdf("cut"), PDF, cut=6), "broke the connection off"),
        (Answer(pdf("cut")[:-7], PDF, has_length=False), "cut off"),
        (Answer(b"", status=302, headers={"Location": "https://other.example/x"}), "another site"),
        (Answer(b"", status=302, headers={"Location": "http://169.254.169.254/"}), "another site"),
        (Answer(b"", status=302, headers={"Location": f"{BASE}/mgLogin.aspx"}), "log-in"),
        (Answer(b"", status=302, headers={"Location": "?ID=901"}), "more than 5 times"),
        (Answer(b"x", PDF, headers={"Content-Encoding": "br"}), "not asked for"),
    ],
)
def test_a_document_that_fails_is_reported_and_tried_again(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path, answer: Answer, reason: str
) -> None:
    site.instead["/mgConvert2PDF.aspx?ID=901"] = [answer]
    report = fetch_from(site)
    (problem,) = report.problems
    assert (report.outcome, problem.subject) == ("partial", "document 901 of meeting 501")
    assert reason in problem.reason
    assert documents(tmp_path) == public(site) - {site.files["s901"]}
    site.instead.clear()
    site.asked.clear()
    assert fetch_from(site).outcome == "complete"
    assert documents(tmp_path) == public(site)
    assert len(site.asked_for("documents/") + site.asked_for("mgConvert")) == 1


def test_a_busy_site_is_asked_three_times(site: ExampleSite, fetch_from: Fetch) -> None:
    site.instead[f"{MEETING}501"] = [Answer(b"", status=503)]
    report = fetch_from(site)
    assert told(report) == [("source_item_not_fetched", "meeting 501")]
    assert len(site.asked_for("MeetingId=501")) == 3


def test_a_site_that_recovers_loses_nothing(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    busy = Answer(b"", status=429, headers={"Retry-After": "1"})
    whole = Answer(site.files["s901"], PDF)
    site.instead["/mgConvert2PDF.aspx?ID=901"] = [busy, whole]
    assert fetch_from(site).outcome == "complete"
    position = site.asked.index(f"{BASE}/mgConvert2PDF.aspx?ID=901")
    assert site.begun[position + 1] - site.begun[position] >= 1
    assert documents(tmp_path) == public(site)


def test_a_site_that_wants_to_be_left_alone_is(site: ExampleSite, fetch_from: Fetch) -> None:
    site.instead[f"{MEETING}501"] = [Answer(b"", status=503, headers={"Retry-After": "7200"})]
    report = fetch_from(site)
    assert (report.outcome, "left alone" in report.message) == ("partial", True)
    site.asked.clear()
    report = fetch_from(site)
    assert (site.asked, report.outcome, "left alone" in report.message) == ([], "partial", True)


def test_robots_decide_first(site: ExampleSite, fetch_from: Fetch, tmp_path: Path) -> None:
    rules = f"User-agent: boardpapers\nDisallow: {BASE}/documents/\nDisallow: {BASE}/mgConvert"
    site.robots = Answer(rules.encode(), "text/plain")
    report = fetch_from(site)
    assert site.asked_for("documents/") == site.asked_for("mgConvert") == []
    assert {problem.subject for problem in report.problems} == {
        "agenda 511 of meeting 501",
        "decisions 511 of meeting 501",
        "document 901 of meeting 501",
        "minutes 511 of meeting 501",
        "pack 511 of meeting 501",
        "pack 513 of meeting 503",
    }
    assert len(papers(tmp_path / "raw")) == 3


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        (Answer(b"User-agent: *\nDisallow: /", "text/plain"), "refused"),
        (Answer(b"", "text/plain", 403), "refused"),
        (Answer(b"", "text/plain", 503), "failed"),
        (Answer(b"", "text/plain", 500), "failed"),
    ],
)
def test_a_site_that_closes_is_asked_nothing(
    site: ExampleSite, fetch_from: Fetch, robots: Answer, outcome: str
) -> None:
    site.robots = robots
    assert fetch_from(site).outcome == outcome
    assert set(site.asked) == {"/robots.txt"}


def test_a_site_whose_service_is_off_is_read_by_its_pages(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    site.has_service = False
    report = fetch_from(site)
    assert (report.outcome, report.problems) == ("complete", ())
    withheld = {site.files["s901"], site.files["s903"]}
    assert documents(tmp_path) - withheld == public(site) - withheld
    (kept,) = [data for name, data in papers(tmp_path / "raw").items() if "-501-meeting" in name]
    assert b'memberid="12" name="Cllr Ben O\'Rourke" roledescription="Committee Member"' in kept
    assert b"7946" not in kept


def test_pages_may_be_closed_while_the_service_answers(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    site.has_pages = False
    report = fetch_from(site)
    assert (report.outcome, told(report)) == (
        "complete",
        [("source_item_not_fetched", "pages of meetings")],
    )
    assert documents(tmp_path) == public(site)
    assert len(site.asked_for("ieListDocuments")) == 1


def test_a_firewall_is_reported_and_not_disguised(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    for answer in (INCAPSULA, CLOUDFLARE):
        site.instead[f"{SERVICE}/GetCommittees"] = [answer]
        report = fetch_from(site)
        assert (report.outcome, "keeps programs out" in report.message) == ("refused", True)
    assert papers(tmp_path / "raw") == {}


@pytest.mark.parametrize(
    "body",
    [
        b"<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
        b"<!DOCTYPE meeting [<!ENTITY a 'aaaa'>]><meeting><meetingid>501</meetingid></meeting>",
        b"<meeting><meetingid>502</meetingid><meetingdate>01/02/2026</meetingdate></meeting>",
        b"<meeting><meetingid>501",
        b"",
    ],
    ids=["a page that is XML", "entities", "another meeting", "cut", "empty"],
)
def test_an_answer_that_is_no_meeting_is_not_kept(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path, body: bytes
) -> None:
    site.instead[f"{MEETING}501"] = [Answer(body, "text/xml")]
    report = fetch_from(site)
    assert told(report) == [("source_item_not_fetched", "meeting 501")]
    assert [name for name in papers(tmp_path / "raw") if "-501-" in name] == []


def test_a_bomb_is_stopped(
    site: ExampleSite, fetch_from: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gzip

    monkeypatch.setattr(client.Client.get, "__defaults__", (100_000, None, None))
    bomb = Answer(gzip.compress(b"<a>" * 10**6), "text/xml", headers={"Content-Encoding": "gzip"})
    site.instead[f"{MEETING}501"] = [bomb]
    (problem,) = fetch_from(site).problems
    assert problem.reason == "has more than the 100,000 bytes that are allowed"


def test_a_site_in_trouble_is_left_alone(site: ExampleSite, fetch_from: Fetch) -> None:
    more = [replace(site.meetings[0], meeting_id=number) for number in range(600, 620)]
    site.meetings += more
    site.instead = {f"{MEETING}{each.meeting_id}": [ERROR] for each in more}
    report = fetch_from(site)
    assert report.outcome == "partial"
    assert report.message == "More than 5 requests in a row failed, last meeting 614"


@pytest.mark.parametrize(
    ("budget", "message"),
    [
        (Budget(requests=6), "6 requests"),
        (Budget(megabytes=1), "1 megabytes"),
    ],
)
def test_a_run_ends_with_its_budget_and_the_next_goes_on(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path, budget: Budget, message: str
) -> None:
    site.files["g511-10"] = pdf("long" * 300_000)
    report = fetch_from(site, budget=budget)
    assert (report.outcome, message in report.message) == ("partial", True)
    assert fetch_from(site).outcome == "complete"
    assert documents(tmp_path) == public(site)


def test_a_list_of_many_items_is_read(site: ExampleSite, fetch_from: Fetch) -> None:
    site.meetings[0].items += [Item(number, f"Item {number}", "9") for number in range(300)]
    assert fetch_from(site).outcome == "complete"


def test_a_damaged_store_fails_its_source_alone(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    path = store_path(tmp_path / "raw", "weir")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 100)
    report = fetch_from(site)
    assert (report.outcome, "weir.sqlite3" in report.message) == ("failed", True)
    assert site.asked == []


def test_a_fault_of_ours_fails_its_source_alone(
    site: ExampleSite, fetch_from: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_module, "fetch_site", lambda run: 1 / 0)
    report = fetch_from(site)
    assert report.message == "A fault of boardpapers: ZeroDivisionError: division by zero"
