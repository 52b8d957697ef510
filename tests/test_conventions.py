"""What can be checked of the house rules: layers, length, comments, suites, names."""

import ast
import re
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from pipelines.schema.columns import COLUMNS
from pipelines.schema.records import EXTRACTS, extract_schema
from pipelines.schema.tables import TABLES
from pipelines.warehouse.models import load_models

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "pipelines"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 350
FORBIDDEN_NAMES = ("utils.py", "helpers.py", "util.py", "helper.py", "common.py", "misc.py")
# Phrases that a reader stumbles over: "if there is none" says what "where it is none" means.
QUAINT = re.compile(
    r"\b(?:anew|told apart|hears? of|who bears?|stands? behind|none where"
    r"|(?:where|that|what) (?:it )?is none|where there (?:is|are) none)\b"
)
# Reading and writing outside of the process, which the pure middle has no part in.
OUTER_LIBRARIES = {
    "duckdb",
    "dagster",
    "great_expectations",
    "httpx2",
    "requests",
    "socket",
    "sqlite3",
    "urllib",
}

# What each part may import of ours, by the table of docs/architecture.md, from left to right: a
# part imports none that comes after it. The faces, Dagster and the command, may import everything.
LAYERS: dict[str, set[str]] = {
    "documents": set(),
    "schema": set(),
    "notation": {"documents"},
    "runtime": {"notation"},
    "readers": {"documents", "notation", "runtime"},
    "reference": {"notation", "runtime"},
    "structures": {"documents", "notation", "reference"},
    "extractors": {"documents", "notation", "reference", "schema", "structures"},
    "privacy": {"notation", "reference", "runtime", "schema"},
    "sources": {"notation", "privacy", "runtime"},
    "extraction": {
        "documents",
        "extractors",
        "privacy",
        "readers",
        "reference",
        "runtime",
        "schema",
        "structures",
    },
    "ingestion": {"extraction", "privacy", "readers", "runtime", "schema"},
    "publication": {"ingestion", "privacy", "reference", "runtime", "schema"},
    "news": {"publication", "runtime"},
    "warehouse": {
        "ingestion",
        "notation",
        "privacy",
        "publication",
        "runtime",
        "schema",
        "sources",
    },
    "audit": {"ingestion", "notation", "privacy", "runtime", "schema", "warehouse"},
    "refresh": {
        "audit",
        "ingestion",
        "privacy",
        "publication",
        "runtime",
        "schema",
        "sources",
        "warehouse",
    },
    "monitoring": {"ingestion", "news", "notation", "privacy", "publication", "refresh", "runtime"},
    "lookup": {"documents", "ingestion", "notation", "publication", "runtime"},
    "reports": {"audit", "runtime", "schema"},
    "site": {"news", "notation", "reports", "runtime"},
    "exports": {"publication", "runtime", "schema"},
}
FACES = {"orchestration", "cli", "documentation", "__main__"}
PURE = ("documents", "notation", "readers", "reference", "structures", "extractors", "extraction")
MOST_MODULES = 12


# Prints each file below a folder, but for modules, that is opened while all of ours are imported,
# and then how many those are.
OPENED_BY_IMPORTS = """
import importlib, pkgutil, sys
import pipelines

OURS = tuple(f"{sys.argv[1]}/{part}/" for part in ("data", "expectations", "models", "pipelines"))

def note(event, arguments):
    if event == "open" and str(arguments[0]).startswith(OURS):
        if not str(arguments[0]).endswith(".py") and "__pycache__" not in str(arguments[0]):
            print(arguments[0])

names = [module.name for module in pkgutil.walk_packages(pipelines.__path__, "pipelines.")]
sys.addaudithook(note)
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def part_of(module: str) -> str:
    return module.split(".")[1]


def imports_of(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, by full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def imported_modules(path: Path, known: set[str]) -> set[str]:
    """Which of some modules a file imports, be it by name or as a name of their package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & known


def test_every_part_is_listed() -> None:
    parts = {part_of(f"{module_name(path)}.") for path in MODULES} - {"__init__"}
    assert parts == {*LAYERS, *FACES}


def test_parts_are_listed_from_left_to_right() -> None:
    order = list(LAYERS)
    wrong = [
        (part, other)
        for part, allowed in LAYERS.items()
        for other in allowed
        if order.index(other) >= order.index(part)
    ]
    assert wrong == []


@pytest.mark.parametrize("layer", LAYERS)
def test_a_part_imports_what_it_may_touch(layer: str) -> None:
    allowed = LAYERS[layer] | {layer}
    wrong = [
        (name_of(path), imported)
        for path in MODULES
        if part_of(f"{module_name(path)}.") == layer
        for imported in imports_of(path)
        if imported.startswith("pipelines.") and part_of(imported) not in allowed
    ]
    assert wrong == []


