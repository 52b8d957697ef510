from datetime import date

import pytest

from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

COUNCILS = load_registers(REFERENCE).councils
IN_2008, IN_2014, IN_2024 = date(2008, 6, 1), date(2014, 12, 1), date(2024, 6, 1)
# Between the election of a shadow authority and its first day as a council, and after that.
IN_2026, IN_2027 = date(2026, 9, 1), date(2027, 6, 1)


def resolved(printed: str, on: date | None) -> tuple[str | None, bool, str]:
    match = COUNCILS.resolve(printed, on)
    return match.council_id, match.is_inferred, match.rule


@pytest.mark.parametrize(
    ("printed", "council_id"),
    [
        pytest.param("Kent County Council", "kent-county-council", id="official name"),
        pytest.param("  KENT  county\ncouncil ", "kent-county-council", id="case and white space"),
        pytest.param("Kent CC", "kent-county-council", id="short form"),
        pytest.param("Kent CC (Labour)", "kent-county-council", id="bracket after the name"),
        pytest.param("**Kent CC**,", "kent-county-council", id="markup and comma"),
        pytest.param("Herts CC", "hertfordshire-county-council", id="short name and short form"),
        pytest.param("Wealden DC", "wealden-district-council", id="district"),
        pytest.param("Thurrock DC", "thurrock-council", id="wrong suffix that papers print"),
        pytest.param("Merton Council", "london-borough-of-merton", id="london council"),
        pytest.param("Brent LB", "london-borough-of-brent", id="london borough after"),
        pytest.param("LB of Brent", "london-borough-of-brent", id="london borough before"),
        pytest.param(
            "Ealing London Borough Council", "london-borough-of-ealing", id="london borough council"
        ),
        pytest.param("Corporation of London", "city-of-london-corporation", id="city of london"),
        pytest.param("Bury MBC", "bury-metropolitan-borough-council", id="metropolitan"),
        pytest.param(
            "Wakefield Metropolitan District Council",
            "wakefield-metropolitan-district-council",
            id="metropolitan district",
        ),
        pytest.param("Derby City", "derby-city-council", id="city without council"),
        pytest.param("City of Derby", "derby-city-council", id="city of"),
        pytest.param("Conwy CBC", "conwy-county-borough-council", id="welsh"),
        pytest.param("Basingstoke & Deane BC", "basingstoke-and-deane-borough-council", id="and"),
        pytest.param("Stockton on Tees", "stockton-on-tees-borough-council", id="no hyphens"),
        pytest.param(
            "King’s Lynn and West Norfolk",
            "borough-council-of-kings-lynn-and-west-norfolk",
            id="curly apostrophe",
        ),
        pytest.param("The Vale of Glamorgan Council", "vale-of-glamorgan-council", id="the"),
        pytest.param("Surrey Fire and Rescue Authority", "surrey-county-council", id="county fire"),
        pytest.param("Cleveland FRA", "cleveland-fire-authority", id="fire"),
        pytest.param("Exmoor NPA", "exmoor-national-park-authority", id="park"),
        pytest.param("N. Tyneside", "north-tyneside-council", id="initial of a direction"),
        pytest.param(
            "N.E. Lincs", "north-east-lincolnshire-council", id="initials of two directions"
        ),
        pytest.param("Arun D.C.", "arun-district-council", id="stops in the short form"),
        pytest.param("L.B. Brent", "london-borough-of-brent", id="stops in the form before"),
        pytest.param("Newcastle BC", "newcastle-under-lyme-borough-council", id="not the city"),
        pytest.param("Cyngor Sir Powys", "powys-county-council", id="in Welsh"),
        pytest.param("Shepway DC", "folkestone-and-hythe-district-council", id="former name"),
        pytest.param(
            "Southend-on-Sea Borough Council",
            "southend-on-sea-borough-council",
            id="unitary before it was a city",
        ),
        pytest.param(
            "Colchester BC", "colchester-borough-council", id="district before it was a city"
        ),
        pytest.param(
            "Milton Keynes City Council", "milton-keynes-council", id="name as a city, years before"
        ),
        pytest.param("Wrexham City", "wrexham-county-borough-council", id="city of another name"),
    ],
)
def test_an_alias_is_exact(printed: str, council_id: str) -> None:
    assert resolved(printed, IN_2014) == (council_id, False, "exact_alias")


