"""A line for each register that extraction reads, and what changes by it."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Case:
    """A line that is added to a register, what is looked at, and what it shows without and with.

    The line may stand in the place of other text.
    """

    register: str
    line: str
    before: Rows
    after: Rows
    paper: str = ""
    place: str = ""
    columns: str = ""
    instead_of: str = ""


def members(group: str = "Labour", member: str = "Cllr Ann Bee", council: str = "Kent CC") -> str:
    return (
        "Harbour Programme Board - Membership 2023/2024\n\nCouncillor\tAuthority\n"
        f"{group} (2)\t\n{member}\t{council}\nCllr Guy Hallam\tDevon County Council\n"
    )


def report(*sentences: str) -> str:
    return "\n\n".join(["Harbour Programme Board", "3 March 2024", "Report", *sentences])


def minutes(head: str, words: str, meeting: str = "Minutes of the meeting") -> str:
    return (
        f"{head}\n{meeting} held on Tuesday 6 May 2031\n\n{words}\n\n"
        "Present: Cllr Ann Bee (Chair), Cllr Guy Hallam\n\n1. Apologies\n\nNone.\n"
    )


SEATS = "councillor_name, council_id, political_group, role, honours"
TOOK_PART = "programme_id, programme_name, participants, unit"
KENT, DEVON = "kent-county-council", "devon-county-council"
BEE = ("Ann Bee", KENT, "Labour", "member", None)
SOUTH_EAST = [("South East", "LA", 5), ("South East", "NG", 6)]
GUY = ("Guy Hallam", DEVON, "Labour", "member", None)


def seats_of(register: str, line: str, paper: str, before: Rows, after: Rows) -> Case:
    return Case(register, line, before, after, paper, "board_memberships", SEATS)


def took_part(register: str, line: str, sentence: str, before: Rows, after: Rows) -> Case:
    place = "programme_participation"
    return Case(register, line, before, after, report(sentence), place, TOOK_PART)


# What extraction reads.
PAPERS = [
    Case(
        "boards",
        "quay-board,Harbour Programme Board,,",
        before=[(f"unnamed/{sha256(members().encode()).hexdigest()[:8]}",)] * 2,
        after=[("quay-board",)] * 2,
        paper=members(),
        place="board_memberships",
        columns="board_id",
    ),
    Case(
        "challenge_types",
        "harbour,maritime",
        before=[(KENT, "general")],
        after=[(KENT, "maritime")],
        paper=report("Kent County Council had a harbour peer challenge in 2016."),
        place="peer_challenges",
        columns="council_id, challenge_type",
    ),
    seats_of(
        "council_alias_forms",
        "county,Shire of {},true",
        members(council="Shire of Kent"),
        before=[("Ann Bee", None, "Labour", "member", None), GUY],
        after=[BEE, GUY],
    ),
    seats_of(
        "council_aliases",
        f"{KENT},Weald of Hops,",
        members(council="Weald of Hops"),
        before=[("Ann Bee", None, "Labour", "member", None), GUY],
        after=[BEE, GUY],
    ),
    Case(
        "council_successions",
        f"sedgemoor-district-council,{KENT},2023-04-01",
        before=[("somerset-council", "Somerset Council")],
        after=[(None, "Sedgemoor District Council")],
        paper=report("Sedgemoor District Council had a peer challenge."),
        place="peer_challenges",
        columns="council_id, council_name",
    ),
    seats_of(
        "councils",
        "ternshire-county-council,,Ternshire County Council,Ternshire,"
        "South East,England,county,1974-04-01,,invented",
        members(council="Ternshire CC"),
        before=[("Ann Bee", None, "Labour", "member", None), GUY],
        after=[("Ann Bee", "ternshire-county-council", "Labour", "member", None), GUY],
    ),
    Case(
        "dimensions",
        "region,Far Fens,East of England",
        before=[("Far Fens", "LA", 3), ("Far Fens", "NG", 4), *SOUTH_EAST],
        after=[("East of England", "LA", 3), ("East of England", "NG", 4), *SOUTH_EAST],
        paper="Leadership 2014/15\n\nRegion\tLA\tNG\nFar Fens\t3\t4\nSouth East\t5\t6\n",
        place="leadership_stats",
        columns="dimension_value, programme_code, councillors",
    ),
    seats_of(
        "given_names",
        "Quillon,Quill",
        members(member="Quillon Hall"),
        before=[GUY],
        after=[("Quillon Hall", KENT, "Labour", "member", None), GUY],
    ),
    seats_of(
        "honours",
        "ZBE,ZBE",
        members(member="Cllr Ann Bee ZBE"),
        before=[BEE, GUY],
        after=[("Ann Bee", KENT, "Labour", "member", "ZBE"), GUY],
    ),
    seats_of("not_names", "bee,", members(member="Ann Bee"), before=[BEE, GUY], after=[GUY]),
    took_part(
        "participation_offers",
        "sailing",
        "In 2016/17 40 councillors attended harbour sailing.",
        before=[],
        after=[(None, "harbour sailing", 40, "councillors")],
    ),
    took_part(
        "participation_units",
        "wardens,people,",
        "In 2016/17 40 wardens attended Leadership Academy.",
        before=[],
        after=[("leadership-academy", "Leadership Academy", 40, "people")],
    ),
    took_part(
        "statement_verbs",
        "sail through,,took_part,,subject",
        "In 2016/17 40 councillors sailed through Leadership Academy.",
        before=[],
        after=[("leadership-academy", "Leadership Academy", 40, "councillors")],
    ),
    Case(
        "statement_words",
        "harbour visit,challenge,",
        before=[],
        after=[(KENT, "general")],
        paper=report("Kent County Council had a harbour visit in 2016."),
        place="peer_challenges",
        columns="council_id, challenge_type",
    ),
    seats_of(
        "parties",
        "Teal,Independent,Teal,,,invented",
        members(group="Teal"),
        before=[
            ("Ann Bee", KENT, None, "member", None),
            ("Guy Hallam", DEVON, None, "member", None),
        ],
        after=[
            ("Ann Bee", KENT, "Independent", "member", None),
            ("Guy Hallam", DEVON, "Independent", "member", None),
        ],
    ),
    took_part(
        "programme_aliases",
        "leadership-academy,Helm School",
        "In 2016/17 40 councillors attended Helm School.",
        before=[(None, "Helm School", 40, "councillors")],
        after=[("leadership-academy", "Leadership Academy", 40, "councillors")],
    ),
    took_part(
        "programmes",
        "able-seamanship,Able Seamanship,,leadership,false",
        "In 2016/17 40 councillors attended Able Seamanship.",
        before=[(None, "Able Seamanship", 40, "councillors")],
        after=[("able-seamanship", "Able Seamanship", 40, "councillors")],
    ),
    Case(
        "restated_subjects",
        "ferries,<number> ferries",
        before=[],
        after=[("figure_told_in_two_ways", "ferries", "12", "14")],
        paper=report("There are 12 ferries in the harbour.", "Now 14 ferries sail from it."),
        place="findings",
        columns="rule, subject, expected, observed",
    ),
    Case(
        "table_words",
        "embarked,measure,signed_up",
        before=[],
        after=[("North East", 5, "signed_up"), ("South East", 6, "signed_up")],
        paper=report(
            "Leadership Academy 2023/24", "Region\tEmbarked\nNorth East\t5\nSouth East\t6"
        ),
        place="leadership_stats",
        columns="dimension_value, councillors, status",
    ),
    seats_of(
        "roles",
        "Pond keeper,observer,",
        members(member="Cllr Ann Bee (Pond keeper)"),
        before=[BEE, GUY],
        after=[("Ann Bee", KENT, "Labour", "observer", None), GUY],
    ),
    Case(
        "people_tables",
        "mark,hurrah,present",
        before=[("Ann Bee", "not_recorded"), ("Guy Hallam", "apologies")],
        after=[("Ann Bee", "present"), ("Guy Hallam", "apologies")],
        paper="Harbour Programme Board\n\n3 March 2024\n\nAttendance 2023/24\n\n"
        "Member\t6 May 2024\t7 May 2024\nCllr Ann Bee\tHurrah\t\nCllr Guy Hallam\tApologies\t\n",
        place="attendance",
        columns="councillor_name, status",
    ),
    Case(
        "register_words",
        "attendance,Hurrah,present,virtual,,",
        before=[("Ann Bee", "not_recorded", None)],
        after=[("Ann Bee", "present", "virtual")],
        paper="<meeting><meetingid>1</meetingid><meetingdate>06/05/2031</meetingdate>"
        "<committeetitle>Harbour Panel</committeetitle>"
        '<attendees><attendee name="Cllr Ann Bee" attendance="Hurrah"/></attendees></meeting>',
        place="attendance",
        columns="councillor_name, status, mode",
    ),
    seats_of(
        "titles",
        "Reeve,Reeve,",
        members(member="Reeve Ann Bee"),
        before=[("Reeve Ann Bee", KENT, "Labour", "member", None), GUY],
        after=[BEE, GUY],
    ),
    Case(
        "association_names",
        "Local Government Association,Quay House,place",
        before=[(None,)],
        after=[("Local Government Association",)],
        paper=minutes("Harbour Safety Board\n", "The meeting was held at Quay House."),
        place="boards",
        columns="body_name",
    ),
    Case(
        "body_words",
        "guild,body",
        before=[(None,)],
        after=[("Kent Mariners Guild",)],
        paper=minutes("Kent Mariners Guild\nHarbour Committee\n", ""),
        place="boards",
        columns="body_name",
    ),
    Case(
        "meeting_types",
        "jubilee,special,false",
        before=[(None,)],
        after=[("special",)],
        paper=minutes("", "", meeting="Jubilee Meeting of the Harbour Committee"),
        place="meetings",
        columns="meeting_type",
    ),
    Case(
        "meeting_words",
        "gala,between",
        before=[(None,)],
        after=[("special",)],
        paper=minutes("", "", meeting="Special Gala Meeting of the Harbour Committee"),
        place="meetings",
        columns="meeting_type",
    ),
    Case(
        "day_words",
        "hung up,other_day",
        before=[(date(2024, 5, 7),)],
        after=[(None,)],
        paper="Harbour Programme Board\n\nReport\n\nHung up 7 May 2024\n\nThe pier stands.\n",
        place="papers",
        columns="meeting_date",
    ),
    Case(
        "paper_words",
        "bidden,summons",
        before=[(date(2024, 5, 7),)],
        after=[(date(2024, 5, 14),)],
        paper="Harbour Programme Board\n\nTuesday 7 May 2024\n\nYou are bidden to Quay "
        "House on Tuesday 14 May 2024 at 2pm.\n",
        place="papers",
        columns="meeting_date",
    ),
    Case(
        "note_words",
        "errands,action",
        before=[],
        after=[("Mend the pier.", None)],
        paper=minutes("Harbour Programme Board", "") + "\n2. Pier\n\nErrands\n\nMend the pier.\n",
        place="actions",
        columns="text, owner",
    ),
    Case(
        "roll_words",
        "sorry,opening\nsorry,apologies\nsorry,word",
        before=[("Ann Bee", "present"), ("Guy Hallam", "present")],
        after=[("Ann Bee", "present"), ("Guy Hallam", "present"), ("Cy Quill", "apologies")],
        paper=minutes("Harbour Programme Board", "").replace(
            "\n\n1. Apol", "\n\nSorry: Cllr Cy Quill\n\n1. Apol"
        ),
        place="attendance",
        columns="councillor_name, status",
    ),
]
