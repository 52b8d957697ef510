"""The place of a meeting."""

import pytest

from pipelines.structures.heads.venues import venue_in


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Venue: Quay House.", "Quay House"),
        ("Minutes of the meeting held in the Quay House at 7.30pm", "Quay House"),
        (
            "held on 3 March 2017 at 7.00 p.m. in the Ferry Room, Quay House.",
            "Ferry Room, Quay House",
        ),
        ("Venue: Quay House. Lunch will be served at 1pm", "Quay House"),
        ("Minutes of the meeting held at ST ANN'S HALL MONDAY 3RD MARCH 2017", "ST ANN'S HALL"),
        ("The Quay House", None),
    ],
)
def test_venues(text: str, venue: str | None) -> None:
    assert venue_in(text) == venue
