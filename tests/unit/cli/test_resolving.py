from datetime import date

from pipelines.cli.resolving import Resolution, resolve_councils
from pipelines.runtime.places import REFERENCE


def test_known_and_unknown_names_are_answered_in_order() -> None:
    answers = list(resolve_councils(["Kent CC", "Nowhere at all"], date(2014, 10, 1), REFERENCE))
    assert answers == [
        Resolution(
            printed="Kent CC",
            council_id="kent-county-council",
            gss_code="E10000016",
            name="Kent County Council",
            is_inferred=False,
            rule="exact_alias",
        ),
        Resolution(
            printed="Nowhere at all",
            council_id=None,
            gss_code=None,
            name="Nowhere at all",
            is_inferred=False,
            rule="unknown",
        ),
    ]
    assert [answer.parts for answer in answers] == [
        ("Kent CC", "kent-county-council", "E10000016", "Kent County Council", "exact_alias"),
        ("Nowhere at all", "unknown", "", "Nowhere at all", "unknown"),
    ]
