"""Block text: which of its lines are text, and how deep it is indented."""

from collections.abc import Sequence
from itertools import takewhile

from tcplan.yaml_editor.emit import STEP
from tcplan.yaml_editor.layout.tree import LayoutItem, SourceLine


def take_block_text(item: LayoutItem, header: str, above: Sequence[SourceLine], text: Sequence[SourceLine]) -> int:
    """Make an item's body that of a block text; returns how many blank lines below it are none of its own.

    `header` is what follows its `|` or `>`; `above` is that sign's line with the comments above it, where it does not
    stand on the line of the head.
    """
    digits = [int(sign) for sign in header if sign.isdigit()]
    base = item.column + digits[0] if digits else _base(text)
    if not digits:
        item.origin = base - STEP
    item.is_block_text = True
    item.keeps_blanks = "+" in header
    body = [line if len(line.text) > base else SourceLine("", line.end) for line in text]
    spare = 0 if item.keeps_blanks else sum(1 for _ in takewhile(lambda line: not line.text, reversed(body)))
    upper = [SourceLine(" " * (item.origin + STEP) + line.text.lstrip(" "), line.end) for line in above]
    item.body = [*upper, *body[: len(body) - spare]]
    return spare


def _base(lines: Sequence[SourceLine]) -> int:
    """The indentation of a text: that of its first line that is not blank."""
    return next((line.column for line in lines if not line.is_blank), max((len(one.text) for one in lines), default=0))
