"""Finds numbers beside words about programmes, peer challenges or councillors that gave no row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.schema.records import (
    Finding,
    LeadershipStat,
    PaperRecord,
    PeerChallenge,
    ProgrammeParticipation,
    Record,
)
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told

Statement = ProgrammeParticipation | PeerChallenge | LeadershipStat


@dataclass(frozen=True, slots=True)
class UnreadNumber:
    """A number that stands beside such words, and its sentence."""

    sentence: Sentence
    told: Told


def unread_numbers(sentences: Sequence[Sentence], records: Iterable[Record]) -> list[UnreadNumber]:
    """List the numbers that should have given a row and did not.

    Such a number has a role that may count and counts people, bodies or peer challenges. Numbers in
    headings are left out.

    Args:
        sentences: The sentences of one paper.
        records: All records of the paper; those of tables without numbers are passed over.

    Returns:
        The numbers in printed order; empty if each gave a row.
    """
    statements = statements_by_place(records)
    return [
        UnreadNumber(sentence, told)
        for sentence in sentences
        if not sentence.statement.is_heading
        for told in sentence.told
        if told.counted.may_count and (told.unit or told.challenge)
        if not _is_taken(told, statements_of(sentence, statements))
    ]


def statements_by_place(records: Iterable[Record]) -> dict[str, list[Statement]]:
    """The records that may be made of numbers in sentences, by locator."""
    found: dict[str, list[Statement]] = {}
    for record in records:
        if isinstance(record, Statement):
            found.setdefault(record.locator, []).append(record)
    return found


def statements_of(sentence: Sentence, statements: dict[str, list[Statement]]) -> list[Statement]:
    """The records that were made of one sentence: one line may print several sentences."""
    passage = sentence.statement.sentence
    quote = passage.quote()
    return [each for each in statements.get(passage.span.locator, ()) if each.quote in quote]


def is_made_of(record: Statement, told: Told) -> bool:
    """Whether a record has a number of its sentence.

    An offer of `one peer challenge` has no number.
    """
    value = _value(record)
    return told.counted.count.value == (1 if value is None else value)


def find_unread_numbers(unread: Sequence[UnreadNumber], paper: PaperRecord) -> Iterator[Finding]:
    """One finding for a paper with such numbers, at the first of them.

    The table is `sentences`: a model gives the finding the name of its paper and publishes it.
    """
    if unread:
        passage = unread[0].sentence.statement.sentence
        yield Finding(
            rule="numbers_unread",
            table_name="sentences",
            subject=paper.title or paper.kind,
            expected=None,
            observed=str(len(unread)),
            locator=passage.span.locator,
            quote=passage.quote(),
        )


def _value(record: Statement) -> int | None:
    if isinstance(record, ProgrammeParticipation):
        return record.participants
    return record.challenges if isinstance(record, PeerChallenge) else record.councillors


def _is_taken(told: Told, made: Sequence[Statement]) -> bool:
    return any(is_made_of(record, told) for record in made) or _is_of_named(told, made)


def _is_of_named(told: Told, statements: Sequence[Statement]) -> bool:
    """Whether the councils that a number counts are named: `two councils, Mill and Weir`.

    They are all that the sentence names, or those that shared a review.
    """
    named: dict[int | None, set[str]] = {}
    for each in statements:
        if isinstance(each, PeerChallenge) and each.council_name:
            named.setdefault(each.joint_no, set()).add(each.council_name)
    numbers = {len(group) for group in named.values()} | {len(set().union(*named.values()))}
    return told.counted.count.value > 1 and told.counted.count.value in numbers
