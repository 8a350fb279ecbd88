"""A stretch of text with what replaces it, and the ways of adding lines and words."""

from collections.abc import Iterable
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.yaml_editor.comments import refuse_comments
from tcplan.yaml_editor.source_view import SourceView


class Splice(NamedTuple):
    """The text from `start` to `end` is replaced by `words`; the same offset twice adds without replacing."""

    start: int
    end: int
    words: str


def new_lines(view: SourceView, offset: int, lines: Iterable[str]) -> Splice:
    """Whole lines, before the line that begins at an offset."""
    return Splice(offset, offset, "".join(line + view.line_break for line in lines))


def between_brackets(view: SourceView, holder: Path, before: Path | None, words: str) -> Splice:
    """One more entry inside brackets that are not empty, after the entry `before` or first of all."""
    refuse_comments(view, *view.span(holder))
    if before is None:
        first = view.children(holder)[0]
        mark = view.mark(first)
        start = mark.key.start if mark.key else mark.value.start
        return Splice(start, start, f"{words}, ")
    end = view.mark(before).value.end
    return Splice(end, end, f", {words}")
