"""Dates and times as a spreadsheet shows them in a format."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from tcplan.importing.readers.excel.format_codes import FormatKind, FormatPiece

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_SECONDS: Final = 86_400
_LAST_SERIAL: Final = 2_958_466
_LEAP_DAY: Final = 60
"""Excel has a 29 February 1900: days from it on are one further from the start."""


def read_serial(serial: Decimal, *, is_1904: bool) -> datetime | None:
    """The moment that a number of days stands for; None for the day that never was and for those out of bounds."""
    if is_1904:
        start = datetime(1904, 1, 1)  # noqa: DTZ001 - a spreadsheet knows no time zone
    elif int(serial) == _LEAP_DAY:
        return None
    else:
        start = datetime(1899, 12, 30 if serial > _LEAP_DAY else 31)  # noqa: DTZ001
    if not 0 <= serial < _LAST_SERIAL:
        return None
    try:
        return start + timedelta(seconds=round(serial * _DAY_SECONDS))
    except OverflowError:  # after the year 9999
        return None


def has_day(pieces: Sequence[FormatPiece]) -> bool:
    """Whether a format shows a day, a month or a year, and not only a time."""
    return any(
        piece.kind == FormatKind.DATE and unit in "yde" for piece, unit in zip(pieces, _units(pieces), strict=True)
    ) or ("month" in _units(pieces))


def show_date(serial: Decimal, moment: datetime, pieces: Sequence[FormatPiece]) -> str:
    """A moment by the pieces of a section; `serial` is the number that it was read from."""
    halves = any(piece.kind == FormatKind.HALF_DAY for piece in pieces)
    shown = []
    for piece, unit in zip(pieces, _units(pieces), strict=True):
        if piece.kind == FormatKind.DATE:
            shown.append(_show_part(moment, unit, len(piece.text), halves=halves))
        elif piece.kind == FormatKind.ELAPSED:
            seconds = round(serial * _DAY_SECONDS) // {"h": 3600, "m": 60, "s": 1}[piece.text[0]]
            shown.append(f"{seconds:0{len(piece.text)}d}")
        elif piece.kind == FormatKind.HALF_DAY:
            shown.append(_half_of_day(moment, piece.text))
        else:
            shown.append(piece.text)
    return "".join(shown)


def _units(pieces: Sequence[FormatPiece]) -> list[str]:
    """What each piece shows: the letter of its unit, but "month" or "minute" for an m; empty for other pieces."""
    letters = [one.text[0].lower() if one.kind in {FormatKind.DATE, FormatKind.ELAPSED} else "" for one in pieces]
    units = [(at, letter) for at, letter in enumerate(letters) if letter]
    for order, (at, letter) in enumerate(units):
        if letter == "m" and pieces[at].kind == FormatKind.DATE:
            before = units[order - 1][1] if order else ""
            after = units[order + 1][1] if order + 1 < len(units) else ""
            is_minute = len(pieces[at].text) <= len("mm") and (before == "h" or after == "s")
            letters[at] = "minute" if is_minute else "month"
    return letters


def _show_part(moment: datetime, unit: str, length: int, *, halves: bool) -> str:
    """One unit in one of its lengths: d, dd, ddd, dddd."""
    width = min(length, 2)
    if unit in {"y", "e"}:
        return f"{moment.year % 100:02d}" if length <= len("yy") and unit == "y" else str(moment.year)
    if unit == "month":
        return _show_month(moment.month, length)
    if unit == "d" and length > len("dd"):
        return _DAYS[moment.weekday()][: 3 if length == len("ddd") else None]
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    return f"{ {'d': moment.day, 'h': hour, 'minute': moment.minute}.get(unit, moment.second):0{width}d}"


def _show_month(month: int, length: int) -> str:
    name = _MONTHS[month - 1]
    return {1: str(month), 2: f"{month:02d}", 3: name[:3], 5: name[0]}.get(length, name)


def _half_of_day(moment: datetime, code: str) -> str:
    words = "AM" if moment.hour < 12 else "PM"  # noqa: PLR2004 - noon
    return words if len(code) == len("AM/PM") else words[0]