@pytest.mark.parametrize(
    ("printed", "on", "expected"),
    [
        pytest.param(
            "Bedford Borough Council",
            IN_2008,
            ("bedford-borough-council-district", False, "exact_alias"),
            id="district of the same name",
        ),
        pytest.param(
            "Bedford Borough Council",
            IN_2014,
            ("bedford-borough-council", False, "exact_alias"),
            id="unitary of the same name",
        ),
        pytest.param(
            "Durham County Council",
            IN_2008,
            ("durham-county-council-county", False, "exact_alias"),
            id="county before it became unitary",
        ),
        pytest.param(
            "Somerset Council",
            IN_2014,
            ("somerset-county-council", False, "exact_alias"),
            id="council means the county before the unitary",
        ),
        pytest.param(
            "Somerset Council",
            IN_2024,
            ("somerset-council", False, "exact_alias"),
            id="council means the unitary after the county",
        ),
        pytest.param(
            "Sedgemoor DC",
            IN_2024,
            ("somerset-council", True, "alias_of_other_date"),
            id="abolished with one successor",
        ),
        pytest.param(
            "Suffolk Coastal DC",
            IN_2024,
            ("east-suffolk-council", True, "alias_of_other_date"),
            id="abolished district, new district",
        ),
        pytest.param(
            "Cumbria County Council",
            IN_2024,
            (None, False, "ambiguous"),
            id="abolished with two successors",
        ),
        pytest.param(
            "Somerset County Council",
            IN_2024,
            ("somerset-council", True, "alias_of_other_date"),
            id="county that became a council",
        ),
        pytest.param(
            "Somerset CC",
            IN_2024,
            ("somerset-council", True, "alias_of_other_date"),
            id="short form of a county that became a council",
        ),
        pytest.param(
            "London Fire and Emergency Planning Authority",
            IN_2024,
            ("london-fire-and-emergency-planning-authority", True, "alias_of_other_date"),
            id="abolished without a successor stays the body named",
        ),
        pytest.param(
            "West Northamptonshire Council",
            IN_2014,
            ("west-northamptonshire-council", True, "alias_of_other_date"),
            id="body to come that several will make",
        ),
        pytest.param(
            "Wiltshire and Swindon Fire Authority",
            IN_2024,
            ("dorset-and-wiltshire-fire-and-rescue-authority", True, "alias_of_other_date"),
            id="merged fire authority",
        ),
        pytest.param(
            "Sedgemoor DC",
            None,
            ("sedgemoor-district-council", False, "exact_alias"),
            id="no date reaches past bodies",
        ),
        pytest.param(
            "Somerset Council",
            None,
            ("somerset-council", False, "exact_alias"),
            id="no date prefers bodies of today",
        ),
        pytest.param(
            "Durham CC", IN_2014, ("durham-county-council", False, "exact_alias"), id="one body"
        ),
        pytest.param(
            "West Surrey Shadow Authority",
            IN_2026,
            ("west-surrey-council", True, "alias_of_other_date"),
            id="shadow authority means the council to come",
        ),
        pytest.param(
            "Surrey CC",
            IN_2026,
            ("surrey-county-council", False, "exact_alias"),
            id="county in its last year",
        ),
        pytest.param(
            "East Surrey",
            IN_2027,
            ("east-surrey-council", False, "exact_alias"),
            id="council made by an order",
        ),
        pytest.param(
            "Woking BC",
            IN_2027,
            ("west-surrey-council", True, "alias_of_other_date"),
            id="district that a council made by an order took over",
        ),
        pytest.param(
            "Surrey County Council", IN_2027, (None, False, "ambiguous"), id="county cut in two"
        ),
        pytest.param(
            "Newcastle", IN_2014, (None, False, "ambiguous"), id="a place name of two authorities"
        ),
        pytest.param(
            "Durham Council", IN_2008, (None, False, "ambiguous"), id="county or city of one name"
        ),
    ],
)
def test_the_date_decides(
    printed: str, on: date | None, expected: tuple[str | None, bool, str]
) -> None:
    assert resolved(printed, on) == expected


@pytest.mark.parametrize(
    ("printed", "council_id"),
    [
        pytest.param(
            "Blackburn wth Darwen Borough Council",
            "blackburn-with-darwen-borough-council",
            id="letter lost",
        ),
        pytest.param(
            "Hertfordshlre County Councll", "hertfordshire-county-council", id="lookalike letters"
        ),
        pytest.param(
            "Nottinghamshire Gounty Council", "nottinghamshire-county-council", id="type word"
        ),
        pytest.param("Teignbrldge DC", "teignbridge-district-council", id="short type word"),
    ],
)
def test_damage_in_a_full_name_is_forgiven(printed: str, council_id: str) -> None:
    assert resolved(printed, IN_2014) == (council_id, True, "fuzzy_alias")


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Facey County Council", id="no such county"),
        pytest.param("Kint County Council", id="short name with a wrong letter"),
        pytest.param("Hertefordshire County Council", id="as near to one as to the other"),
        pytest.param("North West Lincolnshire Council", id="another point of the compass"),
        pytest.param("South Hertfordshire District Council", id="another side of a county"),
        pytest.param("Wessex County Council", id="one letter before a real name"),
        pytest.param("Chichester City Council", id="the parish of a city"),
        pytest.param("Energy Trust U.K.", id="stops in the name of a trust"),
        pytest.param("Hertfordshir", id="damaged bare name"),
        pytest.param("Energy Trust", id="trust"),
        pytest.param("Northshire Combined Authority", id="combined authority"),
        pytest.param("West Yorkshire Combined Authority", id="combined authority of an area"),
        pytest.param(
            "Cambridgeshire and Peterborough Combined Authority", id="combined authority of two"
        ),
        pytest.param("Devon and Torbay Combined County Authority", id="combined county authority"),
        pytest.param("Surrey shadow authority", id="shadow authority of no council to come"),
        pytest.param("NHS England", id="health service"),
        pytest.param("Kent Police", id="police"),
        pytest.param("Kent and Medway NHS Trust", id="names an area"),
        pytest.param("County Council", id="type word alone"),
        pytest.param("", id="nothing"),
        pytest.param("—", id="dash"),
    ],
)
def test_what_is_no_authority_stays_unknown(printed: str) -> None:
    assert COUNCILS.resolve(printed, IN_2014) == CouncilMatch(None, printed, False, "unknown")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        pytest.param("Brent LB", "London Borough of Brent", id="short form"),
        pytest.param("Southend BC", "Southend-on-Sea City Council", id="renamed"),
    ],
)
def test_the_name_of_a_match_is_official(printed: str, name: str) -> None:
    assert COUNCILS.resolve(printed, IN_2014).name == name


