"""Noun phrases of a count: who, how many, from where, of how many, of which groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tests.statements.grammar.draws import Draw, joined
from tests.statements.grammar.numbers import Count, count, plain
from tests.statements.grammar.words import ADJECTIVES, BODIES, Who
from tests.statements.truth import PARTICIPATION, Fair, Row, participation

REGIONS = {
    "the East of England": "East of England",
    "the East Midlands": "East Midlands",
    "Greater London": "Greater London",
    "the North East": "North East",
    "the North West": "North West",
    "the South East": "South East",
    "the South West": "South West",
    "the West Midlands": "West Midlands",
    "Yorkshire and the Humber": "Yorkshire and the Humber",
    "Wales": "Wales",
}
TYPES = {
    "county councils": "county",
    "district councils": "district",
    "London boroughs": "london_borough",
    "unitary authorities": "unitary",
    "metropolitan councils": "metropolitan",
}
PARTIES = {
    "Conservative": "Conservative",
    "Labour": "Labour",
    "Liberal Democrat": "Liberal Democrat",
    "Independent": "Independent",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A noun phrase and the counts in it, as rows without time, standing and programme.

    Attributes:
        phrase: `257 of the 353 councils`.
        tail: What ends the clause, its comma or colon included.
    """

    phrase: str
    who: Who
    rows: tuple[Row, ...]
    tail: str = ""


def group(draw: Draw, who: Who, extra: str, *, is_plan: bool = False) -> Group:
    """The phrase of one count, or of what the extra adds to it."""
    maker = EXTRAS.get(extra)
    if maker:
        return maker(draw, who)
    number = count(draw, 2, who.most, is_plan=is_plan)
    return Group(f"{number.text} {noun(draw, who)}", who, (_row(number, who),))


def noun(draw: Draw, who: Who) -> str:
    if who.noun in ("councillors", "leaders") and draw.chance(0.12):
        return f"{draw.one(ADJECTIVES)} {who.noun}"
    return who.noun


def _row(number: Count, who: Who, dimension: str = "total", value: str = "total") -> Row:
    return participation(
        participants=number.value,
        unit=who.units,
        qualifier=number.qualifiers,
        dimension=dimension,
        dimension_value=value,
    )


def _whole(draw: Draw, who: Who) -> Group:
    """A part of a whole: the part counts."""
    part = plain(draw, draw.number(4, who.most))
    whole = draw.number(part.value + 3, part.value + 160)
    of = draw.pick("of the {}", "of the {}", "out of {}", "out of the {}", "of all {}", "of our {}")
    phrase = f"{part.text} {of.format(whole)} {who.noun}"
    return Group(phrase, who, (_row(part, who),))


def _pair(draw: Draw, who: Who) -> Group:
    """People and the councils that they come from: both count."""
    people = count(draw, 60, 900)
    bodies = plain(draw, draw.number(20, 230))
    body = draw.one(BODIES[:4])
    words = draw.pick("from {} {}", "from {} {}", "from {} different {}", "representing {} {}")
    phrase = f"{people.text} {who.noun} {words.format(bodies.text, body.noun)}"
    return Group(phrase, who, (_row(people, who), _row(bodies, body)))


def _two_units(draw: Draw, who: Who) -> Group:
    """Two groups side by side."""
    other = replace(who, noun="officers", units=("officers",))
    if who.units == ("officers",):
        other = replace(who, noun="councillors", units=("councillors",))
    first, second = plain(draw, draw.number(3, 200)), plain(draw, draw.number(3, 200))
    link = draw.pick(" and ", ", together with ", " as well as ", " alongside ")
    phrase = f"{first.text} {who.noun}{link}{second.text} {other.noun}"
    return Group(phrase, who, (_row(first, who), _row(second, other)))


def _from_region(draw: Draw, who: Who) -> Group:
    number = count(draw, 3, 120)
    said = draw.one(list(REGIONS))
    words = draw.pick("from", "from", "in", "across")
    row = _row(number, who, "region", REGIONS[said])
    return Group(f"{number.text} {who.noun} {words} {said}", who, (row,))


