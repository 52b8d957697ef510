"""A pattern that first looks for words of its phrases finds what it would find without."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from pipelines.notation.words import WordPattern
from pipelines.reference.csv_tables import read_table
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

REGISTERS = load_registers(REFERENCE)
LEXICON = REGISTERS.statement_words
PATTERNS = [
    LEXICON.offer_pattern,
    *(LEXICON.pattern_of(kind) for kind in ("reported", "plan", "plan_title", "note_title")),
    *(
        value
        for register in (REGISTERS.roll_words, REGISTERS.day_words, REGISTERS.paper_words)
        for field in fields(register)
        if isinstance(value := getattr(register, field.name), WordPattern)
    ),
]
REGISTERED = (
    *("roll_words", "day_words", "paper_words"),
    *("participation_offers", "statement_words"),
)
PHRASES = sorted(
    {next(iter(row.values())) for name in REGISTERED for row in read_table(REFERENCE, name, ())}
)
# Letters that are equal to others if case is ignored, and blanks of all kinds
LOOKALIKES = str.maketrans({"i": "ı", "s": "ſ", "k": "\u212a", " ": "\u00a0"})
PRINTED = st.sampled_from(PHRASES).flatmap(
    lambda phrase: st.sampled_from(
        [phrase, phrase.upper(), phrase.title(), phrase.translate(LOOKALIKES), phrase[:-1]]
    )
)
TEXTS = st.lists(PRINTED | st.sampled_from([".", ", ", " ", "\n", "x", "3 March 2017"]), max_size=6)


@given(TEXTS)
def test_the_words_of_a_pattern_are_part_of_each_match(parts: list[str]) -> None:
    text = "".join(parts)
    for words in PATTERNS:
        assert words.may_match(text) or words.pattern.search(text) is None


def test_there_are_such_patterns() -> None:
    assert len(PATTERNS) > 15
