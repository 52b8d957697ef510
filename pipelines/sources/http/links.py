"""Addresses as pages write them, made into addresses that can be asked for."""

import re
from urllib.parse import SplitResult, quote, urlsplit

SPACES = re.compile(r"\s+")
# name.pdf?T=10: the query of a document's address; a question mark in its title is not one
DOCUMENT_QUERY = re.compile(r"\?(?P<query>T=\d+(?:&[\w=&%-]*)?)$", re.IGNORECASE)
# 50% more: a per cent sign that begins no code
LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
KEPT = "/%:@!$&'()*+,;=-._~"


def split_link(href: str) -> SplitResult:
    """The parts of a link; all are empty if it is no address.

    >>> split_link("http://[insert link here]").netloc
    ''
    """
    try:
        return urlsplit(" ".join(href.split()))
    except ValueError:
        return urlsplit("")


def document_url(base_url: str, href: str) -> str:
    r"""The whole address of a document from a link, after its entities are decoded.

    Links hold raw blanks, line breaks, apostrophes and number signs.

    >>> document_url("https://weir.example", "documents/g5/Printed\r\n minutes #2.pdf?T=1")
    'https://weir.example/documents/g5/Printed%20minutes%20%232.pdf?T=1'
    """
    text = SPACES.sub(" ", href).strip()
    query = DOCUMENT_QUERY.search(text)
    path = text[: query.start()] if query else text
    path = LONE_PERCENT.sub("%25", path.lstrip("/"))
    ending = f"?{query['query']}" if query else ""
    return f"{base_url}/{quote(path, safe=KEPT)}{ending}"
