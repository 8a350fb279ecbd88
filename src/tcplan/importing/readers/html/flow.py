"""The flow of a page: paragraphs, headings, items and tables in the order in which they are shown."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import parse_qs, urlsplit

from tcplan.importing.document import Block, Paragraph, SourceLink, SourcePlace
from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.html.list_numbers import read_start, read_value, write_number
from tcplan.importing.readers.html.page import HtmlPage
from tcplan.importing.readers.html.pieces import (
    LINE_BREAK,
    HtmlPiece,
    ParagraphShape,
    build_paragraphs,
    collapse_blanks,
)
from tcplan.importing.readers.html.word_lists import find_word_item

_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "main"}
    | {"p", "pre", "search", "section", "summary", "caption", "tr", "td", "th", "tbody", "thead", "tfoot", "li"}
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_CHECKS: Final = frozenset({"checkbox", "radio"})


@dataclass(frozen=True)
class _State:
    """What holds for the words of an element because of those around it."""

    heading: int = 0
    depth: int = 0
    number: str = ""  # of the item around it
    is_struck: bool = False
    is_bold: bool = False
    colour: str = ""
    keeps_lines: bool = False


@dataclass
class FlowReader:
    """Reads what is in one container: the page, or a cell.

    Attributes:
        page: The page.
        place: Where the container is.
        read_table: Reads a table in it.
        blocks: What has been read.
    """

    page: HtmlPage
    place: SourcePlace
    read_table: Callable[[HtmlPage, HtmlElement, SourcePlace], list[Block]]
    blocks: list[Block] = field(default_factory=list)
    _pieces: list[HtmlPiece] = field(default_factory=list)
    _links: list[SourceLink] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _panel_level: int = 0
    _mark: ParagraphShape | None = None  # of an item, until its first words

    def read(self, node: HtmlElement) -> tuple[Block, ...]:
        """The blocks in an element."""
        self._read_children(node, self._with_look(node, _State()))
        self._flush(_State())
        return tuple(self.blocks)

    def _read_children(self, node: HtmlElement, state: _State) -> None:
        for child in node.children:
            if isinstance(child, str):
                text = child.replace("\n", LINE_BREAK) if state.keeps_lines else child
                self._add(text, state)
            elif not self.page.skips(child):
                self._read_title(child)
                self._read_element(child, state)

    def _read_title(self, node: HtmlElement) -> None:
        """The heading of a part that a tab shows: one level below the last heading above all such parts."""
        title = self.page.title_of(node)
        if not title:
            return
        self._flush(_State())
        if not self._panel_level:
            levels = [one.heading for one in self.blocks if isinstance(one, Paragraph) and one.heading]
            self._panel_level = min(6, (levels[-1] if levels else 1) + 1)
        place = self.place._replace(line=self.page.count_paragraph())
        self.blocks.append(Paragraph(title, place, heading=self._panel_level))

    def _read_element(self, node: HtmlElement, outer: _State) -> None:
        kind = self.page.kind_of(node)
        state = self._with_look(node, outer)
        if kind == "br":
            self._pieces.append(HtmlPiece(LINE_BREAK))
        elif kind == "table":
            self._flush(outer)
            self.blocks.extend(self.read_table(self.page, node, self.place))
        elif kind in _LISTS:
            self._flush(outer)
            self._read_list(node, kind, state)
        elif kind == "dt":
            self._flush(outer)
            self._read_term(node, state)
        elif kind == "dd":
            self._read_children(node, state)  # its first words are beside those of the term
            self._flush(state)
        elif kind in _HEADINGS or kind in _BLOCKS:
            self._flush(outer)
            self._read_block(node, kind, state)
        elif kind == "a":
            self._read_link(node, state)
        elif kind == "sup" and self._takes_mark(node):
            return
        elif kind in {"input", "select", "img", "textarea"}:
            self._add(_read_control(node, kind), state)
        else:
            self._read_children(node, state)

    def _takes_mark(self, node: HtmlElement) -> bool:
        """Whether an element is the mark of a note; the note then hangs on the paragraph."""
        note = self.page.note_of(node)
        if note:
            self._notes.append(note)
        return note is not None or _is_note_mark(node)

    def _add(self, text: str, state: _State) -> None:
        self._pieces.append(HtmlPiece(text, state.is_struck, state.is_bold, state.colour))

    def _with_look(self, node: HtmlElement, outer: _State) -> _State:
        look = self.page.styles.look_of(node)
        if look == (None, None, None) and node.tag != "pre":
            return outer
        return replace(
            outer,
            is_struck=outer.is_struck if look.is_struck is None else look.is_struck,
            is_bold=outer.is_bold if look.is_bold is None else look.is_bold,
            colour=outer.colour if look.colour is None else look.colour,
            keeps_lines=outer.keeps_lines or node.tag == "pre",
        )

    def _read_block(self, node: HtmlElement, kind: str, state: _State) -> None:
        level = _HEADINGS.get(kind) or self.page.heading_of(node)
        item = find_word_item(node, self.page.styles) if kind == "p" or level else None
        if item:
            self.page.leave_out(item.shown_by)
            self._mark = ParagraphShape(0, item.depth, item.number)
        mark = self._mark
        state = replace(state, heading=level or state.heading)
        self._read_children(node, state)
        self._flush(state)
        if mark and self._mark is mark and (item or kind == "li"):
            self._leave_mark(mark)

    def _read_term(self, node: HtmlElement, state: _State) -> None:
        """The term of a description list, as a label of what comes after it."""
        self._read_children(node, state)
        words = "".join(piece.text for piece in self._pieces).rstrip()
        if words and not words.endswith(":"):
            self._add(": ", state)

    def _leave_mark(self, mark: ParagraphShape) -> None:
        """End an item without words: its number may be all that a cell shows."""
        self._mark = None
        if any(map(str.isalnum, mark.number)):
            self.blocks.append(Paragraph("", self.place, 0, mark.depth, mark.number))

    def _read_list(self, node: HtmlElement, kind: str, state: _State) -> None:
        """The items of a list; Google Docs writes nested lists beside each other, with their level in a class."""
        depth = max(state.depth, self.page.list_level_of(node)) + 1
        style = self.page.list_style_of(node)
        children = [one for one in node.children if isinstance(one, str) or not self.page.skips(one)]
        number = read_start(node, sum(isinstance(one, HtmlElement) and one.tag == "li" for one in children))
        state = replace(state, depth=depth)
        for child in children:
            if isinstance(child, str):
                self._add(child, state)  # words that should be in an item
                continue
            inner = state
            if self.page.kind_of(child) == "li":
                number = read_value(child, number)
                mark = self._number_of(number, style, state) if kind == "ol" else "" if style == "none" else "•"
                self._mark = ParagraphShape(0, depth, mark)
                inner = replace(state, number=mark if kind == "ol" else "")
                number += -1 if "reversed" in node.attributes else 1
            self._read_element(child, inner)
        self._flush(state)

    def _number_of(self, number: int, style: str, state: _State) -> str:
        """The number of an item, after that of the item around it where the page has them so: 1.2."""
        own = write_number(number, style)
        return f"{state.number}{own}" if self.page.styles.has_nested_numbers else own

    def _read_link(self, node: HtmlElement, state: _State) -> None:
        start = len(self._pieces)
        self._read_children(node, state)
        url = _plain_url(node.attributes.get("href", "").strip())
        text = collapse_blanks("".join(piece.text for piece in self._pieces[start:]))
        if url and text:
            self._links.append(SourceLink(text, url))

    def _flush(self, state: _State) -> None:
        """End a paragraph, where there are words for one. The first of an item has its mark, others have none."""
        if any(piece.text.strip() for piece in self._pieces):
            shape = (self._mark or ParagraphShape())._replace(heading=state.heading)
            place = self.place if self.place.row else self.place._replace(line=self.page.count_paragraph())
            self.blocks.extend(build_paragraphs(self._pieces, shape, place, self._links, self._notes))
            self._mark = None
        self._pieces, self._links, self._notes = [], [], []


def _is_note_mark(node: HtmlElement) -> bool:
    """Whether an element is nothing but the mark of a footnote: a number that leads to another place of the page."""
    inner = [one for one in node.children if isinstance(one, HtmlElement) or one.strip()]
    link = inner[0] if len(inner) == 1 else None
    return isinstance(link, HtmlElement) and link.tag == "a" and link.attributes.get("href", "").startswith("#")


def _read_control(node: HtmlElement, kind: str) -> str:
    """What a control of a form shows."""
    if kind == "img":
        return ""
    if kind == "textarea":
        return node.text()
    if kind == "input":
        if node.attributes.get("type", "text").lower() in _CHECKS:
            return "☒" if "checked" in node.attributes else "☐"
        return (
            node.attributes.get("value", "") if node.attributes.get("type", "text").lower() in {"text", "date"} else ""
        )
    options = [one for one in node.walk() if one.tag == "option"]
    chosen = [one for one in options if "selected" in one.attributes] or options[:1]
    # A first option without a value of its own is the prompt to choose one.
    return "" if not chosen or chosen[0].attributes.get("value") == "" else chosen[0].text()


def _plain_url(url: str) -> str:
    """An address that leads somewhere; Google Docs wraps those of others in one of its own."""
    if not url.lower().startswith(("http://", "https://", "mailto:")):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.netloc == "www.google.com" and parts.path == "/url":
        return parse_qs(parts.query).get("q", [url])[0]
    return url
