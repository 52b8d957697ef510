"""A line for each register that models read, and what changes by it in a small build."""

from datetime import date
from typing import Any

from tests.models.seats import NEXT, seat
from tests.system.register_cases import DEVON, KENT, Case, Rows

OF_KENT = {"council_id": KENT, "council_name": "Kent County Council"}
PAPER = {
    "paper_id": "a1",
    "board_id": "ferry-board",
    "board_name": "Ferry Board",
    "meeting_date": date(2014, 12, 1),
}
REGISTERED = {"paper_id": "c3", "board_id": "improvement-programme-board"}
# What models read beside the registers.
EXTRACTS: dict[str, list[dict[str, Any]]] = {
    "papers": [PAPER, {**PAPER, **NEXT}, REGISTERED],
    "board_memberships": [
        # Two people, until a register makes the given names forms of one.
        seat("Quillon Marsh", OF_KENT),
        seat("Quill Marsh", OF_KENT, NEXT),
        # Two people, until a register says that the title stands for a given name.
        seat("Ada Fen", OF_KENT),
        seat("Reeve Fen", OF_KENT, NEXT),
        # An organisation, until a register has names of that form.
        seat("Eve Quay", {"council_id": None, "council_name": "Tern Hamlet"}),
    ],
    "leadership_stats": [
        {
            "period": "2014/15",
            "as_of": date(2014, 11, 30),
            "programme_id": "leadership-academy",
            "programme_code": "LA",
            "dimension": "region",
            "dimension_value": "South East",
            "councillors": 10,
            "status": "took_part",
        },
        {
            "period": "2014/15",
            "as_of": date(2014, 11, 30),
            "programme_id": "leadership-academy",
            "programme_code": "LA",
            "dimension": "region",
            "dimension_value": "Tern Isles",
            "councillors": 4,
            "status": "took_part",
        },
    ],
    "peer_challenges": [
        {
            "council_id": None,
            "council_name": None,
            "status": "delivered",
            "quote": "All county councils have relished a peer challenge.",
        }
    ],
    "findings": [
        {
            "rule": "figure_told_in_two_ways",
            "table_name": "papers",
            "subject": "ferries",
            "expected": "12",
            "observed": "14",
        }
    ],
}


def built(register: str, line: str, select: str, before: Rows, after: Rows) -> Case:
    columns, place = select.split(" from ")
    return Case(register, line, before, after, place=place, columns=columns)


RULE = "figure_told_in_two_ways,warning"
LEFT_OUT = "Councillors in post leave out Kent County Council: the register has no number for 2014."
OF_ALL = "where programme_id = 'all' and region = 'South East'"
LGA = "Local Government Association"
# What models read.
BUILDS = [
    Case(
        "association_names",
        f"Association of Ferrymen,{LGA},name",
        before=[(LGA,)],
        after=[("Association of Ferrymen",)],
        place="boards where board_id = 'improvement-programme-board'",
        columns="body_name",
        instead_of=f"{LGA},{LGA},name",
    ),
    built(
        "challenge_cover_words",
        "verb,relished",
        f"covered_by_statement from peer_challenge_coverage where council_id = '{KENT}'",
        before=[(None,)],
        after=[("All county councils have relished a peer challenge.",)],
    ),
    built(
        "dimensions",
        "region,Tern Isles,Tern Isles",
        "distinct region from uptake_by_region",
        before=[("South East",)],
        after=[("South East",), ("Tern Isles",)],
    ),
    built(
        "boards",
        "ferry-board,Board of Ferrymen,,",
        "name from boards where board_id = 'ferry-board'",
        before=[("Ferry Board",)],
        after=[("Board of Ferrymen",)],
    ),
    built(
        "council_alias_forms",
        "county,{} Hamlet,true",
        "rule from quality_findings where subject = 'Tern Hamlet'",
        before=[("organisation_unknown",)],
        after=[("council_unknown",)],
    ),
    built(
        "council_codes",
        f"{KENT},gss,E99999999,2031-04-01,",
        f"code from council_codes where council_id = '{KENT}'",
        before=[("E10000016",)],
        after=[("E10000016",), ("E99999999",)],
    ),
    built(
        "council_successions",
        f"{KENT},{DEVON},2031-04-01",
        f"successor_council_id from council_successions where council_id = '{KENT}'",
        before=[],
        after=[(DEVON,)],
    ),
    built(
        "councillors_in_post",
        "2014,South East,fire,Labour,100,counted by us",
        f"councillors_in_region from uptake_by_region {OF_ALL}",
        before=[(3574,)],
        after=[(3674,)],
    ),
    built(
        "councillors_in_post_gaps",
        f"2014,{KENT}",
        f"denominator_note from uptake_by_region {OF_ALL}",
        before=[(None,)],
        after=[(LEFT_OUT,)],
    ),
    built(
        "councils",
        "tern-council,,Tern Council,Tern,South East,England,unitary,2031-04-01,,invented",
        "council_id, name from councils where council_id = 'tern-council'",
        before=[],
        after=[("tern-council", "Tern Council")],
    ),
    built(
        "given_names",
        "Quillon,Quill",
        "councillor_id from councillors where name like '% Marsh'",
        before=[("quill-marsh",), ("quillon-marsh",)],
        after=[("quillon-marsh",)],
    ),
    built(
        "overrides",
        "eve-quay,,eve-quay-of-tern,,has a namesake,herself",
        "councillor_id from councillors where name like '% Quay'",
        before=[("eve-quay",)],
        after=[("eve-quay-of-tern",)],
    ),
    built(
        "programmes",
        "able-seamanship,Able Seamanship,,leadership,false",
        "name, theme from programmes where programme_id = 'able-seamanship'",
        before=[],
        after=[("Able Seamanship", "leadership")],
    ),
    Case(
        "rules",
        RULE.replace("warning", "info"),
        before=[("warning",)],
        after=[("info",)],
        place="quality_findings where subject = 'ferries'",
        columns="severity",
        instead_of=RULE,
    ),
    built(
        "titles",
        "Reeve,Reeve,true",
        "councillor_id from councillors where name like '% Fen'",
        before=[("ada-fen",), ("reeve-fen",)],
        after=[("ada-fen",)],
    ),
]
