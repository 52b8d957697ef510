"""The words of a table: heads of several levels, captions above, sections and labels of rows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.reference.registers import Registers
from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.line_words import LineWords, read_line
from pipelines.structures.figures.sums import PLAIN_TOTAL

LONGEST_CAPTION = 90  # characters: a longer line is a sentence about more than the table
# The table below shows, as follows: a sentence that speaks of the table as a title does
OF_TABLE = re.compile(r"\b(?:table|below|follow(?:s|ing))\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.:]) (?=[A-Z])")
MOSTLY = 0.6  # share of the words of a column that must be labels


def merged_words(levels: Sequence[str], registers: Registers) -> LineWords:
    """What the heads of a column say together; the lowest decides."""
    if len(levels) < 2:
        return read_line(levels[0] if levels else "", registers)
    whole = read_line(" ".join(levels), registers)
    if whole.programme or whole.values:  # a name that runs over two lines
        return whole
    read = [read_line(level, registers) for level in reversed(levels)]
    rest = tuple(word for each in read for word in each.rest)
    merged = read[0]
    for upper in read[1:]:
        merged = _both(merged, upper)
    return replace(
        merged,
        text=whole.text,
        period=merged.period or whole.period,
        roles=merged.roles | whole.roles,
        rest=min(rest, whole.rest, key=len),
    )


def read_captions(table: FigureTable, registers: Registers) -> list[LineWords]:
    """The lines above, nearest first, up to one that speaks of something else."""
    sentences = (
        sentence
        for line in (table.lead_in, *table.titles)
        for sentence in reversed(SENTENCE_END.split(line))
    )
    found: list[LineWords] = []
    for title in filter(None, sentences):
        words = read_line(title, registers)
        is_sentence = title.endswith((".", ":")) or len(title) > LONGEST_CAPTION
        is_of_table = not is_sentence or bool(OF_TABLE.search(title))
        found.append(words)
        if words.programmes or words.is_peer or (words.rest and is_of_table):
            break
    return found


def read_qualifiers(
    table: FigureTable, columns: Sequence[int], registers: Registers
) -> list[LineWords]:
    """For each row what the section above it and other columns of words say.

    A label that is printed once for several rows holds for those below it.
    """
    read = {text: read_line(text, registers) for text in {row.section for row in table.body}}
    found = [read[row.section] for row in table.body]
    for column in columns:
        lines = [read_line(row.text(column), registers) for row in table.body]
        named = [line for line in lines if line.text]
        hits = sum(bool(line.programme or line.values or line.period) for line in named)
        if not hits or hits < MOSTLY * len(named):
            continue
        above = LineWords("")
        for number, line in enumerate(lines):
            above = line if line.text else above
            found[number] = _both(above, found[number])
    return found


def _both(line: LineWords, other: LineWords) -> LineWords:
    """What two labels of a row say together."""
    return replace(
        line,
        text=line.text or other.text,
        programme=line.programme or other.programme,
        programmes=line.programmes or other.programmes,
        values=line.values or other.values,
        dimension=line.dimension or other.dimension,
        period=line.period or other.period,
        bare_year=line.bare_year or other.bare_year,
        as_of=line.as_of or other.as_of,
        status=line.status or other.status,
        unit=line.unit or other.unit,
        challenge_type=line.challenge_type or other.challenge_type,
        is_peer=line.is_peer or other.is_peer,
        is_total=line.is_total or other.is_total,
        is_part_of_year=line.is_part_of_year or other.is_part_of_year,
        roles=line.roles | other.roles,
    )


def whole_labels(table: FigureTable, registers: Registers) -> list[str]:
    """The label of each row: a page may set the rest of one in a row of its own."""
    labels = list(table.labels)
    for number, (label, rest) in enumerate(pairwise(labels)):
        row, below = table.body[number], table.body[number + 1]
        if not label or not rest or PLAIN_TOTAL.match(label):
            continue
        is_alone = not any(below.text(c) for c in range(len(table.heads)) if c != table.stub)
        is_first = not any(row.text(c) for c in range(len(table.heads)) if c != table.stub)
        if is_alone == is_first or read_line(label, registers).values:
            continue
        for whole in (f"{label} {rest}", label + rest):
            read = read_line(whole, registers)
            if read.values or read.programme:
                labels[number if is_alone else number + 1] = whole
                break
    return labels
