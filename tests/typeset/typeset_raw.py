"""Makes the PDF and the Word file of `data/raw` from their texts, which stand in `papers/`.

Run `python -m tests.typeset.typeset_raw` after a text changed; a test holds the files to the texts.
"""

from collections.abc import Callable
from pathlib import Path

from pipelines.documents import Document
from pipelines.readers.reading import read_document
from pipelines.runtime.places import REPOSITORY
from tests.typeset.typeset_docx import typeset_docx
from tests.typeset.typeset_pdf import LAYOUTS, typeset_pdf

TEXTS = Path(__file__).parent / "papers"
RAW = REPOSITORY / "data" / "raw"
FORMS: dict[str, Callable[[Document], bytes]] = {
    "agenda-2011-03-21.pdf": lambda document: typeset_pdf(document, LAYOUTS[0]),
    "note-2011-01-18.docx": typeset_docx,
}


def text_of(name: str) -> Document:
    """The text that a file of `data/raw` was made of."""
    path = (TEXTS / name).with_suffix(".txt")
    return read_document(path.read_bytes(), path.name)


if __name__ == "__main__":
    for name, typeset in FORMS.items():
        (RAW / name).write_bytes(typeset(text_of(name)))
