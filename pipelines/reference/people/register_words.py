"""The words of committee systems for attendance, and for the state of a meeting."""

from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.csv_tables import read_table
from pipelines.reference.slugs import fold


@dataclass(frozen=True, slots=True)
class AttendanceWord:
    """What a word of a register says; `capacity` is None unless the word gives it."""

    status: str
    mode: str | None
    capacity: str | None


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """The register of those words; case and white space do not count."""

    attendance: dict[str, AttendanceWord]
    meetings: dict[str, str]

    def attendance_of(self, printed: str) -> AttendanceWord | None:
        """What a word says of somebody's attendance; None if it is not known."""
        return self.attendance.get(_key(printed))

    def meeting_status(self, printed: str) -> str | None:
        """The status of a meeting; free text may follow a semicolon. None if it is not known."""
        return self.meetings.get(_key(printed.partition(";")[0]))


def load_register_words(folder: Path) -> RegisterWords:
    """Read the words of committee systems."""
    rows = read_table(folder, "register_words", ("kind", "printed", "status", "mode", "capacity"))
    return RegisterWords(
        attendance={
            _key(row["printed"]): AttendanceWord(
                row["status"], row["mode"] or None, row["capacity"] or None
            )
            for row in rows
            if row["kind"] == "attendance"
        },
        meetings={_key(row["printed"]): row["status"] for row in rows if row["kind"] == "meeting"},
    )


def _key(printed: str) -> str:
    return fold(printed).casefold()
