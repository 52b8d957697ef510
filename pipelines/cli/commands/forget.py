"""`boardpapers forget`: leave a person out of the next publication and all later ones."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pipelines.cli.options import json_option, reference_option, warehouse_option


@click.command(short_help="Leave a person out of every later publication.")
@click.argument("name")
@warehouse_option
@reference_option
@json_option
def forget(name: str, warehouse: Path, reference: Path, as_json: bool) -> None:
    """Leave the person NAME out of the next publication and every one after it.

    NAME is a given name and a surname, as papers print them. The list is kept beside the
    warehouse; the next refresh leaves the person out. See docs/privacy.md.

    The name goes on the list even if nobody of that name is published now; the answer says so.
    """
    from pipelines.cli.output.json_output import json_text
    from pipelines.privacy.forgotten_names import read_name
    from pipelines.privacy.forgotten_people import forget_person, forgotten_path
    from pipelines.publication.mentions import count_mentions
    from pipelines.reference.people.person_names import load_name_words
    from pipelines.reference.registers import load_registers

    given = read_name(name, load_registers(reference).people)
    mentions = count_mentions(warehouse, given, load_name_words(reference))
    person = forget_person(warehouse, given, datetime.now(UTC).date())
    path = forgotten_path(warehouse)
    if as_json:
        values = {
            "name": person.name,
            "forgotten_on": str(person.forgotten_on),
            "list": str(path),
            "published_rows": mentions,
        }
        click.echo(json_text(values))
    else:
        click.echo(
            f"{person.name} is on the list {path}. The next boardpapers refresh leaves them out."
        )
        click.echo(_published_now(mentions))


def _published_now(mentions: int | None) -> str:
    if mentions is None:
        return "Nothing is published yet."
    if mentions == 0:
        return "Nobody of that name is published now: if somebody should be, check the spelling."
    return f"Rows that name them now: {mentions:,}."
