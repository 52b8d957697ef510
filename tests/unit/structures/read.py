"""Invented sentences, marked and read as those of a paper of 6 March 2018."""

from datetime import date

from pipelines.structures.prose.counted import Counted, read_counted
from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.marks import Act, Marks
from pipelines.structures.prose.paper_terms import PaperTerms
from pipelines.structures.prose.statements import read_paragraphs, read_statements
from pipelines.structures.told.sentences import Sentence, read_sentences
from tests.unit.structures.paper import document, registers

PAPER = date(2018, 3, 6)


def marks(text: str) -> Marks:
    """One sentence with its marks."""
    return read_marks(text, registers(), PaperTerms({}, day=PAPER))


def act(text: str) -> Act:
    """The first verb of a sentence."""
    return marks(text).acts[0]


def counted(text: str) -> list[Counted]:
    """The numbers of a sentence."""
    return read_counted(marks(text), registers())


def sentences(*blocks: str) -> list[Sentence]:
    """The sentences of a paper with these blocks that may tell something."""
    paragraphs = read_paragraphs(document("\n\n".join(blocks)))
    return read_sentences(read_statements(paragraphs), registers(), PAPER)


def last(*blocks: str) -> Sentence:
    """The last of them."""
    return sentences(*blocks)[-1]
