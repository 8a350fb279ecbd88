"""The numbers of ordered lists: 1, a, A, i, I."""

from typing import Final

from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.whole_numbers import read_whole

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST: Final = 3999
_STYLES: Final = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
}


def read_start(node: HtmlElement, count: int) -> int:
    """The number of the first of `count` items of a list."""
    start = _read_whole(node.attributes.get("start", ""))
    if "reversed" in node.attributes:
        return count if start is None else start
    return 1 if start is None else start


def read_value(node: HtmlElement, number: int) -> int:
    """The number of an item, unless it says another."""
    value = _read_whole(node.attributes.get("value", ""))
    return number if value is None else value


def write_number(number: int, kind: str) -> str:
    """A number as a list of a kind shows it; `kind` is the `type` of the list, or its `list-style-type`."""
    kind = _STYLES.get(kind, kind)
    if kind in {"a", "A"} and 0 < number <= _MOST:
        text = _in_letters(number)
    elif kind in {"i", "I"} and 0 < number <= _MOST:
        text = _in_roman(number)
    else:
        text = str(number)
    return (text.upper() if kind in {"A", "I"} else text) + "."


def _in_letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _in_roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _read_whole(text: str) -> int | None:
    text = text.strip()
    number = read_whole(text.removeprefix("-"))
    return None if number < 0 else -number if text.startswith("-") else number