def test_modules_import_each_other_in_no_circle() -> None:
    known = {module_name(path): path for path in MODULES}
    graph = {name: imported_modules(path, known.keys() - {name}) for name, path in known.items()}
    TopologicalSorter(graph).prepare()


def test_a_folder_holds_at_most_twelve_modules() -> None:
    folders = Counter(name_of(path.parent) for path in MODULES if path.name != "__init__.py")
    assert {name: count for name, count in folders.items() if count > MOST_MODULES} == {}


def test_a_module_of_structures_has_a_test_file_of_its_own() -> None:
    rooms, tests = PACKAGE / "structures", REPOSITORY / "tests" / "unit" / "structures"
    files = {
        path: tests / path.relative_to(rooms).with_name(f"test_{path.name}")
        for path in rooms.rglob("*.py")
        if path.name != "__init__.py"
    }
    assert [name_of(path) for path, file in files.items() if not file.is_file()] == []


def test_a_package_says_what_belongs_in_it_and_what_goes_elsewhere() -> None:
    silent = [
        name_of(path)
        for path in MODULES
        if path.name == "__init__.py" and len(path.read_text(encoding="utf-8").splitlines()) < 4
    ]
    assert silent == []


@pytest.mark.parametrize("layer", PURE)
def test_the_pure_middle_knows_no_database_and_no_network(layer: str) -> None:
    wrong = [
        (name_of(path), imported)
        for path in MODULES
        if part_of(f"{module_name(path)}.") == layer
        for imported in imports_of(path)
        if imported.split(".")[0] in OUTER_LIBRARIES
    ]
    assert wrong == []


def test_an_extractor_imports_no_other() -> None:
    wrong = [
        (name_of(path), imported)
        for path in (PACKAGE / "extractors").rglob("*.py")
        for imported in imports_of(path)
        if imported.startswith("pipelines.extractors.")
    ]
    assert wrong == []


def test_a_module_has_at_most_350_lines() -> None:
    files = [*MODULES, *(REPOSITORY / "models").rglob("*.sql")]
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def words_for_readers(path: Path) -> Iterator[str]:
    """The docstrings and comments of a file, each on one line."""
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT or token.string.startswith('"""'):
                yield " ".join(token.string.split())


def test_docstrings_and_comments_are_plain_english() -> None:
    found = {name_of(path): QUAINT.findall("\n".join(words_for_readers(path))) for path in MODULES}
    assert {name: phrases for name, phrases in found.items() if phrases} == {}


def test_no_file_is_named_after_nothing() -> None:
    files = [*MODULES, *(REPOSITORY / "tests").rglob("*.py")]
    assert [name_of(path) for path in files if path.name in FORBIDDEN_NAMES] == []


def test_a_package_file_holds_one_docstring_and_nothing_that_runs() -> None:
    wrong = []
    for path in MODULES:
        body = ast.parse(path.read_text(encoding="utf-8")).body
        is_docstring = len(body) == 1 and isinstance(body[0], ast.Expr)
        if path.name == "__init__.py" and not is_docstring:
            wrong.append(name_of(path))
    assert wrong == []


def test_importing_a_module_reads_no_file() -> None:
    run = subprocess.run(
        [sys.executable, "-c", OPENED_BY_IMPORTS, str(REPOSITORY)],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    # The package itself is imported before the count begins.
    assert run.stdout.split() == [str(len(MODULES) - 1)]


def test_every_column_of_a_table_is_declared_with_a_meaning() -> None:
    silent = [
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if not column.meaning.strip()
    ]
    assert silent == []


def test_every_column_of_an_extract_is_declared() -> None:
    for table in EXTRACTS:
        assert set(extract_schema(table)) <= set(COLUMNS)


def test_every_table_has_a_suite_of_its_name() -> None:
    suites = {path.stem for path in (REPOSITORY / "expectations").glob("*.yml")}
    assert suites - {"columns"} == set(TABLES)


def test_every_table_is_filled_by_a_model_of_its_name() -> None:
    models = {model.name for model in load_models()}
    # The row of a build is made when everything else stands, and what was checked after that.
    assert set(TABLES) - models == {"builds", "check_results"}


def test_every_model_begins_with_what_one_row_is() -> None:
    silent = [
        name_of(model.path) for model in load_models() if not re.match(r"/\*\s*One row:", model.sql)
    ]
    assert silent == []


def test_a_name_outside_the_contract_says_what_it_is() -> None:
    names = {model.name for model in load_models()} - set(TABLES)
    assert {name for name in names if not name.startswith(("stg_", "int_", "findings_"))} == set()


def test_the_lock_file_has_hashes_and_names_no_registry() -> None:
    lock = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9][\w.\[\]-]*)==", lock, re.MULTILINE)
    hashed = re.findall(r"^[a-z0-9][^\n]*\\\n    --hash=sha256:", lock, re.MULTILINE)
    assert len(pinned) == len(hashed) > 0
    assert re.findall(r"https?://|--index|--find-links", lock) == []
