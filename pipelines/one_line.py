"""Shows text of papers and files in a log or on a terminal so that it stays one line and text."""

import re

# What ends a line, moves a cursor, changes colours or turns the direction of writing
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    r"""The text with each character that is no plain text written as an escape.

    >>> one_line("two\nlines\x1b[31m")
    'two\\nlines\\x1b[31m'
    """
    return UNSAFE.sub(lambda match: repr(match[0])[1:-1], text)
