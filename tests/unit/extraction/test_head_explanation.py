"""Why the day of a paper's meeting was chosen."""

from pipelines.cli.output.explanation_output import show_explanation
from pipelines.documents import parse_locator
from pipelines.extraction.explanation import read_again
from pipelines.extraction.head_explanation import explain_days

PAPER = b"""Ferry Committee

Published: 20 February 2017

Meeting on Friday 3 March 2017

Agenda

1. Apologies
"""


def test_each_day_is_told_with_its_costs() -> None:
    days = explain_days(read_again(PAPER, "paper.txt"))
    assert show_explanation([], [], "paper.txt", is_part=False, days=days).splitlines() == [
        "Day of the meeting: 2017-03-03",
        "  2017-03-03 at l5: taken, cost -9 (weekday -3, meeting -4, alone -2)",
        "    Meeting on Friday 3 March 2017",
        "  2017-02-20 at l3: not taken, cost 9 (of something else 9)",
        "    Published: 20 February 2017",
    ]


def test_a_place_picks_the_days_there() -> None:
    days = explain_days(read_again(PAPER, "paper.txt"), parse_locator("l3"))
    assert [(each.day, each.is_taken) for each in days] == [("2017-02-20", False)]
