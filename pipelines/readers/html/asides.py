"""Parts of a web page that are not read: hidden parts, and the frame around the paper."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.readers.symbols import EMPTY, TICKED

Attributes = Mapping[str, str]

LONGEST_NAME = 12  # characters: a picture with a longer name is no sign

HIDDEN_TAGS = frozenset(
    {
        *("script", "style", "template", "noscript", "iframe", "object", "svg", "math"),
        *("audio", "video", "s", "strike", "del"),
    }
)
FURNITURE_TAGS = frozenset({"nav", "select", "button", "textarea"})
# Head and foot of the page; within the content they belong to the paper itself
HEAD_AND_FOOT_TAGS = frozenset({"header", "footer"})
CONTENT_TAGS = frozenset({"main", "article"})
FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search"})
# Class names and ids of page frames; the mg ones are those of a committee system
_NAMES = (
    "breadcrumb breadcrumbs cookie-banner mgactionlist mgbreadcrumb mgbreadcrumbs mgfilesize "
    "mgfooter navbar navigation page-footer page-header site-footer site-header "
    "skip-link skiplink"
)
FURNITURE_NAMES = frozenset(_NAMES.split())
# cookie-notice, breadcrumb-holder, mobile-menu-holder, leftnav, sr-only: not has-menu, with-nav
FRAME_NAME = re.compile(
    r"^(?:(?:(?!has|with|no|is)[a-z]++[-_])?(?:cookies?|breadcrumbs?|crumbs|nav|navbar|menu)"
    r"(?:[-_](?:holder|bar|banner|notice|list|container|wrapper|message|consent|popup|links?))?"
    r"|(?:left|right|top|sub|side)(?:nav|menu)|sr-only|visually-?hidden|skip(?:-?to-?content)?)"
)
# Tags that a class, a role or a style may set aside: always closed, and not part of a table
FRAMES = frozenset({"a", "aside", "div", "form", "ol", "section", "span", "ul"})


@dataclass(slots=True)
class Enclosure:
    """A stretch of the page from a start tag to its end tag, counted over tags of that name."""

    tag: str
    depth: int = 1

    def opens(self, tag: str) -> None:
        """Record a start tag within."""
        self.depth += tag == self.tag

    def closes(self, tag: str) -> bool:
        """Record an end tag within; return whether it ends the stretch."""
        self.depth -= tag == self.tag
        return self.depth == 0


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether a page hides the content of these tags.

    >>> is_hidden("div", {"style": "display: none"})
    True
    """
    if tag in HIDDEN_TAGS:
        return True
    style = attributes.get("style", "").replace(" ", "").casefold()
    return tag in FRAMES and ("hidden" in attributes or "display:none" in style)


def shown_in_cell(tag: str, attributes: Attributes) -> str:
    """What a box to tick, a field or a small picture shows in a cell of a table.

    >>> shown_in_cell("input", {"type": "checkbox", "checked": ""})
    '☑'
    """
    kind = attributes.get("type", "text").casefold()
    if tag == "img":
        name = attributes.get("alt", "").strip()
        return name if len(name) <= LONGEST_NAME else ""
    if tag != "input":
        return ""
    if kind in ("checkbox", "radio"):
        return TICKED if "checked" in attributes else EMPTY
    return attributes.get("value", "") if kind in ("text", "number", "date") else ""


def is_furniture(tag: str, attributes: Attributes, *, in_content: bool) -> bool:
    """Whether the content of these tags is a frame around the paper.

    >>> is_furniture("div", {"class": "wide breadcrumb"}, in_content=False)
    True
    """
    if tag in FURNITURE_TAGS:
        return True
    if tag in HEAD_AND_FOOT_TAGS:
        return not in_content
    if tag not in FRAMES:
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".casefold().split()
    if attributes.get("role", "").casefold() in FURNITURE_ROLES:
        return True
    return any(name in FURNITURE_NAMES or FRAME_NAME.fullmatch(name) for name in names)
