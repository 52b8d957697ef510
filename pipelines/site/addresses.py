"""The address of each page within the site, from its root: `papers/0a1b.html`.

A template writes a link as `/papers/0a1b.html`; the writer makes it relative, so that the pages
open from any folder.
"""

import hashlib
import re

NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
# Letters of a file name; some file shares allow no path of more than 260.
LONGEST_NAME = 90


def slug(text: str) -> str:
    """A name for a file or an anchor: small letters, digits and hyphens.

    A text that is too long, or has letters of no such form, gets the first digits of its hash.

    >>> slug("weir-board:2031-02-03:special"), slug("Ynys Môn")
    ('weir-board-2031-02-03-special', 'ynys-m-n-7edd4de9')
    """
    name = NOT_IN_A_NAME.sub("-", text.lower()).strip("-")
    if len(name) <= LONGEST_NAME and text.isascii() and name:
        return name
    return f"{name[:LONGEST_NAME]}-{hashlib.sha256(text.encode()).hexdigest()[:8]}".lstrip("-")


def board_page(board_id: str) -> str:
    """The page of a board."""
    return f"boards/{slug(board_id)}.html"


def meeting_page(meeting_id: str) -> str:
    """The page of a meeting."""
    return f"meetings/{slug(meeting_id)}.html"


def council_page(council_id: str) -> str:
    """The page of a council."""
    return f"councils/{slug(council_id)}.html"


def programme_page(programme_id: str) -> str:
    """The page of a programme."""
    return f"programmes/{slug(programme_id)}.html"


def decisions_page(board_id: str, meeting_year: str) -> str:
    """The decisions of a board in a year."""
    return f"decisions/{slug(board_id)}-{slug(meeting_year)}.html"


def attendance_page(board_id: str, meeting_year: str) -> str:
    """The attendance of a board in a year."""
    return f"attendance/{slug(board_id)}-{slug(meeting_year)}.html"


def paper_page(paper_id: str, part: int = 1) -> str:
    """One part of the words of a paper; parts count from 1."""
    return f"papers/{paper_id}.html" if part == 1 else f"papers/{paper_id}-{part}.html"
