"""Words side by side, and where a column may begin between them."""

import pytest

from pipelines.readers.pdf.layout.lines import WORD_GAP, runs_of, word_gap
from pipelines.readers.pdf.page.characters import Word


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
        ("It is. All boats sail", (6, 9, 6, 6), ["It", "is.", "All", "boats", "sail"]),
        ("It is. All boats of ours sail", (6, 9, 6, 6, 6, 6), ["It is. All boats of ours sail"]),
        (
            "It is. All boats of ours sail",
            (6, 10, 6, 6, 6, 6),
            ["It", "is.", "All", "boats", "of", "ours", "sail"],
        ),
    ],
    ids=[
        "stretched",
        "uneven",
        "numbers",
        "too few to tell",
        "a wider gap behind a point, and too few to tell",
        "a wider gap behind a point",
        "too wide a gap behind a point",
    ],
)
def test_a_line_stretched_to_the_edge_is_one(
    texts: str, gaps: tuple[float, ...], wanted: list[str]
) -> None:
    words = in_line(texts, gaps)
    assert [" ".join(word.text for word in run) for run in runs_of(words)] == wanted


def in_line(texts: str, gaps: tuple[float, ...], top: float = 50.0) -> list[Word]:
    """Words 20 points wide and 8 high, gaps that no printed space fills between them."""
    words: list[Word] = []
    left = 72.0
    for text, gap in zip(texts.split(), (*gaps, 0), strict=True):
        words.append(Word(text, left, left + 20, top, top + 8, len(words), bool(words)))
        left += 20 + gap
    return words


@pytest.mark.parametrize(
    ("gap", "wanted"),
    [(2.4, WORD_GAP), (4.8, 0.78), (12.0, WORD_GAP)],
    ids=["usual", "wide", "wider than words stand apart"],
)
def test_the_usual_gap_of_a_page_without_spaces(gap: float, wanted: float) -> None:
    page = [*in_line("All boats of ours sail", (gap,) * 4), *in_line("4 7", (60.0,), top=70.0)]
    assert word_gap(page) == pytest.approx(wanted)


def test_a_page_with_spaces_has_the_usual_gap_whatever_parts_its_columns() -> None:
    page = in_line("All boats of ours sail on Monday", (2.0, 2.0, 2.0, 4.8, 4.8, 4.8))
    for word in page[:4]:
        word.is_apart = False
    assert word_gap(page) == WORD_GAP
