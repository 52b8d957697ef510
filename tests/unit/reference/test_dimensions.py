import pytest

from pipelines.reference.dimensions import DimensionKind
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

DIMENSIONS = load_registers(REFERENCE).dimensions


@pytest.mark.parametrize(
    ("printed", "kind", "value"),
    [
        ("Yorkshire & Humber", "region", "Yorkshire and the Humber"),
        ("London", "region", "Greater London"),
        ("Eastern", "region", "East of England"),
        ("South-East", "region", "South East"),
        ("London", "council_type", "london_borough"),
        ("Parks", "council_type", "national_park"),
        ("Metropolitan Boroughs", "council_type", "metropolitan"),
        ("Welsh", "council_type", "welsh"),
        ("Lib Dems", "political_group", "Liberal Democrat"),
        ("Total:", "region", "total"),
        ("**TOTAL**", "council_type", "total"),
        ("Independent (including the Green Party)", "political_group", "Independent"),
        ("London (33 councils)", "region", "Greater London"),
        ("London (excluding the City)", "region", None),
        ("Metropoli tan", "council_type", "metropolitan"),
        ("Liberal Democ rat", "political_group", "Liberal Democrat"),
        ("York-shire and the Humber", "region", "Yorkshire and the Humber"),
        ("YorkshireandHumber", "region", "Yorkshire and the Humber"),
        ("Ea stern Wales", "region", None),
        ("Atlantis", "region", None),
        ("Kent", "council_type", None),
        ("", "region", None),
    ],
)
def test_a_value_resolves(printed: str, kind: DimensionKind, value: str | None) -> None:
    assert DIMENSIONS.resolve(printed, kind) == value


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Political Group", "political_group"),
        ("PARTY", "political_group"),
        ("Region:", "region"),
        ("Type of council", "council_type"),
        ("**Type of authority**", "council_type"),
        ("Weather", None),
    ],
)
def test_a_heading_announces_a_dimension(header: str, kind: DimensionKind | None) -> None:
    assert DIMENSIONS.kind_of(header) == kind
