"""The site of the sample papers: every link ends, every figure leads to its words."""

import json
import re
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.notation.numbers import find_counts
from pipelines.runtime.errors import FolderNotOurs, InputMissing, WarehouseUnusable
from pipelines.site.site import write_site
from tests.unit.site.html_page import Element, HtmlPage, read_page, target_of

Pages = dict[str, HtmlPage]

MOST_BYTES = 1_000_000
MOST_BYTES_OF_THE_FRONT_PAGE = 200_000
# A whole number as pages print it
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def links(pages: Pages) -> list[tuple[str, Element]]:
    return [(path, link) for path, page in pages.items() for link in page.all("a")]


def test_every_link_ends_somewhere(pages: Pages, site: Path) -> None:
    anchors = {path: page.with_id() for path, page in pages.items()}
    broken = []
    for path, link in links(pages):
        target, anchor = target_of(path, link.attributes["href"])
        is_there = target in pages or (site / target).is_file()
        if not is_there or (anchor and anchor not in anchors[target]):
            broken.append((path, link.attributes["href"]))
    assert broken == []


def test_every_page_can_be_reached_from_the_front_page(pages: Pages) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for link in pages[path].all("a"):
            target, _ = target_of(path, link.attributes["href"])
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert set(pages) - reached == set()


def test_no_page_needs_anything_from_outside(site: Path, pages: Pages) -> None:
    outside = [
        (path, name, element.attributes[name])
        for path, page in pages.items()
        for element in page.elements
        for name in ("href", "src", "action", "srcset")
        if "//" in element.attributes.get(name, "") or element.attributes.get(name, "")[:1] == "/"
    ]
    assert outside == []
    for asset in (site / "assets").iterdir():
        text = asset.read_text(encoding="utf-8")
        assert re.findall(r"https?://|@import|url\(|fetch\(|XMLHttpRequest", text) == [], asset


def test_no_page_is_too_large(site: Path, pages: Pages) -> None:
    large = [path for path in pages if (site / path).stat().st_size > MOST_BYTES]
    assert large == []
    front = [site / "index.html", *(site / "assets").iterdir()]
    assert sum(file.stat().st_size for file in front) < MOST_BYTES_OF_THE_FRONT_PAGE


def test_every_page_nests_and_has_its_heads(pages: Pages) -> None:
    for path, page in pages.items():
        assert page.faults == [], path
        assert [element.attributes.get("lang") for element in page.all("html")] == ["en-GB"], path
        assert [bool(element.words) for element in page.all("h1")] == [True], path
        levels = [int(each.tag[1]) for each in page.elements if re.fullmatch(r"h[1-6]", each.tag)]
        assert [step for step in pairwise(levels) if step[1] > step[0] + 1] == [], path
        names = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
        assert len(names) == len(set(names)), path
        assert [each for each in page.all("a") if not each.words] == [], path
        heads = [each for each in page.all("th") if "scope" not in each.attributes]
        assert heads == [], path


def shown_number(link: Element) -> str | None:
    """The one number that a link shows; None if it shows another thing."""
    numbers = NUMBER.findall(link.words)
    is_plain = re.fullmatch(r"(?:(?:over|about|at least|up to) )?[\d,]+(?: [a-z ]+)?", link.words)
    return numbers[0] if is_plain and len(numbers) == 1 else None


def test_every_figure_leads_to_the_cell_or_number_that_it_was_read_from(pages: Pages) -> None:
    anchors = {path: page.with_id() for path, page in pages.items()}
    followed, rows, wrong = 0, 0, []
    for path, link in links(pages):
        target, anchor = target_of(path, link.attributes["href"])
        number = shown_number(link)
        if number is None or not target.startswith("papers/"):
            continue
        if anchors[target][anchor].tag not in ("td", "mark"):
            rows += 1
            continue
        followed += 1
        words = anchors[target][anchor].words
        counts = [f"{count.value:,}" for count in find_counts(words)]
        if counts != [number]:
            wrong.append((path, number, words))
    assert followed > 300
    # Words that hold a number twice are shown without choosing one.
    assert rows < 10
    assert wrong == []


def test_every_number_of_a_report_is_a_link_or_says_that_it_is_calculated(pages: Pages) -> None:
    """A cell of figures has a link to a paper or to the page that has its parts."""
    plain = []
    for path in ("uptake.html", "uptake/years.html", "peer-challenges.html", "programmes.html"):
        page = pages[path]
        linked = {id(parent) for link in page.all("a") for parent in link.parents}
        cells = [
            each for each in page.all("td") if each.has("number") or "style" in each.attributes
        ]
        plain += [
            (path, cell.words)
            for cell in cells
            if NUMBER.search(cell.words) and not cell.has("calculated") and id(cell) not in linked
        ]
    assert plain == []


def test_what_was_read_names_the_pages_that_use_it(pages: Pages) -> None:
    """The way back: the block that a figure of the uptake page leads to links to that page."""
    targets = {
        target_of("uptake.html", link.attributes["href"])[0]
        for link in pages["uptake.html"].all("a")
        if "papers/" in link.attributes["href"] and "." in link.attributes["href"].split("#")[-1]
    }
    assert len(targets) == 1
    (paper,) = targets
    back = [link.attributes["href"] for link in pages[paper].all("a")]
    assert "../uptake.html" in back


