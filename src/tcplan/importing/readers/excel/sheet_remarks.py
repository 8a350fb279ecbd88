"""What is told of a sheet: what was seen in it and not read, or read although it was not seen."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from tcplan.importing.document import Remark, SourcePlace
from tcplan.importing.readers.excel.cell_names import column_letters
from tcplan.importing.readers.excel.cell_values import CellValue
from tcplan.importing.readers.excel.sheet import SheetParts, hidden_columns

_MOST_NAMES: Final = 12
_MOST_LETTERS: Final = 60


def remark_on_sheet(parts: SheetParts) -> Iterator[Remark]:
    """All that is told of a sheet."""
    yield from _remark_on_columns(parts)
    yield from _remark_on_rows(parts)
    yield from _remark_on_cells(parts, lambda value: value.is_unknown, _UNKNOWN)
    yield from _remark_on_cells(parts, lambda value: value.is_error, _ERROR)
    if parts.raw.coloured_by_rule and parts.values:
        areas = _list_names(dict.fromkeys(parts.raw.coloured_by_rule))
        yield Remark(_RULE.format(areas, parts.name), SourcePlace(parts.part))


_UNKNOWN: Final = "{} of the sheet “{}”: a formula without its result; to have it, open the file and save it again"
_ERROR: Final = "{} of the sheet “{}”: a formula that ends in an error"
_RULE: Final = "{} of the sheet “{}”: colours that a rule gives (conditional formatting) are not read"


def _remark_on_columns(parts: SheetParts) -> Iterator[Remark]:
    """The hidden columns in which there is something, each with its first words."""
    for column in sorted(hidden_columns(parts.raw)):
        rows = (row for row, cells in parts.values.items() if column in cells and cells[column].lines)
        if row := next(rows, 0):
            letters = column_letters(column)
            words = parts.values[row][column].lines[0].text[:_MOST_LETTERS]
            message = f"column {letters} (“{words}”) of the sheet “{parts.name}” is hidden and was not read"
            yield Remark(message, SourcePlace(parts.part, row, column, f"{letters}{row}"))


def _remark_on_rows(parts: SheetParts) -> Iterator[Remark]:
    hidden = sorted(row for row in parts.raw.hidden_rows if row in parts.values)
    if hidden and not parts.raw.filtered:
        words = "row" if len(hidden) == 1 else "rows"
        are = "is" if len(hidden) == 1 else "are"
        message = (
            f"{words} {_list_names(map(str, hidden))} of the sheet “{parts.name}” {are} hidden, but not by a filter"
        )
        yield Remark(f"{message}: read as part of the plan", SourcePlace(parts.part, hidden[0]))


def _remark_on_cells(parts: SheetParts, chosen: Callable[[CellValue], bool], message: str) -> Iterator[Remark]:
    cells = [(row, at) for row, values in parts.values.items() for at, value in sorted(values.items()) if chosen(value)]
    if cells:
        names = [f"{column_letters(column)}{row}" for row, column in cells]
        place = SourcePlace(parts.part, *cells[0], names[0])
        yield Remark(message.format(_list_names(names), parts.name), place)


def _list_names(names: Iterable[str]) -> str:
    """Names with commas, not more than a dozen."""
    rest = iter(names)
    shown = ", ".join(islice(rest, _MOST_NAMES))
    more = sum(1 for _ in rest)
    return f"{shown} and {more} more" if more else shown
