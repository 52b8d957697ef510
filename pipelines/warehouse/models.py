"""The SQL models: what each is called, what it reads, and the order in which they run.

Names and dependencies come from the files themselves, so that no list of models is kept. Models
that are the same but for a word are made from one file: `uptake_by_each.sql` holds `each_value`
where the word belongs, and its header names the words, as in `Made for: party = political_group;
region.` A table whose name ends in `_each` is the union of all models that begin as it does.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError

from pipelines.runtime.places import MODELS
from pipelines.runtime.warehouse_errors import ModelError
from pipelines.schema.tables import TABLES

# The floors from the bottom up. `rules` holds the checks written in SQL, whose rows are gathered
# in quality_findings.
FLOORS = ("staging", "core", "rules", "marts")
EACH = "_each"
MADE_FOR = re.compile(r"^Made for: (?P<words>.+)\.\n", re.MULTILINE)
EVERY_MODEL = re.compile(r"select \* from (?P<beginning>[a-z_]+_)each\b")


@dataclass(frozen=True, slots=True)
class Model:
    """One SQL file.

    Attributes:
        name: The table that it fills.
        floor: The folder that it stands in.
        sql: One select.
        reads: Names of the models that it reads, sorted.
    """

    name: str
    floor: str
    path: Path
    sql: str
    reads: tuple[str, ...]

    @property
    def is_published(self) -> bool:
        """Whether the table belongs to the contract."""
        return self.name in TABLES


@cache
def load_models(folder: Path = MODELS) -> tuple[Model, ...]:
    """Read all models below `folder`, each after those that it reads.

    Models that could run in either order come in order of their names.

    Raises:
        ModelError: A file is no single select, or models read each other in a circle.
    """
    # A file of its own takes the place of what a template makes: it comes after.
    paths = sorted(
        (path for floor in FLOORS for path in (folder / floor).glob("*.sql")),
        key=lambda path: (not path.stem.endswith(EACH), path),
    )
    files = [file for path in paths for file in _files_of(path)]
    known = {name for name, _, _ in files}
    models = {name: _read_model(name, path, sql, known) for name, path, sql in files}
    return tuple(models[name] for name in _run_order(models, folder))


def last_reads(models: Sequence[Model]) -> dict[str, list[str]]:
    """The steps that no model reads after this one: tables of `core` and `rules` not published.

    Args:
        models: In the order in which they run.
    """
    steps = {model.name for model in models if model.floor != "staging" and not model.is_published}
    last = {name: model.name for model in models for name in model.reads if name in steps}
    finished: dict[str, list[str]] = {}
    for name, reader in last.items():
        finished.setdefault(reader, []).append(name)
    return finished


def _files_of(path: Path) -> Iterator[tuple[str, Path, str]]:
    """Name, path and SQL of each model that a file holds: one, or one for each of some words."""
    sql = path.read_text(encoding="utf-8")
    if not path.stem.endswith(EACH):
        yield path.stem, path, sql
        return
    header = MADE_FOR.search(sql)
    if header is None:
        raise ModelError(path, "Its name ends in _each, and no line says what it is made for.")
    for word in header["words"].split("; "):
        name, _, value = word.partition(" = ")
        made = MADE_FOR.sub("", sql).replace("each_value", value or name)
        yield path.stem.removesuffix("each") + name, path, made


def _read_model(name: str, path: Path, sql: str, known: Collection[str]) -> Model:
    whole = EVERY_MODEL.sub(lambda each: _union(each["beginning"], known), sql)
    reads = tables_read(whole, path) & set(known)
    return Model(name, path.parent.name, path, whole, tuple(sorted(reads)))


def _union(beginning: str, known: Collection[str]) -> str:
    """The rows of all models whose names begin so, columns by name."""
    names = sorted(name for name in known if name.startswith(beginning))
    return "\n    union all by name\n    ".join(f"select * from {name}" for name in names)


def tables_read(sql: str, path: Path) -> set[str]:
    """Names of the tables that a select reads, without its own CTEs and without schemas.

    >>> sorted(tables_read("with a as (select 1 from b) select * from a, c.d", Path("x.sql")))
    ['b']
    """
    try:
        (tree,) = sqlglot.parse(sql, dialect="duckdb")
    except ValueError as error:
        raise ModelError(path, "A model is one select, and this file holds more.") from error
    except ParseError as error:
        raise ModelError(path, f"The SQL cannot be read: {error}") from error
    if tree is None:
        raise ModelError(path, "The file holds no select.")
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    return {table.name for table in tree.find_all(exp.Table) if not table.db} - own


def _run_order(models: dict[str, Model], folder: Path) -> list[str]:
    sorter = TopologicalSorter({name: model.reads for name, model in models.items()})
    order: list[str] = []
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " > ".join(error.args[1])
        raise ModelError(folder, f"Models read each other in a circle: {circle}.") from error
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += ready
        sorter.done(*ready)
    return order
