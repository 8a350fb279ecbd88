"""Writes a tree of lines in the house style."""

from collections.abc import Iterator, Sequence

from tcplan.yaml_editor.emit import STEP
from tcplan.yaml_editor.layout.source_lines import SourceLine
from tcplan.yaml_editor.layout.tree import LayoutBlock, LayoutItem, LayoutTree


def write_layout(tree: LayoutTree, end: str) -> str:
    """The text of a tree; `end` is the line break of lines that are new."""
    return LayoutWriter(end).write(tree)


class LayoutWriter:
    """`_sealed` says that a blank line would be one too many, or part of the text above it."""

    def __init__(self, end: str) -> None:
        self._end = end
        self._lines: list[str] = []
        self._sealed = True

    def write(self, tree: LayoutTree) -> str:
        """All lines, joined."""
        self._comments(tree.head, 0, 0)
        if tree.head and tree.root.items[0].lead:
            self._blank(self._end)
        self._leading(tree.root.items[0], 0, is_first=True)
        self._block(tree.root, 0, "")
        return "".join(self._lines)

    def _block(self, block: LayoutBlock, column: int, before: str) -> None:
        """Write a block whose first line begins with `before`; what leads its first item is written already."""
        for position, item in enumerate(block.items):
            if position:
                self._leading(item, column)
            self._item(item, column, " " * column if position else before)
        self._comments(block.trail, column, block.items[0].column)

    def _leading(self, item: LayoutItem, column: int, *, is_first: bool = False) -> None:
        """Write what leads an item; what leads the first key on the line of its dash is above the dash."""
        is_apart = item.is_apart and not is_first
        if is_apart:
            self._blank(self._end)
        for number, one in enumerate(_leaders(item)):
            lines = _without_blanks_above(one.lead) if number or is_first or is_apart else one.lead
            self._comments(lines, column, one.column)

    def _item(self, item: LayoutItem, column: int, before: str) -> None:
        if item.block is not None and item.is_compact:
            self._block(item.block, column + STEP, f"{before}- ")
        else:
            self._put(f"{before}{item.head}{item.rest.text}", item.rest.end)
            for line in item.body:
                self._put(_shift(line, column - item.origin), line.end)
            self._sealed = self._sealed or item.keeps_blanks
            if item.block is not None:
                self._leading(item.block.items[0], column + STEP, is_first=True)
                self._block(item.block, column + STEP, " " * (column + STEP))
        self._comments(item.tail, column + STEP, item.column)

    def _comments(self, lines: Sequence[SourceLine], column: int, was: int) -> None:
        """Write comments and blank lines in a column that was another one.

        The first comment of each run is in the column, and those that are deeper than it and than `was` stay so.
        """
        first: int | None = None
        for line in lines:
            if line.is_blank:
                self._blank(line.end)
                first = None
            else:
                first = line.column if first is None else first
                deeper = max(0, line.column - max(first, was))
                self._put(" " * (column + deeper) + line.text.lstrip(" "), line.end)

    def _blank(self, end: str) -> None:
        """One blank line, never two, none at the top."""
        if not self._sealed:
            self._put("", end)

    def _put(self, text: str, end: str) -> None:
        self._lines.append(f"{text}{end}")
        self._sealed = not text


def _leaders(item: LayoutItem) -> Iterator[LayoutItem]:
    """The items that begin on the line of an item: it, and the first one after its dash."""
    yield item
    if item.block is not None and item.is_compact:
        yield from _leaders(item.block.items[0])


def _without_blanks_above(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    first = next((number for number, line in enumerate(lines) if not line.is_blank), len(lines))
    return lines[first:]


def _shift(line: SourceLine, by: int) -> str:
    """The text of a line further to the right, or to the left as far as there are spaces."""
    if not line.text or not by:
        return line.text
    return " " * by + line.text if by > 0 else line.text[min(-by, line.column) :]
