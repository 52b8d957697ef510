"""Statements of peer challenges by number: who had how many of which kind, when, or not."""

from collections.abc import Callable
from dataclasses import replace

from tests.statements.frames import endings
from tests.statements.frames.contexts import CHALLENGES as CONTEXTS
from tests.statements.grammar import times
from tests.statements.grammar.draws import Draw, joined, sentence
from tests.statements.grammar.numbers import Count, count, plain
from tests.statements.grammar.times import When
from tests.statements.grammar.words import ChallengeKind, challenge_kind, challenge_noun
from tests.statements.truth import Fair, Line, Row, Statement, challenge

DELIVERED, PLANNED, OFFERED, NOT_HAD = "delivered", "planned", "offered", "not_had"
MOST = 140
FIRE_MOST = 44  # there are hardly more fire authorities
BODIES = ("councils", "councils", "councils", "authorities", "local authorities")
WE = ("we", "we", "we", "the LGA", "the team")
DONE = ("delivered", "carried out", "completed", "undertaken", "held", "run", "conducted")
DID = {"undertaken": "undertook", "run": "ran"}
HAD = ("had", "received", "hosted", "undergone", "taken up", "benefited from", "taken part in")
TOOK = {"undergone": "underwent", "taken up": "took up", "taken part in": "took part in"}
AIMS = ("plan to", "expect to", "aim to", "intend to", "will", "hope to", "are due to")


def _council_noun(draw: Draw, kind: ChallengeKind) -> str:
    if kind.types == ("fire",):
        return draw.pick(
            "fire and rescue authorities", "fire authorities", "fire and rescue services"
        )
    return draw.one(BODIES)


def _row(number: Count, kind: ChallengeKind, status: str, periods: Fair) -> Row:
    return challenge(
        council_name=None,
        challenge_type=kind.types,
        period=periods,
        challenges=number.value,
        qualifier=number.qualifiers,
        status=status,
    )


def _we_did(draw: Draw, said: str, when: When) -> str:
    we, done = draw.one(WE), draw.one(DONE)
    have = "have" if we == "we" else "has"
    verb = f"{have} {done}" if when.is_perfect else DID.get(done, done)
    return f"{we} {verb} {said}"


def _were_done(draw: Draw, said: str, when: When) -> str:
    verb = draw.pick(*DONE, "taken place")
    if verb == "taken place":
        return f"{said} have taken place" if when.is_perfect else f"{said} took place"
    return f"{said} {'have been' if when.is_perfect else 'were'} {verb}"


def _noun_of_doing(draw: Draw, said: str, when: When) -> str:
    noun = draw.pick("the delivery of", "the completion of")
    return f"{draw.pick('highlights include', 'we report', 'the year saw')} {noun} {said}"


def _we_plan(draw: Draw, said: str, when: When) -> str:
    done = draw.pick("deliver", "carry out", "complete", "undertake", "hold", "run")
    return f"we {draw.one(AIMS)} {done} {said}"


def _are_planned(draw: Draw, said: str, when: When) -> str:
    verb = draw.pick(
        "are planned", "are scheduled", "are due", "are due to take place", "are booked",
        "are in the diary", "will take place", "are expected to take place", "are in the pipeline",
    )  # fmt: skip
    return f"{said} {verb}"


def _target_is(draw: Draw, said: str, when: When) -> str:
    return f"{draw.pick('our target is', 'the target is', 'the plan is for')} {said}"


def _we_offer(draw: Draw, said: str, when: When) -> str:
    return f"we {draw.pick('have offered', 'offered', 'are offering')} {said}"


def _had(draw: Draw, bodies: str, one: str, when: When) -> str:
    had = draw.one(HAD)
    verb = f"have {had}" if when.is_perfect or draw.chance(0.3) else TOOK.get(had, had)
    return f"{bodies} {verb} {one}"


def _will_have(draw: Draw, bodies: str, one: str, when: When) -> str:
    verb = draw.pick(
        "are due to have", "will have", "will host", "have booked", "have agreed dates for",
        "are expected to have", "are preparing for", "have signed up for", "have asked for",
        "are scheduled to receive",
    )  # fmt: skip
    return f"{bodies} {verb} {one}"


def _offered(draw: Draw, bodies: str, one: str, when: When) -> str:
    verb = draw.pick("have been offered", "were offered")
    return f"{bodies} {verb} {one}"


def _not_had(draw: Draw, bodies: str, one: str, when: When) -> str:
    verb = draw.pick(
        "have not had", "have not yet had", "have never had", "have yet to have",
        "are still without", "are yet to receive", "have still not hosted",
        "remain without", "have not taken up",
    )  # fmt: skip
    return f"{bodies} {verb} {one}"


