"""Invented papers as structures see them: blocks, rows, one line, and the registers."""

from pipelines.documents import Block, Document, Passage, Row, Span
from pipelines.readers.reading import read_document
from pipelines.reference.registers import Registers, load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.figures.figure_tables import FigureTable, is_rounded_at, tables_in
from pipelines.structures.people.tables import PeopleTable, find_people_tables
from pipelines.structures.tables import find_tables


def registers() -> Registers:
    """The registers of the repository."""
    return load_registers(REFERENCE)


def document(text: str) -> Document:
    """A text paper: a blank line parts blocks, a tab parts the cells of a table."""
    return read_document(text.encode(), "paper.txt")


def blocks(text: str) -> list[Block]:
    """The blocks of a text paper."""
    return list(document(text).blocks)


def people_tables(text: str) -> list[PeopleTable]:
    """The tables of people of a text paper."""
    return find_people_tables(blocks(text), registers())


def rows(text: str) -> list[Row]:
    """The rows of all tables of a text paper."""
    return [row for block in blocks(text) for row in block.rows]


def line(text: str) -> Passage:
    """One line that has no markup."""
    return Passage(text, text, Span(1, 1))


def figure_tables(paper: Document) -> list[FigureTable]:
    """Every table of a paper in printed order."""
    blocks = list(paper.blocks)
    return [
        table
        for found in find_tables(blocks)
        for table in tables_in(found, is_rounded=is_rounded_at(blocks, found.position))
    ]
