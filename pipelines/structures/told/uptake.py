"""What a sentence says became of those it counts: took part, signed up, planned, dropped out."""

from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import PLANNED, STANDINGS
from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.marks import HAVE
from pipelines.structures.prose.paper_terms import NO_TERMS
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told


def standing_of(sentence: Sentence, told: Told) -> str | None:
    """What became of those counted; None if it is nothing that counts."""
    if not told.counted.may_count:
        return None
    if told.counted.role == "target":
        return PLANNED
    act, unit = told.act, told.unit
    is_had = act is not None and sentence.marks.word(act.after - 1) in HAVE
    if is_had and unit and unit.unit == "places" and act and act.counted == "object":
        return None  # the self-assessment has seven areas
    if act and (act.is_denied or act.is_supposed):
        return None
    if act and act.form == "present" and sentence.marks.word(told.counted.first - 1) == "the":
        return None  # it supports the 339 authorities: all that there are
    standing = act.standing if act else None
    if unit and unit.standing == "signed_up" and standing == "took_part":
        standing = "signed_up"  # 1,550 applications were received
    if standing is None and unit and unit.standing and (act is None or act.challenge is None):
        if _is_supposed(sentence, told):
            return None
        standing = PLANNED if act and act.is_planned else unit.standing
    if sentence.is_plan and act and act.is_open and standing in STANDINGS:
        return PLANNED
    return standing if standing in STANDINGS else None


def _is_supposed(sentence: Sentence, told: Told) -> bool:
    """Whether `whether` or `could` stands before a number that has no verb."""
    marks = sentence.marks
    before = [first for first, _ in marks.words("suppose") if first < told.counted.first]
    return bool(before) or marks.text.rstrip().endswith("?")


def find_standing(text: str, registers: Registers) -> str | None:
    """The standing of those in a caption without a number; of several, the weakest.

    Source: the caption of a table, such as `Councillors who signed up, by region`. Phrases with
    the counted after them are not used: `Attendance by region` may be the title of any table.
    """
    marks = read_marks(text, registers, NO_TERMS)
    done = {
        act.standing
        for act in marks.acts
        if act.form not in ("base", "present") and act.counted != "object" and not act.is_denied
    }
    return next((standing for standing in STANDINGS if standing in done), None)
