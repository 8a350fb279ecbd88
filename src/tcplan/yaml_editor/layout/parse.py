"""Takes a document apart into a tree of lines."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Any, Final

from tcplan.findings.span import EntryMark, NodeStyle
from tcplan.yaml_editor.emit import STEP
from tcplan.yaml_editor.layout.comment_placement import place_comments
from tcplan.yaml_editor.layout.source_lines import SourceLine, SourceLines, steps_of
from tcplan.yaml_editor.layout.tree import LayoutBlock, LayoutError, LayoutItem, LayoutPlace, LayoutTree, Style
from tcplan.yaml_editor.layout.write import finish_item
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


def parse_layout(document: Document, style: Style, end: str) -> LayoutTree:
    """The tree of a document, its keys in order; raises LayoutError for what cannot be taken apart safely.

    The items of long lists are in it as text: as a tree, a file takes thirty times its bytes. `end` is the line break
    of lines that are new.
    """
    return LayoutParser(document, style, end).tree()


class LayoutParser:
    """Goes through the marks in the order of the text; `_next` is the first line that is not taken yet.

    `_end` is where that ends which was taken last: a head, a text, a value in brackets.
    """

    def __init__(self, document: Document, style: Style, end: str) -> None:
        self._source, self._style, self._line_break = SourceLines(document), style, end
        self._text, self._marks, self._data = document.text, document.marks, document.data
        self._entries = enumerate(document.marks.entries())
        self._next = self._end = 0

    def tree(self) -> LayoutTree:
        """The whole file."""
        if brace := _brace_pattern().match(self._text):
            raise LayoutError(_BRACES, brace.end(), _NO_BRACES)
        data: Any = self._data
        first = next(iter(data))
        self._next = self._source.line_of(_entry_start(self._marks[(first,)]))
        head, lead = _top(self._source.lines(0, self._next))
        whole = _whole()
        whole.block = self._block(LayoutPlace(self._style), data, first_lead=lead)
        place_comments(self._gap(len(self._source)), whole, whole.column)
        return LayoutTree(head, whole.block)

    def _block(self, place: LayoutPlace, data: Any, first_lead: Sequence[SourceLine] = ()) -> LayoutBlock:
        """The items of a collection in order; `first_lead` is what leads the first one, where that is taken already."""
        items: list[LayoutItem] = []
        above: LayoutItem | None = None
        is_long = len(place.path) == 1 and isinstance(data, list)
        for step in steps_of(data):
            item = self._item(place.child(step), data[step], above)
            if above is None:
                item.lead = item.lead or first_lead
            elif is_long:
                finish_item(above, self._line_break)
            items.append(item)
            above = item
        order = self._style.arranged(place, data) if isinstance(data, dict) else None
        return LayoutBlock(items if order is None else [items[position] for position in order], items[-1])

    def _item(self, place: LayoutPlace, data: Any, above: LayoutItem | None) -> LayoutItem:
        """One entry; a long function, since it is what most of the time is spent in."""
        source, text = self._source, self._text
        number, (key_start, key_end, start, end, style, size) = next(self._entries)
        if key_start < 0:
            begin, head_end, head = self._dash()
            start, end = (start, end) if start < end else (head_end, head_end)  # it may be that of the next dash
        else:
            begin, head_end, head = key_start, self._colon(key_start, key_end), f"{text[key_start:key_end]}:"
        line = source.line_of(begin)
        column, below = begin - source.starts[line], source.starts[line + 1]
        if column and (before := text[begin - column : begin].strip(" -")):
            raise LayoutError(f"`{before}` comes before a key", begin, _BY_HAND)
        lead = place_comments(self._gap(line), above, column) if line > self._next else ()
        if start == end or start >= below:
            rest = source.rest(line, head_end)
        elif style is _BLOCK:
            rest = ""  # it begins on the line of the dash
        elif style is _FLOW and size > 1 and end <= below:
            rest = f" {self._flow_text(number, place, data)}{source.rest(line, end)}"
        else:
            rest = f" {source.rest(line, start)}"
        item = LayoutItem(place.is_apart, column, head, rest, source.end(line), lead)
        if self._next <= line:
            self._next = line + 1
        if style is _BLOCK:
            self._end = head_end
            item.block = self._block(place, data)
            return item
        self._end = end
        next(islice(self._entries, size - 1, size - 1), None)  # what is in brackets
        if end > below or style in BLOCK_TEXT:
            item.origin = column
            self._further_lines(item, start, end, style, line)
        return item

    def _dash(self) -> tuple[int, int, str]:
        """Where the next dash begins and ends, and how it is written."""
        dash = _dash_pattern().match(self._text, self._end)
        end = dash.end() if dash else self._end
        return end - 1, end, "-"

    def _colon(self, key_start: int, key_end: int) -> int:
        """Where the colon after a key ends."""
        if self._text.startswith(":", key_end):
            return key_end + 1
        colon = _colon_pattern().match(self._text, key_end)
        if colon is None:
            raise LayoutError("this key has no colon on its line", key_start, _BY_HAND)
        return colon.end()

    def _flow_text(self, number: int, place: LayoutPlace, data: Any) -> str:
        """The text of a value in brackets on one line, the keys of its mappings in order.

        Commas and spaces keep their places. The value is known by its number among the marks.
        """
        span = self._marks.at(number).value
        if self._is_in_order(place, data):
            return self._text[span.start : span.end]
        steps = list(steps_of(data))
        numbers = zip(steps, self._marks.numbers_in(number), strict=True)
        children = [(step, child, self._marks.at(child)) for step, child in numbers]
        # What follows an empty value may become part of its key (`b:x`), so such a mapping keeps its order.
        is_fixed = isinstance(data, list) or any(_is_empty(mark) for _, _, mark in children)
        order = None if is_fixed else self._style.arranged(place, data)
        written, position = [], span.start
        for (_, _, slot), index in zip(children, range(len(children)) if order is None else order, strict=True):
            step, child, mark = children[index]
            written.append(self._text[position : _entry_start(slot)])
            written.append(self._text[_entry_start(mark) : mark.value.start])
            written.append(self._flow_text(child, place.child(step), data[step]))
            position = slot.value.end
        return "".join([*written, self._text[position : span.end]])

    def _is_in_order(self, place: LayoutPlace, data: Any) -> bool:
        """Whether nothing has to be put in order inside a value in brackets."""
        if isinstance(data, dict):
            if self._style.arranged(place, data) is not None:
                return False
        elif not isinstance(data, list):
            return True
        return all(
            self._is_in_order(place.child(step), data[step])
            for step in steps_of(data)
            if isinstance(data[step], dict | list)
        )

    def _further_lines(self, item: LayoutItem, start: int, end: int, style: NodeStyle, line: int) -> None:
        """Take the lines of a value below that of its head."""
        source = self._source
        first, last = source.lines_of(start, end)
        between = [one for one in source.lines(line + 1, first) if not one.is_blank]
        item.body = [*between, *source.lines(max(first, line + 1), last + 1)]
        self._next = last + 1
        if style in BLOCK_TEXT:
            above = [] if first == line else [*between, source.line(first)]
            if len(above) == 1 and not item.rest:
                item.rest, item.end = f" {above[0].text.lstrip(' ')}", above.pop().end
            self._next -= _take_block_text(item, source.header(start), above, source.lines(first + 1, last + 1))

    def _gap(self, line: int) -> Sequence[SourceLine]:
        """The comments and blank lines above a line that are not taken yet."""
        if line <= self._next:
            return ()
        gap = self._source.lines(self._next, line)
        for number, one in enumerate(gap, self._next):
            if not one.is_blank and not one.text.lstrip().startswith("#"):
                says = f"`{one.text.strip()}` is not a key, a list item or a comment"
                raise LayoutError(says, self._source.starts[number], _THESE_ALONE)
        self._next = line
        return gap


def _entry_start(mark: EntryMark) -> int:
    return mark.key.start if mark.key else mark.value.start


def _is_empty(mark: EntryMark) -> bool:
    """Whether there is no value after the colon, so that what follows matters to YAML."""
    return mark.value.start == mark.value.end


def _whole() -> LayoutItem:
    """The whole file as an item, which has no line of its own."""
    return LayoutItem(is_apart=False, column=-1, head="", rest="", end="", lead=())


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
