"""Who came by the records of a paper, against who came in truth."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipelines.extraction.extract import extract_paper
from tests.rolls.papers import Paper, Truth
from tests.rolls.setting import FORMS


@dataclass(slots=True)
class Tally:
    """People read right, not read, and read wrongly."""

    right: int = 0
    missing: int = 0
    wrong: int = 0

    def add(self, other: "Tally") -> None:
        self.right += other.right
        self.missing += other.missing
        self.wrong += other.wrong


@dataclass(frozen=True, slots=True)
class Score:
    """What is not as it should be in a paper of one form."""

    paper: Paper
    form: str
    missing: Truth
    wrong: Truth
    tally: Tally = field(default_factory=Tally)


def score(paper: Paper, form: str) -> Score:
    """Set a paper, read it, and compare."""
    typeset, ending = FORMS[form]
    frames = extract_paper(typeset(paper), f"paper.{ending}").frames
    found: Truth = Counter(
        (_plain(row["councillor_name"]), _status(row)) for row in frames["attendance"].to_dicts()
    )
    truth = Counter({(_plain(name), status): n for (name, status), n in paper.truth.items()})
    right = sum((found & truth).values())
    missing, wrong = truth - found, found - truth
    tally = Tally(right, sum(missing.values()), sum(wrong.values()))
    return Score(paper, form, missing, wrong, tally)


def _plain(name: str) -> str:
    """A name without the marks and blanks that printers put between letters."""
    words = name.replace(".", ". ").split()
    return " ".join(word.rstrip(".") for word in words)


def _status(row: dict[str, object]) -> str:
    is_guest = row["capacity"] == "in_attendance" and row["status"] == "present"
    return "attending" if is_guest else str(row["status"])


def tallies(scores: Iterable[Score]) -> dict[tuple[str, str], Tally]:
    """The tallies by kind and form."""
    found: dict[tuple[str, str], Tally] = {}
    for each in scores:
        found.setdefault((each.paper.kind, each.form), Tally()).add(each.tally)
    return found
