"""A page as a tree of elements; tags that are not closed are closed as browsers do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import Final

from tcplan.importing.readers.archive import too_large

MAX_DEPTH: Final = 100
MAX_ELEMENTS: Final = 300_000
_LONGEST_TAG: Final = 100_000

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements that have no content, and so no end."""

_ROWS: Final = frozenset({"tr", "tbody", "thead", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset", "figure", "footer"}
    | {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section"}
    | {"table", "ul"}
)

_CLOSED_BY: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    **{tag: (frozenset({"p"}), frozenset({"td", "th", "li", "div", "table"})) for tag in _BLOCKS},
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "td", "th"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    **dict.fromkeys(_CELLS, (_CELLS, frozenset({"table", "tr"}))),
    "tr": (_CELLS | {"tr"}, frozenset({"table"})),
    **dict.fromkeys(_ROWS - {"tr"}, (_CELLS | _ROWS, frozenset({"table"}))),
}
"""Which open elements the start of another closes, and within which element: a list in an item closes none outside."""


@dataclass(slots=True)
class HtmlElement:
    """An element with what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[HtmlElement | str]" = field(default_factory=list)

    def elements(self) -> "Iterator[HtmlElement]":
        """The elements directly in it."""
        return (child for child in self.children if isinstance(child, HtmlElement))

    def walk(self) -> "Iterator[HtmlElement]":
        """The element and all below it, in the order of the page."""
        yield self
        for child in self.elements():
            yield from child.walk()

    def text(self) -> str:
        """All letters in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def classes(self) -> list[str]:
        """The words of its `class`, in small letters."""
        return self.attributes.get("class", "").lower().split()


def parse_html(text: str) -> HtmlElement:
    """The tree of a page."""
    builder = _TreeBuilder()
    text = _bogus_pattern().sub(lambda found: found[1] or "", _picture_pattern().sub("data:", text))
    end = text.rfind(">") + 1
    if any(len(found[0]) > _LONGEST_TAG for found in _tag_pattern().finditer(text, 0, end)):
        raise too_large("it has a tag without end")
    builder.feed(text[:end])
    builder.handle_data(unescape(text[end:]))  # tags without end: the parser would try each of them up to the end
    builder.close()
    return builder.root


class _TreeBuilder(HTMLParser):
    """Builds the tree; elements deeper than any page has are put into the deepest that is allowed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = HtmlElement("")
        self._open = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise too_large("it has more elements than a plan can have")
        if tag in _CLOSED_BY:
            self._close_implied(*_CLOSED_BY[tag])
        node = HtmlElement(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID and len(self._open) < MAX_DEPTH:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML a slash at the end of a tag says nothing.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return
            if self._open[at].tag in _CELLS and tag not in _ROWS | _CELLS | {"table"}:
                return  # the end of something outside of this cell

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close_implied(self, closed: frozenset[str], within: frozenset[str]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            tag = self._open[at].tag
            if tag in within:
                return
            if tag in closed:
                del self._open[at:]


@cache
def _picture_pattern() -> re.Pattern[str]:
    # Pictures that are in the page itself: megabytes in an attribute.
    return re.compile(r"data:[a-z0-9/+.;=-]{1,60},[^\"'\s>]{1,}", re.IGNORECASE)


@cache
def _tag_pattern() -> re.Pattern[str]:
    return re.compile("<[a-zA-Z][^>]*>")


@cache
def _bogus_pattern() -> re.Pattern[str]:
    # Comments, `<![if !supportLists]>`, `<!DOCTYPE ...>`, `<?xml ...?>`: nothing in them is shown, and some of them the
    # standard library's parser cannot read. The first group is kept: a style sheet may stand in a comment.
    return re.compile(
        r"(<(script|style)\b[^>]{0,1000}>.*?(?:</\2\s{0,9}>|\Z))|<!--.*?(?:--!?>|\Z)|<![^>]{0,1000}>|<\?[^>]{0,1000}>",
        re.DOTALL | re.IGNORECASE,
    )
