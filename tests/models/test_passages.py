from datetime import date
from typing import Any

from .conftest import Build, file

DAY = date(2022, 1, 18)


def passage(number: int, text: str, **more: Any) -> dict[str, Any]:
    return {
        "passage_no": number,
        "page_no": 1,
        "locator": f"l{number}",
        "kind": "paragraph",
        "meeting_date": DAY,
        "text": text,
        "block_no": number,
        **more,
    }


def test_a_passage_has_its_meeting_if_there_is_such_a_meeting(build: Build) -> None:
    warehouse = build(
        papers=[{"paper_id": "a1", "kind": "agenda_pack", "meeting_date": DAY}],
        meetings=[{"statement_kind": "own", "status": "announced", "meeting_date": DAY}],
        passages=[
            passage(2, "It leans.", item_no="3"),
            passage(1, "The pier", kind="heading", meeting_date=None, item_no="3"),
        ],
        files=[file("a1", "a.txt"), file("a1", "b.txt")],
    )
    assert warehouse.rows("passage_no, text, meeting_id, item_no", "passages") == [
        (1, "The pier", None, None),
        (2, "It leans.", "ferry-board:2022-01-18", "3"),
    ]


def test_passages_of_a_paper_that_is_gone_are_gone(build: Build) -> None:
    warehouse = build(
        passages=[passage(1, "It leans.", paper_id="b2")], files=[file("a1", "a.txt")]
    )
    assert warehouse.rows("*", "passages") == []
