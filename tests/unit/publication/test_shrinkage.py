"""When a table would lose most of its rows, and how that is said."""

import pytest

from pipelines.publication.shrinkage import Loss, describe_losses, find_losses


@pytest.mark.parametrize(
    ("before", "after", "most_lost", "losses"),
    [
        pytest.param(10, 5, 0.5, (), id="just half"),
        pytest.param(10, 4, 0.5, (Loss("papers", 10, 4),), id="more than half"),
        pytest.param(10, 40, 0.5, (), id="more papers than before"),
        pytest.param(0, 0, 0.5, (), id="none before and none now"),
        pytest.param(100, 98, 0.01, (Loss("papers", 100, 98),), id="a limit of one in a hundred"),
        pytest.param(10, 0, 1.0, (), id="no limit at all"),
    ],
)
def test_more_than_the_limit_is_a_loss(
    before: int, after: int, most_lost: float, losses: tuple[Loss, ...]
) -> None:
    assert find_losses({"papers": before}, {"papers": after}, most_lost) == losses


def test_only_papers_and_facts_count_and_only_where_both_sides_have_them() -> None:
    before = {"papers": 4, "attendance": 9, "open_actions": 8, "decisions": 5}
    after = {"papers": 4, "attendance": 2, "open_actions": 0}
    assert find_losses(before, after, 0.5) == (Loss("attendance", 9, 2),)


def test_the_message_names_what_goes_and_what_to_do() -> None:
    losses = (Loss("papers", 1200, 7), Loss("attendance", 9, 2))
    gone = [f"{number}.txt" for number in range(7)]
    assert describe_losses(losses, gone, 0.5) == (
        "The refresh would drop 1,193 of 1,200 papers, 7 of 9 rows of attendance; the limit is "
        "50%. Gone from the folder: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more. Mount the folder "
        "or put the papers back, or say --allow-removals if it is meant."
    )
