"""Proves that two documents differ in their layout only: the same data, and the same comments."""

import re
from collections import Counter
from functools import cache
from typing import Any, Final

from tcplan.findings.span import NodeStyle, Path, Span
from tcplan.yaml_editor.layout.tree import LayoutError
from tcplan.yaml_reader.open_collection import BLOCK_TEXT
from tcplan.yaml_reader.reader import Document

REPORT_FAULT: Final = "format the file by hand; this is a fault in tcplan, please report it"


_BLOCK: Final = NodeStyle.BLOCK
_FLOW: Final = NodeStyle.FLOW
"""Asked for every entry: a name of a module is found ten times as fast as a member of an enum."""


@cache
def _comment_pattern() -> re.Pattern[str]:
    return re.compile(r"#[^\r\n]*")


@cache
def _header_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>][-+0-9]*[ \t]*(?=#)")


def verify(before: Document, after: Document) -> None:
    """Hold a document against what has been made of it; raises LayoutError with the place of the first difference."""
    if after.problems or after.data != before.data:
        path = _first_difference(before.data, after.data) or ()
        raise LayoutError("after formatting, this would be read differently", _offset(before, path), REPORT_FAULT)
    stated, kept = _comments_of(before), Counter(comment for _, comment in _comments_of(after))
    for offset, comment in stated:
        if not kept[comment]:
            raise LayoutError("after formatting, this comment would be lost", offset, REPORT_FAULT)
        kept[comment] -= 1
    if kept.total():
        raise LayoutError("after formatting, the file would have more comments", 0, REPORT_FAULT)


def _first_difference(before: Any, after: Any, path: Path = ()) -> Path | None:
    """The path of the first value that is not the same, of two that differ; None of two mappings that are equal."""
    steps: list[tuple[str | int, Any, Any]] = []
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        steps = [(key, value, after[key]) for key, value in before.items()]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        steps = [(index, *pair) for index, pair in enumerate(zip(before, after, strict=True))]
    else:
        return path
    found = (_first_difference(one, other, (*path, step)) for step, one, other in steps if one != other)
    return next(found, None)


def _offset(document: Document, path: Path) -> int:
    mark = document.marks.get(path)
    if mark is None:
        return 0
    return mark.key.start if mark.key is not None else mark.value.start


def _comments_of(document: Document) -> list[tuple[int, str]]:
    """The comments of a document with their offsets, without the spaces after them."""
    text, found, position = document.text, list[tuple[int, str]](), 0
    if "#" not in text:
        return found
    for start, end in [*_text_spans(document), (len(text), len(text))]:
        if text.find("#", position, start) >= 0:
            found += [(one.start(), one[0].rstrip(" \t")) for one in _comment_pattern().finditer(text, position, start)]
        position = end
    return found


def _text_spans(document: Document) -> list[Span]:
    """The spans of all keys and texts that a `#` is in or near, in order.

    Those of block text are without a comment in its first line. The others do not matter, and are most of a plan.
    """
    text, spans = document.text, list[Span]()
    for key_start, key_end, start, end, style, _ in document.marks.entries():
        is_text, has_key = style is not _BLOCK and style is not _FLOW, key_start >= 0
        if not (is_text or has_key):
            continue
        if text.find("#", key_start if has_key else start, end if is_text else key_end) < 0:
            continue
        if has_key:
            spans.append(Span(key_start, key_end))
        if style in BLOCK_TEXT and (header := _header_pattern().match(text, start)):
            comment = _comment_pattern().match(text, header.end())
            spans += [Span(*header.span()), Span(comment.end() if comment else header.end(), end)]
        elif is_text:
            spans.append(Span(start, end))
    return sorted(spans)
