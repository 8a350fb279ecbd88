"""How words look, where that says something: hidden, struck out, bold, coloured, or in a font of symbols."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.colours import WordTheme, highlight
from tcplan.importing.readers.word.short_names import is_on, value
from tcplan.importing.readers.word.styles import SWITCHES, WordStyle, WordStyles
from tcplan.importing.readers.word.symbols import font_of


class WordLook(NamedTuple):
    """How words look.

    Attributes:
        is_hidden: Whether they are not shown at all.
        is_struck: Whether they are struck out.
        is_bold: Whether they are bold.
        colour: Their colour; empty for the usual one.
        ground: The colour behind them; empty for none.
        font: The font of symbols that they are in; empty for a font of letters.
    """

    is_hidden: bool = False
    is_struck: bool = False
    is_bold: bool = False
    colour: str = ""
    ground: str = ""
    font: str = ""


class WordLookReader:
    """Reads how words look, by their own properties and their styles."""

    def __init__(self, styles: WordStyles, theme: WordTheme) -> None:
        self._styles = styles
        self._theme = theme
        self._known: dict[tuple[tuple[str, ...], str], WordLook] = {}

    def look(self, properties: Element | None, paragraph_style: WordStyle) -> WordLook:
        """How words with these properties look in a paragraph of this style."""
        style_id = "" if properties is None else value(properties, "w:rStyle")
        key = (paragraph_style.ids, style_id)
        look = self._known.get(key)
        if look is None:
            look = self._known[key] = self._styled(paragraph_style, self._styles.character(style_id))
        return look if properties is None else self._changed(look, properties)

    def is_mark_hidden(self, properties: Element | None, style: WordStyle) -> bool:
        """Whether the end of a paragraph is hidden, so that the next one follows in the same line."""
        own = None if properties is None else is_on(properties.find("w:vanish"))
        return style.switches.get("w:vanish", False) if own is None else own

    def _styled(self, paragraph: WordStyle, words: WordStyle) -> WordLook:
        # A switch that is on in both styles is off: bold words in a bold heading stand out as not bold.
        bold, strike, double, hidden = (
            paragraph.switches.get(name, False) != words.switches.get(name, False) for name in SWITCHES
        )
        colour = words.colour if words.colour is not None else paragraph.colour
        return WordLook(hidden, strike or double, bold, "" if colour is None else self._theme.text_colour(colour))

    def _changed(self, look: WordLook, properties: Element) -> WordLook:
        own = {child.tag: child for child in properties}
        bold, strike, double, hidden = (is_on(own.get(name)) for name in SWITCHES)
        colour = own.get("w:color")
        ground = highlight(value(properties, "w:highlight")) if "w:highlight" in own else ""
        return WordLook(
            look.is_hidden if hidden is None else hidden,
            look.is_struck if strike is None and double is None else bool(strike or double),
            look.is_bold if bold is None else bold,
            look.colour if colour is None else self._theme.text_colour(colour),
            ground or self._theme.ground(own.get("w:shd")),
            font_of(properties) if "w:rFonts" in own else "",
        )
