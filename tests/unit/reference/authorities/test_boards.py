import pytest

from pipelines.reference.authorities.boards import BoardMatch
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

BOARDS = load_registers(REFERENCE).boards
RESOURCES = BoardMatch("resources-board", "Resources Board", True)
WELLBEING = BoardMatch("community-wellbeing-board", "Community Wellbeing Board", True)


@pytest.mark.parametrize(
    ("printed", "board"),
    [
        pytest.param("Resources Board", RESOURCES, id="name"),
        pytest.param("**LGA Resources Board**", RESOURCES, id="owner and bold"),
        pytest.param("the LG Group’s resources board", RESOURCES, id="former owner"),
        pytest.param("Resources Board – Agenda", RESOURCES, id="dash"),
        pytest.param("Resources Board: Note of last meeting", RESOURCES, id="colon"),
        pytest.param("Resources Board Attendance 2001 -2002", RESOURCES, id="attendance heading"),
        pytest.param("Note of the Resources Board meeting", RESOURCES, id="note of"),
        pytest.param("Title: LGA Resources Board", RESOURCES, id="label"),
        pytest.param("Community Well-being Programme Board", WELLBEING, id="former name"),
        pytest.param(
            "Culture, Tourism & Sport Board",
            BoardMatch("culture-tourism-and-sport-board", "Culture, Tourism and Sport Board", True),
            id="commas and ampersand",
        ),
        pytest.param(
            "LG Group Executive", BoardMatch("lga-executive", "LGA Executive", True), id="executive"
        ),
        pytest.param(
            "LGA Ponds & Parks Committee",
            BoardMatch("ponds-and-parks-committee", "Ponds and Parks Committee", False),
            id="not registered",
        ),
    ],
)
def test_a_title_resolves(printed: str, board: BoardMatch) -> None:
    assert BOARDS.resolve(printed) == board


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("The Board", id="no board by name"),
        pytest.param("July Board", id="month and board"),
        pytest.param("Members thanked the board", id="sentence"),
        pytest.param("The Chair welcomed members of the Ponds Board", id="longer sentence"),
        pytest.param("Kent County Council", id="authority"),
        pytest.param("Decisions", id="heading"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_title_is_none(printed: str) -> None:
    assert BOARDS.resolve(printed) is None


def test_find_names_registered_boards_in_a_sentence() -> None:
    text = "The Resources Board and FSMC wrote to the Ponds Board; fsmc replied to this board."
    assert [(text[start:end], match.board_id) for start, end, match in BOARDS.find(text)] == [
        ("Resources Board", "resources-board"),
        ("FSMC", "fire-services-management-committee"),
    ]
