"""Words of uptake and of peer challenges: read, and refused where they can find nothing."""

import re
from pathlib import Path

import pytest

from pipelines.reference.csv_tables import RegisterError
from pipelines.reference.wordings import any_of, load_challenge_types, load_uptake_wording


def challenge_types(folder: Path, *lines: str) -> Path:
    text = "\n".join(["printed,challenge_type", *lines])
    (folder / "challenge_types.csv").write_text(f"{text}\n", encoding="utf-8")
    return folder


def test_the_type_that_stands_first_in_the_register_decides(tmp_path: Path) -> None:
    types = load_challenge_types(challenge_types(tmp_path, "dredg,harbour", "ferr,crossing"))

    assert types.first_in("a review of Ferries and of dredging") == "harbour"
    assert types.first_in("a review of all ferries") == "crossing"
    assert types.first_in("a review of the wherries") is None


def test_a_type_that_is_no_regular_expression_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError) as refused:
        load_challenge_types(challenge_types(tmp_path, "ferr(,crossing"))

    assert refused.value.reason == (
        "'ferr(' is no regular expression: missing ), unterminated subpattern at position 6"
    )


def test_registers_without_lines_find_nothing(tmp_path: Path) -> None:
    headers = {
        "participation_units": "printed,unit,status",
        "participation_verbs": "phrase,form,status,side",
        "participation_offers": "phrase",
    }
    for name, header in headers.items():
        (tmp_path / f"{name}.csv").write_text(f"{header}\n", encoding="utf-8")
    wording = load_uptake_wording(tmp_path)

    text = " 40 ferrymen attended the sailing academy"
    patterns = (wording.verb_pattern, wording.unit_pattern, wording.offer_pattern)
    assert [pattern.search(text) for pattern in patterns] == [None, None, None]
    assert load_challenge_types(challenge_types(tmp_path)).first_in(text) is None


def test_any_of_no_phrases_matches_nowhere() -> None:
    assert re.search(any_of([]), "ferry") is None
