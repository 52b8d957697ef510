"""What a page of a long pack costs, against a page of short packs, and papers of many layouts.

Run `python -m benchmarks.reading_packs [--papers 200]`: packs of 10, 50 and 200 pages are read
with all records, and so many papers of many formats and layouts. Printed are how much longer a page
of a long pack takes than one of a short one, and seconds of processor time a paper, which
docs/scaling.md goes on from.
"""

import argparse
import statistics
import sys
import time
from collections import defaultdict
from itertools import count

from benchmarks.many_layouts import PACK_EVERY, joined, pack, paper
from benchmarks.ratios import Ratio, show
from pipelines.extraction.extract import extract_paper

PAGES = (10, 50, 200)
ROUNDS = 3  # an odd number, so that the median is one of them
MOST_GROWTH = 1.5  # of a page among 200, against one among 10
SEED = 1


def seconds(data: bytes, name: str) -> float:
    """The processor time that reading a paper with all records takes."""
    start = time.process_time()
    extract_paper(data, name)
    return time.process_time() - start


def pack_seconds(pages: int) -> float:
    """The median for a pack of so many pages, a page."""
    packs = (pack(SEED, number) for number in count(PACK_EVERY - 1, PACK_EVERY))
    data = joined(packs, pages)
    return statistics.median(seconds(data, "pack.pdf") for _ in range(ROUNDS)) / pages


def main() -> int:
    """Print what a page and a paper cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=200)
    papers = parser.parse_args().papers
    pack_seconds(PAGES[0])  # what is done once in a process
    pages = {pages: pack_seconds(pages) for pages in PAGES}
    for number, taken in pages.items():
        print(f"a page of {number}: {taken * 1000:.1f} ms")  # noqa: T201
    spent: dict[str, list[float]] = defaultdict(list)
    for number in range(papers):
        name, data = paper(SEED, number)
        spent[name].append(seconds(data, name))
    for name, taken_by in sorted(spent.items()):
        mean = statistics.mean(taken_by)
        print(f"{name:12}{len(taken_by):5} papers: {mean * 1000:6.0f} ms a paper")  # noqa: T201
    mean = statistics.mean(each for taken_by in spent.values() for each in taken_by)
    print(f"{papers} papers of many layouts: {mean * 1000:.0f} ms a paper")  # noqa: T201
    growth = pages[PAGES[-1]] / pages[PAGES[0]]
    show(Ratio("a page of a pack of 200 pages", "a page of one of 10", growth, MOST_GROWTH))
    return 0


if __name__ == "__main__":
    sys.exit(main())
