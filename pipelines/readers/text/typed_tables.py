"""Tables set with tabs: finds lines without a tab that are rows of one cell."""

import re

ONE_CELL_ROWS = 2  # rows of a table that may follow each other without a tab
LONGEST_CELL = 60  # characters
# Table 2: Fares by harbour: it is above a separate table
CAPTION = re.compile(r"^\s*(?:table|figure|chart|annex|appendix)\b", re.IGNORECASE)
# "- fares", "4. Fares", "4 Fares", "2.3 Fares", "# Fares": an item or a heading beside the table
ITEM = re.compile(
    r"^\s*(?:#{1,6}\s|[-–•·●▪◦‣\uf0b7\uf0a7]\s|\d{1,3}(?:\.\d{1,2})*[.)]?\s+\S|\(?[a-z]\)\s)"
)


def is_one_cell(line: str) -> bool:
    """Whether a line between two that have tabs may be a heading within their table.

    >>> is_one_cell("Liberals (3)"), is_one_cell("Table 2: Fares"), is_one_cell("4 Fares")
    (True, False, False)
    """
    text = line.strip()
    return 0 < len(text) < LONGEST_CELL and not (CAPTION.match(text) or ITEM.match(text))
