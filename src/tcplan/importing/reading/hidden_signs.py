"""Signs within a name, hidden while a text is parted at signs: those in brackets, and those of names that are known."""

import re
from collections.abc import Iterable
from typing import Final

_HIDDEN: Final = {ord(sign): chr(0xE000 + index) for index, sign in enumerate(",;/|&+\\\u2022-\u2013\u2014")}
_SHOWN: Final = {ord(hidden): chr(sign) for sign, hidden in _HIDDEN.items()}
_AND: Final = "\ue0ff"


def hide(text: str) -> str:
    """A text whose signs and "and" part nothing."""
    return re.sub(r"\band\b", _AND, text).translate(_HIDDEN)


def show(text: str) -> str:
    """A text with what was hidden in it."""
    return text.translate(_SHOWN).replace(_AND, "and")


def hide_brackets(text: str) -> str:
    """A text with what is in brackets hidden: it belongs to the name before it."""
    return re.sub(r"\([^()]*\)", lambda found: hide(found[0]), text)


def hide_names(text: str, names: Iterable[str]) -> str:
    """A text with the signs hidden of the names that are in it, the longest first."""
    for name in sorted(names, key=len, reverse=True):
        if name in text and name != text:
            text = re.sub(rf"(?<![\w&]){re.escape(name)}(?![\w&])", lambda found: hide(found[0]), text)
    return text
