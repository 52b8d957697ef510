"""Decisions and actions below the title of an item, and who is to act."""

import pytest

from pipelines.readers.reading import read_document
from pipelines.structures.minutes.items import NoteItem
from pipelines.structures.minutes.lines import note_lines
from pipelines.structures.minutes.notes import read_numbered
from pipelines.structures.minutes.owners import LONGEST_OWNER, Owners
from pipelines.structures.minutes.reader import NoteReader
from tests.unit.structures.paper import blocks, registers


def items(*lines: str) -> list[NoteItem]:
    reader = NoteReader(registers(), Owners(registers(), lines))
    for line in note_lines(blocks("\n\n".join(lines)), registers().note_words):
        reader.read(line)
    return reader.items


def decided(*lines: str) -> list[list[str]]:
    """The decisions of one item with these lines below its title."""
    (item,) = items("1. Apologies", *lines)
    return [[passage.text for passage in run] for run in item.decided]


def actions(*lines: str) -> list[tuple[str, list[str]]]:
    """The actions of one item with these lines below its title, each with its owners."""
    (item,) = items("1. Apologies", *lines)
    return [(action.passages[0].text, action.owners) for action in item.actions]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Members noted it. It rained."], [["Members noted it."]], id="spoken"),
        pytest.param(
            ["Members noted it.", "Decision", "To mend it."],
            [["To mend it."]],
            id="under a heading",
        ),
        pytest.param(
            ["Decision", "Members agreed:", "to mend it", "to paint it"],
            [["to mend it"], ["to paint it"]],
            id="a list below those who decide",
        ),
        pytest.param(
            ["Decision", "Members agreed the fares:", "a pound", "two pounds"],
            [["Members agreed the fares:", "a pound", "two pounds"]],
            id="a list of what was decided",
        ),
        pytest.param(
            ["Members agreed:", "(a) to mend it; and", "(b) to paint it.", "It rained."],
            [["to mend it; and"], ["to paint it."]],
            id="a list in what was said",
        ),
        pytest.param(["Decision: to mend it.", "It rained."], [["to mend it."]], id="a label"),
        pytest.param(
            ["RESOLVED: to mend it.", "It rained."], [["to mend it."]], id="another label"
        ),
        pytest.param(
            ["Decisions", "Decision: to mend it.", "To paint it."],
            [["to mend it."], ["To paint it."]],
            id="a label in a list under its heading",
        ),
        pytest.param(
            ["It rained. RESOLVED: That it be mended.", "RESOLVED: That it dry. Mr Moss left."],
            [["That it dry."]],
            id="a sentence behind what was resolved",
        ),
        pytest.param(
            ["It rained. RESOLVED: That it be mended."],
            [["That it be mended."]],
            id="a label behind a sentence",
        ),
        pytest.param(
            ["RESOLVED – that the Board", "(a) mends it; and", "(b) paints it."],
            [["mends it; and"], ["paints it."]],
            id="a label above a list without a colon",
        ),
        pytest.param(
            ["Members of the Board:", "a)\tnoted the fares; and\nb)\tasked for a report."],
            [["noted the fares; and"], ["asked for a report."]],
            id="a list with tabs below those who decide",
        ),
        pytest.param(["Decision", "The Board", "It rained."], [["It rained."]], id="The Board"),
        pytest.param(
            ["Decision", "1. To mend it.", "2. To paint it.", "Part 2: Confidential", "It rained."],
            [["To mend it."], ["To paint it."]],
            id="a numbered list up to a part of the agenda",
        ),
        pytest.param(
            ["Decision", "Members agreed as follows:", "to mend it", "Members noted it."],
            [["Members agreed as follows:", "to mend it"], ["Members noted it."]],
            id="a list and the next decision",
        ),
        pytest.param(["Decision", "Ann Fenn"], [], id="a name"),
        pytest.param(["Decision", "Minutes:", "It rained."], [], id="back to what was said"),
    ],
)
def test_decisions(lines: list[str], expected: list[list[str]]) -> None:
    assert decided(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Mend the pier."], [], id="no heading"),
        pytest.param(["Action", "Mend it.", "Ann Fenn"], [("Mend it.", ["Ann Fenn"])], id="below"),
        pytest.param(
            ["Actions:", "Mend it. (Ann Fenn)"],
            [("Mend it. (Ann Fenn)", ["Ann Fenn"])],
            id="bracket",
        ),
        pytest.param(
            ["Action", "Mend it.", "Ann Fenn/Cy Moss", "Jo Reed"],
            [("Mend it.", ["Ann Fenn/Cy Moss", "Jo Reed"])],
            id="several",
        ),
        pytest.param(
            ["Action", "Mend it (of Weir)"],
            [("Mend it (of Weir)", [])],
            id="no name in the bracket",
        ),
        pytest.param(["Action", "Ann Fenn"], [], id="a name alone"),
        pytest.param(
            ["ACTION: Mend it – Ann Fenn", "It rained."],
            [("Mend it – Ann Fenn", ["Ann Fenn"])],
            id="a label and a dash",
        ),
        pytest.param(
            ["Ann Fenn (AF) spoke.", "Actions", "1. Mend it – AF", "2. Paint it (AF)"],
            [("Mend it – AF", ["Ann Fenn"]), ("Paint it (AF)", ["Ann Fenn"])],
            id="initials that the note explains",
        ),
        pytest.param(
            ["Actions", "Mend it – DFT", "Paint it (LGA)"],
            [("Mend it – DFT", []), ("Paint it (LGA)", [])],
            id="letters that nothing explains",
        ),
        pytest.param(
            ["Actions", "Mend it. Owner: Ann Fenn and CM"],
            [("Mend it. Owner: Ann Fenn and CM", ["Ann Fenn and CM"])],
            id="a label within the action",
        ),
        pytest.param(
            ["Actions", "Mend it.", "Owner: Ann Fenn", "Paint it.", "Lead officer: Harbour team"],
            [("Mend it.", ["Ann Fenn"]), ("Paint it.", ["Harbour team"])],
            id="a label below the action",
        ),
        pytest.param(
            ["Action: Mend it.", "Deadline: 3 March 2017", "Action by: CM", "It rained."],
            [("Mend it.", ["CM"])],
            id="labels below a labelled action",
        ),
        pytest.param(
            ["Actions", "Mend it.", "It rained.", "Responsible: Cy Moss"],
            [("Mend it.", []), ("It rained.", ["Cy Moss"])],
            id="a label is of the action right above it",
        ),
        pytest.param(
            ["Actions", "Ann Fenn to mend it.", "Task Group to paint it."],
            [("Ann Fenn to mend it.", ["Ann Fenn"]), ("Task Group to paint it.", [])],
            id="a name before to",
        ),
        pytest.param(
            ["Actions", "Officers to:", "mend it.", "paint it."],
            [("mend it.", []), ("paint it.", [])],
            id="a list below those who act",
        ),
        pytest.param(
            ["ACTION: To mend it by June. ACTION: Clerk"],
            [("To mend it by June.", ["Clerk"])],
            id="an owner behind a label of its own",
        ),
        pytest.param(
            ["It rained. ACTION: Cllr Fenn to mend it.", "It is old. ACTION: Clerk"],
            [("Cllr Fenn to mend it.", ["Cllr Fenn"]), ("It is old.", ["Clerk"])],
            id="labels behind a sentence",
        ),
        pytest.param(
            ["Actions", "Mend it. (Ann Fenn) Paint it (again). (Cy Moss)", "(Jo Reed)"],
            [
                ("Mend it. (Ann Fenn)", ["Ann Fenn"]),
                ("Paint it (again). (Cy Moss)", ["Cy Moss", "Jo Reed"]),
            ],
            id="actions of one paragraph, and an owner on the next line",
        ),
        pytest.param(
            ["Action", "\tMend it.\tAnn Fenn\n\tPaint it.\tCy Moss"],
            [("Mend it.", ["Ann Fenn"]), ("Paint it.", ["Cy Moss"])],
            id="rows of a table",
        ),
    ],
)
def test_actions(lines: list[str], expected: list[tuple[str, list[str]]]) -> None:
    assert actions(*lines) == expected


