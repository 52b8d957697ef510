"""What a paper is called: its first line that says more than what every paper says."""

import pytest

from pipelines.schema.records import PaperRecord
from tests.unit.extractors.papers import records_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "Agenda item\n\nDredging of the outer basin\n\nMinutes:\n\nAnn Bee spoke.",
            "Dredging of the outer basin",
            id="the page of one item",
        ),
        pytest.param(
            "Harbour Board\n\nTuesday, 4th May, 2027 10.30 am\n\nVenue: The Quay\n\n"
            "Contact: Ann Bee\n\nNo. Item\n\n1.\n\nWelcome\n\n2.\n\nDredging",
            "Harbour Board",
            id="no line but a venue and a contact above the items",
        ),
        pytest.param(
            "Minutes of the Harbour Board\n\nTuesday, 4th May, 2027\n\nMinutes:\n\n1. Welcome",
            "Minutes of the Harbour Board",
            id="minutes that say whose they are",
        ),
    ],
)
def test_title(text: str, title: str) -> None:
    (paper,) = records_of(text, "papers")
    assert isinstance(paper, PaperRecord)
    assert paper.title == title
