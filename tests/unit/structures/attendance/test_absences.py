"""Who sent apologies and who came instead, in the house styles of councils, boards and schools."""

import pytest

from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.attendance.rolls import find_roll
from tests.unit.structures.roll import roll

AWAY = {
    "a substitute after a semicolon": (
        "Apologies had been received from Cllrs A Fenn and J Reed; Cllr C Moss was attending as "
        "substitute for Cllr A Fenn.",
        [
            ("A Fenn", "apologies", "member"),
            ("J Reed", "apologies", "member"),
            ("C Moss", "present", "substitute"),
        ],
    ),
    "somebody else's apologies, for something else": (
        "Present: Cllr A Fenn\n\nMr Larch then saw Cllr Fenn and offered his apologies.\n\n"
        "Mr Reed sent his apologies to the residents.",
        [("A Fenn", "present", "member")],
    ),
    "in his place, after a semicolon": (
        "Apologies had been received from Cllrs Ann Fenn and Jo Reed; Cllr Cy Moss attended in her "
        "place.",
        [
            ("Ann Fenn", "apologies", "member"),
            ("Jo Reed", "apologies", "member"),
            ("Cy Moss", "present", "substitute"),
        ],
    ),
    "for his inability": (
        "An apology for his inability to attend the Meeting was received from Councillor Fenn.",
        [("Fenn", "apologies", "member")],
    ),
    "in her absence": (
        "Apologies were received from Ann Fenn. Cy Moss attended in her absence.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "present", "substitute")],
    ),
    "officers of the police by their ranks": (
        "There were apologies from PCO Ann Fenn and Inspector Cy Moss.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "labels within a line that end in other marks": (
        "Present: A. Fenn, C. Moss. Apologies; J. Reed. Not present: I. Sedge",
        [
            ("A. Fenn", "present", "member"),
            ("C. Moss", "present", "member"),
            ("J. Reed", "apologies", "member"),
            ("I. Sedge", "absent", "member"),
        ],
    ),
    "for inability to attend": (
        "Apologies for inability to attend were submitted by Councillors A Fenn and C Moss.",
        [("A Fenn", "apologies", "member"), ("C Moss", "apologies", "member")],
    ),
    "apologies of somebody": (
        "It was resolved to accept the apologies of Councillors A Fenn and C Moss.",
        [("A Fenn", "apologies", "member"), ("C Moss", "apologies", "member")],
    ),
    "in Welsh": (
        "Derbyniwyd ymddiheuriadau gan Ann Fenn a Cy Moss.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "in two languages": (
        "Cafwyd ymddiheuriadau gan / Apologies for absence were received from Cyng. / Cllrs. "
        "A. Fenn, C. Moss a/and J.Reed.",
        [
            ("A. Fenn", "apologies", "member"),
            ("C. Moss", "apologies", "member"),
            ("J. Reed", "apologies", "member"),
        ],
    ),
    "who did not attend": (
        "NOT ATTENDED: Cllr Ann Fenn, Cllr Cy Moss",
        [("Ann Fenn", "absent", "member"), ("Cy Moss", "absent", "member")],
    ),
    "those who sent apologies": (
        "Cllrs Fenn and Moss sent their apologises.",
        [("Fenn", "apologies", "member"), ("Moss", "apologies", "member")],
    ),
    "a label before the sentence": (
        "2. Apologies and reasons for absence: 066/17: Cllrs Fenn and Moss sent their apologies.",
        [("Fenn", "apologies", "member"), ("Moss", "apologies", "member")],
    ),
    "a list of bullets below": (
        "Apologies were noted from the following members:\n\no   Cllr Ann Fenn\n\n"
        "o   Mayor Cy Moss",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "parties and councils in bullets": (
        "Apologies for absence had been received from:\n\n"
        "·         Cllr Ann Fenn, Con, Kent County Council; and\n\n"
        "·         Cllr Cy Moss MBE, Lab, Surrey County Council.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "what the board did for others": (
        "Apologies for absence were received from:\n\n·         Cllr Ann Fenn (could not join by "
        "video)\n\nThe Harbour Board congratulated Cllr Cy Moss and Cllr Ivy Reed on being "
        "made Chair and Deputy Chair respectively.",
        [("Ann Fenn", "apologies", "member")],
    ),
    "titles and surnames without a comma": (
        "The General Counsel reported apologies from Mrs Fenn, Mr Moss Mr Reed and Ms Sedge .",
        [
            ("Fenn", "apologies", "member"),
            ("Moss", "apologies", "member"),
            ("Reed", "apologies", "member"),
            ("Sedge", "apologies", "member"),
        ],
    ),
    "stand-ins in brackets": (
        "Apologies were received from Mr D Fenn (Ms H Moss attended as substitute), "
        "Cllr Ann Reed (sub Cllr Cy Sedge) and Mayor Larch (substituted by Mr R Broom).",
        [
            ("D Fenn", "apologies", "member"),
            ("Ann Reed", "apologies", "member"),
            ("Larch", "apologies", "member"),
            ("H Moss", "present", "substitute"),
            ("Cy Sedge", "present", "substitute"),
            ("R Broom", "present", "substitute"),
        ],
    ),
    "a stand-in after the name": (
        "An apology for absence was received from Cllr Ann Fenn and Cllr Cy Moss attended as "
        "substitute.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "present", "substitute")],
    ),
    "a reason, and for whom somebody came": (
        "Apologies were received from Councillor Fenn due to illness, for whom Councillor Moss was "
        "substituting.",
        [("Fenn", "apologies", "member"), ("Moss", "present", "substitute")],
    ),
    "stand-ins in the same order": (
        "Apologies were received from Cllr Ann Fenn, and Cllr Cy Moss substituted by Cllr Ivy Reed "
        "and Cllr Tom Larch respectively.",
        [
            ("Ann Fenn", "apologies", "member"),
            ("Cy Moss", "apologies", "member"),
            ("Ivy Reed", "present", "substitute"),
            ("Tom Larch", "present", "substitute"),
        ],
    ),
    "two runs of names": (
        "Apologies were received from members Ann Fenn and Cy Moss and from Ivy Reed, Engineer.",
        [
            ("Ann Fenn", "apologies", "member"),
            ("Cy Moss", "apologies", "member"),
            ("Ivy Reed", "apologies", "member"),
        ],
    ),
    "substitutes, for nobody in particular": (
        "Cllrs Ann Fenn and Cy Moss attended the meeting as substitutes.",
        [("Ann Fenn", "present", "substitute"), ("Cy Moss", "present", "substitute")],
    ),
    "one who substituted for another": (
        "Cllr Ann Fenn from Kirklees Council substituted for Cy Moss.",
        [("Ann Fenn", "present", "substitute")],
    ),
    "who is late is not away": (
        "There were apologies for absence from Councillors Ann Fenn (on business), and Cy Moss; "
        "and for lateness from Councillor Reed Larch. Councillor Ivy Broom gave her apologies for "
        "having to leave.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "the label of the item before the sentence": (
        "Apologies for Absence: were received from Ann Fenn (AF) and Cy Moss (CM). None were late.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "a second sentence of names": (
        "Apologies were received from A Fenn and C Moss, Elected Members. Cllr J Reed and "
        "Cllr I Sedge, Appointed Members.",
        [
            ("A Fenn", "apologies", "member"),
            ("C Moss", "apologies", "member"),
            ("J Reed", "apologies", "member"),
            ("I Sedge", "apologies", "member"),
        ],
    ),
    "a letter after the names": (
        "Apologies: Ann Fenn, Cllr Cy Moss, A letter had come from Cllr Reed.",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "a body behind the name, and how they were sent": (
        "Cllr Fenn, DCC, sent his apologies by e-mail, but it was found after the meeting.",
        [("Fenn", "apologies", "member")],
    ),
    "the next item below the names": (
        "1. APOLOGIES\n\nCllr Fenn, Cllr Moss\n\n2. TO RECEIVE DECLARATIONS\n\nItem 14 - Cllr Reed",
        [("Fenn", "apologies", "member"), ("Moss", "apologies", "member")],
    ),
    "what is asked of members before the minutes of the item": (
        "Apologies\n\nMembers are reminded that they, or their authority, may nominate substitutes "
        "who come in their place.\n\nMinutes:\n\nCllr A Fenn.",
        [("A Fenn", "apologies", "member")],
    ),
    "absences that were approved": (
        "2. Apologies and approval of absences – Councillors Fenn and Moss",
        [("Fenn", "apologies", "member"), ("Moss", "apologies", "member")],
    ),
    "an apology to be accepted, and one for lateness": (
        "That the apology from Councillors Fenn and Moss be accepted.\n\n"
        "Accept the apology from Member Ann Reed for absence.\n\n"
        "Accept the apology from Cr Cy Sedge for lateness.",
        [
            ("Fenn", "apologies", "member"),
            ("Moss", "apologies", "member"),
            ("Ann Reed", "apologies", "member"),
        ],
    ),
    "no apology from one of those who are away": (
        "Apologies were received from Cllr A Fenn. Cllr C Moss did not attend. No apology had been "
        "received from Cllr I Sedge.",
        [("A Fenn", "apologies", "member")],
    ),
    "a constable, and who keeps the minutes": (
        "Apologies: Ann Fenn, PC Cy Moss\n\nMinutes Secretary: Jo Reed",
        [
            ("Ann Fenn", "apologies", "member"),
            ("Cy Moss", "apologies", "member"),
            ("Jo Reed", "present", "officer"),
        ],
    ),
    "the chair by seat and surname": (
        "504. Apologies for Absence: Chairman Fenn",
        [("Fenn", "apologies", "chair")],
    ),
    "a list of substitutions": (
        "(i) Cllr A Fenn for Cllr C Moss; and\n\n(ii) Cllr J Reed for Cllr I Sedge.",
        [("A Fenn", "present", "substitute"), ("J Reed", "present", "substitute")],
    ),
    "what was received, below the title": (
        "2 Apologies\n\nwere received from: Councillors Mr A Fenn & Mr C Moss.",
        [("A Fenn", "apologies", "member"), ("C Moss", "apologies", "member")],
    ),
    "the number of a minute before the names": (
        "Item 1: Apologies for Absence.\n\n17/5 Councillors Ann Fenn and Cy Moss.\n\n"
        "Item 2: Declarations.\n\n17/6 Councillor J Reed",
        [("Ann Fenn", "apologies", "member"), ("Cy Moss", "apologies", "member")],
    ),
    "members who are called deputies": (
        "Apologies for absence were received from Deputy Ann Fenn, Cy Moss and Deputy Ivy Reed.",
        [
            ("Ann Fenn", "apologies", "member"),
            ("Cy Moss", "apologies", "member"),
            ("Ivy Reed", "apologies", "member"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), AWAY.values(), ids=AWAY)
def test_who_was_away_and_who_came_instead(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert roll(text) == expected


def test_a_stand_in_names_whom_it_is_for() -> None:
    text = "Apologies were received from Mr D Fenn (Ms H Moss attended as substitute)."
    blocks = list(read_document(text.encode(), "paper.txt").blocks)
    entries = find_roll(blocks, load_registers(REFERENCE))
    assert [(entry.named.person.name, entry.named.stands_in_for) for entry in entries] == [
        ("D Fenn", None),
        ("H Moss", "D Fenn"),
    ]
