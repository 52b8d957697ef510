"""Reads made papers and counts what came out right, missing, wrong and withheld."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import Registers, load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import (
    AttendanceStatement,
    BoardMembership,
    BudgetLine,
    LeadershipStat,
    Record,
)
from tests.tables.sheets import Fact, Paper, Truth

PAPER_ID = "00c0ffee00c0ffee"


@dataclass(frozen=True, slots=True)
class Score:
    """One paper as one typesetter set it: the rows missing, wrong and withheld, and all rows."""

    paper: Paper
    typesetter: str
    is_pdf: bool
    truth: int
    missing: Truth
    wrong: Truth
    withheld: int = 0

    @property
    def right(self) -> int:
        return self.truth - self.missing.total()


@dataclass(slots=True)
class Tally:
    """The scores of many papers added up."""

    papers: int = 0
    truth: int = 0
    right: int = 0
    missing: int = 0
    wrong: int = 0
    withheld: int = 0
    perfect: int = 0

    def add(self, score: Score) -> None:
        self.papers += 1
        self.truth += score.truth
        self.right += score.right
        self.missing += score.missing.total()
        self.wrong += score.wrong.total()
        self.withheld += score.withheld
        self.perfect += not score.missing and not score.wrong

    @property
    def share_right(self) -> float:
        return self.right / self.truth if self.truth else 1.0

    @property
    def share_wrong(self) -> float:
        """Of the published rows."""
        published = self.right + self.wrong
        return self.wrong / published if published else 0.0


@cache
def _registers() -> Registers:
    return load_registers(REFERENCE)


def score(paper: Paper, typesetter: str, data: bytes, name: str) -> Score:
    """What a reader made of a paper, against its truth."""
    subjects = read_subjects(read_document(data, name), _registers(), PAPER_ID)
    found = Truth(fact for records in subjects.values() for fact in _facts(records))
    withheld = subjects.get("set_aside", ())
    return Score(
        paper=paper,
        typesetter=typesetter,
        is_pdf=name.endswith(".pdf"),
        truth=paper.truth.total(),
        missing=paper.truth - found,
        wrong=found - paper.truth,
        withheld=len(withheld),
    )


def _facts(records: Sequence[Record]) -> Iterator[Fact]:
    for record in records:
        fact = fact_of(record)
        if fact:
            yield fact


def fact_of(record: Record) -> Fact | None:
    """The fields of a record that the truth names; None where the truth says nothing."""
    match record:
        case LeadershipStat():
            return (
                "leadership_stats",
                record.programme_id,
                record.dimension,
                record.dimension_value,
                str(record.period),
                str(record.councillors),
                str(record.is_total),
            )
        case BudgetLine():
            return (
                "budget_lines",
                str(record.financial_year),
                record.line,
                record.column_name,
                f"{record.amount_gbp:.2f}",
                str(record.is_total),
            )
        case AttendanceStatement():
            return (
                "attendance_evidence",
                record.councillor_name,
                str(record.meeting_date),
                record.status,
            )
        case BoardMembership() if not record.is_inferred:
            return (
                "board_memberships",
                record.councillor_name,
                str(record.council_id),
                str(record.political_group),
                record.role,
            )
    return None


def tallies(scores: Sequence[Score]) -> Mapping[str, Mapping[str, Tally]]:
    """The scores added up: of all, by kind, by typesetter, by layout, by decoration."""
    found: dict[str, dict[str, Tally]] = {}
    for each in scores:
        keys = [
            ("all", "all"),
            ("kind", each.paper.kind),
            ("typesetter", each.typesetter),
            *(("layout", name) for name in each.paper.layout.names() if each.is_pdf),
            *(("printed", name) for name in sorted(each.paper.decorations)),
        ]
        for group, key in keys:
            found.setdefault(group, {}).setdefault(key, Tally()).add(each)
    return found


def table_of(scores: Sequence[Score]) -> str:
    """The tallies as text."""
    lines = []
    for group, rows in tallies(scores).items():
        lines.append(
            f"{group:<28} papers  truth  right missing  wrong withheld  right%  wrong%  perfect"
        )
        for key, tally in sorted(rows.items()):
            lines.append(
                f"  {key:<26} {tally.papers:>6} {tally.truth:>6} {tally.right:>6} "
                f"{tally.missing:>7} {tally.wrong:>6} {tally.withheld:>8} "
                f"{tally.share_right:>7.1%} {tally.share_wrong:>7.1%} {tally.perfect:>8}"
            )
        lines.append("")
    return "\n".join(lines)
