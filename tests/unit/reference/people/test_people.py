import pytest

from pipelines.reference.people.people import Person
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

PEOPLE = load_registers(REFERENCE).people


@pytest.mark.parametrize(
    ("printed", "person"),
    [
        pytest.param("Ann Bee", Person("Ann Bee"), id="bare name"),
        pytest.param(
            "Cllr Mrs Ann Bee OBE", Person("Ann Bee", title="Cllr Mrs", honours="OBE"), id="titles"
        ),
        pytest.param("Clir Ann Bee", Person("Ann Bee", title="Cllr"), id="clir"),
        pytest.param("CIIr Ann Bee", Person("Ann Bee", title="Cllr"), id="capital i twice"),
        pytest.param("Cllr. Ann Bee", Person("Ann Bee", title="Cllr"), id="full stop"),
        pytest.param("Councillor A. J. Bee", Person("A. J. Bee", title="Cllr"), id="initials"),
        pytest.param(
            "Sir John Bee CBE, DL [Chairman]",
            Person("John Bee", title="Sir", honours="CBE DL", role="chair"),
            id="role in square brackets",
        ),
        pytest.param(
            "Jo Bee (Labour Group)", Person("Jo Bee", party="Labour"), id="party in a bracket"
        ),
        pytest.param(
            "Cllr Jo Bee (Deputy Chair)",
            Person("Jo Bee", title="Cllr", role="deputy_chair"),
            id="role in a bracket",
        ),
        pytest.param(
            "Cllr Jo Bee OBE (Vice-",
            Person("Jo Bee", title="Cllr", honours="OBE"),
            id="bracket cut off leaves no role",
        ),
        pytest.param(
            "Cllr Jo Bee (Vice-Chair",
            Person("Jo Bee", title="Cllr", role="vice_chair"),
            id="only the bracket is lost",
        ),
        pytest.param(
            "Cllr Jo Bee, Kent CC",
            Person("Jo Bee", title="Cllr", council="Kent County Council"),
            id="authority after a comma",
        ),
        pytest.param(
            "Jo Bee (Brent LB)", Person("Jo Bee", council="London Borough of Brent"), id="authority"
        ),
        pytest.param("Jo Bee MBC", Person("Jo Bee"), id="suffix slid in from the next column"),
        pytest.param("TERESA O’DEE", Person("Teresa O’Dee"), id="capitals"),
        pytest.param(
            "Jo BEE-HIVE MBE", Person("Jo Bee-Hive", honours="MBE"), id="surname in capitals"
        ),
        pytest.param("Cllr Jo 0'Dee", Person("Jo O'Dee", title="Cllr"), id="a nought for an O"),
        pytest.param(
            "Cllr Jo Lord JP", Person("Jo Lord", title="Cllr", honours="JP"), id="title as surname"
        ),
        pytest.param("Ludwig van Bee", Person("Ludwig van Bee"), id="particle"),
        pytest.param("Siân Bee-Dee", Person("Siân Bee-Dee"), id="accent and hyphen"),
        pytest.param("Cllr Kent Essex", Person("Kent Essex", title="Cllr"), id="place-like name"),
        pytest.param(
            "Cllr Jo Bee Kent County Council",
            Person("Jo Bee", title="Cllr", council="Kent County Council"),
            id="authority run onto the name",
        ),
        pytest.param(
            "Cllr Jo Bee – Kent CC",
            Person("Jo Bee", title="Cllr", council="Kent County Council"),
            id="authority after a dash",
        ),
        pytest.param("Cllr Kim Hall", Person("Kim Hall", title="Cllr"), id="surname after title"),
        pytest.param("Ann Page", Person("Ann Page"), id="surname after given name"),
        pytest.param("June Bee", Person("June Bee"), id="month as given name"),
        pytest.param("CllrAnn Bee", Person("Ann Bee", title="Cllr"), id="title glued on"),
        pytest.param("Cllr J.Bee", Person("J. Bee", title="Cllr"), id="initial glued on"),
        pytest.param("Lord Bee of Dee", Person("Lord Bee of Dee"), id="peer"),
        pytest.param("Baroness Bee DBE", Person("Baroness Bee", honours="DBE"), id="peeress"),
        pytest.param("**Jo Bee**", Person("Jo Bee"), id="bold"),
    ],
)
def test_a_person_is_taken_apart(printed: str, person: Person) -> None:
    assert PEOPLE.parse(printed) == person


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Cllr Bee", id="one name"),
        pytest.param("Mr Ph", id="cut off"),
        pytest.param("Jo Bee Yes", id="answer in the cell"),
        pytest.param("Jo bee", id="lower case"),
        pytest.param("Jo Bee 3", id="digit"),
        pytest.param("Labour Group", id="group"),
        pytest.param("Lib Dem", id="party"),
        pytest.param("Vice Chair", id="role"),
        pytest.param("Lead Peers", id="roles"),
        pytest.param("North Kesteven", id="authority by place"),
        pytest.param("East Herts Council", id="authority"),
        pytest.param("Resources Board", id="board"),
        pytest.param("Energy Trust", id="organisation"),
        pytest.param("Local Government House", id="place"),
        pytest.param("Isle of Dogs", id="place with of"),
        pytest.param("Town Hall", id="place that is a surname"),
        pytest.param("June Meeting", id="month and word"),
        pytest.param("Bee Dee Ltd", id="company"),
        pytest.param("Monday March", id="date words"),
        pytest.param("Jo Bee, Head of Parks", id="officer's post"),
        pytest.param("Ann Bee Cee Dee Eff Gee", id="three people"),
        pytest.param("", id="nothing"),
        pytest.param("(Chairman)", id="bracket alone"),
    ],
)
def test_what_is_no_person_is_none(printed: str) -> None:
    assert PEOPLE.parse(printed) is None
    assert not PEOPLE.looks_like_person(printed)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Cllr A Bee Cllr Mrs C Dee OBE Mr E Gee",
            ["Cllr A Bee", "Cllr Mrs C Dee OBE", "Mr E Gee"],
            id="titles",
        ),
        pytest.param(
            "Cllr A B Cllr C D OBE Cllr E F",
            ["Cllr A B", "Cllr C D OBE", "Cllr E F"],
            id="initials",
        ),
        pytest.param(
            "Cllr Jo Lord JP Clir Sir Al Bee CBE Cllr Di Lord",
            ["Cllr Jo Lord JP", "Clir Sir Al Bee CBE", "Cllr Di Lord"],
            id="title as surname",
        ),
        pytest.param("Cllrs Jo Bee and Al Dee", ["Cllrs Jo Bee", "Al Dee"], id="one title for two"),
        pytest.param("Jo Bee, Al Dee and Di Gee", ["Jo Bee", "Al Dee", "Di Gee"], id="list"),
        pytest.param("Cllr Jo Bee, OBE", ["Cllr Jo Bee, OBE"], id="comma before an honour"),
        pytest.param(
            "Cllr Jo Bee (Chair) and Cllr Al Dee",
            ["Cllr Jo Bee (Chair)", "Cllr Al Dee"],
            id="bracket",
        ),
        pytest.param(
            "Cllr Jo Bee (substitute for Cllr Di Gee) Cllr Al Dee",
            ["Cllr Jo Bee (substitute for Cllr Di Gee)", "Cllr Al Dee"],
            id="a name in a bracket",
        ),
        pytest.param(
            "Cllr Jo Bee (Vice- Cllr Al Dee (Chair)",
            ["Cllr Jo Bee (Vice", "Cllr Al Dee (Chair)"],
            id="a bracket that was cut off",
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_run_is_split_at_titles(text: str, names: list[str]) -> None:
    assert PEOPLE.split(text) == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sue", "Susan", True),
        ("Sue Bee", "Suzanne Bee", True),
        ("Tony", "Anthony", True),
        ("Rob", "Bob", True),
        ("J.", "Jane", True),
        ("Chris", "Christopher", True),
        ("Chris", "Christine", True),
        ("Christopher", "Christine", False),
        ("Sue", "Ann", False),
        ("", "Ann", False),
    ],
)
def test_variants_of_given_names(one: str, other: str, same: bool) -> None:
    assert PEOPLE.same_given_name(one, other) is same
    assert PEOPLE.same_given_name(other, one) is same


def test_the_id_of_a_person_is_a_slug() -> None:
    assert PEOPLE.councillor_id("Siân O'Dee-Bee") == "sian-odee-bee"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("FENN, Ann (Cllr)", "Ann Fenn"),
        ("DI FENN, Cllr Mrs A B (Chair)", "A B Di Fenn"),
        ("DI FENN, Alderman Ann", "Ann Di Fenn"),
        ("DI FENN, Rt Hon Ann", "Ann Di Fenn"),
        ("FENN, Cllr Ann", "Ann Fenn"),
        ("O'FENN, Ann", "Ann O'Fenn"),
        ("FENN, LCC", None),
        ("Fenn, Ann", None),
    ],
)
def test_a_surname_in_capitals_may_come_first(printed: str, name: str | None) -> None:
    found = load_registers(REFERENCE).people.parse(printed)
    assert (found.name if found else None) == name
