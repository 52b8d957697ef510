"""The id of a paper, made of its content alone."""

# As many hex digits of the SHA-256 as keep papers apart and can still be typed.
ID_DIGITS = 16


def paper_id(sha256: str) -> str:
    """The id of the paper with this SHA-256 in hex.

    >>> paper_id("0123456789abcdef" * 4)
    '0123456789abcdef'
    """
    return sha256[:ID_DIGITS]
