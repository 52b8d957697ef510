"""All registers of `data/reference`, read once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.reference.boards import Boards, load_boards
from pipelines.reference.council_index import load_index
from pipelines.reference.councils import Councils
from pipelines.reference.dimensions import Dimensions, load_dimensions
from pipelines.reference.parties import Parties, load_parties
from pipelines.reference.people import People
from pipelines.reference.person_names import load_name_words
from pipelines.reference.programmes import Programmes, load_programmes
from pipelines.reference.roles import Roles, load_roles
from pipelines.reference.tables import version_of

REFERENCE_FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference"


@dataclass(frozen=True, slots=True)
class Registers:
    """Who is who. `version` changes with any byte of the CSV files."""

    councils: Councils
    parties: Parties
    boards: Boards
    programmes: Programmes
    roles: Roles
    people: People
    dimensions: Dimensions
    version: str


@cache
def load_registers(folder: Path = REFERENCE_FOLDER) -> Registers:
    """Read the registers of a folder; a second call gives the same ones without reading.

    Raises:
        RegisterError: A file is missing or a line cannot be read.
    """
    councils = Councils(load_index(folder))
    parties = load_parties(folder)
    roles = load_roles(folder)
    return Registers(
        councils=councils,
        parties=parties,
        boards=load_boards(folder, councils.is_known),
        programmes=load_programmes(folder),
        roles=roles,
        people=People(load_name_words(folder), roles, parties, councils),
        dimensions=load_dimensions(folder),
        version=version_of(folder),
    )
