"""Numbers and titles of items: which line may begin the next one, and where its title ends."""

import re

from pipelines.documents import Passage
from pipelines.notation.dates import find_date
from pipelines.structures.minutes.patterns import (
    AFTER_TITLE,
    DOTTED,
    FIRST_TITLE,
    PROSE,
    RUN_ON,
    SAYS_USUAL,
    USUAL,
)

# Harbour dues: The treasurer ..., Harbour dues - none
SAID_AFTER = re.compile(
    r"^(?P<title>[A-Z(\"“‘'][^.:]{2,100}?)(?P<mark>:-|:|\s++-|\s*+[–—])\s++(?=\S)"
)
# Date of next meeting: 3 March, NEXT MEETING Monday: the day is not part of the title
NEXT_MEETING = re.compile(
    r"^(?:(?:date|time)(?: and (?:time|venue|place))? of )?(?:the )?next meeting(?=[:.]?\s|$)"
    r"(?! (?:and|of|dates?)\b)",
    re.IGNORECASE,
)
# Cllrs Bee and Dee, To receive any: a name after a title, or what is to be done
NAMED = re.compile(
    r"(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|resolved|agreed)\b|To [a-z]", re.IGNORECASE
)
# The chairman opened the meeting.
PAST_SENTENCE = re.compile(r"\b[a-z]{2,}ed\b.*\.$")
# The whole text of many items
SHORT_WORD = re.compile(
    r"(?:\d{1,4}/\d{2,4}:?\s+)?(?:there (?:was|were) )?(?:none|nothing|noted|agreed|approved"
    r"|received|nil|no apologies|resolved)\b[\w ]{0,30}\.?",
    re.IGNORECASE,
)
FEWEST_LETTERS = 4  # of a line in capitals; fewer are initials or a year
SHARE_SHOUTED = 0.8  # of its letters: a small word or a name may be among them
LONGEST_NUMBER = 3  # digits of a number without a heading; four are a year
LARGEST_STEP = 3  # numbers that may be lost between two items of a damaged note


def is_shouted(text: str) -> bool:
    """Whether a line is in capitals, as headings of minutes are."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= FEWEST_LETTERS and sum(map(str.isupper, letters)) >= SHARE_SHOUTED * len(
        letters
    )


def is_next(number: str, previous: str | None) -> bool:
    """Whether a plain number is one more than the last.

    >>> is_next("5", "4"), is_next("5", None)
    (True, False)
    """
    return bool(previous and previous.isdigit() and number == str(int(previous) + 1))


def is_later(number: str, previous: str | None) -> bool:
    """Whether a plain number is more than the last, or the first there is."""
    if not number.isdigit():
        return False
    return previous is None or (previous.isdigit() and int(number) > int(previous))


def is_part_of_lost(number: str, previous: str | None) -> bool:
    """Whether a number counts a part of an item that was not found, such as 13.5 below 12.

    >>> is_part_of_lost("13.5", "12"), is_part_of_lost("12.5", "12"), is_part_of_lost("13", "12")
    (True, False, False)
    """
    whole, dot, _ = number.partition(".")
    return bool(dot and previous and previous.isdigit() and whole != previous)


def follows(number: str, previous: str | None, is_marked: bool, is_first: bool) -> bool:
    """Whether a number may be that of the next item.

    Args:
        number: As printed before a title.
        previous: The number of the item before; None if there is none.
        is_marked: Whether the title is a heading or in capitals.
        is_first: Whether the title is a usual first item of a meeting.
    """
    if "/" in number:
        return number != previous
    if "." in number:
        begins = previous is None and (is_marked or is_first or number == "1.0")
        return begins or _is_step(previous or "", number)
    step = int(re.sub(r"\D", "", number)) - int(re.sub(r"\D", "", previous or "0"))
    is_near = previous is not None and 0 < step <= LARGEST_STEP
    if len(number) > LONGEST_NUMBER and not (is_marked or is_near or is_first):
        return False
    if previous is None and (is_marked or is_first):
        return True  # minutes that are counted through the year begin anywhere
    if previous is not None and ("/" in previous or DOTTED.match(f"{previous} A")):
        return False  # plain numbers below such minutes are a list in them
    return 0 <= step <= LARGEST_STEP and number != previous


def run_on(text: str) -> re.Match[str] | None:
    """The number and title of a line whose text runs on from the title."""
    found = (pattern.match(text) for pattern in RUN_ON)
    return next((match for match in found if match and not PROSE.search(match["title"])), None)


def is_dated(text: str, previous: str | None = None) -> bool:
    """Whether the number that a line begins with is the day of a date.

    A number of three parts looks like a day: 16.03.44 Apologies, 16.03.45 below 16.03.44.
    """
    printed = find_date(text)
    if printed is None or printed.start != 0:
        return False
    item = DOTTED.match(text)
    if item is None:
        return True
    is_first = FIRST_TITLE.match(item["title"]) is not None
    return not (is_first or _is_step(previous or "", item["number"]))


def text_after(title: str) -> int | None:
    """The end of a title with its text on the same line; None for a bare title.

    >>> "Harbour dues: None were paid."[: text_after("Harbour dues: None were paid.")]
    'Harbour dues'
    """
    of_next = NEXT_MEETING.match(title)
    if of_next and of_next.end() < len(title):
        return of_next.end()
    match = SAID_AFTER.match(title) or SAYS_USUAL.match(title)
    if match is None or PROSE.search(match["title"]):
        return None
    said = title[match.end() :]
    if USUAL.fullmatch(match["title"]) and not is_dated(said):
        return match.end("title")
    is_short = SHORT_WORD.fullmatch(said) or NAMED.match(said) or match["mark"] == ":-"
    is_said = is_short or PROSE.search(said) or PAST_SENTENCE.search(said)
    return match.end("title") if is_said else None


def bare_title(title: Passage) -> Passage:
    """A title without the additions of a committee system or a clerk."""
    after = AFTER_TITLE.search(title.text)
    bare = title.part(0, after.start()) if after and after.start() else title
    return bare.part(0, len(bare.text.rstrip(" :-–")))


def _is_step(previous: str, number: str) -> bool:
    """Whether 16.45 follows 16.44, or 45.16 follows 44.16."""
    if not DOTTED.match(f"{previous} A"):
        return False
    before, after = (tuple(map(int, each.split("."))) for each in (previous, number))
    if len(before) != len(after):
        return False
    if before[1] == 0 and after[1] != 0:
        return False  # 4.1 is a part of the item 4.0
    steps = [later - earlier for earlier, later in zip(before, after, strict=True)]
    return min(steps) == 0 and 0 < max(steps) <= LARGEST_STEP
