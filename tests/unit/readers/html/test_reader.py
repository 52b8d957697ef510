import pytest

from pipelines.documents import Block, Document, Kind
from pipelines.readers.html.reader import read_html

MEETING_PAGE = """\
<!DOCTYPE html>
<!-- saved from url=(0043)https://meetings.example.org/list.aspx?Id=7 -->
<html lang="en"><head><meta charset="utf-8">
<title>Agenda for Harbour &amp; Coast Board on Tuesday, 4 May 2027, 10.30 am</title>
<style>.mgItemTable { width: 100% }</style><script>document.write("<p>never seen</p>")</script>
</head><body>
<header><a href="/">Seaham Bay</a></header>
<div class="breadcrumb"><ul><li>Home</li><li><a href="x">Meetings</a></li></ul></div>
<div class="mgContent" id="modgov">
<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Harbour &amp; Coast Board - Tuesday, 4th May, 2027
  10.30 am</h2>
<ul class="mgActionList"><li><a href="a">Attendance details</a></li></ul>
<p><span class="mgLabel">Venue:</span>&nbsp;<a href="v">Caf&eacute; Room</a></p>
<table class="mgItemTable"><caption>Items</caption>
<tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">3.</p></td>
<td><p class="mgAiTitleTxt"><a>Dredging plan<span class="mgFileSize"> PDF 96 KB</span></a></p>
<p class="mgSubItemTitleTxt">Decision:</p>
<div class="mgWordPara"><p>The Board <b>agr</b>eed the plan.</p><ul><li>Buoys first.</li></ul></div>
</td></tr>
</table></div>
<div class="mgFooter">Contact us</div>
</body></html>
"""


def page(body: str) -> Document:
    return read_html(f"<html><body>{body}</body></html>".encode())


def table_texts(block: Block) -> list[list[list[str]]]:
    return [[[p.text for p in cell.paragraphs] for cell in row.cells] for row in block.rows]


def test_meeting_page_of_a_committee_system():
    document = read_html(MEETING_PAGE.encode())

    assert document.media_type == "text/html"
    assert document.title == "Agenda for Harbour & Coast Board on Tuesday, 4 May 2027, 10.30 am"
    assert document.source_url == "https://meetings.example.org/list.aspx?Id=7"
    assert not document.is_paged
    assert [(b.kind, b.level, b.text, b.span.locator) for b in document.blocks] == [
        (Kind.HEADING, 1, "Agenda and minutes", "l10"),
        (Kind.HEADING, 2, "Harbour & Coast Board - Tuesday, 4th May, 2027 10.30 am", "l11-l12"),
        (Kind.PARAGRAPH, 0, "Venue: Café Room", "l14"),
        (Kind.PARAGRAPH, 0, "Items", "l15"),
        (Kind.TABLE, 0, "No. Item", "l16-l20"),
    ]
    assert table_texts(list(document.blocks)[-1]) == [
        [["No."], ["Item"]],
        [["3."], ["Dredging plan", "Decision:", "The Board agreed the plan.", "Buoys first."]],
    ]
    assert [passage.text for passage in document.furniture] == [
        "Seaham Bay",
        "Home",
        "Meetings",
        "Attendance details",
        "PDF 96 KB",
        "Contact us",
    ]


def test_lines_are_what_is_visible_of_each_source_line():
    document = read_html(
        b"<h1>Ship&shy;ping\n  <i>lanes</i></h1>\r\n<script>x\n</script><p>R&D now"
    )
    assert document.pages[0].lines == ("Shipping", "lanes", "", "R&D now")
    assert [block.text for block in document.blocks] == ["Shipping lanes", "R&D now"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "<tr><th colspan=2>Fees<th>Year<tr><td>Quay<td>4<td>2027",
            [[["Fees"], [], ["Year"]], [["Quay"], ["4"], ["2027"]]],
            id="colspan leaves blanks beside it",
        ),
        pytest.param(
            "<tr><td rowspan=3>Quay<td>4<tr><td>5<tr><td>6",
            [[["Quay"], ["4"]], [[], ["5"]], [[], ["6"]]],
            id="rowspan leaves blanks below it",
        ),
        pytest.param(
            "<tr><td>Pilot<td rowspan=2>9<tr><td>Tug",
            [[["Pilot"], ["9"]], [["Tug"], []]],
            id="rowspan of the last column",
        ),
        pytest.param(
            "<tr><td colspan=999999999>All fees<tr><td>Quay<td>4",
            [[["All fees"], []], [["Quay"], ["4"]]],
            id="colspan wider than the table",
        ),
        pytest.param(
            "<tr><td>Ann Bee<br>Cy Dee<td><p>Quay<p>Pier",
            [[["Ann Bee", "Cy Dee"], ["Quay", "Pier"]]],
            id="br and p part the paragraphs of a cell",
        ),
        pytest.param(
            "<tr><td> <td>&nbsp;</tr><tr><td>Ann Bee<td>",
            [[["Ann Bee"], []]],
            id="a row without words is left out",
        ),
        pytest.param(
            "<tr><td rowspan=0>Ann Bee<td colspan=x>Quay",
            [[["Ann Bee"], ["Quay"]]],
            id="spans that are no numbers",
        ),
        pytest.param(
            "<tr><td><div class=breadcrumb>Home<td>Ann Bee<td>Quay",
            [[[], ["Ann Bee"], ["Quay"]]],
            id="furniture that its cell ends",
        ),
    ],
)
def test_tables(rows, expected):
    (table,) = page(f"<table>{rows}</table>").blocks
    assert table_texts(table) == expected


