import pytest

from pipelines.structures.attendance.columns.whole_cells import whole_cells
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
