"""Tables of who came: grids of a year, lists of one meeting. All people are invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.tables import words
from tests.tables.leadership import Made
from tests.tables.members import GROUPS, board_year, printed_name
from tests.tables.printing import Printing
from tests.tables.sheets import Cell, Sheet, Truth

# What stands for who came, who sent apologies and who did not come, and what a legend says
MARKS: tuple[tuple[Mapping[str, str], str], ...] = (
    ({"YES": "present", "NO": "absent"}, ""),
    ({"Yes": "present", "No": "absent"}, ""),
    ({"P": "present", "A": "apologies"}, "P = present, A = apologies"),
    (
        {"P": "present", "A": "absent", "S": "apologies"},
        "P: present; A: absent; S: substitute sent",
    ),
    ({"Present": "present", "Apologies": "apologies", "Absent": "absent"}, ""),
    ({"✓": "present", "X": "absent"}, "A tick shows who was present"),
    ({"X": "present", "O": "absent"}, "X = attended, O = did not attend"),
    ({"Y": "present", "N": "absent"}, ""),
)
ODD_MARKS = ("N/A", "Sick", "?")  # that no legend explains
DAY_FORMS = ("%d/%m/%y", "%d/%m/%Y", "%d.%m.%y", "%-d %b %Y", "%-d %B %Y", "%-d %b %y")
YEARLESS = ("%-d %b", "%-d %B", "%d/%m")  # under a title that gives the year
TOTALS = (("Total",), ("Attended", "Possible"), ("Attended", "%"))
LISTS = ("positions", "status", "ticks", "side by side", "below headings")


def attendance(rng: Random, day: date) -> Made:
    """A grid, or more rarely the list of one meeting."""
    return attendance_list(rng, day) if rng.random() < 0.3 else attendance_grid(rng, day)


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a grid, and the rows of heads over them."""

    days: list[date]
    upper: list[Cell]
    heads: list[Cell]


def _days(rng: Random, first: int, printing: Printing) -> _Days:
    days = [date(first, 9, rng.randint(1, 25))]
    for _ in range(rng.randint(2, 5)):
        days.append(days[-1] + timedelta(days=rng.randint(40, 60)))
    shape = rng.choices(("whole", "no year", "year above"), (6, 2, 1))[0]
    if shape == "whole":
        form = rng.choice(DAY_FORMS)
        return _Days(days, [], [Cell(each.strftime(form)) for each in days])
    printing.used.add(f"days with {shape}")
    form = rng.choice(YEARLESS if shape == "no year" else YEARLESS[:2])
    heads = [Cell(each.strftime(form)) for each in days]
    counts = [sum(each.year == year for each in days) for year in (first, first + 1)]
    upper = [Cell(str(first + n), span=count) for n, count in enumerate(counts) if count]
    return _Days(days, upper if shape == "year above" else [], heads)


def attendance_grid(rng: Random, day: date) -> Made:
    """Members down, meeting days across, a mark in each cell."""
    printing = Printing(rng)
    first = board_year(day)
    meetings = _days(rng, first, printing)
    marks, legend = rng.choice(MARKS)
    printing.used.add(f"marks {'/'.join(marks)}")
    has_odd = rng.random() < 0.15
    names = words.people(rng, rng.randint(5, 14))
    title = rng.choice(("", "", "Cllr "))
    has_councils = rng.random() < 0.3
    has_groups = rng.random() < 0.4
    totals = rng.choice(TOTALS) if rng.random() < 0.25 else ()
    if totals:
        printing.used.add(f"totals {'/'.join(totals)}")
    heads = [Cell(rng.choice(("Councillor", "Councillors", "Member", "Name")))]
    heads += [Cell("Authority")] if has_councils else []
    stubs = len(heads)
    heads += [*meetings.heads, *map(Cell, totals)]
    upper = [*(Cell() for _ in range(stubs)), *meetings.upper, *(Cell() for _ in totals)]
    sections = sorted(rng.sample(range(1, len(names)), 2)) if has_groups else []
    if has_groups:
        printing.used.add("groups as rows")
    body: list[tuple[Cell, ...]] = []
    truth = Truth()
    groups = rng.sample(list(GROUPS), 3)
    councils = words.pick_councils(rng, len(names), day)
    for number, (name, council) in enumerate(zip(names, councils, strict=True)):
        if has_groups and (number == 0 or number in sections):
            printed = GROUPS[groups[len([s for s in sections if s <= number])]]
            body.append((Cell(printed[-1]), *(Cell() for _ in heads[1:])))
        row = [printing.marked(Cell(printed_name(rng, name, title)), 0.1)]
        row += [Cell(council.name)] if has_councils else []
        came, told = 0, 0
        for each in meetings.days:
            if rng.random() < 0.08:
                row.append(Cell())
                printing.used.add("nil blank")
                continue
            mark = rng.choices(list(marks), [3, 1, 1][: len(marks)])[0]
            status = marks[mark]
            if has_odd and rng.random() < 0.06:
                mark, status = rng.choice(ODD_MARKS), "not_recorded"
                printing.used.add("marks that nothing explains")
            truth["attendance_evidence", name, each.isoformat(), status] += 1
            row.append(Cell(mark))
            came, told = came + (status == "present"), told + 1
        row += [Cell(text) for text in (str(came), _second(totals, came, told))[: len(totals)]]
        body.append(tuple(row))
    board = "Improvement and Innovation Board"
    caption = f"{board} - Attendance {words.printed_year(rng, first)}"
    notes = (*([legend] if legend else []), *printing.notes())
    rows = (tuple(upper), tuple(heads)) if meetings.upper else (tuple(heads),)
    sheet = Sheet(caption, rows, tuple(body), stubs=stubs, notes=notes)
    return Made(sheet, truth, frozenset(printing.used))


