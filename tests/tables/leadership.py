"""Tables of councillors on leadership programmes, in the shapes that papers print them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.tables import words
from tests.tables.columns import with_column
from tests.tables.printing import Printing
from tests.tables.sheets import Cell, Sheet, Truth
from tests.tables.words import Label

EVERY = Label("Total", "all")
BY = {
    "political_group": ("by political group", "by party"),
    "region": ("by region",),
    "council_type": ("by type of council", "by council type"),
}
MISPRINT = 0.1  # of the tables with totals have one that does not add up


@dataclass(frozen=True, slots=True)
class Made:
    """One table, its truth, and what was drawn for it; a heading is that of its paper."""

    sheet: Sheet
    truth: Truth
    used: frozenset[str]
    lead: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures: its programme and year, and its heads."""

    programme: Label
    period: str
    head: str


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of a table: as meant, as printed, with what stands over and beside them."""

    grid: list[list[int | None]]
    cells: list[list[Cell]]
    labels: list[str]
    columns: list[_Column]
    truth: Truth


class _Counts:
    """The figures of a table, with totals that add up, or do not by a misprint."""

    def __init__(self, rng: Random, printing: Printing, rows: int, columns: int) -> None:
        most = rng.choice((9, 40, 99, 99, 400, 2600))
        self.cells: list[list[int | None]] = [
            [None if printing.is_left_out() else rng.randint(0, most) for _ in range(columns)]
            for _ in range(rows)
        ]

    def total_rows(self) -> list[int]:
        return [sum(cell or 0 for cell in column) for column in zip(*self.cells, strict=True)]


def _misprint(rng: Random, value: int, used: set[str]) -> int:
    used.add("misprinted total")
    return value + rng.choice((-2, -1, 1, 3, 10)) if value > 2 else value + 1


def _stats(
    rng: Random,
    printing: Printing,
    values: list[Label],
    columns: list[_Column],
    dimension: str,
    *,
    is_turned: bool = False,
    may_sum_columns: bool = True,
) -> _Figures:
    """The figures of a table, with their labels and totals, as printed and as meant."""
    counts = _Counts(rng, printing, len(values), len(columns))
    grid: list[list[int | None]] = [list(row) for row in counts.cells]
    labels = [*values]
    if rng.random() < 0.65:
        grid.append([*counts.total_rows()])
        labels.append(Label(words.total_word(rng), "total"))
    if may_sum_columns and len(columns) > 1 and rng.random() < 0.6:
        word = words.total_word(rng).rstrip(":")
        columns = [*columns, _Column(EVERY, columns[0].period, word)]
        grid = [[*row, sum(cell or 0 for cell in row)] for row in grid]
    if labels[-1].value == "total" and rng.random() < MISPRINT:
        at = rng.randrange(len(columns))
        grid[-1][at] = _misprint(rng, grid[-1][at] or 0, printing.used)
    truth: Truth = Truth()
    cells: list[list[Cell]] = []
    wholes = [sum(row[at] or 0 for row in counts.cells) for at in range(len(columns) - 1)]
    for label, row in zip(labels, grid, strict=True):
        line = []
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            if value is None:
                line.append(printing.nil_cell())
                continue
            whole = wholes[at] if at < len(wholes) else None
            line.append(printing.count(value, None if is_turned else whole))
            is_total = label.value == "total" or column.programme.value == "all"
            truth[
                "leadership_stats",
                column.programme.value,
                dimension,
                label.value,
                column.period,
                str(value),
                str(is_total),
            ] += 1
        cells.append(line)
    return _Figures(grid, cells, [label.printed for label in labels], columns, truth)


def _titled(rng: Random, what: str, dimension: str, year: str) -> tuple[str, str]:
    """The caption, and the sentence that leads to the table; one of the two has the year."""
    caption = f"{what} {rng.choice(BY[dimension])}"
    number = rng.choice(("", "", "Table 1: ", "Table 2 - "))
    if rng.random() < 0.75:
        ending = rng.choice((f", {year}", f" {year}", f" ({year})", f" in {year}"))
        return f"{number}{caption}{ending}", ""
    return f"{number}{caption}", f"The table shows the councillors who took part in {year}."


def _turned(rows: list[list[Cell]]) -> list[list[Cell]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _is_total(label: str) -> bool:
    return "total" in label.casefold()


def programmes_by_dimension(rng: Random, day: date) -> Made:
    """Programmes as columns against a dimension as rows, or the other way round."""
    first = day.year - 1
    printing = Printing(rng, has_shares=True)
    dimension = words.dimension(rng)
    has_short = rng.random() < 0.35
    names = words.programmes(rng, rng.randint(2, 6), has_short=has_short)
    year = words.year(first)
    columns = [_Column(name, year, name.printed) for name in names]
    is_turned = rng.random() < 0.25
    values = words.dimension_values(rng, dimension, day, most=6 if is_turned else 12)
    made = _stats(rng, printing, values, columns, dimension, is_turned=is_turned)
    cells, labels = made.cells, made.labels
    heads = [column.head for column in made.columns]
    corner = words.dimension_head(rng, dimension)
    if is_turned:
        cells, labels, heads = _turned(cells), heads, labels
        corner = "Programme"
        printing.used.add("turned")
    if rng.random() < 0.2:
        corner = ""
        printing.used.add("no corner")
    head = (Cell(corner), *(printing.marked(Cell(text), 0.1) for text in heads))
    body = tuple(
        (printing.marked(Cell(label), 0.05), *row) for label, row in zip(labels, cells, strict=True)
    )
    what = rng.choice(
        ("Leadership programmes", "Councillors on leadership programmes", "Leadership figures")
    )
    caption, lead = _titled(rng, what, dimension, words.printed_year(rng, first))
    return _made(caption, (head,), body, labels, printing, made.truth, lead)


def _made(
    caption: str,
    heads: tuple[tuple[Cell, ...], ...],
    body: tuple[tuple[Cell, ...], ...],
    labels: list[str],
    printing: Printing,
    truth: Truth,
    lead: str = "",
    rng: Random | None = None,
) -> Made:
    bold = frozenset(number for number, label in enumerate(labels) if _is_total(label))
    sheet = Sheet(caption, heads, body, bold=bold, notes=printing.notes())
    if rng:
        sheet = with_column(rng, sheet, printing, ("row numbers", "rank"), 0.1)
    return Made(sheet, truth, frozenset(printing.used), lead)


def one_programme(rng: Random, day: date) -> Made:
    """One programme against a dimension."""
    first = day.year - 1
    printing = Printing(rng, has_shares=True)
    dimension = words.dimension(rng)
    (name,) = words.programmes(rng, 1, has_short=False)
    columns = [_Column(name, words.year(first), name.printed)]
    values = words.dimension_values(rng, dimension, day)
    made = _stats(rng, printing, values, columns, dimension)
    head = (Cell(words.dimension_head(rng, dimension)), Cell(name.printed))
    if rng.random() < 0.4:
        head = (head[0], Cell(rng.choice(("Councillors", "Number of councillors"))))
    body = tuple(
        (printing.marked(Cell(label), 0.05), *row)
        for label, row in zip(made.labels, made.cells, strict=True)
    )
    caption, lead = _titled(rng, name.printed, dimension, words.printed_year(rng, first))
    return _made(caption, (head,), body, made.labels, printing, made.truth, lead, rng)


def years_as_columns(rng: Random, day: date) -> Made:
    """One programme, named in the caption, over years."""
    printing = Printing(rng)
    dimension = words.dimension(rng)
    (name,) = words.programmes(rng, 1, has_short=False)
    last = day.year - 1
    firsts = range(last - rng.randint(1, 3), last + 1)
    style = rng.choice(("/", "-", "–"))
    columns = [
        _Column(name, words.year(first), words.year(first).replace("/", style)) for first in firsts
    ]
    values = words.dimension_values(rng, dimension, day)
    made = _stats(rng, printing, values, columns, dimension, may_sum_columns=False)
    head = (
        Cell(words.dimension_head(rng, dimension)),
        *(printing.marked(Cell(column.head), 0.1) for column in columns),
    )
    body = tuple((Cell(label), *row) for label, row in zip(made.labels, made.cells, strict=True))
    caption = f"Councillors on {_the(name.printed)} {rng.choice(BY[dimension])} and year"
    return _made(caption, (head,), body, made.labels, printing, made.truth)


def _the(name: str) -> str:
    return f"the {name}" if not name.startswith("New") else name


def years_over_programmes(rng: Random, day: date) -> Made:
    """Two levels of heads: years over programmes, or programmes over years."""
    printing = Printing(rng)
    dimension = words.dimension(rng)
    names = words.programmes(rng, rng.randint(2, 3), has_short=rng.random() < 0.6)
    last = day.year - 1
    years = [words.year(first) for first in range(last - 1, last + 1)]
    is_year_above = rng.random() < 0.7
    if is_year_above:
        columns = [_Column(name, year, name.printed) for year in years for name in names]
        above = [Cell(year, span=len(names)) for year in years]
    else:
        columns = [_Column(name, year, year) for name in names for year in years]
        above = [Cell(name.printed, span=len(years)) for name in names]
        printing.used.add("years below programmes")
    values = words.dimension_values(rng, dimension, day)
    made = _stats(rng, printing, values, columns, dimension, may_sum_columns=False)
    corner = Cell(words.dimension_head(rng, dimension))
    heads = ((Cell(), *above), (corner, *(Cell(column.head) for column in columns)))
    place = rng.random()
    if place < 0.2:
        heads = ((corner, *above), (Cell(), *heads[1][1:]))
        printing.used.add("corner in the upper head")
    elif place < 0.5:
        merged = replace(corner, down=2)
        heads = ((merged, *above), (Cell(is_covered=True), *heads[1][1:]))
        printing.used.add("corner over both heads")
    body = tuple((Cell(label), *row) for label, row in zip(made.labels, made.cells, strict=True))
    caption = f"Leadership programmes {rng.choice(BY[dimension])}"
    return _made(caption, heads, body, made.labels, printing, made.truth)


def uptake_beside_councillors(rng: Random, day: date) -> Made:
    """Uptake of a programme beside the councillors in post and the percentage of the two."""
    first = day.year - 1
    printing = Printing(rng)
    dimension = words.dimension(rng)
    (name,) = words.programmes(rng, 1, has_short=False)
    column = _Column(name, words.year(first), name.printed)
    values = words.dimension_values(rng, dimension, day)
    made = _stats(rng, printing, values, [column], dimension)
    head = [Cell(words.dimension_head(rng, dimension))]
    head += (
        Cell(text)
        for text in rng.choice(
            (
                ("Councillors booked", "Councillors in post", "Uptake"),
                ("Took part", "Councillors in post", "%"),
                (name.printed, "Number of councillors", "Percentage"),
                ("Participants", "Total councillors", "Per cent"),
            )
        )
    )
    sign = "" if head[3].text in ("%", "Per cent") else "%"
    in_post = [rng.randint(400, 4900) for _ in values]
    in_post += [sum(in_post)] * (len(made.grid) - len(values))
    body = tuple(
        (
            Cell(label),
            *row,
            Cell(printing.grouped(whole)),
            printing.nil_cell() if count is None else Cell(f"{100 * count / whole:.1f}{sign}"),
        )
        for label, row, (count,), whole in zip(
            made.labels, made.cells, made.grid, in_post, strict=True
        )
    )
    caption, lead = _titled(
        rng, f"Councillors on {_the(name.printed)}", dimension, words.printed_year(rng, first)
    )
    return _made(caption, (tuple(head),), body, made.labels, printing, made.truth, lead)


KINDS: dict[str, Callable[[Random, date], Made]] = {
    "programmes": programmes_by_dimension,
    "one programme": one_programme,
    "years": years_as_columns,
    "two levels": years_over_programmes,
    "uptake": uptake_beside_councillors,
}
