"""What a long pack costs, against the same pages as short papers, and papers of many layouts.

Run `python -m benchmarks.reading_packs [--papers 200]`. It reads a pack of 200 pages with all
records, and the same pages as papers of ten pages. Then it reads papers of many formats and
layouts. It prints how much longer the pack takes, and the processor time of a paper of each format.
"""

import argparse
import statistics
import sys
import time
from collections import defaultdict
from itertools import count

from benchmarks.many_layouts import PACK_EVERY, joined, pack, paper, parted
from benchmarks.ratios import Ratio, show
from pipelines.extraction.extract import extract_paper

PAGES, PART_PAGES = 200, 10
ROUNDS = 3  # an odd number, so that the median is one of them
MOST_GROWTH = 1.5
SEED = 1


def seconds(data: bytes, name: str) -> float:
    """The processor time that reading a paper with all records takes."""
    start = time.process_time()
    extract_paper(data, name)
    return time.process_time() - start


def pack_seconds() -> tuple[float, float]:
    """The processor time of a long pack, and of the same pages as short papers; medians."""
    packs = (pack(SEED, number) for number in count(PACK_EVERY - 1, PACK_EVERY))
    whole = joined(packs, PAGES)
    parts = parted(whole, PART_PAGES)
    rounds = [
        (seconds(whole, "pack.pdf"), sum(seconds(part, "part.pdf") for part in parts))
        for _ in range(ROUNDS)
    ]
    return statistics.median(long for long, _ in rounds), statistics.median(
        short for _, short in rounds
    )


def main() -> int:
    """Print what a page and a paper cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=200)
    papers = parser.parse_args().papers
    long, short = pack_seconds()
    print(  # noqa: T201
        f"{PAGES} pages: {long / PAGES * 1000:.1f} ms a page as one pack, "
        f"{short / PAGES * 1000:.1f} ms as papers of {PART_PAGES}"
    )
    spent: dict[str, list[float]] = defaultdict(list)
    for number in range(papers):
        name, data = paper(SEED, number)
        spent[name].append(seconds(data, name))
    for name, taken_by in sorted(spent.items()):
        mean = statistics.mean(taken_by)
        print(f"{name:12}{len(taken_by):5} papers: {mean * 1000:6.0f} ms a paper")  # noqa: T201
    mean = statistics.mean(each for taken_by in spent.values() for each in taken_by)
    print(f"{papers} papers of many layouts: {mean * 1000:.0f} ms a paper")  # noqa: T201
    against = f"the same pages as papers of {PART_PAGES}"
    show(Ratio(f"a pack of {PAGES} pages", against, long / short, MOST_GROWTH))
    return 0


if __name__ == "__main__":
    sys.exit(main())
