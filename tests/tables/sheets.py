"""What a made paper is: tables of cells, the prose around them, the truth, and how it is set."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

Fact = tuple[str, ...]  # the table, then its fields as text
Truth = Counter[Fact]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, a mark raised behind them, the columns and rows that it spans.

    A covered cell is the place that a cell of the row above takes.
    """

    text: str = ""
    raised: str = ""
    span: int = 1
    down: int = 1
    is_covered: bool = False

    def plain(self) -> str:
        """The words as a paper without raised letters prints them."""
        return self.text + self.raised.translate(RAISED)


TICK = "✓"
RAISED = str.maketrans("0123456789ab", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇ")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as printed: its caption, its rows of heads, its body.

    Attributes:
        stubs: How many columns on the left hold words.
        bold: Numbers of the body rows that hold totals.
        notes: Lines below it that say what its marks mean.
    """

    caption: str
    heads: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    stubs: int = 1
    bold: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def columns(self) -> int:
        return sum(cell.span for cell in self.heads[0])

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        yield from self.heads
        yield from self.body


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paper is set; a typesetter that lacks one of these leaves it out.

    Attributes:
        rules: `none`, `all`, `booktabs`, `horizontal` or `zebra`.
        align: Where figures stand: `left`, `center`, `right` or `decimal`.
        head_align: Where heads stand over them.
        gap: Points between two columns.
        narrow: Whether heads and labels wrap.
        room: Rows of a table that the first page holds; 0 for a table on one page.
    """

    rules: str = "none"
    align: str = "right"
    head_align: str = "right"
    gap: float = 8
    size: float = 10
    is_serif: bool = False
    is_landscape: bool = False
    has_two_columns: bool = False
    is_upright: bool = False
    narrow: bool = False
    room: int = 0
    repeats_head: bool = False
    has_running_lines: bool = False

    def names(self) -> Iterator[str]:
        """What a fault may be counted under."""
        yield f"rules {self.rules}"
        yield f"{self.align} under {self.head_align}"
        yield "wide gaps" if self.gap > 12 else "tight gaps" if self.gap < 5 else "middle gaps"
        for name, has_it in (
            ("upright heads", self.is_upright),
            ("wraps", self.narrow),
            ("two columns", self.has_two_columns),
            ("landscape", self.is_landscape),
            ("small print", self.size < 8.5),
            ("running lines", self.has_running_lines),
            ("over a page, head repeated", self.room and self.repeats_head),
            ("over a page, one head", self.room and not self.repeats_head),
        ):
            if has_it:
                yield name


@dataclass(frozen=True, slots=True)
class Paper:
    """A made paper; `parts` holds, in order, prose and groups of tables set side by side."""

    number: int
    kind: str
    board: str
    day: str
    heading: str
    parts: tuple[str | tuple[Sheet, ...], ...]
    truth: Truth
    decorations: frozenset[str] = frozenset()
    layout: Layout = field(default_factory=Layout)

    def set_as(self, layout: Layout) -> "Paper":
        return replace(self, layout=layout)

    def sheets(self) -> Iterator[Sheet]:
        for part in self.parts:
            if not isinstance(part, str):
                yield from part
