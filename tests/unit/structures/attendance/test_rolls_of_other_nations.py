"""Rolls in the words of Wales, Scotland and Northern Ireland, and with names that run on."""

import pytest

from tests.unit.structures.roll import roll

PRESENT = {
    "how many came in a bracket, and by what": (
        "Attending by Zoom (Five Councillors) :- Ann Fenn (AF), Cy Moss (CM) Chair and Jo Reed "
        "In attendance: Ivy Sedge, Parish Clerk",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "chair"),
            ("Jo Reed", "present", "member"),
            ("Ivy Sedge", "present", "officer"),
        ],
    ),
    "letters behind surnames that two members share": (
        "PRESENT IN THE CHAIR: Councillor A. Fenn, Mayor.\n\nMEMBERS PRESENT:\n\n"
        "Councillors Moss (J), Moss (K), O’ Reed, Sedge (E)",
        [
            ("A. Fenn", "present", "chair"),
            ("J Moss", "present", "member"),
            ("K Moss", "present", "member"),
            ("O’Reed", "present", "member"),
            ("Sedge", "present", "member"),
        ],
    ),
    "the clerk, and how many of the public": (
        "Present: Cllr A Fenn - Chair & Cllr C Moss.\n\n"
        "Jo Reed – Clerk and 3 members of the public.",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
        ],
    ),
    "a county's councillor in Welsh": (
        "PRESENNOL\n\nCynghorwyr Ann Fenn, Cy Moss a’r Cynghorydd Sir Jo Reed.",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "in_attendance"),
        ],
    ),
    "the chair, below apologies": (
        "Present: Mr A Fenn, Mr C Moss.\n\nApologies: Mr J Reed.\n\nChair: Mr A Fenn.",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("J Reed", "apologies", "member"),
        ],
    ),
    "offices, titles and letters that run on": (
        "PRESENT: The Right Worshipful the Mayor Councillor A Fenn Deputy Mayor Councillor B Moss "
        "Aldermen C Reed, D E Sedge MBE and F O’Larch Councillors G Broom, H Ash (late) I J Elm "
        "Rev Dr K Oak L M Yew",
        [
            ("A Fenn", "present", "member"),
            ("B Moss", "present", "member"),
            ("C Reed", "present", "member"),
            ("D E Sedge", "present", "member"),
            ("F O’Larch", "present", "member"),
            ("G Broom", "present", "member"),
            ("H Ash", "present", "member"),
            ("I J Elm", "present", "member"),
            ("K Oak", "present", "member"),
            ("L M Yew", "present", "member"),
        ],
    ),
    "a Welsh clerk, and the next item after apologies": (
        "PRESENNOL – Y Cynghorwyr Ann Fenn [Cadeirydd], Cy Moss ac Ivy Reed (Clerc).\n\n"
        "YMDDIHEIRIADAU – Y Cynghorwyr Tom Ash, Jo Elm [ar wyliau] a Sue Oak.\n\n"
        "350 DATGAN BUDDIANNAU\n\nY Cynghorydd Cy Moss ynghylch y pier.",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Ivy Reed", "present", "officer"),
            ("Tom Ash", "apologies", "member"),
            ("Jo Elm", "apologies", "member"),
            ("Sue Oak", "apologies", "member"),
        ],
    ),
    "a label that is a sentence of an item": (
        "21/5-4 Record of Members Present and Apologies. All Members present. Cllr Mrs Ann Fenn "
        "(Chairman), Cllr Cy Moss and Mrs Jo Reed (Clerk).",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
        ],
    ),
    "the chair and parish councillors, with no word for present": (
        "Chair: Cllr Ann Fenn\n\nParish Councillors: Cllrs Cy Moss & Jo Reed\n\n"
        "Also in attendance: Ivy Sedge (Parish Clerk)",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "member"),
            ("Ivy Sedge", "present", "officer"),
        ],
    ),
    "seats on lines of their own, surnames in capitals": (
        "Present:-\n\nMembers\n\nRole\n\nAnn FENN (Vice Chairperson)\n\nNominated by Weir Council "
        "(Elected Member)\n\nCy MOSSE\n\nPerson providing care in the area of the Weir authority, "
        "unpaid\n\nJo REED\n\nRegistered Nurse",
        [
            ("Ann Fenn", "present", "vice_chair"),
            ("Cy Mosse", "present", "member"),
            ("Jo Reed", "present", "member"),
        ],
    ),
    "a title that lost its space": (
        "Present: Cllr. Fenn (Chair), Cllr.Moss, Cllr. Reed",
        [
            ("Fenn", "present", "chair"),
            ("Moss", "present", "member"),
            ("Reed", "present", "member"),
        ],
    ),
    "names run on, a title among them": (
        "PRESENT\n\nEric Fenn William Moss Nonie Reed Mrs Lucy Sedge Angus Larch Jo van Broom\n\n"
        "Apologies:\n\nPeter Ash Anne Marie Elm Sandy Oak Bruce Yew",
        [
            ("Eric Fenn", "present", "member"),
            ("William Moss", "present", "member"),
            ("Nonie Reed", "present", "member"),
            ("Lucy Sedge", "present", "member"),
            ("Angus Larch", "present", "member"),
            ("Jo van Broom", "present", "member"),
            ("Peter Ash", "apologies", "member"),
            ("Anne Marie Elm", "apologies", "member"),
            ("Sandy Oak", "apologies", "member"),
            ("Bruce Yew", "apologies", "member"),
        ],
    ),
    "the letters of a body behind names": (
        "PRESENT\n\nAnn Fenn (Chair) HBWT Board\n\nCy Moss HBWT Staff",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
    ),
    "community councillors": (
        "Present: CClrs Fenn (Chair), Moss and Reed, HBC Clr Sedge",
        [
            ("Fenn", "present", "chair"),
            ("Moss", "present", "member"),
            ("Reed", "present", "member"),
            ("Sedge", "present", "member"),
        ],
    ),
    "offices with their holders in brackets": (
        "PRESENT: The Worshipful the Mayor (Councillor Ann Fenn) in the Chair; "
        "The Leader (Cllr Cy Moss), Councillors Reed and Sedge",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Reed", "present", "member"),
            ("Sedge", "present", "member"),
        ],
    ),
    "a Scottish sederunt": (
        "SEDERUNT: Provost Ann Fenn (Convener), Bailie Cy Moss, Councillors J Reed and I Sedge",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("J Reed", "present", "member"),
            ("I Sedge", "present", "member"),
        ],
    ),
    "aldermen shortened": (
        "PRESENT\n\nAld. A Fenn (Mayor), Ald. C Moss, Cllr J Reed",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "member"),
        ],
    ),
    "who presides, and other members by letters alone": (
        "Presiding A B Fenn\n\nOther Members Present C D Moss E Reed Mrs G H Sedge I Larch\n\n"
        "Officers Present J Broom, (Chief Executive)",
        [
            ("A B Fenn", "present", "chair"),
            ("C D Moss", "present", "member"),
            ("E Reed", "present", "member"),
            ("G H Sedge", "present", "member"),
            ("I Larch", "present", "member"),
            ("J Broom", "present", "officer"),
        ],
    ),
    "surnames below councillors present": (
        "COUNCILLORS PRESENT\n\nFenn (Chairman), Moss, Reed-Sedge",
        [
            ("Fenn", "present", "chair"),
            ("Moss", "present", "member"),
            ("Reed-Sedge", "present", "member"),
        ],
    ),
    "members whom no label calls present": (
        "Members:\n\nAnn Fenn, Interim Chair\n\nCy Moss, Non-Executive Director\n\n"
        "In Attendance:\n\nJo Reed, Director of Piers",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
        ],
    ),
    "in Welsh": (
        "YN BRESENNOL:\n\nY Cynghorydd A. Fenn (Cadeirydd)\n\n"
        "Y Cynghorwyr Mrs C. Moss, J.Ll. Reed, Ivy Sedge ac Ann Larch\n\n"
        "WRTH LAW: Jo Broom (Clerc)\n\nYMDDIHEURIADAU:\n\nY Cynghorydd Tom Ash",
        [
            ("A. Fenn", "present", "chair"),
            ("C. Moss", "present", "member"),
            ("J. Ll. Reed", "present", "member"),
            ("Ivy Sedge", "present", "member"),
            ("Ann Larch", "present", "member"),
            ("Jo Broom", "present", "officer"),
            ("Tom Ash", "apologies", "member"),
        ],
    ),
    "in two languages": (
        "Presennol / Present: Cyng/Cllrs.: A. Fenn (chair) C. Moss, J. Reed a I. Sedge.\n\n"
        "Ymddiheuriadau:\n\nCyng. Tom Ash\n\nApologies:\n\nCllr. Tom Ash\n\n"
        "Datgan Diddordeb:\n\nCyng. J. Reed – Cynllunio",
        [
            ("A. Fenn", "present", "chair"),
            ("C. Moss", "present", "member"),
            ("J. Reed", "present", "member"),
            ("I. Sedge", "present", "member"),
            ("Tom Ash", "apologies", "member"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PRESENT.values(), ids=PRESENT)
def test_who_was_there(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert roll(text) == expected
