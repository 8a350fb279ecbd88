"""What YAML can do and plans do without: anchors, tags, merged keys, several documents, and depth without end.

Each function gives the problem of one such thing; what is there is read as words.
"""

import re
from functools import cache
from typing import Any, Final

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path, Span
from tcplan.values.limits import MAX_ITEMS, MAX_TITLE, MAX_VALUES
from tcplan.values.text_length import shortened
from tcplan.yaml_reader.lines import line_end
from tcplan.yaml_reader.quoting import quoted

MAX_DEPTH: Final = 32

MAX_LINE: Final = 1_000
"""The number of characters of a line that a message repeats: a hundred thousand anchors may be on one line."""


@cache
def _directive_pattern() -> re.Pattern[str]:
    return re.compile(r"^%[^\r\n]*", re.MULTILINE)


def second_document(span: Span, path: Path) -> Problem:
    """A line of `---` with something above it."""
    return _feature_problem(path, span, "a file holds one document", "move what follows `---` to a file of its own")


def directive(text: str, end: int, path: Path) -> Problem | None:
    """The first line before an offset that instructs the parser, such as `%YAML 1.1`."""
    found = _directive_pattern().search(text, 0, end)
    if found is None:
        return None
    help_text = "delete the line, or put a `#` before it"
    return _feature_problem(
        path, Span(*found.span()), "this line is an instruction to YAML, which plan files do not use", help_text
    )


def alias(words: str, span: Span, path: Path) -> Problem:
    """`*name`, which stands for what `&name` marks."""
    words = shortened(words, MAX_LINE)
    message = f"`{shortened(words)}` refers to an anchor, which plan files do not use"
    return _feature_problem(path, span, message, f"put the words in quotes: {quoted(words)}")


def words_of_name(text: str, span: Span) -> str:
    """The words that are read in the place of a value with `&name` or `!name` before it: those of its line."""
    line = line_from(text, span.start)
    return line if line.startswith(("&", "!")) else text[span.start : min(span.end, span.start + MAX_LINE)]


def anchor_or_tag(event: Any, words: str, span: Span, path: Path) -> Problem:
    """`&name` or `!name` before a value; `words` are those that are read instead."""
    name, what = (f"&{event.anchor}", "an anchor") if event.anchor is not None else (str(event.tag), "a tag")
    name = shortened(name)
    message = f"`{name}` makes {what}, which plan files do not use"
    help_text = f"if these are words, put them in quotes: {quoted(words)}; else delete `{name}`"
    return _feature_problem(path, Span(span.start, span.start + len(words)), message, help_text)


def merged_keys(span: Span, path: Path) -> Problem:
    """The key `<<`."""
    message = "`<<` copies the keys of another entry, which plan files do not use"
    return _feature_problem(path, span, message, "write the keys of that entry here")


def bracket_as_key(text: str, span: Span, start: int, path: Path) -> Problem:
    """A list or mapping in the place of a key; its words begin at `start`."""
    words = line_from(text, start)
    help_text = f"if these are words, put them in quotes: {quoted(words)}"
    return _feature_problem(path, span, "there is a bracket where a key should be", help_text)


def too_deep(span: Span, path: Path) -> Problem:
    """A collection in `MAX_DEPTH` others."""
    message = f"this is nested deeper than {MAX_DEPTH} levels"
    help_text = "delete the extra hyphens or brackets; a plan is four flat tables"
    return Problem(codes.TOO_DEEP, path[:2], message, help_text, span=span)


def null_word(value: str, span: Span, path: Path) -> Problem:
    """`null` or `~`, of which YAML makes nothing at all."""
    help_text = f"leave the value out, or write `{quoted(value)}` if you mean the word"
    return Problem(codes.NULL_WORD, path, f"`{value}` is an empty value to YAML", help_text, span=span)


def too_many_values(span: Span) -> Problem:
    """More values than any plan has."""
    message = f"this file has more than {MAX_VALUES:,} keys and values; the rest of it is not read"
    return Problem(codes.TOO_LONG, (), message, "split it, or leave it out of the workspace", span=span)


def too_many_items(span: Span, path: Path) -> Problem:
    """A list or entry with more in it than any plan has."""
    message = f"this has more than {MAX_ITEMS:,} entries; the rest of the file is not read"
    return Problem(
        codes.TOO_LONG, path, message, "delete the entries that are not needed, or split the file", span=span
    )


def too_long_key(span: Span, path: Path) -> Problem:
    """A key that is longer than any text with a colon after it."""
    message = f"this key has {span.end - span.start:,} characters; a key may have {MAX_TITLE:,}"
    return Problem(codes.TOO_LONG, path, message, "if these are words, put them after a key", span=span)


def line_from(text: str, offset: int) -> str:
    """The rest of the line from an offset on, or as much of it as a message may have."""
    return text[offset : line_end(text, offset, offset + MAX_LINE)].rstrip()


def _feature_problem(path: Path, span: Span, message: str, help_text: str) -> Problem:
    return Problem(codes.YAML_FEATURE, path, message, help_text, span=span)
