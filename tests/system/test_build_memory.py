"""A build that may take less memory than it needs ends in a sentence, and publishes nothing."""

from pathlib import Path

import pytest

from pipelines.refresh.refresh import refresh
from pipelines.runtime.limits import MEBIBYTE, Room
from pipelines.runtime.settings import Settings
from pipelines.runtime.warehouse_errors import BuildTooLargeError
from tests.system.command import boardpapers
from tests.system.tiny_papers import LETTER

LITTLE = "2"


@pytest.fixture
def settings(raw: Path, tmp_path: Path) -> Settings:
    return Settings(raw=raw, warehouse=tmp_path / "out" / "w.duckdb")


@pytest.mark.usefixtures("quick_audit")
def test_a_build_without_memory_keeps_what_was_published(settings: Settings) -> None:
    first = refresh(settings).build_id
    before = settings.warehouse.read_bytes()
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))

    run = boardpapers(
        *("refresh", "--raw", settings.raw, "--warehouse", settings.warehouse),
        cwd=settings.raw.parent,
        BOARDPAPERS_BUILD_MEMORY=LITTLE,
    )

    limit = f"the limit is {LITTLE} MiB (BOARDPAPERS_BUILD_MEMORY)"
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.splitlines()[-1] == (
        f"Error: {BuildTooLargeError(settings.warehouse, limit)}"
    )
    assert "Traceback" not in run.stderr
    assert settings.warehouse.read_bytes() == before
    assert not (settings.state / "spill").exists()
    report = refresh(settings)
    assert (report.papers_read, report.papers_extracted) == (3, 0)
    assert report.build_id != first


@pytest.mark.usefixtures("quick_audit")
def test_the_same_is_published_from_little_memory(settings: Settings, tmp_path: Path) -> None:
    ample = refresh(settings)
    little = Settings(
        raw=settings.raw,
        warehouse=tmp_path / "little" / "w.duckdb",
        build=Room(memory_bytes=160 * MEBIBYTE),
    )

    report = refresh(little)

    # The second half is the hash of the content.
    assert report.build_id.partition("-")[2] == ample.build_id.partition("-")[2]
    assert not (little.state / "spill").exists()
