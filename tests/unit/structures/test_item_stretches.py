"""Which meeting and item each piece of an invented pack belongs to."""

import pytest

from pipelines.structures.item_stretches import AgendaEntry, find_stretches, pieces_of
from pipelines.structures.section_contents import read_contents
from pipelines.structures.sections import split_sections
from tests.unit.structures.paper import document, registers

AGENDA = [
    AgendaEntry("1", "Harbour dues for the year", "l3"),
    AgendaEntry("2", "Repairs of the pier", "l5"),
    AgendaEntry("2a", "Appendix A", "l7"),
    AgendaEntry("3", "Notes of the last meeting", "l9"),
]
HEAD = """\
Agenda

1. Harbour dues for the year

2. Repairs of the pier

a. Appendix A

3. Notes of the last meeting

"""
NOTE = """\
Notes of the last meeting

Title: Harbour Programme Board
Date: 17 November 2016
Venue: Quay Hall

1. Apologies

Nobody wrote.

2. The lighthouse

It was lit.

3. Ferries

They ran.

Date of next meeting: 3 March 2017

"""


def places(text: str, agenda: list[AgendaEntry] = AGENDA) -> list[tuple[str, str | None, bool]]:
    """Words, item, and whether it is of another meeting, of each piece below the head."""
    paper = document(text)
    pieces = pieces_of(paper)
    contents = [read_contents(each, registers()) for each in split_sections(paper, registers())]
    stretches = find_stretches(paper, pieces, contents, agenda, registers())
    return [
        (piece.passage.text, stretch.item_no, stretch.section is not None)
        for piece, stretch in zip(pieces, stretches, strict=True)
    ]


def items_of(text: str, agenda: list[AgendaEntry] = AGENDA) -> dict[str, str | None]:
    return {words: item for words, item, _ in places(text, agenda)}


def test_a_report_under_the_title_of_an_item_belongs_to_it() -> None:
    found = items_of(
        f"{HEAD}Harbour dues for the year\n\nThey rise.\n\nRepairs of the pier\n\nIt leans.\n\n"
        "Appendix A\n\nPosts."
    )
    assert found["2. Repairs of the pier"] == "2"
    assert found["They rise."] == "1"
    assert found["It leans."] is None  # item 3 is missing, so nothing says where item 2 ends


def test_a_part_of_an_item_does_not_end_it() -> None:
    found = items_of(f"{HEAD}Item 2\n\nIt leans.\n\nAppendix A\n\nPosts.\n\nItem 3\n\nOne note.")
    assert (found["It leans."], found["Posts."], found["One note."]) == ("2", "2", "3")


def test_no_item_reaches_over_one_whose_beginning_was_missed() -> None:
    found = items_of(f"{HEAD}Item 1\n\nThey rise.\n\nIt leans.\n\nItem 3\n\nOne note.")
    assert (found["They rise."], found["It leans."], found["One note."]) == ("1", None, "3")


@pytest.mark.parametrize("mark", ["Item 5", "Agenda item 5", "Item 5 Annex 2"])
def test_a_paper_of_one_item_belongs_to_it(mark: str) -> None:
    assert items_of(f"Harbour Programme Board\n\n{mark}\n\nThey rise.", [])["They rise."] == "5"


def test_a_mention_of_an_item_is_no_mark() -> None:
    text = f"{HEAD}Members turned to the report on item 2, which says that it leans.\n\nIt does."
    assert items_of(text)["It does."] is None


def test_a_note_in_a_pack_has_items_of_its_own_meeting_until_the_pack_goes_on() -> None:
    text = f"{HEAD}Item 1\n\nThey rise.\n\nItem 2\n\nIt leans.\n\nItem 3\n\n{NOTE}"
    found = places(f"{text}Item 3\n\nThe map is overleaf.")
    assert ("They rise.", "1", False) in found
    assert ("Nobody wrote.", "1", True) in found
    assert ("It was lit.", "2", True) in found
    assert ("Date of next meeting: 3 March 2017", None, True) in found
    assert ("The map is overleaf.", "3", False) in found


def note(text: str) -> dict[str, str | None]:
    paper = text.partition("Notes of the last meeting\n\n")[2]
    return {words: item for words, item, _ in places(paper, [])}


def test_the_last_item_of_a_note_ends_where_a_later_number_begins() -> None:
    later = NOTE.replace("They ran.", "They ran.\n\n7 Any other business\n\nNone.")
    assert note(NOTE)["They ran."] == "3"
    found = note(later)
    assert found["They ran."] in ("3", None)
    assert found["None."] != "3"


def test_a_note_of_which_few_items_were_read_gives_none_beyond_their_titles() -> None:
    text = NOTE.replace("1. Apologies", "Apologies").replace("3. Ferries", "Ferries")
    assert {words: item for words, item in note(text).items() if words == "It was lit."} == {
        "It was lit.": None
    }
