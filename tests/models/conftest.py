"""Build a warehouse of a few literal rows, and read tables of it.

A row names what matters to its test; the rest is filled from `USUAL`. Of the models only those run
that a table asked for is made of; in `make soak` all run for each test.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any

import duckdb
import polars as pl
import pytest

from pipelines.audit.withholding import Withheld
from pipelines.runtime.places import REFERENCE
from pipelines.schema.columns import COLUMNS
from pipelines.schema.records import EXTRACTS, extract_schema
from pipelines.schema.tables import TABLES
from pipelines.warehouse.build import build_candidate
from pipelines.warehouse.inputs import FILE_COLUMNS
from pipelines.warehouse.models import Model, load_models, tables_read
from tests.everyday import IS_SOAK

BUILT_AT = datetime(2031, 6, 7, 8, 9, 10)  # noqa: DTZ001 - the warehouse keeps UTC without zone

# A small country: two shires, a borough in a region of its own, a fire authority that elects
# nobody, and a council that another took over.
REGISTERS = {
    "councils": """\
council_id,gss_code,name,short_name,region,nation,council_type,valid_from,valid_to
marsh-county-council,E10,Marsh County Council,Marsh,South East,England,county,1974-04-01,
weald-county-council,E11,Weald County Council,Weald,South West,England,county,1974-04-01,
hythe-borough-council,E07,Hythe Council,Hythe,South East,England,district,1974-04-01,2012-03-31
marsh-fire-authority,E31,Marsh Fire Authority,Marsh Fire,South East,England,fire,,
""",
    "council_codes": """\
council_id,scheme,code,valid_from,valid_to
marsh-county-council,gss,E10,1974-04-01,
""",
    "council_successions": """\
council_id,successor_council_id,changed_on
hythe-borough-council,marsh-county-council,2012-04-01
""",
    "councillors_in_post": """\
year,region,council_type,political_group,councillors,source
2021,South East,county,Labour,30,counted by us
2021,South East,district,Labour,10,counted by us
2021,South East,county,Conservative,40,counted by us
2021,South West,county,Labour,20,counted by us
""",
    "councillors_in_post_gaps": """\
year,council_id
""",
    "association_names": """\
name,printed,kind
Ferry Association,Ferry Association,name
Ferry Association,FA,name
""",
    "boards": """\
board_id,name,aliases,successor_board_id
ferry-board,Ferry Board,Ferries Board,harbour-board
harbour-board,Harbour Board,,
""",
    "council_alias_forms": """\
forms,form,is_full
county,{} County Council,true
county,County of {},true
county,{},false
""",
    "given_names": """\
name,variant
Susan,Sue
John,Jon
""",
    "honours": """\
printed,honour
OBE,OBE
""",
    "not_names": """\
word,may_be
""",
    "titles": """\
printed,title,stands_for_given_name
Cllr,Cllr,
Lord,Lord,true
Lady,Lady,true
""",
    "overrides": """\
councillor_id,council_id,same_as,distinct_from,reason,source
""",
    "programmes": """\
programme_id,name,acronym,theme
first-steps,First Steps,FS,leadership
""",
}

USUAL: dict[str, Any] = {
    "paper_id": "a1",
    "board_id": "ferry-board",
    "board_name": "Ferry Board",
    "is_inferred": False,
    "is_total": False,
    "locator": "l1",
    "quote": "some words",
    "capacity": "member",
    "evidence_kind": "list",
    "kind": "agenda_pack",
    "media_type": "text/plain",
    "page_count": 1,
    "note_kind": "agenda",
    "role": "member",
    "seq": 1,
    "table_no": 1,
    "row_no": 1,
    "column_no": 1,
    "honours": None,
    "proof": "single",
    "status": None,
}

Row = Mapping[str, Any]


class Warehouse:
    """A built candidate, open for reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = duckdb.connect(str(path), read_only=True)

    def rows(self, columns: str, table: str) -> list[tuple[Any, ...]]:
        """Rows of a table, these columns, sorted by all of them."""
        return self._connection.execute(f"select {columns} from {table} order by all").fetchall()

    def close(self) -> None:
        self._connection.close()


