"""Made-up tables of counts, whole and damaged: what is published is what was meant."""

import random
from collections.abc import Callable

import pytest

from pipelines.structures.figures.reading import read_tables
from tests.unit.structures.paper import document, registers

TABLES = 40  # of each kind of damage
PROGRAMMES = {
    "LP": "leaders-programme",
    "LA": "leadership-academy",
    "NG": "next-generation",
    "Focus on Leadership": "focus-on-leadership",
    "New councillor induction": "new-councillor-induction",
}
REGIONS = {
    "North East": "North East",
    "London": "Greater London",
    "Yorks & Humber": "Yorkshire and the Humber",
    "Wales": "Wales",
    "South West": "South West",
    "E Midlands": "East Midlands",
}
Lines = list[list[str]]
Counts = dict[tuple[str, str], int]
Damage = Callable[[random.Random, Lines], Lines]


def made(chance: random.Random) -> tuple[list[str], Lines, Counts]:
    """Heads, lines and the counts that they mean, totals both ways."""
    programmes = chance.sample(list(PROGRAMMES), chance.randint(2, 5))
    regions = chance.sample(list(REGIONS), chance.randint(3, 6))
    figures = [[chance.randint(0, 99) for _ in programmes] for _ in regions]
    figures.append([sum(column) for column in zip(*figures, strict=True)])
    ids = [*(PROGRAMMES[name] for name in programmes), "all"]
    values = [*(REGIONS[name] for name in regions), "total"]
    whole = [[*line, sum(line)] for line in figures]
    counts = {
        (programme, value): number
        for value, line in zip(values, whole, strict=True)
        for programme, number in zip(ids, line, strict=True)
    }
    labels = [*regions, chance.choice(["Total", "Total:", "Overall"])]
    lines = [[label, *map(str, line)] for label, line in zip(labels, whole, strict=True)]
    return ["Region", *programmes, "Total"], lines, counts


def published(heads: list[str], lines: Lines) -> tuple[Counts, bool]:
    """The counts of rows that nothing speaks against, and whether some rows are doubted."""
    body = "\n".join("\t".join(line) for line in [heads, *lines])
    (read,) = read_tables(document(f"Leadership programmes 2016/17\n\n{body}\n"), registers())
    counts = read.counts.counts if read.counts else ()
    found = {
        (count.programme.programme_id, count.value): count.count
        for count in counts
        if count.row not in read.doubts
    }
    return found, bool(read.doubts)


def marked(chance: random.Random, lines: Lines) -> Lines:
    """Figures with marks of notes and shares, which change none of them."""
    return [
        [
            label,
            *(figure + chance.choice(["", "", "", "*", "¹", " (a)", " (12%)"]) for figure in line),
        ]
        for label, *line in lines
    ]


def slid(chance: random.Random, lines: Lines) -> Lines:
    """One row a column to the right or to the left."""
    place = chance.randrange(len(lines))
    label, *line = lines[place]
    moved = ["", *line[:-1]] if chance.random() < 1 / 2 else [*line[1:], ""]
    return [*lines[:place], [label, *moved], *lines[place + 1 :]]


def all_slid(chance: random.Random, lines: Lines) -> Lines:
    """All rows a column to the right or to the left."""
    if chance.random() < 1 / 2:
        return [[label, "", *line[:-1]] for label, *line in lines]
    return [[label, *line[1:], ""] for label, *line in lines]


def lowered(chance: random.Random, lines: Lines) -> Lines:
    """One column a row down."""
    column = chance.randrange(1, len(lines[0]))
    above = ["", *(line[column] for line in lines[:-1])]
    return [
        [*line[:column], cell, *line[column + 1 :]] for line, cell in zip(lines, above, strict=True)
    ]


def merged(chance: random.Random, lines: Lines) -> Lines:
    """Two figures of one row in one cell."""
    place, column = chance.randrange(len(lines)), chance.randrange(1, len(lines[0]) - 1)
    line = list(lines[place])
    line[column : column + 2] = ["", f"{line[column]} {line[column + 1]}"]
    return [*lines[:place], line, *lines[place + 1 :]]


@pytest.mark.parametrize("seed", range(TABLES))
def test_marks_change_no_count(seed: int) -> None:
    chance = random.Random(seed)
    heads, lines, counts = made(chance)
    assert published(heads, marked(chance, lines)) == (counts, False)


@pytest.mark.parametrize("damage", [slid, all_slid, lowered, merged])
@pytest.mark.parametrize("seed", range(TABLES))
def test_a_misreading_is_doubted_and_no_wrong_count_is_published(damage: Damage, seed: int) -> None:
    chance = random.Random(seed)
    heads, lines, counts = made(chance)
    found, is_doubted = published(heads, damage(chance, lines))
    assert is_doubted
    assert {key: count for key, count in found.items() if counts.get(key) != count} == {}
