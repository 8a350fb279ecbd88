"""Lists in pages that Word has saved: paragraphs whose number stands in a span of its own."""

import re
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.html.styles import PageStyles

_SYMBOLS: Final = {"·": "•", "o": "◦", "§": "▪", "\uf0b7": "•", "\uf0a7": "▪", "Ø": "➢", "ü": "✓", "v": "❖"}
"""What the letters of Word's symbol fonts look like."""

_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_STEP: Final = 36.0


class WordItem(NamedTuple):
    """The mark of an item: its depth, its number, and the elements that show the number."""

    depth: int
    number: str
    shown_by: tuple[HtmlElement, ...]


def find_word_item(node: HtmlElement, styles: PageStyles) -> WordItem | None:
    """The mark of a paragraph that Word shows as an item; None for other paragraphs."""
    declared = styles.declarations_of(node)
    listed = declared.get("mso-list", "")
    if not listed and not any(name.startswith("msolist") for name in node.classes()):
        return None
    span = next((one for one in node.walk() if styles.declarations_of(one).get("mso-list") == "ignore"), None)
    shown_by = (span,) if span else _elements_before_gap(node, styles)
    number = " ".join("".join(one.text() for one in shown_by).split())
    if not number:
        return None
    level = _level_pattern().search(listed)
    depth = int(level[1]) if level else _depth_by_margin(declared)
    return WordItem(depth, _SYMBOLS.get(number, number), shown_by)


def _elements_before_gap(node: HtmlElement, styles: PageStyles) -> tuple[HtmlElement, ...]:
    """The elements up to the small blanks that Word puts between the number and the words; they are taken together."""
    parent = node
    while True:
        for at, child in enumerate(parent.children):
            if isinstance(child, HtmlElement) and _is_gap(child, styles):
                # Letters that stand alone are put into an element, so that all of the number can be left out.
                front = [
                    one if isinstance(one, HtmlElement) else HtmlElement("span", {}, [one])
                    for one in parent.children[: at + 1]
                ]
                parent.children[: at + 1] = front
                return tuple(front)
        first = next(parent.elements(), None)
        if first is None or not any(_is_gap(one, styles) for one in first.walk()):
            return ()
        parent = first


def _is_gap(node: HtmlElement, styles: PageStyles) -> bool:
    font = styles.declarations_of(node).get("font", "")
    return font.startswith("7") and "times" in font and not node.text().strip()


def _depth_by_margin(declared: dict[str, str]) -> int:
    margin = declared.get("margin-left", "") or (declared.get("margin", "").split() or [""])[-1]
    found = _length_pattern().fullmatch(margin)
    return max(1, round(float(found[1]) * _POINTS[found[2]] / _STEP)) if found else 1


@cache
def _level_pattern() -> re.Pattern[str]:
    return re.compile("level([1-9])")


@cache
def _length_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9.]{1,8})(pt|in|cm|mm|px)")
