"""What pages of uptake say in their titles, and how they set years side by side."""

from dataclasses import replace

from pipelines.reports.figures import Breakdown, Figure, Line, Period, Programme
from pipelines.reports.marts import DIMENSIONS
from pipelines.site.pages.uptake import finding, heat_map
from pipelines.site.pages.uptake_years import compare_years


def line(label: str, figures: list[int | None], in_post: int | None = None) -> Line:
    total = sum(number or 0 for number in figures)
    rate = 100 * total / in_post if in_post else None
    cells = tuple(Figure(number) for number in figures)
    return Line(label, cells, Figure(total), None, in_post, rate, None)


def period(*lines: Line) -> Period:
    columns = list(zip(*(each.figures for each in lines), strict=True))
    sums = tuple(Figure(sum(cell.value or 0 for cell in column)) for column in columns)
    total = Figure(sum(each.total.value or 0 for each in lines))
    breakdown = Breakdown(DIMENSIONS[0], lines, sums, total, None, None, (), ())
    programmes = (Programme("first", "First Steps"), Programme("next", "Next Steps"))
    return Period("2031/32", None, programmes, (breakdown,), None)


def test_a_region_that_is_missing_from_a_programme_is_named_with_where_it_is() -> None:
    found = finding(period(line("Lowland", [40, 10]), line("Upland", [0, 30])))
    assert found == (
        "No councillor from Upland is on First Steps, but 30 of the 40 on Next Steps are from "
        "Upland"
    )


def test_a_zero_that_few_would_fill_is_no_title() -> None:
    found = finding(period(line("Lowland", [40, 10], 1000), line("Upland", [3, 0], 100)))
    assert found == (
        "Lowland has 5.0 councillors on the programmes for each 100 in post, Upland 3.0"
    )


def test_without_rates_the_number_is_the_title() -> None:
    assert finding(period(line("Lowland", [40, 10]))) == (
        "50 councillors had signed up for or attended a leadership programme"
    )


def test_the_strongest_colour_is_the_highest_rate_and_no_rate_has_none() -> None:
    (breakdown,) = period(line("Lowland", [4, 1], 100), line("Upland", [4, None])).breakdowns
    shown = [
        [(cell.figure.value, cell.rate, cell.heat) for cell in each.cells]
        for each in heat_map(breakdown)
    ]
    assert shown == [
        [(4, 4.0, "1.000"), (1, 1.0, "0.250")],
        [(4, None, "0.000"), (None, None, "0.000")],
    ]


def test_years_are_set_side_by_side_and_the_newest_day_of_a_year_counts() -> None:
    after = replace(period(line("Lowland", [4, 1], 100)), period="2032/33")
    newest, older = period(line("Upland", [2, 2])), period(line("Upland", [1, 1]))
    (table,) = compare_years([after, newest, older])
    shown = [
        (label, [cell and (cell.total.value, cell.rate) for cell in cells])
        for label, cells in table.lines
    ]
    assert (table.years, shown) == (
        ("2031/32", "2032/33"),
        [("Lowland", [None, (5, 5.0)]), ("Upland", [(4, None), None])],
    )


def test_one_year_is_not_compared() -> None:
    assert compare_years([period(line("Lowland", [4, 1]))]) == ()
