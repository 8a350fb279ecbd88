"""Another order of the items of a list, each with the comments that belong to it."""

from tcplan.findings.span import Path, Span
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice, UnsafeError, refuse_comments


def reorder(ground: SourceView, path: Path, order: tuple[int, ...]) -> list[Splice]:
    """The stretch from the first to the last item that moves; what stands between two items keeps its place."""
    moved = [slot for slot, index in enumerate(order) if slot != index]
    if not moved:
        return []
    first, last = moved[0], moved[-1]
    if ground.mark(path).style == "flow":
        stretches = [ground.mark(item).value for item in ground.children(path)]
        refuse_comments(ground, *ground.span(path))
    else:
        stretches = _stretches(ground, path, first)
    words = [ground.text[slice(*stretches[index])] for index in order[first : last + 1]]
    gaps = [ground.text[stretches[slot].end : stretches[slot + 1].start] for slot in range(first, last)]
    mixed = "".join(part for pair in zip(words, [*gaps, ""], strict=True) for part in pair)
    return [Splice(stretches[first].start, stretches[last].end, mixed)]


def _stretches(ground: SourceView, path: Path, first: int) -> list[Span]:
    """The lines of each item, with the comments right above it and those below it that are indented deeper."""
    column, found = ground.dash_column(path), list[Span]()
    end = _top(ground, path) if first == 0 else None
    for item in ground.children(path):
        start = _start(ground, item, column, end)
        found.append(Span(start, ground.after(item, column)))
        end = found[-1].end
    commented = [span for span in found if ground.text.startswith("#", span.start + column)]
    if first == 0 and commented == found[:1]:
        raise UnsafeError(found[0].start, "this comment may be about the first item, or about the whole list")
    return found


def _top(ground: SourceView, path: Path) -> int:
    """Where the line below the head of a list begins."""
    mark = ground.mark(path)
    return ground.next_line(ground.behind_colon(path) if mark.key else ground.dash(path))


def _start(ground: SourceView, item: Path, column: int, end: int | None) -> int:
    """Where the line of an item begins, or the comments right above it; `end` is where what stands above it ends."""
    dash = ground.dash(item)
    line = ground.line_at(dash)
    if ground.text[line:dash].strip():
        raise UnsafeError(dash, "this list begins behind something else on its line")
    if end is None:
        return line
    start = max(ground.above_comments(line), end)
    columns = {len(one) - len(one.lstrip(" ")) for one in ground.text[start:line].splitlines()}
    if ground.text[end:start].strip() or not columns <= {column}:
        raise UnsafeError(line, "what the comment above this item is about cannot be told")
    return start
