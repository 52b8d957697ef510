"""Items of minutes and agendas by their numbers, letters, tables and headings."""

import pytest

from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.minutes.notes import begins_business, read_numbered


def items(text: str, name: str = "paper.txt") -> list[tuple[str | None, str]]:
    blocks = list(read_document(text.encode(), name).blocks)
    found = read_numbered(blocks, load_registers(REFERENCE))
    return [(item.item_no, item.title.text if item.title else "") for item in found]


NUMBERS = {
    "Roman figures": (
        "I APOLOGIES FOR ABSENCE\n\nNone.\n\nI was asked to stay.\n\nII THE PIER\n\nIt stands.\n\n"
        "III. The quay\n\nIt stands too.",
        [("I", "APOLOGIES FOR ABSENCE"), ("II", "THE PIER"), ("III", "The quay")],
    ),
    "a list below items whose numbers stand alone": (
        "1.\n\nApologies\n\n2.\n\nExempt items\n\n2. To consider them.\n\n"
        "3. If so, to pass the motion\n\n3.\n\nThe pier",
        [("1", "Apologies"), ("2", "Exempt items"), ("3", "The pier")],
    ),
    "titles that nothing marks, between numbered paragraphs": (
        "Welcome and Apologies\n\n1. Ann Fenn welcomed everyone.\n\nMatters Arising\n\n"
        "2. There were none.\n\nPurpose of the Pier Group (Paper 2)\n\n3. The pier was discussed."
        "\n\nCllr Moss left\n\nAny Other Business\n\n4. The quay was mended.",
        [
            (None, "Welcome and Apologies"),
            (None, "Matters Arising"),
            (None, "Purpose of the Pier Group (Paper 2)"),
            (None, "Any Other Business"),
        ],
    ),
    "year and month before a colon": (
        "17/03:01 APOLOGIES\n\nNone.\n\n17/03:02 THE PIER\n\nIt stands.",
        [("17/03:01", "APOLOGIES"), ("17/03:02", "THE PIER")],
    ),
    "the letters of a committee behind the number": (
        "67/19/F&R Apologies\n\nNone.\n\n68/19/F&R The pier\n\nIt stands.",
        [("67/19/F&R", "Apologies"), ("68/19/F&R", "The pier")],
    ),
    "the letter of a committee before the number": (
        "F145. APOLOGIES\n\nNone.\n\nF146. THE PIER\n\nIt stands.",
        [("F145", "APOLOGIES"), ("F146", "THE PIER")],
    ),
    "counted through decades": (
        "14365 APOLOGIES\n\nNone.\n\n14366 THE PIER\n\nIt stands.",
        [("14365", "APOLOGIES"), ("14366", "THE PIER")],
    ),
    "counted through decades, with colons": (
        "2743: Apologies for Absence:\n\nNone.\n\n2744: The Pier:\n\nIt stands.",
        [("2743", "Apologies for Absence"), ("2744", "The Pier")],
    ),
    "year and count": (
        "17.44 APOLOGIES\n\nNone.\n\n17.45 THE PIER\n\n1. It stands.",
        [("17.44", "APOLOGIES"), ("17.45", "THE PIER")],
    ),
    "count and year": (
        "43.17 Apologies\n\nNone.\n\n44.17 The pier\n\nIt stands.",
        [("43.17", "Apologies"), ("44.17", "The pier")],
    ),
    "year, body and count": (
        "16-17/HB/1 Apologies\n\nNone.\n\n16-17/HB/2 The pier\n\nIt stands.",
        [("16-17/HB/1", "Apologies"), ("16-17/HB/2", "The pier")],
    ),
    "no space behind the stop": (
        "1.Apologies\n\nNone.\n\n2.The pier\n\n3.5 miles of it stand.\n\n3.THE QUAY\n\nIt too.",
        [("1", "Apologies"), ("2", "The pier"), ("3", "THE QUAY")],
    ),
    "a date in figures on a line of its own above them": (
        "16/02/2017\n\n01 OPENING OF THE QUAY\n\nIt was opened.\n\n02 THE PIER\n\nIt stands.\n\n"
        "03 APOLOGIES\n\nNone.",
        [("01", "OPENING OF THE QUAY"), ("02", "THE PIER"), ("03", "APOLOGIES")],
    ),
    "the next meeting, below a number of its own": (
        "1.\n\nApologies\n\n2.\n\nActions arising from the meeting in March\n\nNone.\n\n3.\n\n"
        "Date of next meeting\n\n4 May 2017",
        [
            ("1", "Apologies"),
            ("2", "Actions arising from the meeting in March"),
            ("3", "Date of next meeting"),
        ],
    ),
    "a title with a stop behind a title of a person": (
        "1. Apologies. None came.\n\n2. A proposal from Cllr. Fenn for the quay. It was passed.\n\n"
        "3. A letter from Mrs. Moss. It was read.",
        [
            ("1", "Apologies"),
            ("2", "A proposal from Cllr. Fenn for the quay"),
            ("3", "A letter from Mrs. Moss"),
        ],
    ),
    "usual titles with a stop or a stroke, and no numbers": (
        "Apologies for absence\n\nNone.\n\nMatters Arising/ Actions from March\n\nNone.\n\n"
        "Finance.\n\nThe pier was paid for.\n\nAny Other Business\n\nNone.",
        [
            (None, "Apologies for absence"),
            (None, "Matters Arising/ Actions from March"),
            (None, "Finance"),
            (None, "Any Other Business"),
        ],
    ),
    "a space before the stop": (
        "1 . Apologies\n\nNone.\n\n2 . The pier\n\nIt stands.",
        [("1", "Apologies"), ("2", "The pier")],
    ),
    "titles that end in a stop": (
        "1. Apologies.\n\nNone were sent.\n\n2. Minutes of 3 March 2017.\n\nThey were signed.\n\n"
        "3. The pier.\n\nIt stands.",
        [("1", "Apologies."), ("2", "Minutes of 3 March 2017."), ("3", "The pier.")],
    ),
    "what was said behind a colon or a dash": (
        "1. Apologies: 066/17: None.\n\n2. Minutes – Agreed\n\n"
        "3. The pier: The clerk reported that it stands.",
        [("1", "Apologies"), ("2", "Minutes"), ("3", "The pier")],
    ),
    "titles in capitals before the text": (
        "22. MINUTES The minutes were signed.\n\n23. THE PIER Members said that it stands.",
        [("22", "MINUTES"), ("23", "THE PIER")],
    ),
    "the word item, and a reference after the title": (
        "Item 1 - Apologies Ref 17/046\n\nNone.\n\nItem 2 - The pier (17/047)\n\nIt stands.",
        [("1", "Apologies"), ("2", "The pier")],
    ),
    "a body, count and years": (
        "Har/28/16-17 Apologies\n\nNone.\n\nHar/29/16-17 The pier\n\nIt stands.",
        [("Har/28/16-17", "Apologies"), ("Har/29/16-17", "The pier")],
    ),
    "counts with letters, and long text after the title": (
        "41a/17 Apologies: None\n\n41b/17 Declarations: None were made. The clerk reminded members "
        "that they are to fill in the form of interests by the end of the month, and to send it to "
        "the officer of the district.\n\n42/17 The pier:\n\nIt stands.",
        [("41a/17", "Apologies"), ("41b/17", "Declarations"), ("42/17", "The pier")],
    ),
    "an abbreviation within the title": (
        "1. Welcome. All came.\n\n2. Hon. Treasurer's Report. The treasurer was there.",
        [("1", "Welcome"), ("2", "Hon. Treasurer's Report")],
    ),
    "parts of items that end in nought": (
        "1.0 Apologies\n\n1.1 None came.\n\n2.0 The pier\n\n2.1 Vice Chairman - Fenn spoke.\n\n"
        "3.0 The quay\n\n3.1 It stands.",
        [("1.0", "Apologies"), ("2.0", "The pier"), ("3.0", "The quay")],
    ),
    "what was said behind a colon with a dash": (
        "1. Apologies:- Cllrs A. Fenn & C. Moss.\n\n2. Notes to be approved:-\n\nThey were.\n\n"
        "3. Crime:- The report went round.",
        [("1", "Apologies"), ("2", "Notes to be approved"), ("3", "Crime")],
    ),
    "items in another order, called by that word": (
        "Items 1 & 2. Welcome & apologies (as above). The chair welcomed all to it.\n\n"
        "Item 3. The pier. It stands.\n\nItem 8. The quay. It was brought forward.",
        [("2", "Welcome & apologies"), ("3", "The pier"), ("8", "The quay")],
    ),
    "what is to be done, behind a dash": (
        "1. Apologies - To note any.\n\n2. Minutes - To sign those of March.\n\n3.. The pier",
        [("1", "Apologies"), ("2", "Minutes"), ("3", "The pier")],
    ),
    "items that end in nought, from a title that is not usual": (
        "1.0 Meeting opening\n\n1.1 All came.\n\n2.0 The pier\n\n2.1 It stands.",
        [("1.0", "Meeting opening"), ("2.0", "The pier")],
    ),
    "items called so, and minutes counted below them": (
        "Item 1: Apologies\n\n17/5 Cllr Fenn.\n\nItem 2: The pier\n\n17/6 It stands.\n\n"
        "Item 4: The quay\n\n17/7 It too.",
        [("1", "Apologies"), ("2", "The pier"), ("4", "The quay")],
    ),
    "minutes called so by number": (
        "Minute no. 1 – Members Present\n\nCllr Fenn\n\nMinute no. 2 - Apologies\n\nNone.\n\n"
        "Minute no. 3 – The pier\n\nIt stands.",
        [("1", "Members Present"), ("2", "Apologies"), ("3", "The pier")],
    ),
    "letters, year and count": (
        "HB/1617/214: Apologies\n\nNone.\n\nHB/1617/ 215: The pier\n\nIt stands.",
        [("HB/1617/214", "Apologies"), ("HB/1617/ 215", "The pier")],
    ),
    "an address above the first item": (
        "91 QUAY STREET, FERRY\n\n49 Welcome\n\nMembers came.\n\n50 The pier\n\nIt stands.",
        [("49", "Welcome"), ("50", "The pier")],
    ),
    "a long title of the usual business, with dates": (
        "1. Apologies: Cllr Fenn, letter of 3 March.\n\n2. Minutes of the meeting that the council "
        "held on 6th February 2017 (signed by the chair on 7th February 2017).\n\n3. The pier",
        [
            ("1", "Apologies"),
            (
                "2",
                "Minutes of the meeting that the council held on 6th February 2017 (signed by the "
                "chair on 7th February 2017).",
            ),
            ("3", "The pier"),
        ],
    ),
    "a first title that its text runs on from": (
        "1. Items besides the agenda: the pier of the ferry, the lamps on the quay and in the lane "
        "that leads to the mill, the boats of the fleet and all that the harbour master wrote of "
        "the tide.\n\n2. The quay\n\nIt stands.",
        [("1", "Items besides the agenda"), ("2", "The quay")],
    ),
    "usual titles that a sentence follows without a mark": (
        "1. Election of Chairman Ann Fenn was elected.\n\n2. The pier\n\nIt stands.\n\n"
        "3. Date of next meeting: 3 March 2017",
        [("1", "Election of Chairman"), ("2", "The pier"), ("3", "Date of next meeting")],
    ),
    "the reference of an application before its title": (
        "1. The pier\n\nIt stands.\n\n2. 17/01234/FUL: The mill\n\nIt stands too.",
        [("1", "The pier"), ("2", "17/01234/FUL: The mill")],
    ),
    "what was resolved is no title": (
        "1. The pier\n\nIt stands.\n\n2. It was RESOLVED to ask the public to leave\n\n3. The quay",
        [("1", "The pier"), ("2", ""), ("3", "The quay")],
    ),
    "lists that begin again below headings": (
        "MATTERS ARISING\n\n1. The gate is mended.\n\n2. The lamp is lit.\n\nFINANCE\n\n"
        "1. The rent is paid.\n\nCORRESPONDENCE\n\n1. A letter came.\n\n2. So did a card.",
        [(None, "MATTERS ARISING"), (None, "FINANCE"), (None, "CORRESPONDENCE")],
    ),
    "titles known by their words": (
        "Minutes of Fennick Council\n\nMinutes of March 2017\n\nThey were signed.\n\n"
        "Declarations of Interest\n\nNone\n\nTreasurer's Report: There is money.",
        [
            (None, "Minutes of March 2017"),
            (None, "Declarations of Interest"),
            (None, "Treasurer's Report"),
        ],
    ),
    "letters": (
        "(a)       Appointment of Chairman\n\nMr Fenn was.\n\n(b)       The pier\n\nIt stands.",
        [("a", "Appointment of Chairman"), ("b", "The pier")],
    ),
    "one item under a heading of that name": (
        "Agenda item\n\nHarbour Board - 3 March 2017\n\nThe pier\n\nMinutes:\n\nIt stands.",
        [(None, "The pier")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert items(text) == expected


TABLES = {
    "one number, with a sentence beside it": (
        "<p>Actions</p><table><tr><td>1.<td>Ann Fenn is to mend the pier.</table><p>Decisions</p>"
        "<p>The Board agreed to it.</p>",
        [(None, "")],
    ),
    "titles with their numbers in a table without a head": (
        "<table><tr><td>9. Apologies<td>RESOLVED: That they be noted.<tr><td>10. The quay<td>None."
        "</table>",
        [("9", "Apologies"), ("10", "The quay")],
    ),
    "numbers of parts of an item that was not found": (
        "<p>1. The pier</p><table><tr><td>2.1<td>The rope</table><p>3. The quay</p><p>None.</p>",
        [("1", "The pier"), ("3", "The quay")],
    ),
    "numbers among the words, and nothing beside them but actions": (
        "<table><tr><th>Agenda matter<th>Action<tr><td><p>1. Welcome</p><p>The chair welcomed them."
        "</p><td><tr><td><p>2. The pier</p><p>The panel noted it.</p><td>AF</table>",
        [("1", "Welcome"), ("2", "The pier")],
    ),
    "numbers among the words of titles, and minutes beside them": (
        "<table><tr><th>Agenda item<th>Minutes<th>Action<tr><td>1. Welcome; Quorum<td>Ann Fenn "
        "opened.<td>AF<tr><td>2. The pier<td>1. It stands.<td></table>",
        [("1", "Welcome; Quorum"), ("2", "The pier")],
    ),
    "titles without numbers, and what was discussed beside them": (
        "<table><tr><th>Item<th>Discussion and actions<tr><td>Welcome<td>Ann Fenn opened."
        "<tr><td>The pier<td>It stands.</table>",
        [(None, "Welcome"), (None, "The pier")],
    ),
    "a blank column of numbers": (
        "<table><tr><th>No.</th><th>Item</th></tr>"
        "<tr><td>&nbsp;</td><td><p>Apologies</p><p>To note any.</p></td></tr>"
        "<tr><td>&nbsp;</td><td><p>The pier</p></td></tr></table>",
        [(None, "Apologies"), (None, "The pier")],
    ),
    "a column of times before the numbers": (
        "<table><tr><th>Note</th><th>No.</th><th>Item</th></tr>"
        "<tr><td>5pm</td><td>1.</td><td><p>Apologies</p><p>To note any.</p></td></tr>"
        "<tr><td></td><td>2.</td><td><p>The pier</p></td></tr></table>",
        [("1", "Apologies"), ("2", "The pier")],
    ),
    "an appendix of an item, which ends nothing": (
        "<table><tr><th>No.</th><th>Item</th></tr>"
        "<tr><td>1.</td><td><p>Minutes</p><ul><li>Appendix A , item 1.</li></ul></td></tr>"
        "<tr><td>2.</td><td><p>The pier</p></td></tr></table>",
        [("1", "Minutes"), ("2", "The pier")],
    ),
    "a list within an item, whose numbers go on by chance": (
        "<table><tr><th>No.</th><th>Item</th></tr>"
        "<tr><td>1.</td><td><p>Apologies</p></td></tr>"
        "<tr><td>2.</td><td><p>The pier</p><p>1. To look at it.</p><p>3. To mend it</p></td></tr>"
        "<tr><td>3.</td><td><p>The quay</p></td></tr></table>",
        [("1", "Apologies"), ("2", "The pier"), ("3", "The quay")],
    ),
    "numbers under the word item": (
        "<table><tr><th>Item</th><th>Description</th><th>Resolution</th></tr>"
        "<tr><td>C 17/034</td><td>The mayor</td><td>RESOLVED: That it be noted.</td></tr>"
        "<tr><td>C 17/035</td><td>The pier</td><td>It stands.</td></tr></table>",
        [("C 17/034", "The mayor"), ("C 17/035", "The pier")],
    ),
    "details beside the titles": (
        "<table><tr><th>Item no.</th><th>Agenda Item</th><th>Details</th></tr>"
        "<tr><td>01</td><td>Apologies</td><td>To note any.</td></tr>"
        "<tr><td>02</td><td>The pier</td><td></td></tr></table>",
        [("01", "Apologies"), ("02", "The pier")],
    ),
}


@pytest.mark.parametrize(("page", "expected"), TABLES.values(), ids=TABLES)
def test_tables_of_items(page: str, expected: list[tuple[str | None, str]]) -> None:
    assert items(f"<!DOCTYPE html><html><body>{page}</body></html>", "page.html") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Apologies for absence\n\n2. Declarations of interest\n\n3. The pier", True),
        ("1. Chair's welcome and apologies\n\n2. The pier", True),
        ("1. Introduction\n\n2. Background\n\n3. The pier", False),
    ],
    ids=[
        "the items with which meetings begin",
        "apologies in the first of two",
        "the parts of a report",
    ],
)
def test_business(text: str, expected: bool) -> None:
    blocks = list(read_document(text.encode(), "paper.txt").blocks)
    assert begins_business(blocks, load_registers(REFERENCE)) is expected


def test_an_attendance_list_shows_who_may_act() -> None:
    text = "1. The pier\n\nAction: Wren Fenn to mend it.\n\nOfficers\tWren Fenn\nGuests\tJo Reed"
    blocks = list(read_document(text.encode(), "paper.txt").blocks)
    (item,) = read_numbered(blocks, load_registers(REFERENCE))
    assert [action.owners for action in item.actions] == [["Wren Fenn"]]
