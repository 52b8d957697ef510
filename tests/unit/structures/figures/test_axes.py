"""What the labels of rows name."""

import pytest

from pipelines.structures.figures.axes import Axis, council_axis, row_axis, value_of
from pipelines.structures.figures.line_words import read_line
from tests.unit.structures.paper import registers


def axis(head: str, *labels: str) -> Axis:
    lines = [read_line(label, registers()) for label in labels]
    return row_axis(lines, [read_line(head, registers())])


@pytest.mark.parametrize(
    ("head", "labels", "expected"),
    [
        pytest.param("", ("Wales", "North East"), Axis("region", False, True), id="two values"),
        pytest.param("", ("Wales", "Weir", "Quay"), Axis(), id="one value of three"),
        pytest.param("Region", ("Wales", "Weir"), Axis("region", False, True), id="a head says"),
        pytest.param("Type", ("Weir", "Quay"), Axis(), id="a head, and no value"),
        pytest.param("", ("London", "County"), Axis("council_type", False, True), id="London"),
        pytest.param("", ("LA", "NG"), Axis(None, True, True), id="programmes"),
        pytest.param("", ("LA", "NG", "Weir", "Quay"), Axis(None, True, False), id="half known"),
        pytest.param(
            "Programme", ("LA", "Weir", "Quay"), Axis(None, True, True), id="a head of them"
        ),
        pytest.param("", ("Wales", "London", "Total"), Axis("region", False, True), id="a total"),
    ],
)
def test_row_axis(head: str, labels: tuple[str, ...], expected: Axis) -> None:
    assert axis(head, *labels) == expected


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("London", "Greater London"),
        ("Total", "total"),
        ("Thames Valley", "Thames Valley"),
        ("Target", None),
        ("In post", None),
    ],
)
def test_a_label_that_no_register_has_is_a_value_if_it_is_a_name(
    label: str, value: str | None
) -> None:
    assert value_of(read_line(label, registers()), Axis("region", False, True)) == value


def test_labels_that_are_councils() -> None:
    lines = [read_line(label, registers()) for label in ("Kent CC", "Leeds City", "Weir")]
    assert council_axis(lines, registers()) == Axis(
        "council",
        councils={"Kent CC": "Kent County Council", "Leeds City": "Leeds City Council"},
    )
    assert council_axis(lines[1:], registers()) == Axis()
