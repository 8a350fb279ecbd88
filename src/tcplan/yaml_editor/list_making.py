"""From one bare value to a list: the short form gives way when a second item comes."""

from tcplan.findings.span import NodeStyle, Path, Value
from tcplan.yaml_editor.comments import UnsafeError, above_comments, after_entry
from tcplan.yaml_editor.emit import STEP, item_lines
from tcplan.yaml_editor.replacing import replace_value
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice, new_lines
from tcplan.yaml_reader.open_collection import BLOCK_TEXT


def make_list(view: SourceView, path: Path, old: Value, new: Value, *, first: bool = False) -> list[Splice]:
    """A list of the value at a path, its words as they are, and a new item, which comes last or `first`."""
    mark = view.mark(path)
    one_line = isinstance(old, str) and isinstance(new, str) and "\n" not in old + new
    if view.is_flow(path) or mark.key is None or one_line:
        return replace_value(view, path, [new, old] if first else [old, new])
    column = view.column(mark.key.start) + view.list_step(path[:-1])
    is_block = mark.style is NodeStyle.BLOCK
    above = above_comments(view, view.line_at(mark.value.start)) if is_block else view.next_line(mark.value.start)
    below = _end(view, path) if is_block else after_entry(view, path, column)
    added = new_lines(view, above if first else below, item_lines(new, column))
    moved = _add_dash(view, path, column) if is_block else _move_below(view, path, column)
    return [added, *moved] if first else [*moved, added]


def _end(view: SourceView, path: Path) -> int:
    """Where the line below a mapping begins; comments in the column of its keys belong to it."""
    return after_entry(view, path, view.column(view.start(view.children(path)[0])) - 1)


def _add_dash(view: SourceView, path: Path, column: int) -> list[Splice]:
    """A mapping below its key becomes the first item: a dash before its first key, all its lines two further."""
    start = view.start(view.children(path)[0])
    shift = column + STEP - view.column(start)
    first = view.line_at(start)
    dash = Splice(first, start, " " * column + "- ")
    return [dash, *_shift_lines(view, view.next_line(start), _end(view, path), shift)]


def _move_below(view: SourceView, path: Path, column: int) -> list[Splice]:
    """A value after its key moves to a line of its own, after a dash; a comment of the key's line stays there."""
    mark = view.mark(path)
    start, end = mark.value
    below = view.next_line(start)
    shifted: list[Splice] = []
    if mark.style in BLOCK_TEXT:
        end = view.indicator_end(mark)
        shifted = _shift_lines(view, below, view.after_leaf(path), STEP)
    elif end > below:
        raise UnsafeError(start, "this value runs over several lines")
    gone = Splice(len(view.text[:start].rstrip(" ")), end, "")
    return [gone, new_lines(view, below, [" " * column + "- " + view.text[start:end]]), *shifted]


def _shift_lines(view: SourceView, offset: int, end: int, shift: int) -> list[Splice]:
    """Lines that move right (or left), blank ones apart."""
    found = []
    while offset < end:
        following = view.next_line(offset)
        if view.text[offset:following].strip():
            found.append(Splice(offset, offset - min(shift, 0), " " * max(shift, 0)))
        offset = following
    return found
