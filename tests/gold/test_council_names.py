"""Every name of an authority that the papers print, and some bodies that are none.

`council_names.csv` was read from the papers by eye: the name, the day of the meeting that the
paper or note is of, and the authority meant, empty for a body that is no authority or a name that
text recognition destroyed.
"""

import csv
from datetime import date
from pathlib import Path

from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

NAMES = Path(__file__).with_name("council_names.csv")


def _resolved() -> list[tuple[str, str | None, CouncilMatch]]:
    councils = load_registers(REFERENCE).councils
    with NAMES.open(encoding="utf-8", newline="") as file:
        return [
            (
                row["printed"],
                row["council_id"] or None,
                councils.resolve(row["printed"], date.fromisoformat(row["on"])),
            )
            for row in csv.DictReader(file)
        ]


def test_names_resolve_to_the_authority_of_their_date() -> None:
    wrong = [
        (printed, expected, match.council_id)
        for printed, expected, match in _resolved()
        if match.council_id != expected
    ]

    assert wrong == []


def test_a_body_that_is_no_council_keeps_its_name() -> None:
    unknown = {printed: match.name for printed, _, match in _resolved() if match.council_id is None}

    assert unknown == {printed: printed for printed in unknown}
    assert "Energy Saving Trust (EST)" in unknown
