"""Web papers of any shape, made of the words that papers are made of."""

from html import escape

from hypothesis import strategies as st

WORDS = (
    "Harbour Programme Board",
    "Note of decisions taken",
    "Date: Friday 3 March 2017",
    "Date of next meeting: 31 April 2017",
    "Members agreed the plan.",
    "Attendance 2016/17",
    "Apologies",
    "Cllr Ann Beecham (Leeds City Council)",
    "Labour (2)",
    "09/09/16",
    "17/11/16",
    "YES",
    "NO",
    "Region",
    "LA",
    "Total",
    "North East",
    "12",
    "(0.15)",
    "£1.5m",
    "Pay £m",
    "Agenda",
    "1.",
    "Item",
    "Page",
    "Nine leaders attended the Leadership Academy.",
    "A safer communities peer challenge in Kent saved £45k per annum.",
    "",
    "  &nbsp; ",
    "é\u202e\u0301",
)
CELLS = st.sampled_from(WORDS)
PARAGRAPHS = st.builds(
    lambda tag, words: f"<{tag}>{escape(words)}</{tag}>",
    st.sampled_from(("p", "h1", "h3", "li", "div")),
    CELLS,
)
ROWS = st.lists(CELLS, min_size=1, max_size=7).map(
    lambda cells: "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
)
TABLES = st.lists(ROWS, min_size=1, max_size=8).map(
    lambda rows: "<table>" + "".join(rows) + "</table>"
)
WEB_PAPERS = st.lists(st.one_of(PARAGRAPHS, TABLES), min_size=1, max_size=20).map(
    lambda blocks: "<!DOCTYPE html><html><body>" + "\n".join(blocks) + "</body></html>"
)
