"""The nouns of the grammar: who is counted, programmes, kinds of peer challenge, councils."""

import csv
from dataclasses import dataclass, replace
from functools import cache

from pipelines.runtime.places import REFERENCE
from tests.statements.grammar.draws import Draw


@dataclass(frozen=True, slots=True)
class Who:
    """A group that is counted: its noun, the fair units of it, how many there are at most."""

    noun: str
    units: tuple[str, ...]
    is_body: bool = False
    most: int = 300
    singular: str = ""


PEOPLE = (
    Who("councillors", ("councillors",), most=1500),
    Who("councillors", ("councillors",)),
    Who("elected members", ("councillors",)),
    Who("members", ("councillors",)),
    Who("leaders", ("leaders",), most=90),
    Who("council leaders", ("leaders",), most=90),
    Who("chief executives", ("chief_executives",), most=90),
    Who("leaders and chief executives", ("leaders", "chief_executives", "people"), most=90),
    Who("officers", ("officers",)),
    Who("senior officers", ("officers",)),
    Who("people", ("people",), most=1500),
    Who("participants", ("people", "participants")),
    Who("delegates", ("people", "delegates")),
)
GRADUATES = (
    Who("graduates", ("graduates",)),
    Who("graduates", ("graduates",)),
    Who("trainees", ("graduates", "trainees")),
    Who("graduate trainees", ("graduates", "trainees")),
)
BODIES = (
    Who("councils", ("councils",), is_body=True, most=240, singular="council"),
    Who("councils", ("councils",), is_body=True, most=240, singular="council"),
    Who("authorities", ("authorities",), is_body=True, most=240, singular="authority"),
    Who("local authorities", ("authorities",), is_body=True, most=240, singular="authority"),
    Who("boroughs", ("councils", "boroughs"), is_body=True, most=30, singular="borough"),
)
# What may stand before a noun without changing what is counted.
ADJECTIVES = ("new", "newly elected", "serving", "experienced")


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: its printed name, whether "the" stands before it, who takes part in it."""

    name: str
    has_article: bool
    takes: str
    acronym: str = ""
    spoken: str = ""
    others: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        return self.spoken or (f"the {self.name}" if self.has_article else self.name)

    @property
    def names(self) -> tuple[str, ...]:
        """The fair names."""
        return (self.name, *self.others)


REGISTERED = {
    "Leadership Academy": "people",
    "Leadership Essentials": "people",
    "Next Generation": "people",
    "Focus on Leadership": "people",
    "Leading Edge": "people",
    "Leaders' Programme": "councillors",
    "Young Councillors' Weekender": "councillors",
    "leadership programmes": "councillors",
    "Fire Leadership Essentials": "people",
    "Political Skills": "councillors",
    "Be a Councillor": "people",
    "Commissioning Academy": "people",
    "Women Councillors' Weekender": "councillors",
    "National Graduate Development Programme": "graduates",
    "Pathways to Planning": "graduates",
    "Housing Advisers programme": "bodies",
    "Productivity Experts": "bodies",
    "Net Zero Innovation Programme": "bodies",
    "Cyber 360": "bodies",
    "One Public Estate": "bodies",
    "Planning Quality Framework": "bodies",
    "Digital Experts": "bodies",
    "Making Safeguarding Personal": "bodies",
    "Economic Growth Advisers": "bodies",
    "Design in the Public Sector": "bodies",
}
WITH_ARTICLE = ("Academy", "Programme", "programme", "Weekender", "Framework")
WITH_PROGRAMME = 0.4  # of the names without a noun of their own are said with "programme"
FIRST = (
    "Stepping", "Civic", "Brightwater", "Open", "Steady", "Rising", "Harbour", "Compass", "Bold",
    "Common", "Northlight", "Kindling", "Market", "Bridge", "Lantern", "Meridian", "Oakfield",
)  # fmt: skip
SECOND = (
    "Forward", "Futures", "Ground", "Voices", "Paths", "Horizons", "Steps", "Circles", "Links",
    "Minds", "Streets", "Benches", "Doors",
)  # fmt: skip
NOUNS = ("programme", "scheme", "Academy", "Fellowship", "initiative", "masterclass", "Network")


@cache
def registered() -> tuple[Programme, ...]:
    """The programmes of the register that people, graduates or councils take part in."""
    path = REFERENCE / "programmes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        acronyms = {row["name"]: row["acronym"] for row in csv.DictReader(file)}
    return tuple(
        Programme(name, name.endswith(WITH_ARTICLE), takes, acronyms.get(name, ""))
        for name, takes in REGISTERED.items()
    )


def programme(draw: Draw, takes: str = "") -> Programme:
    """A programme of the register, or one with an invented name that no register knows."""
    if draw.chance(0.25):
        draw.trait("programme: unregistered")
        return draw.new([invented(draw, takes) for _ in range(3)])
    draw.trait("programme: registered")
    fitting = ("people", "councillors") if takes == "people" else (takes,)
    found = draw.new([each for each in registered() if not takes or each.takes in fitting])
    if found.acronym and draw.forms.get(found.acronym) == found.name and draw.chance(0.7):
        draw.trait("programme: short form")
        return replace(found, spoken=f"the {found.acronym}", others=(found.acronym,))
    if not found.has_article and found.name[0].isupper() and draw.chance(WITH_PROGRAMME):
        return replace(found, name=f"{found.name} programme", has_article=True)
    return found


def invented(draw: Draw, takes: str = "") -> Programme:
    own, noun = f"{draw.one(FIRST)} {draw.one(SECOND)}", draw.one(NOUNS)
    others = (own,) if noun.islower() else ()  # a noun in small letters is no part of the name
    takes = takes or draw.pick("people", "people", "bodies")
    return Programme(f"{own} {noun}", True, takes, others=others)


def who_takes(draw: Draw, which: Programme) -> Who:
    options = {
        "people": PEOPLE,
        "councillors": PEOPLE[:4],
        "graduates": GRADUATES,
        "bodies": BODIES,
    }[which.takes]
    return draw.one(options)


@dataclass(frozen=True, slots=True)
class ChallengeKind:
    """A kind of peer challenge: its type as published and what stands before the noun."""

    types: tuple[str, ...]
    prefix: str
    short: str = ""
    noun: str = ""


CHALLENGE_KINDS = (
    ChallengeKind(("corporate",), "corporate", "CPC"),
    ChallengeKind(("corporate",), "corporate", "CPC"),
    ChallengeKind(("corporate",), "corporate", "CPC"),
    ChallengeKind(("corporate",), "remote corporate", "RCPC"),
    ChallengeKind(("finance",), "finance", "FPC"),
    ChallengeKind(("finance",), "financial"),
    ChallengeKind(("fire",), "fire", "FPC"),
    ChallengeKind(("fire",), "fire and rescue"),
    ChallengeKind(("safeguarding",), "safeguarding"),
    ChallengeKind(("children",), "children's services"),
    ChallengeKind(("planning",), "planning", "PPC"),
    ChallengeKind(("communications",), "communications"),
    ChallengeKind(("adult_social_care",), "adult social care"),
    ChallengeKind(("health",), "health and wellbeing"),
    ChallengeKind(("housing",), "housing"),
    ChallengeKind(("scrutiny",), "scrutiny"),
    ChallengeKind(("governance",), "governance", "GPC"),
    ChallengeKind(("safer_communities",), "safer communities"),
    ChallengeKind(("equalities",), "equalities"),
    ChallengeKind(("productivity",), "productivity"),
    ChallengeKind(("general",), ""),
    ChallengeKind(("general",), ""),
    ChallengeKind(("general",), ""),
)


def challenge_kind(draw: Draw) -> ChallengeKind:
    found = draw.one(CHALLENGE_KINDS)
    draw.trait("challenge: general" if not found.prefix else "challenge: of a kind")
    return found


def challenge_noun(draw: Draw, kind: ChallengeKind, *, is_plural: bool) -> str:
    """The kind as a noun; by its short form where the paper has introduced that."""
    if kind.short and draw.forms.get(kind.short) == kind.prefix and draw.chance(0.6):
        draw.trait("challenge: short form")
        return kind.short + ("s" if is_plural else "")
    noun = draw.pick("peer challenge", "peer challenge", "peer review")
    return f"{kind.prefix} {noun}{'s' if is_plural else ''}".strip()


@dataclass(frozen=True, slots=True)
class Council:
    """A council: its official name and how a sentence says it."""

    name: str
    said: str


@cache
def _councils() -> tuple[tuple[str, str, str], ...]:
    path = REFERENCE / "councils.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shorts = [row["short_name"] for row in rows]
    return tuple(
        (row["name"], row["short_name"], row["council_type"])
        for row in rows
        if not row["valid_to"]
        and row["valid_from"] < "2009-12-31"
        and row["council_type"] in ("county", "district", "metropolitan", "unitary")
        and shorts.count(row["short_name"]) == 1
        and row["short_name"].isalpha()
        and row["short_name"] not in ("Reading", "Rugby", "Bath", "Redbridge")
        and not any(short != row["short_name"] and row["short_name"] in short for short in shorts)
    )


def councils(draw: Draw, number: int) -> list[Council]:
    """Some councils of England that no other council is named like, all said in the same way."""
    is_full = draw.chance(0.3)
    draw.trait("councils: full names" if is_full else "councils: short names")
    found: list[Council] = []
    while len(found) < number:
        name, short, _ = draw.new(_councils())
        if name not in [each.name for each in found]:
            found.append(Council(name, name if is_full else short))
    return found
