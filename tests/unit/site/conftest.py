"""The site of the sample papers, made once, and its pages as a reader of HTML sees them."""

from pathlib import Path

import duckdb
import pytest

from pipelines.runtime.places import REPOSITORY
from pipelines.schema.tables import TABLES
from pipelines.site.site import write_site
from tests.gold.gold_warehouse import build_warehouse
from tests.unit.site.html_page import HtmlPage, read_page

SAMPLES = sorted(
    path for path in (REPOSITORY / "data" / "raw").iterdir() if path.name != "README.md"
)


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "boardpapers.candidate.duckdb"
    build_warehouse(SAMPLES, path)
    return path


@pytest.fixture(scope="session")
def site(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    out = tmp_path_factory.mktemp("site")
    write_site(sample_warehouse, out)
    return out


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlPage]:
    """Every page by its path from the root."""
    return {
        path.relative_to(site).as_posix(): read_page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture
def empty_warehouse(tmp_path: Path) -> Path:
    """Every table as it is declared, without a row."""
    path = tmp_path / "w.duckdb"
    with duckdb.connect(str(path)) as connection:
        for table in TABLES.values():
            declared = ", ".join(f'"{column.name}" {column.sql_type}' for column in table.columns)
            connection.execute(f"create table {table.name} ({declared})")
    return path
