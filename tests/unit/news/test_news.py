"""News between two small warehouses: what is new, revised, gone, and how it is told."""

import json
import stat
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import pytest

from pipelines.monitoring.news_hook import tell_news
from pipelines.news.feeds import ATOM, as_atom
from pipelines.news.news import News, collect_news
from pipelines.news.pages import as_page
from pipelines.news.wording import as_text
from pipelines.runtime.errors import InputMissing
from pipelines.runtime.settings import Settings
from tests.unit.lookup.published import NOTE, PACK, ROWS, publish

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
DAY = datetime(2017, 3, 6, 6, 30, tzinfo=UTC).replace(tzinfo=None)
UPTAKE = {"programme_id": "quay-academy", "programme_name": "Quay Academy", "period": "2016/17"}
FINDING = {"rule": "total_disagrees", "severity": "warning", "table_name": "budget_lines"}


def uptake(region: str, councillors: int) -> dict[str, Any]:
    return {**UPTAKE, "as_of": DAY.date(), "region": region, "councillors": councillors}


def came(person: str, status: str = "present") -> dict[str, Any]:
    return {"paper_id": PACK, "councillor_id": person, "status": status}


def paper(paper_id: str) -> dict[str, Any]:
    (found,) = (each for each in ROWS["papers"] if each["paper_id"] == paper_id)
    return {**found, "numbers_unread": 0, "ingested_at": DAY}


EARLIER: Rows = {
    "builds": [{"build_id": "first", "build_no": 1, "built_at": DAY}],
    "papers": [paper(NOTE)],
    "uptake_by_region": [uptake("Wales", 4), uptake("North East", 7)],
    "rejected_papers": [{"source_path": "old.pdf", "reason": "It is locked."}],
}
LATER: Rows = {
    "builds": [*EARLIER["builds"], {"build_id": "second", "build_no": 2, "built_at": DAY}],
    "papers": [{**paper(PACK), "label": "Agenda: Harbour <Board> & Co"}],
    "attendance_evidence": [
        came("ann-bee"),
        came("ann-bee"),
        came("cy-moss"),
        came("jo", "absent"),
    ],
    "decisions": [{"paper_id": PACK}],
    "uptake_by_region": [uptake("Wales", 5), uptake("North East", 7), uptake("South West", 1)],
    "quality_findings": [{**FINDING, "message": "Dues: printed 31.00", "paper_id": PACK}],
    "rejected_papers": [
        *EARLIER["rejected_papers"],
        {"source_path": "new.pdf", "reason": "It is empty."},
    ],
}


def published(folder: Path, rows: Rows) -> Path:
    folder.mkdir()
    return publish(folder, rows)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(warehouse=published(tmp_path_factory.mktemp("later") / "w", LATER))


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(published(tmp_path_factory.mktemp("earlier") / "w", EARLIER))


@pytest.fixture(scope="module")
def news(settings: Settings, earlier: str) -> News:
    return collect_news(settings, earlier)


def test_news_are_told_line_by_line(news: News) -> None:
    assert as_text(news).splitlines() == [
        "News of 6 March 2017, since build first",
        "New papers: 1",
        "  Agenda: Harbour <Board> & Co: 2 people present, 1 decision (1 finding)",
        "Papers that are gone: 1",
        "  Agenda: pier-and-harbour-panel, None",
        "Papers that could not be read: 1",
        "  new.pdf: It is empty.",
        "Revised figures: 1",
        "  Quay Academy, Wales, 2016/17: 5 councillors, before 4",
        "New figures: 1",
        "  Quay Academy, 2016/17: 1 figure by region",
        "New findings: 1",
        "  Dues: printed 31.00 (Agenda: Harbour <Board> & Co)",
    ]


