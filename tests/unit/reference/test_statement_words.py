"""The words of statements: read, found in a text, and added with one line."""

import shutil
from pathlib import Path

import pytest

from pipelines.reference.challenge_types import load_challenge_types
from pipelines.reference.csv_tables import RegisterError
from pipelines.reference.registers import load_registers
from pipelines.reference.statement_words import (
    StatementWords,
    Unit,
    Verb,
    Word,
    load_statement_words,
    tokens_of,
)
from pipelines.runtime.places import REFERENCE
from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.paper_terms import NO_TERMS

HEADERS = {
    "participation_units": "printed,unit,status",
    "statement_verbs": "phrase,forms,participation,challenge,counted",
    "statement_words": "phrase,kind,value",
    "participation_offers": "phrase",
    "challenge_types": "printed,challenge_type",
}


def lexicon(folder: Path, **lines: list[str]) -> Path:
    """A folder with the registers of statements that hold these lines."""
    for name, header in HEADERS.items():
        text = "\n".join([header, *lines.get(name, [])])
        (folder / f"{name}.csv").write_text(f"{text}\n", encoding="utf-8")
    return folder


def words(folder: Path, **lines: list[str]) -> StatementWords:
    return load_statement_words(lexicon(folder, **lines))


def found(lexicon: StatementWords, text: str) -> list[tuple[str, str]]:
    """Each phrase that is found, with the form of the verb or the name of the class."""
    tokens = tokens_of(text)
    return [
        (
            " ".join(token.word for token in tokens[phrase.first : phrase.after]),
            entry.form if isinstance(entry, Verb) else type(entry).__name__,
        )
        for phrase in lexicon.find(tokens)
        for entry in phrase.entries
    ]


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        pytest.param("row,", ["row", "rows", "rowed", "rowed", "rowing"], id="regular"),
        pytest.param("ferry,", ["ferry", "ferries", "ferried", "ferried", "ferrying"], id="y"),
        pytest.param(
            "convey,", ["convey", "conveys", "conveyed", "conveyed", "conveying"], id="ey"
        ),
        pytest.param(
            "moor at,", ["moor at", "moors at", "moored at", "moored at", "mooring at"], id="two"
        ),
        pytest.param("dredge,", ["dredge", "dredges", "dredged", "dredged", "dredging"], id="e"),
        pytest.param("punch,", ["punch", "punches", "punched", "punched", "punching"], id="ch"),
        pytest.param(
            "sink,sank|sunk|sinking", ["sink", "sinks", "sank", "sunk", "sinking"], id="irregular"
        ),
        pytest.param("have,had|had|having", ["have", "has", "had", "had", "having"], id="have"),
    ],
)
def test_the_forms_of_a_verb(tmp_path: Path, line: str, forms: list[str]) -> None:
    verbs = words(tmp_path, statement_verbs=[f"{line},took_part,,subject"])
    names = ("base", "present", "past", "participle", "ing")
    for name, form in zip(names, forms, strict=True):
        assert (form, name) in found(verbs, f"They {form}.")


def test_a_noun_has_no_other_form(tmp_path: Path) -> None:
    verbs = words(tmp_path, statement_verbs=["launch of,noun,took_part,,object"])
    assert found(verbs, "The launch of it") == [("launch of", "noun")]
    assert found(verbs, "They launched of it") == []


@pytest.mark.parametrize("forms", ["sank", "sank|sunk", "sank|sunk|sinking|sinks"])
def test_a_verb_with_another_number_of_forms_is_refused(tmp_path: Path, forms: str) -> None:
    with pytest.raises(RegisterError) as refused:
        words(tmp_path, statement_verbs=[f"sink,{forms},took_part,,subject"])

    assert refused.value.reason == (
        f"'sink' needs three forms, past|participle|ing, and has {forms!r}"
    )


def test_of_one_class_the_longest_phrase_is_meant(tmp_path: Path) -> None:
    lines = ["plan,plan,", "plan to,plan,", "to,stop,"]
    assert found(words(tmp_path, statement_words=lines), "They plan to sail.") == [
        ("plan to", "Word"),
        ("to", "Word"),
    ]


