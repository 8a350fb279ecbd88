"""Takes a document apart into a tree of lines."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from tcplan.findings.span import EntryMark, Path, Span
from tcplan.yaml_editor.layout.block_text import take_block_text
from tcplan.yaml_editor.layout.comment_placement import place_comments
from tcplan.yaml_editor.layout.flow import flow_text
from tcplan.yaml_editor.layout.source_lines import SourceLines
from tcplan.yaml_editor.layout.style import Style
from tcplan.yaml_editor.layout.tree import LayoutBlock, LayoutError, LayoutItem, LayoutTree, SourceLine
from tcplan.yaml_reader.frame import BLOCK_TEXT
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


_BY_HAND: Final = "write each key as `key: value`, on a line of its own, by hand"
_THESE_ALONE: Final = "fmt lays out keys, list items and comments; write the file with these alone, or leave it so"
_BRACES: Final = "the whole file is written in braces, which fmt does not lay out"
_NO_BRACES: Final = "write it without braces to have it laid out"


def parse_layout(document: Document, style: Style) -> LayoutTree:
    """The tree of a document, its keys in order; raises LayoutError for what cannot be taken apart safely."""
    taker = LayoutParser(SourceLines(document), style)
    tree = taker.tree()
    _arrange(tree.root, style)
    return tree


class LayoutParser:
    """Goes through the marks in the order of the text; `_next` is the first line that is not taken yet.

    `_end` is where that ends which was taken last: a head, a text, a value in brackets.
    """

    def __init__(self, sheet: SourceLines, style: Style) -> None:
        self._sheet, self._style = sheet, style
        self._next = self._end = 0

    def tree(self) -> LayoutTree:
        """The whole file."""
        if brace := _brace_pattern().match(self._sheet.text):
            raise LayoutError(_BRACES, brace.end(), _NO_BRACES)
        first = self._sheet.marks[self._sheet.children[()][0]]
        self._next = self._sheet.line_of(first.key.start if first.key else 0)
        head, lead = _top(self._sheet.lines[: self._next])
        whole = LayoutItem((), -1, "", SourceLine("", ""), -1, [], self._block(()))
        root = whole.block or LayoutBlock(())
        root.items[0].lead = lead
        place_comments(self._gap(len(self._sheet.lines)), whole, whole.column)
        return LayoutTree(head, root)

    def _block(self, path: Path) -> LayoutBlock:
        block = LayoutBlock(path)
        for child in self._sheet.children[path]:
            block.items.append(self._item(child, block.items[-1] if block.items else None))
        return block

    def _item(self, path: Path, above: LayoutItem | None) -> LayoutItem:
        mark = self._sheet.marks[path]
        start, end, head = self._head(mark)
        if mark.key is None and mark.value.start == mark.value.end:
            mark = mark._replace(value=Span(end, end))  # the mark of an empty item may be that of the next dash
        line = self._sheet.line_of(start)
        column = start - self._sheet.start(line)
        if column and (before := self._sheet.lines[line].text[:column].strip(" -")):
            raise LayoutError(f"`{before}` stands before a key", start, _BY_HAND)
        lead = place_comments(self._gap(line), above, column)
        item = LayoutItem(
            path, column, head, SourceLine(self._rest(path, mark, end), self._sheet.lines[line].end), column, lead
        )
        self._next = max(self._next, line + 1)
        self._end = end if mark.style == "block" else mark.value.end
        if mark.style == "block":
            item.block = self._block(path)
        elif mark.style in BLOCK_TEXT or mark.value.end > self._sheet.start(line + 1):
            self._further_lines(item, mark, line)
        return item

    def _head(self, mark: EntryMark) -> tuple[int, int, str]:
        """Where a key with its colon, or a dash, begins and ends, and how it is written."""
        if mark.key is None:
            dash = _dash_pattern().match(self._sheet.text, self._end)
            end = dash.end() if dash else self._end
            return end - 1, end, "-"
        colon = _colon_pattern().match(self._sheet.text, mark.key.end)
        if colon is None:
            raise LayoutError("no colon follows this key on its line", mark.key.start, _BY_HAND)
        return mark.key.start, colon.end(), f"{self._sheet.text[slice(*mark.key)]}:"

    def _rest(self, path: Path, mark: EntryMark, end: int) -> str:
        """What follows a head on its line: one space and the value, or the spaces before a comment."""
        sheet, (start, value_end) = self._sheet, mark.value
        if start == value_end or start >= sheet.start(sheet.line_of(end - 1) + 1):
            return sheet.rest(end)
        if mark.style == "block":
            return ""  # it begins on the line of the dash
        if mark.style == "flow" and value_end <= sheet.start(sheet.line_of(start) + 1):
            value = flow_text(sheet.text, sheet.marks, sheet.children, self._style.arranged, path)
            return f" {value}{sheet.rest(value_end)}"
        return f" {sheet.rest(start)}"

    def _further_lines(self, item: LayoutItem, mark: EntryMark, line: int) -> None:
        """Take the lines of a value below that of its head."""
        first, last = self._sheet.lines_of(mark)
        between = [one for one in self._sheet.lines[line + 1 : first] if not one.is_blank]
        item.body = [*between, *self._sheet.lines[max(first, line + 1) : last + 1]]
        self._next = last + 1
        if mark.style in BLOCK_TEXT:
            above = [] if first == line else [*between, self._sheet.lines[first]]
            if len(above) == 1 and not item.rest.text:
                item.rest = SourceLine(f" {above[0].text.lstrip(' ')}", above.pop().end)
            text = self._sheet.lines[first + 1 : last + 1]
            self._next -= take_block_text(item, self._sheet.header(mark), above, text)

    def _gap(self, line: int) -> Sequence[SourceLine]:
        """The comments and blank lines above a line that are not taken yet."""
        if line <= self._next:
            return ()
        gap = self._sheet.lines[self._next : line]
        for number, one in enumerate(gap, self._next):
            if not one.is_blank and not one.text.lstrip().startswith("#"):
                says = f"`{one.text.strip()}` is no key, no list item and no comment"
                raise LayoutError(says, self._sheet.start(number), _THESE_ALONE)
        self._next = line
        return gap


def _arrange(block: LayoutBlock, style: Style) -> None:
    """Put the keys of all mappings in order."""
    items = {item.path: item for item in block.items}
    block.items = [items[path] for path in style.arranged(block.path, list(items))]
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
