"""Wordings of `restated_subjects.csv`: read, and refused where they can find no figure."""

from pathlib import Path

import pytest

from pipelines.reference.csv_tables import RegisterError
from pipelines.reference.restated_subjects import load_restated_subjects


def register(folder: Path, pattern: str) -> Path:
    (folder / "restated_subjects.csv").write_text(
        f'subject,pattern\nboats in the harbour,"{pattern}"\n', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("pattern", "sentence", "told"),
    [
        pytest.param("<number> boats", "There are 1,204  boats.", "1,204", id="number"),
        pytest.param("boats sail on <day>", "Boats sail\non 3 June 2031.", "3 June", id="day"),
    ],
)
def test_a_wording_finds_its_figure(tmp_path: Path, pattern: str, sentence: str, told: str) -> None:
    (restated,) = load_restated_subjects(register(tmp_path, pattern))

    match = restated.pattern.search(sentence)

    assert match is not None
    assert (restated.subject, match["told"]) == ("boats in the harbour", told)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        pytest.param(
            "<number> (boats",
            "'<number> (boats' is no regular expression: missing ), "
            "unterminated subpattern at position 26",
            id="broken",
        ),
        pytest.param("boats", "'boats' holds none of <number>, <day>", id="no figure"),
    ],
)
def test_a_wording_without_a_figure_is_refused(tmp_path: Path, pattern: str, reason: str) -> None:
    with pytest.raises(RegisterError) as refused:
        load_restated_subjects(register(tmp_path, pattern))

    assert refused.value.reason == reason
