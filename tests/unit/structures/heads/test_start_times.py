"""The time at which a meeting begins."""

from datetime import time

import pytest

from pipelines.structures.heads.start_times import find_start
from tests.unit.structures.paper import line, registers


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["3 March 2017 at 2pm"], time(14)),
        (["3 March 2017", "Quay House", "2pm"], time(14)),
        (["3 March 2017", "Quay", "House", "2pm"], None),
        (["3 March 2017", "Quay", "House", "Held in the mill at 2pm"], time(14)),
        (["3 March 2017", "Quay", "House", "Time", "2pm - 3pm"], time(14)),
        (["3 March 2017", "Quay", "House", "The meeting was called to order at 2pm."], time(14)),
        (["3 March 2017", "Quay", "House", "Lunch will be served at 1pm."], None),
        (["3 March 2017", "Quay", "House", "Lunch is at 1pm. The meeting is at 2pm."], time(14)),
        (["3 March 2017", "10.00 am - 12.10 pm"], time(10)),
        (["3 March 2017", "Present: Ann Fenn until 3pm"], None),
        (["3 March 2017", "Quay", "House", "The next meeting starts at 2pm."], None),
        (["3 March 2017", "Quay", "House", "Present: Ann Fenn left at 2pm"], None),
    ],
)
def test_the_start(lines: list[str], expected: time | None) -> None:
    head = [line(text) for text in lines]
    assert find_start(head, head[0], registers()) == expected
