import pytest

from pipelines.privacy.contacts import longest_without_contacts, mask_contacts, without_contacts
from pipelines.schema.records import Decision

EMAIL, PHONE = "[e-mail address removed]", "[telephone number removed]"


@pytest.mark.parametrize(
    ("printed", "masked"),
    [
        pytest.param("a.bee@weir.example", EMAIL, id="an address"),
        pytest.param("to a.bee @ weir.org.example.", f"to {EMAIL}.", id="an address with spaces"),
        pytest.param("to a.bee(at)weir.example", f"to {EMAIL}", id="an address spelled out"),
        pytest.param("to a.bee [AT] weir.example", f"to {EMAIL}", id="spelled out with spaces"),
        pytest.param("070000 00000", PHONE, id="a number grouped wrongly"),
        pytest.param("a meal (at) noon. Then", "a meal (at) noon. Then", id="a word in brackets"),
        pytest.param("020 0000 0000", PHONE, id="three groups"),
        pytest.param("0200 000 0000", PHONE, id="groups of another length"),
        pytest.param("0700 0000000", PHONE, id="two groups"),
        pytest.param("01000000000", PHONE, id="one group"),
        pytest.param("(01000) 000000", PHONE, id="a code in brackets"),
        pytest.param("+44 (0)20 0000 0000", PHONE, id="from abroad"),
        pytest.param("020 0000 0000email", f"{PHONE}email", id="a word run on"),
        pytest.param("Phone no: 0000 0000", f"Phone no: {PHONE}", id="a short number announced"),
        pytest.param("Cee 0 3 1 2 5 6 10 11 0", "Cee 0 3 1 2 5 6 10 11 0", id="a row of counts"),
        pytest.param("2010 2011 2012", "2010 2011 2012", id="years"),
        pytest.param("£1,000 123 456", "£1,000 123 456", id="money"),
        pytest.param("09/09/10 17/11/10", "09/09/10 17/11/10", id="dates"),
        pytest.param("12 @ 3.50", "12 @ 3.50", id="a price"),
    ],
)
def test_addresses_and_numbers_are_masked_and_nothing_else_is(printed: str, masked: str) -> None:
    assert mask_contacts(printed) == masked


def test_a_quote_keeps_its_longest_stretch() -> None:
    quote = "Contact: Ann Bee, 020 0000 0000, at the ferry office (a.bee@weir.example)"

    assert longest_without_contacts(quote) == ", at the ferry office ("


def test_a_record_is_cleaned_field_by_field() -> None:
    decision = Decision(
        board_id="ferry-board",
        meeting_date=None,
        item_no="1",
        item_title=None,
        seq=1,
        text="Write to a.bee@weir.example.",
        locator="l1",
        quote="1. Write to a.bee@weir.example.",
    )

    cleaned = without_contacts(decision)

    assert cleaned is not None
    assert (cleaned.text, cleaned.quote) == (f"Write to {EMAIL}.", "1. Write to")


def test_a_record_whose_quote_holds_nothing_else_goes() -> None:
    decision = Decision(
        board_id="ferry-board",
        meeting_date=None,
        item_no=None,
        item_title=None,
        seq=1,
        text="a.bee@weir.example",
        locator="l1",
        quote="a.bee@weir.example",
    )

    assert without_contacts(decision) is None
