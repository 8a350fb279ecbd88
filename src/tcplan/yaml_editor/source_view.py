"""The text around the entries of a document: columns, lines, and where an entry begins and ends."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from tcplan.findings.span import EntryMark, NodeStyle, Path, Span
from tcplan.yaml_editor.data_edits import value_at
from tcplan.yaml_editor.emit import STEP
from tcplan.yaml_reader.lines import line_break_pattern, line_start
from tcplan.yaml_reader.open_collection import BLOCK_TEXT
from tcplan.yaml_reader.reader import Document


@cache
def _indicator_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>][-+0-9]*")


@cache
def _flow_root_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\s|#[^\r\n]*|---)*\{")


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(r"-[ \t]*")


@cache
def _colon_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*:")


_MANY: Final = 100
"""Entries of one list or mapping; to find fewer anew takes less than to keep those of ten thousand actions."""


@dataclass(frozen=True)
class SourceView:
    """A document whose text ends in a line break, seen from its entries."""

    document: Document

    @property
    def text(self) -> str:
        """The text."""
        return self.document.text

    @cached_property
    def line_break(self) -> str:
        """The line break of new lines: that of the first line."""
        found = line_break_pattern().search(self.text)
        return found[0] if found else "\n"

    def mark(self, path: Path) -> EntryMark:
        """Where an entry is."""
        return self.document.marks[path]

    def column(self, offset: int) -> int:
        """The column of an offset: the number of characters before it on its line."""
        return offset - line_start(self.text, offset)

    def line_at(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return line_start(self.text, offset)

    def next_line(self, offset: int) -> int:
        """Where the line after that of an offset begins."""
        found = line_break_pattern().search(self.text, offset)
        return found.end() if found else len(self.text)

    def style(self, path: Path) -> NodeStyle:
        """How a list or mapping is written, `block` or `flow`; the file itself is one as well."""
        if path:
            return self.mark(path).style
        return NodeStyle.FLOW if _flow_root_pattern().match(self.text) else NodeStyle.BLOCK

    def is_flow(self, path: Path) -> bool:
        """Whether an entry is inside brackets."""
        return any(self.style(path[:depth]) is NodeStyle.FLOW for depth in range(len(path)))

    def span(self, path: Path) -> Span:
        """The stretch of a list or mapping."""
        return self.mark(path).value if path else Span(0, len(self.text))

    def start(self, path: Path) -> int:
        """Where an entry begins: its key, its dash, or inside brackets its value."""
        mark = self.mark(path)
        if mark.key is not None:
            return mark.key.start
        return mark.value.start if self.style(path[:-1]) is NodeStyle.FLOW else self.dash(path)

    def after_colon(self, path: Path) -> int:
        """The offset right after the colon of a key."""
        key = self.mark(path).key
        found = _colon_pattern().match(self.text, key.end if key else 0)
        return found.end() if found else 0

    def children(self, path: Path) -> list[Path]:
        """The entries of the mapping or list at a path, in the order of the file."""
        found = self._children.get(path)
        if found is None:
            found = self._find_children(path)
            if len(found) > _MANY:  # of a long list that loses many items they are asked for again and again
                self._children[path] = found
        return found

    @cached_property
    def _children(self) -> dict[Path, list[Path]]:
        return {}

    def _find_children(self, path: Path) -> list[Path]:
        data = value_at(self.document.data, path)
        steps = range(len(data)) if isinstance(data, list) else list(data) if isinstance(data, dict) else []
        return [(*path, step) for step in steps]

    def dash_column(self, path: Path) -> int:
        """The column of the dashes of a block list."""
        return self.column(self.mark(path).value.start)

    def gap(self, item: Path) -> int:
        """The number of columns between a list item's dash and its value."""
        dash = self.dash(item)
        found = _dash_pattern().match(self.text, dash)
        distance = self.mark(item).value.start - dash - 1
        return distance if found and 0 < distance < len(found[0]) else 1

    def dash(self, item: Path) -> int:
        """The offset of the dash of a block list's item."""
        if item[-1] == 0:
            return self.mark(item[:-1]).value.start
        column = self.dash_column(item[:-1])
        here = line_start(self.text, self.mark(item).value.start)
        while not (self.text.startswith("-", here + column) and not self.text[here : here + column].strip()):
            here = line_start(self.text, here - 1)  # the value begins on a line of its own
        return here + column

    def list_step(self, mapping: Path) -> int:
        """How far the lists of a mapping are indented from their keys: as its other lists are, else by our step."""
        for child in self.children(mapping):
            mark = self.mark(child)
            if mark.style is NodeStyle.BLOCK and mark.key and isinstance(value_at(self.document.data, child), list):
                return self.dash_column(child) - self.column(mark.key.start)
        return STEP

    def after_leaf(self, path: Path) -> int:
        """Where the line below the last line of an entry begins, whatever the parser calls its end."""
        while self.mark(path).style is NodeStyle.BLOCK and (children := self.children(path)):
            path = children[-1]
        mark = self.mark(path)
        if mark.style in BLOCK_TEXT:
            return self.block_text(mark).end
        return self.next_line(mark.value.end)

    def block_text(self, mark: EntryMark) -> Span:
        """The lines of a block text below its indicator; blank ones at the end only where they belong to it."""
        start, end = mark.value
        below = self.next_line(start)
        if "+" in self.text[start:below].partition("#")[0]:
            return Span(below, max(end, below))
        content = self.text[below:end].rstrip()
        return Span(below, self.next_line(below + len(content)) if content else below)

    def indicator_end(self, mark: EntryMark) -> int:
        """Where the `|` or `>` of a block text ends, with what belongs to it."""
        found = _indicator_pattern().match(self.text, mark.value.start)
        return found.end() if found else mark.value.start

    @cached_property
    def texts(self) -> list[Span]:
        """The stretches of text; what follows the indicator of a block text on its line is not one."""
        marks = self.document.marks.values()
        return [
            Span(self.next_line(mark.value.start), mark.value.end) if mark.style in BLOCK_TEXT else mark.value
            for mark in marks
            if mark.style not in (NodeStyle.BLOCK, NodeStyle.FLOW)
        ]
