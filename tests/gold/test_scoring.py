"""The yardstick itself: small invented rows with a known score."""

import pytest

from tests.gold.scoring import Row, same_person, score, words


def statement(item_no: str, text: str) -> Row:
    return {
        "meeting_id": "harbour-board:2001-02-03",
        "item_no": item_no,
        "item_title": "Piers",
        "text": text,
    }


def participation(number: str, **changed: str) -> Row:
    row = {
        "programme_id": "harbour-school",
        "period": "2001/02",
        "as_of": "2001-12-31",
        "participants": number,
        "unit": "councillors",
        "qualifier": "exactly",
        "status": "took_part",
        "paper_id": "00ff",
    }
    return {**row, **changed}


def peer_challenge(**changed: str) -> Row:
    row = {
        "council_id": "",
        "council_name": "",
        "challenge_type": "general",
        "period": "",
        "challenges": "",
        "qualifier": "",
        "status": "offered",
        "savings_gbp": "",
        "savings_period": "",
        "paper_id": "00ff",
        "locator": "l7",
    }
    return {**row, **changed}


def budget_line(line: str, amount: str, locator: str = "l1") -> Row:
    return {
        "paper_id": "00ff",
        "table_title": "Harbour budget",
        "financial_year": "2001/02",
        "line": line,
        "column_name": "Total £m",
        "amount_gbp": amount,
        "is_total": "true",
        "locator": locator,
    }


def seat(name: str, role: str = "member") -> Row:
    return {
        "board_id": "harbour-board",
        "meeting_year": "2000/01",
        "councillor_id": name,
        "role": role,
        "political_group": "Independent",
        "council_id": "east-quay-district-council",
    }


def rates(table: str, gold: list[Row], found: list[Row]) -> tuple[float, float, float]:
    result = score(table, gold, found)
    return result.precision, result.recall, round(result.f1, 3)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Members **noted** the Board’s report;", "members noted the boards report"),
        ("<p>CIIr Ann Bee</p> <p>Clir Cee</p>", "cllr ann bee cllr cee"),
        ("Non-Pay £m", "non pay £m"),
    ],
    ids=["marks and apostrophe", "misread titles", "pounds"],
)
def test_words_are_made_even(printed: str, expected: str) -> None:
    assert words(printed) == expected


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("ann-bee", "ann-bee", True),
        ("sue-bee", "susan-bee", True),
        ("sue-bee", "susan-cee", False),
        ("janet-bee", "judith-bee", False),
    ],
    ids=["equal", "short form", "other surname", "other given name"],
)
def test_people_are_told_apart(gold: str, found: str, expected: bool) -> None:
    assert same_person(gold, found) is expected


def test_found_missed_and_invented_are_counted() -> None:
    result = score(
        "board_memberships",
        [seat("ann-bee", "chair"), seat("sue-cee"), seat("eff-gee")],
        [seat("susan-cee"), seat("ann-bee"), seat("ghost-row"), seat("second-ghost")],
    )
    assert (result.precision, result.recall, round(result.f1, 3)) == (0.5, 2 / 3, 0.571)
    assert result.missed == (seat("eff-gee"),)
    assert result.invented == (seat("ghost-row"), seat("second-ghost"))
    assert result.fields == {"role": 0.5, "political_group": 1.0, "council_id": 1.0}


def test_a_seat_given_twice_counts_once() -> None:
    assert rates("board_memberships", [seat("ann-bee")], [seat("ann-bee"), seat("ann-bee")]) == (
        0.5,
        1.0,
        0.667,
    )


def test_a_statement_is_matched_with_the_nearest_text_of_its_item() -> None:
    short = statement("1", "Members noted the report.")
    long = statement("1", "Members noted the report and agreed the plan for the piers.")
    result = score("decisions", [short, long], [long, short])
    assert result.pairs == ((short, short), (long, long))
    assert result.fields == {"item_title": 1.0, "text": 1.0}


def test_half_a_statement_is_found_but_its_text_is_not_whole() -> None:
    whole = statement("2", "Members agreed the plan. They asked for a map of every pier by spring.")
    half = statement("2", "Members agreed the plan.")
    result = score("decisions", [whole], [half])
    assert (result.f1, result.fields["text"]) == (1.0, 0.0)


