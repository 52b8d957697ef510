"""What a clause denies of a peer challenge."""

import pytest

from pipelines.structures.prose.denied_reviews import clause_at, unless_denied


@pytest.mark.parametrize(
    ("word", "clause"),
    [
        ("Weir", "Weir had one"),
        ("Hill", "Hill has not"),
        ("Mere", "Mere and Lea will"),
        ("Lea", "Mere and Lea will"),
    ],
)
def test_a_clause_ends_at_a_stop_or_a_contrast(word: str, clause: str) -> None:
    text = "Weir had one, but Hill has not; Mere and Lea will."
    assert clause_at(text, text.index(word)) == clause


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("Weir had a peer review", "delivered"),
        ("Weir has never had a peer review", "not_had"),
        ("Weir is yet to host one", "not_had"),
        ("Weir is without a peer review", "not_had"),
        ("Weir has not", "not_had"),
        ("Weir has had no peer challenge of its own", "not_had"),
        ("Weir did not like its peer review", None),
        ("forty have had a peer review and six have not", None),
        ("Weir has never had one and hosted none", None),
        ("not only Weir had a peer review", "delivered"),
    ],
)
def test_a_status_holds_unless_it_is_denied(clause: str, status: str | None) -> None:
    assert unless_denied("delivered", clause) == status
