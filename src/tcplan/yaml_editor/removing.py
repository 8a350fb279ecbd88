"""Taking an entry away, with the line it stands on; comments stay, or the change is refused."""

from tcplan.findings.span import Path, Value
from tcplan.yaml_editor.replacing import replace_value
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice, UnsafeError, refuse_comments


def remove(view: SourceView, path: Path) -> list[Splice]:
    """The stretches that hold an entry; the last one of a list or mapping leaves `[]` or `{}` behind."""
    holder = path[:-1]
    siblings = view.children(holder)
    if len(siblings) == 1:
        if not holder:
            raise UnsafeError(0, "this is all that the file holds")
        empty: Value = [] if isinstance(path[-1], int) else {}
        return replace_value(view, holder, empty)
    if view.style(holder) == "flow":
        return [_from_brackets(view, path, siblings)]
    start, end = view.start(path), view.after_leaf(path)
    refuse_comments(view, start, end)
    if not view.text[view.line_at(start) : start].strip():
        return [Splice(view.line_at(start), end, "")]
    return [_first_of_item(view, path, siblings, start)]


def _first_of_item(view: SourceView, path: Path, siblings: list[Path], start: int) -> Splice:
    """What stands behind a dash gives way to the next key, or the next dash."""
    if path != siblings[0]:
        raise UnsafeError(start, "this entry begins behind something else on its line")
    following = view.start(siblings[1])
    refuse_comments(view, start, following)
    return Splice(start, following, "")


def _from_brackets(view: SourceView, path: Path, siblings: list[Path]) -> Splice:
    index = siblings.index(path)
    if index:
        start, end = view.mark(siblings[index - 1]).value.end, view.mark(path).value.end
    else:
        start, end = view.start(path), view.start(siblings[1])
    refuse_comments(view, start, end)
    return Splice(start, end, "")
