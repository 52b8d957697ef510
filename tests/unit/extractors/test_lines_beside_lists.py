"""People whom lines name beside the table that lists most of those who came."""

import pytest

from tests.unit.extractors.other_rows import rows

HEAD = "<html><body><h2>Minutes of the Ferry Board held on 3 March 2017</h2>"
LISTED = (
    "<p>Attendance</p><table><tr><th>Position<th>Councillor<th>Authority"
    "<tr><td>Chair<td>Cllr Ann Fenn<td>Leeds City Council"
    "<tr><td>Members<td>Cllr Cy Moss<td>Kent County Council</table>"
)
REGISTER = (
    "<table><tr><th>Councillor<th>Role<th>Attendance"
    "<tr><td>Ann Fenn<td>Chair<td>Present<tr><td>Cy Moss<td>Committee Member<td>Apologies</table>"
)
GUEST = "<p>In attendance: Cllr Jo Reed, Chair of the Quay Panel</p>"


@pytest.mark.parametrize("table", [LISTED, REGISTER], ids=["a list", "a register"])
def test_a_guest_below_a_table_is_no_member(table: str) -> None:
    found = rows(f"{HEAD}{table}{GUEST}</body></html>", "attendance", "councillor_name", "capacity")
    assert [row for row in found if row[1] == "in_attendance"] == [("Jo Reed", "in_attendance")]
    assert ("Ann Fenn", "chair") in found


def test_names_in_two_columns_are_all_read() -> None:
    page = (
        f"{HEAD}<table><tr><td>PRESENT<td>Ann Fenn<td>AF<td>Cy Moss<td>CM"
        "<tr><td><td>Jo Reed<td>JR<td>Di Sedge<td>DS</table><p>1. Apologies</p></body></html>"
    )
    found = rows(page, "attendance", "councillor_name", "status")
    assert sorted(found) == [
        (name, "present") for name in ("Ann Fenn", "Cy Moss", "Di Sedge", "Jo Reed")
    ]
