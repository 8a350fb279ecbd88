"""A line that begins in a column where nothing above it does: what to say, and which columns would do."""

import re
from functools import cache
from itertools import islice, takewhile
from typing import Final, NamedTuple

from tcplan.findings.span import Span
from tcplan.yaml_reader.lines import line_end, line_start
from tcplan.yaml_reader.outline import ITEM, KEY, Opening, OutlineLine, TextBlock, around, line_at, lines_above


@cache
def _first_word_pattern() -> re.Pattern[str]:
    return re.compile(r"-|[^\s:]+|:")


MOST_LINES: Final = 500
"""The number of lines further up that are searched for one in the same column."""


class IndentationHint(NamedTuple):
    """What is wrong with the place of a line, what to do, and its first word."""

    message: str
    help: str
    span: Span


def out_of_column(text: str, offset: int) -> IndentationHint | None:
    """What is wrong with the column of the line of an offset; None where nothing is, or it is not clear what.

    Words above may have left the block of text that they belong to: then the hint is about those words.
    """
    start = line_start(text, offset)
    if ": " in text[start:offset]:
        return None  # the key of this line was taken: it is the words after it
    words = [line for line in takewhile(lambda line: not line.begins_block, lines_above(text, start)) if not line.kind]
    fit = next((fit for line in reversed(words[:MOST_LINES]) if (fit := _column_hint(text, line.start))), None)
    return fit or _stray(text, start) or _lost_item(text, start) or _column_hint(text, start)


def wrapped_words(text: str, offset: int) -> IndentationHint | None:
    """Words in the column of the key whose text they seem to continue: YAML reads them as a key without a colon."""
    line = line_at(text, line_start(text, offset))
    if line is None or line.kind:
        return None
    above = next(lines_above(text, line.start), None)
    key = above.openings[-1] if above and above.openings else None
    if above is None or above.begins_block or key is None or key.kind != KEY or key.column != line.column:
        return None
    start = above.start + key.column
    name, _, words = text[start : line_end(text, start)].partition(":")
    if not words.strip() or words.strip()[0] in "[{'\"|>#":
        return None
    message = f"this line is not a key, and is too far left to continue the text of `{name}`"
    return IndentationHint(
        message,
        f"indent it further than `{name}` if it is part of that text; or write it as key: value",
        _first_word(text, line),
    )


def _stray(text: str, start: int) -> IndentationHint | None:
    """A single line further left, between this line and one in the same column: then that line is the wrong one."""
    line = line_at(text, start)
    if line is None or not line.kind:
        return None
    above = list(islice(lines_above(text, start), MOST_LINES))
    neighbour = next((one for one in above if line.is_like(one)), None)
    between = [line, *takewhile(lambda one: one is not neighbour, above)]
    # Exactly one line further left is a slip. More are an entry of their own, and then this line is the odd one.
    left = [number for number, one in enumerate(between) if one.column < line.column]
    if neighbour is None or len(left) != 1:
        return None
    stray, below = between[left[0]], between[left[0] - 1]
    choices = (neighbour.openings[-1] if line.kind == ITEM else line.openings[0], *below.openings[:1])
    wanted = next((one for one in choices if one.kind == stray.kind), None)
    if wanted is None or (below is not line and below.column <= wanted.column and wanted not in below.openings):
        return None  # what is below it is where it should be
    return IndentationHint(*_left_of_entry(stray, wanted, neighbour), _first_word(text, stray))


def _lost_item(text: str, start: int) -> IndentationHint | None:
    """The first of some list items that begin further right than an item of words: YAML reads them as more words."""
    line = line_at(text, start)
    if line is None or line.kind != ITEM:
        return None
    first = line
    for above in lines_above(text, start):
        if above.kind != ITEM or above.column < line.column:
            if above.kind == ITEM and above.openings[-1].kind == ITEM and first is not line:
                return IndentationHint(*_right_of_list(above, first), _first_word(text, first))
            return None
        first = above
    return None


def _column_hint(text: str, start: int) -> IndentationHint | None:
    line = line_at(text, start)
    if line is None:
        return None
    openings, block = around(text, start)
    if block is not None and line.column < block.column and (line.column > block.key or not line.kind):
        return IndentationHint(*_out_of_block(block, line), _first_word(text, line))
    if not line.kind:
        above = next(lines_above(text, start), None)
        is_first = above is not None and above.begins_block and above.openings[-1].column >= line.column
        return IndentationHint(*_first_of_block(above), _first_word(text, line)) if above and is_first else None
    if not openings:
        return None
    neighbour = next((one.number for one in islice(lines_above(text, start), MOST_LINES) if line.is_like(one)), 0)
    return IndentationHint(*_out_of_entries(openings, line, neighbour), _first_word(text, line))


def _first_word(text: str, line: OutlineLine) -> Span:
    found = _first_word_pattern().match(text, line.start + line.column)
    return Span(*found.span()) if found else Span(line.start, line.start)


def _out_of_block(block: TextBlock, line: OutlineLine) -> tuple[str, str]:
    """A line that ends a block of text, and does not look as if it should."""
    message = f"this line begins further left than the text above it (line {block.line})"
    help_text = f"begin it in column {block.column + 1}, as line {block.line} does, if it belongs to that text"
    if line.kind and line.column > block.key:
        help_text += f"; or in column {block.key + 1}, if it is a {line.kind} of the same entry"
    return message, help_text


def _left_of_entry(line: OutlineLine, wanted: Opening, neighbour: OutlineLine) -> tuple[str, str]:
    """A line that has left its entry, so that the lines below it make no sense."""
    message = f"this {line.kind} begins further left than the entry it seems to belong to (line {neighbour.number})"
    return message, f"begin it in column {wanted.column + 1}, or indent the lines below it"


def _right_of_list(above: OutlineLine, line: OutlineLine) -> tuple[str, str]:
    """A list item that begins further right than the one above it."""
    message = f"this list item begins in column {line.column + 1}, and the one above it in column {above.column + 1}"
    return message, "begin the items of a list in the same column"


def _first_of_block(key: OutlineLine) -> tuple[str, str]:
    """The first line of a block of text, in the column of its key or left of it."""
    opening = key.openings[-1]
    message = f"the text of line {opening.line} begins here, no further right than its key"
    return message, f"begin it in column {opening.column + 3}, and the lines of text below it too"


def _out_of_entries(openings: list[Opening], line: OutlineLine, neighbour: int) -> tuple[str, str]:
    """A key or list item out of line with those above it; `neighbour` is the number of one that is in line with it."""
    above = max(openings, key=lambda one: one.line)
    column, kind = line.column, line.kind
    message = f"this {kind} begins in column {column + 1}, but nothing above it begins there"
    if any(one.column == column and one.kind != kind for one in openings):
        message = (
            f"this {kind} begins in column {column + 1}, the column of the {ITEM if kind == KEY else KEY}s above it"
        )
    elif column > max(one.column for one in openings):
        message = f"this {kind} is further right than line {above.line}, but cannot belong to it"
    places = [one for one in openings if one.kind == kind and one.column != column]
    nearest = min((abs(one.column - column) for one in places), default=0)
    near = sorted((one for one in places if abs(one.column - column) == nearest), reverse=True)
    help_text = ", or ".join(f"in column {one.column + 1}, as line {one.line} does" for one in near)
    help_text = f"begin it {help_text or 'in the same column as its neighbours'}"
    if neighbour:
        help_text += f"; or, if it belongs with line {neighbour}, indent line {above.line} like its neighbours"
    return message, help_text
