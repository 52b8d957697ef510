"""The commands print and read whatever the terminal or locale can."""

import json
from pathlib import Path

import pytest

from tests.system.command import boardpapers
from tests.system.published import publish_in

WORD = "Tŷ’r Pwll 😀"
SQL = "select 'T' || chr(375) || chr(8217) || 'r Pwll ' || chr(128512) as word"
# No UTF-8: by Python's own setting, by the locale, and with half of the characters
PLAIN = {"PYTHONIOENCODING": "ascii"}
LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LATIN = {"PYTHONIOENCODING": "latin-1"}
TERMINALS = [
    pytest.param(PLAIN, id="ascii"),
    pytest.param(LOCALE, id="the C locale"),
    pytest.param(LATIN, id="latin-1"),
]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_in(tmp_path_factory.mktemp("work"))


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("form", ["table", "csv"])
def test_rows_are_printed_with_escapes(work: Path, terminal: dict[str, str], form: str) -> None:
    run = boardpapers("query", SQL, "--format", form, cwd=work, **terminal)
    assert (run.returncode, run.stderr) == (0, "")
    assert [line.rstrip() for line in run.stdout.splitlines()][:2] == [
        "word",
        r"T\u0177\u2019r Pwll \ud83d\ude00",
    ]


@pytest.mark.parametrize("terminal", TERMINALS)
def test_json_stays_json(work: Path, terminal: dict[str, str]) -> None:
    run = boardpapers("query", SQL, "--json", cwd=work, **terminal)
    assert (run.returncode, json.loads(run.stdout)) == (0, [{"word": WORD}])
    assert run.stdout.isascii()


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        pytest.param(["status"], 0, id="status"),
        pytest.param(["status", "--json"], 0, id="status as JSON"),
        pytest.param(["refresh", "--raw", "tŷ’r"], 2, id="refresh"),
        pytest.param(["resolve", "tŷ’r"], 0, id="resolve"),
        pytest.param(["resolve", "--json", "tŷ’r"], 0, id="resolve as JSON"),
        pytest.param(["diff", "tŷ’r"], 2, id="diff"),
    ],
)
def test_no_command_fails_at_what_it_prints(
    work: Path, terminal: dict[str, str], arguments: list[str], exit_code: int
) -> None:
    run = boardpapers(*arguments, cwd=work, **terminal)
    assert (run.returncode, "Traceback" in run.stderr) == (exit_code, False)
    # In the C locale the bytes of an argument are printed as they came.
    said = run.stdout + run.stderr
    assert r"\u2019r" in said or r"\udce2\udc80\udc99r" in said


def test_input_of_another_encoding_is_refused(work: Path) -> None:
    for arguments in (["resolve", "-"], ["query", "-"]):
        run = boardpapers(*arguments, cwd=work, given="Kent\udce9", PYTHONUTF8="1")
        assert (run.returncode, run.stdout, run.stderr) == (
            2,
            "",
            "Error: Standard input is not text in UTF-8. Save it so, and try again.\n",
        )


def test_a_query_that_is_no_text_is_refused(work: Path) -> None:
    run = boardpapers("query", "select '\udce9'", cwd=work)
    assert (run.returncode, run.stderr) == (2, "Error: The query cannot be run. It is not text.\n")
