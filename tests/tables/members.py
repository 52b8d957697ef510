"""Tables of people: attendance of a year, and who sits on a board. All people are invented."""

from datetime import date, timedelta
from random import Random

from tests.tables import words
from tests.tables.leadership import Made
from tests.tables.printing import Printing
from tests.tables.sheets import Cell, Sheet, Truth

GROUPS = {
    "Conservative": ("Conservative", "Conservative Group"),
    "Labour": ("Labour", "Labour Group"),
    "Liberal Democrat": ("Liberal Democrat", "Lib Dem", "Liberal Democrat Group"),
    "Independent": ("Independent", "Independent Group"),
}
# What stands for who came, who sent apologies and who did not come, and what a legend says
MARKS = (
    ({"YES": "present", "NO": "absent"}, ""),
    ({"Yes": "present", "No": "absent"}, ""),
    ({"P": "present", "A": "apologies"}, "P = present, A = apologies"),
    ({"Present": "present", "Apologies": "apologies", "Absent": "absent"}, ""),
    ({"✓": "present", "X": "absent"}, "A tick shows who was present"),
    ({"Y": "present", "N": "absent"}, ""),
)
DAY_FORMS = ("%d/%m/%y", "%d/%m/%Y", "%d.%m.%y", "%-d %b %Y", "%-d %B %Y", "%-d %b %y")
ROLES = {
    "chair": ("Chair", "Chairman"),
    "vice_chair": ("Vice-Chair", "Vice Chair", "Vice-Chairman"),
    "deputy_chair": ("Deputy Chair", "Deputy-Chair"),
    "member": ("Member",),
    "substitute": ("Substitute",),
}
HONOURS = ("OBE", "MBE", "CBE")


def _printed_name(rng: Random, name: str, title: str) -> str:
    honours = f" {rng.choice(HONOURS)}" if rng.random() < 0.1 else ""
    return f"{title}{name}{honours}"


def _board_year(day: date) -> int:
    return day.year if day.month > 8 else day.year - 1


def attendance_grid(rng: Random, day: date) -> Made:
    """Members down, meeting days across, a mark in each cell."""
    printing = Printing(rng)
    first = _board_year(day)
    start = date(first, 9, rng.randint(1, 25))
    days = [start]
    for _ in range(rng.randint(2, 5)):
        days.append(days[-1] + timedelta(days=rng.randint(40, 60)))
    marks, legend = rng.choice(MARKS)
    printing.used.add(f"marks {'/'.join(marks)}")
    form = rng.choice(DAY_FORMS)
    names = words.people(rng, rng.randint(5, 14))
    title = rng.choice(("", "", "Cllr "))
    has_councils = rng.random() < 0.3
    has_groups = rng.random() < 0.4
    heads = [Cell(rng.choice(("Councillor", "Councillors", "Member", "Name")))]
    heads += [Cell("Authority")] if has_councils else []
    heads += [Cell(each.strftime(form)) for each in days]
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
        row = [printing.marked(Cell(_printed_name(rng, name, title)), 0.1)]
        row += [Cell(council.name)] if has_councils else []
        for each in days:
            if rng.random() < 0.08:
                row.append(Cell())
                printing.used.add("nil blank")
                continue
            weights = [3, 1, 1][: len(marks)]
            mark = rng.choices(list(marks), weights)[0]
            truth["attendance_evidence", name, each.isoformat(), marks[mark]] += 1
            row.append(Cell(mark))
        body.append(tuple(row))
    board = "Improvement and Innovation Board"
    caption = f"{board} - Attendance {words.printed_year(rng, first)}"
    notes = (*([legend] if legend else []), *printing.notes())
    sheet = Sheet(
        caption, (tuple(heads),), tuple(body), stubs=2 if has_councils else 1, notes=notes
    )
    return Made(sheet, truth, frozenset(printing.used))


def membership(rng: Random, day: date) -> Made:
    """Who sits on the board: name, council, group and role, in columns."""
    printing = Printing(rng)
    names = words.people(rng, rng.randint(5, 14))
    councils = words.pick_councils(rng, len(names), day)
    title = rng.choice(("", "Cllr ", "Cllr ", "Councillor "))
    in_column = rng.random() < 0.6  # or behind the name
    by_rows = rng.random() < 0.35  # groups as rows over their members
    printing.used.add("roles in a column" if in_column else "roles behind names")
    if by_rows:
        printing.used.add("groups as rows")
    heads = [rng.choice(("Councillor", "Name", "Member")), rng.choice(("Authority", "Council"))]
    heads += [] if by_rows else [rng.choice(("Political group", "Group", "Party"))]
    heads += [rng.choice(("Role", "Position"))] if in_column else []
    groups = list(GROUPS)
    drawn = sorted((rng.choice(groups) for _ in names), key=groups.index)
    printed_groups = {group: rng.choice(GROUPS[group]) for group in groups}
    roles = _roles(rng, len(names))
    body: list[tuple[Cell, ...]] = []
    truth = Truth()
    for number, (name, council, group, role) in enumerate(
        zip(names, councils, drawn, roles, strict=True)
    ):
        if by_rows and (number == 0 or drawn[number - 1] != group):
            body.append((Cell(printed_groups[group]), *(Cell() for _ in heads[1:])))
        printed_role = rng.choice(ROLES[role])
        printed = _printed_name(rng, name, title)
        if not in_column and role != "member":
            printed += f" ({printed_role})"
        row = [printing.marked(Cell(printed), 0.08), printing.marked(Cell(council.name), 0.04)]
        row += [] if by_rows else [Cell(printed_groups[group])]
        row += [Cell(printed_role)] if in_column else []
        body.append(tuple(row))
        truth["board_memberships", name, council.council_id, group, role] += 1
    year = words.printed_year(rng, _board_year(day))
    caption = f"Improvement and Innovation Board - Membership {year}"
    sheet = Sheet(
        caption,
        (tuple(map(Cell, heads)),),
        tuple(body),
        stubs=len(heads),
        notes=printing.notes(),
    )
    return Made(sheet, truth, frozenset(printing.used))


def _roles(rng: Random, count: int) -> list[str]:
    """One chair, perhaps vice and deputy chairs and substitutes, the rest members."""
    roles = ["chair", *rng.choice((["vice_chair"], ["vice_chair", "deputy_chair"], []))]
    roles += ["substitute"] * rng.randint(0, 2)
    roles += ["member"] * count
    roles = roles[:count]
    rng.shuffle(roles)
    return roles
