"""The page and its CSV files, read as a reader and a spreadsheet read them."""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from pipelines.reports.writing import ReportPaths, write_reports
from pipelines.runtime.errors import InputMissing, WarehouseUnusable
from tests.unit.reports.report_page import Page

Build = Callable[[dict[str, list[tuple[object, ...]]]], Path]
Rows = dict[str, list[tuple[object, ...]]]

# What a page could load from elsewhere: src="...", href="other.css", url(...), @import
LOADS = re.compile(r"\bsrc\s*=|\burl\(|@import|<link|<script|<img|<iframe|https?:", re.IGNORECASE)


BOUNDS = (
    "All programmes by region and political group: lowest to highest possible count, and an "
    "estimate"
)


def written(warehouse: Path, out: Path) -> str:
    return write_reports(warehouse, out).uptake.read_text(encoding="utf-8")


def test_writes_one_page_and_a_csv_for_each_mart(warehouse: Path, tmp_path: Path) -> None:
    out = tmp_path / "reports" / "autumn"

    assert write_reports(warehouse, out) == ReportPaths(
        uptake=out / "uptake.html",
        uptake_by_region=out / "uptake_by_region.csv",
        uptake_by_party=out / "uptake_by_party.csv",
        uptake_by_council_type=out / "uptake_by_council_type.csv",
        uptake_region_by_party_bounds=out / "uptake_region_by_party_bounds.csv",
        programme_trend=out / "programme_trend.csv",
    )
    assert sorted(path.name for path in out.iterdir()) == [
        "programme_trend.csv",
        "uptake.html",
        "uptake_by_council_type.csv",
        "uptake_by_party.csv",
        "uptake_by_region.csv",
        "uptake_region_by_party_bounds.csv",
    ]


def test_answers_in_the_first_sentence(warehouse: Path, tmp_path: Path) -> None:
    page = Page(written(warehouse, tmp_path))

    assert (
        "2031/32, figures as of 5 November 2031 5 councillors had signed up for or attended a "
        "leadership programme: 3.3 for each 100 councillors in post. 150 councillors were in post."
    ) in page.text


def test_tables_hold_each_figure_of_the_marts_with_totals(warehouse: Path, tmp_path: Path) -> None:
    page = Page(written(warehouse, tmp_path))

    heads = ["First Steps", "Next steps", "All programmes", "Share of all", "In post"]
    assert page.table("Councillors on leadership programmes by region") == [
        ["Region", "Councillors", "For each 100 in post", "In post"],
        ["Upland", "4", "4.0", "100"],
        ["Lowland", "1", "2.0", "50"],
    ]
    assert page.table("Councillors on each programme by region") == [
        ["Region", *heads, "For each 100 in post"],
        ["Upland", "3", "1", "4", "80%", "100", "4.0"],
        ["Lowland", "1", "0", "1", "20%", "50", "2.0"],
        ["Total", "4", "1", "5", "100%", "150", "3.3"],
    ]
    assert page.table("Councillors on each programme by political group") == [
        ["Political group", *heads, "For each 100 in post"],
        ["Blue", "3", "0", "3", "60%", "60", "5.0"],
        ["Green", "1", "1", "2", "40%", "90", "2.2"],
        ["Total", "4", "1", "5", "100%", "150", "3.3"],
    ]
    assert page.table("Councillors on each programme by council type") == [
        ["Council type", *heads, "For each 100 in post"],
        ["District", "3", "1", "4", "80%", "150", "2.7"],
        ["Fire", "1", "0", "1", "20%", "–not known", "–not known"],
        ["Total", "4", "1", "5", "100%", "150", "3.3"],
    ]


def test_region_by_group_shows_bounds_and_calls_an_estimate_one(
    warehouse: Path, tmp_path: Path
) -> None:
    page = Page(written(warehouse, tmp_path))

    assert "period-1-crossed" in page.ids
    assert page.table(BOUNDS) == [
        ["Region", "Blue", "Green"],
        ["Lowland", "0 to 1 ≈ 0.9", "0 to 1 ≈ 0.1"],
        ["Upland", "2 to 3 ≈ 2.1", "1 to 2 ≈ 1.9"],
    ]
    assert "The second, after ≈, is an estimate and no count." in page.text
    assert "Source of the seats: Register of seats 2031." in page.text


def test_without_seats_the_estimate_is_that_of_greatest_entropy(
    build: Build, rows: Rows, tmp_path: Path
) -> None:
    mart = "uptake_region_by_party_bounds"
    rows[mart] = [(*row[:12], None, None, *row[14:]) for row in rows[mart]]

    page = Page(written(build(rows), tmp_path))

    assert page.table(BOUNDS)[1] == ["Lowland", "0 to 1 ≈ 0.6", "0 to 1 ≈ 0.4"]
    assert "since the seats of the year are not known" in page.text


