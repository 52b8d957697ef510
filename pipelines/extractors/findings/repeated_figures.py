"""Finds figures and dates that differ between sentences of one paper."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.documents import Passage
from pipelines.reference.restated_subjects import RestatedSubject
from pipelines.schema.records import Finding
from pipelines.structures.prose.statements import Paragraph

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# Shorter sentences say the same of different things: "See page 4".
LEAST_WORDS = 10
LEAST_NUMBERS = 2  # the unchanged words show that the same thing is meant


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement of a fact."""

    subject: str
    value: str
    passage: Passage


def read_told_figures(
    paragraphs: Sequence[Paragraph], restated: Sequence[RestatedSubject]
) -> list[Finding]:
    """Find facts that a paper states twice with different values.

    There are two kinds: sentences that are the same word for word except for one number, and
    statements in different words about a subject of `restated_subjects.csv`.

    Args:
        paragraphs: The text of one paper outside its tables.
        restated: The subjects with their wordings.

    Returns:
        One finding for each later statement that differs from the first.
    """
    said = [
        sentence
        for paragraph in paragraphs
        for sentence in paragraph.sentences
        if NUMBER.search(sentence.text)
    ]
    told = [*_subjects(said, restated), *_repeated(said)]
    first: dict[str, _Told] = {}
    findings = []
    for each in told:
        before = first.setdefault(each.subject, each)
        if before.value != each.value:
            findings.append(_finding(before, each))
    return findings


def _subjects(said: list[Passage], restated: Sequence[RestatedSubject]) -> Iterator[_Told]:
    for sentence in said:
        for each in restated:
            for match in each.pattern.finditer(sentence.text):
                yield _Told(each.subject, match["told"].lower(), sentence)


def _repeated(said: list[Passage]) -> Iterator[_Told]:
    """Sentences of the same words; the fact is the one number in which they differ."""
    alike: dict[tuple[str, int], list[tuple[Passage, list[str]]]] = defaultdict(list)
    for sentence in said:
        figures = NUMBER.findall(sentence.text)
        if len(figures) >= LEAST_NUMBERS and len(sentence.text.split()) >= LEAST_WORDS:
            # A "#" may be printed too, so the number of figures must match.
            words = NUMBER.sub("#", sentence.text).lower()
            alike[words, len(figures)].append((sentence, figures))
    for same in alike.values():
        numbers = [figures for _, figures in same]
        differing = [
            place for place, told in enumerate(zip(*numbers, strict=True)) if len(set(told)) > 1
        ]
        if len(differing) == 1:
            first, _ = same[0]
            for sentence, told in same:
                yield _Told(first.text, told[differing[0]], sentence)


def _finding(before: _Told, each: _Told) -> Finding:
    return Finding(
        rule="figure_told_in_two_ways",
        table_name="papers",
        subject=each.subject,
        expected=before.value,
        observed=each.value,
        locator=each.passage.span.locator,
        quote=each.passage.quote(),
    )
