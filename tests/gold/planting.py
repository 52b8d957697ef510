"""Faults planted in copies of papers: one digit of a table, one date or weekday, one status.

What may be planted is told from the words alone: nothing of the pipeline is used here. A fault is
planted only where a reader of the same papers could see it.
"""

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

MONTHS = list(calendar.month_name)[1:]
WEEKDAYS = list(calendar.day_name)[:5]
# 3 March 2017
DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
# Friday 3 March 2017
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? (?=\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}})")
# Friday 3 March 2017 on a line of its own: a cover or a running header
DATE_LINE = re.compile(rf"^(?:(?:{'|'.join(WEEKDAYS)}),? )?{DATE.pattern}$")
NOTE_HEAD = re.compile(r"^(?:\*\*)?Date\b[^:]{0,12}:")
ANNOUNCED = re.compile(r"^\W*Date of next meeting", re.IGNORECASE)
# 03/03/17 at the head of a column
COLUMN_DATE = re.compile(r"(\d\d)/(\d\d)/(\d\d)")
# a figure: 12.50, (0.15), 7
FIGURE = re.compile(r"\(?\d[\d,.]*\)?")
TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)
OPPOSITE = {"YES": "NO", "NO": "YES"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of one paper that is printed otherwise."""

    kind: str
    paper: str
    line: int
    planted: str


def plant(text: str, faults: list[Fault]) -> str:
    """The paper with its faults; each must change its line."""
    lines = text.split("\n")
    for fault in faults:
        assert lines[fault.line - 1] != fault.planted, fault
        lines[fault.line - 1] = fault.planted
    return "\n".join(lines)


def covers(locator: str | None, line: int) -> bool:
    """Whether a place holds a line of a text paper."""
    match = re.fullmatch(r"l(\d+)(?:-l(\d+))?", locator or "")
    return match is not None and int(match[1]) <= line <= int(match[2] or match[1])


def figure_faults(paper: str, text: str, random: Random) -> Iterator[Fault]:
    """One digit of every figure of every table that prints a total."""
    for first, rows in _tables(text.split("\n")):
        if not TOTAL.search("\n".join(rows)):
            continue
        for offset, row in enumerate(rows):
            cells = row.split("\t")
            for number, cell in enumerate(cells):
                if number and FIGURE.fullmatch(cell.strip()):
                    planted = _other_digit(cell, random)
                    line = "\t".join([*cells[:number], planted, *cells[number + 1 :]])
                    yield Fault("a figure of a table", paper, first + offset, line)


def header_faults(paper: str, text: str) -> Iterator[Fault]:
    """The day, the month and the year of each line that is the date of the paper's meeting."""
    lines = text.split("\n")
    dated = {number: found for number, line in enumerate(lines, 1) if (found := _date_of(line))}
    usual = Counter(match[0] for match in dated.values()).most_common(1)
    for number, match in dated.items():
        if usual[0][1] > 1 and match[0] == usual[0][0]:
            for planted in _shifted(match):
                line = lines[number - 1].replace(match[0], planted)
                yield Fault("the date of a page", paper, number, line)


def weekday_faults(paper: str, text: str, random: Random) -> Iterator[Fault]:
    """Another weekday before each date that has one."""
    for number, line in enumerate(text.split("\n"), 1):
        for match in WEEKDAY.finditer(line):
            other = random.choice([day for day in WEEKDAYS if day != match[1]])
            planted = line[: match.start(1)] + other + line[match.end(1) :]
            yield Fault("a weekday", paper, number, planted)


def announcement_faults(paper: str, text: str) -> Iterator[Fault]:
    """The date of each next meeting that a weekday or another paper confirms."""
    for number, line in enumerate(text.split("\n"), 1):
        match = DATE.search(line) if ANNOUNCED.match(line) else None
        if match:
            for planted in _shifted(match):
                fault = line.replace(match[0], planted)
                yield Fault("an announced date", paper, number, fault)


def grid_faults(paper: str, text: str) -> Iterator[Fault]:
    """The date of each column of a year's grid that a note of the paper bears, and its marks."""
    lines = text.split("\n")
    noted = {found[0] for line in lines if NOTE_HEAD.match(line) and (found := DATE.search(line))}
    for first, rows in _tables(lines):
        head = rows[0].split("\t")
        for column, cell in enumerate(head):
            match = COLUMN_DATE.fullmatch(cell)
            if match is None or _written(match) not in noted:
                continue
            for planted in (f"{int(match[1]) + 1:02d}", f"{int(match[1]) - 7:02d}"):
                shifted = planted + cell[2:]
                line = "\t".join([*head[:column], shifted, *head[column + 1 :]])
                yield Fault("the date of a column", paper, first, line)
            for offset, row in enumerate(rows):
                cells = row.split("\t")
                if cells[column : column + 1] and cells[column] in OPPOSITE:
                    cells[column] = OPPOSITE[cells[column]]
                    yield Fault("a status of a grid", paper, first + offset, "\t".join(cells))


def _tables(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Number of the first line, and the rows, of each run of lines with tabs."""
    rows: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if "\t" in line:
            rows.append(line)
        elif rows:
            yield number - len(rows), rows
            rows = []


def _date_of(line: str) -> re.Match[str] | None:
    return DATE.search(line) if DATE_LINE.fullmatch(line) else None


def _other_digit(cell: str, random: Random) -> str:
    place = random.choice([number for number, letter in enumerate(cell) if letter.isdigit()])
    digit = random.choice([each for each in "0123456789" if each != cell[place]])
    return cell[:place] + digit + cell[place + 1 :]


def _shifted(match: re.Match[str]) -> Iterator[str]:
    """The date a day, a month and a year off; all of them stand in every calendar."""
    day, month, year = int(match[1]), MONTHS.index(match[2]), int(match[3])
    yield f"{day + 1 if day < 28 else day - 1} {MONTHS[month]} {year}"
    yield f"{min(day, 28)} {MONTHS[(month + 1) % 12]} {year}"
    yield f"{min(day, 28)} {MONTHS[month]} {year + 1}"


def _written(match: re.Match[str]) -> str:
    return f"{int(match[1])} {MONTHS[int(match[2]) - 1]} 20{match[3]}"
