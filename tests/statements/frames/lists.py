"""Lists: bullets whose lead-in gives the time, the standing, the programme or the kind."""

from collections.abc import Callable

from tests.statements.frames.challenges import DELIVERED
from tests.statements.grammar import times
from tests.statements.grammar.draws import Draw
from tests.statements.grammar.groups import PARTIES, REGIONS
from tests.statements.grammar.numbers import Count, count, plain
from tests.statements.grammar.times import When
from tests.statements.grammar.words import (
    PEOPLE,
    Programme,
    Who,
    challenge_kind,
    challenge_noun,
    councils,
    programme,
    who_takes,
)
from tests.statements.truth import Fair, Line, Row, Statement, challenge, participation


def _row(
    number: Count,
    who: Who,
    which: Programme,
    when: When,
    status: str,
    dimension: tuple[str, str] = ("total", "total"),
) -> Row:
    return participation(
        participants=number.value,
        unit=who.units,
        qualifier=number.qualifiers,
        status=status,
        period=when.periods,
        dimension=dimension[0],
        dimension_value=dimension[1],
        programme=which.names,
    )


def _challenges(number: Count, types: Fair, when: When, status: str) -> Row:
    return challenge(
        council_name=None,
        challenge_type=types,
        period=when.periods,
        challenges=number.value,
        qualifier=number.qualifiers,
        status=status,
    )


def _list(frame: str, lead: str, items: list[str], rows: list[Row]) -> Statement:
    lead = lead[0].upper() + lead[1:]
    lines = (Line("paragraph", lead), *(Line("item", item) for item in items))
    return Statement(frame, lines, tuple(rows))


def _year(draw: Draw, *, is_plan: bool) -> When:
    first = times.year_of(draw.day) + draw.pick(*((0, 1) if is_plan else (0, -1, -1, -2)))
    return times.standing_year(draw, first)


def by_programme(draw: Draw, frame: str) -> Statement:
    """A lead-in with the year and the standing; a programme or a kind of challenge an item."""
    is_plan = draw.chance(0.4)
    when = _year(draw, is_plan=is_plan)
    status = "planned" if is_plan else "took_part"
    form = draw.pick("ours", "people")
    draw.trait(f"list: {form}", f"standing: {status}")
    ours = (
        draw.pick(
            "in {} we will:",
            "our plans for {} are to:",
            "in {} we aim to:",
            "during {} we expect to:",
        )
        if is_plan
        else draw.pick("in {} we:", "in {} the LGA:", "during {} we have:")
    )
    theirs = (
        draw.pick("in {} we plan to support:", "targets for {}:")
        if is_plan
        else draw.pick(
            "in {} our programmes reached:", "those who took part in {}:", "take-up in {}:"
        )
    )
    items, rows = [], []
    for _ in range(draw.rng.randint(2, 4)):
        which = programme(draw)
        who = who_takes(draw, which)
        number = count(draw, 2, who.most, is_plan=is_plan)
        verb = draw.pick(("support", "supported"), ("train", "trained"), ("help", "helped"))[
            not is_plan
        ]
        if form == "ours":
            items.append(f"{verb} {number.text} {who.noun} through {which.said}")
        else:
            items.append(
                draw.pick(
                    f"{number.text} {who.noun} through {which.said}",
                    f"{which.name}: {number.text} {who.noun}",
                )
            )
        rows.append(_row(number, who, which, when, status))
    if form == "ours":
        kind = challenge_kind(draw)
        number = count(draw, 2, 120, is_plan=is_plan)
        verb = draw.pick(("deliver", "delivered"), ("complete", "completed"))[not is_plan]
        items.append(f"{verb} {number.text} {challenge_noun(draw, kind, is_plural=True)}")
        rows.append(_challenges(number, kind.types, when, "planned" if is_plan else DELIVERED))
    return _list(frame, (ours if form == "ours" else theirs).format(when.phrase), items, rows)


