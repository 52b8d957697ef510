"""Compare rows of the warehouse with rows read by eye: precision, recall and F1 of each table.

Rows are mappings from column to text, as `csv` reads them and as DuckDB casts to VARCHAR; NULL is
the empty text. A gold cell may hold several right values, separated by a semicolon. A gold row
whose `clear` is `no` could be read either way: found or not, it counts nowhere.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

Row = Mapping[str, str]

# Shares of rapidfuzz's 100 from which two texts are the same statement, the same title.
SAME_STATEMENT = 85
SAME_TITLE = 80
SAME_TABLE_TITLE = 90

# The scan reads the double l of "Cllr" as capital i or drops one.
MISREAD_TITLE = re.compile(r"\b(?:ciir|clir)\b")
MARKUP = re.compile(r"<[^>]+>|\*+")
NOT_A_WORD = re.compile(r"[^a-z0-9£]+")
APOSTROPHE = re.compile(r"['’‘`]")

# Short and long forms of one given name.
GIVEN_NAMES = (
    {"sue", "susan", "suzanne"},
    {"tony", "anthony"},
    {"phil", "philip", "phillip"},
    {"tim", "timothy"},
    {"bob", "rob", "robert"},
    {"rod", "rodney"},
    {"ken", "kenneth"},
    {"mike", "michael"},
    {"dave", "david"},
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the rows of one table are compared.

    Attributes:
        likeness: How alike a gold row and a found row are; 0 where they are not the same fact.
        fields: What is asked of a matched pair beyond that, each scored apart.
    """

    likeness: Callable[[Row, Row], float]
    fields: Mapping[str, Callable[[Row, Row], bool]]


@dataclass(frozen=True, slots=True)
class Score:
    """What of the gold was found, and what was found that is not in the gold."""

    table: str
    pairs: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    invented: tuple[Row, ...]
    fields: Mapping[str, float]

    @property
    def precision(self) -> float:
        """Share of the found rows that are right; 1 where nothing was found."""
        return _share(len(self.pairs), len(self.pairs) + len(self.invented))

    @property
    def recall(self) -> float:
        """Share of the gold rows that were found."""
        return _share(len(self.pairs), len(self.pairs) + len(self.missed))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        wrong = len(self.missed) + len(self.invented)
        return _share(2 * len(self.pairs), 2 * len(self.pairs) + wrong)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def words(text: str) -> str:
    """Lower-case words parted by one space; markup, punctuation and misread titles made even.

    >>> words("<i>Members</i> **noted** CIIr Bee’s report.")
    'members noted cllr bees report'
    """
    plain = APOSTROPHE.sub("", MARKUP.sub(" ", text.lower()))
    return MISREAD_TITLE.sub("cllr", " ".join(NOT_A_WORD.sub(" ", plain).split()))


def same_person(gold: str, found: str) -> bool:
    """Whether two slugs name one person: equal, or a short form of the given name apart.

    >>> same_person("sue-bee", "susan-bee"), same_person("sue-bee", "ann-bee")
    (True, False)
    """
    if gold == found:
        return True
    given, _, surname = gold.partition("-")
    other, _, other_surname = found.partition("-")
    return surname == other_surname and any({given, other} <= names for names in GIVEN_NAMES)


def alternatives(cell: str) -> list[str]:
    """The right values of a gold cell."""
    return [value.strip() for value in cell.split(";")]


def score(table: str, gold: Sequence[Row], found: Sequence[Row]) -> Score:
    """Pair gold and found rows one to one, the most alike first, and count."""
    comparison = COMPARISONS[table]
    clear = [row for row in gold if row.get("clear", "yes") == "yes"]
    doubtful = [row for row in gold if row.get("clear", "yes") != "yes"]
    places, missed, rest = _pair(comparison, clear, found)
    _, _, invented = _pair(comparison, doubtful, rest)
    return Score(
        table=table,
        pairs=places,
        missed=missed,
        invented=invented,
        fields={
            name: _share(sum(is_right(*pair) for pair in places), len(places))
            for name, is_right in comparison.fields.items()
        },
    )


