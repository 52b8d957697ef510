"""Numbers beside the same words that are no row: answers, pages, money, votes, rates, days."""

from collections.abc import Callable

from tests.statements.grammar.draws import Draw, sentence
from tests.statements.grammar.numbers import plain
from tests.statements.grammar.words import (
    BODIES,
    PEOPLE,
    challenge_kind,
    challenge_noun,
    programme,
)
from tests.statements.truth import Line, Statement


def _n(draw: Draw, low: int = 2, high: int = 400) -> str:
    return plain(draw, draw.number(low, high)).text


def _people(draw: Draw) -> str:
    return draw.one(PEOPLE).noun


def _bodies(draw: Draw) -> str:
    return draw.one(BODIES[:4]).noun


def _challenge(draw: Draw) -> str:
    return challenge_noun(draw, challenge_kind(draw), is_plural=False)


def _challenges(draw: Draw) -> str:
    return challenge_noun(draw, challenge_kind(draw), is_plural=True)


def _survey(draw: Draw) -> str:
    who, p = _people(draw), programme(draw).said
    share = draw.rng.randint(51, 98)
    return draw.pick(
        f"{share} per cent of {who} said that {p} had made a difference",
        f"{share}% of the {who} who answered would recommend {p}",
        f"in the survey {_n(draw)} {who} agreed that {p} was useful",
        f"{_n(draw)} of the respondents to our survey were {who}",
        f"{_n(draw)} {_bodies(draw)} answered our survey on {_challenges(draw)}",
        f"nine out of ten {who} rated {p} as good or very good",
    )


def _page(draw: Draw) -> str:
    page = draw.rng.randint(3, 90)
    return draw.pick(
        f"details of {programme(draw).said} are on page {page}",
        f"a list of {_challenges(draw)} is at Appendix B (page {page})",
        f"see paragraph {page} for {_challenges(draw)}",
        f"pages {page}-{page + 4} describe {programme(draw).said}",
    )


def _money(draw: Draw) -> str:
    pounds = draw.rng.randint(20, 900) * 1000
    return draw.pick(
        f"the budget for {programme(draw).said} is £{pounds:,}",
        f"{_challenges(draw)} cost £{pounds:,} in staff time",
        f"each council pays £{pounds // 100:,} a place on {programme(draw).said}",
        f"a grant of £{pounds / 100_000:.1f} million paid for {programme(draw).said}",
    )


def _staff(draw: Draw) -> str:
    return draw.pick(
        f"a team of {_n(draw, 3, 30)} staff runs {programme(draw).said}",
        f"{_n(draw, 3, 40)} full-time equivalent posts support {_challenges(draw)}",
        f"the {_challenge(draw)} team has {_n(draw, 3, 30)} members of staff",
        f"a {_challenge(draw)} team usually has {_n(draw, 4, 8)} peers",
    )


def _vote(draw: Draw) -> str:
    first, second = _n(draw, 6, 30), _n(draw, 2, 9)
    return draw.pick(
        f"{first} members voted for the proposal and {second} against",
        f"the motion on {programme(draw).said} was carried by {first} votes to {second}",
        f"{first} members attended the meeting of the Board",
        f"the Board has {first} councillors, of whom {second} sent apologies",
    )


def _size(draw: Draw) -> str:
    people = draw.rng.randint(40, 900) * 1000
    return draw.pick(
        f"the county has {people:,} residents and {_n(draw, 40, 90)} councillors",
        f"there are {_n(draw, 300, 420)} councils in England, each with a leader",
        f"the council serves {people:,} people",
        f"about {people:,} residents live in the area of the authority",
    )


def _capacity(draw: Draw) -> str:
    return draw.pick(
        f"{programme(draw).said} has room for {_n(draw, 12, 40)} {_people(draw)} a cohort",
        f"there is a maximum of {_n(draw, 12, 40)} places on each module of {programme(draw).said}",
        f"our team can run up to {_n(draw, 3, 15)} {_challenges(draw)} at once",
        f"an average of {_n(draw, 9, 40)} {_people(draw)} came to each session",
    )


def _rate(draw: Draw) -> str:
    share = draw.rng.randint(12, 97)
    return draw.pick(
        f"take-up of {programme(draw).said} rose by {share} per cent",
        f"{share}% of {_bodies(draw)} have had a {_challenge(draw)}",
        f"two thirds of those on {programme(draw).said} were women",
        f"a third of {_bodies(draw)} used {programme(draw).said}",
        f"satisfaction with {_challenges(draw)} was {share / 10:.1f} out of 10",
    )


def _days(draw: Draw) -> str:
    return draw.pick(
        f"{programme(draw).said} runs over {_n(draw, 3, 9)} days in two modules",
        f"a {_challenge(draw)} takes {_n(draw, 3, 6)} days on site",
        f"peers gave {_n(draw, 200, 1800)} days to {_challenges(draw)}",
        f"the session on {programme(draw).said} starts at {draw.rng.randint(9, 11)}.30am",
        f"the report follows within {_n(draw, 4, 12)} weeks of the {_challenge(draw)}",
    )


def _question(draw: Draw) -> str:
    return draw.pick(
        f"members asked whether {_n(draw, 12, 60)} {_people(draw)} was the right size of a cohort",
        f"could {_n(draw, 12, 60)} {_bodies(draw)} be persuaded of a {_challenge(draw)}?",
        f"{programme(draw).said} should not be limited to {_n(draw, 12, 60)} {_people(draw)}",
        f"it was suggested that groups of {_n(draw, 4, 9)} {_bodies(draw)} could share the lessons",
    )


def _inspection(draw: Draw) -> str:
    return draw.pick(
        f"Ofsted inspected {_n(draw, 12, 60)} authorities",
        f"the Care Quality Commission rated {_n(draw, 12, 60)} councils as good",
        f"auditors issued reports on {_n(draw, 3, 20)} councils",
        f"{_n(draw, 3, 20)} councils issued a section 114 notice",
        f"elections took place in {_n(draw, 90, 200)} councils, for {_n(draw, 4000, 8000)} seats",
    )


def _not_taking(draw: Draw) -> str:
    return draw.pick(
        f"{_n(draw)} {_bodies(draw)} have never taken part in {programme(draw).said}",
        f"{_n(draw)} {_people(draw)} were unable to attend {programme(draw).said}",
        f"we have written to {_n(draw)} {_bodies(draw)} about {programme(draw).said}",
        f"{_n(draw)} {_people(draw)} asked for details of {programme(draw).said}",
    )


KINDS: dict[str, Callable[[Draw], str]] = {
    "survey": _survey,
    "page": _page,
    "money": _money,
    "staff": _staff,
    "vote": _vote,
    "size": _size,
    "capacity": _capacity,
    "rate": _rate,
    "days": _days,
    "question": _question,
    "inspection": _inspection,
    "not taking part": _not_taking,
}


def make(draw: Draw, frame: str) -> Statement:
    """A paragraph of a sentence or two that gives no row."""
    names = draw.some(list(KINDS), draw.pick(1, 1, 2))
    draw.trait(*(f"distractor: {name}" for name in names))
    text = " ".join(sentence(KINDS[name](draw)) for name in names)
    return Statement(frame, (Line("paragraph", text),))


def heading(draw: Draw) -> str:
    """A numbered heading: its number is none of anything."""
    words = draw.pick("Peer challenge update", "Peer review pilots", "Leadership programmes",
                      "Peer challenges", "Councils in focus", "Councillor development")  # fmt: skip
    return f"{draw.rng.randint(1, 14)}{draw.pick('', '.')} {words}"
