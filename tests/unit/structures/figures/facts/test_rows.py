"""Which rows of a table count participants."""

import pytest

from pipelines.structures.figures.facts.rows import is_counted, read_labels, row_axes, section_kind
from pipelines.structures.figures.roles import Role, TableRoles, read_roles
from tests.unit.structures.paper import document, figure_tables, registers


def roles(text: str) -> TableRoles:
    (table,) = figure_tables(document(text))
    return read_roles(table, registers())


@pytest.mark.parametrize(
    ("rows", "counted"),
    [
        pytest.param("Wales\t3\nLondon\t4\nTotal\t7\n", ["Wales", "London", "Total"], id="values"),
        pytest.param(
            "Wales\t3\nLondon\t4\nTarget\t9\nIn post\t9\n",
            ["Wales", "London", "Target"],
            id="others",
        ),
        pytest.param("2014/15\t3\n2015/16\t4\n", ["2014/15", "2015/16"], id="years"),
        pytest.param("18-25\t3\n26-40\t4\n", [], id="ages"),
        pytest.param("2014\t3\n2015\t4\n", [], id="years that may be any"),
        pytest.param("Booked\t3\nIn post\t40\n", ["Booked"], id="measures"),
        pytest.param("Weir\t3\nMill\t40\n", [], id="names of nothing"),
    ],
)
def test_counted_rows(rows: str, counted: list[str]) -> None:
    found = roles(f"\tCouncillors\n{rows}")
    axes = row_axes(found, registers())
    assert [
        label.text
        for row, (label, axis) in enumerate(zip(found.labels, axes, strict=True))
        if is_counted(found, row, label, axis)
    ] == counted


def test_each_section_has_an_axis_of_its_own() -> None:
    found = roles(
        "\tNo\nBy group\t\nLabour\t3\nConservative\t4\nBy region\t\nWales\t3\nLondon\t4\n"
    )
    assert [axis.dimension for axis in row_axes(found, registers())] == [
        *["political_group"] * 3,
        *["region"] * 3,
    ]
    assert section_kind(found) is None


def test_sections_may_be_values_themselves() -> None:
    found = roles("Programme\tNo\nWales\t\nLA\t3\nNG\t4\nLondon\t\nLA\t5\nNG\t6\n")
    assert section_kind(found) == "region"


@pytest.mark.parametrize(("last", "is_total"), [(8, True), (9, False)])
def test_a_last_row_that_is_the_sum_of_all_is_their_total(last: int, is_total: bool) -> None:
    found = roles(f"Region\tLA\nWales\t3\nLondon\t4\nSouth West\t1\nBritain\t{last}\n")
    axes = row_axes(found, registers())
    labels = read_labels(found, axes, found.with_role(Role.COUNT))
    assert labels[-1].is_total is is_total
