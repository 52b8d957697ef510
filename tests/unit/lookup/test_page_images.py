"""Pages of a paper that ships with the project, drawn with words in boxes."""

import hashlib
import io

import pytest
from PIL import Image, ImageChops

from pipelines.lookup.page_images import COLOUR, PDF, Wanted, draw_page
from pipelines.lookup.papers import PublishedPaper
from pipelines.runtime.lookup_errors import NoPageToShow
from pipelines.runtime.places import REPOSITORY

RAW = REPOSITORY / "data" / "raw"
NAME = "agenda-2011-03-21.pdf"
TOTAL = "Total expenditure 17.60 31.00 48.30"


def paper(name: str = NAME, sha256: str | None = None, media_type: str = PDF) -> PublishedPaper:
    digest = sha256 or hashlib.sha256((RAW / name).read_bytes()).hexdigest()
    return PublishedPaper(digest[:16], "A paper", name, media_type, digest)


def boxed_area(png: bytes) -> tuple[int, int, int, int] | None:
    """The smallest area of a picture that holds every pixel of a box."""
    picture = Image.open(io.BytesIO(png))
    away = ImageChops.difference(picture, Image.new("RGB", picture.size, COLOUR)).convert("L")
    return away.point(lambda value: 255 if value == 0 else 0).getbbox()


def test_words_are_boxed_in_one_line() -> None:
    drawn = draw_page(paper(), RAW, 4, [Wanted(TOTAL, TOTAL)])
    area = boxed_area(drawn.png)
    assert drawn.boxed == 1
    assert area is not None
    left, top, right, bottom = area
    assert right - left > 900  # from the label to the last figure of the row
    assert 10 < bottom - top < 50  # one line


def test_a_figure_is_boxed_in_its_own_row() -> None:
    # 1.30 is printed several times on the page
    row = "Pensions - past employees - 1.30 1.30"
    whole = draw_page(paper(), RAW, 4, [Wanted(row, row)])
    part = draw_page(paper(), RAW, 4, [Wanted("1.30", row)])
    first, second = boxed_area(whole.png), boxed_area(part.png)
    assert first is not None
    assert second is not None
    assert second[0] > first[0]
    assert abs(second[1] - first[1]) < 5


@pytest.mark.parametrize("words", ["Of lighthouses", "1.30", "…"])
def test_words_that_are_not_there_or_not_once_are_not_boxed(words: str) -> None:
    drawn = draw_page(paper(), RAW, 4, [Wanted(words, "Not on this page")])
    assert (drawn.boxed, boxed_area(drawn.png)) == (0, None)


@pytest.mark.parametrize(
    ("named", "page", "said"),
    [
        (paper("agenda-2015-01-20.txt", media_type="text/plain"), 1, "only a PDF"),
        (paper(sha256="0" * 64), 1, "has changed"),
        (paper(), 99, "no page 99"),
        (PublishedPaper("0" * 16, "A paper", "gone.pdf", PDF, "0" * 64), 1, "is not in"),
    ],
)
def test_what_cannot_be_drawn_is_refused(named: PublishedPaper, page: int, said: str) -> None:
    with pytest.raises(NoPageToShow, match=said):
        draw_page(named, RAW, page, [])
