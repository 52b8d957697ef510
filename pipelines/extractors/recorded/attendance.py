"""Attendance from a publisher's own register."""

from collections.abc import Sequence

from pipelines.documents import RecordedMeeting
from pipelines.notation.dates import meeting_year
from pipelines.reference.authorities.boards import BoardMatch
from pipelines.reference.registers import Registers
from pipelines.schema.records import AttendanceStatement, Finding, OfficerAttendance
from pipelines.structures.recorded import RegisteredPerson

EVIDENCE = "register"


def read_recorded_attendance(
    record: RecordedMeeting,
    board: BoardMatch,
    meeting_type: str | None,
    people: Sequence[RegisteredPerson],
    registers: Registers,
) -> list[AttendanceStatement | OfficerAttendance | Finding]:
    """Read the register of a meeting: one statement a row, as printed.

    "Expected" is a plan: its status is `not_recorded`, as is that of a word that nobody knows,
    which also gives a finding. An officer who came goes to `officer_attendance`. A meeting that was
    cancelled has no rows.
    """
    found: list[AttendanceStatement | OfficerAttendance | Finding] = []
    status = registers.register_words.meeting_status(record.status.text if record.status else "")
    if status == "cancelled":
        return found
    for each in people:
        if not each.is_word_known:
            found.append(_unknown_word(each))
        if each.person is None:
            found.append(_no_name(each))
        elif not each.is_officer:
            found.append(_statement(record, board, meeting_type, each, registers))
        elif each.word.status == "present":
            found.append(
                OfficerAttendance(
                    board_id=board.board_id,
                    meeting_date=record.meeting_date,
                    name=each.person.name,
                    organisation=each.printed.representing or None,
                    locator=each.printed.passage.span.locator,
                    quote=each.printed.passage.quote(),
                    meeting_type=meeting_type,
                    proof=EVIDENCE,
                )
            )
    return found


def _statement(
    record: RecordedMeeting,
    board: BoardMatch,
    meeting_type: str | None,
    each: RegisteredPerson,
    registers: Registers,
) -> AttendanceStatement:
    person = each.person
    assert person is not None
    printed_party = each.printed.party or person.party
    party = registers.parties.resolve(printed_party, record.meeting_date) if printed_party else None
    return AttendanceStatement(
        board_id=board.board_id,
        meeting_date=record.meeting_date,
        meeting_year=meeting_year(record.meeting_date),
        councillor_id=registers.people.councillor_id(person.name),
        councillor_name=person.name,
        honours=person.honours,
        council_id=each.council.council_id if each.council else None,
        council_name=each.council.name if each.council else None,
        party=party.party if party else printed_party or None,
        political_group=party.political_group if party else None,
        capacity=each.capacity,
        status=each.word.status,
        mode=each.word.mode,
        substitutes_for=None,
        evidence_kind=EVIDENCE,
        is_inferred=False,
        inference_rule=None,
        locator=each.printed.passage.span.locator,
        quote=each.printed.passage.quote(),
        meeting_type=meeting_type,
        proof=EVIDENCE,
        person_key=each.printed.person_key,
    )


def _unknown_word(each: RegisteredPerson) -> Finding:
    return Finding(
        rule="attendance_word_unknown",
        table_name="attendance_evidence",
        subject=each.person.name if each.person else each.printed.name or "a row without a name",
        expected=None,
        observed=each.printed.attendance,
        locator=each.printed.passage.span.locator,
        quote=each.printed.passage.quote(),
    )


def _no_name(each: RegisteredPerson) -> Finding:
    return Finding(
        rule="register_row_without_name",
        table_name="attendance_evidence",
        subject=each.printed.name or "a row without a name",
        expected="the name of a person",
        observed=each.printed.name or None,
        locator=each.printed.passage.span.locator,
        quote=each.printed.passage.quote(),
    )
