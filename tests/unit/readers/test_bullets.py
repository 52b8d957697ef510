import pytest

from pipelines.documents import Kind
from pipelines.readers.reading import read_document


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param("- mend the pier", (Kind.LIST_ITEM, "mend the pier"), id="dash"),
        pytest.param("• mend the pier", (Kind.LIST_ITEM, "mend the pier"), id="bullet"),
        pytest.param("-3 degrees", (Kind.PARAGRAPH, "-3 degrees"), id="a number"),
        pytest.param("Mend - the pier", (Kind.PARAGRAPH, "Mend - the pier"), id="a dash within"),
    ],
)
def test_a_paragraph_with_a_mark_is_a_list_item(paragraph: str, expected: tuple[str, str]) -> None:
    page = f"<!doctype html>\n<html><body>\n<p>{paragraph}</p>\n</body></html>"
    document = read_document(page.encode(), "harbour.html")
    (block,) = document.blocks
    assert (block.kind, block.text) == expected
    assert document.holds(block.passage.quote(), block.passage.span)