def _second(totals: Sequence[str], came: int, told: int) -> str:
    return f"{100 * came // max(told, 1)}%" if totals[1:] == ("%",) else str(told)


@dataclass(frozen=True, slots=True)
class _Attendee:
    """One person of a list, as printed and as meant."""

    printed: Cell
    council: str
    group: str
    position: str
    status: str


def attendance_list(rng: Random, day: date) -> Made:
    """Who came to one meeting and who did not, in one of several forms."""
    printing = Printing(rng)
    form = rng.choice(LISTS)
    printing.used.add(f"list: {form}")
    names = words.people(rng, rng.randint(6, 14))
    councils = words.pick_councils(rng, len(names), day)
    away = rng.randint(1, 3)
    people, truth = [], Truth()
    for number, (name, council) in enumerate(zip(names, councils, strict=True)):
        status = "apologies" if number >= len(names) - away else "present"
        position = ("Chair", "Vice-Chair")[number] if number < 2 else "Member"
        printed = printed_name(rng, name, "Cllr ")
        if form != "positions" and position != "Member":
            printed += f" ({position})"
        group = rng.choice(list(GROUPS))
        cell = printing.marked(Cell(printed), 0.08)
        people.append(_Attendee(cell, council.name, group, position, status))
        truth["attendance_evidence", name, day.isoformat(), status] += 1
    heads, body = _listed(rng, form, people)
    board = "Improvement and Innovation Board"
    head = f"Minutes of the meeting of the {board} held on {day.day} {day.strftime('%B %Y')}"
    stubs = len(heads[-1])
    sheet = Sheet("Attendance", heads, body, stubs=stubs, notes=printing.notes())
    return Made(sheet, truth, frozenset(printing.used), heading=head)


Rows = tuple[tuple[Cell, ...], ...]


def _listed(rng: Random, form: str, people: Sequence[_Attendee]) -> tuple[Rows, Rows]:
    """The heads and the rows of a list."""
    council = rng.choice(("Authority", "Council"))
    name = rng.choice(("Councillor", "Name"))
    both = [(each.printed, Cell(each.council)) for each in people]
    match form:
        case "positions":
            repeats = rng.random() < 0.5
            shown, above = [], ""
            for each in people:
                position = "Apologies" if each.status == "apologies" else each.position
                shown.append(position if repeats or position != above else "")
                above = position
            heads = (Cell("Position"), Cell(name), Cell(council))
            return (heads,), tuple(
                (Cell(position), *pair) for position, pair in zip(shown, both, strict=True)
            )
        case "status":
            told = rng.choice(
                (("Present", "Apologies"), ("Present, as expected", "Apologies, sent"))
            )
            heads = (Cell(name), Cell(council), Cell("Attendance"))
            return (heads,), tuple(
                (*pair, Cell(told[each.status == "apologies"]))
                for each, pair in zip(people, both, strict=True)
            )
        case "ticks":
            tick = rng.choice(("✓", "X"))
            heads = (Cell(name), Cell(council), Cell("Present"), Cell("Apologies"))
            return (heads,), tuple(
                (*pair, *(Cell(tick if each.status == s else "") for s in ("present", "apologies")))
                for each, pair in zip(people, both, strict=True)
            )
        case "side by side":
            came, sent = (
                [pair for each, pair in zip(people, both, strict=True) if each.status == status]
                for status in ("present", "apologies")
            )
            blank = (Cell(), Cell())
            upper = (Cell("Attendees", span=2), Cell("Apologies", span=2))
            rows = [(*one, *(sent[n] if n < len(sent) else blank)) for n, one in enumerate(came)]
            return (upper, tuple(map(Cell, (name, council) * 2))), tuple(rows)
        case _:
            body: list[tuple[Cell, ...]] = []
            for number, pair in enumerate(both):
                if people[number].status == "apologies" != people[number - 1].status:
                    body.append((Cell("Apologies"), Cell()))
                body.append(pair)
            return ((Cell(name), Cell(council)),), tuple(body)
