"""Another order of the items of a list, each with the comments that belong to it."""

from tcplan.findings.span import NodeStyle, Path, Span
from tcplan.yaml_editor.comments import UnsafeError, above_comments, after_entry, refuse_comments
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice


def reorder(view: SourceView, path: Path, order: tuple[int, ...]) -> list[Splice]:
    """The stretch from the first to the last item that moves; what is between two items keeps its place."""
    moved = [slot for slot, index in enumerate(order) if slot != index]
    if not moved:
        return []
    first, last = moved[0], moved[-1]
    if view.mark(path).style is NodeStyle.FLOW:
        stretches = [view.mark(item).value for item in view.children(path)]
        refuse_comments(view, *view.span(path))
    else:
        stretches = _stretches(view, path, first)
    words = [view.text[slice(*stretches[index])] for index in order[first : last + 1]]
    gaps = [view.text[stretches[slot].end : stretches[slot + 1].start] for slot in range(first, last)]
    mixed = "".join(part for pair in zip(words, [*gaps, ""], strict=True) for part in pair)
    return [Splice(stretches[first].start, stretches[last].end, mixed)]


def _stretches(view: SourceView, path: Path, first: int) -> list[Span]:
    """The lines of each item, with the comments right above it and those below it that are indented deeper."""
    column, found = view.dash_column(path), list[Span]()
    end = _top(view, path) if first == 0 else None
    for item in view.children(path):
        start = _start(view, item, column, end)
        found.append(Span(start, after_entry(view, item, column)))
        end = found[-1].end
    commented = [span for span in found if view.text.startswith("#", span.start + column)]
    if first == 0 and commented == found[:1]:
        raise UnsafeError(found[0].start, "this comment may be about the first item, or about the whole list")
    return found


def _top(view: SourceView, path: Path) -> int:
    """Where the line below the head of a list begins."""
    mark = view.mark(path)
    return view.next_line(view.after_colon(path) if mark.key else view.dash(path))


def _start(view: SourceView, item: Path, column: int, end: int | None) -> int:
    """Where the line of an item begins, or the comments right above it; `end` is where what is above it ends."""
    dash = view.dash(item)
    line = view.line_at(dash)
    if view.text[line:dash].strip():
        raise UnsafeError(dash, "this list begins after something else on its line")
    if end is None:
        return line
    start = max(above_comments(view, line), end)
    columns = {len(one) - len(one.lstrip(" ")) for one in view.text[start:line].splitlines()}
    if view.text[end:start].strip() or not columns <= {column}:
        raise UnsafeError(line, "it is not clear what the comment above this item is about")
    return start
