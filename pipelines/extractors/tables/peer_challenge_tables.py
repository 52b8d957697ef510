"""Peer challenges in the tables of a paper: counts about the sector, and named councils."""

from collections.abc import Iterator, Sequence

from pipelines.reference.registers import Registers
from pipelines.schema.records import PaperRecord, PeerChallenge, WithheldReading
from pipelines.schema.withholding import withhold
from pipelines.structures.figures.facts.challenge_counts import read_challenge_counts
from pipelines.structures.figures.facts.named_challenges import read_named_challenges
from pipelines.structures.figures.reading import ReadTable


def read_peer_challenge_tables(
    tables: Sequence[ReadTable], registers: Registers, paper: PaperRecord
) -> list[PeerChallenge | WithheldReading]:
    """Read every count of peer challenges, and every council with one, that a table prints.

    Args:
        tables: The tables of one paper.
        registers: The councils, and the kinds of peer challenge.
        paper: What the paper is; names are resolved at its meeting date, or at the day of the
            challenge if that is past.

    Returns:
        One record per count or council, in printed order; those of rows that are not trusted are
        withheld.
    """
    return [
        record
        for read in tables
        for number, found in _records(read, registers, paper)
        for record in [_trusted(read, number, found)]
    ]


def _records(
    read: ReadTable, registers: Registers, paper: PaperRecord
) -> Iterator[tuple[int, PeerChallenge]]:
    named = read_named_challenges(read.roles, registers, paper.meeting_date)
    for one in named:
        row = read.table.body[one.row].row
        yield (
            one.row,
            PeerChallenge(
                council_id=one.council.council_id,
                council_name=one.council.name,
                challenge_type=one.challenge_type,
                period=one.period,
                challenges=1,
                qualifier="exactly",
                status=one.status,
                savings_gbp=one.savings_gbp,
                savings_period=one.savings_period,
                locator=row.passage.span.locator,
                quote=row.passage.quote(),
                joint_no=one.joint_no,
                happened_on=one.happened_on,
                proof=read.proof(one.row, one.column),
            ),
        )
    if named:
        return
    for count in read_challenge_counts(read.roles):
        row = read.table.body[count.row].row
        yield (
            count.row,
            PeerChallenge(
                council_id=None,
                council_name=None,
                challenge_type=count.challenge_type,
                period=count.period,
                challenges=count.count,
                qualifier="exactly",
                status=count.status,
                savings_gbp=None,
                savings_period=None,
                locator=row.passage.span.locator,
                quote=row.passage.quote(),
                proof=read.proof(count.row, count.column),
            ),
        )


def _trusted(read: ReadTable, row: int, record: PeerChallenge) -> PeerChallenge | WithheldReading:
    doubt = read.doubts.get(row)
    if doubt is None:
        return record
    subject = record.council_name or f"{record.challenge_type} peer challenges"
    return withhold("peer_challenges", record, subject, doubt.reason, doubt.other)
