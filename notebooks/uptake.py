# /// script
# requires-python = ">=3.11"
# dependencies = ["marimo>=0.20", "duckdb>=1.4", "altair>=5", "pandas>=2"]
# ///
"""Uptake of the leadership programmes: choose a breakdown and a programme, see numbers and words.

Run `marimo edit --sandbox notebooks/uptake.py`; BOARDPAPERS_WAREHOUSE names the warehouse.
"""

import marimo

app = marimo.App(width="medium", app_title="Uptake of programmes")


@app.cell
def _():
    import os

    import altair as alt
    import duckdb
    import marimo as mo

    return alt, duckdb, mo, os


@app.cell
def _(duckdb, os):
    warehouse = os.environ.get("BOARDPAPERS_WAREHOUSE", "data/warehouse/boardpapers.duckdb")
    connection = duckdb.connect(warehouse, read_only=True)
    # What a figure can be broken down by: the mart, and its column
    breakdowns = {
        "region": ("uptake_by_region", "region"),
        "political group": ("uptake_by_party", "political_group"),
        "type of council": ("uptake_by_council_type", "council_type"),
    }
    programmes = {
        name: programme_id
        for programme_id, name in connection.execute(
            "select distinct programme_id, programme_name from uptake_by_region order by 2"
        ).fetchall()
    }
    return breakdowns, connection, programmes


@app.cell
def _(breakdowns, mo, programmes):
    every = next((name for name, key in programmes.items() if key == "all"), None)
    breakdown = mo.ui.dropdown(breakdowns, value="region", label="by")
    programme = mo.ui.dropdown(programmes, value=every, label="programme")
    mo.hstack([breakdown, programme], justify="start")
    return breakdown, programme


@app.cell
def _(breakdown, connection, programme):
    mart, column = breakdown.value
    uptake = connection.execute(
        f"""
        select period, {column} as part, councillors, uptake_per_100, councillors_as_of, proof
        from {mart}
        where programme_id = $programme
        order by uptake_per_100 desc nulls last, part
        """,
        {"programme": programme.value},
    ).df()
    return column, uptake


@app.cell
def _(alt, column, mo, uptake):
    bars = (
        alt.Chart(uptake)
        .mark_bar()
        .encode(
            x=alt.X("uptake_per_100", title="councillors for each 100 in post"),
            y=alt.Y("part", title=column.replace("_", " "), sort="-x"),
            tooltip=["part", "councillors", "uptake_per_100", "period", "proof"],
        )
    )
    mo.vstack([bars, uptake])
    return (bars,)


@app.cell
def _(connection, mo, programme):
    # Every figure leads to the printed cells that it is made of.
    cells = connection.execute(
        """
        select dimension_value as part, councillors, source_path, locator, quote
        from uptake_sources
        where $programme in (programme_id, 'all')
        order by part, locator
        """,
        {"programme": programme.value},
    ).df()
    mo.accordion({"The printed cells": cells})
    return (cells,)


if __name__ == "__main__":
    app.run()
