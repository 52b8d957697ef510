"""What the documentation repeats from the code is what the code says."""

from pathlib import Path

import click
import pytest

from pipelines.cli.main import main
from pipelines.documentation import FILES, RENDERED, renew
from pipelines.runtime.places import REPOSITORY

# Characters that a terminal of 80 columns has for the help of a command in the list of all
SHORT_HELP = 66


@pytest.mark.parametrize("path", FILES, ids=str)
def test_marked_parts_are_fresh(path: Path) -> None:
    text = (REPOSITORY / path).read_text(encoding="utf-8")
    assert renew(text) == text, "run `make docs`"


def test_every_rendering_stands_in_a_file() -> None:
    texts = [(REPOSITORY / path).read_text(encoding="utf-8") for path in FILES]
    assert {name for name in RENDERED if any(f"<!-- {name} -->" in text for text in texts)} == set(
        RENDERED
    )


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_has_help(name: str) -> None:
    command = main.commands[name]
    assert command.help
    assert not command.get_short_help_str(SHORT_HELP).endswith("...")
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [option.name for option in options if not option.help] == []
