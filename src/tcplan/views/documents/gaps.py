"""The gaps of a document: what is missing in it, or not yet as it has to be, counted in its rows."""

from dataclasses import fields, is_dataclass


def count_gaps(rows: object) -> int:
    """The number of gaps in a document, or in any part of one.

    A gap is a row whose `gap` is true. Each row is in the document once, and templates mark it once, so that the
    number is that of the marks that a reader sees, whatever the format.
    """
    if isinstance(rows, tuple):
        return sum(map(count_gaps, rows))
    if not is_dataclass(rows):
        return 0
    below = sum(count_gaps(getattr(rows, field.name)) for field in fields(rows))
    return below + (getattr(rows, "gap", False) is True)