Said = Callable[[Draw, str, When], str]
SaidOf = Callable[[Draw, str, str, When], str]
# What is counted is the challenges, or the councils that have one.
OF_CHALLENGES: dict[str, tuple[Said, ...]] = {
    DELIVERED: (_we_did, _we_did, _were_done, _were_done, _noun_of_doing),
    PLANNED: (_we_plan, _we_plan, _are_planned, _are_planned, _target_is),
    OFFERED: (_we_offer,),
}
OF_COUNCILS: dict[str, SaidOf] = {
    DELIVERED: _had,
    PLANNED: _will_have,
    OFFERED: _offered,
    NOT_HAD: _not_had,
}


def _article(noun: str) -> str:
    """`a peer review`, `an RCPC`, `an equalities peer challenge`."""
    is_vowel = noun[0] in "aeio" or (noun[:2].isupper() and noun[0] in "FR")
    return f"{'an' if is_vowel else 'a'} {noun}"


def _when(draw: Draw, status: str, frame: str) -> When:
    if frame == "challenges: comparison":
        return times.earlier(draw, times.year_of(draw.day) - draw.pick(0, 1, 2))
    if status in (OFFERED, NOT_HAD):
        draw.trait("when: open")
        return When(("<open>", None))
    return times.future(draw) if status == PLANNED else times.past(draw)


def numbered(draw: Draw, frame: str) -> Statement:
    """A clause whose number counts challenges or councils, with the ending of its frame."""
    kind = challenge_kind(draw)
    name = draw.weighted({name: weight for name, (_, weight) in CONTEXTS.items()})
    ending = ENDINGS.get(frame)
    if not kind.prefix or ending:
        name = "own clause"
    context = CONTEXTS[name][0](draw, kind)
    draw.trait(f"context: {name}")
    status = draw.weighted({DELIVERED: 6, PLANNED: 4, OFFERED: 1, NOT_HAD: 2})
    if ending or context.when:
        status = DELIVERED
    when = context.when or _when(draw, status, frame)
    inner = When(()) if context.when else when
    is_councils = status == NOT_HAD or draw.chance(0.4)
    draw.trait(f"standing: {status}", f"counts: {'councils' if is_councils else 'challenges'}")
    most = FIRE_MOST if is_councils and kind.types == ("fire",) else MOST
    number = count(draw, 2, most, is_plan=status == PLANNED)
    if is_councils:
        one = _article(challenge_noun(draw, kind, is_plural=False))
        bodies = f"{number.text} {_council_noun(draw, kind)}"
        text = OF_COUNCILS[status](draw, bodies, "one" if context.is_bare else one, inner)
    else:
        noun = challenge_noun(draw, kind, is_plural=True)
        said = number.text if context.is_bare else f"{number.text} {noun}"
        text = draw.one(OF_CHALLENGES[status])(draw, said, inner)
    rows = (_row(number, kind, status, when.periods),)
    end, more = ending(draw, kind, rows[0], when) if ending else ("", ())
    is_front = bool(inner.phrase) and not end and "saw" not in text and draw.chance(0.4)
    text = inner.before(text) if is_front else inner.after(text)
    whole_text = f"{context.before} {sentence(f'{text}{end}')}".strip()
    return replace(_told(frame, whole_text, (*rows, *more)), heading=context.heading)


def _told(frame: str, text: str, rows: tuple[Row, ...]) -> Statement:
    return Statement(frame, (Line("paragraph", text),), rows)


def _changed(row: Row, number: int, **fields: Fair) -> Row:
    changed: dict[str, Fair] = {"challenges": (number,), "qualifier": ("exactly",), **fields}
    return replace(row, fields={**row.fields, **changed})


