"""Sets, reads and scores the papers of a seed."""

import json
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.tables.papers import make_paper
from tests.tables.scoring import Score, score
from tests.tables.sheets import Paper

# Each typesetter: its module, and the ending of its papers.
TYPESETTERS = {
    "typst": ("typst_pdf", "pdf"),
    "reportlab": ("reportlab_pdf", "pdf"),
    "fpdf2": ("fpdf2_pdf", "pdf"),
    "word": ("word_file", "docx"),
    "html": ("html_page", "html"),
    "text": ("tab_text", "txt"),
}
# What is set with a library of the system comes in where that is installed.
if find_spec("weasyprint"):
    TYPESETTERS["weasyprint"] = ("weasyprint_pdf", "pdf")


def press(typesetter: str) -> Callable[[Paper], bytes]:
    module = import_module(f"tests.tables.typesetters.{TYPESETTERS[typesetter][0]}")
    typeset: Callable[[Paper], bytes] = module.typeset
    return typeset


def run(
    seed: int,
    numbers: Sequence[int],
    *,
    typesetters: Sequence[str] = (),
    keep: Path | None = None,
) -> Iterator[Score]:
    """One score for each paper and typesetter."""
    for number in numbers:
        paper = make_paper(seed, number)
        for typesetter in typesetters or TYPESETTERS:
            data = press(typesetter)(paper)
            ending = TYPESETTERS[typesetter][1]
            found = score(paper, typesetter, data, f"paper.{ending}")
            if keep:
                keep_paper(keep / f"{seed}-{number}-{typesetter}.{ending}", data, found)
            yield found


def keep_paper(path: Path, data: bytes, found: Score) -> None:
    """Writes a paper, and beside it what is true and what was read otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    told = {
        "kind": found.paper.kind,
        "layout": list(found.paper.layout.names()),
        "printed": sorted(found.paper.decorations),
        "missing": [list(fact) for fact in found.missing.elements()],
        "wrong": [list(fact) for fact in found.wrong.elements()],
        "truth": [list(fact) for fact in found.paper.truth.elements()],
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    path.with_suffix(f".{path.suffix[1:]}.json").write_text(text, encoding="utf-8")
