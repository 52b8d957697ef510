"""Tables of people: heads, parts side by side, columns of ticks, pages, filled cells."""

from datetime import date

from pipelines.structures.people.tables import PeopleTable, find_people_tables
from tests.unit.structures.paper import blocks, registers

LISTED = "Cllr Ann Fenn\tLeeds City Council\nCllr Cy Moss\tKent County Council\n"


def tables(text: str) -> list[PeopleTable]:
    return find_people_tables(blocks(text), registers())


def test_two_lists_side_by_side() -> None:
    first, second = tables(
        "Attendees\t\tApologies\t\nName\tCouncil\tName\tCouncil\n"
        "Cllr Ann Fenn\tLeeds City Council\tCllr Cy Moss\tKent County Council\n"
    )
    assert (first.columns.name, first.columns.council) == (0, 1)
    assert (second.columns.name, second.columns.council) == (2, 3)
    assert first.label is not None
    assert second.label is not None
    assert (first.label.status, second.label.status) == ("present", "apologies")


def test_a_head_may_be_the_line_above_and_go_on_below_a_line() -> None:
    first, second = tables(
        "Member 3 March 2017 5 May 2017\n\nCllr Ann Fenn\tYes\tNo\nCllr Cy Moss\tNo\tNo\n\n"
        "Of whom some joined late\n\nCllr Jo Reed\tYes\tYes\nCllr Kit Larch\tNo\tNo\n"
    )
    assert list(first.days.values()) == [date(2017, 3, 3), date(2017, 5, 5)]
    assert second.days == first.days


def test_years_over_days() -> None:
    (table,) = tables("\t2018\t\t2019\nName\t3 May\t4 Jun\t5 Jan\nCllr Ann Fenn\tYes\tNo\tYes\n")
    assert [day.year for day in table.days.values()] == [2018, 2018, 2019]


def test_columns_of_ticks() -> None:
    (table,) = tables(
        "Name\tPresent\tApologies\nCllr Ann Fenn\tX\t\nCllr Cy Moss\t\tX\nCllr Jo Reed\tX\tX\n"
    )
    assert table.ticks == {1: "present", 2: "apologies"}
    assert [table.ticked(row) for row in table.rows] == ["present", "apologies", None]


def test_a_cross_alone_is_a_tick_below_a_status_and_words_are_marks() -> None:
    (crossed,) = tables("Name\tPresent\nCllr Ann Fenn\tX\nCllr Cy Moss\t\n")
    (told,) = tables("Name\tPresent\nCllr Ann Fenn\tYes\nCllr Cy Moss\tNo\n")
    assert [crossed.ticked(row) for row in crossed.rows] == ["present", None]
    assert (told.ticks, told.columns.status) == ({}, 1)


def test_a_total_is_no_column_of_people() -> None:
    (table,) = tables("Name\t3 May 2018\tTotal\nCllr Ann Fenn\tYes\t1\n")
    assert (table.columns.name, table.columns.status, list(table.days)) == (0, None, [1])


def test_a_group_printed_once_is_that_of_the_rows_below() -> None:
    (once,) = tables("Group\tName\tCouncil\nLabour\tCllr Ann Fenn\tWeir\n\tCllr Cy Moss\tQuay\n")
    (each,) = tables(
        "Group\tName\tCouncil\nLabour\tCllr Ann Fenn\tWeir\nLabour\tCllr Cy Moss\tQuay\n"
        "\tCllr Jo Reed\tPier\n"
    )
    assert list(once.filled(once.columns.group).values()) == ["Labour", "Labour"]
    assert list(each.filled(each.columns.group).values()) == ["Labour", "Labour", ""]


def test_a_table_that_names_nobody() -> None:
    assert tables("Quay\tFare\nWeir\t3\n") == []


def test_the_head_of_a_new_page_is_no_row() -> None:
    (table,) = tables(f"Name\tCouncil\n{LISTED}Name\tCouncil\n{LISTED}")
    assert len(table.rows) == 4
