"""Which rows of a candidate are set aside, and what goes with them."""

import json
from collections.abc import Callable
from pathlib import Path

from pipelines.audit.audit import audit
from pipelines.audit.withholding import rows_at_fault
from pipelines.schema.withheld import Withheld

Change = Callable[[str], Path]


def withheld_of(candidate: Path, *, is_last: bool = False) -> Withheld:
    return rows_at_fault(candidate, audit(candidate), is_last=is_last)


def reasons(withheld: Withheld) -> list[tuple[str, str]]:
    return sorted((row.table_name, row.reason) for row in withheld.rows)


def test_a_sound_warehouse_loses_nothing(sound_warehouse: Path) -> None:
    assert withheld_of(sound_warehouse) == Withheld()


def test_a_row_takes_along_what_refers_to_it(changed_warehouse: Change) -> None:
    candidate = changed_warehouse("update councillors set name = ' '")
    check = "expect_column_values_to_match_regex: name"
    found = dict.fromkeys(reasons(withheld_of(candidate)))
    assert ("councillors", check) in found
    assert ("attendance", "councillors set aside: councillor_id") in found
    # What is made of those rows is made anew.
    assert {name for name, _ in found}.isdisjoint({"attendance_by_member", "councillor_history"})


def test_a_table_made_of_one_at_fault_waits_for_the_last_round(changed_warehouse: Change) -> None:
    candidate = changed_warehouse(
        "update leadership_stats set councillors = -1; update programme_trend set statements = 0"
    )
    tables = [
        {name for name, _ in reasons(withheld_of(candidate, is_last=is_last))}
        for is_last in (False, True)
    ]
    assert tables == [{"leadership_stats"}, {"leadership_stats", "programme_trend"}]


def test_a_row_is_kept_as_it_was_read_without_contact_details(changed_warehouse: Change) -> None:
    candidate = changed_warehouse("update decisions set text = 'Write to ann@weir.example'")
    (row,) = (row for row in withheld_of(candidate).rows if row.table_name == "decisions")
    assert row.reason == "contact_details"
    assert json.loads(row.values)["text"] == "Write to [e-mail address removed]"
    assert row.locator is not None


def test_a_place_at_fault_is_kept_among_the_values_alone(changed_warehouse: Change) -> None:
    candidate = changed_warehouse("update decisions set locator = 'page four'")
    (row,) = (row for row in withheld_of(candidate).rows if row.table_name == "decisions")
    assert (row.locator, json.loads(row.values)["locator"]) == (None, "page four")


def test_a_paper_at_fault_is_named_as_a_whole(changed_warehouse: Change) -> None:
    candidate = changed_warehouse("update papers set kind = 'poem'")
    withheld = withheld_of(candidate)
    check = "expect_column_values_to_be_in_set: kind"
    assert reasons(withheld) == [("papers", check)]
    assert list(withheld.papers.values()) == [check]


def test_of_two_rounds_the_first_says_why(changed_warehouse: Change) -> None:
    first = withheld_of(changed_warehouse("update boards set name = null"))
    both = first.plus(first)
    assert both == first
    assert [(name, keys.height) for name, keys in both.keys.items()] == [
        (name, keys.height) for name, keys in first.keys.items()
    ]
