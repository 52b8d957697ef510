"""Each file of data/reference, altered: what is read of a paper, or built of rows, changes.

A register that is read from another folder than the one that is passed in shows no change.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.extraction.extract import extract_paper
from pipelines.privacy.forgotten_people import read_forgotten
from pipelines.runtime.places import REFERENCE
from pipelines.schema.tables import TABLES
from pipelines.warehouse.build import build_candidate
from pipelines.warehouse.inputs import FILE_COLUMNS, REGISTERS
from tests.models.conftest import BUILT_AT, Warehouse, extract, file, frame
from tests.system.register_build_cases import BUILDS, EXTRACTS
from tests.system.register_cases import KENT, PAPERS, Case, Rows


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
    told = [run.stdout.splitlines()[1].split("\t")[1] for run in runs[:2]]
    assert told == ["unknown", KENT]
    assert [each.name for each in read_forgotten(tmp_path / "w.duckdb")] == ["Quillon Hall"]
