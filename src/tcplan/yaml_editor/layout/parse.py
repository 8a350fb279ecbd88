"""Takes a document apart into a tree of lines."""

import re
import sys
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import Any, Final

from tcplan.findings.marks import WHOLE
from tcplan.findings.span import EntryMark, NodeStyle, Path, Span
from tcplan.yaml_editor.emit import STEP
from tcplan.yaml_editor.layout.comment_placement import place_comments
from tcplan.yaml_editor.layout.source_lines import SourceLine, SourceLines, steps_of
from tcplan.yaml_editor.layout.tree import LayoutBlock, LayoutError, LayoutItem, LayoutTree, Style
from tcplan.yaml_reader.open_collection import BLOCK_TEXT
from tcplan.yaml_reader.reader import Document


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\s|#[^\r\n]*+)*+-")


@cache
def _colon_pattern() -> re.Pattern[str]:
    return re.compile(r" *:")


@cache
def _brace_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\s|---(?=\s)|#[^\r\n]*+)*+(?=\{)")


_BLOCK: Final = NodeStyle.BLOCK
_FLOW: Final = NodeStyle.FLOW
"""Asked for every entry: a name of a module is found ten times as fast as a member of an enum."""

_BY_HAND: Final = "write each key as `key: value`, on a line of its own, by hand"
_THESE_ALONE: Final = "fmt formats keys, list items and comments; write the file with only these, or leave it as it is"
_BRACES: Final = "the whole file is written in braces, which fmt does not format"
_NO_BRACES: Final = "write it without braces if you want to format it"


def parse_layout(document: Document, style: Style) -> LayoutTree:
    """The tree of a document, its keys in order; raises LayoutError for what cannot be taken apart safely."""
    tree = LayoutParser(SourceLines(document), style).tree()
    _arrange(tree.root, style)
    return tree


class LayoutParser:
    """Goes through the marks in the order of the text; `_next` is the first line that is not taken yet.

    `_end` is where that ends which was taken last: a head, a text, a value in brackets.
    """

    def __init__(self, source: SourceLines, style: Style) -> None:
        self._source, self._style = source, style
        self._next = self._end = 0

    def tree(self) -> LayoutTree:
        """The whole file."""
        if brace := _brace_pattern().match(self._source.text):
            raise LayoutError(_BRACES, brace.end(), _NO_BRACES)
        first = self._source.marks.at(0)
        self._next = self._source.line_of(first.key.start if first.key else 0)
        head, lead = _top(self._source.lines[: self._next])
        whole = _whole(self._block(WHOLE, (), self._source.data))
        root = whole.block or LayoutBlock(())
        root.items[0].lead = lead
        place_comments(self._gap(len(self._source.lines)), whole, whole.column)
        return LayoutTree(head, root)

    def _block(self, number: int, path: Path, data: Any) -> LayoutBlock:
        """The items of a collection, which is known by its number among the marks."""
        block, above = LayoutBlock(path), None
        for step, child in zip(steps_of(data), self._source.marks.numbers_in(number), strict=True):
            above = self._item(child, (*path, step), data[step], above)
            block.items.append(above)
        return block

    def _item(self, number: int, path: Path, data: Any, above: LayoutItem | None) -> LayoutItem:
        mark = self._source.marks.at(number)
        start, end, head = self._head(mark)
        if mark.key is None and mark.value.start == mark.value.end:
            mark = mark._replace(value=Span(end, end))  # the mark of an empty item may be that of the next dash
        line = self._source.line_of(start)
        column = start - self._source.start(line)
        if column and (before := self._source.lines[line].text[:column].strip(" -")):
            raise LayoutError(f"`{before}` comes before a key", start, _BY_HAND)
        lead = place_comments(self._gap(line), above, column)
        value = self._flow_text(number, path, data, mark)
        rest = SourceLine(self._rest(mark, end, value), self._source.lines[line].end)
        item = LayoutItem(path[-1], self._style.apart(path), column, head, rest, column, lead)
        self._next = max(self._next, line + 1)
        self._end = end if mark.style is _BLOCK else mark.value.end
        if mark.style is _BLOCK:
            item.block = self._block(number, path, data)
        elif mark.style in BLOCK_TEXT or mark.value.end > self._source.start(line + 1):
            self._further_lines(item, mark, line)
        return item

    def _head(self, mark: EntryMark) -> tuple[int, int, str]:
        """Where a key with its colon, or a dash, begins and ends, and how it is written."""
        if mark.key is None:
            dash = _dash_pattern().match(self._source.text, self._end)
            end = dash.end() if dash else self._end
            return end - 1, end, "-"
        colon = _colon_pattern().match(self._source.text, mark.key.end)
        if colon is None:
            raise LayoutError("this key has no colon on its line", mark.key.start, _BY_HAND)
        head = sys.intern(f"{self._source.text[slice(*mark.key)]}:")  # there are few keys, each used many times
        return mark.key.start, colon.end(), head

    def _flow_text(self, number: int, path: Path, data: Any, mark: EntryMark) -> str | None:
        """A value in brackets on one line; None for any other value."""
        source, (start, end) = self._source, mark.value
        if mark.style is _FLOW and start < end <= source.start(source.line_of(start) + 1):
            return source.flow_text(number, path, data, self._style.arranged)
        return None

    def _rest(self, mark: EntryMark, end: int, value: str | None) -> str:
        """What follows a head on its line: one space and the value, or the spaces before a comment."""
        source, (start, value_end) = self._source, mark.value
        if start == value_end or start >= source.start(source.line_of(end - 1) + 1):
            return source.rest(end)
        if mark.style is _BLOCK:
            return ""  # it begins on the line of the dash
        if value is not None:
            return f" {value}{source.rest(value_end)}"
        return f" {source.rest(start)}"

    def _further_lines(self, item: LayoutItem, mark: EntryMark, line: int) -> None:
        """Take the lines of a value below that of its head."""
        first, last = self._source.lines_of(mark)
        between = [one for one in self._source.lines[line + 1 : first] if not one.is_blank]
        item.body = [*between, *self._source.lines[max(first, line + 1) : last + 1]]
        self._next = last + 1
        if mark.style in BLOCK_TEXT:
            above = [] if first == line else [*between, self._source.lines[first]]
            if len(above) == 1 and not item.rest.text:
                item.rest = SourceLine(f" {above[0].text.lstrip(' ')}", above.pop().end)
            text = self._source.lines[first + 1 : last + 1]
            self._next -= _take_block_text(item, self._source.header(mark), above, text)

    def _gap(self, line: int) -> Sequence[SourceLine]:
        """The comments and blank lines above a line that are not taken yet."""
        if line <= self._next:
            return ()
        gap = self._source.lines[self._next : line]
        for number, one in enumerate(gap, self._next):
            if not one.is_blank and not one.text.lstrip().startswith("#"):
                says = f"`{one.text.strip()}` is not a key, a list item or a comment"
                raise LayoutError(says, self._source.start(number), _THESE_ALONE)
        self._next = line
        return gap


