"""Tables as text that a spreadsheet opens, and in which it calculates nothing."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from tcplan.values.plain_text import one_line

BYTE_ORDER_MARK: Final = "\ufeff"
"""What Excel needs at the beginning of a file to read it as UTF-8."""

_BEGINS_FORMULA: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What begins a formula, also in the wide form of some keyboards."""


def csv_table(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as comma-separated values."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows([as_words(cell) for cell in row] for row in rows)
    return out.getvalue()


def as_ref(level: str, ref: str) -> str:
    """An id with its plan, which a spreadsheet takes for no number or date; with its level if the plan is called 2024.

    Commands understand both.
    """
    return ref if ref[:1].isalpha() else f"{level} {ref}"


def as_words(cell: str) -> str:
    """Text on one line that a spreadsheet shows and does not calculate: an apostrophe before it says so."""
    cell = one_line(cell)
    return f"'{cell}" if cell[:1] in _BEGINS_FORMULA else cell
