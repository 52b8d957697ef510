"""Which bodies of a sentence had one review between them."""

import re

import pytest

from pipelines.structures.told.joint_reviews import number_joint_reviews

NAME = re.compile(r"\b(?:Ash|Elm|Fir|Oak)\b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a joint review of Ash and Elm", [1, 1]),
        ("a combined one of Ash, Elm & the Fir", [1, 1, 1]),
        ("Ash and Elm were jointly reviewed", [1, 1]),
        ("Fir had one; a joint one of Ash with Elm", [None, 1, 1]),
        ("a joint one of Ash and Elm, then a joint one of Fir and Oak", [1, 1, 2, 2]),
        ("a joint and combined one of Ash and Elm", [1, 1]),
        ("a joint one of Ash", [None]),
        ("a joint one of Ash, later Elm", [None, None]),
        ("a review of Ash and Elm", [None, None]),
        ("a joint review", []),
    ],
)
def test_names_that_share_a_review(text: str, expected: list[int | None]) -> None:
    places = [match.span() for match in NAME.finditer(text)]
    assert number_joint_reviews(text, places) == expected
