"""Texts that YAML takes as they are although something in them is odd: a lone quote at the end, a key in a block."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.change import Set
from tcplan.findings.codes import MALFORMED_VALUE, MISPLACED_KEY
from tcplan.findings.finding import Problem
from tcplan.findings.span import NodeStyle, Span
from tcplan.model import Shape
from tcplan.shape.fields import fields_of, shape_at, value_field_at
from tcplan.shape.recovery import value_or_none
from tcplan.shape.short_forms import PathMap
from tcplan.yaml_reader.lines import line_start
from tcplan.yaml_reader.open_collection import BLOCK_TEXT
from tcplan.yaml_reader.quoting import quoted
from tcplan.yaml_reader.reader import Document


@cache
def _closing_quote_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\s)['\"]$")


@cache
def _inches_pattern() -> re.Pattern[str]:
    """After a short number it may be inches or minutes."""
    return re.compile(r"(?:^|\s)\d{1,3}(?:\.\d)?['\"]$")


@cache
def _opening_quote_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s(\[/\u2013-])(['\"])")


@cache
def _block_line_pattern() -> re.Pattern[str]:
    return re.compile(r"^( *)(?:([a-z_]+):( .*)?|(-) .*|\S.*)$", re.MULTILINE)


_ENDS: Final = ".!?)\"'"
"""What a sentence ends with. In the middle of one, words with a colon are words."""


def unopened_quotes(document: Document, shape: type[Shape], path_map: PathMap) -> Iterator[Problem]:
    """Plain texts that end with a quote of which there is no other: `title: Share the register"`.

    An id or a date with one is malformed anyway.
    """
    text = document.text
    for number, start, end in document.marks.values_in(NodeStyle.PLAIN):
        if text[end - 1] not in "'\"":
            continue
        words = text[start:end]
        if not _closing_quote_pattern().search(words) or _inches_pattern().search(words):
            continue
        path = document.marks.path_of(number)
        field = value_field_at(shape, path_map.meant(path), words)
        if field is None or field.leaf is None or not field.takes_any_words:
            continue
        if words[-1] in _opening_quote_pattern().findall(words):
            continue
        yield Problem(
            MALFORMED_VALUE,
            path,
            f"this text ends with a quote but does not begin with one: {words[-1]}",
            f"delete the quote; if it belongs to the text, put the whole text in quotes: {quoted(words)}",
            span=Span(end - 1, end),
            fix=Set(path, words[:-1]) if words.count('"') == 1 and "\n" not in words else None,
        )


def keys_in_text(document: Document, shape: type[Shape], path_map: PathMap) -> Iterator[Problem]:
    """Blocks of text whose last lines are a key that the entry may have and has not, and what belongs to it.

    Such a line is indented too far, so that it is read as words of the text above it.
    """
    for number, start, end in document.marks.values_in(*BLOCK_TEXT):
        found = _first_key_of_end(document.text, Span(start, end))
        if found is None:
            continue
        path = document.marks.path_of(number)
        key = document.marks[path].key
        here, holder = shape_at(shape, path_map.meant(path[:-1])), value_or_none(document.data, path[:-1])
        if (
            here is None
            or not isinstance(holder, dict)
            or key is None
            or found[2] not in fields_of(here).keys() - holder.keys()
        ):
            continue
        column = key.start - line_start(document.text, key.start) + 1
        yield Problem(
            MISPLACED_KEY,
            path,
            f"`{found[2]}:` is inside the text of `{path[-1]}`",
            f"begin it in column {column}, as `{path[-1]}` does; if it belongs to the text, begin it with another word",
            span=Span(*found.span(2)),
        )


def _first_key_of_end(text: str, span: Span) -> re.Match[str] | None:
    """The first line with a key from which on a block holds nothing but keys, items, and what is indented further."""
    found: re.Match[str] | None = None
    lines = list(_block_line_pattern().finditer(text, text.find("\n", span.start) + 1, span.end))
    # From the end upwards, `least` is the smallest column of the words seen so far: only a key left of them may have
    # them as its value. A key with words after it counts only where the sentence above it has ended.
    least = span.end
    for number, line in reversed(list(enumerate(lines))):
        ends_before = number == 0 or lines[number - 1][0][-1] in _ENDS
        if line[2] and len(line[1]) < least and (line[3] is None or ends_before):
            found = line
        elif not line[2] and not line[4]:
            least = min(least, len(line[1]))
    return found
