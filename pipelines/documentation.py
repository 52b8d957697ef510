"""What the documentation repeats from the code: command help, data dictionary, list of rules.

Each is between a pair of markers in its file. `make docs` rewrites them; a test fails
where one is stale.
"""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import click

from pipelines.runtime.limits import DEFAULT_LIMITS, ROOM_VARIABLES, VARIABLES
from pipelines.runtime.places import REFERENCE, REPOSITORY
from pipelines.schema.tables import TABLES_FOR_PEOPLE, Table

# <!-- commands --> ... <!-- /commands -->
MARKED = re.compile(r"(?P<open><!-- (?P<name>[a-z]+) -->\n).*?(?P<close><!-- /(?P=name) -->)", re.S)
HELP_WIDTH = 88  # characters


def render_commands() -> str:
    """The help of each command, as a terminal shows it."""
    from pipelines.cli.main import main

    blocks = []
    group = click.Context(main, info_name="boardpapers", **main.context_settings)
    for name, command in sorted(main.commands.items()):
        context = click.Context(command, parent=group, info_name=name, max_content_width=HELP_WIDTH)
        context.terminal_width = HELP_WIDTH
        blocks.append(f"### `boardpapers {name}`\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(blocks)


def render_dictionary() -> str:
    """Every published table with its key and columns, marts first."""
    return "\n".join(_render_table(table) for table in TABLES_FOR_PEOPLE)


def render_model() -> str:
    """How the tables join, as a diagram of Mermaid; what joins papers alone is left out."""
    lines = ["```mermaid", "erDiagram"]
    lines += [
        f"    {other} ||--o{{ {table.name} : {column}"
        for table in TABLES_FOR_PEOPLE
        for column, other, _ in table.references
        if other not in ("papers", table.name)
    ]
    return "\n".join([*lines, "```"]) + "\n"


def render_rules() -> str:
    """Every rule of `quality_findings`, what it means and what to do about it."""
    with (REFERENCE / "rules.csv").open(encoding="utf-8", newline="") as file:
        rules = sorted(csv.DictReader(file), key=lambda rule: rule["rule"])
    lines = ["| rule | severity | what it means | what to do |", "|---|---|---|---|"]
    lines += [
        f"| `{rule['rule']}` | {rule['severity']} | {rule['meaning']} | {rule['advice']} |"
        for rule in rules
    ]
    return "\n".join(lines) + "\n"


def render_limits() -> str:
    """Every limit of a paper and of a build, its default, and the variable that sets it."""
    lines = ["| variable | default | what it limits |", "|---|---|---|"]
    for name, known in (*VARIABLES.items(), *ROOM_VARIABLES.items()):
        shown = known.unset or f"{getattr(DEFAULT_LIMITS, name) / known.unit:,g}"
        lines.append(f"| `{known.variable}` | {shown} | {known.meaning} |")
    return "\n".join(lines) + "\n"


RENDERED: dict[str, Callable[[], str]] = {
    "commands": render_commands,
    "dictionary": render_dictionary,
    "limits": render_limits,
    "model": render_model,
    "rules": render_rules,
}
FILES = (
    Path("docs/commands.md"),
    Path("docs/data-dictionary.md"),
    Path("docs/operations.md"),
    Path("docs/quality.md"),
)


def renew(text: str) -> str:
    """The text with each marked part rendered again."""

    def replace(match: re.Match[str]) -> str:
        return f"{match['open']}{RENDERED[match['name']]()}{match['close']}"

    return MARKED.sub(replace, text)


def _render_table(table: Table) -> str:
    key = ", ".join(f"`{column}`" for column in table.key)
    lines = [
        f"## {table.name}",
        "",
        f"One row: {table.row}. Key: {key}.",
        "",
        "| column | type | meaning |",
        "|---|---|---|",
    ]
    lines += [f"| `{each.name}` | {each.sql_type} | {each.meaning} |" for each in table.columns]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Rewrite the marked parts of every file."""
    for path in FILES:
        file = REPOSITORY / path
        file.write_text(renew(file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
