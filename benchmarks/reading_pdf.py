"""How long it takes to make Documents of PDFs, against PDFium's plain text of the same pages.

Run `python benchmarks/reading_pdf.py [FOLDER]`: every PDF below the folder (default `data/raw`)
is read both ways, turn by turn, and the medians and their ratio are printed. What is done once
for a process does not count, and a folder of few pages is read several times in a round.
"""

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

from pipelines.readers.pdf import read_pdf

ROUNDS = 5  # an odd number, so that the median is one of them
LEAST_PAGES = 100  # of a round: a few pages take less time than other programs disturb it by


def plain_text(data: bytes) -> int:
    """Read the text of each page as PDFium gives it, and count the pages."""
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    count = len(pdf)
    pdf.close()
    return count


def document(data: bytes) -> int:
    """Read a Document, tables included, and count its pages."""
    return len(read_pdf(data).pages)


def seconds(read: Callable[[bytes], int], papers: Sequence[bytes]) -> tuple[float, int]:
    """How long reading all papers takes, and how many pages they have."""
    start = time.perf_counter()
    pages = sum(read(paper) for paper in papers)
    return time.perf_counter() - start, pages


def main() -> int:
    """Print pages a second of both ways and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data/raw"))
    folder = parser.parse_args().folder
    papers = [path.read_bytes() for path in sorted(folder.rglob("*.pdf"))]
    if not papers:
        print(f"There is no PDF below {folder}: name a folder that holds some.")  # noqa: T201
        return 2
    pages = sum(plain_text(paper) for paper in papers)
    for paper in papers:
        document(paper)
    repeated = papers * math.ceil(LEAST_PAGES / pages)
    rounds = [(seconds(plain_text, repeated), seconds(document, repeated)) for _ in range(ROUNDS)]
    read = rounds[0][0][1]
    text = statistics.median(plain[0] for plain, _ in rounds)
    made = statistics.median(whole[0] for _, whole in rounds)
    print(f"{len(papers)} papers, {pages} pages, medians of {ROUNDS} rounds")  # noqa: T201
    print(f"plain text  {read / text:8.0f} pages/s")  # noqa: T201
    print(f"documents   {read / made:8.0f} pages/s")  # noqa: T201
    print(f"ratio       {made / text:8.1f} x")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