def test_a_title_says_what_was_found(pages: Pages) -> None:
    assert pages["uptake.html"].all("h1")[0].words == (
        "No councillor from Wales is on Leadership Essentials, but 31 of the 92 on Leadership "
        "Academy are from Wales (2014/15)"
    )


def test_the_same_warehouse_gives_the_same_bytes(
    sample_warehouse: Path, site: Path, tmp_path: Path
) -> None:
    written = write_site(sample_warehouse, tmp_path)
    assert written.front_page == tmp_path / "index.html"
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*.*")}
    again = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert files == again


def test_pages_that_are_not_needed_go_and_other_files_stay(
    empty_warehouse: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    write_site(empty_warehouse, out)
    (out / "papers").mkdir()
    for name in ("papers/gone.html", "notes.txt"):
        (out / name).write_text("words")
    manifest = out / "boardpapers-site.txt"
    manifest.write_text(manifest.read_text() + "papers/gone.html\n../w.duckdb\n")
    write_site(empty_warehouse, out)
    assert not (out / "papers/gone.html").exists()
    assert (out / "notes.txt").read_text() == "words"
    assert empty_warehouse.exists()


def test_a_fault_on_the_way_leaves_the_site_before_as_it_was(
    empty_warehouse: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    write_site(empty_warehouse, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    with duckdb.connect(str(empty_warehouse)) as connection:
        connection.execute("insert into papers (paper_id, label) values ('new', 'New')")
        connection.execute("drop table quality_findings")
    with pytest.raises(WarehouseUnusable):
        write_site(empty_warehouse, out)
    kept = {path: path.read_bytes() for path in out.rglob("*") if path in before}
    assert kept == before


def test_a_warehouse_without_rows_gives_pages_that_say_so(
    empty_warehouse: Path, tmp_path: Path
) -> None:
    write_site(empty_warehouse, tmp_path / "out")
    for path, words in (
        ("uptake.html", "No figures of uptake have been read"),
        ("attendance.html", "No paper says who came"),
        ("actions.html", "No action is open"),
        ("papers.html", "No paper has been read."),
    ):
        assert words in (tmp_path / "out" / path).read_text(encoding="utf-8")


def test_words_of_papers_are_words_and_no_markup(empty_warehouse: Path, tmp_path: Path) -> None:
    hostile = '</p><script>alert(1)</script><a href="/index.html#x">x</a> & co'
    with duckdb.connect(str(empty_warehouse)) as connection:
        connection.execute(
            "insert into papers (paper_id, label, title, source_url, page_count) "
            "values ('aa', ?, ?, 'javascript:alert(1)', 1)",
            [hostile, hostile],
        )
        connection.execute(
            "insert into passages (paper_id, passage_no, block_no, locator, kind, text) "
            "values ('aa', 1, 1, 'l1', 'paragraph', ?)",
            [hostile],
        )
    write_site(empty_warehouse, tmp_path / "out")
    page = read_page((tmp_path / "out/papers/aa.html").read_text(encoding="utf-8"))
    (passage,) = (each for each in page.all("p") if each.has("passage"))
    assert (page.faults, passage.words) == ([], hostile)
    assert [link for link in page.all("a") if "javascript" in link.attributes["href"]] == []
    assert [each.attributes for each in page.all("script")] == [
        {"src": "../assets/site.js", "defer": ""}
    ]


def test_the_command_prints_the_front_page(empty_warehouse: Path, tmp_path: Path) -> None:
    arguments = ["site", "--warehouse", str(empty_warehouse), "--out", str(tmp_path / "out")]
    run = CliRunner().invoke(main, arguments)
    assert (run.exit_code, run.stdout) == (0, f"{tmp_path / 'out' / 'index.html'}\n")
    run = CliRunner().invoke(main, [*arguments, "--json"])
    pages = len(list((tmp_path / "out").rglob("*.html")))
    front_page = str(tmp_path / "out" / "index.html")
    assert json.loads(run.stdout) == {"front_page": front_page, "pages": pages}


def test_a_folder_with_pages_of_others_is_left_alone(empty_warehouse: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("ours")
    with pytest.raises(FolderNotOurs) as raised:
        write_site(empty_warehouse, out)
    assert str(raised.value) == (
        f"{out} has a page index.html that boardpapers did not write. "
        "Nothing was written. Name another folder, or empty this one."
    )
    assert [path.name for path in out.iterdir()] == ["index.html"]


def test_a_warehouse_that_is_not_there_or_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputMissing):
        write_site(tmp_path / "w.duckdb", tmp_path / "out")
    (tmp_path / "w.duckdb").write_text("words")
    with pytest.raises(WarehouseUnusable):
        write_site(tmp_path / "w.duckdb", tmp_path / "out")
    assert not (tmp_path / "out").exists()
