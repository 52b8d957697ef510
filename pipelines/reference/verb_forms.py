"""The forms of English verbs: take, takes, took, taken, taking."""

from collections.abc import Iterable
from pathlib import Path

from pipelines.reference.csv_tables import RegisterError

IRREGULAR_PRESENTS = {"have": "has", "be": "is"}
VOWELS = "aeiou"


def forms_of(folder: Path, phrase: str, forms: str) -> Iterable[tuple[str, str]]:
    """Name and words of each form of a verb: `noun` for one that has none.

    Args:
        folder: The register, which an error names.
        phrase: The verb as in `to take part`.
        forms: Past, participle and ing, parted by `|`; regular ones if empty.

    Raises:
        RegisterError: There is another number of forms.
    """
    if forms == "noun":
        return [("noun", phrase)]
    first, _, rest = phrase.partition(" ")
    ending = f" {rest}" if rest else ""
    present = ("present", f"{_with_s(first)}{ending}")
    if not forms:
        stem = first[:-1] if first.endswith("e") else first
        past = f"{first[:-1]}ied" if _ends_in_y(first) else f"{stem}ed"
        return [
            ("base", phrase),
            present,
            ("past", f"{past}{ending}"),
            ("participle", f"{past}{ending}"),
            ("ing", f"{stem}ing{ending}"),
        ]
    given = forms.split("|")
    if len(given) != 3:
        reason = f"{phrase!r} needs three forms, past|participle|ing, and has {forms!r}"
        raise RegisterError(folder / "statement_verbs.csv", reason)
    return [
        ("base", phrase),
        present,
        *zip(("past", "participle", "ing"), given, strict=True),
    ]


def _with_s(word: str) -> str:
    if word in IRREGULAR_PRESENTS:
        return IRREGULAR_PRESENTS[word]
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x", "o")) else f"{word}s"


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in VOWELS
