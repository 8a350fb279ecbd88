r"""Where a text has live figures, such as `{{ actions.complete }}`, and the same text with their values.

A figure is a name between two pairs of braces on one line, and nothing else: no expression, no code. A backslash before
the braces (`\{{`) says that they are braces, in Markdown too.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

OPENING = "{{"


class FigureMark(NamedTuple):
    """A figure as it is written, with its name; the name is empty where the braces are not closed on their line."""

    start: int
    written: str
    name: str


@cache
def _figure_pattern() -> re.Pattern[str]:
    return re.compile(r"\\\{\{|\{\{(?:[ \t]*([^{}\n]*?)[ \t]*\}\})?")


def figure_marks(text: str) -> Iterator[FigureMark]:
    """The figures of a text, in its order, with the braces that begin one and do not end."""
    if OPENING in text:
        yield from map(_mark, filter(_is_meant, _figure_pattern().finditer(text)))


def with_figures(text: str, value_of: Callable[[str], str | None]) -> str:
    """The text with the value of each figure; one for which there is None stays as it is written."""
    if OPENING not in text:
        return text

    def value(found: re.Match[str]) -> str:
        filled = value_of(_mark(found).name) if _is_meant(found) else None
        return found[0] if filled is None else filled

    return _figure_pattern().sub(value, text)


def without_figures(text: str) -> str:
    """The text without its figures: what is in their names is not said by the text."""
    return with_figures(text, lambda name: " " if name else None)


def _is_meant(found: re.Match[str]) -> bool:
    return not found[0].startswith("\\")


def _mark(found: re.Match[str]) -> FigureMark:
    return FigureMark(found.start(), found[0], found[1] or "")
