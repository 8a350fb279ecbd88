"""New YAML in the one house style: for values that an edit adds, and for whole new files.

Two spaces a level and list items two further than their key; a text is plain, in quotes only where it must be, and
a block where it has lines; short values of one list or mapping share a line in brackets.
"""

import re
from functools import cache
from textwrap import wrap
from typing import Final, NamedTuple

from tcplan.findings.span import Value
from tcplan.values.plain_text import log_lines
from tcplan.yaml_reader.quoting import as_scalar

WIDTH: Final = 110
"""The number of characters that a list in brackets may have before each item gets its own line."""

STEP: Final = 2
"""Columns between a level and the next."""


@cache
def _no_block_pattern() -> re.Pattern[str]:
    """What a block text cannot hold, or cannot begin or end with.

    Blank lines at its end would need `|+`, which also takes those that separate it from what follows.
    """
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\\A\\s*\n|\n\n\\Z")


class WrittenValue(NamedTuple):
    """A value as text: `head` goes after the colon or the dash, `body` are the lines below, without line ends."""

    head: str
    body: tuple[str, ...] = ()


def emit_file(data: dict[str, Value]) -> str:
    """The text of a new file."""
    return "".join(f"{line}\n" for line in mapping_lines(data, 0))


def write_value(value: Value, column: int, step: int = STEP) -> WrittenValue:
    """A value after a key or dash that is at `column`; lists below it begin `step` columns further."""
    if isinstance(value, str):
        return _text(value, column)
    if value is None:
        return WrittenValue("")
    if not value or _is_short(value, column):
        return WrittenValue(in_brackets(value))
    if isinstance(value, dict):
        return WrittenValue("", tuple(mapping_lines(value, column + STEP)))
    return WrittenValue("", tuple(line for item in value for line in item_lines(item, column + step)))


def mapping_lines(data: dict[str, Value], column: int) -> list[str]:
    """The lines of a mapping whose keys are at `column`."""
    return [line for key, value in data.items() for line in entry_lines(key, value, column)]


def entry_lines(key: str, value: Value, column: int, step: int = STEP) -> list[str]:
    """The lines of one key with its value."""
    head, body = write_value(value, column, step)
    return [f"{' ' * column}{as_scalar(key)}:{head and f' {head}'}", *body]


def item_lines(value: Value, column: int, gap: int = 1) -> list[str]:
    """The lines of a list item whose dash is at `column`, its value `gap` columns after the dash."""
    dash = " " * column + "-" + " " * gap
    if isinstance(value, dict) and value:
        first, *rest = mapping_lines(value, column + 1 + gap)
        return [dash + first.lstrip(), *rest]
    if isinstance(value, list) and value and not _is_short(value, column):
        return [dash.rstrip(), *write_value(value, column).body]
    head, body = write_value(value, column)
    return [(dash + head).rstrip(), *body]


def comment_lines(words: str, column: int = 0, hanging: int = 0) -> list[str]:
    """Words as comments that are at `column`, in as many lines as they need; all but the first `hanging` further."""
    width = WIDTH - column - len("# ")
    indent = len(words) - len(words.lstrip(" "))
    lines = wrap(log_lines(words).strip(), width - indent, subsequent_indent=" " * hanging, break_on_hyphens=False)
    return [f"{' ' * column}# {' ' * indent}{line}" for line in lines] or [f"{' ' * column}#"]


def in_brackets(value: Value) -> str:
    """A value on one line, as it is inside brackets; a list or mapping has its own around it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow_key(key)}: {in_brackets(one)}".rstrip() for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_brackets(one) for one in value) + "]"
    return "" if value is None else as_scalar(value, in_brackets=True)


def _flow_key(key: str) -> str:
    return as_scalar(key, in_brackets=True)


def _text(text: str, column: int) -> WrittenValue:
    """A text on one line, or as a block: `|` with a line break at its end, `|-` without."""
    if _no_block_pattern().search(text) or not text.strip() or "\n" not in text:
        return WrittenValue(as_scalar(text))
    indicator = str(STEP) if text.startswith(" ") else ""
    chomping = "" if text.endswith("\n") else "-"
    indent = " " * (column + STEP)
    lines = text.removesuffix("\n").split("\n")
    return WrittenValue(f"|{indicator}{chomping}", tuple(indent + line if line else "" for line in lines))


def _is_short(value: Value, column: int) -> bool:
    """Whether a list of texts, or a mapping of single words, fits into a line."""
    if isinstance(value, dict):
        fits = all(isinstance(one, str) and one and not re.search(r"\s", one) for one in value.values())
    else:
        fits = isinstance(value, list) and all(isinstance(one, str) and "\n" not in one for one in value)
    return fits and column + len(in_brackets(value)) <= WIDTH
