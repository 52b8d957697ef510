from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.documents import Document, Kind, Passage
from pipelines.readers.html.reader import read_html

RAW = Path(__file__).resolve().parents[4] / "data" / "raw"
WEB_PAPERS = sorted(RAW.glob("*.html"))


def passages(document: Document) -> Iterator[Passage]:
    yield from document.furniture
    for block in document.blocks:
        yield block.passage
        for row in block.rows:
            yield row.passage
            for cell in row.cells:
                yield from cell.paragraphs


@pytest.mark.parametrize("path", WEB_PAPERS, ids=lambda path: path.stem)
def test_each_quote_of_a_shipped_paper_stands_at_its_place(path):
    document = read_html(path.read_bytes())
    for passage in passages(document):
        assert passage.raw == passage.quote() != ""
        # The number of a list stands in the text alone: a browser counts it.
        assert passage.text in (passage.raw, f"{passage.text.split()[0]} {passage.raw}")
        assert document.holds(passage.quote(), passage.span)
        first, last = passage.raw.split()[0], passage.raw.split()[-1]
        assert first in document.pages[0].lines[passage.span.first_line - 1]
        assert last in document.pages[0].lines[passage.span.last_line - 1]


@pytest.mark.parametrize("path", WEB_PAPERS, ids=lambda path: path.stem)
def test_all_words_of_a_shipped_paper_are_read_once_and_in_order(path):
    document = read_html(path.read_bytes())
    read = [
        (passage.span.first_line, passage.raw)
        for passage in (
            *document.furniture,
            *(b.passage for b in document.blocks if b.kind is not Kind.TABLE),
            *(row.passage for b in document.blocks for row in b.rows),
        )
    ]
    # Sorting by line keeps the order within a line: furniture stands on lines of its own there.
    words = [word for _, text in sorted(read, key=lambda each: each[0]) for word in text.split()]
    assert words == " ".join(document.pages[0].lines).split()


MARKUP = (
    "<p>|</p>|<br>|\n|\r\n|Quay|ton|nes| |&amp;|&nbsp;|&#10;|&shy;|&x|&|<b>|</b>|<a\nhref=x>|</a>"
    "|<table>|</table>|<tr>|<td>|<td rowspan=2>|<td colspan=3>|</td>|<caption>|</caption>|<dl>|<dt>"
    "|<dd>|</dl>|<ul><li>|</ul>|<h2>|</h2>|<nav>|</nav>|<div class=breadcrumb>|<div>|</div>"
    "|<script>x</script>|<!-- x\n -->|<![x[|<pre>|</pre>|<title>|</title>|<|<svg>|</svg>"
)
SOURCES = st.lists(st.sampled_from(MARKUP.split("|")), max_size=40).map("".join)


@given(SOURCES)
def test_each_quote_stands_at_its_place(source):
    document = read_html(source.encode())
    for passage in passages(document):
        assert passage.text == passage.raw != ""
        assert document.holds(passage.quote(), passage.span)
    for row in (row for block in document.blocks for row in block.rows):
        assert row.cells
        for paragraph in (p for cell in row.cells for p in cell.paragraphs):
            assert paragraph.text in row.passage.text


@given(SOURCES)
def test_lines_are_counted_as_an_editor_counts_them(source):
    expected = len(source.replace("\r\n", "\n").split("\n"))
    assert len(read_html(source.encode()).pages[0].lines) == expected
