"""Papers made from a seed: paper number N of a seed is the same on any machine, at any time."""

import itertools
from calendar import month_name
from collections.abc import Sequence
from datetime import date
from random import Random

from tests.tables import attendance, budgets, leadership, members, others, words
from tests.tables.leadership import Made
from tests.tables.sheets import Fact, Layout, Paper, Sheet, Truth

KINDS = {
    **leadership.KINDS,
    "budget": budgets.budget,
    "attendance": attendance.attendance,
    "membership": members.membership,
    "other": others.other_table,
}
PAIRS = 0.12  # of the papers of one narrow kind have two tables


def kind_of(number: int) -> str:
    """The kinds take turns."""
    return list(KINDS)[number % len(KINDS)]


def numbers_of(count: int, kinds: Sequence[str] = ()) -> list[int]:
    """The first papers of some kinds, else of all."""
    found = (number for number in itertools.count() if not kinds or kind_of(number) in kinds)
    return list(itertools.islice(found, count))


def make_paper(seed: int, number: int) -> Paper:
    """Paper `number` of a seed."""
    kind = kind_of(number)
    rng = Random(f"{seed}:{number}:{kind}")
    day = date(rng.randint(2013, 2025), rng.randint(1, 12), rng.randint(1, 28))
    made = [KINDS[kind](rng, day)]
    used = set(made[0].used)
    group = "two tables" if kind in leadership.KINDS and rng.random() < PAIRS else ""
    if group:
        made.append(_other(rng, kind, day, made[0]))
        used |= made[1].used
        is_beside = made[0].sheet.columns + made[1].sheet.columns <= 8
        group = "side by side" if is_beside and rng.random() < 0.6 else group
        used.add(group)
    return Paper(
        number=number,
        kind=kind,
        board=rng.choice(words.BOARDS),
        day=f"{day.day} {month_name[day.month]} {day.year}",
        heading=rng.choice(("Leadership", "Report to the Board", "Update", "Progress"))
        if not made[0].heading
        else made[0].heading,
        parts=tuple(_parts(rng, made, is_beside=group == "side by side")),
        truth=sum((each.truth for each in made), Truth()),
        decorations=frozenset(used),
        layout=_layout(rng, [each.sheet for each in made], is_beside=group == "side by side"),
    )


def _other(rng: Random, kind: str, day: date, first: Made) -> Made:
    """A second table that counts nothing of what the first counts."""
    while True:
        second = KINDS[kind](rng, day)
        if not _counted(first) & _counted(second):
            return second


def _counted(made: Made) -> set[Fact]:
    return {fact[:5] for fact in made.truth}


def _parts(rng: Random, made: Sequence[Made], *, is_beside: bool) -> list[str | tuple[Sheet, ...]]:
    parts: list[str | tuple[Sheet, ...]] = [*words.prose(rng, rng.randint(1, 4))]
    parts += [each.lead for each in made[:1] if each.lead]
    if is_beside:
        parts += [each.lead for each in made[1:] if each.lead]
        parts.append(tuple(each.sheet for each in made))
    else:
        parts.append((made[0].sheet,))
        for each in made[1:]:
            parts += [*words.prose(rng, 1), *([each.lead] if each.lead else []), (each.sheet,)]
    return [*parts, *words.prose(rng, rng.randint(0, 2))]


def _layout(rng: Random, sheets: Sequence[Sheet], *, is_beside: bool) -> Layout:
    columns = sum(sheet.columns for sheet in sheets) if is_beside else sheets[0].columns
    rows = max(len(sheet.body) for sheet in sheets)
    align = rng.choices(("right", "center", "left", "decimal"), (4, 3, 2, 1))[0]
    has_figures = sheets[0].stubs < sheets[0].columns
    align = align if has_figures else "left"
    goes_on = not is_beside and rows > 5 and rng.random() < 0.15
    in_two = not goes_on and not is_beside and columns <= 4 and rng.random() < 0.3
    return Layout(
        rules=rng.choices(("none", "all", "booktabs", "horizontal", "zebra"), (4, 2, 2, 1, 1))[0],
        align=align,
        head_align=rng.choice(("left", "center", "right"))
        if rng.random() < 0.4
        else align.replace("decimal", "right"),
        gap=rng.choice((3, 4, 8, 8, 16, 24 if columns < 6 else 10)),
        size=rng.choice((7, 8, 9, 10, 10, 11))
        if columns < 7 and not in_two
        else rng.choice((7, 8)),
        is_serif=rng.random() < 0.4,
        is_landscape=not in_two and (columns > 7 or rng.random() < 0.1),
        has_two_columns=in_two,
        is_upright=has_figures
        and columns > 3
        and len(sheets[0].heads) == 1
        and rng.random() < 0.12,
        narrow=rng.random() < 0.5 or columns > 4,
        room=rng.randint(2, rows - 2) if goes_on else 0,
        repeats_head=rng.random() < 0.5,
        has_running_lines=rng.random() < 0.4,
    )
