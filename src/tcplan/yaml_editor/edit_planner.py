"""Where the new words of a change go: stretches of the text that are replaced, everything else being left."""

from tcplan.findings.change import Append, Change, Insert, Remove, Rename, Reorder, Rewrite, Set
from tcplan.findings.span import NodeStyle, Path, Value
from tcplan.yaml_editor.comments import UnsafeError, above_comments, after_entry, has_blank_line
from tcplan.yaml_editor.data_edits import has, value_at
from tcplan.yaml_editor.emit import entry_lines, in_brackets, item_lines
from tcplan.yaml_editor.list_making import make_list
from tcplan.yaml_editor.reordering import reorder
from tcplan.yaml_editor.replacing import note_after, remove, replace_value, rewrite
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice, between_brackets, new_lines
from tcplan.yaml_reader.quoting import as_scalar


def plan_splices(view: SourceView, change: Change) -> list[Splice]:
    """The stretches that a change replaces, in the order of the text; raises UnsafeError."""
    match change:
        case Set(path, value, note):
            return [*replace_value(view, path, value), *(note_after(view, path, note) if note else ())]
        case Append() | Insert():
            return _add(view, change)
        case Remove(path):
            return remove(view, path)
        case Rename(path, key):
            return _rename(view, path, key)
        case Reorder(path, order):
            return reorder(view, path, order)
        case Rewrite(path, value, span):
            return rewrite(view, path, value, span)


def _add(view: SourceView, change: Append | Insert) -> list[Splice]:
    path, value = change.path, change.value
    if isinstance(change, Append):
        return _append(view, path, value)
    written = change.written
    return _insert_item(view, path, value, written) if isinstance(path[-1], int) else _insert_key(view, change)


def _rename(view: SourceView, path: Path, key: str) -> list[Splice]:
    span = view.mark(path).key
    return [Splice(*span, as_scalar(key, in_brackets=view.is_flow(path)))] if span else []


def _append(view: SourceView, path: Path, value: Value) -> list[Splice]:
    old = value_at(view.document.data, path)
    if isinstance(old, list) and old:
        return _insert_item(view, (*path, len(old)), value)
    if old is None or old == []:
        return replace_value(view, path, [value])
    return make_list(view, path, old, value)


def _insert_item(view: SourceView, path: Path, value: Value, written: tuple[str, ...] = ()) -> list[Splice]:
    holder, index = path[:-1], int(path[-1])
    old = value_at(view.document.data, holder)
    if old is not None and not isinstance(old, list):
        return make_list(view, holder, old, value, first=index == 0)
    items = view.children(holder)
    if not items:
        return replace_value(view, holder, [value])
    if view.mark(holder).style is NodeStyle.FLOW:
        return [between_brackets(view, holder, items[index - 1] if index else None, in_brackets(value))]
    column = view.dash_column(holder)
    offset = after_entry(view, items[index - 1], column) if index else _first_line(view, holder)
    lines = _at_column(written, column) or item_lines(value, column, view.gap(items[index - 1 if index else 0]))
    # A list whose items are parted by blank lines stays one: above the second item or the one before tells.
    if index > 1 and has_blank_line(view, view.line_at(view.dash(items[index - 1]))):
        lines = ["", *lines]
    elif index == 0 and len(items) > 1 and has_blank_line(view, view.line_at(view.dash(items[1]))):
        lines = [*lines, ""]
    return [new_lines(view, offset, lines)]


def _at_column(written: tuple[str, ...], column: int) -> list[str]:
    """Lines that are written from column 0 on, at a column."""
    return [f"{' ' * column}{line}" if line.strip() else line for line in written]


def _first_line(view: SourceView, holder: Path) -> int:
    """Where the line of a list's first dash begins, or of the comments right above it, which belong to it."""
    dash = view.mark(holder).value.start
    if view.text[view.line_at(dash) : dash].strip():
        raise UnsafeError(dash, "this list begins after something else on its line")
    return above_comments(view, view.line_at(dash))


def _insert_key(view: SourceView, change: Insert) -> list[Splice]:
    path = change.path
    holder, key = path[:-1], str(path[-1])
    data = value_at(view.document.data, holder)
    if has(data, key):
        return replace_value(view, path, change.value)
    keys = view.children(holder)
    if not keys:
        return replace_value(view, holder, {key: change.value})
    before = _predecessor(keys, key, change.order)
    if view.style(holder) is NodeStyle.FLOW:
        words = f"{as_scalar(key, in_brackets=True)}: {in_brackets(change.value)}".rstrip()
        return [between_brackets(view, holder, before or keys[-1], words)]
    column = view.column(view.start(keys[0]))
    lines = _at_column(change.written, column) or entry_lines(key, change.value, column, view.list_step(holder))
    return [new_lines(view, after_entry(view, before or keys[-1], column), lines)]


def _predecessor(keys: list[Path], key: str, order: tuple[str, ...]) -> Path | None:
    """The last key in the file of those that the new one usually comes after."""
    earlier = order[: order.index(key)] if key in order else ()
    return next((path for path in reversed(keys) if path[-1] in earlier), None)
