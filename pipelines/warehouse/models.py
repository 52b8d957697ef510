"""The SQL models: what each is called, what it reads, and the order in which they run.

Names and dependencies come from the files themselves, so that no list of models is kept.
"""

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
    paths = sorted(path for floor in FLOORS for path in (folder / floor).glob("*.sql"))
    known = {path.stem for path in paths}
    models = {path.stem: _read_model(path, known) for path in paths}
    return tuple(models[name] for name in _run_order(models, folder))


def _read_model(path: Path, known: set[str]) -> Model:
    sql = path.read_text(encoding="utf-8")
    reads = tables_read(sql, path) & known
    return Model(path.stem, path.parent.name, path, sql, tuple(sorted(reads)))


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
