"""A paper cut into sections by the heads in it."""

from datetime import date, time

import pytest

from pipelines.structures.sections import (
    FIRST_BLOCKS,
    HEAD_BLOCKS,
    LEAD_BLOCKS,
    LONGEST_TITLE,
    ROLL_BLOCKS,
    Section,
    labelled,
    split_sections,
)
from tests.unit.structures.paper import blocks, document, registers

HEAD = "Title: Ferry Board\n\nDate: Friday 3 March 2017, 2.00pm\n\nVenue: Quay House"
LINES = ["It was so."] * 100


def sections(*lines: str) -> list[Section]:
    return split_sections(document("\n\n".join(lines)), registers())


def starts(*lines: str) -> list[tuple[str, str]]:
    """The kind of each section and its first words."""
    return [(each.kind, each.blocks[0].text if each.blocks else "") for each in sections(*lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Venue: Quay House", [("venue", "Quay House")]),
        ("Date and time: 3 March 2017", [("date", "3 March 2017")]),
        ("Date:", [("date", "")]),
        (
            "Venue:\tQuay House\nDate\t3 March 2017",
            [("venue", "Quay House"), ("date", "3 March 2017")],
        ),
        ("Venue\tQuay\tHouse", []),
        ("The venue: Quay House", []),
        ("Venue: ".ljust(2 * LONGEST_TITLE, "y"), [("venue", "y" * (2 * LONGEST_TITLE - 7))]),
        ("Venue: ".ljust(2 * LONGEST_TITLE + 1, "y"), []),
    ],
)
def test_labels_and_their_values(text: str, expected: list[tuple[str, str]]) -> None:
    (block,) = blocks(text)
    assert [(label, value.text) for label, value in labelled(block)] == expected


def test_a_head_says_whose_meeting_it_was_and_when() -> None:
    pack, note = sections("The papers of the day.", "Special meeting", HEAD, "Present: Ann Fenn")

    assert (pack.kind, [block.text for block in pack.blocks]) == (
        "pack",
        ["The papers of the day."],
    )
    assert note.board is not None
    assert (note.kind, note.board.name) == ("note", "Ferry Board")
    assert note.meeting_date == date(2017, 3, 3)
    assert (note.start_time, note.venue, note.meeting_type) == (time(14), "Quay House", "special")
    assert [block.text for block in note.lead] == ["Special meeting"]
    assert note.blocks[-1].text == "Present: Ann Fenn"


def test_a_heading_of_progress_above_a_head_makes_it_progress() -> None:
    assert starts("Agenda.", "Actions arising", HEAD) == [
        ("pack", "Agenda."),
        ("progress", "Title: Ferry Board"),
    ]


@pytest.mark.parametrize(
    ("tail", "venue"),
    [
        ("Weir Lane, WE1 2AB", "Quay House Weir Lane, WE1 2AB"),
        ("Weir Lane", "Quay House"),
    ],
)
def test_an_address_goes_on_to_its_postcode(tail: str, venue: str) -> None:
    assert sections(HEAD, tail)[1].venue == venue


@pytest.mark.parametrize(("between", "count"), [(HEAD_BLOCKS - 2, 2), (HEAD_BLOCKS - 1, 1)])
def test_the_labels_of_a_head_stand_together(between: int, count: int) -> None:
    found = starts("Agenda.", "Title: Ferry Board", *LINES[:between], "Date: 3 March 2017")
    assert len(found) == count


def test_a_lead_is_at_most_so_many_short_lines() -> None:
    lines = [f"Heading {number}" for number in range(LEAD_BLOCKS + 1)]
    assert [block.text for block in sections(*lines, HEAD)[1].lead] == lines[1:]
    longest = "Heading ".ljust(LONGEST_TITLE, "y")
    assert [block.text for block in sections(longest, HEAD)[1].lead] == [longest]
    assert sections(f"{longest}y", HEAD)[1].lead == ()
    assert sections("Date of next meeting", HEAD)[1].lead == ()


MINUTES = "Minutes of the meeting of the Ferry Board held on 3 March 2017"


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        pytest.param([*LINES[: FIRST_BLOCKS - 1], MINUTES], ["pack", "note"], id="first blocks"),
        pytest.param([*LINES[:FIRST_BLOCKS], MINUTES], ["pack"], id="further down"),
        pytest.param(
            [
                "Agenda",
                *LINES[:FIRST_BLOCKS],
                MINUTES,
                *LINES[: ROLL_BLOCKS - 1],
                "PRESENT: Ann Fenn",
            ],
            ["pack", "note"],
            id="further down with a roll",
        ),
        pytest.param(
            ["Agenda", *LINES[:FIRST_BLOCKS], MINUTES, *LINES[:ROLL_BLOCKS], "PRESENT: Ann Fenn"],
            ["pack"],
            id="a roll too far below",
        ),
        pytest.param(["Agenda", MINUTES, "Fares."], ["pack"], id="named by an agenda"),
        pytest.param(["Agenda", MINUTES, "PRESENT:"], ["pack", "note"], id="below an agenda"),
        pytest.param(["Agenda", f"{MINUTES} were signed", "PRESENT:"], ["pack"], id="a sentence"),
        pytest.param(["Agenda", f"4 {MINUTES}", "PRESENT:"], ["pack"], id="an item"),
    ],
)
def test_a_line_that_heads_minutes(lines: list[str], kinds: list[str]) -> None:
    assert [each.kind for each in sections(*lines)] == kinds


def test_minutes_from_the_first_line_to_the_last_are_one_note() -> None:
    text = ["Ferry Board", "Minutes", "Friday 3 March 2017", "PRESENT: Ann Fenn", "1. Apologies"]
    pack, note = sections(*text)
    assert (pack.kind, pack.blocks) == ("pack", ())
    assert (note.kind, note.meeting_date) == ("note", date(2017, 3, 3))
    assert [block.text for block in note.blocks] == text


def test_labels_at_the_top_of_an_agenda_are_its_own_head() -> None:
    labels = "Date: Friday 3 March 2017\n\nVenue: Quay House"
    assert starts("Agenda", "Ferry Board", labels, "1. Apologies") == [("pack", "Agenda")]
    assert starts("Minutes of the Board", labels, "1. Apologies")[-1][0] == "note"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Weir Borough Council", "Licensing Sub-Committee"], "Licensing Sub-Committee"),
        (["Weir Borough Council", "Town Hall"], None),
        (["Resources Board"], None),
    ],
)
def test_the_board_above_a_line_that_heads_minutes(lines: list[str], name: str | None) -> None:
    *_, note = sections(*lines, "Minutes of the meeting held on 3 March 2017")
    assert (note.board.name if note.board else None) == name


def test_labels_at_the_top_of_a_paper_made_before_the_meeting_are_no_head_of_minutes() -> None:
    labels = "Date: Friday 3 March 2017\n\nVenue: Quay House"
    tasks = [f"{number}. To consider the pier (Pages {number} - 9)" for number in (1, 2, 3)]
    assert starts("Ferry Board", labels, "Agenda", *tasks) == [("pack", "Ferry Board")]
    report = ["Purpose", "Background", "Options"]
    assert starts("Report to Cabinet", labels, *report) == [("pack", "Report to Cabinet")]


def test_a_sentence_about_other_minutes_is_no_head() -> None:
    told = "Minutes of the meeting held with residents on 3 March 2017 are attached."
    assert [kind for kind, _ in starts("Report on the pier", told)] == ["pack"]
