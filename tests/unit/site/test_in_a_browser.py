"""The site in a real browser, opened from a folder: widths, accessibility, links, search, print.

They need Chromium (the system's package `chromium`) and the Python package `playwright`; the check
of accessibility also needs axe-core, whose `axe.min.js` the variable BOARDPAPERS_AXE names.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="needs a browser: pip install playwright"
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("BOARDPAPERS_AXE") or "axe.min.js")
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, TABLET, DESKTOP = 390, 820, 1440
# One page of each kind; of papers, the one with tables and the one of a PDF
PAGES = (
    "index.html",
    "uptake.html",
    "uptake/years.html",
    "attendance.html",
    "attendance/improvement-programme-board-2010-11.html",
    "peer-challenges.html",
    "decisions.html",
    "actions.html",
    "councils.html",
    "councils/hertfordshire-county-council.html",
    "boards/improvement-programme-board.html",
    "meetings/improvement-and-innovation-board-2014-10-13.html",
    "programmes/leadership-academy.html",
    "budgets.html",
    "people.html",
    "plans.html",
    "papers/dc8e7b71d7822390.html",
    "papers/bffca0a15c1fc9f9.html",
    "quality.html",
    "search.html",
    "help.html",
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs a browser: no chromium here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
def test_nothing_is_wider_than_the_screen_or_cut_off_without_a_sign(
    browser: Any, site: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path in PAGES:
        page.goto((site / path).as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        unsigned = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => "
            "e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible' "
            "&& !e.classList.contains('cut') && !e.classList.contains('unseen')).length"
        )
        if wide > 0 or unsigned:
            faults.append(f"{path}: {wide} px too wide, {unsigned} cut off")
    page.close()
    assert faults == []


@pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core: BOARDPAPERS_AXE names no file")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Any, site: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": PHONE, "height": 900})
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto((site / path).as_uri())
        page.evaluate(AXE.read_text(encoding="utf-8"))
        options = {"runOnly": AXE_RULES, "preload": False}
        result = page.evaluate("options => axe.run(document, options)", options)
        if result["violations"]:
            found[path] = [each["id"] for each in result["violations"]]
    context.close()
    assert found == {}


def test_a_figure_opens_its_table_with_the_one_cell_marked_and_back_leads_back(
    browser: Any, site: Path
) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 900})
    page.goto((site / "uptake.html").as_uri())
    page.locator(".heat td a", has_text="31").first.click()
    marked = page.locator(":target")
    assert (marked.inner_text(), marked.is_visible()) == ("31", True)
    assert page.locator("tr:has(:target) th").inner_text() == "Wales"
    box = marked.bounding_box()
    assert 0 < box["x"] < PHONE
    assert 0 < box["y"] < 900
    page.get_by_role("button", name="Back to where you were").click()
    page.wait_for_url("**/uptake.html")
    page.close()


def test_search_finds_words_and_phrases_without_a_server(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("searchbox").fill('"better care fund"')
    page.get_by_role("button", name="Search").click()
    page.wait_for_selector("#results li")
    texts = page.locator("#results li").all_inner_texts()
    assert len(texts) > 0
    assert [text for text in texts if "better care fund" not in text.lower()] == []
    page.locator("#results a").first.click()
    assert "better care fund" in page.locator(":target").inner_text().lower()
    page.goto((site / "search.html").as_uri() + "?q=hertfordshire")
    page.wait_for_selector("#results li")
    assert page.locator("#results a").first.inner_text() == "Hertfordshire County Council"
    page.close()


def test_a_printed_page_has_no_part_cut_off(browser: Any, site: Path, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 686, "height": 900})
    page.emulate_media(media="print")
    faults = []
    for path in PAGES:
        page.goto((site / path).as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            faults.append((path, wide))
    page.close()
    assert faults == []
