"""Numbers as a spreadsheet shows them in a format."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import takewhile
from typing import Final

from tcplan.importing.readers.excel.format_codes import FormatKind, FormatPiece

_GENERAL_DIGITS: Final = 10
"""How many digits `General` shows: a cell has room for eleven characters, and the point is one of them."""

_GENERAL_LARGEST: Final = Decimal(10) ** 11
_GENERAL_SMALLEST: Final = Decimal("0.0001")
_MOST_DECIMALS: Final = 30
_CONTEXT: Final = Context(prec=4 * _MOST_DECIMALS)


def show_general(number: Decimal) -> str:
    """A number in the format `General`."""
    size = abs(number)
    if size and (size >= _GENERAL_LARGEST or (size < _GENERAL_SMALLEST and len(size.as_tuple().digits) > 1)):
        return _show_power(number)
    whole = len(str(int(size)))
    return _strip_zeros(f"{_round(number, max(0, _GENERAL_DIGITS - whole)):f}")


def show_number(number: Decimal, pieces: Sequence[FormatPiece], *, with_sign: bool) -> str:
    """A number by the pieces of a section; `with_sign` unless the section is the one for negative numbers."""
    if any(piece.kind == FormatKind.SLASH for piece in pieces) and any(
        piece.kind == FormatKind.DIGIT for piece in pieces
    ):
        return show_general(number)  # a fraction
    if not any(piece.kind == FormatKind.DIGIT for piece in pieces):
        return _show_without_digits(number, pieces, with_sign=with_sign)
    number *= Decimal(100) ** sum(piece.kind == FormatKind.PERCENT for piece in pieces)
    exponent = next((at for at, piece in enumerate(pieces) if piece.kind == FormatKind.EXPONENT), len(pieces))
    if exponent < len(pieces):
        return _show_exponent(number, pieces, exponent, with_sign=with_sign)
    return _show_plain(number, pieces, with_sign=with_sign)


def _show_without_digits(number: Decimal, pieces: Sequence[FormatPiece], *, with_sign: bool) -> str:
    """A section of words alone, or one with `General` among its words."""
    general = show_general(number if with_sign else abs(number))
    is_general = [piece.kind in {FormatKind.GENERAL, FormatKind.TEXT} for piece in pieces]
    return "".join(general if is_it else piece.text for piece, is_it in zip(pieces, is_general, strict=True))


def _show_plain(number: Decimal, pieces: Sequence[FormatPiece], *, with_sign: bool) -> str:
    after = pieces[max(at for at, piece in enumerate(pieces) if piece.kind == FormatKind.DIGIT) + 1 :]
    scale = len(list(takewhile(lambda piece: piece.kind == FormatKind.COMMA, after)))  # each makes thousands of it
    point = next((at for at, piece in enumerate(pieces) if piece.kind == FormatKind.POINT), len(pieces))
    decimals = sum(piece.kind == FormatKind.DIGIT for piece in pieces[point:])
    rounded = _round(number.scaleb(-3 * scale), decimals)
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    sign = "-" if with_sign and rounded < 0 else ""
    text = _fill_whole(whole.lstrip("0"), pieces[:point]) + _fill_decimals(rest, pieces[point:])
    return sign + text


def _fill_whole(digits: str, pieces: Sequence[FormatPiece]) -> str:
    """The digits before the point from the right; the first place takes all that are left."""
    first = next((at for at, piece in enumerate(pieces) if piece.kind == FormatKind.DIGIT), -1)
    with_commas = any(piece.kind == FormatKind.COMMA for piece in pieces[first:])
    shown: list[str] = []
    count = 0
    for at in range(len(pieces) - 1, -1, -1):
        kind, text = pieces[at]
        if kind == FormatKind.DIGIT:
            taken = digits if at == first else digits[-1:]
            digits = digits[: len(digits) - len(taken)]
            for digit in reversed(taken or {"0": "0", "?": " "}.get(text, "")):
                shown.append("," if with_commas and count and count % 3 == 0 else "")
                shown.append(digit)
                count += 1
        elif kind != FormatKind.COMMA:
            shown.append(text)
    if first < 0:  # a code such as `.00` has no place for them
        shown.append(digits)
    return "".join(reversed(shown))


def _fill_decimals(digits: str, pieces: Sequence[FormatPiece]) -> str:
    """The point and what follows; `#` shows no zero at the end."""
    significant = len(digits.rstrip("0"))
    shown = []
    place = 0
    for kind, text in pieces:
        if kind == FormatKind.DIGIT:
            is_needed = place < significant or text == "0"
            shown.append(digits[place] if is_needed else {"?": " "}.get(text, ""))
            place += 1
        elif kind != FormatKind.COMMA:
            shown.append(text)
    return "".join(shown)


def _show_exponent(number: Decimal, pieces: Sequence[FormatPiece], at: int, *, with_sign: bool) -> str:
    """A number as a power of ten: `0.00E+00`; as many places as stand before the point step the power."""
    point = next((place for place, piece in enumerate(pieces[:at]) if piece.kind == FormatKind.POINT), at)
    places = max(1, sum(piece.kind == FormatKind.DIGIT for piece in pieces[:point]))
    decimals = sum(piece.kind == FormatKind.DIGIT for piece in pieces[point:at])
    power = number.adjusted() if number else 0
    power -= power % places
    if abs(_round(number.scaleb(-power), decimals)) >= Decimal(10) ** places:  # 9.999 is rounded to 10
        power += places
    mantissa = _show_plain(number.scaleb(-power), pieces[:at], with_sign=with_sign)
    width = sum(piece.kind == FormatKind.DIGIT for piece in pieces[at:])
    plus = "+" if pieces[at].text.endswith("+") else ""
    after = "".join(piece.text for piece in pieces[at + 1 :] if piece.kind != FormatKind.DIGIT)
    return f"{mantissa}E{'-' if power < 0 else plus}{abs(power):0{width}d}{after}"


def _show_power(number: Decimal) -> str:
    mantissa, _, power = f"{number:.5E}".partition("E")
    return f"{_strip_zeros(mantissa)}E{power[0]}{int(power[1:]):02d}"


def _round(number: Decimal, decimals: int) -> Decimal:
    """Half away from zero, as spreadsheets do it."""
    if number.adjusted() > 2 * _MOST_DECIMALS or decimals > _MOST_DECIMALS:
        return number
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _CONTEXT)


def _strip_zeros(text: str) -> str:
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
