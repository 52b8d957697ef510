"""`boardpapers search` and `show` as a person and as a script meet them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.cli.main import main
from tests.unit.lookup.published import PACK, publish


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("commands"))


def run(warehouse: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--warehouse", str(warehouse)])


def test_search_shows_what_to_show(warehouse: Path) -> None:
    ran = run(warehouse, "search", "harbour dues")
    assert ran.exit_code == 0
    assert ran.stdout.splitlines() == [
        "1. Harbour Board, 17 November 2016",
        "   «Harbour dues» were discussed.",
        "   Agenda: harbour-board, 2017-03-03, l3",
        f"   boardpapers show {PACK} l3",
        "",
        "1 passage",
    ]


def test_search_says_what_it_left_out(warehouse: Path) -> None:
    ran = run(warehouse, "search", "dues", "--limit", "2")
    assert ran.stdout.splitlines()[-1] == "the best 2 of 5 passages; --limit 5 shows all"


def test_a_script_gets_every_hit_with_its_place(warehouse: Path) -> None:
    values = json.loads(run(warehouse, "search", "harbour", "dues", "--json").stdout)
    assert (values["words"], values["found"], len(values["hits"])) == ("harbour dues", 4, 4)
    first = values["hits"][0]
    assert (first["rank"], first["paper_id"], first["locator"]) == (1, PACK, "l3")
    assert first["text"][slice(*first["matches"][0])] == "Harbour dues"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fish"], "No passage has the word fish."),
        (["dues of fish"], "No passage has these words in a row. Without quotation marks,"),
        (["harbour", "nobody"], "Passages that have one of them: harbour (4), nobody (1)."),
        (["fish", "--since", "2016-01-01"], "Only passages of the board, days and kinds"),
    ],
)
def test_a_search_in_vain_says_what_may_help(
    warehouse: Path, arguments: list[str], said: str
) -> None:
    ran = run(warehouse, "search", *arguments)
    assert (ran.exit_code, said in ran.stdout) == (0, True)


def test_show_prints_a_place_and_a_script_gets_it(warehouse: Path) -> None:
    assert "> l3  Harbour dues were discussed." in run(warehouse, "show", PACK, "l3").stdout
    values = json.loads(run(warehouse, "show", PACK, "l3", "--json", "--around", "0").stdout)
    assert [each["locator"] for each in values["passages"]] == ["l3"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "no such paper"], "No published paper matches"),
        (["show", PACK, "l99"], "has no words at l99"),
        (["show", PACK, "l1", "--page-image", "page.png"], "only a PDF has pages to draw"),
        (["search", "…"], "words to search for"),
        (["search", "dues", "--board", "fish"], "No board is called fish."),
    ],
)
def test_what_is_not_there_is_bad_usage(warehouse: Path, arguments: list[str], said: str) -> None:
    ran = run(warehouse, *arguments)
    assert (ran.exit_code, said in ran.stderr) == (2, True)
    assert not Path("page.png").exists()
