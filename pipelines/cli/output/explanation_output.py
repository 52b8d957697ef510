"""The explanation of tables as text: one block of lines a table, most telling first."""

from collections.abc import Iterator, Sequence

from pipelines.extraction.explanation import FACTS, RowTold, TableTold
from pipelines.runtime.terminal_text import one_line

SHOWN_SUMS = 12  # sums that hold; all that fail are shown


def show_tables(tables: Sequence[TableTold], name: str, *, is_part: bool) -> str:
    """All tables of a paper, parted by blank lines; a sentence if there are none."""
    if not tables:
        where = "at this place" if is_part else "with rows below heads"
        return f"{one_line(name)} has no table {where}."
    return "\n\n".join("\n".join(map(one_line, _table(table))) for table in tables)


def _table(table: TableTold) -> Iterator[str]:
    yield f"Table at {table.locator}: {table.title or 'without a title'}"
    yield "  Cells parted by:"
    for reading in table.readings:
        costs = ", ".join(f"{name} {cost:g}" for name, cost in reading.costs.items())
        mark = "taken" if reading.is_taken else "not taken"
        yield f"    {reading.how}: {mark}, cost {reading.cost:g}{f' ({costs})' if costs else ''}"
    yield f"  Columns (roles cost {table.roles_cost:g}):"
    for column in table.columns:
        yield f"    {column.number}. {column.role}: {' / '.join(column.heads) or 'no head'}"
    yield from _sums(table)
    yield "  Rows:"
    for row in table.rows:
        yield from _row(row)
    for held in table.withheld:
        yield f"  Set aside at {held['locator']}: {held['reason']}: {held['values']}"


def _sums(table: TableTold) -> Iterator[str]:
    failing = [each for each in table.sums if float(each.gap)]
    holding = [each for each in table.sums if not float(each.gap)]
    yield f"  Printed sums: {len(holding)} hold, {len(failing)} fail"
    for each in [*failing, *holding[:SHOWN_SUMS]]:
        verdict = f"off by {each.gap}" if float(each.gap) else "holds"
        yield f"    {each.total} = {' + '.join(each.parts)}: {verdict}"
    if len(holding) > SHOWN_SUMS:
        yield f"    and {len(holding) - SHOWN_SUMS} more that hold"


def _row(row: RowTold) -> Iterator[str]:
    yield f"    {row.locator}: {' | '.join(row.cells)}"
    if row.proofs:
        proofs = sorted(set(row.proofs.values()))
        yield f"      proof: {', '.join(proofs)}"
    if row.doubt:
        yield f"      not trusted: {row.doubt}"
        if row.other:
            yield f"      another reading: {' | '.join(row.other)}"
    counted = {name: sum(fact["table"] == name for fact in row.facts) for name in FACTS}
    told = ", ".join(f"{count} of {name}" for name, count in counted.items() if count)
    yield f"      gave {told or 'no row'}"
