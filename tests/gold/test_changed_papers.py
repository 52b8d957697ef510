"""Change what the papers say, and the tables change with it, but for the same known gaps."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.gold.changed_papers import (
    Change,
    change_dates,
    change_names,
    change_numbers,
    change_order,
    changed_rows,
    new_id,
)
from tests.gold.gaps import AS_PRINTED, gaps_of, known_gaps
from tests.gold.gold_warehouse import build_warehouse, gold_rows, published_rows
from tests.gold.scoring import COMPARISONS, score
from tests.gold.test_gold import explain, found_rows

pytestmark = pytest.mark.papers

TABLES = [table for table in COMPARISONS if table != "papers"]


def people() -> list[str]:
    listed = [row["councillor_name"] for row in gold_rows("attendance")]
    listed += [row["councillor_name"] for row in gold_rows("board_memberships")]
    return listed + [row["name"] for row in gold_rows("officer_attendance")]


def grand_total() -> str:
    counts = [int(row["councillors"]) for row in gold_rows("leadership_stats")]
    return str(max(counts))


CHANGES: dict[str, Callable[[], Change]] = {
    "names": lambda: change_names(people()),
    "dates": change_dates,
    "numbers": lambda: change_numbers(grand_total()),
    "order": lambda: change_order(seed=7),
}


@pytest.mark.parametrize("name", CHANGES)
def test_tables_follow_the_change(name: str, papers: list[Path], tmp_path: Path) -> None:
    change = CHANGES[name]()
    ids = {}
    rewritten = []
    for paper in papers:
        data = paper.read_bytes()
        other = change.paper(data.decode()).encode()
        ids[new_id(data)] = new_id(other)
        rewritten.append(tmp_path / paper.name)
        rewritten[-1].write_bytes(other)
    assert set(ids) != set(ids.values()), "nothing was changed"
    former = {other: paper_id for paper_id, other in ids.items()}
    known = [*known_gaps(AS_PRINTED), *known_gaps(f"{name} changed")]
    candidate = tmp_path / "boardpapers.candidate.duckdb"
    build_warehouse(rewritten, candidate)
    with duckdb.connect(str(candidate), read_only=True) as warehouse:
        for table in TABLES:
            expected = changed_rows(gold_rows(table), change, ids)
            result = score(table, expected, found_rows(warehouse, table))
            gaps = [gap._replace(paper_id=former[gap.paper_id]) for gap in gaps_of(result)]
            assert sorted(gaps) == sorted(gap for gap in known if gap.table == table), explain(
                result
            )
        assert len(published_rows(warehouse, "papers")) == len(papers)
