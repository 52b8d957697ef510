"""Seats on boards, of people who are easily taken for one another."""

from typing import Any

MARSH = {"council_id": "marsh-county-council", "council_name": "Marsh County Council"}
WEALD = {"council_id": "weald-county-council", "council_name": "Weald County Council"}
FAR = {"council_id": "far-county-council", "council_name": "Far County Council"}
HYTHE = {"council_id": "hythe-borough-council", "council_name": "Hythe Council"}
FIRE = {"council_id": "marsh-fire-authority", "council_name": "Marsh Fire Authority"}
GUILD = {"council_id": None, "council_name": "Ferrymen's Guild"}
LABOUR = {"political_group": "Labour", "party": "Labour"}
GREEN = {"political_group": "Independent", "party": "Green"}
NEXT = {"paper_id": "b2", "meeting_year": "2022/23"}
LAST = {"paper_id": "c3", "meeting_year": "2023/24"}
HARBOUR = {"board_id": "harbour-board", "board_name": "Harbour Board"}
OTHER_PAPER = {"paper_id": "b2"}


def seat(name: str, *more: dict[str, Any], printed_id: str | None = None) -> dict[str, Any]:
    row = {
        "meeting_year": "2021/22",
        "councillor_id": printed_id or name.lower().replace("'", "").replace(" ", "-"),
        "councillor_name": name,
    }
    for each in more:
        row |= each
    return row