def test_table_within_a_table_follows_it():
    outer, inner, after = page(
        "<table><tr><td>1.<td>Fees<table><tr><td>Quay<td>4<tr><td>Pier<td>5</table>agreed"
        "<tr><td>2.<td>Tides</table><p>End"
    ).blocks
    assert table_texts(outer) == [[["1."], ["Fees", "agreed"]], [["2."], ["Tides"]]]
    assert outer.rows[0].passage.text == "1. Fees Quay 4 Pier 5 agreed"
    assert table_texts(inner) == [[["Quay"], ["4"]], [["Pier"], ["5"]]]
    assert after.text == "End"


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param("<table><tr><td>{}</td></tr></table>", id="one column"),
        pytest.param("<table><tr><td></td><td>{}</td></tr></table>", id="one row around a table"),
        pytest.param("<table role=presentation><tr><td>{}<td>&nbsp;</table>", id="says so"),
    ],
)
def test_table_that_lays_out_the_page_is_no_table(frame):
    content = "<h2>Fees</h2><table><tr><td>Quay<td>4<tr><td>Pier<td>5</table>"
    heading, table = page(frame.format(content)).blocks
    assert (heading.kind, heading.level, heading.text) == (Kind.HEADING, 2, "Fees")
    assert table_texts(table) == [[["Quay"], ["4"]], [["Pier"], ["5"]]]


@pytest.mark.parametrize(
    ("style", "table", "row", "cell"),
    [
        pytest.param("", 'role="grid"', 'role="row"', 'role="gridcell"', id="roles"),
        pytest.param(
            "",
            'style="display: table"',
            'style="width: 9em; display:table-row"',
            'style="display: table-cell;"',
            id="styles",
        ),
        pytest.param(
            ".fees { margin: 0; display: table } .fee{display:table-row;} "
            ".part{ display : TABLE-CELL !important; margin: 0 }",
            'class="wide fees"',
            'class="fee"',
            'class="part"',
            id="classes of the style sheet",
        ),
    ],
)
def test_elements_that_are_shown_as_a_table_are_one(style, table, row, cell):
    body = (
        f"<style>{style}</style><div><div {table}>"
        f"<div {row}><div {cell}><div>Ann Bee</div><div>Cy Dee</div></div><div {cell}>Quay</div>"
        f"</div><div {row}><span {cell}>Eff Gee</span><div {cell}></div></div></div>After</div>"
    )
    found, after = page(body).blocks
    assert table_texts(found) == [[["Ann Bee", "Cy Dee"], ["Quay"]], [["Eff Gee"], []]]
    assert (after.kind, after.text) == (Kind.PARAGRAPH, "After")


def test_definition_list_is_a_table_of_terms():
    (table,) = page("<dl><dt>Date:<dd>4 May<dt>Present:<dd>Ann Bee<dd>Cy Dee<dt>Notes</dl>").blocks
    assert table_texts(table) == [
        [["Date:"], ["4 May"]],
        [["Present:"], ["Ann Bee", "Cy Dee"]],
        [["Notes"]],
    ]


def test_headings_lists_and_paragraphs():
    document = page(
        "loose words<h3>Two<br>lines</h3><ol><li>One<br>more<ul><li><p>inner</p><p>next</ul></ol>"
        "<p>first<br>second<pre>a\nb</pre>"
    )
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        (Kind.PARAGRAPH, 0, "loose words"),
        (Kind.HEADING, 3, "Two lines"),
        (Kind.LIST_ITEM, 0, "1. One more"),
        (Kind.LIST_ITEM, 0, "inner"),
        (Kind.PARAGRAPH, 0, "next"),
        (Kind.PARAGRAPH, 0, "first"),
        (Kind.PARAGRAPH, 0, "second"),
        (Kind.PARAGRAPH, 0, "a"),
        (Kind.PARAGRAPH, 0, "b"),
    ]