def test_a_statement_of_another_item_does_not_count() -> None:
    gold, found = statement("1", "Members noted the report."), statement("2", "Members noted it.")
    assert rates("decisions", [gold], [found]) == (0.0, 0.0, 0.0)


def test_owners_are_compared_as_names() -> None:
    gold = {**statement("1", "Officers to mend a pier."), "owner": "Ann Bee, Cee Dee"}
    found = {**statement("1", "Officers to mend a pier."), "owner": "Cee Dee and Ann Bee"}
    rows = [{**row, "progress": ""} for row in (gold, found)]
    assert score("actions", rows[:1], rows[1:]).fields == {
        "item_title": 1.0,
        "text": 1.0,
        "owner": 1.0,
        "progress": 1.0,
    }


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, 1.0),
        ({"programme_id": "other"}, 1.0),
        ({"period": "", "as_of": "2001-12-01"}, 1.0),
        ({"as_of": ""}, 1.0),
        ({"period": "2002/03", "as_of": ""}, 0.0),
        ({"participants": "41"}, 0.0),
        ({"unit": "councils"}, 0.0),
        ({"status": "planned"}, 0.0),
    ],
    ids=[
        "equal",
        "programme counts apart",
        "a day of the month",
        "period alone",
        "other period",
        "other number",
        "other unit",
        "other status",
    ],
)
def test_participation_is_told_apart(changed: dict[str, str], expected: float) -> None:
    found = participation("40", **changed)
    assert score("programme_participation", [participation("40")], [found]).recall == expected


def test_one_of_several_right_values_is_enough() -> None:
    gold = participation("40", status="signed_up;took_part", unit="graduates;people")
    found = participation("40", status="took_part", unit="people")
    assert rates("programme_participation", [gold], [found]) == (1.0, 1.0, 1.0)


def test_a_doubtful_row_counts_neither_way() -> None:
    clear = {**participation("40"), "clear": "yes"}
    doubtful = {**participation("7"), "clear": "no"}
    both = [clear, doubtful]
    assert rates("programme_participation", both, [participation("40")]) == (1.0, 1.0, 1.0)
    assert rates("programme_participation", both, [participation("40"), participation("7")]) == (
        1.0,
        1.0,
        1.0,
    )
    assert rates("programme_participation", both, [participation("8")])[:2] == (0.0, 0.0)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"challenge_type": "corporate"}, 1.0),
        ({"status": "planned"}, 0.0),
        ({"challenges": "3"}, 0.0),
        ({"council_name": "East Quay"}, 0.0),
        ({"council_id": "east-quay", "council_name": "East Quay"}, 0.0),
    ],
    ids=["general fits all", "other status", "other count", "unknown council", "a council"],
)
def test_peer_challenges_are_told_apart(changed: dict[str, str], expected: float) -> None:
    assert score("peer_challenges", [peer_challenge()], [peer_challenge(**changed)]).recall == (
        expected
    )


def test_two_budget_lines_of_one_name_are_two() -> None:
    gold = [budget_line("Grants", "6500000.00", "l1"), budget_line("Grants", "6500000.00", "l9")]
    found = [budget_line("grants", "6500000", "l9")]
    assert rates("budget_lines", gold, found) == (1.0, 0.5, 0.667)
    assert score("budget_lines", gold, found).missed == (gold[0],)


def test_an_agenda_title_may_differ_a_little() -> None:
    gold = {
        "meeting_id": "harbour-board:2001-02-03",
        "item_no": "1a",
        "title": "Piers and jetties",
        "first_page": "3",
        "start_time": "",
    }
    assert rates("agenda_items", [gold], [{**gold, "title": "Piers & jetties"}]) == (1.0, 1.0, 1.0)
    assert rates("agenda_items", [gold], [{**gold, "title": "Welcome"}]) == (0.0, 0.0, 0.0)


def test_nothing_found_of_nothing_is_right() -> None:
    assert rates("meetings", [], []) == (1.0, 1.0, 1.0)
