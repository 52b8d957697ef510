"""The marks of an attendance table."""

import re

STATUS_OF_MARK = {
    "yes": "present",
    "y": "present",
    "present": "present",
    "attended": "present",
    "✓": "present",
    "✔": "present",
    "√": "present",
    "p": "present",
    "no": "absent",
    "n": "absent",
    "absent": "absent",
    "x": "absent",
    "✗": "absent",
    "apologies": "apologies",
    "apology": "apologies",
    "apols": "apologies",
    "a": "apologies",
}
# A mark that is a separate word in a run of names: single letters are initials there
RUN_MARKS = {mark for mark in STATUS_OF_MARK if len(mark) > 1 or not mark.isalpha()}
BRACKETED = re.compile(r"(?:(?<!\s)\s++)?\(.*+(?<=\))$")


def read_mark(printed: str) -> str | None:
    """The attendance status of a cell; None if it holds no mark.

    >>> read_mark("YES"), read_mark("Apologies (work)"), read_mark("6")
    ('present', 'apologies', None)
    """
    return STATUS_OF_MARK.get(BRACKETED.sub("", printed.strip()).strip(" .*").casefold())