@pytest.mark.parametrize(("length", "owners"), [(LONGEST_OWNER, 1), (LONGEST_OWNER + 1, 0)])
def test_the_names_of_owners_are_a_short_line(length: int, owners: int) -> None:
    names = "Ann Fenn, Cy Moss, Jo Reed, Kit Larch, Pat Birch, Eve Olive, "
    names = f"{names}Sam S{'e' * (length - len(names) - len('Sam S'))}"
    assert len(actions("Action", "Mend it.", names)[0][1]) == owners


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("\tThe pier leaks.\tAnn Fenn", [("The pier leaks.", ["Ann Fenn"])]),
        ("\tThe pier leaks.\tCM / JR", [("The pier leaks.", ["CM / JR"])]),
        ("\tThe pier leaks.\t3.15", []),
        ("\t<p>It rained.</p><p>The pier leaks.</p>\tAnn Fenn", []),
    ],
    ids=["a name", "letters", "no owner", "beside two paragraphs"],
)
def test_an_owner_beside_one_paragraph_makes_it_an_action(
    row: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert actions(row) == expected


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        ("<p>Ann Fenn</p><p>Cy Moss</p>", [["Ann Fenn"], ["Cy Moss"]]),
        ("<p>Ann Fenn</p>", [["Ann Fenn"], ["Ann Fenn"]]),
        ("<p>Ann Fenn</p><p>Cy Moss</p><p>Jo Reed</p>", [[], ["Ann Fenn", "Cy Moss", "Jo Reed"]]),
    ],
    ids=["one for each action", "one for all", "more than there are actions"],
)
def test_owners_in_the_cell_beside_several_actions(owners: str, expected: list[list[str]]) -> None:
    page = (
        "<!DOCTYPE html><html><body><table><tr><th>Item<th>Decisions and actions<th>Action by"
        "<tr><td>1<td><p>The pier</p><p>Actions</p><p>Mend it.</p><p>Paint it.</p>"
        f"<td>{owners}</table></body></html>"
    )
    found = list(read_document(page.encode(), "page.html").blocks)
    (item,) = read_numbered(found, registers())
    assert [action.owners for action in item.actions] == expected


def test_what_stands_in_a_column_of_actions_is_one() -> None:
    (item,) = items("Item\tDiscussion\tAction\n1. Pier\tIt leaks.\tTo mend it.")
    assert [each.passages[0].text for each in item.actions] == ["To mend it."]


def test_an_item_ends_a_numbered_list_of_decisions() -> None:
    found = items("1. Apologies", "Decision", "1. To mend it.", "2. The pier", "It stands.")
    assert [item.item_no for item in found] == ["1", "2"]
    assert [[run[0].text for run in item.decided] for item in found] == [["To mend it."], []]
