"""Ticks, crosses and boxes as characters, whatever a paper draws them with."""

TICK, CROSS, TICKED, CROSSED, EMPTY = "✓", "✗", "☑", "☒", "☐"
# The places of these signs in the fonts that draw them, below 0xF000 as Word writes them
SYMBOL_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        0xFC: TICK,
        0xFB: CROSS,
        0xFE: TICKED,
        0xFD: CROSSED,
        0x78: CROSSED,
        0xA8: EMPTY,
        0x6F: EMPTY,
        0x71: EMPTY,
    },
    "wingdings 2": {
        0x50: TICK,
        0x4F: CROSS,
        0x52: TICKED,
        0x51: CROSSED,
        0x53: CROSSED,
        0x54: CROSSED,
        0xA3: EMPTY,
        0x2A: EMPTY,
    },
    "zapfdingbats": {0x33: TICK, 0x34: TICK, 0x35: CROSS, 0x36: CROSS, 0x37: CROSS, 0x38: CROSS},
    "webdings": {0x61: TICK, 0x72: CROSS, 0x63: EMPTY},
}
PRIVATE = 0xF000  # where the characters of symbol fonts are counted from
# Characters of Wingdings that a PDF gives without naming the font; empty boxes are bullets there
UNNAMED = {
    chr(PRIVATE + place): sign for place, sign in SYMBOL_FONTS["wingdings"].items() if sign != EMPTY
}


def sign_of(font: str, text: str) -> str:
    """The text in a font; the signs of a symbol font as characters that say what is seen.

    >>> sign_of("Wingdings", "ü")
    '✓'
    """
    signs = SYMBOL_FONTS.get(font.strip().casefold())
    if signs is None:
        return text
    return "".join(
        signs.get(place - PRIVATE if place >= PRIVATE else place, letter)
        for letter, place in zip(text, map(ord, text), strict=True)
    )
