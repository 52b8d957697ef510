"""Tables that count councillors by programme and by a dimension."""

import pytest

from pipelines.structures.figures.facts.counts import CountTable
from pipelines.structures.figures.reading import read_tables
from tests.unit.structures.paper import document, registers

Cell = tuple[str, str, int]
HEADER = "Region\tFocus on Leadership\tLeadership Academy"
NORTH, SOUTH = "North East\t3\t4", "South East\t5\t6"
FOCUS, ACADEMY = "focus-on-leadership", "leadership-academy"
CELLS = [
    (FOCUS, "North East", 3),
    (ACADEMY, "North East", 4),
    (FOCUS, "South East", 5),
    (ACADEMY, "South East", 6),
]


def tables(*rows: str) -> list[CountTable]:
    read = read_tables(document("\n".join(rows)), registers())
    return [each.counts for each in read if each.counts]


def cells(*rows: str) -> list[Cell]:
    """Programme, value and count of each cell."""
    return [
        (cell.programme.programme_id, cell.value, cell.count)
        for table in tables(*rows)
        for cell in table.counts
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([HEADER, NORTH, SOUTH], CELLS, id="programmes across"),
        pytest.param(
            ["\tNorth East\tSouth East", "Focus on Leadership\t3\t5", "Leadership Academy\t4\t6"],
            [CELLS[0], CELLS[2], CELLS[1], CELLS[3]],
            id="turned",
        ),
        pytest.param(
            ["\tFocus on Leadership\tLeadership Academy", NORTH, SOUTH], CELLS, id="no header"
        ),
        pytest.param(
            ["Region\tFocus on Leadership\tPier", NORTH, SOUTH],
            [CELLS[0], CELLS[2]],
            id="one programme beside a name that nothing proves",
        ),
        pytest.param(
            ["\tFocus on Leadership\tLeadership Academy", NORTH, "Weir\t1\t2"], [], id="one value"
        ),
        pytest.param([f"{HEADER}\t4", NORTH, SOUTH], [], id="a count in the header"),
        pytest.param(
            [f"{HEADER}\tPier\tQuay\tTotal", "North East\t3\t4\t1\t2\t10"],
            [
                *CELLS[:2],
                ("pier", "North East", 1),
                ("quay", "North East", 2),
                ("all", "North East", 10),
            ],
            id="as many unknown programmes as known, and a total that counts them",
        ),
        pytest.param(
            [f"{HEADER}\tPier", "North East\t3\t4\t1", "South East\t5\t6\t2"],
            [
                *CELLS[:2],
                ("pier", "North East", 1),
                *CELLS[2:],
                ("pier", "South East", 2),
            ],
            id="fewer unknown programmes than known",
        ),
        pytest.param(
            [f"{HEADER}\tPier\tTotal", "North East\t3\t4\t1\t7"],
            [*CELLS[:2], ("all", "North East", 7)],
            id="an unknown head that the total does not count",
        ),
        pytest.param(
            [f"{HEADER}\tPier\tQuay\tMill", NORTH, SOUTH], CELLS, id="more unknown than known"
        ),
        pytest.param(
            [f"{HEADER}\tTotal", "North East\t3\t4\t7", "Total\t3\t4\t7"],
            [
                *CELLS[:2],
                ("all", "North East", 7),
                (FOCUS, "total", 3),
                (ACADEMY, "total", 4),
                ("all", "total", 7),
            ],
            id="totals",
        ),
        pytest.param([HEADER, "North\t3\t4", "East\t\t", SOUTH], CELLS, id="a label cut in two"),
        pytest.param([HEADER, "North East\t\t3\t4", SOUTH], CELLS, id="a blank cell slipped in"),
        pytest.param([HEADER, NORTH, HEADER, SOUTH], CELLS, id="the header of a new page"),
    ],
)
def test_counts(rows: list[str], expected: list[Cell]) -> None:
    assert cells(*rows) == expected


def test_a_header_after_the_total_opens_another_table() -> None:
    found = tables("Of Weir\n", HEADER, NORTH, "Total\t3\t4", HEADER, SOUTH)
    assert [len(table.table.body) for table in found] == [2, 1]
    assert [table.position for table in found] == [1, 1]


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([f"{HEADER}\tTotal", "North East\t3\t4\t7", "Total\t3\t4\t9"], 9),
        ([f"{HEADER}\tTotal", "North East\t3\t4\t7", "South East\t5\t6\t11"], 18),
        ([HEADER, NORTH], None),
    ],
)
def test_the_grand_total_is_printed_or_made_of_totals(rows: list[str], total: int | None) -> None:
    assert [table.grand_total for table in tables(*rows)] == [total]
