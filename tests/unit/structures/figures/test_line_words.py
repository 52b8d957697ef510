"""What single heads, labels and titles say."""

from datetime import date
from typing import Any

import pytest

from pipelines.structures.figures.line_words import read_line
from tests.unit.structures.paper import registers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("LA", {"programme": "leadership-academy"}, id="a code"),
        pytest.param("N G*", {"programme": "next-generation"}, id="a damaged code"),
        pytest.param(
            "New councillorinduction", {"programme": "new-councillor-induction"}, id="glued"
        ),
        pytest.param(
            "LA 2015/16", {"programme": "leadership-academy", "period": "2015/16"}, id="year"
        ),
        pytest.param("NG completed", {"status": "took_part", "unit": None}, id="a code and a verb"),
        pytest.param("Total", {"programme": "all", "is_total": True}, id="total"),
        pytest.param("Overall", {"programme": "all", "is_total": True}, id="overall"),
        pytest.param(
            "Metropolitandistrict", {"values": {"council_type": "metropolitan"}}, id="value"
        ),
        pytest.param("Labour¹", {"values": {"political_group": "Labour"}}, id="value with a mark"),
        pytest.param(
            "Councillors booked", {"status": "signed_up", "unit": "councillors"}, id="booked"
        ),
        pytest.param("Completed", {"status": "took_part"}, id="completed"),
        pytest.param("Planned", {"status": "planned"}, id="planned"),
        pytest.param("Target for those attending", {"status": "planned"}, id="a target is a plan"),
        pytest.param("Withdrew", {"status": "dropped_out"}, id="withdrew"),
        pytest.param("Applications", {"unit": "applications"}, id="applications"),
        pytest.param("Councils and graduates", {"unit": "mixed"}, id="two units"),
        pytest.param("201 6-1 7", {"period": "2016/17"}, id="years cut by a narrow cell"),
        pytest.param("2016", {"bare_year": 2016}, id="a year alone"),
        pytest.param("Year ended 31 March 2016", {"period": "2015/16"}, id="the year that ended"),
        pytest.param("As at 31 March 2016", {"as_of": date(2016, 3, 31)}, id="a day"),
        pytest.param("At end March 2016", {"as_of": date(2016, 3, 31)}, id="a month's end"),
        pytest.param("Q1", {"is_part_of_year": True}, id="a quarter"),
        pytest.param(
            "Independent (including Plaid Cymru and residents' groups)",
            {"values": {"political_group": "Independent"}},
            id="value with a gloss",
        ),
        pytest.param("Greater Londonb", {"is_torn": True, "values": {}}, id="a mark run in"),
        pytest.param("Greater London", {"is_torn": False}, id="no mark"),
        pytest.param(
            "Finance peer challenges", {"is_peer": True, "challenge_type": "finance"}, id="peer"
        ),
    ],
)
def test_what_a_line_says(text: str, said: dict[str, Any]) -> None:
    line = read_line(text, registers())
    found = {name: getattr(line, name) for name in said}
    if "programme" in found and line.programme:
        found["programme"] = line.programme.programme_id
    assert found == said


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Councillors on the Leadership Academy by region and year", ()),
        ("Councillors by party in Kent", ("Kent",)),
        ("Number of councillors in post", ()),
        ("Harbour Skills", ("Harbour", "Skills")),
    ],
)
def test_words_that_nothing_explains(text: str, rest: tuple[str, ...]) -> None:
    assert read_line(text, registers()).rest == rest


@pytest.mark.parametrize(
    ("text", "is_torn"),
    [("Yorkshire and", True), ("the Humber", True), ("Weir-", True), ("Thames Valley", False)],
)
def test_a_part_of_a_label(text: str, is_torn: bool) -> None:
    assert read_line(text, registers()).is_torn is is_torn