def test_without_bounds_there_is_no_table_of_them(build: Build, rows: Rows, tmp_path: Path) -> None:
    rows["uptake_region_by_party_bounds"] = []

    page = Page(written(build(rows), tmp_path))

    assert "period-1-crossed" not in page.ids
    assert BOUNDS not in page.captions


def test_shows_programmes_whose_year_before_is_known(warehouse: Path, tmp_path: Path) -> None:
    page = Page(written(warehouse, tmp_path))

    assert page.table("Programmes whose number of the year before is known") == [
        ["Programme", "Counted", "Year", "Number", "Year before", "Change"],
        ["Next Steps", "Councillors, took part", "2031/32 (part)", "7", "9", "−2"],
        ["First Steps", "Town councils, took part", "2030/31", "over 1,200", "1,000", "about +200"],
    ]


def test_says_what_a_number_in_post_leaves_out(build: Build, rows: Rows, tmp_path: Path) -> None:
    note = "Councillors in post leave out Hill Council."
    rows["uptake_by_region"] = [
        (*row[:11], note if row[4] == "Upland" else None, row[12])
        for row in rows["uptake_by_region"]
    ]

    page = Page(written(build(rows), tmp_path))

    assert "Upland: Councillors in post leave out Hill Council." in page.text


def test_totals_equal_the_marts(warehouse: Path, tmp_path: Path) -> None:
    page = Page(written(warehouse, tmp_path))

    with duckdb.connect(str(warehouse), read_only=True) as connection:
        found = connection.execute(
            "select cast(sum(councillors) as varchar) from uptake_by_region "
            "group by programme_id order by programme_id = 'all', programme_id"
        ).fetchall()
    total = page.table("Councillors on each programme by region")[-1]
    assert total[1:4] == [councillors for (councillors,) in found]


def test_each_figure_links_to_the_words_it_was_read_from(warehouse: Path, tmp_path: Path) -> None:
    html = written(warehouse, tmp_path)

    # The row of Lowland stands second in the paper, and all its figures link to that note.
    row = html[html.index('<tr><th scope="row">Lowland</th>') :].split("</tr>")[0]
    assert 'href="#source-2">1</a>' in row
    note = html[html.index('<li id="source-2"') :].split("</li>")[0]
    assert 'data-locator="p3:l41">page 3, line 41</span>' in note
    assert "<h3>Autumn &lt;b&gt;pack&lt;/b&gt;</h3>" in html
    assert "File autumn pack.txt, paper 00aa00aa00aa00aa" in html


def test_every_link_leads_somewhere_and_every_id_stands_once(
    warehouse: Path, tmp_path: Path
) -> None:
    page = Page(written(warehouse, tmp_path))

    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    # Three charts, three tables of two lines, two programmes and a total: and each is linked.
    assert sum(link.startswith("#source-") for link in page.links) == 1 + 3 * (2 + 9)


def test_escapes_what_papers_say(warehouse: Path, tmp_path: Path) -> None:
    html = written(warehouse, tmp_path)

    assert "<script" not in html
    assert "=Lowland &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co 1 0 1" in html


def test_loads_nothing_from_elsewhere(warehouse: Path, tmp_path: Path) -> None:
    assert LOADS.findall(written(warehouse, tmp_path)) == []


def test_every_header_cell_has_a_scope_and_every_table_a_caption(
    warehouse: Path, tmp_path: Path
) -> None:
    page = Page(written(warehouse, tmp_path))

    assert set(page.scopes) == {"row", "col"}
    assert len(page.captions) == len(page.tables) == 8


def test_says_why_a_rate_is_missing(warehouse: Path, tmp_path: Path) -> None:
    page = Page(written(warehouse, tmp_path))

    assert (
        "No rate for Fire. Members sit on other councils. The rate of the total sets all 5 "
        "councillors, those without a rate of their own included, against all 150 in post. "
        "Source of the councillors in post: Register of seats 2031."
    ) in page.text


def test_says_when_a_printed_total_differs(build: Build, rows: Rows, tmp_path: Path) -> None:
    # The paper prints 6 where the rows of the first programme add up to 4.
    rows["uptake_sources"] = [
        (*row[:7], 6, *row[8:]) if row[2:7:4] == ("first-steps", "total") else row
        for row in rows["uptake_sources"]
    ]

    page = Page(written(build(rows), tmp_path))

    message = "First Steps: the rows add up to 4, the paper prints a total of 6."
    assert page.text.count(message) == 3


def test_says_when_the_tables_do_not_agree(build: Build, rows: Rows, tmp_path: Path) -> None:
    rows["uptake_by_party"] = [row for row in rows["uptake_by_party"] if row[4] != "Green"]

    page = Page(written(build(rows), tmp_path))

    assert (
        "The tables do not agree on the total: 5 by region, 3 by political group, "
        "5 by council type."
    ) in page.text


