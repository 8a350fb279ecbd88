"""Values in braces and brackets that stand on one line: the same text with the keys in order."""

from collections.abc import Callable, Mapping, Sequence

from tcplan.findings.span import EntryMark, Path, Span


def flow_text(
    text: str,
    marks: Mapping[Path, EntryMark],
    children: Mapping[Path, Sequence[Path]],
    arranged: Callable[[Path, Sequence[Path]], Sequence[Path]],
    path: Path,
) -> str:
    """The text of a value, the entries of its mappings `arranged`; commas and spaces keep their places."""
    span, inside = marks[path].value, children.get(path, ())
    if not inside:
        return text[span.start : span.end]
    spans = {child: _span(marks[child]) for child in inside}
    order = inside if any(_is_empty(marks[child]) for child in inside) else arranged(path, inside)
    written, position = [], span.start
    for slot, child in zip(inside, order, strict=True):
        written.append(text[position : spans[slot].start])
        written.append(text[spans[child].start : marks[child].value.start])
        written.append(flow_text(text, marks, children, arranged, child))
        position = spans[slot].end
    return "".join([*written, text[position : span.end]])


def _span(mark: EntryMark) -> Span:
    return Span(mark.key.start if mark.key else mark.value.start, mark.value.end)


def _is_empty(mark: EntryMark) -> bool:
    """Whether nothing stands behind the colon, so that what follows matters to YAML."""
    return mark.value.start == mark.value.end
