"""Each file of data/reference, altered: what is read of a paper, or built of rows, changes.

A register that is read from another folder than the one that is passed in shows no change.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipelines.cli import main
from pipelines.contract import TABLES
from pipelines.extraction import extract_paper
from pipelines.privacy.forgotten_people import read_forgotten
from pipelines.settings import REFERENCE
from pipelines.sources import FILE_COLUMNS, REGISTERS
from pipelines.warehouse import build_candidate
from tests.models.conftest import BUILT_AT, Warehouse, extract, file, frame
from tests.models.seats import NEXT, seat

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
        "participation_verbs",
        "sailed through,done,took_part,before",
        "In 2016/17 40 councillors sailed through Leadership Academy.",
        before=[],
        after=[("leadership-academy", "Leadership Academy", 40, "councillors")],
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
        before=[],
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
    seats_of(
        "roles",
        "Pond keeper,observer,",
        members(member="Cllr Ann Bee (Pond keeper)"),
        before=[BEE, GUY],
        after=[("Ann Bee", KENT, "Labour", "observer", None), GUY],
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
]

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


def named(cases: list[Case]) -> list[Any]:
    return [pytest.param(case, id=case.register) for case in cases]


def altered(folder: Path, *cases: Case) -> Path:
    """A copy of data/reference with the lines of some cases."""
    shutil.copytree(REFERENCE, folder)
    for case in cases:
        path = folder / f"{case.register}.csv"
        text = path.read_text(encoding="utf-8")
        if case.instead_of:
            assert text.count(case.instead_of) == 1
            path.write_text(text.replace(case.instead_of, case.line), encoding="utf-8")
        else:
            path.write_text(f"{text}{case.line}\n", encoding="utf-8")
    return folder


def read(case: Case, reference: Path) -> Rows:
    extracted = extract_paper(case.paper.encode(), "paper.txt", reference)
    return extracted.frames[case.place].select(case.columns.split(", ")).rows()


def build(candidate: Path, reference: Path) -> Warehouse:
    papers = [row["paper_id"] for row in EXTRACTS["papers"]]
    build_candidate(
        candidate,
        {name: extract(name, rows) for name, rows in EXTRACTS.items()},
        frame(FILE_COLUMNS, [file(paper_id) for paper_id in papers]),
        frame(TABLES["rejected_papers"].column_names, []),
        reference=reference,
        code_version="7",
        built_at=BUILT_AT,
    )
    return Warehouse(candidate)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Warehouse, Warehouse]]:
    """A build with the registers as they are, and one with the lines of all cases."""
    folder = tmp_path_factory.mktemp("builds")
    warehouses = (
        build(folder / "a.candidate.duckdb", REFERENCE),
        build(folder / "b.candidate.duckdb", altered(folder / "reference", *BUILDS)),
    )
    yield warehouses
    for warehouse in warehouses:
        warehouse.close()


def test_every_register_has_a_case() -> None:
    built_registers = [case.register for case in BUILDS]
    assert sorted(built_registers) == sorted(REGISTERS)
    read_registers = {case.register for case in PAPERS}
    assert read_registers.union(built_registers) == {path.stem for path in REFERENCE.glob("*.csv")}


@pytest.mark.parametrize("case", named(PAPERS))
def test_extraction_reads_the_register_that_is_passed_in(case: Case, tmp_path: Path) -> None:
    folder = altered(tmp_path / "reference", case)
    assert (read(case, REFERENCE), read(case, folder)) == (case.before, case.after)


@pytest.mark.parametrize("case", named(BUILDS))
def test_models_read_the_register_that_is_passed_in(
    case: Case, builds: tuple[Warehouse, Warehouse]
) -> None:
    before, after = (warehouse.rows(case.columns, case.place) for warehouse in builds)
    assert (before, after) == (case.before, case.after)


def test_a_folder_that_changes_is_read_again(tmp_path: Path) -> None:
    case = next(case for case in PAPERS if case.register == "parties")
    folder = altered(tmp_path / "reference")
    first = read(case, folder)
    with (folder / "parties.csv").open("a", encoding="utf-8") as parties:
        parties.write(f"{case.line}\n")
    assert (first, read(case, folder)) == (case.before, case.after)


def test_commands_read_the_registers_that_are_named(tmp_path: Path) -> None:
    lines = [case for case in PAPERS if case.register in ("given_names", "council_aliases")]
    folder = altered(tmp_path / "reference", *lines)
    resolve = ["resolve", "Weald of Hops"]
    forget = ["forget", "Quillon Hall", "--warehouse", str(tmp_path / "w.duckdb")]
    commands = [resolve, [*resolve, "--reference", str(folder)]]
    commands += [forget, [*forget, "--reference", str(folder)]]

    runs = [CliRunner().invoke(main, command) for command in commands]

    assert [run.exit_code for run in runs] == [0, 0, 2, 0]
    assert [run.stdout.split("\t")[1] for run in runs[:2]] == ["unknown", KENT]
    assert [each.name for each in read_forgotten(tmp_path / "w.duckdb")] == ["Quillon Hall"]
