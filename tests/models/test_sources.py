"""What is known of sources, beside the papers that came from them."""

from datetime import UTC, date, datetime
from pathlib import Path

from pipelines.runtime.places import REFERENCE
from pipelines.schema.tables import TABLES
from pipelines.sources.store import (
    Problem,
    StoredDocument,
    StoredMeeting,
    opened_store,
    store_path,
)
from pipelines.warehouse.build import build_candidate
from pipelines.warehouse.fetched import FETCHED, fetched_frames
from pipelines.warehouse.inputs import FILE_COLUMNS
from tests.models.conftest import BUILT_AT, Build, Warehouse, extract, file, frame

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = date(2026, 2, 8)
BOARD = {"board_id": "weir-council/quay-panel", "board_name": "Quay Panel"}


def meeting(number: str, path: str | None) -> StoredMeeting:
    return StoredMeeting(
        number, "71", "Quay Panel", DAY, path=path, url="https://weir.example/501",
        has_agenda=True, has_minutes=True, fetched_at=NOON,
    )  # fmt: skip


def fill(raw: Path) -> None:
    """A store with a meeting that is kept, one that is not, a document and a problem."""
    with opened_store(store_path(raw, "weir")) as store:
        store.keep_meeting(meeting("501", "a1.txt"))
        store.keep_meeting(meeting("502", None))
        document = StoredDocument(
            "s901", 1, "501", "item", "https://weir.example/901", "Dredging", "b2.txt", "00", 9,
            date(2026, 1, 31), NOON, None,
        )  # fmt: skip
        store.settle("s901", document)
        facts = {"kind": "moderngov", "base_url": "https://weir.example", "council_id": "weir"}
        facts |= {"last_fetched_at": NOON.isoformat(), "last_outcome": "partial"}
        problem = Problem("source_item_not_fetched", "meeting 502", "", "ask ann@weir.example")
        store.end_run([problem], {**facts, "message": "one failed"})


def build_with_store(raw: Path, out: Path) -> Warehouse:
    papers = [
        {"paper_id": "a1", "kind": "register", "meeting_date": DAY, **BOARD},
        {"paper_id": "b2", "kind": "report", "meeting_date": None, **BOARD},
    ]
    said = {"paper_id": "a1", "meeting_date": DAY, "status": "announced", "statement_kind": "own"}
    came = {"paper_id": "a1", "meeting_date": DAY, "board_id": BOARD["board_id"]}
    came |= {"meeting_year": "2025/26", "evidence_kind": "register", "status": "present"}
    rows = {
        "papers": papers,
        "meetings": [{**said, **BOARD}],
        "attendance": [
            {**came, "councillor_id": "ann-bee", "councillor_name": "Ann Bee"},
            {**came, "councillor_id": "ann-quill", "councillor_name": "Ann Quill"},
        ],
    }
    candidate = out / "w.candidate.duckdb"
    build_candidate(
        candidate,
        {name: extract(name, found) for name, found in rows.items()},
        frame(FILE_COLUMNS, [file("a1"), file("b2")]),
        frame(TABLES["rejected_papers"].column_names, []),
        reference=REFERENCE,
        code_version="7",
        built_at=BUILT_AT,
        fetched=fetched_frames(raw),
    )
    return Warehouse(candidate)


def test_nothing_fetched_gives_empty_frames(tmp_path: Path) -> None:
    assert {name: len(found) for name, found in fetched_frames(tmp_path).items()} == dict.fromkeys(
        FETCHED, 0
    )


def test_a_store_that_cannot_be_read_is_a_source_that_failed(tmp_path: Path) -> None:
    path = store_path(tmp_path, "weir")
    path.parent.mkdir()
    path.write_bytes(b"no database" * 100)
    (row,) = fetched_frames(tmp_path)["sources"].select("source_id", "last_outcome").rows()
    assert row == ("weir", "failed")


def test_a_source_its_papers_its_meetings_and_its_problems(tmp_path: Path) -> None:
    fill(tmp_path)
    warehouse = build_with_store(tmp_path, tmp_path)
    noon = NOON.replace(tzinfo=None)
    columns = "source_id, council_id, last_fetched_at, last_outcome, message, meetings_seen"
    columns += ", meetings_with_agenda, meetings_with_minutes, meetings_with_register"
    assert warehouse.rows(f"{columns}, documents_kept", "sources") == [
        ("weir", "weir", noon, "partial", "one failed", 2, 1, 1, 1, 1)
    ]
    columns = "paper_id, source_id, source_url, published_on, fetched_at"
    assert warehouse.rows(columns, "papers") == [
        ("a1", "weir", "https://weir.example/501", None, noon),
        ("b2", "weir", "https://weir.example/901", date(2026, 1, 31), noon),
    ]
    columns = "has_agenda, has_minutes, has_register, source_id"
    assert warehouse.rows(columns, "coverage") == [(True, True, True, "weir")]
    found = warehouse.rows("rule, subject, observed", "quality_findings")
    assert [row for row in found if row[0].startswith("source_")] == [
        ("source_council_unknown", "weir", "weir"),
        (
            "source_item_not_fetched",
            "weir: meeting 502",
            "ask [e-mail address removed]",
        ),
        ("source_not_complete", "weir", "partial: one failed"),
    ]
    warehouse.close()


def test_one_number_of_a_site_is_one_person_whatever_the_name(build: Build) -> None:
    came = {"evidence_kind": "register", "status": "present", "meeting_year": "2025/26"}
    first, second = date(2026, 2, 8), date(2026, 3, 8)
    bee = {**came, "councillor_id": "ann-bee", "councillor_name": "Ann Bee"}
    quill = {**came, "councillor_id": "ann-quill", "councillor_name": "Ann Quill"}
    said = {"status": "held", "statement_kind": "own"}
    warehouse = build(
        meetings=[
            {**said, "paper_id": "a1", "meeting_date": first},
            {**said, "paper_id": "c3", "meeting_date": second},
        ],
        attendance=[
            {**bee, "paper_id": "a1", "meeting_date": first, "person_key": "weir:11"},
            {**quill, "paper_id": "c3", "meeting_date": second, "person_key": "weir:11"},
        ],
    )
    columns = "meeting_date, councillor_name, councillor_id, inference_rule"
    assert warehouse.rows(columns, "attendance_evidence") == [
        (first, "Ann Bee", "ann-quill", "register_number"),
        (second, "Ann Quill", "ann-quill", None),
    ]