def test_an_unknown_name_is_kept_with_white_space_folded() -> None:
    assert COUNCILS.resolve(" Parks\n Trust ", IN_2014).name == "Parks Trust"


@pytest.mark.parametrize(
    ("printed", "bodies"),
    [
        pytest.param(
            "Newcastle",
            ("Newcastle upon Tyne City Council", "Newcastle-under-Lyme Borough Council"),
            id="two bearers of a name",
        ),
        pytest.param(
            "Cumbria County Council",
            ("Cumbria County Council",),
            id="the one body of the day",
        ),
    ],
)
def test_bearers_are_named_officially(printed: str, bodies: tuple[str, ...]) -> None:
    assert COUNCILS.bearers(printed, IN_2014) == bodies


def test_bearers_of_an_abolished_name_are_its_successors() -> None:
    assert COUNCILS.bearers("Cumbria County Council", IN_2024) == (
        "Cumberland Council",
        "Westmorland and Furness Council",
    )


def test_is_known_minds_the_date() -> None:
    assert COUNCILS.is_known("Sedgemoor DC", IN_2014)
    assert not COUNCILS.is_known("Sedgemoor DC", IN_2024)
    assert COUNCILS.is_known("Sedgemoor DC")
    assert not COUNCILS.is_known("Energy Trust")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Peers went to Kent County Council, then to Wigan MBC and the LB of Brent.",
            ["Kent County Council", "Wigan MBC", "LB of Brent"],
            id="full forms",
        ),
        pytest.param("They met in Kent, near Reading and Leeds.", [], id="bare places"),
        pytest.param("Kent County Council's plan", ["Kent County Council"], id="possessive"),
        pytest.param("Kent county council's plan", ["Kent county council"], id="lower case"),
        pytest.param("Reading council papers", [], id="a verb and a noun"),
        pytest.param("the county council and its CC: a Brent lb", [], id="type words alone"),
        pytest.param("Kent\nCounty Council", ["Kent\nCounty Council"], id="line break"),
        pytest.param("in Kent.\n\nCounty Council", [], id="two paragraphs"),
        pytest.param(
            "Bath and North East Somerset Council",
            ["Bath and North East Somerset Council"],
            id="longest",
        ),
    ],
)
def test_find_takes_full_forms_only(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in COUNCILS.find(text, IN_2014)] == found


def test_find_bare_takes_places_of_a_list() -> None:
    text = "Kent, Leeds; Wigan and the Energy Trust"
    assert [
        (text[start:end], match.council_id)
        for start, end, match in COUNCILS.find_bare(text, IN_2014)
    ] == [
        ("Kent", "kent-county-council"),
        ("Leeds", "leeds-city-council"),
        ("Wigan", "wigan-metropolitan-borough-council"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Devon and Torbay Combined County Authority", [], id="two places"),
        pytest.param(
            "Norfolk, Suffolk &  Essex Mayoral\nCombined Authority", [], id="three places"
        ),
        pytest.param("the Surrey shadow authority", [], id="shadow authority"),
        pytest.param(
            "Kent County Council and the Devon Strategic Authority",
            ["Kent County Council"],
            id="an authority beside another body",
        ),
        pytest.param(
            "Torbay. Devon Combined Authority; Leeds, ",
            ["Torbay", "Leeds"],
            id="places that nothing joins",
        ),
        pytest.param("Kent combined with Medway", ["Kent", "Medway"], id="other words"),
    ],
)
def test_find_bare_leaves_out_places_in_names_of_other_bodies(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in COUNCILS.find_bare(text, IN_2024)] == found


def test_find_keeps_the_words_of_a_name_that_two_may_bear() -> None:
    found = COUNCILS.find("It went to Cumbria\nCounty Council.", IN_2024)
    assert found == ((11, 33, CouncilMatch(None, "Cumbria County Council", False, "ambiguous")),)
