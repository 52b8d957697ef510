"""An example site, a way to fetch from it, and a pace for tests."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.runtime.progress import Silent
from pipelines.sources import store
from pipelines.sources.configuration import Source
from pipelines.sources.fetch import SourceReport, fetch
from pipelines.sources.http import client, pace
from tests.unit.sources.example_site import Attendee, ExampleSite, Item, Meeting, pdf

CONTACT = "https://weir.example/reader"
TODAY = datetime.now(UTC).date()
Fetch = Callable[..., SourceReport]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pace, which has tests of its own, and no waiting for a disk."""
    monkeypatch.setattr(client, "SECONDS_APART", 0.0)
    monkeypatch.setattr(client, "FIRST_WAIT_SECONDS", 0.001)
    monkeypatch.setattr(store, "SCHEMA", f"pragma synchronous = off;{store.SCHEMA}")
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.fixture
def site() -> Iterator[ExampleSite]:
    """A panel with a meeting that was, one that was cancelled, and one ahead."""
    people = [
        Attendee(11, "Councillor Ada Quill", "Chair", "Present"),
        Attendee(12, "Cllr Ben O'Rourke", "Committee Member", "Apologies", "Liberal Democrat"),
        Attendee(13, "Cy Marsh", "Committee Member", "Present, virtual", "CON"),
        Attendee(51, "Eve Ladd", "Officer", "In attendance", "", ""),
    ]
    items = [
        Item(8000, "Reports"),
        Item(8001, "Apologies & substitutes", "1", "<p>Apologies were <b>noted</b>.</p>"),
        Item(
            8002,
            "Dredging",
            "2",
            documents={901: "Report #1, 50% more"},
            withheld=(902,),
        ),
        Item(8003, "Secret sale", "3", documents={903: "Sale"}, is_restricted=True),
    ]
    held = Meeting(
        501,
        TODAY - timedelta(days=20),
        511,
        has_minutes=True,
        printed=(0, 1, 2, 10),
        items=items,
        attendees=people,
    )
    cancelled = Meeting(
        502,
        TODAY - timedelta(days=5),
        512,
        "Cancelled",
        has_agenda=False,
        attendees=[replace(each, attendance="Expected") for each in people],
    )
    ahead = Meeting(
        503, TODAY + timedelta(days=5), 513, printed=(10,), items=[Item(8010, "Tides", "1")]
    )
    files = {f"g511-{kind}": pdf(f"paper {kind}") for kind in (0, 1, 2, 10)}
    files |= {"g513-10": pdf("pack ahead"), "s901": pdf("dredging"), "s903": pdf("secret")}
    with ExampleSite(meetings=[held, cancelled, ahead], files=files) as example:
        yield example


@pytest.fixture
def fetch_from(tmp_path: Path) -> Fetch:
    """Fetches once from a site into the folder `raw` of a test."""

    def once(site: ExampleSite, **changes: object) -> SourceReport:
        is_dry = bool(changes.pop("is_dry", False))
        source = Source(
            source_id="weir",
            kind="moderngov",
            base_url=site.base_url,
            body="Weir Council",
            documents=("minutes", "pack", "items", "agenda", "decisions"),
            allow_private=True,
        )
        source = replace(source, **changes)  # type: ignore[arg-type]
        keeper = pace.Pace(tmp_path / "pace")
        raw = tmp_path / "raw"
        (report,) = fetch([source], CONTACT, raw, Silent(), is_dry=is_dry, pace=keeper)
        return report

    return once


def papers(folder: Path) -> dict[str, bytes]:
    """The files of a folder of papers, without what is hidden."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    }


def documents(tmp_path: Path) -> set[bytes]:
    """The content of all that was fetched, without the kept forms of meetings."""
    return {data for name, data in papers(tmp_path / "raw").items() if not name.endswith(".xml")}


def public(site: ExampleSite) -> set[bytes]:
    """The content of all documents that anybody may see."""
    return {data for key, data in site.files.items() if key != "s903"}


def told(report: SourceReport) -> list[tuple[str, str]]:
    """The problems of a report, each by its rule and what it is about."""
    return [(problem.rule, problem.subject) for problem in report.problems]
