"""A name that is put on the list of forgotten people is looked for in what is published."""

import json
import shutil
from pathlib import Path

import pytest

from pipelines.runtime.settings import DEFAULT_WAREHOUSE
from tests.system.command import boardpapers
from tests.system.published import publish_in

LIST = DEFAULT_WAREHOUSE.with_name("boardpapers.forgotten.csv")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_in(tmp_path_factory.mktemp("work"))


@pytest.fixture
def work(published: Path, tmp_path: Path) -> Path:
    """A copy in which names may be forgotten."""
    return Path(shutil.copytree(published, tmp_path / "work"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("Ada Quill", "Rows that name them now: 7.", id="one who is published"),
        pytest.param(
            "Ada Quilt",
            "Nobody of that name is published now: if somebody should be, check the spelling.",
            id="a name that nobody bears",
        ),
    ],
)
def test_the_answer_says_whether_anybody_is_published(work: Path, name: str, said: str) -> None:
    run = boardpapers("forget", name, cwd=work)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == [
        f"{name} is on the list {LIST}. The next boardpapers refresh leaves them out.",
        said,
    ]
    assert [line.split(",")[0] for line in (work / LIST).read_text().splitlines()] == ["name", name]


@pytest.mark.parametrize(("name", "rows"), [("Councillor Ada Quill", 7), ("Ada Quilt", 0)])
def test_a_script_learns_the_number_of_rows(work: Path, name: str, rows: int) -> None:
    run = boardpapers("forget", name, "--json", cwd=work)
    assert json.loads(run.stdout)["published_rows"] == rows


def test_before_the_first_publication_nobody_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "data" / "warehouse").mkdir(parents=True)
    text = boardpapers("forget", "Ada Quill", cwd=tmp_path).stdout.splitlines()[-1]
    values = json.loads(boardpapers("forget", "Ada Quill", "--json", cwd=tmp_path).stdout)
    assert (text, values["published_rows"]) == ("Nothing is published yet.", None)
