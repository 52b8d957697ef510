"""Papers of many layouts and formats, the same for the same seed, with packs of many pages.

Tables, prose and layouts are those of `tests.tables`; minutes and agendas are those of
`tests.typeset`. A pack is one PDF of several papers, as councils publish them before a meeting.
"""

import random
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2

from pipelines.readers.reading import read_document
from tests.tables.papers import make_paper
from tests.tables.runs import TYPESETTERS, press
from tests.typeset.typeset_pdf import LAYOUTS, typeset_pdf

OWN_PAPERS = Path(__file__).resolve().parents[1] / "tests" / "typeset" / "papers"
# One paper in ten is a pack; half of these have fewer pages than the middle one, and none more
# than the longest.
PACK_EVERY = 10
PACK_PAGES = (20, 60, 200)
PDF_TYPESETTERS = ("fpdf2", "reportlab", "typst")


def paper(seed: int, number: int) -> tuple[str, bytes]:
    """Paper `number` of a seed: the end of its file name, and its bytes."""
    if number % PACK_EVERY == PACK_EVERY - 1:
        return "pack.pdf", pack(seed, number)
    typesetter = list(TYPESETTERS)[number % len(TYPESETTERS)]
    return f"paper.{TYPESETTERS[typesetter][1]}", press(typesetter)(make_paper(seed, number))


def pack(seed: int, number: int) -> bytes:
    """One PDF of several papers, whose number of pages follows from its number and the seed."""
    rng = random.Random(f"{seed}:{number}:pack")
    fewest, middle, most = PACK_PAGES
    bounds = (fewest, middle) if rng.random() < 0.5 else (middle, most)
    return joined(_parts(rng, seed, number), rng.randint(*bounds))


def joined(papers: Iterator[bytes], pages: int) -> bytes:
    """The first pages of some PDFs, as one of that many pages."""
    whole = pypdfium2.PdfDocument.new()
    while len(whole) < pages:
        part = pypdfium2.PdfDocument(next(papers))
        whole.import_pages(part, list(range(min(len(part), pages - len(whole)))))
        part.close()
    return _written(whole)


def parted(pack: bytes, pages: int) -> list[bytes]:
    """The pages of a PDF as several PDFs, each of that many pages."""
    whole = pypdfium2.PdfDocument(pack)
    parts = []
    for start in range(0, len(whole), pages):
        part = pypdfium2.PdfDocument.new()
        part.import_pages(whole, list(range(start, min(start + pages, len(whole)))))
        parts.append(_written(part))
    whole.close()
    return parts


def _written(pdf: pypdfium2.PdfDocument) -> bytes:
    file = BytesIO()
    pdf.save(file)
    pdf.close()
    return file.getvalue()


def _parts(rng: random.Random, seed: int, number: int) -> Iterator[bytes]:
    """Minutes and agendas, with a report behind each."""
    while True:
        yield rng.choice(_minutes())
        report = make_paper(seed, number * 1_000 + rng.randrange(1_000))
        yield press(rng.choice(PDF_TYPESETTERS))(report)


@cache
def _minutes() -> tuple[bytes, ...]:
    documents = [read_document(path.read_bytes(), path.name) for path in OWN_PAPERS.glob("*.txt")]
    return tuple(typeset_pdf(document, layout) for document in documents for layout in LAYOUTS)
