"""The verbs of taking part, and the clauses that a count makes with them.

A voice joins a group, a programme and a time into one clause, by its standing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.statements.grammar.draws import Draw
from tests.statements.grammar.times import When

TOOK, SIGNED, PLANNED, DROPPED = "took_part", "signed_up", "planned", "dropped_out"


EVERYBODY = ("people", "councillors", "graduates", "bodies")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a clause is made of; `takes` says whether people, graduates or bodies take part."""

    group: str
    programme: str
    when: When
    takes: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its preposition: `took part in`, `taken part in`, `take part in`."""

    past: str
    participle: str
    base: str
    takes: tuple[str, ...]

    def said(self, when: When) -> str:
        return f"have {self.participle}" if when.is_perfect else self.past


def _verb(base: str, past: str = "", participle: str = "", *takes: str) -> Verb:
    """A regular verb but for the forms that are given, first word inflected."""
    first, _, rest = base.partition(" ")
    regular = first + ("d" if first.endswith("e") else "ed")
    past = past or f"{regular} {rest}".strip()
    return Verb(past, participle or past, base, takes or EVERYBODY)


PEOPLE = ("people", "councillors", "graduates")
TAKE = (
    _verb("take part in", "took part in", "taken part in"),
    _verb("take part in", "took part in", "taken part in"),
    _verb("participate in"),
    _verb("join"),
    _verb("benefit from"),
    _verb("attend", "", "", "people", "councillors"),
    _verb("attend", "", "", "people", "councillors"),
    _verb("complete", "", "", *PEOPLE),
    _verb("graduate from", "", "", *PEOPLE),
    _verb("go through", "went through", "gone through", *PEOPLE),
    _verb("start on", "", "", *PEOPLE),
    _verb("come through", "came through", "come through", *PEOPLE),
    _verb("use", "", "", "bodies"),
    _verb("receive support through", "", "", "bodies"),
    _verb("be supported through", "were supported through", "been supported through", "bodies"),
    _verb("be helped by", "were helped by", "been helped by", "bodies"),
    _verb("be trained through", "were trained through", "been trained through", *PEOPLE),
    _verb("be recruited to", "were recruited to", "been recruited to", "graduates"),
)
SIGN = (
    _verb("sign up to"),
    _verb("sign up for"),
    _verb("register for", "", "", *PEOPLE),
    _verb("enrol on", "enrolled on", "enrolled on"),
    _verb("book a place on", "booked places on", "booked places on"),
    _verb("commit to", "committed to", "committed to", "bodies"),
)
DROP = (
    _verb("drop out of", "dropped out of", "dropped out of"),
    _verb("withdraw from", "withdrew from", "withdrawn from"),
    _verb("pull out of"),
    _verb("leave", "left", "left"),
)
# What we do for those who take part, with the preposition of the programme.
HELP = (
    (_verb("support"), "through"),
    (_verb("help"), "through"),
    (_verb("work with"), "through"),
    (_verb("train", "", "", *PEOPLE), "through"),
    (_verb("train", "", "", *PEOPLE), "on"),
    (_verb("develop", "", "", *PEOPLE), "through"),
    (_verb("recruit", "", "", "graduates"), "to"),
    (_verb("fund", "", "", "bodies"), "through"),
    (_verb("bring", "brought", "brought"), "into"),
)
# What a programme does.
DRAW = (
    _verb("attract"),
    _verb("reach"),
    _verb("support"),
    _verb("help"),
    _verb("welcome"),
    _verb("train", "", "", *PEOPLE),
    _verb("recruit", "", "", "graduates"),
)
AIMS = ("will", "are due to", "are expected to", "are to", "are set to", "are scheduled to")
OUR_AIMS = (
    "plan to", "aim to", "expect to", "hope to", "intend to", "will", "are looking to",
    "are on course to",
)  # fmt: skip
ITS_AIMS = ("will", "is expected to", "is due to", "aims to", "should", "is set to")


def _fitting(draw: Draw, verbs: tuple[Verb, ...], takes: str) -> Verb:
    return draw.one([verb for verb in verbs if takes in verb.takes])


def _helping(draw: Draw, takes: str) -> tuple[Verb, str]:
    return draw.one([each for each in HELP if takes in each[0].takes])


def _placed(draw: Draw, when: When, clause: str, *, is_last: bool) -> str:
    """The clause with its time before it or after it; before it only where nothing follows."""
    if when.phrase and not is_last and draw.chance(0.4):
        draw.trait("when: in front")
        return when.before(clause)
    return when.after(clause)


def _active(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    verbs = {TOOK: TAKE, PLANNED: TAKE, SIGNED: SIGN, DROPPED: DROP}[standing]
    verb = _fitting(draw, verbs, parts.takes)
    said = f"{draw.one(AIMS)} {verb.base}" if standing == PLANNED else verb.said(parts.when)
    if standing == SIGNED and draw.chance(0.3):
        said = draw.pick(
            "are signed up to", "are booked on", "are enrolled on", "are registered for"
        )
    return _placed(draw, parts.when, f"{parts.group} {said} {parts.programme}", is_last=is_last)


# Verbs that need no object where the programme is known.
BARE = {
    TOOK: ("took part", "attended", "completed", "have taken part", "have attended", "joined", ""),
    SIGNED: ("signed up", "have signed up", "are booked", "registered", "enrolled"),
    PLANNED: ("will take part", "are expected to attend", "are due to start", "are to join"),
    DROPPED: ("dropped out", "have dropped out", "withdrew", "have withdrawn"),
}


def _bare(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    """A group and a verb, or a group alone; the programme stands elsewhere."""
    verb = draw.one(BARE[standing])
    draw.trait("verb: none" if not verb else "verb: without an object")
    return _placed(draw, parts.when, f"{parts.group} {verb}".strip(), is_last=is_last or not verb)


def _we(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    we = draw.pick("we", "we", "the LGA")
    if standing == SIGNED:
        said = "have signed up" if we == "we" else "has signed up"
        clause = f"{we} {said} {parts.group} to {parts.programme}"
        return _placed(draw, parts.when, clause, is_last=is_last)
    verb, through = _helping(draw, parts.takes)
    if standing == PLANNED:
        clause = f"we {draw.one(OUR_AIMS)} {verb.base} {parts.group} {through} {parts.programme}"
    else:
        said = verb.said(parts.when)
        said = said.replace("have ", "has ", 1) if we != "we" else said
        clause = f"{we} {said} {parts.group} {through} {parts.programme}"
    return _placed(draw, parts.when, clause, is_last=is_last)


def _through(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    """The programme in front: `through X we supported`, `X attracted`."""
    if draw.chance(0.3):
        verb, _ = _helping(draw, parts.takes)
        said = f"{draw.one(OUR_AIMS)} {verb.base}" if standing == PLANNED else verb.said(parts.when)
        return parts.when.after(f"through {parts.programme} we {said} {parts.group}")
    verb = _fitting(draw, DRAW, parts.takes)
    said = f"has {verb.participle}" if parts.when.is_perfect else verb.past
    said = f"{draw.one(ITS_AIMS)} {verb.base}" if standing == PLANNED else said
    clause = f"{parts.programme} {said} {parts.group}"
    return _placed(draw, parts.when, clause, is_last=is_last)


def _passive(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    participle = {
        TOOK: draw.pick("attended by", "completed by", "used by", "taken up by"),
        SIGNED: draw.pick("booked by", "signed up to by"),
        PLANNED: draw.pick("attended by", "taken up by"),
    }[standing]
    was = "has been" if parts.when.is_perfect else "was"
    was = f"{draw.one(ITS_AIMS[:3])} be" if standing == PLANNED else was
    clause = f"{parts.programme} {was} {participle} {parts.group}"
    return _placed(draw, parts.when, clause, is_last=is_last)


def noun_phrase(draw: Draw, parts: Parts, standing: str) -> str:
    """A noun for the verb: `the training of`, `take-up by`."""
    nouns = {
        TOOK: (
            "take-up of {p} by {g}",
            "participation in {p} by {g}",
            "the involvement of {g} in {p}",
            "the participation of {g} in {p}",
            "support for {g} through {p}",
            "a total attendance of {g} at {p}"
            if parts.takes == "people"
            else "take-up of {p} by {g}",
            "attendance at {p} by {g}"
            if parts.takes in ("people", "councillors")
            else "use of {p} by {g}",
            "the training of {g} through {p}"
            if parts.takes != "bodies"
            else "help for {g} through {p}",
            "the recruitment of {g} to {p}"
            if parts.takes == "graduates"
            else "take-up of {p} by {g}",
        ),
        SIGNED: (
            "sign-up to {p} by {g}",
            "the registration of {g} for {p}",
            "bookings on {p} by {g}",
        ),
        DROPPED: ("the withdrawal of {g} from {p}", "the loss of {g} from {p}"),
    }[standing]
    return draw.one(nouns).format(p=parts.programme, g=parts.group)


def _noun(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    if standing == PLANNED:
        lead = draw.pick("our target", "the target", "our aim", "the plan")
        if lead in ("our aim", "the plan"):
            verb, through = _helping(draw, parts.takes)
            clause = f"{lead} is to {verb.base} {parts.group} {through} {parts.programme}"
        else:
            clause = f"{lead} for {parts.programme} is {parts.group}"
        return parts.when.after(clause)
    phrase = noun_phrase(draw, parts, standing)
    lead = draw.pick(
        "highlights include", "the report notes", "this includes", "we saw", "the Board noted",
    )  # fmt: skip
    return parts.when.after(f"{lead} {phrase}")


def _relative(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    verbs = {TOOK: TAKE, SIGNED: SIGN, DROPPED: DROP}[standing]
    verb = _fitting(draw, verbs, parts.takes)
    is_body = parts.takes == "bodies"
    tense = f"had {verb.participle}" if draw.chance(0.3) else verb.said(parts.when)
    who = f"the {parts.group} {'that' if is_body else 'who'} {tense} {parts.programme}"
    who = parts.when.after(who)
    frame = draw.pick(
        "a survey went to {}",
        "we wrote to {}",
        "feedback from {} was good",
        "{} have been asked for their views",
        "{} came from all parts of the country",
        "an evaluation drew on interviews with {}",
        "the Chair thanked {}",
        "among {} satisfaction was high",
    )
    return frame.format(who)


def _existential(draw: Draw, parts: Parts, standing: str, *, is_last: bool) -> str:
    were = {TOOK: "were", PLANNED: "will be"}[standing]
    if standing == TOOK and parts.when.is_perfect:
        were = "have been"
    clause = f"there {were} {parts.group} on {parts.programme}"
    return _placed(draw, parts.when, clause, is_last=is_last)


Voice = Callable[..., str]
VOICES: Mapping[str, tuple[Voice, tuple[str, ...], int]] = {
    "active": (_active, (TOOK, SIGNED, PLANNED, DROPPED), 8),
    "we": (_we, (TOOK, SIGNED, PLANNED), 4),
    "programme first": (_through, (TOOK, PLANNED), 4),
    "passive": (_passive, (TOOK, SIGNED, PLANNED), 3),
    "noun": (_noun, (TOOK, SIGNED, PLANNED, DROPPED), 4),
    "relative": (_relative, (TOOK, SIGNED, DROPPED), 3),
    "existential": (_existential, (TOOK, PLANNED), 1),
}


def clause(
    draw: Draw,
    parts: Parts,
    standing: str,
    *,
    is_last: bool,
    is_plain: bool,
    is_active: bool = False,
) -> str:
    """One clause without a full stop.

    Args:
        draw: Where the choices come from.
        parts: Who, of what and when.
        standing: One of the four standings.
        is_last: Whether the time ends the clause, as something about it follows.
        is_plain: Whether the group is a bare number and noun, which a relative clause can follow.
        is_active: Whether the group must be the subject, as what follows repeats the verb.
    """
    draw.trait(f"standing: {standing}")
    if not parts.programme:
        draw.trait("voice: bare")
        return _bare(draw, parts, standing, is_last=is_last)
    options = {
        name: weight
        for name, (_, standings, weight) in VOICES.items()
        if standing in standings and (is_plain or name != "relative")
    }
    name = "active" if is_active else draw.weighted(options)
    draw.trait(f"voice: {name}")
    return VOICES[name][0](draw, parts, standing, is_last=is_last)
