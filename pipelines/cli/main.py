"""The `boardpapers` command. Each command calls one part and shows what it returns.

`refresh` does the same steps as the Dagster job, but without Dagster: importing it takes one to two
and a half seconds and gains nothing on the command line. Other slow imports are made inside the
command that needs them, so that `--help` answers at once.
"""

import click

from pipelines.cli.commands.check import check
from pipelines.cli.commands.diff import diff
from pipelines.cli.commands.explain import explain
from pipelines.cli.commands.export import export
from pipelines.cli.commands.forget import forget
from pipelines.cli.commands.late import late
from pipelines.cli.commands.lookup.news import news
from pipelines.cli.commands.lookup.search import search
from pipelines.cli.commands.lookup.show import show
from pipelines.cli.commands.pages.report import report
from pipelines.cli.commands.pages.site import site
from pipelines.cli.commands.query import query
from pipelines.cli.commands.refresh import refresh
from pipelines.cli.commands.resolve import resolve
from pipelines.cli.commands.rollback import rollback
from pipelines.cli.commands.status import status
from pipelines.cli.group import Commands, log_format_option
from pipelines.cli.online.fetch import fetch, update

COMMANDS = (
    check,
    diff,
    explain,
    export,
    fetch,
    forget,
    late,
    news,
    query,
    refresh,
    report,
    resolve,
    rollback,
    search,
    show,
    site,
    status,
    update,
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="boardpapers")
def main() -> None:
    """Read board papers into a DuckDB warehouse, and query it.

    Exit codes: 0 done; 1 a check failed and nothing was published; 2 bad usage, or input that is
    not there; 3 not everything was fetched; 130 interrupted.
    """


for command in COMMANDS:
    main.add_command(command)
main.params.append(log_format_option())
