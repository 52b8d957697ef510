"""Words by which notes of meetings mark decisions, actions and owners: `note_words.csv`."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.notation.words import alternatives
from pipelines.reference.meetings.word_phrases import read_phrases

KINDS = ("decision", "action", "owner_label", "owner", "due_label", "said", "subject", "verb")
# What may be between a label and the text that it labels
MARK = r"\s*+(?:[:–—]|-(?=\s))[\s–—-]*+"


@dataclass(frozen=True, slots=True)
class NoteWords:
    """The register as patterns.

    Attributes:
        decision: A line that is no more than a heading for decisions: Decision, Decisions taken:
        action: The same for actions: Action points.
        decision_label: A label for a decision on the same line; action_label one for an action.
        inner_action: Where such a label follows a sentence.
        owner_label: A label for an owner within a line: Owner: Ann Bee.
        due_label: A label for the day by which an action is to be done, at the start of a line.
        owner_head: The head of a column of owners; said_head one of what was said.
        owner: A word for those who are to act, in place of a name.
        lead_in: A line that only says who decides or acts, above what they do: The Board agreed:
    """

    decision: re.Pattern[str]
    action: re.Pattern[str]
    decision_label: re.Pattern[str]
    action_label: re.Pattern[str]
    inner_action: re.Pattern[str]
    owner_label: re.Pattern[str]
    due_label: re.Pattern[str]
    owner_head: re.Pattern[str]
    said_head: re.Pattern[str]
    owner: re.Pattern[str]
    lead_in: re.Pattern[str]


def load_note_words(folder: Path) -> NoteWords:
    """Read the register of words of notes."""
    phrases = read_phrases(folder, "note_words", KINDS)
    words = {kind: alternatives(found) for kind, found in phrases.items()}
    subject = rf"(?:the\s)?(?:{words['subject']})\b"
    verb = rf"(?:{words['verb']}|{words['decision']})\b"
    mark = r"\s?[:;,–—-]{0,3}"
    # Resolved: that the Board / The Board agreed: / Members agreed to: / Officers to; / The Board
    lead_in = (
        rf"^(?=.*[:;–—-]$|{verb})(?:{verb}{mark}\s?(?:that\s)?)?(?:{subject}\s?)?(?:{verb}\s?)?(?:that|to)?(?:\s?{subject})?"
        rf"(?:\s?(?:that|to))?{mark}$"
    )
    return NoteWords(
        decision=_compiled(rf"^(?:{words['decision']})\s*+[:.–—-]*$"),
        action=_compiled(rf"^(?:{words['action']})\s*+[:.–—-]*$"),
        decision_label=_compiled(rf"^(?:{words['decision']}){MARK}(?=\S)"),
        action_label=_compiled(rf"^(?:{words['action']}){MARK}(?=\S)"),
        inner_action=re.compile(rf"(?<=[.;)])\s(?=[A-Z])(?=(?i:{words['action']})\s?:)"),
        owner_label=_compiled(rf"\b(?:{words['owner_label']})\s?:\s?(?=\S)"),
        due_label=_compiled(rf"^(?:{words['due_label']})\s?:\s?(?=\S)"),
        owner_head=_compiled(rf"^(?:{words['owner_label']})\W*$"),
        said_head=_compiled(rf"^(?:{words['said']})\b.{{0,30}}$"),
        owner=_compiled(rf"^(?:{words['owner']})$"),
        lead_in=_compiled(lead_in),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
