"""Budget tables: years, or budget beside actual, in pounds, thousands or millions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from tests.tables import words
from tests.tables.columns import with_column
from tests.tables.leadership import Made
from tests.tables.printing import Printing
from tests.tables.sheets import Cell, Sheet, Truth

LINES = (
    "Peer support",
    "Staff costs",
    "Conferences and events",
    "Research",
    "Publications and website",
    "Travel",
    "Consultants and associates",
    "Improvement services commissioned from regional partners",
    "Office costs, recharged to all boards",
    "Training",
    "Information and benchmarking",
    "Other spending",
    "Subscriptions",
    "Revenue support grant",
)
UNITS = {"£": 1, "£000": 1000, "£'000": 1000, "£k": 1000, "£m": 10**6, "£ million": 10**6}
# How a negative stands, without and with its sign of money
NEGATIVES = {"({})": "£({})", "-{}": "-£{}", "−{}": "£-{}", "{}-": "-£{}"}
MONEY_IN_CELLS = {"£000": "k", "£m": "m", "£": ""}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of money: its heads, its year, and what it is of."""

    heads: tuple[str, ...]
    year: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """The unit and where it stands: `head`, `row` (below the heads), `caption` or `cells`."""

    printed: str
    place: str

    @property
    def scale(self) -> int:
        return UNITS[self.printed]


class _Amounts:
    """How the amounts of one table are printed."""

    def __init__(self, rng: Random, printing: Printing, unit: _Unit) -> None:
        self.rng, self.printing, self.unit = rng, printing, unit
        self.decimals = rng.choice((1, 2)) if unit.scale == 10**6 else 0
        self.negative = rng.choice(tuple(NEGATIVES))
        self.has_negatives = rng.random() < 0.6
        self.most = {1: 90_000, 1000: 9_000, 10**6: 30}[unit.scale]

    def drawn(self) -> Decimal:
        value = Decimal(str(round(self.rng.uniform(0.2, self.most), self.decimals)))
        if not self.decimals:
            value = Decimal(int(value) + 1)
        if self.has_negatives and self.rng.random() < 0.2:
            return -value
        return value

    def printed(self, value: Decimal) -> Cell:
        digits = f"{abs(value):,.{self.decimals}f}"
        if abs(value) >= 1000:
            digits = digits.replace(",", self.printing.thousands)
        in_cells = self.unit.place == "cells"
        ending = MONEY_IN_CELLS[self.unit.printed] if in_cells else ""
        if value >= 0:
            text = f"£{digits}{ending}" if in_cells else digits
        else:
            form = NEGATIVES[self.negative] if in_cells else self.negative
            self.printing.used.add(f"negative {form.format('60')}{ending}")
            text = form.format(digits) + ending
        return self.printing.marked(Cell(text), 0.06)


def _unit(rng: Random) -> _Unit:
    place = rng.choice(("head", "head", "row", "caption", "caption", "cells"))
    printed = rng.choice(tuple(MONEY_IN_CELLS if place == "cells" else UNITS))
    return _Unit(printed, place)


def _columns(rng: Random, day: date, used: set[str]) -> tuple[str, list[_Column], str]:
    """The caption, the columns, and a year that the caption names."""
    first = day.year - 1
    shape = rng.choice(("years", "years", "years ended", "variance", "parts", "two levels"))
    used.add(f"columns: {shape}")
    title = rng.choice(("Improvement budget", "Budget of the programme", "Income and expenditure"))
    if shape == "years":
        years = [words.year(first + n) for n in range(rng.randint(2, 4))]
        style = rng.choice(("/", "-"))
        before = rng.choice(("", "", "Budget "))
        heads = [before + year.replace("/", style) for year in years]
        return title, [_Column((h,), y) for h, y in zip(heads, years, strict=True)], ""
    if shape == "years ended":
        columns = [_Column((str(first - n),), words.year(first - n - 1)) for n in range(2)]
        return f"Accounts for the year ended 31 March {first}", columns, ""
    if shape == "variance":
        names = rng.choice(
            (("Budget", "Actual", "Variance"), ("Budget", "Forecast outturn", "Variance"))
        )
    elif shape == "parts":
        names = ("Pay", "Other costs", "Total")
    else:
        years = [words.year(first), words.year(first + 1)]
        pair = rng.choice((("Budget", "Actual"), ("Budget", "Forecast")))
        return title, [_Column((year, name), year) for year in years for name in pair], ""
    year = words.year(first)
    columns = [_Column((name,), year, is_total=name == "Total") for name in names]
    return title, columns, words.printed_year(rng, first)


