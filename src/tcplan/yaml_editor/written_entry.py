"""The lines of an entry as somebody has written them, with the comments that belong to it, and all comments."""

import re
from bisect import bisect
from collections import Counter

from tcplan.findings.span import Path, Span
from tcplan.yaml_editor.comments import above_comments, after_entry
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_reader.lines import line_break_pattern
from tcplan.yaml_reader.reader import Document, read_text


def source_view(document: Document) -> SourceView:
    """A view of a document, whose text may lack its last line break."""
    if document.text.endswith(("\n", "\r")) or not document.text:
        return SourceView(document)
    return SourceView(read_text(f"{document.text}\n", document.name))


def written_entry(view: SourceView, path: Path) -> tuple[str, ...]:
    """The lines of an entry from its key or dash on, moved to column 0; none where it shares its line with others."""
    span = written_span(view, path)
    if span is None:
        return ()
    start = view.start(path)
    column = start - view.line_at(start)
    lines = line_break_pattern().split(view.text[span.start : span.end])
    return tuple(_moved(one, column) for one in lines[:-1])


def written_span(view: SourceView, path: Path) -> Span | None:
    """Where the lines of an entry are, with its comments; None where it shares its line with others."""
    if not path or view.is_flow(path):
        return None
    start = view.start(path)
    line = view.line_at(start)
    if view.text[line:start].strip():
        return None
    return Span(above_comments(view, line), after_entry(view, path, start - line))


def _moved(line: str, column: int) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return line[min(indent, column) :]


def comments_of(document: Document) -> Counter[str]:
    """The comments of a document, and how often each is there."""
    view = source_view(document)
    texts = sorted(view.texts)
    found = Counter[str]()
    for match in re.finditer(r"(?:^|[ \t])(#[^\r\n]*)", view.text, re.MULTILINE):
        at = match.start(1)
        place = bisect(texts, at, key=lambda one: one.start) - 1
        is_prose = place >= 0 and texts[place].start <= at < texts[place].end
        if not is_prose:
            found[match[1].rstrip()] += 1
    return found
