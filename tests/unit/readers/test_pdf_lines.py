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


@pytest.mark.parametrize(
    ("texts", "gaps", "wanted"),
    [
        ("All boats of the fleet", (30, 30, 30, 30), ["All boats of the fleet"]),
        ("All boats of the fleet", (30, 30, 30, 40), ["All", "boats", "of", "the", "fleet"]),
        ("4 13 7 9 11", (30, 30, 30, 30), ["4", "13", "7", "9", "11"]),
        ("All boats came", (30, 30), ["All", "boats", "came"]),
    ],
    ids=["stretched", "uneven", "numbers", "too few to tell"],
)
def test_a_line_stretched_to_the_edge_is_one(
    texts: str, gaps: tuple[float, ...], wanted: list[str]
) -> None:
    words: list[Word] = []
    left = 72.0
    for text, gap in zip(texts.split(), (*gaps, 0), strict=True):
        words.append(Word(text, left, left + 20, 50.0, 58.0, len(words), True))
        left += 20 + gap
    assert [" ".join(word.text for word in run) for run in runs_of(words)] == wanted
