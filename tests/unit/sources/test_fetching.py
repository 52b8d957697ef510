"""Whole runs over an example site: what comes, and what is asked for."""

from datetime import timedelta
from pathlib import Path

import pytest

from pipelines.sources.configuration import Budget
from pipelines.sources.store import copied_store, store_path
from tests.unit.sources.conftest import TODAY, Fetch, documents, papers, public, told
from tests.unit.sources.example_site import (
    ERROR,
    MEETING,
    Answer,
    ExampleSite,
    Item,
    Meeting,
    pdf,
)


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


def test_a_meeting_that_stops_being_public_is_taken_away(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    fetch_from(site)
    before = papers(tmp_path / "raw")
    site.meetings[0].is_public = False
    assert told(fetch_from(site)) == [("source_meeting_hidden", "meeting 501")]
    gone = set(before) - set(papers(tmp_path / "raw"))
    assert [name for name in before if name.endswith("-meeting-501.xml")] == list(gone)
    assert told(fetch_from(site)) == []
    site.meetings[0].is_public = True
    fetch_from(site)
    assert papers(tmp_path / "raw") == before


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


def test_a_meeting_that_stops_being_public_takes_its_documents_off_the_list(
    site: ExampleSite, fetch_from: Fetch
) -> None:
    site.instead["/mgConvert2PDF.aspx?ID=901"] = [ERROR]
    fetch_from(site)
    site.meetings[0].is_public = False
    site.instead.clear()
    site.asked.clear()
    assert fetch_from(site).outcome == "complete"
    assert site.asked_for("ID=901") == []


def test_a_meeting_without_a_page_of_its_register_is_kept(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    site.has_service = False
    site.instead["/mgMeetingAttendance.aspx?ID=501"] = [ERROR]
    assert fetch_from(site).outcome == "complete"
    assert [name for name in papers(tmp_path / "raw") if "-meeting-501" in name]


def test_minutes_that_only_the_page_tells_of_come(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    """The answers about the meeting stay the same; a link is new."""
    held = site.meetings[0]
    site.has_service, held.printed = False, (0, 10)
    fetch_from(site)
    held.printed = (0, 1, 10)
    fetch_from(site)
    assert pdf("paper 1") in documents(tmp_path)