def _from_regions(draw: Draw, who: Who) -> Group:
    """Regions in a list, the noun said once."""
    said = draw.some(list(REGIONS), draw.pick(2, 3))
    numbers = [plain(draw, draw.number(3, 150)) for _ in said]
    parts = [f"{each.text} from {name}" for each, name in zip(numbers, said, strict=True)]
    parts[0] = f"{numbers[0].text} {who.noun} from {said[0]}"
    rows = [_row(each, who, "region", REGIONS[n]) for each, n in zip(numbers, said, strict=True)]
    return Group(joined(parts), who, tuple(rows))


def _of_party(draw: Draw, who: Who) -> Group:
    number = count(draw, 3, 200)
    party = draw.one(list(PARTIES))
    row = _row(number, who, "political_group", PARTIES[party])
    return Group(f"{number.text} {party} {who.noun}", who, (row,))


def parts(draw: Draw, options: Mapping[str, str]) -> tuple[list[tuple[int, str, str]], int]:
    """Numbers of some values of a dimension, and their sum."""
    named = draw.some(list(options), draw.rng.randint(2, min(4, len(options))))
    found = [(draw.number(3, 300), name, options[name]) for name in named]
    total = sum(number for number, _, _ in found)
    draw.keep(total)
    return found, total


def _breakdown(draw: Draw, who: Who) -> Group:
    """A total, and the numbers that it is made of."""
    is_region = draw.chance(0.5)
    dimension = "region" if is_region else "political_group"
    draw.trait(f"breakdown: {dimension}")
    found, total = parts(draw, REGIONS if is_region else PARTIES)
    whole = plain(draw, total)
    rows = [_row(whole, who)]
    rows += [_row(Count(n, str(n)), who, dimension, value) for n, _, value in found]
    listed = [f"{n} from {name}" if is_region else f"{n} {name}" for n, name, _ in found]
    form = draw.pick("colon", "colon", "of whom", "brackets", "dash", "made up of")
    draw.trait(f"breakdown: {form}")
    words = joined(listed)
    phrase = f"{whole.text} {who.noun}"
    if form == "brackets":
        return Group(f"{phrase} ({words})", who, tuple(rows))
    if form == "of whom" and not is_region:
        words = joined([f"{listed[0].replace(' ', ' were ', 1)}", *listed[1:]])
    ends = {"colon": ": ", "of whom": ", of whom ", "dash": " – ", "made up of": ", made up of "}
    if form == "of whom" and is_region:
        words = words.replace(" from ", " came from ", 1)
    return Group(phrase, who, tuple(rows), f"{ends[form]}{words}")


def _including(draw: Draw, who: Who) -> Group:
    """A total and one part of it."""
    whole = count(draw, who.most // 2, who.most)
    part = plain(draw, draw.number(3, who.most // 3))
    said = draw.one(list(REGIONS))
    row = _row(part, who, "region", REGIONS[said])
    words = draw.pick(", including {} from {}", ", {} of them from {}", ", among them {} from {}")
    tail = words.format(part.text, said)
    return Group(f"{whole.text} {who.noun}", who, (_row(whole, who), row), tail)


def _of_type(draw: Draw, who: Who) -> Group:
    """Councils of one type, or of two: what a total counts where the type is not taken up."""
    said = draw.some(list(TYPES), draw.pick(1, 1, 2))
    numbers = [
        count(draw, 3, 30) if len(said) == 1 else plain(draw, draw.number(3, 30)) for _ in said
    ]
    fair_who = replace(who, units=("councils", "authorities", "boroughs"))
    rows = []
    for number, name in zip(numbers, said, strict=True):
        row = _row(number, fair_who, "council_type", TYPES[name])
        if len(said) == 1:
            fields = {
                "dimension": ("council_type", "total"),
                "dimension_value": (TYPES[name], "total"),
            }
            row = replace(row, fields={**row.fields, **fields})
        rows.append(row)
    phrase = joined([f"{n.text} {name}" for n, name in zip(numbers, said, strict=True)])
    return Group(phrase, who, tuple(rows))


EXTRAS = {
    "whole": _whole,
    "pair": _pair,
    "two units": _two_units,
    "region": _from_region,
    "regions": _from_regions,
    "party": _of_party,
    "breakdown": _breakdown,
    "including": _including,
    "council type": _of_type,
}


def filled(rows: Sequence[Row], **fields: Fair) -> tuple[Row, ...]:
    """The rows with time, standing and programme; what a row has already stays."""
    return tuple(replace(row, table=PARTICIPATION, fields={**fields, **row.fields}) for row in rows)
