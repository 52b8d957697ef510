"""Finds the body of a printed name: a registered authority, another body, or the association."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.authorities.boards import BODY_WORDS, SMALL_WORDS, quiet_title
from pipelines.reference.csv_tables import read_table
from pipelines.reference.slugs import fold, name_key, slug

EDGES = " \t.*#,;:|()[]–—-"
# One word more than the longest name seen; longer text is a sentence
MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Body:
    """A body that boards belong to.

    Attributes:
        body_id: A slug of the name; for an authority of the register its id.
        council_id: None if the body is not in the register.
    """

    body_id: str
    name: str
    council_id: str | None = None


@dataclass(frozen=True, slots=True)
class Bodies:
    """The words that make a name the name of a body, and the association that owns the boards.

    Attributes:
        endings: Words in which the name of a body ends.
        plain: Words that name no body by themselves, such as parish council.
        passing: Those of them that describe the meeting and are never part of a name.
        places: Addresses that only the association's own papers print in their heads.
        addresses: Addresses that they print anywhere.
        find_council: The id and the official name of an authority of the register.
    """

    association: Body
    names: frozenset[str]
    places: tuple[str, ...]
    addresses: tuple[str, ...]
    endings: frozenset[str]
    plain: frozenset[str]
    passing: frozenset[str]
    find_council: Callable[[str], tuple[str, str] | None]

    def resolve(self, printed: str) -> Body | None:
        """The body, if the text is a body's name and nothing else; otherwise None."""
        text = fold(printed).strip(EDGES)
        if name_key(text) in self.names:
            return self.association
        words = [word for word in text.split(" ") if word.casefold() not in self.passing]
        words = words[words[:1] in (["the"], ["The"], ["THE"]) :]
        name = quiet_title(words).replace(" & ", " and ")
        is_name = self._is_name(words)
        # Royal Borough of Quay, Cyngor Weir: names that begin with the kind of body
        begins = len(words) > 1 and words[0].casefold() in self.plain
        council = self.find_council(name) if is_name or begins else None
        if council:
            return Body(council[0], council[1], council[0])
        if not is_name:
            return None
        is_kind = "of" not in words or self.is_plain(" ".join(words[: words.index("of")]))
        return Body(slug(name), name) if is_kind else None

    def is_plain(self, text: str) -> bool:
        """Whether a title has only words that name no body: Full Council, Parish Council."""
        words = {word.casefold() for word in text.split(" ")}
        return words <= self.plain | self.passing | self.endings | SMALL_WORDS

    def is_whole(self, board: str, body: Body) -> bool:
        """Whether a board is its body itself: the Full Council, the County Council of Quay's.

        Each word of such a name is one of the body's, in the same order, up to the last.
        """
        words = [word for word in name_key(board).split(" ") if word not in self.passing]
        rest = iter(reversed(name_key(body.name).split(" ")))
        return words[-1:] == name_key(body.name).split(" ")[-1:] and all(
            word in rest for word in reversed(words)
        )

    def _is_name(self, words: list[str]) -> bool:
        if not 2 <= len(words) <= MOST_WORDS or words[-1].casefold() not in self.endings:
            return False
        first = {word.casefold() for word in words[:-1]}
        is_board = not first.isdisjoint(BODY_WORDS)
        if is_board or words[0].casefold() in SMALL_WORDS or self.is_plain(" ".join(words)):
            return False
        return all(_is_of_a_name(word) for word in words)


def load_bodies(folder: Path, find_council: Callable[[str], tuple[str, str] | None]) -> Bodies:
    """Read the words of names of bodies, and the names of the association."""
    words = read_table(folder, "body_words", ("word", "kind"))
    printed = read_table(folder, "association_names", ("name", "printed", "kind"))
    name = printed[0]["name"]
    return Bodies(
        association=Body(slug(name), name),
        names=frozenset(name_key(row["printed"]) for row in printed if row["kind"] == "name"),
        places=tuple(row["printed"] for row in printed if row["kind"] == "place"),
        addresses=tuple(row["printed"] for row in printed if row["kind"] == "address"),
        endings=frozenset(row["word"] for row in words if row["kind"] == "body"),
        plain=frozenset(row["word"] for row in words if row["kind"] == "plain"),
        passing=frozenset(row["word"] for row in words if row["kind"] == "passing"),
        find_council=find_council,
    )


def _is_of_a_name(word: str) -> bool:
    return word[:1].isupper() or word.casefold() in SMALL_WORDS or word == "&"
