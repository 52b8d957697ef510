"""The commands `fetch` and `update`: exit codes, output, and a refresh that stays offline."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.cli.main import main
from pipelines.sources.http import pace
from tests.unit.sources.example_site import CLOUDFLARE, ERROR, Answer, ExampleSite

FILE = """
contact = "https://weir.example/reader"
[[source]]
id = "weir"
kind = "moderngov"
base_url = "{base_url}"
body = "Weir Council"
documents = ["minutes", "pack", "items", "agenda", "decisions"]
allow_private = true
"""
Run = Callable[..., Result]


@pytest.fixture
def run(site: ExampleSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with a sources file of the example site."""
    monkeypatch.setattr(pace, "_shared_folder", lambda: tmp_path / "pace")
    monkeypatch.chdir(tmp_path)
    Path("sources.toml").write_text(FILE.format(base_url=site.base_url))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, [*arguments, "--raw", "raw"])

    return invoke


def test_a_complete_fetch_is_one_line_a_source(run: Run) -> None:
    result = run("fetch")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert line.startswith(
        "weir: complete: 3 meetings listed, 3 asked for, 3 new or changed, 6 documents fetched "
        "(15 requests, 0.0 MiB"
    )


def test_what_failed_is_told_with_its_number_and_address(site: ExampleSite, run: Run) -> None:
    site.instead["/mgConvert2PDF.aspx?ID=901"] = [ERROR]
    result = run("fetch")
    assert result.exit_code == 3
    assert result.stdout.splitlines()[-1] == (
        "  document 901 of meeting 501: is not there: the site shows its error page "
        f"({site.base_url}/mgConvert2PDF.aspx?ID=901)"
    )


def test_json_has_the_same(site: ExampleSite, run: Run) -> None:
    site.instead["/mgWebService.asmx/GetCommittees"] = [CLOUDFLARE]
    result = run("fetch", "--json")
    (source,) = json.loads(result.stdout)["sources"]
    assert result.exit_code == 3
    assert (source["source_id"], source["outcome"]) == ("weir", "refused")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--source", "mill"),
        ("--sources", "not-there.toml"),
        ("--since", "yesterday"),
    ],
)
def test_bad_usage_asks_for_nothing(
    site: ExampleSite, run: Run, arguments: tuple[str, ...]
) -> None:
    assert run("fetch", *arguments).exit_code == 2
    assert site.asked == []


def test_one_source_that_fails_stops_no_other(site: ExampleSite, run: Run) -> None:
    path = Path("sources.toml")
    closed = path.read_text().partition("[[source]]")[2].replace('"weir"', '"closed"')
    closed = closed.replace("allow_private = true", "").replace(
        "http://127.0.0.1", "https://127.0.0.1"
    )
    path.write_text(path.read_text().replace("[[source]]", f"[[source]]{closed}[[source]]"))
    result = run("fetch")
    assert result.exit_code == 3
    assert [line.split(":")[:2] for line in result.stdout.splitlines() if line[0] != " "] == [
        ["closed", " refused"],
        ["weir", " complete"],
    ]
    assert "127.0.0.1, which is not public; nothing was asked there" in result.stdout


def test_an_update_refreshes_also_if_a_site_failed(site: ExampleSite, run: Run) -> None:
    site.robots = Answer(b"", "text/plain", 403)
    Path("raw").mkdir()
    result = run("update", "--warehouse", "w.duckdb")
    # What the refresh says comes first: there is no paper to publish.
    assert (result.exit_code, "There is no paper under raw" in result.stdout) == (1, True)
