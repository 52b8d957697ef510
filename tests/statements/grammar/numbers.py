"""How officers write a number: in digits or words, with what qualifies it."""

from dataclasses import dataclass

from tests.statements.grammar.draws import Draw

SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# Words before a number, and what they say; `nearly` stays below its number.
QUALIFIERS: dict[str, tuple[str, ...]] = {
    "over": ("over",),
    "more than": ("over",),
    "in excess of": ("over",),
    "just over": ("over",),
    "at least": ("at_least",),
    "no fewer than": ("at_least",),
    "a minimum of": ("at_least",),
    "around": ("about",),
    "about": ("about",),
    "approximately": ("about",),
    "some": ("about",),
    "nearly": ("about", "up_to"),
    "almost": ("about", "up_to"),
    "up to": ("up_to",),
    "a maximum of": ("up_to",),
}
ONLY_OF_PLANS = {"up to", "a maximum of", "a minimum of"}


@dataclass(frozen=True, slots=True)
class Count:
    """A number as printed, and its fair qualifiers."""

    value: int
    text: str
    qualifiers: tuple[str, ...] = ("exactly",)


def count(draw: Draw, low: int, high: int, *, is_plan: bool = False) -> Count:
    """A number, at times in words, at times with what qualifies it."""
    if not draw.chance(0.25):
        return plain(draw, draw.number(low, high))
    words = draw.one([word for word in QUALIFIERS if is_plan or word not in ONLY_OF_PLANS])
    value = draw.number(max(low, min(20, high // 2)), high)
    if value > 20:
        # What is rounded is a round number.
        step = 50 if value > 400 else 10 if value > 60 else 5
        value = draw.number(value // step * step, value // step * step)
    if draw.chance(0.1):
        draw.trait("number: or more")
        return Count(value, draw.pick(f"{value} or more", f"{value}+"), ("at_least", "over"))
    draw.trait(f"number: {words}")
    return Count(value, f"{words} {digits(draw, value)}", QUALIFIERS[words])


def plain(draw: Draw, value: int) -> Count:
    """A number without a qualifier, small ones mostly in words."""
    in_words = value <= 10 and draw.chance(0.7)
    in_words = in_words or (10 < value < 100 and draw.chance(0.08))
    if in_words:
        draw.trait("number: words")
        return Count(value, words_of(value))
    draw.trait("number: thousands" if value > 999 else "number: digits")
    return Count(value, digits(draw, value))


def digits(draw: Draw, value: int) -> str:
    """Mostly with a comma between thousands."""
    return str(value) if value < 10_000 and draw.chance(0.15) else f"{value:,}"


def words_of(value: int) -> str:
    """A number below a thousand in words."""
    if value < len(SMALL):
        return SMALL[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return TENS[tens] + (f"-{SMALL[ones]}" if ones else "")
    hundreds, rest = divmod(value, 100)
    return f"{SMALL[hundreds]} hundred" + (f" and {words_of(rest)}" if rest else "")
