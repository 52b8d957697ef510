"""Minutes with a roll in columns: paper N of a seed is the same on any machine, at any time."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.rolls.people import HONOURS, JOBS, OFFICES, Member, council, members

Truth = Counter[tuple[str, str]]  # a name and what was said: present, apologies, attending
Table = tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Roll:
    """What is printed, in order: lines, and tables of cells; and who came or did not."""

    parts: list[str | Table] = field(default_factory=list)
    truth: Truth = field(default_factory=Truth)

    def tell(self, name: str, status: str = "present") -> None:
        self.truth[name, status] += 1


@dataclass(frozen=True, slots=True)
class Paper:
    """A made paper, its kind, and what is true."""

    number: int
    kind: str
    parts: tuple[str | Table, ...]
    truth: Truth


def _style(rng: Random) -> Callable[[Member], str]:
    """One way to print the names of a roll."""
    title = rng.choice(("Cllr ", "Councillor ", "", ""))
    if rng.random() < 0.4:
        return lambda each: f"{title}{each.title} {each.lettered}".replace("  ", " ").strip()
    honour = rng.choice(HONOURS)
    return lambda each: f"{title}{each.name}" + (honour if each.letters[0] == "A" else "")


def _bare(printed: str) -> str:
    """A printed name without titles and honours, as the warehouse keeps it."""
    words = printed.split()
    while words[0] in ("Cllr", "Councillor", "Mrs", "Miss", "Dr", "Mr", "Ms", "Mrs.", "Dr."):
        words = words[1:]
    return " ".join(word for word in words if f" {word}" not in HONOURS)


def _in_columns(names: list[str], count: int) -> Table:
    """Names in columns of the same length, the first column first; the last may end early."""
    length = -(-len(names) // count)
    padded = [*names, *[""] * (length * count - len(names))]
    return tuple(
        tuple(padded[column * length + row] for column in range(count)) for row in range(length)
    )


def grid(rng: Random, roll: Roll) -> None:
    """Councillors under each other in two to four columns, with a label above."""
    style = _style(rng)
    people = members(rng, rng.randint(4, 16))
    printed = [style(each) for each in people]
    for name in printed:
        roll.tell(_bare(name))
    if rng.random() < 0.5:
        printed[0] += rng.choice((" (Chairman)", " (in the Chair)", " (Chair)"))
    roll.parts += [rng.choice(("Present:", "PRESENT", "Councillors present:"))]
    roll.parts += [_in_columns(printed, rng.randint(2, 4))]


def surname_first(rng: Random, roll: Roll) -> None:
    """Surname and letters, perhaps a title between them."""
    people = members(rng, rng.randint(5, 18))
    has_titles = rng.random() < 0.6
    printed = []
    for each in sorted(people, key=lambda member: member.surname):
        title = f"{each.title} " if has_titles and each.title else ""
        printed.append(f"{each.surname}, {title}{each.letters}")
        roll.tell(each.lettered)
    roll.parts += ["PRESENT: The Mayor in the Chair;", "Councillors:"]
    roll.parts += [_in_columns(printed, rng.randint(2, 4))]


def given_last(rng: Random, roll: Roll) -> None:
    """Surname and given name."""
    people = members(rng, rng.randint(6, 15))
    for each in people:
        roll.tell(each.name)
    roll.parts += ["Present:"]
    roll.parts += [_in_columns([f"{m.surname}, {m.given}" for m in people], rng.randint(2, 3))]


def offices(rng: Random, roll: Roll) -> None:
    """A name and an office, which may go over two lines."""
    style = _style(rng)
    people = members(rng, rng.randint(4, 9))
    chosen = rng.sample(OFFICES, len(people))
    rows = []
    for number, (each, office) in enumerate(zip(people, chosen, strict=True)):
        roll.tell(_bare(style(each)))
        rows.append((style(each), office + (" (in the Chair)" if not number else "")))
    away = rng.randint(0, 1)
    if away:
        name = _bare(rows[-1][0])
        roll.truth.pop((name, "present"))
        roll.tell(name, "apologies")
    roll.parts += ["Present:", tuple(rows[: len(rows) - away])]
    roll.parts += ["Apologies:", tuple(rows[-1:])] if away else []


def authorities(rng: Random, roll: Roll) -> None:
    """A name and an authority; one may stand in for somebody, whose name goes over."""
    style = _style(rng)
    *people, away = members(rng, rng.randint(5, 10))
    rows = []
    for each in people:
        roll.tell(_bare(style(each)))
        rows.append((style(each), council(rng)))
    if rng.random() < 0.5:
        place = rng.randrange(len(rows))
        name, body = rows[place]
        rows[place] = name, f"{body} (substitute for Councillor {away.name})"
    roll.parts += [rng.choice(("PRESENT:", "Members present:")), tuple(rows)]
    if rng.random() < 0.5:
        roll.parts += ["APOLOGIES:", ((f"Councillor {away.name}", council(rng)),)]
        roll.tell(away.name, "apologies")


def sides(rng: Random, roll: Roll) -> None:
    """Two lists beside each other, each with a head, and perhaps another head within one."""
    people = members(rng, rng.randint(6, 13))
    half = rng.randint(3, len(people) - 2)
    heads = rng.choice(
        (
            ("County Councillors:", "District Council representatives:"),
            (f"Representing {council(rng)}", f"Representing {council(rng)}"),
            ("Voting members:", "Parish members:"),
        )
    )
    style = _style(rng)
    left = [heads[0], *(f"Cllr {_bare(style(each))}" for each in people[:half])]
    right = [heads[1], *(f"Cllr {_bare(style(each))}" for each in people[half:])]
    for each in people:
        roll.tell(_bare(style(each)))
    if rng.random() < 0.5 and len(right) > 2:
        *right, last = right
        right += ["Staff representative:", f"Ms {_bare(last.removeprefix('Cllr '))}"]
    length = max(len(left), len(right))
    rows = [
        (left[n] if n < len(left) else "", right[n] if n < len(right) else "")
        for n in range(length)
    ]
    roll.parts += ["Present:", tuple(rows)]


def status_sides(rng: Random, roll: Roll) -> None:
    """Who came beside who sent apologies, each under a head."""
    people = members(rng, rng.randint(6, 13))
    half = rng.randint(4, len(people) - 1)
    style = _style(rng)
    left = ["Present:", *(style(each) for each in people[:half])]
    right = ["Apologies:", *(style(each) for each in people[half:])]
    for number, each in enumerate(people):
        roll.tell(_bare(style(each)), "present" if number < half else "apologies")
    length = max(len(left), len(right))
    roll.parts += [
        tuple(
            (left[n] if n < len(left) else "", right[n] if n < len(right) else "")
            for n in range(length)
        )
    ]


def labels(rng: Random, roll: Roll) -> None:
    """Labels in a column of their own, with names beside them in further columns."""
    people = members(rng, rng.randint(8, 14))
    style = _style(rng)
    printed = [style(each) for each in people]
    for name in printed[:-2]:
        roll.tell(_bare(name))
    for name in printed[-2:]:
        roll.tell(_bare(name), "apologies")
    count = rng.randint(2, 3)
    rows = [
        ("Councillors:" if not number else "", *row)
        for number, row in enumerate(_in_columns(printed[:-2], count))
    ]
    rows += [("Apologies:", *printed[-2:], *[""] * (count - 2))]
    roll.parts += ["Present:", tuple(rows)]


def positions(rng: Random, roll: Roll) -> None:
    """Position, councillor and authority, as boards of the LGA print it."""
    people = members(rng, rng.randint(6, 11))
    title = rng.choice(("Cllr ", ""))
    *came, away = people
    seats = ["Chair", "Vice-Chair", "Deputy Chair", "Members"]
    rows: list[tuple[str, ...]] = [("Position/Role", "Councillor", "Authority")]
    for number, each in enumerate(came):
        seat = seats[number] if number < len(seats) else ""
        rows.append((seat, f"{title}{each.name}", council(rng)))
        roll.tell(each.name)
    rows.append(("Apologies", f"{title}{away.name}", council(rng)))
    roll.tell(away.name, "apologies")
    roll.parts += [rng.choice(("Attendance", "Appendix A - Attendance")), tuple(rows)]


KINDS: dict[str, Callable[[Random, Roll], None]] = {
    "grid": grid,
    "surname first": surname_first,
    "given last": given_last,
    "offices": offices,
    "authorities": authorities,
    "sides": sides,
    "status sides": status_sides,
    "labels": labels,
    "positions": positions,
}


def make_paper(seed: int, number: int) -> Paper:
    """Paper `number` of a seed; the kinds take turns."""
    kind = list(KINDS)[number % len(KINDS)]
    rng = Random(f"{seed}:{number}:{kind}")
    roll = Roll()
    KINDS[kind](rng, roll)
    if rng.random() < 0.5:
        officers = zip(rng.sample(JOBS, 3), members(rng, 3), strict=True)
        rows = [(job, each.name) for job, each in officers]
        is_turned = rng.random() < 0.5
        roll.parts += ["Officers:", tuple(row[::-1] if is_turned else row for row in rows)]
    day = f"{rng.randint(1, 28)} March {rng.randint(2012, 2024)}"
    parts = [
        "Wessby County Council",
        f"Minutes of the meeting of the Harbour Committee held on {day} at 10.00 am",
        *roll.parts,
        "1.   Declarations of interest",
        "There were none.",
        "2.   Minutes",
        "The minutes of the last meeting were agreed.",
    ]
    return Paper(number, kind, tuple(parts), roll.truth)
