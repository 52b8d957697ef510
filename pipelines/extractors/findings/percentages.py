"""Finds printed percentages that the two numbers beside them do not make."""

from collections.abc import Iterator, Sequence

from pipelines.schema.records import Finding
from pipelines.structures.figures.reading import ReadTable
from pipelines.structures.figures.roles import Column, Role, is_share_of, share_told


def find_wrong_percentages(tables: Sequence[ReadTable]) -> list[Finding]:
    """Compare each percentage of a table with its number and the whole that it is a part of.

    Only if most rows of the table print the share of exactly these two: else it is another share.

    Returns:
        One finding for each percentage that differs by more than rounding, in printed order.
    """
    return [finding for read in tables if read.counts is not None for finding in _wrong(read)]


def _wrong(read: ReadTable) -> Iterator[Finding]:
    for share in read.roles.with_role(Role.PERCENTAGE):
        parts = _beside(read, share, Role.COUNT)
        wholes = _beside(read, share, Role.DENOMINATOR)
        if len(parts) != 1 or len(wholes) != 1:
            continue
        columns = (share.number, parts[0].number, wholes[0].number)
        if not is_share_of(read.table, *columns):
            continue
        for number, row in enumerate(read.table.body):
            told = share_told(read.table, number, *columns)
            if told is None or told[0] == told[1]:
                continue
            names = (read.table.title, read.table.labels[number], share.words.text)
            is_leadership = read.counts is not None and read.counts.is_leadership
            yield Finding(
                rule="percentage_disagrees",
                table_name="leadership_stats" if is_leadership else "programme_participation",
                subject=", ".join(name for name in names if name),
                expected=f"{told[1]:f}",
                observed=f"{told[0]:f}",
                locator=row.row.passage.span.locator,
                quote=row.row.passage.quote(),
            )


def _beside(read: ReadTable, share: Column, role: Role) -> list[Column]:
    """The columns of a role below the same upper heads as a percentage."""
    upper = read.table.heads[share.number][:-1]
    return [
        column
        for column in read.roles.with_role(role)
        if read.table.heads[column.number][:-1] == upper or not upper
    ]
