"""The check that no text holds an e-mail address or a telephone number.

Its method differs from the removal in `pipelines.privacy.contacts`, so that forms unknown to that
module are still caught. It uses no numbering plan and no grammar; it counts the digits of a run.
"""

from collections.abc import Sequence

# Characters without width, and characters that look like a blank or a dash
_UNSEEN = r"[\x{ad}\x{200b}-\x{200f}\x{2060}\x{feff}]"
_BLANKS = r"[\x{a0}\x{2000}-\x{200a}\x{202f}\x{3000}\x{2010}-\x{2015}\x{2212}]"
# A sign between two words, the second with a dot; or the sign and the dot written out; or a word
# with a digit or a dot in it, at a host
_ADDRESSES = (
    r"[\p{L}\d\"][ ]?@ ?[\p{L}\d][\p{L}\d_.-]*[.,] ?\p{L}",
    r"(?i)[({\[] ?at ?[)}\]] ?[\p{L}\d-]+( ?[({\[]|\.)\S",
    r"(?i)\w at [\w-]+ (\(|\[|\{)? ?dot\b",
    r"(?i)[a-z][\w-]*[.\d][\w-]* at [\w-]+\.[a-z]",
)
# A run of groups of two digits or more that begins with +, or with a code of three or more
_RUNS = (
    r"(?:^|[^\w£.,/-])((?:\+\d+(?:[ ().-]+\d+)?|\(?00[1-9]\d*|\( ?0 ?\)\d+|\(? ?0[1-35-9]\d+)"
    r"(?:[ ().-]+\d{2,}|\d+)+)(?:[^\d%]|$)"
)
_NATIONAL, _INTERNATIONAL = "between 10 and 11", "between 10 and 14"
# Few digits after a word or letter that introduces a number
_ANNOUNCED = (
    r"\b(?i:tel|telephone|phone|fax|mobile|mob|minicom|ddi)(?:[ .]{1,2}(?i:nos?|numbers?))?"
    r"[ .:*_]{1,6}(?:\+?\(?\d[ ().]*){5,}\d|\(?0\d{3,4}\)?/\d{6}\b|"
    r"\b[TMF]: ?(?:\d[ ().-]*){5,}\d|\b(?i:ext|extn|extension)[ .:]{1,3}\d{3,5}\b"
)


# What a text with an address, or with a number, has one of. Most texts have none, and so need no
# closer look, which costs many times as much. They are apart, because one large pattern is slow.
_MAY_HOLD_ADDRESS = (
    r"[@＠]",
    _UNSEEN,
    r"(?i:[^\p{L}\d]at[^\p{L}\d]{1,4}[\w\p{L}-]+(?:[^\p{L}\d]{0,3}dot|\.\S| ?[({\[]))",
)
_MAY_HOLD_NUMBER = (
    _UNSEEN,
    r"(?i:tel|phone|fax|mob|minicom|ddi|\b[tmf]:).{0,20}[\d０-９]",
    r"(?i:\bext(?:n|ension)?).{1,4}[\d０-９]",
    r"[+0０](?:[ ()./\x{a0}\x{2000}-\x{2015}\x{202f}\x{2212}\x{3000}-]{0,5}[\d０-９]){8}",
)


def holds_contact(texts: Sequence[str], words: Sequence[str]) -> str:
    """A condition of DuckDB that is true where a row holds an address or a number.

    Args:
        texts: Columns of text.
        words: Those of them in which digits may be a telephone number.
    """
    conditions = [f"regexp_matches(plain[1], {_quoted(pattern)})" for pattern in _ADDRESSES]
    if words:
        digits = r"length(regexp_replace(run, '\D', '', 'g'))"
        conditions.append(f"regexp_matches(plain[2], {_quoted(_ANNOUNCED)})")
        conditions.append(
            f"len(list_filter(regexp_extract_all(plain[2], {_quoted(_RUNS)}, 1), lambda run: "
            f"{digits} {_NATIONAL} or regexp_matches(run, '^(\\+|\\(?00)') and "
            f"{digits} {_INTERNATIONAL})) > 0"
        )
    found = "\n        or ".join(conditions)
    # The plain text is made once: a lambda gives it a name.
    plain = f"[{_plain(texts)}, {_plain(words) if words else 'null'}]"
    may_hold = [
        f"regexp_matches({_joined(columns)}, {_quoted(pattern)})"
        for columns, patterns in ((texts, _MAY_HOLD_ADDRESS), (words, _MAY_HOLD_NUMBER))
        for pattern in (patterns if columns else ())
    ]
    return (
        f"({' or '.join(may_hold)})\n"
        f"    and list_transform([{plain}], lambda plain:\n        {found}\n    )[1]"
    )


def _joined(columns: Sequence[str]) -> str:
    # Patterns match within one line, so a line break keeps two columns apart.
    return f"concat_ws('\n', {', '.join(columns)})"


def _plain(columns: Sequence[str]) -> str:
    """The text of some columns, one per line, with plain blanks and no invisible characters."""
    seen = f"translate({_joined(columns)}, '＠０１２３４５６７８９', '@0123456789')"
    return f"regexp_replace(regexp_replace({seen}, '{_UNSEEN}', '', 'g'), '{_BLANKS}', ' ', 'g')"


def _quoted(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
