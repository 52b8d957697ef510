"""The first lines of a paper."""

from pipelines.structures.heads.head_lines import HEAD_LINES, head_lines, head_texts
from pipelines.structures.heads.meeting_days import LONGEST_LINE
from tests.unit.structures.paper import document


def test_the_head_ends_after_so_many_lines() -> None:
    lines = [f"Line {number} of it." for number in range(HEAD_LINES + 1)]
    assert [line.text for line in head_lines(document("\n\n".join(lines)))] == lines[:-1]


def test_the_first_lines_of_a_long_head_are_its_first_sentence() -> None:
    long = (
        "These are the minutes of the meeting of the Ferry Board. It was so." + " y" * LONGEST_LINE
    )
    assert head_texts(document(f"Ferry\n\n{long}"))[1] == long.partition(" It")[0]
