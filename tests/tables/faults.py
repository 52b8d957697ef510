"""Names what went wrong with the rows of made papers, so that the commonest faults can be seen."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.tables.scoring import Score
from tests.tables.sheets import Fact

FIELDS = {
    "leadership_stats": ("programme", "dimension", "value", "period", "number", "total or not"),
    "budget_lines": ("year", "line", "column", "amount", "total or not"),
    "attendance_evidence": ("name", "day", "status"),
    "board_memberships": ("name", "council", "group", "role"),
}
MOST_APART = 2  # fields: rows further apart than this are not readings of each other


@dataclass(slots=True)
class Fault:
    """One kind of fault: its rows, and the papers that have it with an example."""

    rows: int = 0
    papers: dict[str, str] = field(default_factory=dict)


def faults_of(scores: Sequence[Score], seed: int) -> dict[str, Fault]:
    """The faults by name, the commonest first."""
    found: dict[str, Fault] = defaultdict(Fault)
    for score in scores:
        paper = f"{seed}/{score.paper.number} {score.typesetter}"
        for name, example in _faults(score):
            fault = found[f"{score.paper.kind}: {name}"]
            fault.rows += 1
            fault.papers.setdefault(paper, example)
    return dict(sorted(found.items(), key=lambda each: -each[1].rows))


def _faults(score: Score) -> Iterator[tuple[str, str]]:
    """A name and an example for each row that is missing or wrong; for a pair, one of the two."""
    wrong = Counter(score.wrong)
    is_silent = not score.right and not score.wrong
    for fact in score.missing.elements():
        partner = _nearest(fact, wrong)
        if partner is None:
            yield ("nothing comes of the table" if is_silent else "row left out"), _told(fact)
            continue
        wrong[partner] -= 1
        names = FIELDS[fact[0]]
        pairs = zip(names, fact[1:], partner[1:], strict=True)
        apart = [(name, one, other) for name, one, other in pairs if one != other]
        name = " and ".join(
            f"{name} {'lost' if other in ('None', '') else 'wrong'}" for name, _, other in apart
        )
        yield name, "; ".join(f"{other!r} for {one!r}" for _, one, other in apart)
    for fact in (+wrong).elements():
        yield f"row of {fact[0]} that is not there", _told(fact)


def _nearest(fact: Fact, others: Counter[Fact]) -> Fact | None:
    near = [
        (distance, other)
        for other, count in others.items()
        if count > 0 and other[0] == fact[0] and (distance := _apart(fact, other)) <= MOST_APART
    ]
    return min(near)[1] if near else None


def _apart(one: Fact, other: Fact) -> int:
    return sum(left != right for left, right in zip(one, other, strict=True))


def _told(fact: Fact) -> str:
    return " | ".join(fact)


def list_of(faults: dict[str, Fault], most: int) -> str:
    """The commonest faults as text, each with up to four of its papers and an example."""
    lines = []
    for name, fault in list(faults.items())[:most]:
        lines.append(f"{fault.rows:>6} rows, {len(fault.papers):>4} papers  {name}")
        papers = list(fault.papers)
        lines.append(f"        {', '.join(papers[:4])}")
        lines.append(f"        {fault.papers[papers[0]]}")
    return "\n".join(lines)
