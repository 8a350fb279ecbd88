"""Numbers, shares and yes or no, as the types of single values read them."""

import re
from fractions import Fraction

from tcplan.model.leaf import FaultKind, fault
from tcplan.model.texts import need_text
from tcplan.values.quantity import Quantity, parse_quantity


def check_whole(value: object) -> int:
    """A whole number of at most nine digits."""
    text = need_text(value, "a whole number")
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    from tcplan.values.number_words import read_number  # noqa: PLC0415 (most files have no such text)

    found = read_number(text)
    is_whole = found is not None and re.fullmatch(r"[0-9]{1,9}", found.certain)
    help_text = found.help if found and is_whole else "write digits only, such as 212"
    meant = found.certain if found and is_whole else ""
    raise fault(FaultKind.MALFORMED, f"`{text}` is not a whole number", help_text, meant=meant)


def check_quantity(value: object) -> Quantity:
    """A number or a percentage."""
    text = need_text(value, "a number or a percentage")
    quantity = parse_quantity(text)
    if quantity is None:
        from tcplan.values.number_words import read_number  # noqa: PLC0415 (most files have no such text)

        found = read_number(text)
        help_text = found.help if found else "write 212, 0.5 or 30%; units go into the title"
        message = f"`{text}` is not a number or a percentage"
        raise fault(FaultKind.MALFORMED, message, help_text, meant=found.certain if found else "")
    return quantity


def check_share(value: object) -> Fraction:
    """A fraction of no more than one, such as 1/4."""
    text = need_text(value, "a share")
    match = re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", text)
    if match and 0 < int(match[1]) <= int(match[2]):
        return Fraction(int(match[1]), int(match[2]))
    meant = _as_fraction(text)
    help_text = f"write {meant}" if meant else "write a fraction such as 1/4"
    raise fault(FaultKind.MALFORMED, f"`{text}` is not a share", help_text, meant=meant)


def _as_fraction(text: str) -> str:
    """A percentage or a decimal as a fraction: `25%` and `0.25` are 1/4."""
    quantity = parse_quantity(text)
    if quantity is None:
        return ""
    share = Fraction(quantity.value) / (100 if quantity.percent else 1)
    is_share = 0 < share <= 1 and share.denominator < 1000  # noqa: PLR2004 (three digits)
    return f"{share.numerator}/{share.denominator}" if is_share else ""


def check_yes_no(value: object) -> bool:
    """Yes or no, also as YAML writes them."""
    text = need_text(value, "yes or no")
    if text.lower() in ("yes", "true"):
        return True
    if text.lower() in ("no", "false"):
        return False
    raise fault(FaultKind.UNKNOWN_WORD, f"`{text}` is not yes or no", "write yes or no", words=["yes", "no"])
