"""Statements of peer challenges that name the councils: alone, in lists, jointly, with savings."""

from collections.abc import Callable

from tests.statements.frames.challenges import DELIVERED, NOT_HAD, PLANNED
from tests.statements.grammar import times
from tests.statements.grammar.draws import Draw, joined, sentence
from tests.statements.grammar.numbers import words_of
from tests.statements.grammar.times import When
from tests.statements.grammar.words import (
    ChallengeKind,
    Council,
    challenge_kind,
    challenge_noun,
    councils,
)
from tests.statements.truth import OPEN, Fair, Line, Row, Statement, challenge


def _row(council: Council, kind: ChallengeKind, status: str, periods: Fair) -> Row:
    # A paper that says that a council had none counts nothing.
    number = (1, None) if status == NOT_HAD else 1
    return challenge(
        council_name=council.name,
        challenge_type=kind.types,
        period=periods,
        challenges=number,
        status=status,
    )


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' or noun[:2] in ('FP', 'RC') else 'a'} {noun}"


def _council_first(draw: Draw, names: str, noun: str, status: str, *, is_one: bool) -> str:
    """`Kent and Surrey have had a peer review`."""
    have, are = ("has", "is") if is_one else ("have", "are")
    verb = {
        DELIVERED: draw.pick(
            "had", "hosted", f"{have} had", f"{have} hosted", "underwent", "received"
        ),
        PLANNED: draw.pick(
            f"{are} due to have",
            "will host",
            f"{have} booked",
            f"{are} to have",
            f"{are} preparing for",
        ),
        NOT_HAD: draw.pick(
            f"{have} not yet had", f"{have} not had", f"{have} yet to have", f"{are} still without"
        ),
    }[status]
    return f"{names} {verb} {_article(noun)}"


def _challenge_first(draw: Draw, names: str, noun: str, status: str, *, is_one: bool) -> str:
    """`Peer reviews of Kent and Surrey took place`, `we carried out a peer review at Kent`."""
    at = draw.pick("of", "at", "in")
    if status == DELIVERED and draw.chance(0.5):
        said = _article(noun) if is_one else f"{noun}s"
        return f"we {draw.pick('carried out', 'delivered', 'completed')} {said} {at} {names}"
    what = f"the {noun}" if is_one else f"{noun}s"
    verb = {
        DELIVERED: draw.pick("took place", f"{'was' if is_one else 'were'} completed"),
        PLANNED: draw.pick(
            "will take place",
            f"{'is' if is_one else 'are'} due",
            f"{'is' if is_one else 'are'} planned",
        ),
    }[status]
    return f"{what} {at} {names} {verb}"


def _when(draw: Draw, status: str) -> When:
    if status == NOT_HAD:
        return When((OPEN, None))
    return times.future(draw) if status == PLANNED else times.past(draw, open_share=0.05)


def named(draw: Draw, frame: str) -> Statement:
    """One council or several in a sentence."""
    kind = challenge_kind(draw)
    found = councils(draw, 1 if frame == "named: one" else draw.rng.randint(2, 5))
    status = NOT_HAD if frame == "named: not had" else draw.weighted({DELIVERED: 3, PLANNED: 2})
    when = _when(draw, status)
    noun = challenge_noun(draw, kind, is_plural=False)
    voices: list[Callable[..., str]] = [_council_first, _council_first, _challenge_first]
    voice = _council_first if status == NOT_HAD else draw.one(voices)
    draw.trait(f"standing: {status}", "voice: " + voice.__name__.strip("_").replace("_", " "))
    names = joined([each.said for each in found])
    text = voice(draw, names, noun, status, is_one=len(found) == 1)
    text = when.before(text) if when.phrase and draw.chance(0.3) else when.after(text)
    rows = tuple(_row(each, kind, status, when.periods) for each in found)
    return Statement(frame, (Line("paragraph", sentence(text)),), rows)


