"""The words of made papers: drawn from the registers, names of people invented."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from pipelines.runtime.places import REFERENCE

BOARDS = ("Improvement and Innovation Board", "Improvement & Innovation Board")
# In no register: a surname of a councillor that is also a council would be unfair.
SURNAMES = (
    "Abbotson",
    "Brackwell",
    "Corrigan-Hale",
    "Dunmarsh",
    "Ellerby",
    "Fenwright",
    "Garsdale",
    "Hollowby",
    "Inskipp",
    "Jarrowgate",
    "Kettleby",
    "Lorimer",
    "McAllard",
    "Netherwood",
    "O'Farraher",
    "Pemberley",
    "Quennell",
    "Rushmere",
    "Stannard",
    "Tolliver",
    "Underley",
    "Venables",
    "Wraxhall",
    "Yardling",
)
REFORM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Label:
    """A word as printed and what it means."""

    printed: str
    value: str


@dataclass(frozen=True, slots=True)
class Council:
    council_id: str
    name: str
    since: str


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _dimension_words() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows("dimensions"):
        found[row["kind"]][row["value"]].append(row["printed"])
    return {
        kind: {value: tuple(words) for value, words in values.items()}
        for kind, values in found.items()
    }


@cache
def councils() -> tuple[Council, ...]:
    """Councils that stand today, by their official names."""
    return tuple(
        Council(row["council_id"], row["name"], row["valid_from"])
        for row in _rows("councils")
        if not row["valid_to"] and row["council_type"] not in ("fire", "national_park")
    )


def programmes(rng: Random, count: int, *, has_short: bool) -> list[Label]:
    """Programmes of one table, by acronym or by name."""
    rows = [row for row in _rows("programmes") if row["theme"] == "leadership"]
    short = [row for row in rows if row["acronym"]]
    # A name that holds another would be two programmes to any reader.
    chosen: list[dict[str, str]] = []
    pool = short if has_short else rows
    for row in rng.sample(pool, len(pool)):
        if len(chosen) < count and not any(_overlap(row["name"], c["name"]) for c in chosen):
            chosen.append(row)
    return [
        Label(row["acronym"] if has_short else row["name"], row["programme_id"]) for row in chosen
    ]


def _overlap(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def dimension(rng: Random) -> str:
    return rng.choice(("political_group", "region", "council_type"))


def dimension_head(rng: Random, name: str) -> str:
    heads = _dimension_words()["header"][name]
    return rng.choice(heads[:4]) if rng.random() < 0.7 else rng.choice(heads)


def dimension_values(rng: Random, name: str, day: date, *, most: int = 12) -> list[Label]:
    """The values of a dimension in printed words, few or all of them."""
    words = {
        value: printed for value, printed in _dimension_words()[name].items() if value != "total"
    }
    if day < REFORM:
        words.pop("Reform UK", None)
    values = list(words)
    if len(values) > 4 and rng.random() < 0.5:
        values = sorted(rng.sample(values, rng.randint(4, len(values))), key=values.index)
    if rng.random() < 0.3:
        rng.shuffle(values)
    is_odd = rng.random() < 0.3
    labels = []
    for value in values[:most]:
        # Words in the plural, in full, or as rarely printed; two values never by the same word.
        taken = {label.printed.casefold() for label in labels}
        forms = [form for form in words[value] if form.casefold() not in taken]
        labels.append(Label(rng.choice(forms if is_odd else forms[:2]), value))
    return labels


def total_word(rng: Random) -> str:
    return rng.choices(("Total", "TOTAL", "Totals", "Grand Total", "Total:"), (6, 1, 2, 1, 1))[0]


def people(rng: Random, count: int) -> list[str]:
    """Invented members: a given name of the register and a surname of none."""
    given = sorted({row["name"] for row in _rows("given_names")})
    surnames = rng.sample(SURNAMES, count)
    return [f"{rng.choice(given)} {surname}" for surname in surnames]


def pick_councils(rng: Random, count: int, day: date) -> list[Council]:
    """Councils that stood when their paper was written, and stand today."""
    return rng.sample([each for each in councils() if each.since <= day.isoformat()], count)


def year(first: int) -> str:
    """A financial or board year as the contract writes it."""
    return f"{first}/{(first + 1) % 100:02}"


def printed_year(rng: Random, first: int) -> str:
    short = f"{(first + 1) % 100:02}"
    return rng.choice(
        (f"{first}/{short}", f"{first}/{short}", f"{first}-{short}", f"{first}–{short}")
    )


def prose(rng: Random, count: int) -> Sequence[str]:
    """Sentences that count nothing and name nobody."""
    return rng.sample(PROSE, count)


PROSE = (
    "Members asked for a picture of how the offer is taken up across the sector.",
    "This paper sets out what officers know today, and what they will find out by the spring.",
    "The offer is funded by grant, and what it does is reported to the Board each quarter.",
    "Officers are grateful to colleagues in the regions who collected the information.",
    "The figures come from the records of the team and have not been audited.",
    "The Board will wish to consider where more could be done in the year to come.",
    "A fuller account will be brought to a later meeting, as members requested.",
    "Some records reach the team late, so the picture may change a little.",
    "There are no implications for Wales beyond those set out in the text.",
    "Members are invited to comment, and to note the position as it is shown below.",
)
