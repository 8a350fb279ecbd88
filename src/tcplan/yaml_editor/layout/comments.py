"""All comments of a document, found by what they are not: neither keys nor values."""

import re
from functools import cache

from tcplan.findings.span import Span
from tcplan.yaml_reader.reader import Document


@cache
def _comment_pattern() -> re.Pattern[str]:
    return re.compile(r"#[^\r\n]*")


@cache
def _header_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>][-+0-9]*[ \t]*(?=#)")


def comments_of(document: Document) -> list[tuple[int, str]]:
    """The comments of a document with their offsets, without the spaces behind them."""
    text, found, position = document.text, list[tuple[int, str]](), 0
    for start, end in [*_spans(document), (len(text), len(text))]:
        if text.find("#", position, start) >= 0:
            found += [(one.start(), one[0].rstrip(" \t")) for one in _comment_pattern().finditer(text, position, start)]
        position = end
    return found


def _spans(document: Document) -> list[Span]:
    """The spans of all keys and texts, in order; of block text without a comment in its first line."""
    spans = []
    for mark in document.marks.values():
        if mark.key is not None:
            spans.append(mark.key)
        if mark.style in ("|", ">") and (header := _header_pattern().match(document.text, mark.value.start)):
            comment = _comment_pattern().match(document.text, header.end())
            spans += [Span(*header.span()), Span(comment.end() if comment else header.end(), mark.value.end)]
        elif mark.style not in ("block", "flow"):
            spans.append(mark.value)
    return sorted(spans)
