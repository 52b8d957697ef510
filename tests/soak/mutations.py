"""Papers damaged on their way: read or rejected in bounded time, and never with a false quote."""

import re
import time
from collections.abc import Sequence
from random import Random

from pipelines.documents import Document, Span
from pipelines.extraction.extract import extract_paper
from pipelines.readers.reading import read_document
from pipelines.runtime.errors import PaperError
from tests.soak.hostile_papers import GOOD_PDF
from tests.soak.lab import REPOSITORY
from tests.soak.tally import Tally

# A paper of a few pages takes a tenth of a second; one that hangs takes for ever.
MOST_SECONDS = 20
# Bits of one paper that are flipped at most: more leave no paper.
MOST_FLIPS = 30
# p7:l12-l15, p7:l12, l265-l281, p7
LOCATOR = re.compile(r"(?:p(?P<page>\d+))?:?(?:l(?P<first>\d+)(?:-l(?P<last>\d+))?)?")


def read_mutated_papers(tries: int, seed: int = 5) -> Tally:
    """Damage papers of our own in every way, and read each."""
    papers = [*sample_papers(), ("harbour.pdf", GOOD_PDF)]
    random = Random(seed)
    faults = []
    for number in range(tries):
        name, data = papers[number % len(papers)]
        damaged = mutate(data, random)
        began = time.monotonic()
        fault = fault_of(damaged, name)
        seconds = time.monotonic() - began
        if seconds > MOST_SECONDS:
            fault = f"{fault or ''} took {seconds:.0f} s"
        if fault:
            faults.append(f"try {number}, {name}: {fault}")
    return Tally("mutated papers", tries, tuple(faults))


def sample_papers() -> list[tuple[str, bytes]]:
    """The papers that are shipped, sorted by name."""
    paths = sorted((REPOSITORY / "data" / "raw").glob("[!R]*.*"))
    return [(path.name, path.read_bytes()) for path in paths]


def mutate(data: bytes, random: Random) -> bytes:
    """Flip bits, cut the end off, swap lines, say a stretch twice, or leave one out."""
    match random.randrange(5):
        case 0:
            flipped = bytearray(data)
            for _ in range(random.randint(1, MOST_FLIPS)):
                flipped[random.randrange(len(data))] ^= 1 << random.randrange(8)
            return bytes(flipped)
        case 1:
            return data[: random.randrange(len(data))]
        case 2:
            lines = data.split(b"\n")
            first, second = random.randrange(len(lines)), random.randrange(len(lines))
            lines[first], lines[second] = lines[second], lines[first]
            return b"\n".join(lines)
        case 3:
            start, end = _stretch(data, random)
            return data[:end] + data[start:]
        case _:
            start, end = _stretch(data, random)
            return data[:start] + data[end:]


def fault_of(data: bytes, name: str) -> str | None:
    """What is wrong with what is read of a paper; None where it holds or is rejected."""
    try:
        extract = extract_paper(data, name)
    except PaperError:
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    document = read_document(data, name)
    for table, frame in extract.frames.items():
        if "quote" not in frame.columns:
            continue
        for locator, quote in frame.select("locator", "quote").rows():
            if not stands(document, quote, locator):
                return f"{table}: {quote!r} does not stand at {locator}"
    return None


def stands(document: Document, quote: str, locator: str) -> bool:
    """Whether the words are printed at the place."""
    match = LOCATOR.fullmatch(locator)
    if match is None:
        return False
    page = int(match["page"]) if match["page"] else None
    lines = document.pages[(page or 1) - 1].lines
    first = int(match["first"] or 1)
    last = int(match["last"] or match["first"] or len(lines))
    return document.holds(quote, Span(first, last, page))


def _stretch(data: bytes, random: Random) -> Sequence[int]:
    return sorted((random.randrange(len(data)), random.randrange(len(data))))
