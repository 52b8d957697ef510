from collections.abc import Iterator

import duckdb
import pytest

from pipelines.audit.contact_details import holds_contact
from pipelines.privacy.contacts import mask_contacts, mask_suspects
from tests.unit.privacy.contact_forms import ADDRESSES, NO_CONTACTS, NUMBERS

# Few digits that a word announces, in the forms that the check knows
ANNOUNCED = ("T: 7946 0000", "Tel. no: 7946 0000", "ext 4521", "extension 4523")


@pytest.fixture
def words() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("create table words (label varchar, said varchar)")
        yield connection


def found(connection: duckdb.DuckDBPyConnection, printed: tuple[str, ...]) -> set[str]:
    """Those of some texts that the check finds."""
    connection.executemany("insert into words values ('x', ?)", [(each,) for each in printed])
    condition = holds_contact(["label", "said"], ["said"])
    rows = connection.execute(f"select said from words where {condition}").fetchall()
    return {said for (said,) in rows}


def test_the_check_sees_every_form(words: duckdb.DuckDBPyConnection) -> None:
    forms = tuple(f"Ask {form}, or come by" for form in (*ADDRESSES, *NUMBERS, *ANNOUNCED))

    assert found(words, forms) == set(forms)


def test_what_is_masked_for_readers_passes_the_check(words: duckdb.DuckDBPyConnection) -> None:
    suspects = ("001908 301.92 for a wreath", "0345 6789 12 of 2017")
    forms = tuple(f"Ask {form}, or come by" for form in (*ADDRESSES, *NUMBERS, *suspects))
    masked = tuple(mask_suspects(mask_contacts(form)) for form in (*forms, *NO_CONTACTS))

    assert found(words, suspects) == set(suspects)
    assert found(words, masked) == set(suspects)  # those of the line before, as they were put in


def test_the_check_lets_figures_dates_and_references_pass(
    words: duckdb.DuckDBPyConnection,
) -> None:
    assert found(words, NO_CONTACTS) == set()


def test_columns_that_are_no_words_are_searched_for_addresses_alone(
    words: duckdb.DuckDBPyConnection,
) -> None:
    words.execute("insert into words values ('f01632 960122', 'a'), ('a.bee@weir.example', 'b')")

    rows = words.execute(
        f"select said from words where {holds_contact(['label', 'said'], ['said'])}"
    ).fetchall()
    assert rows == [("b",)]
