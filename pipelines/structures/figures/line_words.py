"""What the words of one head, label or title say: programme, value, period, status, unit, roles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pipelines.notation.as_of import find_as_of
from pipelines.notation.dates import (
    MONTH_YEAR,
    YEAR_PAIR,
    find_date,
    find_month_end,
    find_year_pairs,
)
from pipelines.notation.figures import without_marks
from pipelines.reference.dimensions import DimensionKind
from pipelines.reference.programmes import Programme as Registered
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Verb, tokens_of
from pipelines.structures.told.uptake import find_standing

# 2016, (2016): a year alone, which is a financial year only if the table says when it ended
BARE_YEAR = re.compile(r"(?<![\d/£,.–-])(?:19|20)\d\d(?![\d/]|[–-]\d|,\d)")
# 201 6/1 7 without its spaces: years that a narrow cell cut
CUT_YEARS = re.compile(r"(?:19|20)\d\d[/–-](?:\d\d){1,2}")
# Q1, Quarter 2, first quarter: a part of a year
QUARTER = re.compile(
    r"\b(?:q[1-4]|quarter(?:ly)?(?: [1-4])?|half[ -]year(?:ly)?|h[12])\b", re.IGNORECASE
)
# year ended 31 March, for the year to 31 March, balance at 31 March
YEAR_ENDED = re.compile(
    r"\b(?:(?:years?|12 months|twelve months) (?:end(?:ed|ing)|to)|(?:as )?at) (?:the )?"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})\b",
    re.IGNORECASE,
)
PEER = re.compile(r"\bpeer (?:challenge|review)s?\b|\bCPCs?\b", re.IGNORECASE)
# Extra marks in a recognised head besides its code: "L P", "LE*", "(NG)"
NOISE = re.compile(r"[^A-Za-z]+")
# Leadership programme bookings: a caption may name a family of programmes as one
ONE_PROGRAMME = re.compile(r"\bprogramme\b(?! ?s)", re.IGNORECASE)
END_OF_MONTH = re.compile(r"\b(?:end|at|by)\b", re.IGNORECASE)
EDGES = " -–—,:()"
WORD = re.compile(r"[^\W\d_][\w’'-]*")
# the Humber; Yorkshire and: what is left of a label that a page cut
TORN = re.compile(r"^[a-z]|(?:\b(?:and|the|of|for|in|to)|&|[-/,(])$|^(?:and|of)\b")
TOTAL = re.compile(r"^(?:(?:grand|overall) )?(?:totals?|overall|all)\W*$", re.IGNORECASE)
TOTAL_VALUE = "total"
TOTAL_ROLES = frozenset({"total", "programme", "count", "filler"})
EVERY = "all"
MOST_KEPT = 5_000  # lines
LONGEST_CODE = 12  # characters of a head that may be a damaged code
# Walesb, Harbour Skills2: a note mark that is not raised runs into the word before it
RUN_IN_MARK = re.compile(r"(?<=[a-z]{3})(?:[a-f]|\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as a table names it; `all` for a total of several."""

    programme_id: str
    code: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class LineWords:
    """Everything that one line says.

    Attributes:
        values: For each dimension that has it, the canonical value that the whole line is.
        status: The canonical status of those counted; None if it says none.
        roles: Roles of the words in it, as in the register of table words.
        rest: Words that nothing explains.
        is_marked: Whether the line is the name of a value or programme with a note mark run into
            it, so that nobody knows which of the two is meant.
    """

    text: str
    programme: Programme | None = None
    programmes: tuple[Programme, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    dimension: DimensionKind | None = None
    is_total: bool = False
    period: str | None = None
    bare_year: int | None = None
    as_of: date | None = None
    is_part_of_year: bool = False
    status: str | None = None
    unit: str | None = None
    challenge_type: str | None = None
    is_peer: bool = False
    roles: frozenset[str] = frozenset()
    rest: tuple[str, ...] = ()
    is_marked: bool = False

    @property
    def is_torn(self) -> bool:
        """Whether it looks like a part of a longer label, or like a name and more than the name."""
        return self.is_marked or bool(TORN.search(self.text))


@dataclass(slots=True)
class _Scan:
    """What was found word by word: the stretches that are explained, and what they say."""

    taken: list[tuple[int, int]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    units: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)


@lru_cache(maxsize=MOST_KEPT)
def unread_line(printed: str) -> LineWords:
    """A line of which only the words as printed are wanted."""
    return LineWords(printed)


def read_line(printed: str, registers: Registers) -> LineWords:
    """Read one head, label or title; what was read is kept, for tables repeat their words."""
    if registers.version not in _READ:
        _READ.clear()
        _READ[registers.version] = {}
    kept = _READ[registers.version]
    found = kept.get(printed)
    if found is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        found = kept[printed] = _read(printed, registers)
    return found


_READ: dict[str, dict[str, LineWords]] = {}


def _read(printed: str, registers: Registers) -> LineWords:
    text = without_marks(printed).rstrip(":").strip()
    if not text:
        return LineWords("")
    if " " in text and CUT_YEARS.fullmatch(whole := text.replace(" ", "")):
        text = whole
    mentions = _mentions(text, registers)
    scan = _scan(text, [(start, end) for start, end, _ in mentions], registers)
    core = YEAR_PAIR.sub(" ", BARE_YEAR.sub(" ", text)).strip(EDGES) or text
    programme = _programme(core, registers) or _total(text, scan)
    values = _values(core, registers)
    dimension = registers.dimensions.kind_of(text)
    challenge_type = registers.challenge_types.first_in(text)
    is_whole = bool(programme or values or dimension)
    years = find_year_pairs(text)
    bare = _bare_years(MONTH_YEAR.sub(" ", text))
    ended = year_ended(text)
    named = {each.programme_id: each for _, _, each in mentions}.values()
    return LineWords(
        text=text,
        programme=programme,
        programmes=tuple(
            Programme(each.programme_id, each.acronym or each.name, each.theme) for each in named
        ),
        values=values,
        dimension=dimension,
        is_total=bool(programme and programme.programme_id == EVERY)
        or TOTAL_VALUE in values.values(),
        period=years[0] if len(set(years)) == 1 else ended,
        bare_year=bare[0] if len(set(bare)) == 1 and not years else None,
        as_of=_as_of(text),
        is_part_of_year=bool(QUARTER.search(text)),
        status=_status(text, scan.statuses, registers),
        unit=None if programme or values else _unit(scan.units),
        challenge_type=challenge_type,
        is_peer=bool(PEER.search(text)),
        roles=frozenset(scan.roles),
        rest=() if is_whole else _rest(text, scan.taken, challenge_type, registers),
        is_marked=not is_whole and _is_marked(core, registers),
    )


def _mentions(text: str, registers: Registers) -> Sequence[tuple[int, int, Registered]]:
    """The programmes named in a line, by name or by code."""
    return (
        registers.programmes.find(text)
        or registers.programmes.find(ONE_PROGRAMME.sub("programmes", text))
        or _codes(text, registers)
    )


def _scan(text: str, named: list[tuple[int, int]], registers: Registers) -> _Scan:
    """The words of a line that registers know, outside the names of programmes."""
    named = [*named, *(match.span() for match in PEER.finditer(text))]
    scan = _Scan(list(named))
    for pattern in (YEAR_ENDED, YEAR_PAIR, BARE_YEAR, QUARTER, MONTH_YEAR):
        scan.taken += [match.span() for match in pattern.finditer(text)]
    for start, end, words in registers.table_words.find(text):
        if not _overlaps(start, end, scan.taken):
            scan.taken.append((start, end))
            scan.roles |= {word.role for word in words}
            told = [(word.role, word.value) for word in words if word.value]
            scan.statuses += [value for role, value in told if role != "unit"]
            scan.units += [value for role, value in told if role == "unit"]
    lexicon = registers.statement_words
    for match in WORD.finditer(text):
        unit = lexicon.unit_of(match[0])
        is_code = text[match.start() - 1 : match.start()] == "(" and registers.programmes.by_code(
            match[0]
        )
        if unit and not is_code and not _overlaps(*match.span(), named):
            scan.units.append(unit.unit)
            scan.taken.append(match.span())
    tokens = tokens_of(text)
    for phrase in lexicon.find(tokens):
        if any(isinstance(entry, Verb) for entry in phrase.entries):
            scan.taken.append((tokens[phrase.first].start, tokens[phrase.after - 1].end))
    return scan


def _total(text: str, scan: _Scan) -> Programme | None:
    """`All programmes`: words of a total and nothing else."""
    is_total = "total" in scan.roles and scan.roles <= TOTAL_ROLES and not scan.units
    is_all = is_total and all(_overlaps(*match.span(), scan.taken) for match in WORD.finditer(text))
    return Programme(EVERY, "Total") if is_all else None


def _bare_years(text: str) -> list[int]:
    return [int(match[0]) for match in BARE_YEAR.finditer(YEAR_PAIR.sub(" ", text))]


def _unit(units: list[str]) -> str | None:
    """The one unit of some words; `mixed` if they name several."""
    if not units:
        return None
    return units[0] if len(set(units)) == 1 else "mixed"


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in taken)


