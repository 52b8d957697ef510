"""A page for each programme with all its statements, the list of them, and the budgets."""

from pipelines.reports.wording import counted, numbered
from pipelines.site.addresses import programme_page, slug
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.tables import budget_key
from pipelines.site.writer import Writer

PAGE = "programmes.html"
PLANS_PAGE = "plans.html"
BUDGETS_PAGE = "budgets.html"
# Statements on one page, each with its words.
MOST_STATEMENTS = 700
# Cells of a budget on one page
MOST_CELLS = 3_000
STATEMENTS = """
select statements.*, coalesce(programme_id, programme_name, 'Unnamed programme') as key
from programme_participation as statements
order by
    programme_name, period desc nulls last, dimension = 'total' desc, dimension, dimension_value,
    unit, status, participants, paper_id, locator
"""
# One row a number worth adding up: a number that several papers repeat is there once.
BY_YEAR = """
select *, coalesce(programme_id, programme_name, 'Unnamed programme') as key
from participation_statements
order by
    programme_name, period desc nulls last, status = 'planned', participants desc, unit, status
"""
PLANNED_CHALLENGES = """
select * from peer_challenges
where status in ('planned', 'offered')
order by period desc nulls last, challenge_type, paper_id, locator
"""
BUDGETS = """
select * from budget_lines
order by financial_year desc nulls last, paper_id, table_no, row_no, column_no
"""


def write_programmes(published: Published, sources: Sources, writer: Writer) -> None:
    """Write the pages of programmes, of plans and of budgets."""
    rows = published.rows(STATEMENTS)
    by_year = published.rows(BY_YEAR)
    for row in (*rows, *by_year):
        row.link = sources.statement(row)
    years = group_by(by_year, "key")
    by_key = group_by(rows, "key")
    registered = {row.programme_id: row for row in published.rows("select * from programmes")}
    names = {key: found[0].programme_name or key for key, found in by_key.items()}
    names |= {key: row.name for key, row in registered.items()}
    for key, name in names.items():
        programme = registered.get(key)
        _write_programme(key, name, programme, by_key.get(key, []), years.get(key, []), writer)
    writer.page(
        PAGE,
        "programmes.html.j2",
        f"{numbered(len(by_key), 'programme has', 'programmes have')} numbers in the papers",
        names=dict(sorted(names.items(), key=lambda item: item[1].lower())),
        statements=by_key,
    )
    _write_plans(published, sources, writer, rows)
    _write_budgets(published, sources, writer)


def _write_programme(
    key: str,
    name: str,
    programme: Row | None,
    rows: list[Row],
    by_year: list[Row],
    writer: Writer,
) -> None:
    writer.listing(
        programme_page(key),
        "programme.html.j2",
        f"{name}: {_newest(by_year) or 'the papers give no number'}",
        rows,
        MOST_STATEMENTS,
        name=name,
        programme=programme,
        years=group_by(by_year[:MOST_STATEMENTS], "period"),
    )


def _newest(by_year: list[Row]) -> str | None:
    """The greatest number of the newest year in words; plans do not count."""
    actual = [row for row in by_year if row.status != "planned" and row.period]
    if not actual:
        return "no number of a year" if by_year else None
    newest = max(actual, key=lambda row: (row.period, row.participants))
    return f"{counted(newest.participants, newest.qualifier, newest.unit)} in {newest.period}"


def _write_plans(published: Published, sources: Sources, writer: Writer, rows: list[Row]) -> None:
    plans = [row for row in rows if row.status == "planned"]
    challenges = published.rows(PLANNED_CHALLENGES)
    for row in challenges:
        row.link = sources.words(row, row.challenges)
    writer.page(
        PLANS_PAGE,
        "plans.html.j2",
        f"{numbered(len(plans), 'plan', 'plans')} for programmes, "
        f"{len(challenges):,} for peer challenges",
        plans=plans[:MOST_STATEMENTS],
        challenges=challenges[:MOST_STATEMENTS],
    )


def _write_budgets(published: Published, sources: Sources, writer: Writer) -> None:
    tables: dict[tuple[str, int], list[Row]] = {}
    for row in published.rows(BUDGETS):
        row.link = sources.cell(budget_key(row)) or sources.words(row)
        tables.setdefault((row.paper_id, row.table_no), []).append(row)
    pages = {key: f"budgets/{slug(f'{key[0]}-{key[1]}')}.html" for key in tables}
    for key, rows in tables.items():
        columns = {row.column_no: row.column_name for row in sorted(rows, key=_column)}
        title = f"{rows[0].table_title or 'Budget'}, {rows[0].financial_year or 'year not given'}"
        lines = list(group_by(rows, "row_no").values())
        most = max(1, MOST_CELLS // len(columns))
        writer.listing(pages[key], "budget.html.j2", title, lines, most, columns=columns)
    years = sorted({rows[0].financial_year for rows in tables.values() if rows[0].financial_year})
    span = (
        f"from {years[0]} to {years[-1]}" if len(years) > 1 else f"of {years[0]}" if years else ""
    )
    writer.page(
        BUDGETS_PAGE,
        "budgets.html.j2",
        f"{numbered(len(tables), 'budget table', 'budget tables')} {span}".strip(),
        tables=tables,
        pages=pages,
    )


def _column(row: Row) -> int:
    return int(row.column_no)
