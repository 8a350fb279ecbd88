"""Keys that stand in a block of text because their line is indented too far: to YAML they are words of the text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.codes import MISPLACED_KEY
from tcplan.findings.finding import Problem
from tcplan.findings.span import Span
from tcplan.model import Shape
from tcplan.shape.fields import fields_of, shape_at
from tcplan.shape.recovery import value_or_none
from tcplan.shape.short_forms import PathMap
from tcplan.yaml_reader.frame import BLOCK_TEXT
from tcplan.yaml_reader.lines import line_start
from tcplan.yaml_reader.reader import Document


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(r"^( *)(?:([a-z_]+):( .*)?|(-) .*|\S.*)$", re.MULTILINE)


_ENDS: Final = ".!?)\"'"
"""What a sentence ends with. In the middle of one, words with a colon are words."""


def keys_in_text(document: Document, shape: type[Shape], path_map: PathMap) -> Iterator[Problem]:
    """Blocks of text whose last lines are a key that the entry may have and has not, and what belongs to it."""
    for path, mark in document.marks.items():
        if mark.style not in BLOCK_TEXT or mark.key is None:
            continue
        here, holder = shape_at(shape, path_map.meant(path[:-1])), value_or_none(document.data, path[:-1])
        if here is None or not isinstance(holder, dict):
            continue
        found = _last_key(document.text, mark.value)
        if found is None or found[2] not in fields_of(here).keys() - holder.keys():
            continue
        column = mark.key.start - line_start(document.text, mark.key.start) + 1
        yield Problem(
            MISPLACED_KEY,
            path,
            f"`{found[2]}:` stands inside the text of `{path[-1]}`",
            f"begin it in column {column}, as `{path[-1]}` does; if it belongs to the text, begin it with another word",
            span=Span(*found.span(2)),
        )


def _last_key(text: str, span: Span) -> re.Match[str] | None:
    """The first line with a key from which on a text holds nothing but keys, items, and what is indented further."""
    found: re.Match[str] | None = None
    lines = list(_line_pattern().finditer(text, text.find("\n", span.start) + 1, span.end))
    least = span.end
    for number, line in reversed(list(enumerate(lines))):
        ends_before = number == 0 or lines[number - 1][0][-1] in _ENDS
        if line[2] and len(line[1]) < least and (line[3] is None or ends_before):
            found = line
        elif not line[2] and not line[4]:
            least = min(least, len(line[1]))
    return found
