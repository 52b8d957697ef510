"""Makes text of papers and files safe to print on one line of a log or terminal.

File names may hold e-mail addresses; no log or message repeats those.
"""

import re
from collections.abc import Callable

from pipelines.notation.addresses import mask_addresses

# Characters that end a line, move the cursor, change colours or turn the writing direction
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    r"""The text without e-mail addresses, and each character that is no plain text as an escape.

    >>> one_line("two\nlines\x1b[31m")
    'two\\nlines\\x1b[31m'
    """
    return UNSAFE.sub(lambda match: repr_escape(match[0]), mask_addresses(text))


def plain_lines(text: str) -> str:
    r"""The text with its lines, and else as `one_line` has it.

    >>> plain_lines("two\nlines\x1b[31m")
    'two\nlines\\x1b[31m'
    """
    return replace_unsafe(mask_addresses(text), repr_escape)


def replace_unsafe(text: str, escape: Callable[[str], str]) -> str:
    """The text with its line breaks; every other control character is escaped."""
    return UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else escape(match[0]), text)


def repr_escape(character: str) -> str:
    """A character as Python writes it between quotation marks."""
    return repr(character)[1:-1]
