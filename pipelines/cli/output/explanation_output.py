"""The explanation as text: one block of lines a table or sentence, most telling first."""

from collections.abc import Iterator, Sequence

from pipelines.extraction.explanation import EXPLAINED, RowTold, TableTold
from pipelines.extraction.head_explanation import DayTold
from pipelines.extraction.line_explanation import LineTold
from pipelines.extraction.statement_explanation import NumberTold, SentenceTold
from pipelines.runtime.terminal_text import one_line

SHOWN_SUMS = 12  # sums that hold; all that fail are shown
PLACES_OF_VERBS = {
    "sentence_before": "that of the sentence before",
    "lead_in": "that of the opening of its list",
    "unsaid": "none",
}


def show_explanation(
    tables: Sequence[TableTold],
    sentences: Sequence[SentenceTold],
    name: str,
    *,
    is_part: bool,
    days: Sequence[DayTold] = (),
    lines: Sequence[LineTold] = (),
) -> str:
    """Days, tables, sentences and lines of a paper, parted by blank lines."""
    blocks = [
        *([_days(days)] if days else []),
        *map(_table, tables),
        *map(_sentence, sentences),
        *map(_line, lines),
    ]
    if not blocks:
        where = "at this place" if is_part else "that gave a row"
        return f"{one_line(name)} has no line, sentence or table {where}."
    return "\n\n".join("\n".join(map(one_line, block)) for block in blocks)


def _days(days: Sequence[DayTold]) -> Iterator[str]:
    taken = next((each.day for each in days if each.is_taken), "none of these")
    yield f"Day of the meeting: {taken}"
    for each in days:
        costs = ", ".join(f"{name} {cost}" for name, cost in each.evidence)
        mark = "taken" if each.is_taken else "not taken"
        why = f" ({costs})" if costs else ""
        yield f"  {each.day} at {each.locator}: {mark}, cost {each.cost}{why}"
        yield f"    {each.line}"


def _line(told: LineTold) -> Iterator[str]:
    yield f"Line at {told.locator}: {told.line}"
    if told.meeting:
        yield f"  Minutes: {told.meeting}"
    for mark in told.marks:
        yield f"  Mark: {mark}"
    for name in told.names:
        yield f"  Name: {name}"
    for fact in told.facts:
        yield f"  Row: {_fact(fact)}"
    if told.reason:
        yield f"  No row: {told.reason}"


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
    counted = {name: sum(fact["table"] == name for fact in row.facts) for name in EXPLAINED}
    told = ", ".join(f"{count} of {name}" for name, count in counted.items() if count)
    yield f"      gave {told or 'no row'}"


def _sentence(told: SentenceTold) -> Iterator[str]:
    yield f"Sentence at {told.locator}: {told.sentence}"
    if told.heading:
        yield f"  Heading: {told.heading}"
    if told.lead_in:
        yield f"  Opening of its list: {told.lead_in}"
    for number in told.numbers:
        yield from _number(number)
    for fact in told.facts:
        yield f"  Row: {_fact(fact)}"


def _number(told: NumberTold) -> Iterator[str]:
    qualifier = "" if told.qualifier == "exactly" else f", {told.qualifier}"
    yield f"  {told.number}: {told.role}{qualifier}"
    if told.counted or told.unit or told.values:
        named = " of ".join(filter(None, (told.unit, ", ".join(told.values))))
        words = f"“{told.counted}”" if told.counted else "left out"
        yield f"    counted: {words}{f' ({named})' if named else ''}"
    if told.verb:
        said = {
            "programmes": told.verb.standing,
            "peer challenges": told.verb.challenge,
            "denied": "yes" if told.verb.is_denied else None,
            "supposed": "yes" if told.verb.is_supposed else None,
        }
        words = f"“{told.verb.words}”" if told.verb.words else PLACES_OF_VERBS[told.verb.place]
        meant = ", ".join(f"{name} {value}" for name, value in said.items() if value)
        yield f"    verb: {words}{f' ({meant})' if meant else ''}"
    if told.time:
        yield f"    time: {told.time}"
    for fact in told.facts:
        yield f"    row: {_fact(fact)}"
    if not told.facts:
        yield f"    no row: {told.reason or 'no single reason is known'}"


def _fact(fact: dict[str, str]) -> str:
    values = (f"{name} {value}" for name, value in fact.items() if name != "table")
    return f"{fact['table']}: {', '.join(values)}"
