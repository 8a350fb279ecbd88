"""The problem of a text that YAML cannot read to its end: the place and the words that help most."""

import re
from functools import cache
from typing import Final

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.findings.span import Span
from tcplan.yaml_reader.indentation import out_of_column, wrapped_words
from tcplan.yaml_reader.lines import line_end, line_start
from tcplan.yaml_reader.lookalikes import odd_beginning, unfinished_merge, unspaced_colon
from tcplan.yaml_reader.parse_with_recovery import compose_sound
from tcplan.yaml_reader.parser_messages import in_plain_words, is_about_context, is_about_layout
from tcplan.yaml_reader.parsers import YamlSyntaxError
from tcplan.yaml_reader.tabs import certain_spaces

_NO_VALUE: Final = "mapping values are not allowed"
"""What a parser says of a line whose neighbour above, `- id:1`, should have been a key."""

_NOT_CHECKED: Final = "the rest of this file is not checked until then"


@cache
def _tab_pattern() -> re.Pattern[str]:
    return re.compile(r"\t")


@cache
def _leading_tab_pattern() -> re.Pattern[str]:
    return re.compile(r" *\t")


@cache
def _structure_tab_pattern() -> re.Pattern[str]:
    """A tab that is not between words; there is no more to say of a text that cannot be read."""
    return re.compile(r"(?:^ *|[:-] *)\t", re.MULTILINE)


@cache
def _between_words_pattern() -> re.Pattern[str]:
    """A line whose first tab is between two words."""
    return re.compile(r"[^\t]*[^\s:,\[{-][ ]*\t+[^\s#]")


def merge_problem(text: str) -> Problem | None:
    """The problem of a file with the marks of a merge that git left unfinished."""
    found = unfinished_merge(text)
    if found is None:
        return None
    message, help_text, span = found
    return Problem(codes.YAML_SYNTAX, (), message, f"{help_text}; {_NOT_CHECKED}", span=span)


def syntax_problem(error: YamlSyntaxError, text: str) -> Problem:
    """The problem of what no parser takes in a text."""
    if tab := _leading_tab_pattern().match(text, line_start(text, error.offset)) or _tab_pattern().match(
        text, error.offset
    ):
        more = [Span(*one.span()) for one in _structure_tab_pattern().finditer(text, tab.end())]
        return tab_problem([Span(tab.end() - 1, tab.end()), *more], text)
    offset = error.offset
    if error.context is not None and is_about_context(error.message):
        offset = error.context
    message, help_text = in_plain_words(error.message)
    span = Span(offset, min(offset + 1, len(text)))
    line_above = line_start(text, max(line_start(text, error.offset) - 1, 0))
    end = line_end(text, error.offset)
    # From the surest to the likeliest: what is seen in the characters of the line beats what its column suggests,
    # and where neither says anything the parser's own words have to do.
    if odd := odd_beginning(text, line_above, error.offset):
        message, help_text, span = odd
    elif unspaced := unspaced_colon(text, line_above if _NO_VALUE in error.message else line_start(text, offset), end):
        message, help_text, span = unspaced
    elif is_about_layout(error.message) and (hint := wrapped_words(text, offset) or out_of_column(text, offset)):
        message, help_text, span = hint
    return Problem(codes.YAML_SYNTAX, (), message, f"{help_text}; {_NOT_CHECKED}", span=span)


def tab_problem(found: list[Span], text: str) -> Problem:
    """The problem of tabs at some places of a text."""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    message = f"there is a tab outside quotes and block text{more}"
    first = found[0]
    help_text = "write spaces instead"
    if _between_words_pattern().match(text, line_start(text, first.start), line_end(text, first.start)):
        help_text = "write a space instead; or, if these are two cells of a table, make them two values"
    fix = certain_spaces(text, compose_sound)
    return Problem(codes.TAB, (), message, f"{help_text}; {_NOT_CHECKED}", span=first, fix=fix)
