"""The words of a search, and where they are in a text."""

import duckdb
import pytest

from pipelines.lookup.terms import Term, find_terms, in_a_row, parse_terms, snippet
from pipelines.runtime.lookup_errors import NothingToFind


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        (("pier", "dues"), [("pier",), ("dues",)]),
        (("harbour dues", "pier"), [("harbour", "dues"), ("pier",)]),
        (('"harbour dues" pier',), [("harbour", "dues"), ("pier",)]),
        (("“harbour dues”", "the", "pier"), [("harbour", "dues"), ("the",), ("pier",)]),
        (("O’Weir-Jones",), [("o", "weir", "jones")]),
        (("Ynys Môn",), [("ynys", "mon")]),
        (("pier", "PIER"), [("pier",)]),
        (('"harbour',), [("harbour",)]),
    ],
)
def test_terms_of_a_request(asked: tuple[str, ...], terms: list[tuple[str, ...]]) -> None:
    assert [term.words for term in parse_terms(asked)] == terms


@pytest.mark.parametrize("asked", [("",), ('""',), ("—", "…"), tuple(f"w{n}" for n in range(31))])
def test_no_words_and_too_many_are_refused(asked: tuple[str, ...]) -> None:
    with pytest.raises(NothingToFind):
        parse_terms(asked)


FINDS = [
    ("pier", "Of piers, the Pier's end and a pierced hull", ["piers", "Pier"]),
    ("bodies", "a body of bodies, embodied", ["body", "bodies"]),
    ("losses", "One loss, two losses, lost", ["loss", "losses"]),
    ("gas", "gas, gases and gass", ["gas", "gases"]),
    (
        "harbour dues",
        "Harbour-dues; harbour\tdue, harbour and dues",
        ["Harbour-dues", "harbour\tdue"],
    ),
    ("mon", "Ynys Môn, monitored", ["Môn"]),
    ("2015/16", "in 2015-16 and 2015/16, not 2015/167", ["2015-16", "2015/16"]),
]


@pytest.mark.parametrize(("words", "text", "found"), FINDS)
def test_a_term_finds_whole_words_in_each_form(words: str, text: str, found: list[str]) -> None:
    (term,) = parse_terms([words])
    assert [text[start:end] for start, end in find_terms(text, [term])] == found


@pytest.mark.parametrize(("words", "text", "found"), FINDS)
def test_the_database_finds_as_often(words: str, text: str, found: list[str]) -> None:
    (term,) = parse_terms([words])
    ((number, letters),) = duckdb.execute(
        "select len(regexp_extract_all(words, $pattern)), contains(words, $letters) "
        "from (select strip_accents(lower($text)) as words)",
        {"pattern": term.sql_pattern, "letters": term.rarest, "text": text},
    ).fetchall()
    assert (number, letters) == (len(found), True)


def test_words_are_marked_once_where_terms_overlap() -> None:
    terms = parse_terms(["harbour dues", "dues rise"])
    assert find_terms("Harbour dues rise.", terms) == [(0, 17)]


def test_one_term_is_no_row_of_words() -> None:
    assert in_a_row(parse_terms(["harbour dues"])) is None
    assert in_a_row(parse_terms(["harbour", "dues"])) == Term(("harbour", "dues"))


def test_a_snippet_holds_most_of_the_words_and_cuts_none() -> None:
    text = (
        f"A pier. {'Much was said of it. ' * 9}Then the pier and its dues were one. {'Thus. ' * 9}"
    )
    spans = find_terms(text, parse_terms(["pier", "dues"]))
    start, end = snippet(text, spans, 60)
    assert "pier and its dues" in text[start:end]
    assert text[start - 1] == text[end] == " "
    assert snippet("A pier.", [(2, 6)], 60) == (0, 7)
