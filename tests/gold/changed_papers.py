"""The five papers with other names, other dates, other numbers or in another order.

Each change is made to the words of the papers and, by the same rule, to the rows read by eye:
what is extracted must change along. Nothing of the pipeline is used here.
"""

import hashlib
import random
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.gold.scoring import Row

Rewrite = Callable[[str], str]

# Names that no paper holds; each surname of the gold files becomes one of them.
INVENTED_SURNAMES = [
    "Alderby",
    "Birkwell",
    "Cattermoor",
    "Dunswick",
    "Elverton",
    "Fenwray",
    "Garsdale",
    "Hexbury",
    "Iveston",
    "Jarrowby",
    "Kelbrook",
    "Lindfell",
    "Marwick",
    "Netherby",
    "Oxtoby",
    "Penhale",
    "Quarrow",
    "Rillstone",
    "Saxfield",
    "Thornbeck",
    "Ullswick",
    "Varley",
    "Wexmoor",
    "Yarrowdale",
    "Zeldon",
    "Ashgrove",
    "Brackwell",
    "Coldbeck",
    "Drayburn",
    "Easterly",
    "Foxdale",
    "Gilbeck",
    "Harwood",
    "Ingleby",
    "Joyner",
    "Kirkham",
    "Langdale",
    "Muirfield",
    "Norwell",
    "Orchard",
    "Pickwell",
    "Quenby",
    "Raventhorpe",
    "Selbrook",
    "Tindale",
    "Upwell",
    "Vasey",
    "Whinfell",
    "Yewdale",
    "Zennor",
    "Applewick",
    "Barrowdale",
    "Crosland",
    "Dentmoor",
    "Eskdale",
    "Farrowby",
    "Greystoke",
    "Hollinside",
    "Irthing",
    "Jessmond",
    "Keldholme",
    "Lorton",
    "Mosedale",
    "Nenthead",
    "Ormside",
]
BOARDS = {
    "Improvement and Innovation": "Culture and Coast",
    "Improvement & Innovation": "Culture & Coast",
    "Improvement Programme": "Coastal Programme",
}
YEARS_ON = 3  # few enough that every council of the papers is still there
ISO_YEAR = re.compile(r"(?<!\d)(20[01]\d)(?=-\d\d-\d\d)")
FOUR_DIGIT_YEAR = re.compile(r"(?<![\d,£])(20[01]\d)(?!\d)")
# 2017/18, 2017 -2018: the first is moved with all years of four digits
YEAR_PAIR = re.compile(r"(?<!\d)(20\d\d)(\s?[/–-]\s?)(\d\d)(?!\d)")
SHORT_PAIR = re.compile(r"(?<![\d/.-])(1\d)([/-])(1\d)(?![\d/.-])")
FIGURE_DATE = re.compile(r"(?<=\d\d/\d\d/)(\d\d)(?!\d)")
# A row of a leadership table: a label and seven counts
COUNTS_ROW = re.compile(r"^([^\t\d]+)((?:\t\d+){7})$", re.MULTILINE)
TABLE = re.compile(r"(?:^[^\n]*\t[^\n]*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Change:
    """How the papers' words, and the rows expected from them, are rewritten."""

    paper: Rewrite
    cell: Callable[[str, str], str]  # column and value to value


def new_id(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def change_names(people: Iterable[str]) -> Change:
    """Other surnames for everybody, and other names for the boards."""
    surnames = sorted({name.split()[-1] for name in people})
    renamed = dict(zip(surnames, INVENTED_SURNAMES, strict=False))
    pattern = re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, renamed))})(?!\w)")

    def rewrite(text: str) -> str:
        for board, other in BOARDS.items():
            text = text.replace(f"{board} Board", f"{other} Board")
            text = text.replace(f"{board}\nBoard", f"{other}\nBoard")
        return pattern.sub(lambda match: renamed[match[0]], text)

    slugs = {slug(board + " Board"): slug(other + " Board") for board, other in BOARDS.items()}
    slugs |= {slug(old): slug(new) for old, new in renamed.items()}
    slug_pattern = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, slugs))})(?![a-z])")

    def cell(column: str, value: str) -> str:
        if column in ("board_id", "meeting_id", "councillor_id"):
            return slug_pattern.sub(lambda match: slugs[match[0]], value)
        return value if column.endswith("_id") else rewrite(value)

    return Change(rewrite, cell)


def change_dates() -> Change:
    """Every year moved on; days and months stay, so that weekdays no longer fit."""

    def second_year(match: re.Match[str]) -> str:
        is_pair = (int(match[1]) + 1) % 100 == int(match[3])
        return f"{match[1]}{match[2]}{int(match[3]) + YEARS_ON * is_pair:02d}"

    def rewrite(text: str) -> str:
        text = YEAR_PAIR.sub(second_year, text)
        text = FIGURE_DATE.sub(lambda m: f"{int(m[1]) + YEARS_ON:02d}", text)
        text = SHORT_PAIR.sub(lambda m: f"{int(m[1]) + YEARS_ON}{m[2]}{int(m[3]) + YEARS_ON}", text)
        return FOUR_DIGIT_YEAR.sub(lambda m: str(int(m[1]) + YEARS_ON), text)

    def cell(column: str, value: str) -> str:
        if column in ("paper_id", "council_id", "locator", "participants"):
            return value
        if ISO_YEAR.search(value):
            return ISO_YEAR.sub(lambda m: str(int(m[1]) + YEARS_ON), value)
        return rewrite(value)

    return Change(rewrite, cell)


def change_numbers(grand_total: str) -> Change:
    """Every count of the leadership tables doubled, and their grand total wherever it is told."""

    def double(match: re.Match[str]) -> str:
        counts = match[2].split("\t")[1:]
        return "\t".join([match[1], *(str(2 * int(count)) for count in counts)])

    doubled = str(2 * int(grand_total))

    def rewrite(text: str) -> str:
        return COUNTS_ROW.sub(double, text).replace(f"**{grand_total}**", f"**{doubled}**")

    def cell(column: str, value: str) -> str:
        if column == "councillors":
            return str(2 * int(value))
        return doubled if column == "participants" and value == grand_total else value

    return Change(rewrite, cell)


def change_order(seed: int) -> Change:
    """The rows of each leadership table in another order, the head first."""
    shuffled = random.Random(seed)

    def shuffle(match: re.Match[str]) -> str:
        head, *rows = match[0].splitlines(keepends=True)
        if not rows or not all(COUNTS_ROW.match(row.rstrip("\n")) for row in rows):
            return match[0]
        shuffled.shuffle(rows)
        return "".join([head, *rows])

    return Change(lambda text: TABLE.sub(shuffle, text), lambda _, value: value)


def changed_rows(rows: list[Row], change: Change, ids: dict[str, str]) -> list[Row]:
    """The rows read by eye, rewritten as the papers were; `ids` leads from old papers to new."""
    return [
        {
            column: ids[value] if column == "paper_id" else change.cell(column, value)
            for column, value in row.items()
        }
        for row in rows
    ]


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).replace("'", "").replace("&", "and").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
