"""What a cell shows: its value by its kind, its format and its font."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import too_large
from tcplan.importing.readers.excel.colours import Palette
from tcplan.importing.readers.excel.parts import local_name
from tcplan.importing.readers.excel.shown_values import Shown, show_text, show_value
from tcplan.importing.readers.excel.strings import CellLine, Run, read_runs, split_lines
from tcplan.importing.readers.excel.styles import CellStyle, WorkbookStyles
from tcplan.importing.readers.whole_numbers import read_whole

_MAX_TEXT: Final = 20_000_000
_START: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no time zone
_DAY_SECONDS: Final = 86_400


class CellValue(NamedTuple):
    """What a cell shows.

    Attributes:
        lines: Its words.
        fill: The colour of its ground.
        day: The date that it holds as a date.
        is_error: Whether it shows an error such as #REF!.
        is_unknown: Whether it holds a formula without its result.
    """

    lines: tuple[CellLine, ...] = ()
    fill: str = ""
    day: date | None = None
    is_error: bool = False
    is_unknown: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be seen in it."""
        return not self.lines and not self.fill


@dataclass
class CellReader:
    """Reads the values of the cells of one workbook."""

    strings: list[tuple[Run, ...]]
    style_sheet: WorkbookStyles
    palette: Palette
    is_1904: bool = False
    _length: int = 0
    _lines: dict[tuple[str, str | None], tuple[CellLine, ...]] = field(default_factory=dict)

    def read(self, cell: Element) -> CellValue:
        """What a cell (`c`) shows."""
        number, kind = cell.get("s"), cell.get("t", "n")
        style = self.style_sheet.look_up(number)
        if not len(cell):
            return CellValue(fill=style.fill)
        parts = {local_name(part.tag): part for part in cell}
        written = parts["v"].text or "" if "v" in parts else ""
        if kind == "s":
            return CellValue(self._shared(written.strip(), number, style), style.fill)
        if not written.strip() and "is" not in parts:
            return CellValue(fill=style.fill, is_unknown="f" in parts and kind in {"n", "d", "b"})
        if "is" in parts:
            runs = read_runs(parts["is"], self.palette)
            return CellValue(self._count(_split(runs, style)), style.fill)
        shown = self._show(kind, written, style)
        lines = self._count(split_lines((Run(shown.text),), style.font))
        return CellValue(lines, style.fill, shown.day, is_error=kind == "e")

    def _show(self, kind: str, written: str, style: CellStyle) -> Shown:
        if kind == "b":
            return Shown("TRUE" if written.strip() in {"1", "true"} else "FALSE")
        if kind == "d":
            return show_value(_serial(written), style.format_code)
        if kind in {"str", "inlineStr", "e"}:
            return Shown(show_text(written, style.format_code))
        return show_value(written, style.format_code, is_1904=self.is_1904)

    def _shared(self, index: str, number: str | None, style: CellStyle) -> tuple[CellLine, ...]:
        """The lines of a shared string; most cells share theirs with others, and then they are the same objects."""
        key = (index, number)
        if key not in self._lines:
            at = read_whole(index)
            self._lines[key] = _split(self.strings[at] if 0 <= at < len(self.strings) else (), style)
        return self._count(self._lines[key])

    def _count(self, lines: tuple[CellLine, ...]) -> tuple[CellLine, ...]:
        self._length += sum(len(line.text) for line in lines)
        if self._length > _MAX_TEXT:
            raise too_large("its cells have more text than a plan can have")
        return lines


def _split(runs: tuple[Run, ...], style: CellStyle) -> tuple[CellLine, ...]:
    if len(runs) == 1 and runs[0].font is None:
        runs = (Run(show_text(runs[0].text, style.format_code)),)
    return split_lines(runs, style.font)


def _serial(written: str) -> str:
    """The number of days of a date that is written as 2027-03-31 or 2027-03-31T12:00:00."""
    try:
        moment = datetime.fromisoformat(written.strip()).replace(tzinfo=None)
    except ValueError:
        return written
    return repr((moment - _START).total_seconds() / _DAY_SECONDS)