def _target(draw: Draw, kind: ChallengeKind, row: Row, when: When) -> tuple[str, tuple[Row, ...]]:
    value = int(row.fields["challenges"][0] or 0)
    aim = draw.number(max(3, value // 2), value * 2)
    return endings.target(draw, value, aim), (_changed(row, aim, status=(PLANNED,)),)


def _comparison(
    draw: Draw, kind: ChallengeKind, row: Row, when: When
) -> tuple[str, tuple[Row, ...]]:
    value = int(row.fields["challenges"][0] or 0)
    other = draw.number(max(3, value // 2), value * 2)
    first = int(str(when.periods[0])[:4]) - 1
    words = endings.comparison(draw, value, other, times.printed_year(draw, first))
    return words, (_changed(row, other, period=(times.period(first),)),)


def _further(draw: Draw, kind: ChallengeKind, row: Row, when: When) -> tuple[str, tuple[Row, ...]]:
    later = times.year_of(draw.day) + draw.pick(0, 1)
    number = plain(draw, draw.number(3, 90))
    year = times.printed_year(draw, later)
    words = draw.pick(
        ", with a further {n} planned for {y}",
        " and expect to deliver a further {n} in {y}",
        "; another {n} are scheduled for {y}",
        ", and a further {n} will follow in {y}",
    )
    if words.startswith(" and"):
        words = ", and we expect to deliver a further {n} in {y}"
    fields: dict[str, Fair] = {"status": (PLANNED,), "period": (times.period(later),)}
    return words.format(n=number.text, y=year), (_changed(row, number.value, **fields),)


ENDINGS: dict[str, Callable[..., tuple[str, tuple[Row, ...]]]] = {
    "challenges: target": _target,
    "challenges: comparison": _comparison,
    "challenges: further": _further,
}


def whole(draw: Draw, frame: str) -> Statement:
    """A part of all councils had one, or had none; or all of them."""
    kind = challenge_kind(draw)
    status = draw.weighted({DELIVERED: 3, NOT_HAD: 1, PLANNED: 1})
    is_fire = kind.types == ("fire",)
    part = plain(draw, draw.number(4, FIRE_MOST - 6 if is_fire else 260))
    all_of_them = draw.number(part.value + 2, FIRE_MOST + 4 if is_fire else 400)
    of = draw.pick("of the {}", "out of {}", "out of the {}", "of England's {}", "of all {}")
    bodies = f"{part.text} {of.format(all_of_them)} {_council_noun(draw, kind)}"
    if status == DELIVERED and draw.chance(0.2):
        draw.trait("whole: all of them")
        bodies = f"all {part.value} {_council_noun(draw, kind)}"
        part = Count(part.value, str(part.value))
    when = _when(draw, status, frame)
    one = _article(challenge_noun(draw, kind, is_plural=False))
    draw.trait(f"standing: {status}")
    text = OF_COUNCILS[status](draw, bodies, one, when)
    return _told(frame, sentence(when.after(text)), (_row(part, kind, status, when.periods),))


def offer(draw: Draw, frame: str) -> Statement:
    """An offer to all, without a number: a reader may publish it or not."""
    kind = challenge_kind(draw)
    noun = challenge_noun(draw, kind, is_plural=False)
    text = draw.pick(
        f"every council is offered {_article(noun)} free of charge",
        f"we offer all members {_article(noun)} at no cost",
        f"councils can ask for {_article(noun)}",
        f"our {noun} is available to all councils",
    )
    row = challenge(
        council_name=None, challenge_type=kind.types, challenges=None, status=(OFFERED, PLANNED)
    )
    return _told(frame, sentence(text), (replace(row, is_optional=True),))


def by_kind(draw: Draw, frame: str) -> Statement:
    """A total of challenges and the kinds that it is made of."""
    general = ChallengeKind(("general",), "")
    kinds: dict[tuple[str, ...], ChallengeKind] = {}
    while len(kinds) < 3:
        kind = challenge_kind(draw)
        if kind.prefix and kind.prefix != "remote corporate":
            kinds.setdefault(kind.types, kind)
    numbers = [draw.number(3, 60) for _ in kinds]
    draw.keep(sum(numbers))
    total = plain(draw, sum(numbers))
    when = times.past(draw)
    said = f"{total.text} {challenge_noun(draw, general, is_plural=True)}"
    text = when.after(draw.pick(_we_did, _were_done)(draw, said, when))
    listed = [f"{n} {kind.prefix}" for n, kind in zip(numbers, kinds.values(), strict=True)]
    form = draw.pick("colon", "brackets", "of which", "made up of")
    draw.trait(f"breakdown: {form}")
    words = joined(listed)
    if form == "of which":
        words = words.replace(" ", " were ", 1)
    ends = {"colon": f": {words}", "brackets": f" ({words})", "of which": f", of which {words}"}
    text += ends.get(form, f", made up of {words}")
    rows = [_row(total, general, DELIVERED, when.periods)]
    rows += [
        _row(Count(n, str(n)), kind, DELIVERED, when.periods)
        for n, kind in zip(numbers, kinds.values(), strict=True)
    ]
    return _told(frame, sentence(text), tuple(rows))


def two_kinds(draw: Draw, frame: str) -> Statement:
    """Two kinds with a number each in one clause."""
    first, second = (challenge_kind(draw) for _ in range(2))
    while not first.prefix or not second.prefix or first.types == second.types:
        first, second = (challenge_kind(draw) for _ in range(2))
    numbers = [plain(draw, draw.number(2, 90)) for _ in range(2)]
    when = times.past(draw)
    nouns = [challenge_noun(draw, kind, is_plural=True) for kind in (first, second)]
    said = joined([f"{n.text} {noun}" for n, noun in zip(numbers, nouns, strict=True)])
    text = _we_did(draw, said, when)
    rows = tuple(
        _row(n, kind, DELIVERED, when.periods)
        for n, kind in zip(numbers, (first, second), strict=True)
    )
    return _told(frame, sentence(when.before(text)), rows)


MAKERS: dict[str, Callable[[Draw, str], Statement]] = {
    "challenges: count": numbered,
    **dict.fromkeys(ENDINGS, numbered),
    "challenges: whole": whole,
    "challenges: by kind": by_kind,
    "challenges: two kinds": two_kinds,
    "challenges: offer": offer,
}