def test_the_short_form_says_what_it_leaves_out(news: News) -> None:
    many = replace(news, gone=tuple(f"Paper {number}" for number in range(9)))
    lines = as_text(many, is_short=True).splitlines()
    assert "  and 4 more" in lines
    assert lines[-1] == "boardpapers news shows all."
    assert "  Paper 5" not in lines


def test_a_build_brings_nothing_to_itself(settings: Settings) -> None:
    same = collect_news(settings, str(settings.warehouse))
    assert same.is_empty
    assert as_text(same).splitlines()[1:] == ["Nothing is new."]


def test_in_the_first_publication_all_is_new(earlier: str) -> None:
    first = collect_news(Settings(warehouse=Path(earlier)))
    assert (first.is_first, len(first.papers), len(first.figures)) == (True, 1, 2)
    assert as_text(first).startswith("First publication, 6 March 2017\nNew papers: 1")


def test_without_a_kept_build_there_is_nothing_to_compare(settings: Settings) -> None:
    found = collect_news(settings)
    assert (found.since, found.is_first, found.is_empty) == (None, False, True)
    assert "no earlier build is kept" in as_text(found)


def test_an_unknown_build_is_refused(settings: Settings) -> None:
    with pytest.raises(InputMissing, match="20170101"):
        collect_news(settings, "20170101")


def test_an_older_warehouse_may_lack_tables(settings: Settings, tmp_path: Path) -> None:
    path = published(tmp_path / "w", EARLIER)
    with duckdb.connect(str(path)) as connection:
        connection.execute("drop table uptake_by_region; drop table quality_findings")
    assert len(collect_news(settings, str(path)).figures) == 3


def test_the_feed_has_an_entry_for_each_paper_and_each_list(news: News) -> None:
    feed = ElementTree.fromstring(as_atom(replace(news, gone=("A \x0b tab",))))
    entries = feed.findall(f"{{{ATOM}}}entry")
    titles = [entry.findtext(f"{{{ATOM}}}title") for entry in entries]
    assert titles == [
        "Agenda: Harbour <Board> & Co",
        "Papers that are gone: 1",
        "Papers that could not be read: 1",
        "Revised figures: 1",
        "New figures: 1",
        "New findings: 1",
    ]
    ids = [element.text for element in feed.iter(f"{{{ATOM}}}id")]
    assert len(ids) == len(set(ids)) == 7
    for element in (feed, *entries):
        assert element.findtext(f"{{{ATOM}}}updated") == "2017-03-06T06:30:00+00:00"


def test_the_page_is_whole_and_escapes_the_words_of_papers(news: News) -> None:
    page = as_page(news)
    assert "Harbour &lt;Board&gt; &amp; Co" in page
    assert "<h2>Revised figures: 1</h2>" in page
    assert "http" not in page  # it needs no other file


def test_the_command_of_the_settings_gets_the_news(earlier: str, tmp_path: Path) -> None:
    hook = tmp_path / "hook"
    hook.write_text(
        f"#!{sys.executable}\nimport sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    )
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    heard = tmp_path / "heard.json"
    said: list[str] = []
    settings = Settings(warehouse=Path(earlier), on_news=f"{hook} {heard}")
    shown = tell_news(settings, said.append)
    values = json.loads(heard.read_text())
    assert (values["event"], values["message"]) == ("news", shown)
    assert [each["paper_id"] for each in values["news"]["papers"]] == [NOTE]
    assert said == []


def test_a_command_that_fails_is_only_logged(earlier: str) -> None:
    said: list[str] = []
    shown = tell_news(Settings(warehouse=Path(earlier), on_news="/nowhere/hook"), said.append)
    assert shown.startswith("First publication")
    assert [line.partition(":")[0] for line in said] == ["Nobody was told of news"]


def test_news_that_cannot_be_made_are_no_fault_of_the_publication(tmp_path: Path) -> None:
    shown = tell_news(Settings(warehouse=tmp_path / "no.duckdb"), print)
    assert shown.startswith("The news cannot be made. The warehouse")
