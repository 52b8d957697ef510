"""All registers for extraction, read from one folder."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipelines.reference.authorities.boards import Boards, load_boards
from pipelines.reference.authorities.bodies import Bodies, load_bodies
from pipelines.reference.authorities.council_index import load_index
from pipelines.reference.authorities.councils import Councils
from pipelines.reference.authorities.meeting_types import MeetingTypes, load_meeting_types
from pipelines.reference.challenge_types import ChallengeTypes, load_challenge_types
from pipelines.reference.csv_tables import FOLDERS_KEPT, version_of
from pipelines.reference.dimensions import Dimensions, load_dimensions
from pipelines.reference.meetings.day_words import DayWords, load_day_words
from pipelines.reference.meetings.note_words import NoteWords, load_note_words
from pipelines.reference.meetings.paper_words import PaperWords, load_paper_words
from pipelines.reference.meetings.roll_words import RollWords, load_roll_words
from pipelines.reference.people.parties import Parties, load_parties
from pipelines.reference.people.people import People
from pipelines.reference.people.people_tables import PeopleTables, load_people_tables
from pipelines.reference.people.person_names import load_name_words
from pipelines.reference.people.register_words import RegisterWords, load_register_words
from pipelines.reference.people.roles import Roles, load_roles
from pipelines.reference.programmes import Programmes, load_programmes
from pipelines.reference.restated_subjects import RestatedSubject, load_restated_subjects
from pipelines.reference.statement_words import (
    StatementWords,
    load_statement_words,
)
from pipelines.reference.table_words import TableWords, load_table_words


@dataclass(frozen=True, slots=True)
class Registers:
    """Who is who. `version` changes with any byte of the CSV files."""

    councils: Councils
    parties: Parties
    boards: Boards
    bodies: Bodies
    meeting_types: MeetingTypes
    day_words: DayWords
    note_words: NoteWords
    paper_words: PaperWords
    roll_words: RollWords
    programmes: Programmes
    roles: Roles
    people: People
    people_tables: PeopleTables
    register_words: RegisterWords
    dimensions: Dimensions
    statement_words: StatementWords
    challenge_types: ChallengeTypes
    restated_subjects: tuple[RestatedSubject, ...]
    table_words: TableWords
    version: str


def load_registers(folder: Path) -> Registers:
    """Read the registers of a folder; they are cached until a byte of its files changes.

    Raises:
        RegisterError: A file is missing or a line cannot be read.
    """
    return _load(folder, version_of(folder))


@lru_cache(maxsize=FOLDERS_KEPT)
def _load(folder: Path, version: str) -> Registers:
    councils = Councils(load_index(folder))
    parties = load_parties(folder)
    roles = load_roles(folder)
    bodies = load_bodies(folder, councils.find_exact)
    return Registers(
        councils=councils,
        parties=parties,
        boards=load_boards(folder, councils.is_known),
        bodies=bodies,
        meeting_types=load_meeting_types(folder, bodies.passing),
        day_words=load_day_words(folder),
        note_words=load_note_words(folder),
        paper_words=load_paper_words(folder),
        roll_words=load_roll_words(folder),
        programmes=load_programmes(folder),
        roles=roles,
        people=People(load_name_words(folder), roles, parties, councils),
        people_tables=load_people_tables(folder),
        register_words=load_register_words(folder),
        dimensions=load_dimensions(folder),
        statement_words=load_statement_words(folder),
        challenge_types=load_challenge_types(folder),
        restated_subjects=load_restated_subjects(folder),
        table_words=load_table_words(folder),
        version=version,
    )
