"""The catalogue of rules and what raises them agree."""

import csv
import re
from pathlib import Path

from pipelines.runtime.places import MODELS, REFERENCE

REPOSITORY = Path(__file__).parents[2]
CATALOGUE = REFERENCE / "rules.csv"
# rule="ferry_sunk" in an extractor, 'ferry_sunk' as rule in a model, 'ferry_sunk', in a choice
RAISED_IN_PYTHON = re.compile(r'\brule="([a-z_]+)"')
RAISED_IN_SQL = re.compile(r"'([a-z_]+)'(?: as rule\b|,?\n)")
# rule="two_titles" also names what inferred a value; findings alone are of interest.
FINDING = re.compile(r"Finding\((.*?)\n\s*\)", re.DOTALL)
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def _catalogue() -> list[dict[str, str]]:
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _raised_by_extractors() -> set[str]:
    sources = [path.read_text("utf-8") for path in (REPOSITORY / "pipelines").rglob("*.py")]
    findings = [body for source in sources for body in FINDING.findall(source)]
    return {rule for body in findings for rule in RAISED_IN_PYTHON.findall(body)}


def _raised_by_models() -> set[str]:
    known = {entry["rule"] for entry in _catalogue()}
    sources = [path.read_text("utf-8") for path in (MODELS / "rules").glob("findings_*.sql")]
    named = {name for source in sources for name in RAISED_IN_SQL.findall(source)}
    return named & known


def test_the_catalogue_is_sorted_and_complete() -> None:
    entries = _catalogue()

    assert [entry["rule"] for entry in entries] == sorted({entry["rule"] for entry in entries})
    assert [entry["rule"] for entry in entries if not all(entry.values())] == []
    assert {entry["severity"] for entry in entries} <= {"error", "warning", "info"}


def test_messages_hold_only_what_a_finding_has() -> None:
    found = {name for entry in _catalogue() for name in PLACEHOLDER.findall(entry["message"])}

    values = {"{subject}", "{expected}", "{observed}"}
    assert found <= {*values, "{paper_id}", "{locator}", "{quote}"}


def test_every_rule_that_an_extractor_raises_is_catalogued() -> None:
    assert _raised_by_extractors() - {entry["rule"] for entry in _catalogue()} == set()


def test_every_catalogued_rule_is_raised_somewhere() -> None:
    known = {entry["rule"] for entry in _catalogue()}

    assert known - _raised_by_extractors() - _raised_by_models() == set()
