"""Documents as the real command makes them, and what a reader of HTML or Markdown sees in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from support import EXAMPLES, REPOSITORY, tcplan

DOCUMENTS = {
    "northmoor-stage-1": ("stage1", EXAMPLES, None),
    "northmoor-stage-2": ("stage2", EXAMPLES, None),
    "northmoor-stage-3": ("stage3", EXAMPLES, None),
    "northmoor-phase-3": ("plan", EXAMPLES, "2026-06-30"),
    "durham-phase-2": ("plan", REPOSITORY / "plans" / "durham", "2026-06-30"),
    "harper-adams-2025": ("plan", REPOSITORY / "plans" / "harper-adams", "2026-06-30"),
}
PAPERS = {
    "northmoor-progress": ("progress", EXAMPLES, "2026-06-18"),
    "durham-progress": ("progress", REPOSITORY / "plans" / "durham", "2026-06-30"),
}
"""Papers for a meeting: they list what other documents print in full."""

VOID = frozenset({"meta", "br", "hr", "img"})


@cache
def rendered(name: str, to: str) -> str:
    """One of the documents that the tests look at."""
    what, path, as_of = {**DOCUMENTS, **PAPERS}[name]
    return render(what, path, "--to", to, *(("--as-of", as_of) if as_of else ()))


def render(what: str, path: Path, *options: str) -> str:
    """What `tcplan render` prints."""
    result = tcplan("render", what, path, *options)
    assert result.returncode == 0, result.stderr
    return result.stdout


@dataclass
class Element:
    """One element of a page."""

    tag: str
    attrs: dict[str, str]
    parent: "Element | None" = None
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, as it is in the source."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attrs.get("class", "").split()

    def walk(self) -> Iterator["Element"]:
        """It and everything in it, in order."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.walk()

    def all_text(self, tag: str, class_: str) -> list[str]:
        """The words of all elements of a tag with a class inside it."""
        return [" ".join(one.text.split()) for one in self.walk() if one.tag == tag and class_ in one.classes]


class Page(HTMLParser):
    """A page as a tree; a tag that is not closed where it should be is an error."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._here = self.root
        self.feed(text)
        self.close()
        assert self._here is self.root, f"<{self._here.tag}> is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {name: value or "" for name, value in attrs}, self._here)
        self._here.parts.append(element)
        if tag not in VOID:
            self._here = element

    def handle_endtag(self, tag: str) -> None:
        """Close the element."""
        assert tag == self._here.tag, f"</{tag}> closes <{self._here.tag}>"
        assert self._here.parent is not None
        self._here = self._here.parent

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self._here.parts.append(data)

    def handle_comment(self, data: str) -> None:
        """Nothing is said in comments but what `tcplan verify` reads."""
        assert re.fullmatch(r" tcplan [A-Za-z0-9+/=_-]+ ", data), data

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """All elements of a tag, or of a tag with a class."""
        return [one for one in self.root.walk() if one.tag == tag and (not class_ or class_ in one.classes)]


def markdown_tokens(text: str) -> list[Token]:
    """A document as a reader of Markdown with tables sees it, one that would let HTML through."""
    return MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table").parse(text)


def leaves(tokens: list[Token]) -> Iterator[Token]:
    """The tokens and those inside them."""
    for token in tokens:
        yield token
        yield from leaves(token.children or [])


def plain(tokens: list[Token]) -> str:
    """The words of Markdown, on one line."""
    words = [
        " " if token.type in ("softbreak", "hardbreak") or token.block else token.content
        for token in leaves(tokens)
        if token.type in ("text", "code_inline", "softbreak", "hardbreak") or (token.block and token.type != "inline")
    ]
    code = [token.content for token in tokens if token.type in ("fence", "code_block")]
    return " ".join(("".join(words) + " ".join(code)).split())


def marked(text: str, word: str) -> int:
    """How many labels of a Markdown document begin with a word: only its own are in two underscores."""
    inlines = [token.children or [] for token in markdown_tokens(text) if token.type == "inline"]
    return sum(
        one.type == "strong_open" and one.markup == "__" and re.match(rf"{word}( |:|$)", following.content) is not None
        for children in inlines
        for one, following in pairwise(children)
    )


def tables(text: str) -> Iterator[list[list[str]]]:
    """The tables of a Markdown document: the words of their cells, row by row, with the heading first."""
    rows: list[list[str]] = []
    for token in markdown_tokens(text):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(plain(token.children or []))
        elif token.type == "table_close":
            yield rows
            rows = []


def reviewed_rows(text: str) -> list[dict[str, str]]:
    """The reviewed entries in the tables of a Markdown document."""
    found = []
    for head, *rows in tables(text):
        if head[:2] == ["No.", "Promised"]:
            found += [dict(zip(head, row, strict=True)) for row in rows]
    return found


def action_rows(text: str) -> list[dict[str, str]]:
    """The actions in the tables of a Markdown document, their cells by the heading of the column."""
    found = []
    for head, *rows in tables(text):
        if head[:2] == ["No.", "Action"]:
            found += [dict(zip(head, row, strict=True)) for row in rows]
    return found
