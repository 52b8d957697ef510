import pytest

from pipelines.structures.attendance.columns.kinds import CellKind, is_label, kind_of
from tests.unit.structures.paper import line, registers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Councillors:", CellKind.LABEL),
        ("Apologies", CellKind.LABEL),
        ("Representing Weir Borough Council", CellKind.LABEL),
        ("Cllr Dilnoza Tarn", CellKind.NAME),
        ("Ann Tarn", CellKind.NAME),
        ("J.B. Tarn", CellKind.NAME),
        ("Tarn, Mrs. A.", CellKind.NAME),
        ("ap Tarn, W L", CellKind.NAME),
        ("Dilnoza Tarn", CellKind.MAYBE),
        ("Kent County Council", CellKind.TOLD),
        ("Leader of the Council", CellKind.TOLD),
        ("Public Health", CellKind.TOLD),
        ("Head of Tides", CellKind.TOLD),
        ("(substitute for Cllr Bee)", CellKind.TOLD),
        ("the coast", CellKind.TOLD),
    ],
)
def test_what_a_cell_is_by_itself(text: str, kind: CellKind) -> None:
    assert kind_of(line(text), registers()) == kind


def test_members_of_the_public_are_a_label_and_public_health_is_none() -> None:
    assert is_label("Members of the public", registers())
    assert not is_label("Public Health", registers())
