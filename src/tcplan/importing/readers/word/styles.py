"""The styles of a Word file, each with what it has from the styles that it is based on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.short_names import is_on, number, value

SWITCHES: Final = ("w:b", "w:strike", "w:dstrike", "w:vanish")
"""The properties of text that decide what is read and how."""

_NO_OUTLINE: Final = 9
_MAX_CHAIN: Final = 50
_HEADING_WORDS: Final = (
    "heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|titlu|заголовок|"
    "ba\u015fl\u0131k|επικεφαλίδα|pennawd|ceannteideal|見出し|标题|標題"
)
_TITLE_WORDS: Final = frozenset({"title", "titel", "titolo", "tittel", "teitl", "tytuł"})


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_HEADING_WORDS})[ _-]*([1-9])", re.IGNORECASE)


@cache
def _list_pattern() -> re.Pattern[str]:
    return re.compile(r"list(?: ?bullet| ?number| ?continue)? ?([2-5])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style of paragraphs or characters.

    Attributes:
        ids: Its id and those of the styles that it is based on, the nearest first.
        name: Its name; Word writes the names of its own styles in English whatever its language.
        heading: The level of heading that it makes; 0 for other text.
        list_id: The list that it makes paragraphs items of; empty for none.
        list_level: The level in that list, from 0, where the list does not say it.
        depth: The depth that its name gives ("List Bullet 2"); 0 where it gives none.
        switches: Whether `SWITCHES` are on, where the style says so.
        colour: The `w:color` of its text.
        ground: The `w:shd` of its paragraphs.
    """

    ids: tuple[str, ...] = ()
    name: str = ""
    heading: int = 0
    list_id: str = ""
    list_level: int = 0
    depth: int = 0
    switches: dict[str, bool] = field(default_factory=dict)
    colour: Element | None = None
    ground: Element | None = None


class WordStyles:
    """All styles of a file."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, WordStyle] = {}
        self._defaults: dict[str, str] = {}
        for element in () if root is None else root.iter("w:style"):
            style_id = element.get("w:styleId", "")
            self._elements[style_id] = element
            if is_on_attribute(element.get("w:default")):
                self._defaults[element.get("w:type", "")] = style_id

    def paragraph(self, style_id: str) -> WordStyle:
        """The style of a paragraph that names it, or names none."""
        return self._style(style_id or self._defaults.get("paragraph", ""))

    def character(self, style_id: str) -> WordStyle:
        """The style of words that name it; words that name none have none."""
        return self._style(style_id)

    def chain(self, style_id: str) -> Iterator[Element]:
        """A style, and those that it is based on, the nearest first; Word follows no more than eleven."""
        for _ in range(_MAX_CHAIN):
            element = self._elements.get(style_id)
            if element is None:
                return
            yield element
            style_id = value(element, "w:basedOn")

    def default_table(self) -> str:
        """The style of tables that name none."""
        return self._defaults.get("table", "")

    def _style(self, style_id: str) -> WordStyle:
        style = self._resolved.get(style_id)
        if style is None:
            style = self._resolved[style_id] = _resolve(style_id, list(self.chain(style_id)))
        return style


def is_on_attribute(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text in {"1", "true", "on"}


def heading_of_name(name: str) -> int:
    """The level of heading of a style by its name, in the languages of Word; 0 for none."""
    if name.strip().lower() in _TITLE_WORDS:
        return 1
    match = _heading_pattern().fullmatch(name.strip())
    return int(match[1]) if match else 0


def heading_of_outline(properties: Element | None) -> int | None:
    """The level of heading that the properties of a paragraph give, 0 for body text; None where they do not say."""
    level = number(value(properties, "w:outlineLvl"), -1)
    if level < 0:
        return None
    return 0 if level >= _NO_OUTLINE else level + 1


def _resolve(style_id: str, chain: list[Element]) -> WordStyle:
    if not chain:
        return WordStyle((style_id,), style_id, heading_of_name(style_id), depth=_depth_of_name(style_id))
    paragraph = [one.find("w:pPr") for one in chain]
    words = [one.find("w:rPr") for one in chain]
    list_id, list_level = _list_of(paragraph)
    return WordStyle(
        ids=tuple(one.get("w:styleId", "") for one in chain),
        name=value(chain[0], "w:name"),
        heading=_heading(chain, paragraph),
        list_id=list_id,
        list_level=list_level,
        depth=_depth_of_name(value(chain[0], "w:name")),
        switches={name: on for name in SWITCHES if (on := is_on(_nearest(words, name))) is not None},
        colour=_nearest(words, "w:color"),
        ground=_nearest(paragraph, "w:shd"),
    )


def _nearest(properties: list[Element | None], name: str) -> Element | None:
    found = (child for one in properties if one is not None and (child := one.find(name)) is not None)
    return next(found, None)


def _heading(chain: list[Element], paragraph: list[Element | None]) -> int:
    for style, properties in zip(chain, paragraph, strict=True):
        level = heading_of_outline(properties)
        if level is not None:
            return level
        if by_name := heading_of_name(value(style, "w:name")):
            return by_name
    return 0


def _list_of(paragraph: list[Element | None]) -> tuple[str, int]:
    """The list of the nearest style that has one; `0` takes away the list of a style further off."""
    for properties in paragraph:
        of_list = None if properties is None else properties.find("w:numPr")
        if of_list is not None and (list_id := value(of_list, "w:numId")):
            return "" if list_id == "0" else list_id, number(value(of_list, "w:ilvl"))
    return "", 0


def _depth_of_name(name: str) -> int:
    match = _list_pattern().fullmatch(name.strip())
    return int(match[1]) if match else 0
