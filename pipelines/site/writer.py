"""Writes pages: fills templates, makes links relative, keeps which page links to which words."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import relpath
from typing import Any

from jinja2 import Environment

from pipelines.reports import wording
from pipelines.reports.charts import draw_chart
from pipelines.reports.writing import TEMPLATES as REPORT_TEMPLATES
from pipelines.runtime.errors import FolderNotOurs
from pipelines.runtime.html_templates import html_environment
from pipelines.runtime.places import PACKAGE
from pipelines.site import addresses

TEMPLATES = PACKAGE / "site" / "templates"
# The files that the last site in a folder had, one a line: those that no page needs now go.
MANIFEST = "boardpapers-site.txt"
FRONT_PAGE = "index.html"
# Where the pages are until all of them are written
UNFINISHED = ".unfinished"
# A link within the site, as templates write it. Text of papers cannot look like one: the template
# engine escapes its quotation marks.
LINK = re.compile(r'(href|src|action|data-root)="/([^"#?]*)([#?][^"]*)?"')


@dataclass(slots=True)
class Writer:
    """Writes the pages of one site below a folder.

    Attributes:
        backlinks: For each page and anchor that another page links to, the titles of these pages
            by path, in the order in which they were written.
        pages: Path and title of each page, in that order.
    """

    out: Path
    shared: dict[str, Any]
    backlinks: dict[str, dict[str, str]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    _files: set[str] = field(default_factory=set)
    _environment: Environment = field(default_factory=lambda: _make_environment())

    def page(self, path: str, template: str, title: str, **values: Any) -> None:
        """Write a page.

        Args:
            path: From the root of the site, as in `addresses`.
            template: Name of the template.
            title: What the page says, in one line.
            values: What the template shows.
        """
        html = self._environment.get_template(template).render(
            self.shared, path=path, title=title, **values
        )
        self.pages[path] = title
        self.file(path, LINK.sub(lambda match: self._link(match, path, title), html))

    def listing(
        self, path: str, template: str, title: str, rows: Sequence[Any], most: int, **values: Any
    ) -> list[str]:
        """Write a list on as many pages as it needs; it has one page even if it is empty.

        The template shows `rows`, those of its page, and `paths`, the pages of the list.

        Args:
            path: The first page; the others have numbers behind its name.
            template: Name of the template.
            title: The title of each page.
            rows: The whole list.
            most: How many rows a page may have.
            values: What else the template shows.

        Returns:
            The page of each row.
        """
        count = max(1, -(-len(rows) // most))
        stem = path.removesuffix(".html")
        paths = [path, *(f"{stem}-{number}.html" for number in range(2, count + 1))]
        for number, each in enumerate(paths):
            shown = rows[number * most : (number + 1) * most]
            self.page(each, template, title, rows=shown, paths=paths, **values)
        return [paths[number // most] for number in range(len(rows))]

    def drawing(self, path: str, template: str, **values: Any) -> None:
        """Write a drawing to download; it links nowhere."""
        self.file(path, self._environment.get_template(template).render(**values))

    def filter(self, name: str, function: Callable[..., Any]) -> None:
        """Let templates call a function by name."""
        self._environment.filters[name] = function

    def file(self, path: str, text: str) -> None:
        """Write a file that is no page; it comes to its place when the site is finished."""
        target = self.out / UNFINISHED / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        self._files.add(path)

    def finish(self) -> None:
        """Put the files in their places, and delete what the site before had and this one has not.

        Until then the site before stays as it is, so that a fault on the way leaves it whole.
        """
        before = _listed(self.out / MANIFEST)
        self.file(MANIFEST, "".join(f"{path}\n" for path in sorted(self._files)))
        for path in sorted(self._files):
            (self.out / path).parent.mkdir(parents=True, exist_ok=True)
            (self.out / UNFINISHED / path).replace(self.out / path)
        for path in before - self._files:
            (self.out / path).unlink(missing_ok=True)
        shutil.rmtree(self.out / UNFINISHED)

    def _link(self, match: re.Match[str], path: str, title: str) -> str:
        attribute, target, anchor = match[1], match[2], match[3] or ""
        if anchor.startswith("#"):
            self.backlinks.setdefault(target + anchor, {}).setdefault(path, title)
        folder = path.rpartition("/")[0]
        relative = relpath(target or ".", folder or ".")
        if attribute == "data-root":
            return f'data-root="{relative}/"'
        return f'{attribute}="{anchor if target == path and anchor else relative + anchor}"'


def open_writer(out: Path, **shared: Any) -> Writer:
    """A writer for a folder, which is created if needed.

    Raises:
        FolderNotOurs: The folder has a front page that no site of ours wrote.
    """
    if (out / FRONT_PAGE).exists() and not (out / MANIFEST).exists():
        raise FolderNotOurs(out, FRONT_PAGE)
    shutil.rmtree(out / UNFINISHED, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    return Writer(out, shared)


def _listed(manifest: Path) -> set[str]:
    """The files that a manifest names; none outside of its folder."""
    if not manifest.exists():
        return set()
    lines = manifest.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("/") and ".." not in line}


def _nothing_for_none(value: object) -> object:
    """What a template shows of a value: a column that is NULL is an empty place, not a word."""
    return "" if value is None else value


def _make_environment() -> Environment:
    environment = html_environment(TEMPLATES, REPORT_TEMPLATES, finalize=_nothing_for_none)
    environment.filters.update(
        {
            name: getattr(wording, name)
            for name in (
                "change",
                "count",
                "counted",
                "day",
                "label",
                "numbered",
                "percent",
                "period_name",
                "place",
                "pounds",
                "qualified",
                "rate",
                "short_day",
            )
        },
        chart=draw_chart,
    )
    environment.globals.update(
        {
            name: getattr(addresses, name)
            for name in (
                "attendance_page",
                "board_page",
                "council_page",
                "decisions_page",
                "meeting_page",
                "paper_page",
                "programme_page",
                "slug",
            )
        }
    )
    return environment
