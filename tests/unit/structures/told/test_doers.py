"""Whether another body did what a sentence says."""

import pytest

from pipelines.structures.told.doers import is_by_others
from tests.unit.structures.read import marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ofsted trained 40 councillors.", True, id="of the lexicon"),
        pytest.param("The Quay Institute trained 40 councillors.", True, id="a name with its word"),
        pytest.param("The institute trained 40 councillors.", False, id="the word alone"),
        pytest.param("We trained 40 councillors.", False, id="we"),
        pytest.param("Ofsted, with which we work, trained 40 councillors.", True, id="we, later"),
        pytest.param("With Ofsted we trained 40 councillors.", False, id="a partner"),
        pytest.param("Ofsted came; we trained 40 councillors.", False, id="another clause"),
        pytest.param("Ofsted was told, and we trained 40 councillors.", False, id="and"),
    ],
)
def test_another_body_is_the_subject(text: str, expected: bool) -> None:
    read = marks(text)
    assert is_by_others(read, read.acts[-1]) is expected