def by_group(draw: Draw, frame: str) -> Statement:
    """A lead-in with programme and year; a region or a party an item."""
    which = programme(draw, "people")
    who = draw.one(PEOPLE[:3])
    when = _year(draw, is_plan=False)
    is_region = draw.chance(0.6)
    dimension, names = ("region", REGIONS) if is_region else ("political_group", PARTIES)
    draw.trait(f"list: {dimension}")
    by = dimension.replace("_", " ")
    lead = draw.pick(
        f"by {by}, the {who.noun} who took part in {which.said} in {when.phrase} were:",
        f"{who.noun} who took part in {which.said} in {when.phrase} came from:"
        if is_region
        else f"{who.noun} on {which.said} in {when.phrase}, by group:",
    )
    said = draw.some(list(names), draw.rng.randint(3, 4))
    items, rows = [], []
    form = draw.pick(
        "{n}: {v}", "{n} – {v}", "{v} from {n}" if is_region else "{v} {n}", "{n} ({v})"
    )
    for name in said:
        number = plain(draw, draw.number(11, 250))
        shown = name.removeprefix("the ") if not form.startswith("{v}") else name
        items.append(form.format(n=shown, v=number.text))
        rows.append(_row(number, who, which, when, "took_part", (dimension, names[name])))
    return _list(frame, lead, items, rows)


def by_standing(draw: Draw, frame: str) -> Statement:
    """A lead-in with programme and year; who did what an item."""
    which = programme(draw)
    when = _year(draw, is_plan=False)
    lead = draw.pick("{p} in {y}:", "{p}, {y}:", "{p} ({y}):", "for {q} in {y}:")
    lead = lead.format(p=which.name, q=which.said, y=when.phrase)
    items, rows = [], []
    for words, status in draw.some(
        (("took part", "took_part"), ("signed up", "signed_up"), ("dropped out", "dropped_out")), 2
    ):
        who = who_takes(draw, which)
        number = count(draw, 2, who.most)
        items.append(f"{number.text} {who.noun} {words}")
        rows.append(_row(number, who, which, when, status))
    return _list(frame, lead, items, rows)


def of_kinds(draw: Draw, frame: str) -> Statement:
    """A lead-in with year and standing; a kind of challenge with its number an item."""
    is_plan = draw.chance(0.4)
    when = _year(draw, is_plan=is_plan)
    status = "planned" if is_plan else DELIVERED
    draw.trait(f"standing: {status}")
    lead = (
        draw.pick("in {} we plan to deliver:", "peer challenges planned for {}:")
        if is_plan
        else draw.pick(
            "in {} we delivered:",
            "peer challenges delivered in {}:",
            "the following took place in {}:",
        )
    )
    items: list[str] = []
    rows: list[Row] = []
    seen: set[tuple[str, ...]] = set()
    while len(items) < 3:
        kind = challenge_kind(draw)
        if not kind.prefix or kind.types in seen:
            continue
        seen.add(kind.types)
        number = plain(draw, draw.number(2, 90))
        noun = challenge_noun(draw, kind, is_plural=True)
        items.append(
            draw.pick(f"{number.text} {noun}", f"{noun[0].upper()}{noun[1:]}: {number.text}")
        )
        rows.append(_challenges(number, kind.types, when, status))
    return _list(frame, lead.format(when.phrase), items, rows)


def of_councils(draw: Draw, frame: str) -> Statement:
    """A lead-in with kind, year and standing; a council an item."""
    kind = challenge_kind(draw)
    status = draw.weighted({DELIVERED: 3, "planned": 2, "not_had": 1})
    when = _year(draw, is_plan=status == "planned")
    noun = challenge_noun(draw, kind, is_plural=False)
    one = f"{'an' if noun[0] in 'aeio' or noun[:2] in ('FP', 'RC') else 'a'} {noun}"
    lead = {
        DELIVERED: draw.pick(
            "the following councils had {k} in {y}:", "councils that hosted {k} in {y}:"
        ),
        "planned": draw.pick(
            "the following councils have agreed dates for {k} in {y}:",
            "councils due to have {k} in {y}:",
        ),
        "not_had": draw.pick(
            "the following councils have not had {k}:", "councils still without {k}:"
        ),
    }[status].format(k=one, y=when.phrase)
    draw.trait(f"standing: {status}")
    found = councils(draw, draw.rng.randint(2, 5))
    rows = [
        challenge(
            council_name=each.name,
            challenge_type=kind.types,
            period=when.periods if status != "not_had" else ("<open>", None),
            challenges=(1, None) if status == "not_had" else 1,
            status=status,
        )
        for each in found
    ]
    return _list(frame, lead, [each.said for each in found], rows)


MAKERS: dict[str, Callable[[Draw, str], Statement]] = {
    "list: programmes": by_programme,
    "list: groups": by_group,
    "list: standings": by_standing,
    "list: kinds": of_kinds,
    "list: councils": of_councils,
}
