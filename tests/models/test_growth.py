"""Twice as much of anything makes no more than twice the work, and twice the findings."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import Any

import duckdb
import pytest

from pipelines.warehouse import build as building
from pipelines.warehouse.models import Model

from .conftest import Build
from .seats import GREEN, LABOUR, MARSH, WEALD, seat
from .statements import MEETING, person

# More than a name is held against, so that the bound shows.
FEW, MANY = 150, 300
# What is quadratic makes four times as much.
MOST_TIMES = 3
# Models of so few rows may take another plan for more.
LEAST_ROWS = 2_000

Rows = dict[str, list[dict[str, Any]]]


def syllables(number: int) -> str:
    """A word of its own for each number, much like those of its neighbours."""
    word = ""
    for _ in range(3):
        number, place = divmod(number, 70)
        word += "bcdfghklmnprst"[place % 14] + "aeiou"[place % 5]
    return word


def namesakes(count: int) -> Rows:
    """People of one surname and authority in one meeting, and on another board."""
    names = [f"Wilhelm{syllables(number)} Hartwell" for number in range(count)]
    other = {"paper_id": "b2", "board_id": "harbour-board", "board_name": "Harbour Board"}
    return {
        "attendance": [
            person(name, "list", locator=f"l{line}", **MARSH) for line, name in enumerate(names)
        ],
        "board_memberships": [
            seat(name.replace("helm", "lem"), MARSH, other, {"locator": f"l{line}"})
            for line, name in enumerate(names)
        ],
    }


def initials(count: int) -> Rows:
    """An initial that fits another given name on each of many boards."""
    return {
        "attendance": [
            person(name, "list", board_id=f"pier/{board}", board_name="Pier", paper_id=paper)
            for board in range(count)
            for name, paper in ((f"A{syllables(board)} Bee", "a1"), ("A Bee", "b2"))
        ]
    }


def unclear_names(count: int) -> Rows:
    """Two people of one name on many boards, and on as many the name alone."""
    seats = [(MARSH, LABOUR, "l1", "quay"), (WEALD, GREEN, "l2", "quay"), ({}, {}, "l3", "dock")]
    return {
        "attendance": [
            person(
                "John Reed",
                "list",
                board_id=f"{body}/{board}",
                board_name="Pier",
                locator=line,
                **council,
                **group,
            )
            for board in range(count)
            for council, group, line, body in seats
        ]
    }


def papers_of_one_meeting(count: int) -> Rows:
    """Papers that each print other figures, hours and places."""
    rows: Rows = {
        "papers": [],
        "meetings": [],
        "leadership_stats": [],
        "budget_lines": [],
        "programme_participation": [],
    }
    for number in range(count):
        paper = {"paper_id": f"p{number}", "meeting_date": MEETING}
        rows["papers"].append({**paper, "board_id": "ferry-board"})
        rows["meetings"] += [
            {
                **paper,
                "statement_kind": kind,
                "status": "announced",
                "start_time": time(number % 24),
                "venue": f"{syllables(number)} {kind}",
                "locator": kind,
            }
            for kind in ("own", "next")
        ]
        figure = {**paper, **programme("region", "Wales", number)}
        rows["leadership_stats"].append(figure)
        told = {"participants": number, "unit": "councillors", "qualifier": "exactly"}
        rows["programme_participation"].append({**figure, **told})
        rows["budget_lines"].append({**paper, **budget(number)})
    return rows


def programme(dimension: str, value: str, councillors: int, **more: Any) -> dict[str, Any]:
    return {
        "programme_id": "first-steps",
        "programme_name": "First Steps",
        "programme_code": "FS",
        "period": "2021/22",
        "as_of": MEETING,
        "dimension": dimension,
        "dimension_value": value,
        "councillors": councillors,
        "status": "took_part",
        **more,
    }


def budget(amount: int) -> dict[str, Any]:
    names = {"table_title": "Costs", "financial_year": "2021/22", "line": "Pay"}
    return {**names, "column_name": "Sum", "amount_gbp": amount}


def one_table(count: int) -> Rows:
    """A table with many rows of one programme and value, and sentences that say otherwise."""
    values = [("region", "South West"), ("council_type", "county"), ("region", "total")]
    return {
        "leadership_stats": [
            programme(*value, number, row_no=number, table_no=number % 7, locator=f"l{number}")
            for number in range(count)
            for value in values
        ],
        "programme_participation": [
            programme(
                "total",
                "total",
                0,
                participants=count + number,
                unit="councillors",
                qualifier="exactly",
                period=None,
                locator=f"l{number}",
            )
            for number in range(count)
        ],
    }


def repeated_statements(count: int) -> Rows:
    """One person in one meeting, said again and again; people of grids and of lists."""
    kinds = [("list", "member", "present"), ("grid", "observer", "apologies")]
    rows = [
        person("Ann Reed", kind, capacity=capacity, status=status, locator=f"l{number}")
        for number in range(count)
        for kind, capacity, status in kinds
    ]
    others = [f"{syllables(number).capitalize()} {syllables(number)}" for number in range(count)]
    return {
        "attendance": [
            *rows,
            *(person(name, "grid", capacity="observer", paper_id="b2") for name in others),
        ],
        "board_memberships": [
            seat(name[::-1], {"role": "lead_peer", "paper_id": "b2"}) for name in others
        ],
    }


def actions(count: int) -> Rows:
    """Actions of one item and of many in the same words, with as many reports of each."""
    words = "Officers to publish the plan of the harbour"
    own = {"meeting_date": MEETING, "item_title": "Plan", "owner": "Jo Wren"}
    return {
        "actions": [
            {**own, "item_no": item, "text": words + end, "seq": number, "locator": f"l{number}"}
            for number in range(count)
            for item, end in (("1", f" {number}"), (f"2.{number}", ""))
        ],
        "action_progress": [
            {**own, "item_no": item, "action_text": text, "progress": f"Done {number}"}
            for number in range(count)
            for item, text in (("1", None), (f"3.{number}", words))
        ],
    }


def dates(count: int) -> Rows:
    """A grid of many columns, notes a day beside them, and announcements between the notes."""
    days = [date(1950, 1, 1) + timedelta(2 * number) for number in range(count)]
    rows = []
    for line, day in enumerate(days):
        note = {"meeting_date": day + timedelta(1), "locator": f"l{2 * line}"}
        rows += [
            {"statement_kind": "grid", "meeting_date": day, "locator": "l5"},
            {"statement_kind": "note", "paper_id": "b2", **note},
            {**note, "statement_kind": "next", "paper_id": "b2", "locator": f"l{2 * line + 1}"},
        ]
    return {"meetings": [{"status": "held", **row} for row in rows]}


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """The rows that went through the operators of each model, of the last build."""
    rows: Counter[str] = Counter()
    run = building._run_model

    def measured(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
        connection.execute("pragma enable_profiling = 'no_output'")
        run(connection, model)
        profile = json.loads(connection.get_profiling_information("json"))
        rows[model.name] = profile.get("cumulative_cardinality", 0)

    monkeypatch.setattr(building, "_run_model", measured)
    return rows


@pytest.mark.parametrize(
    "kinds",
    [
        pytest.param((namesakes, initials, unclear_names), id="people"),
        pytest.param((papers_of_one_meeting, actions, dates), id="meetings"),
        pytest.param((one_table, repeated_statements), id="statements"),
    ],
)
def test_nothing_grows_faster_than_what_papers_hold(
    build: Build, work: Counter[str], kinds: Sequence[Callable[[int], Rows]]
) -> None:
    findings, worked = {}, {}
    for count in (FEW, MANY):
        warehouse = build(**together(kind(count) for kind in kinds))
        findings[count] = dict(warehouse.rows("rule, count(*)", "quality_findings group by rule"))
        worked[count] = dict(work)

    assert findings[FEW]
    for counted, least in ((findings, 1), (worked, LEAST_ROWS)):
        few, many = counted[FEW], counted[MANY]
        assert {
            name: (few.get(name, 0), number)
            for name, number in many.items()
            if number > MOST_TIMES * max(few.get(name, 0), least)
        } == {}


def together(parts: Iterable[Rows]) -> Rows:
    """The rows of several kinds as those of one folder of papers."""
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for part in parts:
        for table, more in part.items():
            rows[table] += more
    return rows
