"""Taking an entry away, with the line it stands on; comments stay, or the change is refused."""

from tcplan.findings.span import Path, Value
from tcplan.yaml_editor.replacing import replace_value
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice, UnsafeError, refuse_comments


def remove(ground: SourceView, path: Path) -> list[Splice]:
    """The stretches that hold an entry; the last one of a list or mapping leaves `[]` or `{}` behind."""
    holder = path[:-1]
    siblings = ground.children(holder)
    if len(siblings) == 1:
        if not holder:
            raise UnsafeError(0, "this is all that the file holds")
        empty: Value = [] if isinstance(path[-1], int) else {}
        return replace_value(ground, holder, empty)
    if ground.style(holder) == "flow":
        return [_from_brackets(ground, path, siblings)]
    start, end = ground.start(path), ground.after_leaf(path)
    refuse_comments(ground, start, end)
    if not ground.text[ground.line_at(start) : start].strip():
        return [Splice(ground.line_at(start), end, "")]
    return [_first_of_item(ground, path, siblings, start)]


def _first_of_item(ground: SourceView, path: Path, siblings: list[Path], start: int) -> Splice:
    """What stands behind a dash gives way to the next key, or the next dash."""
    if path != siblings[0]:
        raise UnsafeError(start, "this entry begins behind something else on its line")
    following = ground.start(siblings[1])
    refuse_comments(ground, start, following)
    return Splice(start, following, "")


def _from_brackets(ground: SourceView, path: Path, siblings: list[Path]) -> Splice:
    index = siblings.index(path)
    if index:
        start, end = ground.mark(siblings[index - 1]).value.end, ground.mark(path).value.end
    else:
        start, end = ground.start(path), ground.start(siblings[1])
    refuse_comments(ground, start, end)
    return Splice(start, end, "")
