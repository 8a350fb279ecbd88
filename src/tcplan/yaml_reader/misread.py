"""What a parser takes although its writer meant something else: lines of a text, and keys that come twice."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.findings.span import Span
from tcplan.yaml_reader.lines import line_start
from tcplan.yaml_reader.open_collection import OpenCollection
from tcplan.yaml_reader.parser_messages import OPEN_QUOTE
from tcplan.yaml_reader.parsers import YamlSyntaxError


@cache
def _continued_pattern() -> re.Pattern[str]:
    return re.compile(r"[\r\n]( *)([^ \r\n]+)")


@cache
def _surrogate_pattern() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")


def check_indentation(text: str, span: Span, column: int) -> None:
    """Refuse a text in quotes with a line that is not indented more than `column`, that of what holds it.

    YAML forbids such lines, but neither parser minds: a lost quote would swallow everything up to the next one.
    """
    for found in _continued_pattern().finditer(text, span.start, span.end):
        if len(found[1]) <= column:
            raise YamlSyntaxError(OPEN_QUOTE, found.start(2), span.start)


def lost_dashes(text: str, span: Span) -> Iterator[Span]:
    """The dashes at the beginning of lines that go on with a plain text; their writer meant list items."""
    for found in _continued_pattern().finditer(text, span.start, span.end):
        if found[2] == "-":
            yield Span(*found.span(2))


def help_for_dashes(text: str, span: Span, *, is_item: bool) -> str:
    """What to do about such dashes: those of an item are further right than its own."""
    if not is_item:
        return "write the first item on its own line with `- `, or put the whole text in quotes"
    dash = text.rfind("-", 0, span.start)
    column = dash - line_start(text, dash) + 1
    return (
        f"begin it in column {column}, as the item above does; if it is part of that text, put the whole text in quotes"
    )


def join_surrogates(value: str) -> tuple[str, bool]:
    """The text with characters that are written as two escapes, as JSON does for emoji, and whether all are whole."""
    if not _surrogate_pattern().search(value):
        return value, True
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole, whole.count("\ufffd") == value.count("\ufffd")


def repeated_keys(frame: OpenCollection, repeated: list[tuple[str, Span]]) -> Iterator[Problem]:
    """A problem for each; in a list item a single one for several, since they are those of the item that follows."""
    key, span = repeated[0]
    if len(repeated) > 1 and frame.path and isinstance(frame.path[-1], int):
        more = frame.count_of_repeated - 1
        says = f"`{_one_line(key)}` and {more:,} more {'key' if more == 1 else 'keys'} are written twice in one item"
        help_text = "if this is a new item, begin its first line with `- ` and give it an id"
        also = (*frame.path, key)
        yield Problem(codes.DUPLICATE_KEY, frame.path, says, help_text, span=span, also=also, also_says="the first")
        return
    for key, span in repeated:
        path = (*frame.path, key)
        says = f"`{_one_line(key)}` is written twice; only the first is read"
        help_text = "delete one of the two, or move the second to the item it belongs to"
        yield Problem(codes.DUPLICATE_KEY, path, says, help_text, span=span, also=path, also_says="the first")


def _one_line(key: str) -> str:
    return " ".join(key.split())
