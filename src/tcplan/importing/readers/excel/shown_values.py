"""A value of a cell as it is shown: which section of its format counts, and what that makes of it."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from tcplan.importing.readers.excel.format_codes import GENERAL, FormatKind, FormatSection, parse_format
from tcplan.importing.readers.excel.shown_dates import has_day, read_serial, show_date
from tcplan.importing.readers.excel.shown_numbers import show_general, show_number

_SECTIONS: Final = 4  # positive, negative, zero, text
_LARGEST: Final = Decimal(10) ** 308


class Shown(NamedTuple):
    """What a cell shows, and the date that it holds as a date."""

    text: str
    day: date | None = None


def show_value(written: str, code: str, *, is_1904: bool = False) -> Shown:
    """A number of the file as it is shown in the format `code`; what is not a number is shown as it is."""
    try:
        number = Decimal(repr(float(written)))
    except (ValueError, OverflowError, InvalidOperation):
        return Shown(written)
    if not number.is_finite() or abs(number) > _LARGEST:
        return Shown(written)
    if code == GENERAL:
        return Shown(show_general(number))
    sections = parse_format(code)
    section, with_sign = _choose(number, sections)
    if not section.pieces:
        return Shown("" if len(sections) > 1 else show_general(number))
    if section.is_date:
        return _show_moment(number, section, is_1904=is_1904)
    return Shown(_tidy(show_number(number if with_sign else abs(number), section.pieces, with_sign=with_sign)))


def show_text(text: str, code: str) -> str:
    """Text as it is shown in a format: most show it as it is, one with `@` puts words around it."""
    if code == GENERAL or "@" not in code:
        return text
    section = parse_format(code)[-1]
    if not section.has(FormatKind.TEXT):
        return text
    return "".join(text if piece.kind == FormatKind.TEXT else piece.text for piece in section.pieces)


def _show_moment(number: Decimal, section: FormatSection, *, is_1904: bool) -> Shown:
    moment = read_serial(number, is_1904=is_1904)
    if moment is None:
        return Shown(show_general(number))
    text = _tidy(show_date(number, moment, section.pieces))
    return Shown(text, moment.date() if has_day(section.pieces) else None)


def _choose(number: Decimal, sections: tuple[FormatSection, ...]) -> tuple[FormatSection, bool]:
    """The section for a number, and whether a minus is shown before it; a section for negative numbers has its own."""
    numeric = sections[: _SECTIONS - 1]
    if len(numeric) > 1 and numeric[-1].has(FormatKind.TEXT):
        numeric = numeric[:-1]
    if any(section.condition for section in numeric):
        return next((one for one in numeric if _holds(number, one)), numeric[-1]), True
    if number < 0 and len(numeric) > 1:
        return numeric[1], False
    if number == 0 and len(numeric) > 2:  # noqa: PLR2004 - the third is for zero
        return numeric[2], True
    return numeric[0], True


def _holds(number: Decimal, section: FormatSection) -> bool:
    if section.condition is None:
        return False
    sign, limit = section.condition[0], Decimal(repr(section.condition[1]))
    less, same = number < limit, number == limit
    return {"<": less, "<=": less or same, ">": not less and not same, ">=": not less, "=": same, "<>": not same}[sign]


def _tidy(text: str) -> str:
    """Without the blanks that only line numbers up."""
    return text.strip()
