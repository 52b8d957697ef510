"""Checks publications against the list of forgotten people."""

from collections.abc import Iterable

from pipelines.ingestion.manifest import read_manifest
from pipelines.privacy.forgotten_people import name_digests, read_forgotten
from pipelines.runtime.errors import NotYetForgotten
from pipelines.runtime.settings import Settings


def leaves_out(settings: Settings, digests: Iterable[str]) -> bool:
    """Whether neither the published file nor a kept build can hold one of these names.

    Args:
        settings: Which warehouse.
        digests: See `forgotten_people.name_digests`.
    """
    published = read_manifest(settings.state).published
    return set(digests) <= set(published.left_out if published else ())


def require_obeyed(settings: Settings) -> None:
    """Refuse to hand out builds before a refresh has left out everybody on the list.

    A warehouse that was copied from elsewhere has no state and no kept builds, and its origin is
    not known.

    Raises:
        NotYetForgotten: A name is on the list that the last publication did not leave out.
    """
    names = [person.name for person in read_forgotten(settings.warehouse)]
    if settings.state.is_dir() and not leaves_out(settings, name_digests(names)):
        raise NotYetForgotten(settings.warehouse)
