"""Rolls of bodies that others send members to: groups, bodies behind names, offices before them."""

import pytest

from tests.unit.structures.roll import roll

PRESENT = {
    "a chairman and a vice chairman with titles": (
        "Attendance:\n\nChairman Mr A Fenn\n\nVice Chairman Mrs J Moss\n\nMrs C Reed\n\n"
        "Footpath Warden Mr I Sedge\n\nMembers of the public 12",
        [
            ("A Fenn", "present", "chair"),
            ("J Moss", "present", "vice_chair"),
            ("C Reed", "present", "member"),
        ],
    ),
    "offices on one line with nothing between them": (
        "Present: Chairman Councillor A Fenn Vice Chairman Councillor C Moss Mrs J Reed",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "vice_chair"),
            ("J Reed", "present", "member"),
        ],
    ),
    "the deputy mayor after the mayor": (
        "Present: Mayor Councillor A Fenn, Deputy Mayor Councillor C Moss, Councillors Reed and "
        "Sedge",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("Reed", "present", "member"),
            ("Sedge", "present", "member"),
        ],
    ),
    "groups under headings of their own": (
        "PRESENT\n\nCourt Members\n\nMr A Fenn (Chair)\n\nMrs C Moss\n\nTide Representatives\n\n"
        "Weir Society Representatives\n\nMr J Reed",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "member"),
        ],
    ),
    "the bodies that people come from": (
        "PRESENT\n\nAnn Fenn, Quay Owners and Tide Group\n\nCy Moss, Weir Trust\n\n"
        "Jo Reed, River Society\n\nHBWT West",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "member"),
        ],
    ),
    "county councillors of a joint body are its members": (
        "PRESENT\n\nCounty Councillor A Fenn (Norfolk County Council)\n\n"
        "Cllr C Moss (Suffolk County Council)\n\nCllr J Reed (Essex County Council)",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "member"),
        ],
    ),
    "a label right behind the stop of its number": (
        "Chair: Councillor A Fenn\n\n37.PRESENT\n\n"
        "Councillors: C Moss, Rev J Reed & Mrs I Sedge\n\n"
        "Also PCSO Kit Elm & four members of the public\n\n38.APOLOGIES\n\nCllr T Ash",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "member"),
            ("I Sedge", "present", "member"),
            ("T Ash", "apologies", "member"),
        ],
    ),
    "the committee behind its chair": (
        "Present: Chair: Ann Fenn. Committee: Cy Moss, Jo Reed.",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "member"),
        ],
    ),
    "other councillors, and officers in support": (
        "Parish Councillors present: Cllr A Fenn, Cllr C Moss\n\nOther Councillors Present\n\n"
        "Councillors: Jo Reed, Ivy Sedge\n\nSupporting Officers: Tom Ash, Tide Manager\n\n"
        "Presentation by the harbour\n\nKit Elm showed boats.",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("Jo Reed", "present", "in_attendance"),
            ("Ivy Sedge", "present", "in_attendance"),
            ("Tom Ash", "present", "officer"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PRESENT.values(), ids=PRESENT)
def test_who_was_there(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert roll(text) == expected
