from datetime import date

import pytest

from pipelines.reference.people.parties import PartyMatch
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

PARTIES = load_registers(REFERENCE).parties
IN_2014 = date(2014, 12, 1)


@pytest.mark.parametrize(
    ("printed", "party", "group"),
    [
        pytest.param("Labour ( 7)", "Labour", "Labour", id="count in brackets"),
        pytest.param("Labour (7", "Labour", "Labour", id="bracket cut off"),
        pytest.param("**CONSERVATIVE  Group:**", "Conservative", "Conservative", id="markup"),
        pytest.param("Lib Dem Group", "Liberal Democrat", "Liberal Democrat", id="short group"),
        pytest.param("Ind.", "Independent", "Independent", id="short form with full stop"),
        pytest.param("Green", "Green", "Independent", id="party inside a group"),
        pytest.param("Plaid Cymru", "Plaid Cymru", "Independent", id="welsh party"),
        pytest.param("Residents’ Association", "Residents", "Independent", id="curly apostrophe"),
        pytest.param("Lab Co-op", "Labour", "Labour", id="Labour with the Co-operative Party"),
        pytest.param("Labour & Co-op (2)", "Labour", "Labour", id="the same with an ampersand"),
        pytest.param("Farnham Residents", "Residents", "Independent", id="residents of one town"),
        pytest.param("Ashfield Independents", "Other", "Independent", id="party of one district"),
    ],
)
def test_a_printed_party_resolves(printed: str, party: str, group: str) -> None:
    assert PARTIES.resolve(printed, IN_2014) == PartyMatch(party, group)


@pytest.mark.parametrize(
    ("on", "group"),
    [
        pytest.param(date(2025, 6, 30), "Independent", id="last day in the independent group"),
        pytest.param(date(2025, 7, 1), "Reform UK", id="first day of its own group"),
        pytest.param(None, "Reform UK", id="no date takes the latest"),
    ],
)
def test_reform_uk_changes_group(on: date | None, group: str) -> None:
    assert PARTIES.resolve("Reform UK", on) == PartyMatch("Reform UK", group)


@pytest.mark.parametrize("printed", ["", "(7)", "Kent", "Vacancy", "Chairman"])
def test_what_is_no_party_is_none(printed: str) -> None:
    assert PARTIES.resolve(printed, IN_2014) is None
