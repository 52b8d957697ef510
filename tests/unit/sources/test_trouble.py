"""Whole runs over a site that fails, refuses or sends what it should not."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pipelines.sources import fetch as fetch_module
from pipelines.sources.http import client
from pipelines.sources.store import store_path
from tests.unit.sources.conftest import Fetch, documents, papers, public, told
from tests.unit.sources.example_site import (
    BASE,
    CLOUDFLARE,
    ERROR,
    INCAPSULA,
    MEETING,
    PDF,
    SERVICE,
    Answer,
    ExampleSite,
    pdf,
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


def test_meetings_that_fail_keep_no_older_one_back(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    """A run gives up after some failures in a row; the next begins with what was not tried."""
    day = site.meetings[-1].day + timedelta(days=10)
    more = [replace(site.meetings[0], meeting_id=each, day=day) for each in range(600, 606)]
    site.meetings += more
    site.instead = {f"{MEETING}{each.meeting_id}": [ERROR] for each in more}
    assert "in a row failed" in fetch_from(site).message
    fetch_from(site)
    assert documents(tmp_path) == public(site)


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


def test_dead_documents_keep_no_other_back(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    """A run gives up after some failures in a row; the next begins with what was not tried."""
    dead = dict.fromkeys(range(1000, 1006), "Gone")
    site.meetings[0].items[2].documents = {**dead, 901: "Dredging"}
    assert "in a row failed" in fetch_from(site).message
    fetch_from(site)
    assert site.files["s901"] in documents(tmp_path)


def test_a_page_that_keeps_programs_out_is_known_whatever_its_status(
    site: ExampleSite, fetch_from: Fetch
) -> None:
    busy = replace(CLOUDFLARE, status=503)
    site.instead[f"{SERVICE}/GetCommittees"] = [busy]
    assert fetch_from(site).outcome == "refused"
    assert len(site.asked_for("GetCommittees")) == 1


@pytest.mark.parametrize("place", ["http://[insert link here]", "https://weir.example:port/"])
def test_a_redirect_to_no_address_fails_its_document_alone(
    site: ExampleSite, fetch_from: Fetch, place: str
) -> None:
    site.instead["/mgConvert2PDF.aspx?ID=901"] = [Answer(status=302, headers={"Location": place})]
    assert told(fetch_from(site)) == [("source_item_not_fetched", "document 901 of meeting 501")]
