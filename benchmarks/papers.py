"""Invented papers of invented boards, the same for the same seed: what other benchmarks read.

A board meets ten times a year for three years. Each meeting has an agenda, with the members and
now and then a table of programmes, and a note, with who came, what was decided and who acts.
Members come and go between years, and some guests come from bodies that are no authorities.
"""

import csv
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pipelines.runtime.places import REFERENCE

MEETINGS_A_YEAR, YEARS = 10, 3
PAPERS_A_BOARD = 2 * MEETINGS_A_YEAR * YEARS
SEATS = 14
# The first Thursday of September, when a year of meetings begins, and the days between two
BEGINNING, APART = date(2011, 9, 1), timedelta(days=35)
GROUPS = ("Conservative", "Labour", "Liberal Democrat", "Independent")
ONSETS = ("B", "Br", "C", "Cl", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "W")
VOWELS, ENDS = ("a", "e", "i", "o", "u"), ("ck", "ddle", "ll", "mble", "nd", "rne", "sk", "tter")
PLACES = ("Harbour", "Bridge", "Library", "Market", "River", "Canal", "Forest", "Lighthouse")
MATTERS = ("Works", "Services", "Skills", "Transport", "Housing", "Heritage", "Waste", "Energy")
BODIES = ("Trust", "Society", "Foundation", "Guild", "Partnership", "Network")
REGIONS = ("East of England", "North West", "South East", "West Midlands", "Greater London")
CODES = ("LA", "LE", "NG")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on a board."""

    name: str
    council: str
    group: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """What both papers of a meeting say."""

    body: str
    board: str
    day: date
    next_day: date
    members: tuple[Member, ...]
    items: tuple[str, ...]


def write_papers(folder: Path, count: int, seed: int = 1) -> None:
    """Write papers as text files; the first ten of a hundred are the same as ten."""
    for number, paper in zip(range(count), _papers(seed), strict=False):
        (folder / f"{number:07}.txt").write_text(paper, encoding="utf-8")


def _papers(seed: int) -> Iterator[str]:
    given_names = sorted({row["name"].title() for row in _register("given_names")})
    councils = sorted(
        {row["name"] for row in _register("councils") if row["name"].endswith("District Council")}
    )
    board_no = 0
    while True:
        chance = random.Random(f"{seed} {board_no}")
        for meeting in _meetings(chance, board_no, given_names, councils):
            yield _agenda(chance, meeting)
            yield _note(chance, meeting)
        board_no += 1


def _register(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _meetings(
    chance: random.Random, board_no: int, given_names: list[str], councils: list[str]
) -> Iterator[Meeting]:
    board = f"{_surname(chance)} {chance.choice(PLACES)} and {chance.choice(MATTERS)} Board"
    near = chance.sample(councils, 8)

    def newcomer() -> Member:
        name = f"{chance.choice(given_names)} {_surname(chance)}"
        return Member(name, chance.choice(near), chance.choice(GROUPS))

    members = [newcomer() for _ in range(SEATS)]
    for year in range(YEARS):
        members = [newcomer() if year and chance.random() < 0.2 else each for each in members]
        start = BEGINNING.replace(year=BEGINNING.year + year + board_no % 5)
        days = [start + APART * number for number in range(MEETINGS_A_YEAR + 1)]
        for day, next_day in itertools.pairwise(days):
            items = tuple(
                f"{chance.choice(PLACES)} {chance.choice(MATTERS)} {chance.randint(2, 9)}"
                for _ in range(4)
            )
            yield Meeting(near[0], board, day, next_day, tuple(members), items)


def _surname(chance: random.Random) -> str:
    first = chance.choice(ONSETS) + chance.choice(VOWELS)
    return first + chance.choice(ENDS) + chance.choice(("", "", "er", "by", "ham"))


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _agenda(chance: random.Random, meeting: Meeting) -> str:
    lines = [
        f"# {meeting.body}",
        f"# {meeting.board}",
        "Agenda",
        f"{_day(meeting.day)} 11.00 am",
        f"### {meeting.board} - Membership {_board_year(meeting.day)}",
        "Councillor\tAuthority",
    ]
    for group in GROUPS:
        of_group = [each for each in meeting.members if each.group == group]
        lines.append(f"{group} ({len(of_group)})\t")
        lines += [f"Cllr {each.name}\t{each.council}" for each in of_group]
    lines += ["### Agenda", meeting.board, f"{_day(meeting.day)}", "11.00 am", "\tItem\tPage\tTime"]
    lines += [f"{no}.\t{title}\t{no} - {no}\t" for no, title in enumerate(meeting.items, start=1)]
    lines.append(f"**Date of Next Meeting:** {_day(meeting.next_day)}, 11.00 am")
    for title in meeting.items:
        lines += [f"### {title}", "#### Background", *_report(chance)]
    if chance.random() < 0.2:
        lines += _table(chance, meeting.day)
    return _text(lines)


def _board_year(day: date) -> str:
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}/{first + 1}"


def _report(chance: random.Random) -> list[str]:
    count, year = chance.randint(20, 400), chance.randint(12, 16)
    return [
        f"1. The {chance.choice(PLACES).lower()} was looked at by the Board for the first time.",
        f"2. Up to now {count} councillors have attended the Leadership Academy.",
        f"3. In 20{year}/{year + 1} the work goes on.",
    ]


def _table(chance: random.Random, day: date) -> list[str]:
    rows = [[chance.randint(1, 40) for _ in CODES] for _ in REGIONS]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    year = f"{_board_year(day)[:4]}-{int(_board_year(day)[2:4]) + 1}"
    return [
        f"### Political Leadership programme - Stats {year}",
        "Region\t" + "\t".join(CODES) + "\tTotal",
        *(
            f"{region}\t" + "\t".join(map(str, row)) + f"\t{sum(row)}"
            for region, row in zip(REGIONS, rows, strict=True)
        ),
        "Total\t" + "\t".join(map(str, sums)) + f"\t{sum(sums)}",
    ]


def _note(chance: random.Random, meeting: Meeting) -> str:
    chair, *others = meeting.members
    absent = set(chance.sample(others, 3))
    lines = [
        f"# {meeting.body}",
        f"# {meeting.board}",
        "Note of decisions taken and actions required",
        f"Date and time: {_day(meeting.day)}, 11.00am",
        "Venue: The Old Customs House",
        "## Attendance",
        "Position\tCouncillor\tCouncil",
        f"Chair\t{chair.name}\t{chair.council}",
    ]
    lines += _roll("Members", [each for each in others if each not in absent])
    lines += _roll("Apologies", [each for each in others if each in absent])
    for _ in range(chance.randint(0, 2)):
        body = f"{chance.choice(PLACES)} {chance.choice(MATTERS)} {chance.choice(BODIES)}"
        lines.append(f"In attendance\t{_surname(chance)} {_surname(chance)}\t{body}")
    for number, title in enumerate(meeting.items, start=1):
        lines += [
            f"{number} {title}",
            f"Members spoke about the {title} and what it has cost.",
            "Decision",
            f"Members agreed that the {title} should go on until {meeting.next_day:%B %Y}.",
            "Action",
            f"Officers to report on the {title} at the next meeting.",
            f"**{chance.choice(others).name}**",
        ]
    lines.append(f"Date of next meeting: {_day(meeting.next_day)}")
    return _text(lines)


def _roll(label: str, members: list[Member]) -> list[str]:
    return [
        f"{'' if number else label}\t{each.name}\t{each.council}"
        for number, each in enumerate(members)
    ]


def _text(lines: list[str]) -> str:
    """Rows of a table stand together, and everything else apart."""
    text = [lines[0]]
    for before, line in itertools.pairwise(lines):
        text.append(line if "\t" in before and "\t" in line else f"\n{line}")
    return "\n".join(text) + "\n"
