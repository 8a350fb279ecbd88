"""Giving an entry another value, or none: the words after its colon or dash, and the lines below that belong to it."""

from tcplan.findings.span import EntryMark, NodeStyle, Path, Span, Value
from tcplan.values.plain_text import clean
from tcplan.values.text_length import shortened
from tcplan.yaml_editor.comments import (
    UnsafeError,
    blank_line_end,
    blank_line_start,
    has_comment_after,
    refuse_comments,
)
from tcplan.yaml_editor.emit import WrittenValue, in_brackets, mapping_lines, write_value
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice, new_lines
from tcplan.yaml_reader.lines import line_break_pattern
from tcplan.yaml_reader.open_collection import BLOCK_TEXT
from tcplan.yaml_reader.quoting import as_scalar, quoted


def replace_value(view: SourceView, path: Path, value: Value) -> list[Splice]:
    """The stretches that hold the value at a path, with the new one."""
    mark = view.mark(path)
    if view.is_flow(path):
        refuse_comments(view, *mark.value)
        words = in_brackets(value)
        return [_replace_words(view, mark, words) if words else Splice(*mark.value, "")]
    new = _write(view, path, mark, value)
    if new.head == value and " " in new.head and has_comment_after(view, mark):
        new = WrittenValue(quoted(new.head))  # so that the comment is not read as a part of the words
    if mark.style is NodeStyle.BLOCK:
        return _over_block(view, path, mark, new)
    if mark.style in BLOCK_TEXT:
        return _over_block_text(view, mark, new)
    if mark.style is NodeStyle.FLOW:
        refuse_comments(view, *mark.value)
    below = view.next_line(mark.value.end)
    return [_replace_words(view, mark, new.head), *([new_lines(view, below, new.body)] if new.body else [])]


def note_after(view: SourceView, path: Path, note: str) -> list[Splice]:
    """A comment at the end of the line that a value is on: words of the old value that the new one does not have."""
    start, end = view.mark(path).value
    below = view.next_line(end)
    line = view.text[end:below]
    if "#" in line or line_break_pattern().search(view.text, start, end):
        raise UnsafeError(start, f"`{shortened(note)}` cannot be kept as a comment on this line")
    offset = end + len(line.rstrip())
    return [Splice(offset, end + len(line.rstrip("\r\n")), f"  # {clean(' '.join(note.split()))}")]


def remove(view: SourceView, path: Path) -> list[Splice]:
    """The stretches that hold an entry; the last one of a list or mapping leaves `[]` or `{}`."""
    holder = path[:-1]
    siblings = view.children(holder)
    if len(siblings) == 1:
        if not holder:
            raise UnsafeError(0, "this is the only entry of the file")
        empty: Value = [] if isinstance(path[-1], int) else {}
        return replace_value(view, holder, empty)
    if view.style(holder) is NodeStyle.FLOW:
        return [_from_brackets(view, path, siblings)]
    start, end = view.start(path), view.after_leaf(path)
    refuse_comments(view, start, end)
    if not view.text[view.line_at(start) : start].strip():
        return [Splice(*_with_its_blank_line(view, path, siblings, (view.line_at(start), end)), "")]
    return [_first_of_item(view, path, siblings, start)]


def _index_in(siblings: list[Path], path: Path) -> int:
    """Where an entry is among its siblings; in a list, its last step says so."""
    step = path[-1]
    return step if isinstance(step, int) and siblings[step : step + 1] == [path] else siblings.index(path)


def _with_its_blank_line(
    view: SourceView, path: Path, siblings: list[Path], stretch: tuple[int, int]
) -> tuple[int, int]:
    """The lines of an entry, and of the blank lines that part it from its neighbours in a list one."""
    start, end = stretch
    if not isinstance(path[-1], int):
        return stretch
    index = _index_in(siblings, path)
    below = blank_line_end(view, end)
    if index == 0:
        return start, below
    above = blank_line_start(view, start)
    is_parted = index > 1 and blank_line_start(view, before := view.line_at(view.start(siblings[index - 1]))) < before
    return (above, end) if below > end or end >= len(view.text) or is_parted else stretch


def rewrite(view: SourceView, path: Path, value: str, span: Span) -> list[Splice]:
    """A text in quotes in the place of a stretch; as a block, where it holds quotes itself and may have lines."""
    stretch = view.text[span.start : span.end]
    if line_break_pattern().search(stretch):
        raise UnsafeError(span.start, "these words run over several lines")
    if stretch != value:
        refuse_comments(view, *span)
    if view.text[span.start - 1] == ":":  # `{as:merged}` lacks a space and no quotes
        return [Splice(*span, f" {as_scalar(value, in_brackets=True)}")]
    words = quoted(value)
    if "\\" not in words or view.is_flow(path):
        return [Splice(*span, words)]
    mark = view.mark(path)
    column = view.column(mark.key.start if mark.key else view.dash(path))
    head, body = write_value(f"{value}\n", column)
    return [Splice(*span, f"{head}-"), new_lines(view, view.next_line(span.end), body)]


def _write(view: SourceView, path: Path, mark: EntryMark, value: Value) -> WrittenValue:
    if mark.key is not None:
        return write_value(value, view.column(mark.key.start), view.list_step(path[:-1]))
    column = view.column(view.dash(path))
    if isinstance(value, dict) and value:  # its first key takes the place after the dash
        first, *rest = mapping_lines(value, column + 1 + view.gap(path))
        return WrittenValue(first.lstrip(), tuple(rest))
    return write_value(value, column)


def _replace_words(view: SourceView, mark: EntryMark, words: str) -> Splice:
    """Other words in the place of a value; a space comes and goes with them."""
    start, end = mark.value
    if start == end and words:
        return Splice(start, end, f" {words}")
    if not words:
        start = len(view.text[:start].rstrip(" "))
    return Splice(start, end, words)


def _over_block_text(view: SourceView, mark: EntryMark, new: WrittenValue) -> list[Splice]:
    """The indicator gives way to the head, and the lines below it to the body; a comment after it stays."""
    start, stop = view.block_text(mark)
    head = _replace_words(view, mark._replace(value=mark.value._replace(end=view.indicator_end(mark))), new.head)
    return [head, new_lines(view, start, new.body)._replace(end=stop)]


def _over_block(view: SourceView, path: Path, mark: EntryMark, new: WrittenValue) -> list[Splice]:
    """The lines of a list or mapping give way to new ones."""
    end = view.after_leaf(path)
    if mark.key is None:
        refuse_comments(view, mark.value.start, end)
        lines = "".join(line + view.line_break for line in (new.head, *new.body))
        return [Splice(mark.value.start, end, lines)]
    below = view.next_line(mark.key.end)
    refuse_comments(view, below, end)
    colon = view.after_colon(path)
    words = [Splice(colon, colon, f" {new.head}")] if new.head else []
    return [*words, new_lines(view, below, new.body)._replace(end=end)]


def _first_of_item(view: SourceView, path: Path, siblings: list[Path], start: int) -> Splice:
    """The entry after a dash gives way to the next key, or the next dash."""
    if path != siblings[0]:
        raise UnsafeError(start, "this entry begins after something else on its line")
    following = view.start(siblings[1])
    refuse_comments(view, start, following)
    return Splice(start, following, "")


def _from_brackets(view: SourceView, path: Path, siblings: list[Path]) -> Splice:
    index = _index_in(siblings, path)
    if index:
        start, end = view.mark(siblings[index - 1]).value.end, view.mark(path).value.end
    else:
        start, end = view.start(path), view.start(siblings[1])
    refuse_comments(view, start, end)
    return Splice(start, end, "")