def _codes(text: str, registers: Registers) -> list[tuple[int, int, Registered]]:
    """Codes of programmes among other words of a head: `LA signed up`."""
    return [
        (*match.span(), found)
        for match in WORD.finditer(text)
        if match[0] != text
        and (found := registers.programmes.by_code(match[0]))
        and found.acronym == match[0]
    ]


def _programme(text: str, registers: Registers) -> Programme | None:
    """The programme that a line is: by its code, by a damaged code, by its name."""
    if TOTAL.match(text):
        return Programme(EVERY, "Total")
    found = registers.programmes.by_code(text)
    if found:
        return Programme(found.programme_id, text, found.theme)
    if len(text) <= LONGEST_CODE:
        found = registers.programmes.by_code(NOISE.sub("", text))
    found = found or registers.programmes.by_name(text)
    if found is None:
        return None
    return Programme(found.programme_id, found.acronym or text, found.theme)


def _is_marked(text: str, registers: Registers) -> bool:
    """Whether a name and one mark behind it are printed as one word."""
    mark = RUN_IN_MARK.search(text)
    name = text[: mark.start()] if mark else ""
    return bool(name) and bool(_values(name, registers) or registers.programmes.by_name(name))


def _values(text: str, registers: Registers) -> dict[str, str]:
    return {
        kind: value
        for kind in registers.dimensions.kinds_with(text)
        if (value := registers.dimensions.resolve(text, kind))
    }


