"""Web pages that are too large, or made to hurt."""

import pytest

from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.html import blocks
from pipelines.readers.html.reader import LARGEST_PAGE, read_html
from pipelines.readers.reading import read_document
from pipelines.runtime.errors import UnreadablePaper


def test_page_that_is_too_large_is_refused():
    with pytest.raises(UnreadableBytes) as caught:
        read_html(b" " * (LARGEST_PAGE + 1))
    assert caught.value.reason == (
        "is a web page of 16,777,217 bytes; pages of up to 16,777,216 are read"
    )


def test_refused_page_is_named():
    with pytest.raises(UnreadablePaper) as caught:
        read_document(b"<html>" + b" " * LARGEST_PAGE, "2027/tides.html")
    assert (caught.value.path, caught.value.reason) == (
        "2027/tides.html",
        "is a web page of 16,777,222 bytes; pages of up to 16,777,216 are read",
    )


def test_tables_that_are_too_large_are_refused(monkeypatch):
    monkeypatch.setattr(blocks, "MOST_PLACES", 100)
    with pytest.raises(UnreadableBytes) as caught:
        read_html(b"<table><tr><td colspan=60>x<tr><td rowspan=2 colspan=60>y</table>")
    assert caught.value.reason == "has tables of more than 100 cells"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<div>" * 20_000 + "Tides", id="deep divisions"),
        pytest.param("<table><tr><td>" * 5_000 + "Tides", id="deep tables"),
        pytest.param("Tides" + "<!--" * 50_000, id="comments that never end"),
        pytest.param("Tides" + "<a " * 20_000, id="tags that never end"),
        pytest.param("Tides" + "<![CDATA[" * 20_000, id="sections that never end"),
    ],
)
def test_page_made_to_hurt_is_read(source):
    assert [block.text for block in read_html(source.encode()).blocks] == ["Tides"]