class AskedWarehouse:
    """A warehouse that is built of the models behind what is asked of it, when that is asked."""

    def __init__(self, make: Callable[[Collection[str]], Warehouse]) -> None:
        self._make = make
        self._models: set[str] = set(MODELS) if IS_SOAK else set()
        self._made: list[Warehouse] = []
        if IS_SOAK:
            self._made.append(make(self._models))

    def rows(self, columns: str, table: str) -> list[tuple[Any, ...]]:
        """Rows of a table, these columns, sorted by all of them."""
        needed = models_behind(tables_read(f"select {columns} from {table}", Path("asked.sql")))
        if not self._made or not needed <= self._models:
            self._models |= needed
            self._made.append(self._make(self._models))
        return self._made[-1].rows(columns, table)

    def close(self) -> None:
        for warehouse in self._made:
            warehouse.close()


MODELS: dict[str, Model] = {model.name: model for model in load_models()}


def models_behind(tables: Collection[str]) -> set[str]:
    """The models that fill these tables, and all that those read."""
    found: set[str] = set()
    waiting = [name for name in tables if name in MODELS]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += MODELS[name].reads
    return found


Build = Callable[..., AskedWarehouse]


@pytest.fixture
def registers(tmp_path: Path) -> Path:
    """The folder of the small country's registers, and of the real rules and words."""
    folder = tmp_path / "reference"
    folder.mkdir()
    for name, content in REGISTERS.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    for name in ("challenge_cover_words", "dimensions", "rules"):
        copyfile(REFERENCE / f"{name}.csv", folder / f"{name}.csv")
    return folder


@pytest.fixture
def build(tmp_path: Path, registers: Path) -> Iterator[Build]:
    """Build a warehouse: `build(meetings=[{...}], papers=[{...}])`, a list of rows an extract.

    A paper that rows name and `papers` leaves out is there all the same, without a date.
    """
    opened: list[AskedWarehouse] = []
    numbers = count()

    def build_warehouse(
        rejected: Sequence[Row] = (),
        files: Sequence[Row] = (),
        withheld: Withheld | None = None,
        **extracts: Sequence[Row],
    ) -> AskedWarehouse:
        named = {row.get("paper_id", "a1") for rows in extracts.values() for row in rows}
        described = {row["paper_id"] for row in extracts.get("papers", [])}
        papers = [
            *extracts.get("papers", []),
            *({"paper_id": name, "board_id": None} for name in sorted(named - described)),
        ]
        known = [file(row["paper_id"]) for row in papers] if not files else list(files)
        frames = {
            name: extract(name, rows) for name, rows in {**extracts, "papers": papers}.items()
        }

        def make(models: Collection[str]) -> Warehouse:
            candidate = tmp_path / f"{next(numbers)}.candidate.duckdb"
            chosen = tuple(model for model in load_models() if model.name in models)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("pipelines.warehouse.build.load_models", lambda _: chosen)
                build_candidate(
                    candidate,
                    frames,
                    frame(FILE_COLUMNS, known),
                    frame(TABLES["rejected_papers"].column_names, rejected),
                    reference=registers,
                    code_version="7",
                    built_at=BUILT_AT,
                    withheld=withheld,
                )
            return Warehouse(candidate)

        opened.append(AskedWarehouse(make))
        return opened[-1]

    yield build_warehouse
    for warehouse in opened:
        warehouse.close()


def file(paper_id: str, source_path: str | None = None) -> Row:
    """One file found, of one byte."""
    return {
        "source_path": source_path or f"{paper_id}.txt",
        "paper_id": paper_id,
        "sha256": paper_id * 2,
        "byte_size": 1,
        "ingested_at": BUILT_AT,
    }


def extract(name: str, rows: Sequence[Row]) -> pl.DataFrame:
    """Rows of an extracted table, filled up with what is usual."""
    assert name in EXTRACTS, f"{name} is no extracted table"
    return frame(tuple(extract_schema(name)), [{**USUAL, **row} for row in rows])


def frame(columns: Sequence[str], rows: Sequence[Row]) -> pl.DataFrame:
    schema = {name: COLUMNS[name].polars_type for name in columns}
    values = [tuple(row.get(name) for name in columns) for row in rows]
    return pl.DataFrame(values, schema=schema, orient="row")


def day(text: str) -> date:
    return date.fromisoformat(text)