def year_ended(text: str) -> str | None:
    """The financial year that ended in a year; None if the text names none that ended in March.

    >>> year_ended("Accounts for the year ended 31 March 2016")
    '2015/16'
    """
    ended, bare = YEAR_ENDED.search(text), _bare_years(text)
    if ended is None or len(set(bare)) != 1 or not ended["month"].lower().startswith("mar"):
        return None
    return year_before(bare[0])


def year_before(year: int) -> str:
    """The financial year that ends in March of a year.

    >>> year_before(2016)
    '2015/16'
    """
    return f"{year - 1}/{year % 100:02d}"


def _as_of(text: str) -> date | None:
    day = find_as_of(text)
    if day or YEAR_ENDED.search(text):
        return day
    printed = find_date(text)
    if printed:
        return printed.value
    return find_month_end(text) if END_OF_MONTH.search(text) else None


def _status(text: str, statuses: list[str], registers: Registers) -> str | None:
    """What a line says of those counted; a target stays one whatever is to be done."""
    if "planned" in statuses:
        return "planned"
    return find_standing(text, registers) or (statuses[0] if statuses else None)


def _rest(
    text: str, taken: list[tuple[int, int]], challenge_type: str | None, registers: Registers
) -> tuple[str, ...]:
    left = [match[0] for match in WORD.finditer(text) if not _overlaps(*match.span(), taken)]
    if challenge_type:
        left = [word for word in left if registers.challenge_types.first_in(word) is None]
    return tuple(word for word in left if len(word) > 1)
