from datetime import date

from .conftest import Build


def test_a_board_is_followed_through_its_names(build: Build) -> None:
    came = {"councillor_id": "ann-bee", "councillor_name": "Ann Bee", "status": "present"}
    meetings = [
        ("ferry-board", date(2021, 10, 4)),
        ("harbour-board", date(2022, 3, 7)),
        # In no register: it is its own lineage.
        ("quay-board", date(2022, 3, 8)),
    ]

    warehouse = build(
        meetings=[
            {"board_id": board, "board_name": board, "meeting_date": day, "statement_kind": "own"}
            for board, day in meetings
        ],
        attendance=[
            {**came, "board_id": board, "meeting_date": day, "meeting_year": "2021/22"}
            for board, day in meetings
        ],
    )

    assert warehouse.rows("*", "board_lineage") == [
        ("ferry-board", "Ferry Board", "harbour-board", "Harbour Board", 1),
        ("harbour-board", "Harbour Board", "harbour-board", "Harbour Board", 0),
        ("quay-board", "quay-board", "quay-board", "quay-board", 0),
    ]
    assert warehouse.rows(
        "lineage_id, meeting_year, meetings, present", "attendance_by_lineage"
    ) == [
        ("harbour-board", "2021/22", 2, 2),
        ("quay-board", "2021/22", 1, 1),
    ]
