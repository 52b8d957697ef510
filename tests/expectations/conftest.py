from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from pipelines.audit.validation import FrameValidator
from tests.expectations.sound_warehouse import write_sound_warehouse


@pytest.fixture(scope="session")
def sound_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sound_warehouse(tmp_path_factory.mktemp("sound") / "sound.duckdb")


@pytest.fixture
def changed_warehouse(sound_warehouse: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Makes a copy of the sound warehouse in which statements have seeded a fault."""

    def change(statements: str) -> Path:
        path = tmp_path / "candidate.duckdb"
        copyfile(sound_warehouse, path)
        with duckdb.connect(str(path)) as connection:
            connection.execute(statements)
        return path

    return change


@pytest.fixture(scope="session")
def validator() -> FrameValidator:
    return FrameValidator()
