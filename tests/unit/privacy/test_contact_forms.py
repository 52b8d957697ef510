import pytest

from pipelines.notation.addresses import EMAIL_NOTE, mask_values
from pipelines.privacy.contacts import PHONE_NOTE, mask_contacts
from tests.unit.privacy.contact_forms import ADDRESSES, ANNOUNCED, NO_CONTACTS, NUMBERS


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("sentence", ["Write to {}.", "({})", "E-mail: {}, or come by"])
def test_addresses_are_masked_in_every_form(sentence: str, address: str) -> None:
    assert mask_contacts(sentence.format(address)) == sentence.format(EMAIL_NOTE)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("sentence", ["Ask at {}.", "Ann Bee - {} - Weir Hall", "In 2014 12 at {}"])
def test_whole_numbers_are_masked_in_every_form(sentence: str, number: str) -> None:
    assert mask_contacts(sentence.format(number)) == sentence.format(PHONE_NOTE)


@pytest.mark.parametrize(("ahead", "number"), ANNOUNCED)
def test_short_numbers_are_masked_where_a_word_announces_them(ahead: str, number: str) -> None:
    assert number not in mask_contacts(f"Ann Bee, {ahead}{number}")


@pytest.mark.parametrize("printed", NO_CONTACTS)
def test_figures_dates_and_references_stay(printed: str) -> None:
    assert mask_contacts(printed) == printed


def test_values_of_a_message_lose_addresses_and_nothing_else() -> None:
    values = {"new": ["notes/a.bee@weir.example.pdf"], "count": 3, "paths": ("b.pdf",)}

    assert mask_values(values) == {
        "new": [f"notes/{EMAIL_NOTE}"],
        "count": 3,
        "paths": ["b.pdf"],
    }
