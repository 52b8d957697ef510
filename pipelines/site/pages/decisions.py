"""Decisions of each board and year, and the actions without a recorded end."""

from pipelines.reports.wording import numbered
from pipelines.site.addresses import decisions_page
from pipelines.site.headlines import Headline
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.writer import Writer

REPORT = "Decisions and actions"
PAGE = "decisions.html"
ACTIONS_PAGE = "actions.html"
# Actions on one page; each is one sentence.
MOST_ACTIONS = 600
DECISIONS = """
select decisions.*, meetings.board_id
from decisions
join meetings using (meeting_id)
order by
    meetings.board_id,
    meeting_date desc,
    meeting_id,
    try_cast(regexp_extract(item_no, '^[0-9]+') as integer) nulls last,
    item_no,
    seq,
    paper_id,
    locator
"""
OPEN_ACTIONS = """
select open_actions.*, meetings.board_id, meetings.board_name, meetings.meeting_date
from open_actions
left join meetings using (meeting_id)
order by owner nulls last, age_days desc nulls last, meeting_id, item_no, seq, paper_id, locator
"""


def write_decisions(published: Published, sources: Sources, writer: Writer) -> Headline | None:
    """Write the pages of decisions and open actions.

    Returns:
        What is open; None if no decision and no action was read.
    """
    decisions, actions = published.rows(DECISIONS), published.rows(OPEN_ACTIONS)
    for row in (*decisions, *actions):
        row.link = sources.words(row)
    years: dict[tuple[str, str], list[Row]] = {}
    for row in decisions:
        years.setdefault((row.board_id, row.meeting_year), []).append(row)
    for (board_id, year), rows in years.items():
        writer.page(
            decisions_page(board_id, year),
            "decisions_year.html.j2",
            f"{rows[0].board_name}, {year}: {numbered(len(rows), 'decision', 'decisions')}",
            board_id=board_id,
            decisions=rows,
            meetings=group_by(rows, "meeting_id"),
        )
    title = _title(actions)
    writer.page(
        PAGE,
        "decisions.html.j2",
        f"{numbered(len(decisions), 'decision', 'decisions')} of "
        f"{numbered(len({row.board_id for row in decisions}), 'board', 'boards')}; {title}",
        years=years,
        boards=group_by(sorted(actions, key=_age, reverse=True), "board_name"),
    )
    writer.listing(ACTIONS_PAGE, "actions.html.j2", _sentence(actions), actions, MOST_ACTIONS)
    return Headline(REPORT, _sentence(actions), ACTIONS_PAGE) if decisions or actions else None


def _age(action: Row) -> int:
    return action.age_days or 0


def _title(actions: list[Row]) -> str:
    tasks = len({(row.meeting_id, row.item_no, row.seq) for row in actions})
    return f"{numbered(tasks, 'action has', 'actions have')} no recorded end"


def _sentence(actions: list[Row]) -> str:
    unowned = len({(row.meeting_id, row.item_no, row.seq) for row in actions if not row.owner})
    if not actions:
        return "No action is open"
    return f"{_title(actions)}, {unowned:,} of them without an owner"