def _whole(block: LayoutBlock) -> LayoutItem:
    """The whole file as an item, which has no line of its own."""
    nothing = SourceLine("", "")
    return LayoutItem("", is_apart=False, column=-1, head="", rest=nothing, origin=-1, lead=[], block=block)


def _arrange(block: LayoutBlock, style: Style) -> None:
    """Put the keys of all mappings in order."""
    positions = style.arranged(block.path, [item.step for item in block.items])
    block.items = [block.items[position] for position in positions]
    for item in block.items:
        if item.block is not None:
            _arrange(item.block, style)


def _top(lines: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """What stays at the top of the file, and what belongs to the first key: of several comments the last one."""
    for number, line in enumerate(lines):
        if line.text.startswith("---"):
            return lines[: number + 1], lines[number + 1 :]
    blanks = [number for number, line in enumerate(lines) if line.is_blank]
    comments = [number for number, line in enumerate(lines) if not line.is_blank]
    if blanks and comments and comments[0] < blanks[-1] < comments[-1]:
        return lines[: blanks[-1] + 1], lines[blanks[-1] + 1 :]
    return lines, []


def _take_block_text(item: LayoutItem, header: str, above: Sequence[SourceLine], text: Sequence[SourceLine]) -> int:
    """Make an item's body that of a block text; returns the number of blank lines below it that are not its own.

    `header` is what follows its `|` or `>`; `above` is that sign's line with the comments above it, where it does not
    are on the line of the head.
    """
    digits = [int(sign) for sign in header if sign.isdigit()]
    base = item.column + digits[0] if digits else _text_column(text)
    if not digits:
        item.origin = base - STEP
    item.is_block_text = True
    item.keeps_blanks = "+" in header
    body = [line if len(line.text) > base else SourceLine("", line.end) for line in text]
    spare = 0 if item.keeps_blanks else sum(1 for _ in takewhile(lambda line: not line.text, reversed(body)))
    upper = [SourceLine(" " * (item.origin + STEP) + line.text.lstrip(" "), line.end) for line in above]
    item.body = [*upper, *body[: len(body) - spare]]
    return spare


def _text_column(lines: Sequence[SourceLine]) -> int:
    """The indentation of a text: that of its first line that is not blank."""
    return next((line.column for line in lines if not line.is_blank), max((len(one.text) for one in lines), default=0))
