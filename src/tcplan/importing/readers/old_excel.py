"""Old Excel workbooks (.xls, .xlsb) and OpenDocument spreadsheets (.ods), by python-calamine: values, and no more.

Neither formats nor colours are known: a number is shown as Excel shows one without a format, a date as in the United
Kingdom. Only an OpenDocument spreadsheet says itself what its cells show.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import is_zipfile

from tcplan.importing.document import Block, Remark, SourceDocument, SourcePlace, UnreadableError
from tcplan.importing.readers.archive import damaged, too_large
from tcplan.importing.readers.excel.cell_names import Area
from tcplan.importing.readers.excel.cell_values import CellValue
from tcplan.importing.readers.excel.sheet import SheetParts, build_table
from tcplan.importing.readers.excel.sheet_xml import RawSheet, Values
from tcplan.importing.readers.excel.shown_numbers import show_general
from tcplan.importing.readers.excel.strings import Run, split_lines
from tcplan.importing.readers.excel.styles import Font
from tcplan.importing.readers.open_sheets import SheetLook, read_sheet_looks

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MAX_SIZE: Final = 20_000_000
_MAX_CELLS: Final = 120_000
_MAX_GRID: Final = 2_000_000
_VALUES_ALONE: Final = (
    "only the values of this kind of workbook are read, neither colours nor formats such as 3.10, nor what is hidden "
    "in a sheet; for these, save it as .xlsx and import that"
)
_SHOWN_ALONE: Final = (
    "colours and what is hidden in a sheet are not read of this kind of workbook; for these, save it as .xlsx and "
    "import that"
)
_PASSWORD: Final = ("this file is protected by a password", "save a copy without the password")


def read_old_excel(path: Path) -> SourceDocument:
    """The document in an old workbook; UnreadableError where the library for it is not installed."""
    try:
        import python_calamine  # noqa: PLC0415, F401 - an extra, and slow to load
    except ImportError:
        raise UnreadableError(
            "this kind of spreadsheet needs one more library to be read",
            'run `pip install "tcplan[xls]"`, or save it as .xlsx',
        ) from None
    if path.stat().st_size > _MAX_SIZE:
        raise too_large("it is larger than a plan can be")
    try:
        return _read_workbook(path)
    except UnreadableError:
        raise
    except BaseException as error:  # noqa: BLE001 - see below; what is not of the library is raised again
        raise _explain(error) from None


def _explain(error: BaseException) -> BaseException:
    """What an error of the library means; what is no error of its own stays as it is."""
    name = type(error).__name__
    if name == "PasswordError":
        return UnreadableError(*_PASSWORD)
    # The library gives up on some broken files with an exception that is made for no `except Exception`.
    return damaged() if isinstance(error, Exception) or name == "PanicException" else error


def _read_workbook(path: Path) -> SourceDocument:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook  # noqa: PLC0415 - an extra

    blocks: list[Block] = []
    looks = read_sheet_looks(path) if is_zipfile(path) else {}
    remarks = [Remark(_SHOWN_ALONE if looks else _VALUES_ALONE)]
    with load_workbook(path) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.visible != SheetVisibleEnum.Visible:
                place = SourcePlace(f"sheet {sheet.name}")
                remarks.append(Remark(f"the sheet “{sheet.name}” is hidden and was not read", place))
            elif sheet.typ == SheetTypeEnum.WorkSheet:
                blocks.extend(_read_sheet(workbook, sheet.name, looks.get(sheet.name)))
    return SourceDocument(path.name, tuple(blocks), remarks=tuple(remarks))


def _read_sheet(workbook: "CalamineWorkbook", name: str, look: SheetLook | None) -> Iterator[Block]:
    sheet = workbook.get_sheet_by_name(name)
    merges = look.merges if look else [_area(*corners) for corners in sheet.merged_cell_ranges or ()]
    raw = RawSheet(_read_values(sheet, look.shown if look else {}), merges=merges)
    if raw.values:
        yield build_table(SheetParts(name, raw))


def _area(start: tuple[int, int], end: tuple[int, int]) -> Area:
    return Area(start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1)


def _read_values(sheet: "CalamineSheet", shown: Mapping[tuple[int, int], str]) -> Values:
    if sheet.start is None:
        return {}
    if sheet.height * sheet.width > _MAX_GRID:
        raise too_large("a sheet is larger than a plan can be")
    top, left = sheet.start[0] + 1, sheet.start[1] + 1
    values: Values = {}
    count = 0
    for number, row in enumerate(sheet.to_python(), top):
        cells = {
            column: cell
            for column, one in enumerate(row, left)
            if (cell := _read_value(one, shown.get((number, column)))).lines
        }
        count += len(cells)
        if cells:
            values[number] = cells
    if count > _MAX_CELLS:
        raise too_large(f"it has more than {_MAX_CELLS:,} cells with content")
    return values


def _read_value(value: object, shown: str | None) -> CellValue:
    day = value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
    return CellValue(split_lines((Run(shown or _show(value)),), Font()), day=day)


def _show(value: object) -> str:
    """A value as it is shown where no format says otherwise."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return show_general(Decimal(repr(value)))
    if isinstance(value, datetime) and value.time() != time():
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value) if isinstance(value, str | timedelta) else ""
