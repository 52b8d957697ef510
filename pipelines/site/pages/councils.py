"""A page for each council: what it got. And the list of people with seats on boards."""

from pipelines.reports.wording import listed, numbered
from pipelines.site.addresses import council_page
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.tables import attendance_key, membership_key
from pipelines.site.writer import Writer

PAGE = "councils.html"
PEOPLE_PAGE = "people.html"
# Seats on one page of people
MOST_LISTED = 2_500
# The newest seats and meetings on the page of a council; the pages of boards have all.
MOST_SEATS = 400
MOST_MEETINGS = 200
COUNCILS = """
select councils.* replace (coalesce(councils.region, 'Region not known') as region),
    coverage.named_in_papers, coverage.covered_by_statement,
    coverage.said_to_have_had_none, coverage.never_seen, coverage.as_of,
    coverage.covered_by_paper_id, coverage.covered_by_locator
from councils
left join peer_challenge_coverage as coverage using (council_id)
order by councils.region, councils.name, councils.council_id
"""
SUCCESSIONS = """
select council_id, successor_council_id, changed_on
from council_successions
order by changed_on, council_id, successor_council_id
"""
CHALLENGES = """
select * from peer_challenges_by_council
order by council_id, period desc nulls last, challenge_type, locator
"""
SEATS = """
select memberships.*, councillors.name, boards.name as board_name
from board_memberships as memberships
left join councillors using (councillor_id)
left join boards using (board_id)
order by meeting_year desc, board_name, name, memberships.councillor_id
"""
MARKS = """
select * from attendance
where council_id is not null
order by meeting_date desc, meeting_id, councillor_name, councillor_id
"""
STATEMENTS = """
select statements.*, councils.council_id,
    coalesce(programme_id, programme_name, 'Unnamed programme') as key
from programme_participation as statements
join councils on statements.dimension_value in (councils.council_id, councils.name)
where statements.dimension = 'council'
order by period desc nulls last, programme_name, locator
"""


def write_councils(published: Published, sources: Sources, writer: Writer) -> dict[str, str]:
    """Write the list of councils, a page for each, and the list of people.

    Returns:
        The page that has each person, by councillor_id.
    """
    councils = published.rows(COUNCILS)
    names = {row.council_id: row.name for row in councils}
    successions = published.rows(SUCCESSIONS)
    later = group_by(successions, "council_id")
    earlier = group_by(successions, "successor_council_id")
    challenges = published.by("council_id", CHALLENGES)
    statements = published.by("council_id", STATEMENTS)
    seats = published.rows(SEATS)
    marks = published.by("council_id", MARKS)
    for row in (row for found in challenges.values() for row in found):
        row.link = sources.words(row)
    for row in (row for found in statements.values() for row in found):
        row.link = sources.statement(row)
    for row in seats:
        row.link = sources.cell(membership_key(row)) or sources.words(row)
    for row in (row for found in marks.values() for row in found):
        row.link = sources.cell(attendance_key(row)) or sources.words(row)
    by_council = group_by(seats, "council_id")
    for council in councils:
        key = council.council_id
        got = (challenges.get(key, []), statements.get(key, []), by_council.get(key, []))
        if council.covered_by_paper_id:
            council.covered_link = sources.words_at(
                council.covered_by_paper_id,
                council.covered_by_locator,
                council.covered_by_statement or "",
            )
        writer.page(
            council_page(key),
            "council.html.j2",
            f"{council.name}: {_title(*got)}",
            council=council,
            names=names,
            later=later.get(key, []),
            earlier=earlier.get(key, []),
            challenges=got[0],
            statements=got[1],
            seats=got[2][:MOST_SEATS],
            meetings=_meetings(marks.get(key, []))[:MOST_MEETINGS],
            more=max(0, len(_meetings(marks.get(key, []))) - MOST_MEETINGS),
        )
        council.got = _title(*got) if any(got) else ""
    some = sum(bool(council.got) for council in councils)
    writer.page(
        PAGE,
        "councils.html.j2",
        f"The papers say something of {some:,} of {len(councils):,} councils, past and present",
        regions=group_by(councils, "region"),
    )
    return _write_people(seats, writer)


def _meetings(marks: list[Row]) -> list[Row]:
    """The meetings that somebody of a council was expected at, newest first."""
    return [row for row in marks if row.status in ("present", "apologies", "absent")]


def _title(challenges: list[Row], statements: list[Row], seats: list[Row]) -> str:
    parts = []
    if challenges:
        count = len(challenges)
        parts.append(numbered(count, "peer challenge", "peer challenges"))
    if statements:
        parts.append(numbered(len(statements), "statement on a programme", "on programmes"))
    if seats:
        people = len({row.councillor_id for row in seats})
        boards = sorted({row.board_name or row.board_id for row in seats})
        parts.append(f"{numbered(people, 'member', 'members')} on the {listed(boards)}")
    return ", ".join(parts) or "the papers do not name it"


def _write_people(seats: list[Row], writer: Writer) -> dict[str, str]:
    people = sorted(group_by(seats, "councillor_id").values(), key=_surname)
    several = [found for found in people if len({row.board_id for row in found}) > 1]
    title = (
        f"{numbered(len(people), 'person has', 'people have')} had a seat on a board, "
        f"{len(several):,} on more than one"
    )
    most = max(1, MOST_LISTED * len(people) // (len(seats) or 1))
    pages = writer.listing(
        PEOPLE_PAGE, "people.html.j2", title, people, most, several=several[: most // 2]
    )
    return {found[0].councillor_id: page for found, page in zip(people, pages, strict=True)}


def _surname(seats: list[Row]) -> tuple[str, str]:
    name = seats[0].name or seats[0].councillor_id
    return name.rpartition(" ")[2].lower(), name