def _pair(
    comparison: Comparison, gold: Sequence[Row], found: Sequence[Row]
) -> tuple[tuple[tuple[Row, Row], ...], tuple[Row, ...], tuple[Row, ...]]:
    ranked = sorted(
        (-likeness, first, second)
        for first, wanted in enumerate(gold)
        for second, got in enumerate(found)
        if (likeness := comparison.likeness(wanted, got)) > 0
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, first, second in ranked:
        if first not in partner and second not in taken:
            partner[first] = second
            taken.add(second)
    return (
        tuple((gold[first], found[second]) for first, second in sorted(partner.items())),
        tuple(row for place, row in enumerate(gold) if place not in partner),
        tuple(row for place, row in enumerate(found) if place not in taken),
    )


def _equal(*columns: str) -> Callable[[Row, Row], float]:
    return lambda gold, found: float(all(gold[column] == found[column] for column in columns))


def _same(column: str) -> Callable[[Row, Row], bool]:
    return lambda gold, found: found[column] in alternatives(gold[column])


def _same_time(gold: Row, found: Row) -> bool:
    """Hours and minutes; DuckDB casts a TIME with seconds."""
    return gold["start_time"] == found["start_time"][: len("11:30")]


def _alike(column: str, least: int = SAME_STATEMENT) -> Callable[[Row, Row], bool]:
    """Both empty, or words alike in order and length."""
    return lambda gold, found: fuzz.ratio(words(gold[column]), words(found[column])) >= least


def _amount(column: str) -> Callable[[Row, Row], bool]:
    return lambda gold, found: _number(gold[column]) == _number(found[column])


def _number(text: str) -> float | None:
    return float(text) if text else None


def _person(*columns: str) -> Callable[[Row, Row], float]:
    """The same person, and the same in the columns."""

    def likeness(gold: Row, found: Row) -> float:
        if not _equal(*columns)(gold, found):
            return 0
        exact = gold["councillor_id"] == found["councillor_id"]
        return 2 if exact else float(same_person(gold["councillor_id"], found["councillor_id"]))

    return likeness


def _officer(gold: Row, found: Row) -> float:
    return float(
        gold["meeting_id"] == found["meeting_id"] and words(gold["name"]) == words(found["name"])
    )


def _agenda_item(gold: Row, found: Row) -> float:
    if not _equal("meeting_id", "item_no")(gold, found):
        return 0
    likeness = fuzz.ratio(words(gold["title"]), words(found["title"]))
    return likeness if likeness >= SAME_TITLE else 0


def _statement(gold: Row, found: Row) -> float:
    """Decisions and actions: the same item, one text within the other; the longer the better."""
    if not _equal("meeting_id", "item_no")(gold, found):
        return 0
    first, second = words(gold["text"]), words(found["text"])
    likeness = fuzz.token_set_ratio(first, second)
    return likeness + fuzz.ratio(first, second) if likeness >= SAME_STATEMENT else 0


def _owner(gold: Row, found: Row) -> bool:
    """The same names, whatever joins them."""
    return _names(gold["owner"]) == _names(found["owner"])


def _names(text: str) -> set[str]:
    return set(words(text).split()) - {"and"}


def _is_in_period(gold: Row, found: Row) -> bool:
    """The printed period, or a day in the printed month; anything where none is printed."""
    if not gold["period"] and not gold["as_of"]:
        return True
    has_period = bool(gold["period"]) and _same("period")(gold, found)
    months = [_month(day) for day in alternatives(gold["as_of"]) if day]
    return has_period or _month(found["as_of"]) in months


def _month(day: str) -> str:
    return day[: len("2015-01")]


def _participation(gold: Row, found: Row) -> float:
    is_same = (
        gold["participants"] == found["participants"]
        and all(_same(column)(gold, found) for column in ("unit", "status"))
        and _is_in_period(gold, found)
    )
    nearer = ("programme_id", "paper_id", "qualifier")
    return is_same * (1.0 + sum(_same(column)(gold, found) for column in nearer))


def _peer_challenge(gold: Row, found: Row) -> float:
    council = gold["council_id"] == found["council_id"]
    is_sector_right = bool(gold["council_id"]) or not found["council_name"]
    kinds = {gold["challenge_type"], found["challenge_type"]}
    is_same = (
        council
        and is_sector_right
        and (len(kinds) == 1 or "general" in kinds)
        and all(_same(column)(gold, found) for column in ("challenges", "status"))
    )
    return is_same * (1.0 + sum(_same(column)(gold, found) for column in ("paper_id", "locator")))


def _budget_line(gold: Row, found: Row) -> float:
    return float(
        gold["paper_id"] == found["paper_id"]
        and _alike("table_title", SAME_TABLE_TITLE)(gold, found)
        and all(words(gold[name]) == words(found[name]) for name in ("line", "column_name"))
        and _amount("amount_gbp")(gold, found)
    ) * (1.0 + _same("locator")(gold, found))


def _fields(*columns: str) -> dict[str, Callable[[Row, Row], bool]]:
    return {column: _same(column) for column in columns}


COMPARISONS: dict[str, Comparison] = {
    "papers": Comparison(
        _equal("paper_id"),
        _fields("media_type", "kind", "board_id", "meeting_date", "page_count", "byte_size"),
    ),
    "meetings": Comparison(
        _equal("meeting_id", "status"),
        {
            **_fields("meeting_year"),
            "start_time": _same_time,
            "venue": _alike("venue", SAME_TITLE),
        },
    ),
    "agenda_items": Comparison(_agenda_item, {**_fields("first_page"), "start_time": _same_time}),
    "board_memberships": Comparison(
        _person("board_id", "meeting_year"), _fields("role", "political_group", "council_id")
    ),
    "attendance": Comparison(
        _person("meeting_id", "status"),
        _fields("council_id", "political_group", "region", "capacity"),
    ),
    "officer_attendance": Comparison(_officer, _fields("organisation")),
    "leadership_stats": Comparison(
        _equal("period", "as_of", "programme_code", "dimension", "dimension_value", "councillors"),
        _fields("programme_id", "is_total", "paper_id"),
    ),
    "programme_participation": Comparison(
        _participation, _fields("programme_id", "qualifier", "paper_id")
    ),
    "peer_challenges": Comparison(
        _peer_challenge,
        {
            **_fields("challenge_type", "period", "qualifier", "savings_period"),
            "savings_gbp": _amount("savings_gbp"),
        },
    ),
    "decisions": Comparison(
        _statement, {"item_title": _alike("item_title"), "text": _alike("text")}
    ),
    "actions": Comparison(
        _statement,
        {
            "item_title": _alike("item_title"),
            "text": _alike("text"),
            "owner": _owner,
            "progress": _alike("progress"),
        },
    ),
    "budget_lines": Comparison(_budget_line, _fields("financial_year", "is_total")),
}
