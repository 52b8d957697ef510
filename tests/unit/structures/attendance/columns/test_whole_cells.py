import pytest

from pipelines.structures.attendance.columns.whole_cells import is_one, whole_cells
from tests.unit.structures.paper import registers, rows


def cells(text: str) -> list[list[str]]:
    return [
        [cell.text if cell else "" for cell in row] for row in whole_cells(rows(text), registers())
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param(
            "Cllr Ann Bee\tHolder for Tides and\n\tFlood Resilience\nCllr Cy Dee\tLeader",
            [["Cllr Ann Bee", "Holder for Tides and Flood Resilience"], ["Cllr Cy Dee", "Leader"]],
            id="an office",
        ),
        pytest.param(
            "Cllr Ann Bee\tWeir MBC (substitute for\n\tCllr Cy Dee)",
            [["Cllr Ann Bee", "Weir MBC (substitute for Cllr Cy Dee)"]],
            id="an open bracket",
        ),
        pytest.param(
            "Cllr Ann Bee\tCllr Cy Dee\nCllr Jo Eff\t(for Cllr Gull)",
            [["Cllr Ann Bee", "Cllr Cy Dee (for Cllr Gull)"], ["Cllr Jo Eff", ""]],
            id="a bracket beside a name",
        ),
        pytest.param(
            "Cllr Winifred\tCllr Dr M.F.\nTarn MBE\tQuayle\nCllr Cy Dee\tCllr Jo Eff",
            [["Cllr Winifred Tarn MBE", "Cllr Dr M.F. Quayle"], ["Cllr Cy Dee", "Cllr Jo Eff"]],
            id="surnames",
        ),
        pytest.param(
            "County Councillors:\tDistrict Council\n\trepresentatives:\nCllr Ann Bee\tCllr Cy Dee",
            [
                ["County Councillors:", "District Council representatives:"],
                ["Cllr Ann Bee", "Cllr Cy Dee"],
            ],
            id="a label",
        ),
        pytest.param(
            "Chief Clerk\tAnn Bee\nHead of Tides\tDilnoza Tarn",
            [["Chief Clerk", "Ann Bee"], ["Head of Tides", "Dilnoza Tarn"]],
            id="jobs of two people stay apart",
        ),
        pytest.param(
            "Tarn, Dilnoza\tBee, Ann\nap Quayle, Jovita\tDee, Cy",
            [["Tarn, Dilnoza", "Bee, Ann"], ["ap Quayle, Jovita", "Dee, Cy"]],
            id="surnames that begin small stay apart",
        ),
    ],
)
def test_lines_that_go_on_are_joined(text: str, whole: list[list[str]]) -> None:
    assert [row for row in cells(text) if any(row)] == whole


def test_a_joined_cell_quotes_its_whole_rows() -> None:
    (first, *_), *_ = whole_cells(rows("Cllr Winifred\tWeir\nTarn\tQuay"), registers())
    assert first is not None
    assert (first.quoted.text, first.quoted.span.locator) == (
        "Cllr Winifred Weir Tarn Quay",
        "l1-l2",
    )


@pytest.mark.parametrize(
    ("cell", "is_whole"),
    [
        ("<p>Cllr Patricia</p><p>Netherwood</p>", True),
        ("<p>Tarn, Mrs B.</p><p>G.</p>", True),
        ("<p>Holder for Tides and</p><p>Flood Resilience</p>", True),
        ("<p>Cllr Ann Bee</p><p>Cllr Cy Dee</p>", False),
        ("<p>Ann Bee</p><p>Chief Clerk</p>", False),
        ("<p>Dilnoza Tarn</p><p>Jovita Quay</p>", False),
    ],
)
def test_the_paragraphs_of_a_cell_may_be_lines_of_one(cell: str, *, is_whole: bool) -> None:
    ((printed, _),) = (row.cells for row in rows(f"{cell}\tWeir"))
    assert is_one(printed, registers()) == is_whole
