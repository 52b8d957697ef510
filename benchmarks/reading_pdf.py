"""How long it takes to read PDFs, against PDFium's plain text of the same pages.

Run `python -m benchmarks.reading_pdf [FOLDER]`. It reads every PDF below the folder as plain text,
to a Document, and to the records of all tables, turn by turn. Without a folder, it reads the papers
of the project in every layout of the tests. It prints the medians, and their ratios to the plain
text with their limits. What is done once for a process does not count, and a folder of few pages is
read several times in a round. Papers that are refused, such as scans, are left out.
"""

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

from benchmarks.ratios import Ratio, show
from pipelines.extraction.extract import extract_paper
from pipelines.readers.reading import read_document
from pipelines.runtime.errors import PaperError
from tests.typeset.typeset_pdf import LAYOUTS, typeset_pdf

MOST_TIMES = {"Document": 6, "with extraction": 12}  # times the plain text
OWN_PAPERS = Path("tests/typeset/papers")
ROUNDS = 5  # an odd number, so that the median is one of them
LEAST_PAGES = 100  # of a round: a few pages take less time than other programs disturb it by


def plain_text(data: bytes) -> None:
    """Read the text of each page as PDFium gives it."""
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    pdf.close()


def document(data: bytes) -> None:
    """Read a Document, tables included."""
    read_document(data, "paper.pdf")


def extract(data: bytes) -> None:
    """Read a Document, and the records of all tables from it."""
    extract_paper(data, "paper.pdf")


WAYS: dict[str, Callable[[bytes], None]] = {
    "plain text": plain_text,
    "Document": document,
    "with extraction": extract,
}


def seconds(read: Callable[[bytes], None], papers: Sequence[bytes]) -> float:
    """The processor time that reading all papers takes."""
    start = time.process_time()
    for paper in papers:
        read(paper)
    return time.process_time() - start


def typeset_papers() -> list[bytes]:
    """The project's own papers, each in every layout of the tests."""
    texts = [*OWN_PAPERS.glob("*.txt"), *Path("data/raw").glob("*.txt")]
    documents = [read_document(path.read_bytes(), path.name) for path in sorted(texts)]
    return [typeset_pdf(document, layout) for document in documents for layout in LAYOUTS]


def is_readable(data: bytes) -> bool:
    """Whether a paper is not refused."""
    try:
        read_document(data, "paper.pdf")
    except PaperError:
        return False
    return True


def main() -> int:
    """Print pages a second of each way and its ratio to the plain text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    folder = parser.parse_args().folder
    papers = (
        list(filter(is_readable, (path.read_bytes() for path in sorted(folder.rglob("*.pdf")))))
        if folder
        else typeset_papers()
    )
    if not papers:
        print(f"There is no readable PDF below {folder}: name another folder.")  # noqa: T201
        return 2
    pages = sum(len(pypdfium2.PdfDocument(paper)) for paper in papers)
    for read in WAYS.values():
        seconds(read, papers)
    repeats = math.ceil(LEAST_PAGES / pages)
    rounds = [
        {way: seconds(read, papers * repeats) for way, read in WAYS.items()} for _ in range(ROUNDS)
    ]
    taken = {way: statistics.median(each[way] for each in rounds) for way in WAYS}
    print(f"{len(papers)} papers, {pages} pages, medians of {ROUNDS} rounds")  # noqa: T201
    for way, time_taken in taken.items():
        times = f"{time_taken / taken['plain text']:5.1f} x"
        speed = f"{pages * repeats / time_taken:6.0f} pages/s"
        print(f"{way:15} {speed} {times}")  # noqa: T201
    for way, most in MOST_TIMES.items():
        show(Ratio(f"PDF to {way}", "plain text", taken[way] / taken["plain text"], most))
    return 0


if __name__ == "__main__":
    sys.exit(main())
