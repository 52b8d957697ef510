"""What agendas and reports of progress tell otherwise than the note of the meeting."""

import pytest

from .conftest import Build
from .statements import MEETING, found

LONG = "Officers to paint all boats of the harbour"


@pytest.mark.parametrize(
    ("reported", "findings"),
    [
        pytest.param([("1", LONG)], [], id="the same item"),
        pytest.param(
            [("2", f"{LONG}.")],
            [("action_item_disagrees", f"{LONG}.", "item 1", "item 2", "l9")],
            id="another item",
        ),
        pytest.param([("2", "Officers to note")], [], id="words that any item has"),
        pytest.param([("2", "Officers to paint all boats of the ferry")], [], id="another action"),
    ],
)
def test_an_action_below_another_item(
    build: Build, reported: list[tuple[str, str]], findings: list[tuple[str, ...]]
) -> None:
    # The short one stands under item 1 of the note too.
    actions = [
        {"meeting_date": MEETING, "item_no": "1", "seq": seq, "text": text, "locator": f"l{seq}"}
        for seq, text in enumerate((LONG, "Officers to note"), start=1)
    ]
    progress = [
        {"meeting_date": MEETING, "item_no": item, "action_text": text, "locator": "l9"}
        | {"progress": "Done", "paper_id": "b2"}
        for item, text in reported
    ]

    assert found(build, actions=actions, action_progress=progress) == findings


@pytest.mark.parametrize(
    ("pages", "findings"),
    [
        pytest.param([3, 13, None, 13, 27], [], id="in order"),
        pytest.param([3, 13, 7, 27, 30], [("3", "at least 13", "7")], id="one too low"),
        pytest.param([3, 93, 20, 27, 30], [("2", "at most 20", "93")], id="one too high"),
        pytest.param([3, 13, 20, 27, 2], [("5", "at least 27", "2")], id="the last too low"),
    ],
)
def test_pages_of_an_agenda(
    build: Build, pages: list[int | None], findings: list[tuple[str, str, str]]
) -> None:
    items = [
        {
            "meeting_date": MEETING,
            "item_no": str(number),
            "title": "Quays",
            "first_page": page,
            "locator": f"l{number}",
        }
        for number, page in enumerate(pages, start=1)
    ]

    assert found(build, agenda_items=items) == [
        ("agenda_pages_run_backwards", f"{number} Quays", expected, observed, f"l{number}")
        for number, expected, observed in findings
    ]


def test_a_title_that_was_made_whole(build: Build) -> None:
    item = {"meeting_date": MEETING, "item_no": "2", "title": "Welfare", "quote": "2. Weld"}
    mended = {"inference_rule": "title_from_heading", "is_inferred": True, "locator": "l2"}
    items = [item | mended, {**item, "item_no": "3", "locator": "l3"}]
    assert found(build, agenda_items=items) == [
        ("agenda_title_mended", "2", "Welfare", "2. Weld", "l2")
    ]