def counted(draw: Draw, frame: str) -> Statement:
    """A number of councils, and their names behind it: the number is a row, and each council."""
    kind = challenge_kind(draw)
    number = draw.number(2, 5)
    found = councils(draw, number)
    status = draw.weighted({DELIVERED: 3, PLANNED: 2})
    when = _when(draw, status)
    noun = challenge_noun(draw, kind, is_plural=False)
    names = joined([each.said for each in found])
    verb = {
        DELIVERED: draw.pick("have had", "have hosted")
        if when.is_perfect
        else draw.pick("had", "hosted"),
        PLANNED: draw.pick("will have", "are due to have"),
    }
    text = f"{words_of(number)} councils"
    is_inside = draw.chance(0.5)
    text += f" ({names})" if is_inside else ""
    text = when.after(f"{text} {verb[status]} {_article(noun)}")
    text += "" if is_inside else f": {names}"
    draw.trait("names: in brackets" if is_inside else "names: after a colon", f"standing: {status}")
    total = challenge(
        council_name=None,
        challenge_type=kind.types,
        period=when.periods,
        challenges=number,
        qualifier="exactly",
        status=status,
    )
    rows = tuple(_row(each, kind, status, when.periods) for each in found)
    return Statement(frame, (Line("paragraph", sentence(text)),), (total, *rows))


def joint(draw: Draw, frame: str) -> Statement:
    """Two councils that share one challenge: a row for each."""
    kind = challenge_kind(draw)
    first, second = councils(draw, 2)
    status = draw.weighted({DELIVERED: 3, PLANNED: 2})
    when = _when(draw, status)
    noun = challenge_noun(draw, kind, is_plural=False)
    names = f"{first.said} and {second.said}"
    text = draw.pick(
        {DELIVERED: "a joint {k} of {n} took place", PLANNED: "a joint {k} of {n} is planned"},
        {DELIVERED: "{n} had a joint {k}", PLANNED: "{n} are due to have a joint {k}"},
        {
            DELIVERED: "we carried out a joint {k} for {n}",
            PLANNED: "we will run a joint {k} for {n}",
        },
    )[status].format(k=noun, n=names)
    draw.trait(f"standing: {status}")
    rows = tuple(_row(each, kind, status, when.periods) for each in (first, second))
    return Statement(frame, (Line("paragraph", sentence(when.after(text))),), rows)


def _money(draw: Draw) -> tuple[int, str]:
    if draw.chance(0.4):
        tenths = draw.rng.randint(11, 95)
        unit = draw.pick("m", " million")
        return tenths * 100_000, f"£{tenths / 10:g}{unit}"
    thousands = draw.rng.randint(5, 190) * 5
    return thousands * 1000, draw.pick(f"£{thousands},000", f"£{thousands}k")


def savings(draw: Draw, frame: str) -> Statement:
    """Savings that challenges found, by council: in a sentence or a list below one."""
    kind = challenge_kind(draw)
    found = councils(draw, draw.rng.randint(2, 4))
    when = times.standing_year(draw, times.year_of(draw.day) - draw.pick(0, 1))
    noun = challenge_noun(draw, kind, is_plural=True)
    is_list = draw.chance(0.6)
    draw.trait("savings: list" if is_list else "savings: sentence")
    rows, items = [], []
    link = draw.pick(" – ", ": ") if is_list else " ("
    for council in found:
        pounds, said = _money(draw)
        span, words = draw.pick(
            ("per_year", " a year"),
            ("per_year", " per annum"),
            ("one_off", " (one-off)" if is_list else " one-off"),
            (None, ""),
        )
        items.append(f"{council.said}{link}{said}{words}{'' if is_list else ')'}")
        row = challenge(
            council_name=council.name,
            challenge_type=kind.types,
            period=when.periods,
            status=DELIVERED,
            savings_gbp=pounds,
            savings_period=span,
        )
        rows.append(row)
    lead = draw.pick(
        "{k} in {y} identified savings",
        "{k} in {y} found these savings",
        "savings found by {k} in {y}",
    )
    lead = lead.format(k=noun, y=when.phrase)
    lead = lead[0].upper() + lead[1:]
    if is_list:
        lines = (Line("paragraph", f"{lead}:"), *(Line("item", item) for item in items))
        return Statement(frame, lines, tuple(rows))
    text = lead.replace("found these", "found") + f" at {joined(items)}"
    text = text.replace("Savings found", "Savings were found")
    return Statement(frame, (Line("paragraph", sentence(text)),), tuple(rows))


MAKERS: dict[str, Callable[[Draw, str], Statement]] = {
    "named: one": named,
    "named: several": named,
    "named: not had": named,
    "named: counted": counted,
    "named: joint": joint,
    "named: savings": savings,
}
