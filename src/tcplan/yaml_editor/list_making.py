"""From one bare value to a list: the short form gives way when a second item comes."""

from tcplan.findings.span import Path, Value
from tcplan.yaml_editor.emit import STEP, item_lines
from tcplan.yaml_editor.replacing import replace_value
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice, UnsafeError, new_lines
from tcplan.yaml_reader.frame import BLOCK_TEXT


def make_list(ground: SourceView, path: Path, old: Value, new: Value, *, first: bool = False) -> list[Splice]:
    """A list of the value at a path, its words as they are, and a new item, which comes last or `first`."""
    mark = ground.mark(path)
    one_line = isinstance(old, str) and isinstance(new, str) and "\n" not in old + new
    if ground.is_flow(path) or mark.key is None or one_line:
        return replace_value(ground, path, [new, old] if first else [old, new])
    column = ground.column(mark.key.start) + ground.list_step(path[:-1])
    is_block = mark.style == "block"
    above = ground.above_comments(ground.line_at(mark.value.start)) if is_block else ground.next_line(mark.value.start)
    below = _end(ground, path) if is_block else ground.after(path, column)
    added = new_lines(ground, above if first else below, item_lines(new, column))
    moved = _dashed(ground, path, column) if is_block else _moved(ground, path, column)
    return [added, *moved] if first else [*moved, added]


def _end(ground: SourceView, path: Path) -> int:
    """Where the line below a mapping begins; comments in the column of its keys belong to it."""
    return ground.after(path, ground.column(ground.start(ground.children(path)[0])) - 1)


def _dashed(ground: SourceView, path: Path, column: int) -> list[Splice]:
    """A mapping below its key becomes the first item: a dash before its first key, all its lines two further."""
    start = ground.start(ground.children(path)[0])
    shift = column + STEP - ground.column(start)
    first = ground.line_at(start)
    dash = Splice(first, start, " " * column + "- ")
    return [dash, *_shifted(ground, ground.next_line(start), _end(ground, path), shift)]


def _moved(ground: SourceView, path: Path, column: int) -> list[Splice]:
    """A value behind its key moves to a line of its own, behind a dash; a comment of the key's line stays there."""
    mark = ground.mark(path)
    start, end = mark.value
    below = ground.next_line(start)
    shifted: list[Splice] = []
    if mark.style in BLOCK_TEXT:
        end = ground.indicator_end(mark)
        shifted = _shifted(ground, below, ground.after_leaf(path), STEP)
    elif end > below:
        raise UnsafeError(start, "this value runs over several lines")
    gone = Splice(len(ground.text[:start].rstrip(" ")), end, "")
    return [gone, new_lines(ground, below, [" " * column + "- " + ground.text[start:end]]), *shifted]


def _shifted(ground: SourceView, offset: int, end: int, shift: int) -> list[Splice]:
    """Lines that move right (or left), blank ones apart."""
    found = []
    while offset < end:
        following = ground.next_line(offset)
        if ground.text[offset:following].strip():
            found.append(Splice(offset, offset - min(shift, 0), " " * max(shift, 0)))
        offset = following
    return found
