"""How long a line of a roll may be, how far from the head, and how many lines between its names."""

import pytest

from pipelines.structures.attendance.rolls import (
    FEWEST_UNTITLED,
    HEAD_BLOCKS,
    LONGEST_MISS,
    LONGEST_ROLL,
    MOST_MISSES,
)
from tests.unit.structures.roll import roll

NAMES = ("Ann Fenn", "Cy Moss", "Jo Reed", "Kit Larch")


def came(text: str) -> list[str]:
    return [name for name, _, _ in roll(text)]


@pytest.mark.parametrize(("misses", "names"), [(MOST_MISSES, 2), (MOST_MISSES + 1, 1)])
def test_lines_without_names_within_a_roll(misses: int, names: int) -> None:
    between = ["of the ferry of Weir"] * misses
    assert came("\n\n".join(["PRESENT", "Ann Fenn", *between, "Cy Moss"])) == list(NAMES[:names])


@pytest.mark.parametrize(("length", "names"), [(LONGEST_MISS, 2), (LONGEST_MISS + 1, 1)])
def test_the_length_of_such_a_line(length: int, names: int) -> None:
    between = "of the ferry ".ljust(length, "y")
    assert came(f"PRESENT\n\nAnn Fenn\n\n{between}\n\nCy Moss") == list(NAMES[:names])


@pytest.mark.parametrize(
    ("titles", "fewest"), [("", FEWEST_UNTITLED), ("Councillors ", 2)], ids=["bare", "titled"]
)
def test_names_on_a_line_without_a_label(titles: str, fewest: int) -> None:
    assert came(f"Ferry Board\n\n{titles}{', '.join(NAMES[:fewest])}") == list(NAMES[:fewest])
    assert came(f"Ferry Board\n\n{titles}{', '.join(NAMES[: fewest - 1])}") == []


@pytest.mark.parametrize(("place", "count"), [(HEAD_BLOCKS, 3), (HEAD_BLOCKS + 1, 0)])
def test_such_a_line_is_near_the_head(place: int, count: int) -> None:
    above = ["It was so."] * (place - 1)
    assert len(came("\n\n".join([*above, "Ann Fenn, Cy Moss, Jo Reed"]))) == count


@pytest.mark.parametrize(("length", "count"), [(LONGEST_ROLL, 2), (LONGEST_ROLL + 1, 0)])
def test_the_length_of_a_line_of_a_roll(length: int, count: int) -> None:
    start, end = "PRESENT: Ann Fenn (", "), Cy Moss"
    remark = "x" * (length - len(start + end))
    assert len(came(f"{start}{remark}{end}")) == count
