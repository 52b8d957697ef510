"""Words side by side, and where a column may begin between them."""

import pytest

from pipelines.readers.pdf_lines import runs_of
from pipelines.readers.pdf_words import Word


@pytest.mark.parametrize(
    ("gap", "wanted"),
    [(2.5, [["Harbour", "was"]]), (6.0, [["Harbour"], ["was"]])],
    ids=["one line", "two columns"],
)
def test_the_tallest_word_tells_how_wide_a_gap_parts_columns(
    gap: float, wanted: list[list[str]]
) -> None:
    tall = Word("Harbour", 100.0, 140.0, 50.0, 58.0, 0, False)
    low = Word("was", 140.0 + gap, 160.0 + gap, 53.5, 58.0, 8, True)
    assert [[word.text for word in run] for run in runs_of([tall, low])] == wanted
