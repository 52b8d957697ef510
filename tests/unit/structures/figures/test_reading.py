"""Several readings of one table: sums decide, and else what differs is doubted."""

from dataclasses import replace

import pytest

from pipelines.documents import Block, Document, Row
from pipelines.structures.figures.reading import ReadTable, read_tables
from tests.unit.structures.paper import document, registers

HEAD = "Leadership figures\n\nRegion\tLA\tNG\n"
RIGHT = HEAD + "Wales\t3\t4\nLondon\t5\t\nTotal\t8\t4\n"


def read(text: str, *others: str, is_agreed: bool = False) -> ReadTable:
    """The table of a paper whose form allows other readings too, each of the same lines."""
    paper = document(text)
    rows = [_table(document(other)).rows for other in others]
    own = _table(paper)
    table = replace(
        own,
        rows=tuple(replace(row, is_agreed=is_agreed) for row in own.rows),
        others=tuple(_at_place(each, own.rows) for each in rows),
    )
    blocks = tuple(table if block is own else block for block in paper.blocks)
    changed = Document("text/plain", (replace(paper.pages[0], blocks=blocks),))
    (found,) = read_tables(changed, registers())
    return found


def _table(paper: Document) -> Block:
    return next(block for block in paper.blocks if block.rows)


def _at_place(rows: tuple[Row, ...], own: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(replace(row, passage=each.passage) for row, each in zip(rows, own, strict=True))


def told(found: ReadTable) -> list[tuple[str, ...]]:
    return [row.texts for row in found.table.body]


def test_the_reading_whose_sums_hold_is_taken() -> None:
    wrong = RIGHT.replace("London\t5\t", "London\t\t5")
    for found in (read(RIGHT, wrong), read(wrong, RIGHT)):
        assert told(found)[1] == ("London", "5", "")
        assert (found.doubts, found.proof(1, 1)) == ({}, "sums_hold")


def test_rows_on_which_readings_differ_are_doubted_if_nothing_decides() -> None:
    first = HEAD + "Wales\t3\t4\nLondon\t5\t\n"
    found = read(first, first.replace("London\t5\t", "London\t\t5"))
    assert {row: (each.reason, each.other) for row, each in found.doubts.items()} == {
        1: ("readings_disagree", ("London", "5"))
    }


def test_two_readings_that_say_the_same_are_no_doubt() -> None:
    assert read(RIGHT, RIGHT).doubts == {}


@pytest.mark.parametrize(("is_agreed", "proof"), [(True, "agreed"), (False, "single")])
def test_without_sums_a_row_is_agreed_or_single(is_agreed: bool, proof: str) -> None:
    found = read(HEAD + "Wales\t3\t4\nLondon\t5\t6\n", is_agreed=is_agreed)
    assert found.proof(0, 1) == proof
