"""What is known of a page while it is read: its styles, what is left out of it, and how many tables it has had."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.html.styles import PageStyles

_ROLES: Final = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "row": "tr",
    "rowgroup": "tbody",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
    "list": "ul",
    "listitem": "li",
    "heading": "p",
    "navigation": "nav",
}
"""What an element is for those who hear the page; some pages make tables of elements without a meaning of their own."""

_WHEELS: Final = frozenset({"div", "span", "p", "section", "article", "ul", "ol", "li"})


@dataclass
class HtmlPage:
    """A page while it is read."""

    styles: PageStyles
    has_hidden: bool = False
    has_navigation: bool = False
    tables: int = 0
    _paragraphs: int = 0
    _left_out: set[int] = field(default_factory=set)
    _panels: dict[int, str] = field(default_factory=dict)
    _notes: dict[int, str] = field(default_factory=dict)
    has_panels: bool = False

    def kind_of(self, node: HtmlElement) -> str:
        """The tag that an element counts as."""
        role = node.attributes.get("role", "").lower()
        return _ROLES.get(role, node.tag) if role and node.tag in _WHEELS else node.tag

    def skips(self, node: HtmlElement) -> bool:
        """Whether an element is left out: it is hidden, is the navigation of the site, or has been read already."""
        if id(node) in self._left_out:
            return True
        if self.kind_of(node) == "nav":
            self.has_navigation = True
            return True
        if not self.styles.is_unseen(node):
            return False
        if id(node) in self._panels and not self.styles.is_unseen_tag(node):
            self.has_panels = True
            return False
        self.has_hidden = self.has_hidden or (node.tag not in _WITHOUT_WORDS and bool(node.text().strip()))
        return True

    def leave_out(self, nodes: Iterable[HtmlElement]) -> None:
        """Leave elements out from now on."""
        self._left_out.update(map(id, nodes))

    def show_panels(self, titles: dict[int, str]) -> None:
        """Read the parts that a tab or a button shows, each with a title or none, also those that are hidden now."""
        self._panels = titles

    def hang_notes(self, marks: dict[int, str]) -> None:
        """Know the marks of notes, each with its note."""
        self._notes = marks

    def note_of(self, node: HtmlElement) -> str | None:
        """The note that a mark leads to, empty where it is not on the page; None for what is no mark."""
        return self._notes.get(id(node))

    def title_of(self, node: HtmlElement) -> str:
        """What the tab or button of a part says, where that is its only heading."""
        return self._panels.get(id(node), "")

    def heading_of(self, node: HtmlElement) -> int:
        """The level of a heading that is none by its tag; 0 for what is no heading."""
        if node.attributes.get("role", "").lower() == "heading":
            level = node.attributes.get("aria-level", "2")
            return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
        return 1 if "msotitle" in node.classes() else 0

    def list_style_of(self, node: HtmlElement) -> str:
        """The kind of numbers of a list: `a`, `upper-roman`, `none`."""
        declared = self.styles.declarations_of(node)
        style = declared.get("list-style-type") or declared.get("list-style", "").partition(" ")[0]
        if style == "none" and node.tag == "ol" and _google_pattern().search(node.attributes.get("class", "")):
            return "1"  # its numbers are made by rules of the page
        return node.attributes.get("type", "").strip() or style

    def list_level_of(self, node: HtmlElement) -> int:
        """How many lists a list is nested in, where only its class says so; 0 where that says nothing."""
        found = _google_pattern().search(node.attributes.get("class", ""))
        return int(found[1]) if found else 0

    def count_paragraph(self) -> int:
        """The number of the next paragraph outside of tables."""
        self._paragraphs += 1
        return self._paragraphs

    def count_table(self) -> int:
        """The number of the next table."""
        self.tables += 1
        return self.tables


_WITHOUT_WORDS: Final = frozenset(
    {"head", "title", "script", "style", "template", "noscript", "svg", "datalist", "iframe"}
)


@cache
def _google_pattern() -> re.Pattern[str]:
    return re.compile(r"lst-kix_\w+-([0-8])\b")