def test_units_are_found_in_both_numbers(tmp_path: Path) -> None:
    units = words(tmp_path, participation_units=["ferries,boats,", "applicants,people,signed_up"])
    assert [units.unit_of(word) for word in ("ferries", "Ferry", "wherry")] == [
        Unit("boats"),
        Unit("boats"),
        None,
    ]
    assert units.standings == {"people": "signed_up"}
    assert units.subject_words == {"ferries", "ferry", "applicants", "applicant"}
    assert units.is_known("Ferry to Weir")
    assert not units.is_known("Weir ferry")


def test_a_word_for_an_offer_alone_is_no_name(tmp_path: Path) -> None:
    lexicon = words(tmp_path, participation_offers=["regatta"])
    assert [lexicon.is_known(text) for text in ("Regatta", "Regattas", "Regatta of Weir")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("first", "second", "unit"),
    [
        ("leaders", "officers", "people"),
        ("leaders", "leaders", "leaders"),
        ("councils", "leaders", "councils"),
    ],
)
def test_two_units_together(tmp_path: Path, first: str, second: str, unit: str) -> None:
    assert words(tmp_path).joined(Unit(first), Unit(second)).unit == unit


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("ten joined regional sailing lessons.", "regional sailing lessons"),
        ("ten joined the sailing lessons.", "sailing lessons"),
        ("ten joined lessons.", "lessons"),
        ("ten joined advanced lessons.", "lessons"),
        ("ten joined the club.", None),
    ],
)
def test_an_offer_with_the_words_that_name_it(tmp_path: Path, text: str, offer: str | None) -> None:
    known = words(
        tmp_path,
        participation_offers=["lessons"],
        statement_words=["the,stop,"],
        statement_verbs=["join,,took_part,,subject"],
    )
    match = known.offer_pattern.search(text)
    assert (match[0] if match else None) == offer


def test_the_type_that_stands_first_in_the_register_decides(tmp_path: Path) -> None:
    types = load_challenge_types(
        lexicon(tmp_path, challenge_types=["dredg,harbour", "ferr,crossing"])
    )
    assert types.first_in("a review of Ferries and of dredging") == "harbour"
    assert types.first_in("a review of the wherries") is None
    assert [types.match(text) for text in ("ferries of Weir", "Weir ferries")] == ["crossing", None]


def test_a_type_that_is_no_regular_expression_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError) as refused:
        load_challenge_types(lexicon(tmp_path, challenge_types=["ferr(,crossing"]))

    assert refused.value.reason == (
        "'ferr(' is no regular expression: missing ), unterminated subpattern at position 6"
    )


@pytest.mark.parametrize(
    ("name", "line", "text", "told"),
    [
        pytest.param(
            "statement_verbs", "yodel,,took_part,,subject", "40 yodeled.", "acts", id="verb"
        ),
        pytest.param(
            "participation_units", "yodellers,people,", "40 yodellers.", "units", id="unit"
        ),
        pytest.param("participation_offers", "yodel", "an alpine yodel", "names_offer", id="offer"),
        pytest.param(
            "statement_words", "yodel,offer_name,", "the Alpine Yodel", "names_offer", id="name"
        ),
        pytest.param(
            "statement_words",
            "yodel challenge,challenge,",
            "A yodel challenge ran.",
            "challenges",
            id="kind",
        ),
    ],
)
def test_one_line_is_enough_for_a_new_word(
    tmp_path: Path, name: str, line: str, text: str, told: str
) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(REFERENCE, folder)
    before = getattr(read_marks(text, load_registers(folder), NO_TERMS), told)
    with (folder / f"{name}.csv").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    after = getattr(read_marks(text, load_registers(folder), NO_TERMS), told)

    assert (bool(before), bool(after)) == (False, True)


def test_one_line_is_enough_for_a_new_type_of_peer_challenge(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(REFERENCE, folder)
    assert load_registers(folder).challenge_types.first_in("a yodelling review") is None
    with (folder / "challenge_types.csv").open("a", encoding="utf-8") as file:
        file.write("yodel,song\n")
    assert load_registers(folder).challenge_types.first_in("a yodelling review") == "song"
    assert Word("challenge", "") in load_registers(folder).statement_words.entries["peer", "review"]


def test_a_comma_behind_a_number_is_a_mark() -> None:
    words = [token.word for token in tokens_of("In May 2018, 1,024 of 2,000 came.")]
    assert words == ["in", "may", "2018", ",", "1,024", "of", "2,000", "came", "."]
