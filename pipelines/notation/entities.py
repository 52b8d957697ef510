"""Text that is encoded for HTML within something else."""

from html import unescape


def decoded(text: str | None) -> str:
    """Text as people read it, with single spaces; answers encode it for HTML inside XML.

    >>> decoded("Children&#39;s  Services &amp; Skills ")
    "Children's Services & Skills"
    """
    return " ".join(unescape(text or "").split())