def test_gives_each_period_its_section_newest_first(
    build: Build, rows: Rows, tmp_path: Path
) -> None:
    for mart, found in rows.items():
        if mart == "programme_trend":
            continue
        found += [("2030/31", None, *row[2:]) for row in found]
        assert len(found) % 2 == 0, mart

    page = Page(written(build(rows), tmp_path))

    assert page.text.index("2031/32, figures as of 5 November 2031") < page.text.index(
        "2030/31, figures as of an unstated date"
    )
    assert "period-2-region" in page.ids


def test_gives_no_rate_where_seats_are_not_known_for_all(
    build: Build, rows: Rows, tmp_path: Path
) -> None:
    for mart in ("uptake_by_region", "uptake_by_party", "uptake_by_council_type"):
        rows[mart] = [(*row[:7], *[None] * 5, row[12]) for row in rows[mart]]

    page = Page(written(build(rows), tmp_path))

    assert (
        "5 councillors had signed up for or attended a leadership programme. "
        "No rate can be given: the number of councillors in post is not known for every row."
    ) in page.text
    assert (
        "No rate for Upland, Lowland. The number of councillors in post is not known." in page.text
    )


def test_links_a_sum_without_printed_total_to_its_parts(
    build: Build, rows: Rows, tmp_path: Path
) -> None:
    rows["uptake_sources"] = [row for row in rows["uptake_sources"] if row[2] != "all"]

    html = written(build(rows), tmp_path)

    row = html[html.index('<tr><th scope="row">Upland</th>') :].split("</tr>")[0]
    assert 'href="#source-1">4</a>' in row


KEY = "° one reading only: nothing in the papers confirms this figure."


def test_marks_figures_of_one_reading_and_sums_made_of_them(
    build: Build, rows: Rows, tmp_path: Path
) -> None:
    rows["uptake_by_region"] = [
        (*row[:12], "single") if row[2:5:2] == ("next-steps", "Upland") else row
        for row in rows["uptake_by_region"]
    ]

    page = Page(written(build(rows), tmp_path))

    once = "1° (one reading only)"
    assert page.table("Councillors on each programme by region")[1:] == [
        ["Upland", "3", once, "4", "80%", "100", "4.0"],
        ["Lowland", "1", "0", "1", "20%", "50", "2.0"],
        ["Total", "4", once, "5", "100%", "150", "3.3"],
    ]
    assert "°" not in str(page.table("Councillors on each programme by political group"))
    # Below the period's first figures, the chart and the table of regions
    assert page.text.count(KEY) == 3


def test_marks_what_follows_from_figures_of_one_reading(
    build: Build, rows: Rows, tmp_path: Path
) -> None:
    for mart in ("uptake_region_by_party_bounds", "programme_trend"):
        rows[mart][0] = (*rows[mart][0][:-1], "single")

    page = Page(written(build(rows), tmp_path))

    assert page.table(BOUNDS)[1][1:] == ["0 to 1 ≈ 0.9° (one reading only)", "0 to 1 ≈ 0.1"]
    trend = page.table("Programmes whose number of the year before is known")
    assert [line[-1] for line in trend[1:]] == ["−2° (one reading only)", "about +200"]
    assert page.text.count(KEY) == 1
    assert "nothing in the papers confirms one of the two numbers, or both." in page.text


def test_without_figures_of_one_reading_there_is_no_mark_and_no_key(
    warehouse: Path, tmp_path: Path
) -> None:
    html = written(warehouse, tmp_path)

    assert html.count("°") == 1
    assert "A figure with the sign ° was read once" in html


def test_says_so_when_there_are_no_figures(build: Build, tmp_path: Path) -> None:
    paths = write_reports(build({}), tmp_path)

    page = Page(paths.uptake.read_text(encoding="utf-8"))
    assert "The warehouse holds no figures on the uptake of leadership programmes." in page.text
    assert page.tables == []
    assert paths.uptake_by_region.read_text(encoding="utf-8").count("\n") == 1


def test_same_warehouse_gives_same_bytes(warehouse: Path, tmp_path: Path) -> None:
    first = write_reports(warehouse, tmp_path / "first")
    second = write_reports(warehouse, tmp_path / "second")

    for name in ReportPaths.__dataclass_fields__:
        assert getattr(first, name).read_bytes() == getattr(second, name).read_bytes()


def test_leaves_the_warehouse_as_it_was(warehouse: Path, tmp_path: Path) -> None:
    before = warehouse.read_bytes()

    write_reports(warehouse, tmp_path / "out")

    assert warehouse.read_bytes() == before


def test_refuses_a_warehouse_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "none.duckdb"

    with pytest.raises(InputMissing) as refused:
        write_reports(missing, tmp_path / "out")

    assert str(refused.value) == (
        f"The warehouse {missing} is not there. Run `boardpapers refresh` first."
    )
    assert not (tmp_path / "out").exists()


def test_refuses_a_file_without_marts(tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table pebbles (weight integer)")

    with pytest.raises(WarehouseUnusable, match="its uptake marts cannot be read"):
        write_reports(other, tmp_path / "out")

    assert not (tmp_path / "out").exists()
