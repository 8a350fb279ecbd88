"""Lists as documents have them, with bullets or numbers, which YAML reads as one text."""

import re
from typing import Final

from tcplan.yaml_reader.parser_messages import BULLETS, DASHES

BULLET: Final = re.compile(rf"\s*[{BULLETS}]\s*")
_DASH: Final = re.compile(rf"(?:^|\s+)[-\u00b7{DASHES}]\s+")
_NUMBER: Final = re.compile(r"(?:^|\s+)\d\d?[.)]\s+")


def list_items(text: str) -> list[str]:
    """The items of a text that is a list: it has a bullet, or begins with a dash, or with a number of several.

    A text that is none has no items; a single one may stand behind a bullet or dash.
    """
    if BULLET.search(text):
        return _items(BULLET, text)
    if _DASH.match(text):
        return _items(_DASH, text)
    numbered = _items(_NUMBER, text) if _NUMBER.match(text) else []
    return numbered if len(numbered) > 1 else []


def _items(mark: re.Pattern[str], text: str) -> list[str]:
    return [item.strip() for item in mark.split(text) if item.strip()]
