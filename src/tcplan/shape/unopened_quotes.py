"""Quotes that end a text and that nothing opens: `title: Share the register"`, to YAML a text like any other."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.change import Set
from tcplan.findings.codes import MALFORMED_VALUE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Span
from tcplan.model import Shape
from tcplan.shape.fields import value_field_at
from tcplan.shape.lost_comments import is_text
from tcplan.shape.short_forms import PathMap
from tcplan.yaml_reader.quoting import quoted
from tcplan.yaml_reader.reader import Document


@cache
def _closes_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\s)['\"]$")


@cache
def _inches_pattern() -> re.Pattern[str]:
    """Behind a short number it may be inches or minutes."""
    return re.compile(r"(?:^|\s)\d{1,3}(?:\.\d)?['\"]$")


@cache
def _opens_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s(\[/\u2013-])(['\"])")


def unopened_quotes(document: Document, shape: type[Shape], path_map: PathMap) -> Iterator[Problem]:
    """Plain texts that end with a quote of which there is no other; an id or a date with one is malformed anyway."""
    for path, mark in document.marks.items():
        words = document.text[mark.value.start : mark.value.end]
        if mark.style != "plain" or not _closes_pattern().search(words) or _inches_pattern().search(words):
            continue
        field = value_field_at(shape, path_map.meant(path), words)
        if field is None or field.leaf is None or not is_text(field) or words[-1] in _opens_pattern().findall(words):
            continue
        yield Problem(
            MALFORMED_VALUE,
            path,
            f"a quote ends this text, and none opens it: {words[-1]}",
            f"delete it; if it belongs to the text, put the whole text in quotes: {quoted(words)}",
            span=Span(mark.value.end - 1, mark.value.end),
            fix=Set(path, words[:-1]) if words.count('"') == 1 and "\n" not in words else None,
        )