@pytest.mark.parametrize(
    ("page_list", "expected"),
    [
        pytest.param(
            "<ol><li>Apologies<li>The pier</ol>", ["1. Apologies", "2. The pier"], id="numbers"
        ),
        pytest.param(
            "<ol start=4><li>Dues<li value=7>The pier<li>The quay</ol>",
            ["4. Dues", "7. The pier", "8. The quay"],
            id="numbers of its own",
        ),
        pytest.param(
            "<ol type=a><li>Dues<li>The pier</ol>", ["(a) Dues", "(b) The pier"], id="letters"
        ),
        pytest.param(
            "<ol><li>Dues<ol><li>Tolls</ol><li>The pier<ul><li>Planks</ul></ol>",
            ["1. Dues", "Tolls", "2. The pier", "Planks"],
            id="a list within a list has none",
        ),
        pytest.param("<ul><li>Dues</ul><ol><li><p>Tolls</ol>", ["Dues", "1. Tolls"], id="bullets"),
    ],
)
def test_numbers_that_a_browser_counts_are_in_the_text_and_not_in_the_quote(page_list, expected):
    blocks = list(page(page_list).blocks)
    assert [block.text for block in blocks] == expected
    assert [block.passage.quote() for block in blocks] == [
        text.split(" ", 1)[1] if text[0] in "(123456789" else text for text in expected
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("<template><p>x</p></template>", id="template"),
        pytest.param("<noscript>x</noscript>", id="noscript"),
        pytest.param("<svg><title>x</title><text>x</text></svg>", id="picture"),
        pytest.param("<div hidden>x<div>x</div>x</div>", id="hidden"),
        pytest.param('<span style="color: red; DISPLAY : none">x</span>', id="not displayed"),
        pytest.param("<!-- x -->", id="comment"),
        pytest.param("<![if !ie]><![x[ ]><![endif]>", id="conditional comment"),
    ],
)
def test_what_is_hidden_is_left_out(hidden):
    assert [block.text for block in page(f"<p>Tides{hidden} turn</p>").blocks] == ["Tides turn"]


def test_header_within_the_content_belongs_to_the_paper():
    document = page("<header>Seaham</header><main><header><h1>Tides</h1></header></main>")
    assert [block.text for block in document.blocks] == ["Tides"]
    assert [passage.text for passage in document.furniture] == ["Seaham"]


@pytest.mark.parametrize(
    "frame",
    [
        '<div id="cookie-notice">x</div>',
        '<div id="breadcrumb-holder">x</div>',
        '<div id="mobile-menu-holder"><ul><li>x</li></ul></div>',
        '<ul class="leftnav"><li>x</li></ul>',
        '<a class="sr-only" href="#main">x</a>',
    ],
)
def test_frames_are_told_by_their_names(frame):
    document = page(f"{frame}<p>Tides</p>")
    assert [block.text for block in document.blocks] == ["Tides"]
    assert [passage.text for passage in document.furniture] == ["x"]


@pytest.mark.parametrize("name", ["has-menu", "with-nav", "mgheader", "menus"])
def test_other_names_frame_nothing(name):
    document = page(f'<div class="{name}"><p>Tides</p></div>')
    assert [block.text for block in document.blocks] == ["Tides"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<nav><p>Tides</p>", id="a frame that never ends"),
        pytest.param("<header><p>Tides</p></header>", id="a frame around everything"),
    ],
)
def test_frame_that_holds_the_whole_paper_is_no_frame(body):
    document = page(body)
    assert [block.text for block in document.blocks] == ["Tides"]
    assert list(document.furniture) == []


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("<p>Café – £4".encode(), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + "<p>Café – £4".encode(), id="utf-8 with a mark"),
        pytest.param("\ufeff<p>Café – £4".encode("utf-16-le"), id="utf-16 with a mark"),
        pytest.param("<p>Café – £4".encode("cp1252"), id="windows-1252 unnamed"),
        pytest.param(
            '<meta charset="iso-8859-1"><p>Café – £4'.encode("cp1252"),
            id="windows-1252 named as latin-1",
        ),
        pytest.param(
            "<meta content='text/html; charset=windows-1250'><p>Café – £4".encode(
                "cp1250", "replace"
            ),
            id="named, and another",
        ),
        pytest.param('<meta charset="punycode"><p>Café – £4'.encode(), id="a name that is a slip"),
    ],
)
def test_encodings(data):
    expected = "Café – £4".encode("cp1250", "replace").decode("cp1250")
    texts = [block.text for block in read_html(data).blocks]
    assert texts == [expected if b"1250" in data else "Café – £4"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            '<link rel="canonical" href="https://example.org/a?b=1&amp;c=2">',
            "https://example.org/a?b=1&c=2",
            id="named by the page",
        ),
        pytest.param('<link rel="canonical" href="/a">', None, id="no full address"),
        pytest.param('<link rel="canonical" href="javascript:run()">', None, id="no web address"),
        pytest.param('<link rel="icon" href="https://example.org/i">', None, id="another link"),
    ],
)
def test_source_url(head, expected):
    assert read_html(f"<head>{head}</head><p>Tides".encode()).source_url == expected