def budget(rng: Random, day: date) -> Made:
    """One budget table."""
    printing = Printing(rng)
    unit = _unit(rng)
    amounts = _Amounts(rng, printing, unit)
    title, columns, year = _columns(rng, day, printing.used)
    printing.used.add(f"unit in {unit.place}")
    if year:
        title += f" {year}"
    if unit.place == "caption":
        title += rng.choice((f" ({unit.printed})", f", {unit.printed}"))
    lines = rng.sample(LINES, rng.randint(3, 8))
    grid = _grid(rng, printing, amounts, columns, len(lines))
    if rng.random() < 0.75:
        grid.append(
            [sum((row[at] or Decimal(0) for row in grid), Decimal(0)) for at in range(len(columns))]
        )
        lines = [*lines, rng.choice(("Total", "Total expenditure", "TOTAL", "Total budget"))]
    heads, names = _heads(columns, unit)
    body: list[tuple[Cell, ...]] = []
    truth = Truth()
    parts = _parts_of(rng, lines, printing)
    bold = set()
    for number, (line, row) in enumerate(zip(lines, grid, strict=True)):
        if number in parts:
            body.append((Cell(parts[number]), *(Cell() for _ in columns)))
        cells = [printing.marked(Cell(line), 0.05)]
        for column, name, value in zip(columns, names, row, strict=True):
            if value is None:
                cells.append(printing.nil_cell())
                continue
            cells.append(amounts.printed(value))
            is_total = column.is_total or line.casefold().startswith("total")
            pounds = value * unit.scale
            truth["budget_lines", column.year, line, name, f"{pounds:.2f}", str(is_total)] += 1
        if line.casefold().startswith("total"):
            bold.add(len(body))
        body.append(tuple(cells))
    sheet = Sheet(title, heads, tuple(body), bold=frozenset(bold), notes=printing.notes())
    sheet = with_column(rng, sheet, printing, ("row numbers", "notes", "percentage"), 0.4)
    return Made(sheet, truth, frozenset(printing.used))


def _grid(
    rng: Random, printing: Printing, amounts: _Amounts, columns: list[_Column], rows: int
) -> list[list[Decimal | None]]:
    """The amounts; variances and totals are those of their row."""
    grid: list[list[Decimal | None]] = []
    for _ in range(rows):
        row = [None if printing.is_left_out() else amounts.drawn() for _ in columns]
        if columns[-1].heads[-1] == "Variance":
            row[2] = (row[1] or Decimal(0)) - (row[0] or Decimal(0))
        elif columns[-1].is_total:
            row[2] = (row[1] or Decimal(0)) + (row[0] or Decimal(0))
        grid.append(row)
    return grid


def _parts_of(rng: Random, lines: list[str], printing: Printing) -> dict[int, str]:
    """By chance names of the two parts of a table, each by the number of the line below it."""
    if len(lines) < 5 or rng.random() > 0.2:
        return {}
    printing.used.add("names of parts as rows")
    return {0: "National work", rng.randint(2, 3): "Regional work"}


def _heads(columns: list[_Column], unit: _Unit) -> tuple[tuple[tuple[Cell, ...], ...], list[str]]:
    """The rows of heads, and the name of each column: its heads from top to bottom."""
    deep = len(columns[0].heads)
    names = [" ".join(column.heads) for column in columns]
    last = [column.heads[-1] for column in columns]
    if unit.place == "head":
        last = [f"{head} {unit.printed}" for head in last]
    rows: list[tuple[Cell, ...]] = [(Cell(), *(Cell(head) for head in last))]
    if deep > 1:
        upper = list(dict.fromkeys(column.heads[0] for column in columns))
        span = len(columns) // len(upper)
        rows.insert(0, (Cell(), *(Cell(head, span=span) for head in upper)))
    if unit.place == "row":
        rows.append((Cell(), *(Cell(unit.printed) for _ in columns)))
    if unit.place in ("head", "row"):
        names = [f"{name} {unit.printed}" for name in names]
    return tuple(rows), names
