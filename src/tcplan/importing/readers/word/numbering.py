"""The lists that a Word file defines: what each level shows, where it begins, and which list stands for which."""

from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.short_names import descend, is_on, number, value
from tcplan.importing.readers.word.styles import WordStyles
from tcplan.importing.readers.word.symbols import font_of, symbol_text

LEVELS: Final = 9
_MAX_LINKS: Final = 10
_MAX_SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list.

    Attributes:
        start: Its first count.
        style: How it counts, in the words of OOXML.
        custom: An example of the counts, where the style is `custom`.
        text: What it shows, such as `%1.%2`.
        is_legal: Whether all counts in it are shown as digits.
        restart: The number of levels that start it anew, the highest first; None for all above it.
        paragraph_style: The style whose paragraphs are items of this level.
    """

    start: int = 1
    style: str = "decimal"
    custom: str = ""
    text: str = ""
    is_legal: bool = False
    restart: int | None = None
    paragraph_style: str = ""


@dataclass(frozen=True, slots=True)
class WordList:
    """A list that paragraphs name; `family` is what it shares its counts with.

    Attributes:
        family: The definition that it belongs to.
        levels: Its levels.
        restarts: The counts with which it starts a level anew at its first item.
    """

    family: str
    levels: dict[int, ListLevel]
    restarts: dict[int, int] = field(default_factory=dict)

    def level_of_style(self, style_ids: tuple[str, ...]) -> int | None:
        """The level that is bound to the nearest of these styles."""
        bound = {level.paragraph_style: at for at, level in self.levels.items() if level.paragraph_style}
        return next((bound[style_id] for style_id in style_ids if style_id in bound), None)


def read_lists(root: Element | None, styles: WordStyles) -> dict[str, WordList]:
    """All lists by their ids."""
    if root is None:
        return {}
    families = {one.get("w:abstractNumId", ""): one for one in root.iter("w:abstractNum")}
    entries = {one.get("w:numId", ""): one for one in root.iter("w:num")}
    lists = {}
    for list_id, entry in entries.items():
        family = _linked(value(entry, "w:abstractNumId"), families, entries, styles)
        lists[list_id] = _read_list(entry, family, families.get(family))
    return lists


def _linked(family: str, families: dict[str, Element], entries: dict[str, Element], styles: WordStyles) -> str:
    """The definition that a definition stands for, which may name a list style instead of having levels."""
    for _ in range(_MAX_LINKS):
        style_id = value(families.get(family), "w:numStyleLink")
        style = next(styles.chain(style_id), None) if style_id else None
        list_id = "" if style is None else value(descend(style, "w:pPr", "w:numPr"), "w:numId")
        following = value(entries.get(list_id), "w:abstractNumId")
        if not following or following == family:
            break
        family = following
    return family


def _read_list(entry: Element, family: str, definition: Element | None) -> WordList:
    levels = {} if definition is None else _read_levels(definition)
    restarts = {}
    for override in entry.iter("w:lvlOverride"):
        at = number(override.get("w:ilvl"))
        levels.update(_read_levels(override))
        if override.find("w:startOverride") is not None:
            restarts[at] = number(value(override, "w:startOverride"))
    return WordList(family, levels, restarts)


def _read_levels(parent: Element) -> dict[int, ListLevel]:
    return {at: _read_level(one) for one in parent.findall("w:lvl") if 0 <= (at := number(one.get("w:ilvl"))) < LEVELS}


def _read_level(element: Element) -> ListLevel:
    style = value(element, "w:numFmt", "decimal")
    form = element.find("w:numFmt")
    restart = element.find("w:lvlRestart")
    text = value(element, "w:lvlText")[:_MAX_SHOWN]
    return ListLevel(
        start=number(value(element, "w:start"), 1),  # ECMA-376 says 0; whoever leaves it out means 1
        style=style,
        custom="" if form is None else form.get("w:format", "")[:_MAX_SHOWN],
        text=_bullet(element, text) if style == "bullet" else text,
        is_legal=bool(is_on(element.find("w:isLgl"))),
        restart=None if restart is None else number(restart.get("w:val")),
        paragraph_style=value(element, "w:pStyle"),
    )


def _bullet(element: Element, text: str) -> str:
    """A bullet as it looks: its letter is of a font of symbols; a picture is a dot."""
    words = element.find("w:rPr")
    if element.find("w:lvlPicBulletId") is not None:
        return "•"
    return "◦" if text == "o" else symbol_text(text.strip(), font_of(words) or "symbol")
