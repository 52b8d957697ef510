"""Papers of bodies in no register, in many house styles and every format, each read whole.

The papers are our own words with invented names; `expected.json` says what each of them tells.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from pipelines.extraction.extract import extract_paper
from pipelines.readers.reading import read_document
from tests.gold.counts import COUNTS, Counts
from tests.gold.scoring import words
from tests.typeset.typeset_pdf import Layout, typeset_pdf
from tests.typeset.typeset_word import typeset_page, typeset_word

FOLDER = Path(__file__).parent / "house_styles"
SAME_TITLE = 0.85  # share of like letters of two titles
PDF = Layout("other bodies", font="Times-Roman", size=11, has_running_head=False)


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper tells, as names and titles in plain words."""

    date: str | None
    board: str | None
    present: frozenset[str]
    apologies: frozenset[str]
    items: tuple[str, ...]


FORMATS: dict[str, Callable[[bytes], bytes]] = {
    "as written": lambda data: data,
    "word": lambda data: typeset_word(data.decode()),
    "page": lambda data: typeset_page(data.decode()),
    "pdf": lambda data: typeset_pdf(read_document(data, "paper.txt"), PDF),
}


def expected() -> dict[str, Told]:
    rows = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    return {
        row["paper"]: Told(
            row["date"],
            row["board"],
            frozenset(map(words, row["present"])),
            frozenset(map(words, row["apologies"])),
            tuple(map(words, row["items"])),
        )
        for row in rows
    }


def told(data: bytes) -> Told:
    frames = extract_paper(data, "paper").frames
    paper = frames["papers"].row(0, named=True)
    came: dict[str, set[str]] = {"present": set(), "apologies": set()}
    for row in frames["attendance"].iter_rows(named=True):
        if row["status"] in came and row["capacity"] != "in_attendance":
            came[row["status"]].add(words(row["councillor_name"]))
    return Told(
        paper["meeting_date"].isoformat() if paper["meeting_date"] else None,
        paper["board_name"],
        frozenset(came["present"]),
        frozenset(came["apologies"]),
        tuple(words(title) for title in frames["agenda_items"]["title"]),
    )


def same_titles(wanted: Sequence[str], found: Sequence[str]) -> int:
    left, right = list(found), 0
    for title in wanted:
        likeness = {each: SequenceMatcher(None, title, each).ratio() for each in left}
        best = max(left, key=lambda each: likeness[each], default="")
        if best and likeness[best] >= SAME_TITLE:
            left.remove(best)
            right += 1
    return right


def compare(wanted: Told, found: Told) -> dict[str, Counts]:
    return {
        "date": Counts(1, 1, int(wanted.date == found.date)),
        "board": Counts(1, 1, int(wanted.board == found.board)),
        "present": Counts(
            len(wanted.present), len(found.present), len(wanted.present & found.present)
        ),
        "apologies": Counts(
            len(wanted.apologies), len(found.apologies), len(wanted.apologies & found.apologies)
        ),
        "items": Counts(
            len(wanted.items), len(found.items), same_titles(wanted.items, found.items)
        ),
    }


@pytest.mark.parametrize("form", FORMATS)
def test_papers_of_other_bodies(form: str, request: pytest.FixtureRequest) -> None:
    counts: dict[str, Counts] = {}
    wrong: list[tuple[str, Told, Told]] = []
    for name, wanted in expected().items():
        if form != "as written" and not name.endswith(".txt"):
            continue
        found = told(FORMATS[form]((FOLDER / name).read_bytes()))
        if found != wanted:
            wrong.append((name, wanted, found))
        for what, count in compare(wanted, found).items():
            counts[what] = counts.get(what, Counts()) + count
    request.config.stash.setdefault(COUNTS, {})[form] = counts
    assert wrong == []


def test_every_paper_is_expected() -> None:
    papers = {path.name for path in FOLDER.iterdir()} - {"expected.json"}
    assert papers == set(expected())
