"""One finding for a paper whose sentences have numbers that no row took."""

from datetime import date

from .conftest import Build

FOUND = {
    "rule": "numbers_unread",
    "table_name": "sentences",
    "subject": "Ferries",
    "observed": "3",
    "locator": "p2:l7",
}


def test_the_finding_names_its_paper_and_says_what_to_do(build: Build) -> None:
    paper = {"paper_id": "a1", "meeting_date": date(2022, 1, 18), "title": "Ferries"}
    warehouse = build(
        papers=[{**paper, "numbers_unread": 3}],
        findings=[{**FOUND, "quote": "12 councillors swam."}],
    )

    label = "Agenda: Ferry Board, 18 January 2022"
    columns = "severity, table_name, subject, observed, message, locator, quote"
    assert warehouse.rows(columns, "quality_findings where rule = 'numbers_unread'") == [
        (
            "info",
            "papers",
            label,
            "3",
            f"{label}: no row took 3 of the numbers next to words about programmes, peer challenges"
            " or councillors. The first is at p2:l7: “12 councillors swam.” `boardpapers explain a1"
            " p2:l7` says why.",
            "p2:l7",
            "12 councillors swam.",
        )
    ]


def test_a_message_has_no_more_than_the_beginning_of_a_long_sentence(build: Build) -> None:
    quote = "12 councillors swam " + "and swam " * 100
    warehouse = build(findings=[{**FOUND, "quote": quote}])

    ((message, whole),) = warehouse.rows(
        "message, quote", "quality_findings where rule = 'numbers_unread'"
    )
    assert f"“{quote[:157]}...”" in message
    assert whole == quote
