"""Tables of who sits on a board. All people are invented."""

from datetime import date
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
ROLES = {
    "chair": ("Chair", "Chairman"),
    "vice_chair": ("Vice-Chair", "Vice Chair", "Vice-Chairman"),
    "deputy_chair": ("Deputy Chair", "Deputy-Chair"),
    "member": ("Member",),
    "substitute": ("Substitute",),
}
HEADS = {
    "name": ("Councillor", "Name", "Member"),
    "council": ("Authority", "Council"),
    "group": ("Political group", "Group", "Party"),
    "role": ("Role", "Position"),
}
HONOURS = ("OBE", "MBE", "CBE")


def printed_name(rng: Random, name: str, title: str) -> str:
    honours = f" {rng.choice(HONOURS)}" if rng.random() < 0.1 else ""
    return f"{title}{name}{honours}"


def board_year(day: date) -> int:
    return day.year if day.month > 8 else day.year - 1


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
    order = ["name", "council", *([] if by_rows else ["group"]), *(["role"] if in_column else [])]
    if not by_rows and rng.random() < 0.2:
        order = ["group", *(each for each in order if each != "group")]
        printing.used.add("groups first")
    once = "group" in order and rng.random() < 0.2  # each group printed above its rows alone
    if once:
        printing.used.add("groups once")
    glue = rng.choices((" ({})", ", {}", " - {}", "council"), (4, 1, 1, 1))[0]
    if not in_column:
        printing.used.add(f"roles as {glue}")
    heads = [rng.choice(HEADS[each]) for each in order]
    groups = list(GROUPS)
    drawn = sorted((rng.choice(groups) for _ in names), key=groups.index)
    printed_groups = {group: rng.choice(GROUPS[group]) for group in groups}
    roles = _roles(rng, len(names))
    body: list[tuple[Cell, ...]] = []
    truth = Truth()
    for number, (name, council, group, role) in enumerate(
        zip(names, councils, drawn, roles, strict=True)
    ):
        is_first = number == 0 or drawn[number - 1] != group
        if by_rows and is_first:
            body.append((Cell(printed_groups[group]), *(Cell() for _ in heads[1:])))
        printed_role = rng.choice(ROLES[role])
        printed, seat = printed_name(rng, name, title), council.name
        if not in_column and role != "member" and glue == "council":
            seat += f" ({printed_role})"
        elif not in_column and role != "member":
            printed += glue.format(printed_role)
        row = {
            "name": printing.marked(Cell(printed), 0.08),
            "council": printing.marked(Cell(seat), 0.04),
            "group": Cell(printed_groups[group] if is_first or not once else ""),
            "role": Cell(printed_role),
        }
        body.append(tuple(row[each] for each in order))
        truth["board_memberships", name, council.council_id, group, role] += 1
    year = words.printed_year(rng, board_year(day))
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
