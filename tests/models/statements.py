"""Statements about one invented meeting, and what the rules find in them."""

from datetime import date
from typing import Any

from .conftest import Build

MEETING = date(2022, 3, 22)


def person(name: str, kind: str, **more: Any) -> dict[str, Any]:
    """One statement about one person at one meeting."""
    return {
        "councillor_id": name.lower().replace(" ", "-"),
        "councillor_name": name,
        "meeting_date": MEETING,
        "meeting_year": "2021/22",
        "status": "present",
        "evidence_kind": kind,
        **more,
    }


def said(kind: str, status: str, meeting_date: date, **more: object) -> dict[str, object]:
    """One statement that a meeting is or was."""
    return {"statement_kind": kind, "status": status, "meeting_date": meeting_date, **more}


def found(build: Build, **extracts: Any) -> list[tuple[Any, ...]]:
    """What the rules of this file find, and where."""
    columns = "rule, subject, expected, observed, locator"
    return [
        row
        for row in build(**extracts).rows(columns, "quality_findings")
        if row[0] not in ("board_unknown", "organisation_unknown")
    ]
