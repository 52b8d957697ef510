"""Which column of a table of people holds what: the cheapest assignment of roles to columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from pipelines.documents import Cell, Row
from pipelines.structures.people.cells import KINDS, Cells

# Costs: a head that says nothing, a head that says something else, cells of which none fits, a
# column without a role whose head says one, and one whose head says nothing
UNSAID, OTHERWISE, UNFIT = 0.5, 1.5, 1.0
LEFT_OUT, FREE = 1.2, 1.0
FEWEST_FITTING = 0.5  # of the cells of a column of names


@dataclass(frozen=True, slots=True)
class Columns:
    """The number of the column for each role; None if no column has it."""

    name: int
    council: int | None = None
    group: int | None = None
    role: int | None = None
    status: int | None = None


def assign(
    heads: Mapping[int, str | None], rows: Sequence[Row], taken: set[int], cells: Cells
) -> Columns | None:
    """The columns of a table, or of a part of one.

    Args:
        heads: For each column what its head says it holds.
        rows: The rows below the heads.
        taken: Columns that hold days, ticks or totals.
        cells: Reads the cells.
    """
    costs = {
        column: _costs(said, _cells(rows, column), cells)
        for column, said in heads.items()
        if column not in taken
    }
    best: dict[frozenset[str], tuple[float, dict[str, int]]] = {frozenset(): (0.0, {})}
    for column, of_roles in costs.items():
        best = _with_column(best, column, of_roles)
    named = [each for used, each in best.items() if "name" in used]
    if not named:
        return None
    _, found = min(named, key=lambda each: (each[0], -len(each[1])))
    if _share("name", _cells(rows, found["name"]), cells) < FEWEST_FITTING:
        return None
    seat, before = found.get("role"), found["name"]
    if seat is not None and heads[seat] is None and seat > before and "status" not in found:
        of_marks = [c for c in costs if c != before and _is_of_marks(_cells(rows, c), cells)]
        if of_marks == [seat]:
            found = {role: column for role, column in found.items() if role != "role"}
            found["status"] = seat
            if seat > before + 1 and before + 1 not in found.values():
                found["role"] = before + 1  # seats of other bodies, in words of their own
    return Columns(**found)


def _with_column(
    best: Mapping[frozenset[str], tuple[float, dict[str, int]]],
    column: int,
    costs: Mapping[str, float],
) -> dict[frozenset[str], tuple[float, dict[str, int]]]:
    """The best assignment for each set of roles, with one more column; each role is given once."""
    found: dict[frozenset[str], tuple[float, dict[str, int]]] = {}
    for (used, (cost, roles)), (role, more) in product(best.items(), costs.items()):
        if role in used:
            continue
        key = used | {role} if role else used
        total = cost + more
        if key not in found or total < found[key][0]:
            found[key] = total, {**roles, role: column} if role else roles
    return found


def _is_of_marks(printed: Sequence[Cell], cells: Cells) -> bool:
    return bool(printed) and all(cells.holds("status", cell) for cell in printed)


def _costs(said: str | None, printed: Sequence[Cell], cells: Cells) -> dict[str, float]:
    """What each role costs a column, and what none (the empty role) costs it."""
    found = {"": LEFT_OUT if said in KINDS else FREE if said is None else 0.0}
    for role in KINDS:
        head = 0.0 if said == role else UNSAID if said is None else OTHERWISE
        if role == "status" and said is None:
            continue  # what words like Present are without a head is decided by their place
        if head < OTHERWISE:
            found[role] = head + UNFIT * (1 - _share(role, printed, cells))
    return found


def _share(role: str, printed: Sequence[Cell], cells: Cells) -> float:
    return sum(cells.holds(role, cell) for cell in printed) / len(printed) if printed else 0.0


def _cells(rows: Sequence[Row], column: int) -> list[Cell]:
    """The printed cells of a column; a cell alone in its row is a heading."""
    return [
        row.cells[column]
        for row in rows
        if column < len(row.texts) and row.texts[column] and sum(map(bool, row.texts)) > 1
    ]
