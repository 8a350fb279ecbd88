"""Writes a tree of lines in the house style."""

from collections.abc import Sequence

from tcplan.yaml_editor.emit import STEP
from tcplan.yaml_editor.layout.source_lines import SourceLine
from tcplan.yaml_editor.layout.tree import LayoutBlock, LayoutItem, LayoutTree, WrittenItem


def write_layout(tree: LayoutTree, end: str) -> str:
    """The text of a tree; `end` is the line break of lines that are new."""
    return LayoutWriter(end).write(tree)


def finish_item(item: LayoutItem, end: str) -> None:
    """Write an item of a list right below a key of the file, to which nothing more comes, and let go of its tree."""
    writer = LayoutWriter(end)
    leaders = [one for one in item.leaders if one.lead and one is not item]
    item.written = WrittenItem(*writer.write_item(item, STEP), leaders)
    item.block, item.body, item.tail = None, (), ()


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

    def write_item(self, item: LayoutItem, column: int) -> tuple[str, bool]:
        """The text of an item and what is below it, and whether a blank line after that would be one too many."""
        self._item(item, column, "")
        return "".join(self._lines), self._sealed

    def _block(self, block: LayoutBlock, column: int, before: str) -> None:
        """Write a block whose first line begins with `before`; what leads its first item is written already."""
        indent = " " * column
        for position, item in enumerate(block.items):
            if position:
                if item.is_apart or item.lead or item.head == "-":
                    self._leading(item, column)
                before = indent
            if item.block or item.body or item.tail or item.written:
                self._item(item, column, before)
            else:
                self._lines.append(f"{before}{item.head}{item.rest}{item.end}")
                self._sealed = item.keeps_blanks
        self._comments(block.trail, column, block.items[0].column)

    def _leading(self, item: LayoutItem, column: int, *, is_first: bool = False) -> None:
        """Write what leads an item; what leads the first key on the line of its dash is above the dash."""
        is_apart = item.is_apart and not is_first
        if is_apart:
            self._blank(self._end)
        for one in item.leaders:
            has_blanks = one is item and not is_first and not is_apart
            self._comments(one.lead if has_blanks else _without_blanks_above(one.lead), column, one.column)

    def _item(self, item: LayoutItem, column: int, before: str) -> None:
        if item.written is not None:
            self._lines.append(f"{before}{item.written.text}")
            self._sealed = item.written.sealed
            return
        if item.block is not None and item.is_compact:
            self._block(item.block, column + STEP, f"{before}- ")
        else:
            self._put(f"{before}{item.head}{item.rest}", item.end)
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


def _without_blanks_above(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    first = next((number for number, line in enumerate(lines) if not line.is_blank), len(lines))
    return lines[first:]


def _shift(line: SourceLine, by: int) -> str:
    """The text of a line further to the right, or to the left as far as there are spaces."""
    if not line.text or not by:
        return line.text
    return " " * by + line.text if by > 0 else line.text[min(-by, line.column) :]
