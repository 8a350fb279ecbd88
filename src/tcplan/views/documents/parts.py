"""The smallest parts of a document: prose, addresses, items, facts and tables."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tcplan.values.rag import NO_REPORT_SYMBOL, SYMBOLS, KeyEntry, plain_words
from tcplan.workspace.consent import EMAIL_WITHHELD, WITHHELD

NO_COLOUR: Final = "none"
"""The colour of a badge that has none."""

_MOST_BADGES: Final = 100
"""How many badges are kept: more than the keys of the plans of a document have colours."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown as somebody wrote it. `below` is the level of the heading above it, `subject` names it in captions."""

    text: str
    below: int
    subject: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link leads: a web or e-mail address."""

    url: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A RAG colour as it is printed: a symbol and words first, the colour second.

    `ours` unless the words are the plan's own.
    """

    colour: str
    symbol: str
    words: str
    ours: bool = True


@dataclass(frozen=True, slots=True)
class TextItem:
    """A plain text with, perhaps, a badge before it, a link, or a place in this document.

    `ours` if the words are those of tcplan or of a framework, which are English in a document of any language.
    """

    text: str
    href: Address | None = None
    anchor: str = ""
    badge: Badge | None = None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with one or more items."""

    label: str
    items: tuple[TextItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a `number` is aligned right."""

    items: tuple[TextItem, ...]
    number: bool = False

    @property
    def label(self) -> str:
        """Its words, as the label of a cell below it where rows are stacked."""
        return " ".join(one.text for one in self.items)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the cell that names it, the others, and perhaps an anchor for links."""

    head: Cell
    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what every table needs: a caption, named columns, named rows."""

    caption: str
    columns: tuple[Cell, ...]
    rows: tuple[Row, ...]


def prose(text: str | None, below: int, subject: str) -> Prose | None:
    """The text as prose; None if it is empty."""
    return Prose(text, below, subject) if text and text.strip() else None


def ours(text: str) -> TextItem:
    """A text in the words of tcplan or of a framework: a date, a length of time, a fixed sentence."""
    return TextItem(text, ours=True)


def published(text: str) -> TextItem:
    """A name or an address as it may be printed: that it is withheld is said in our words."""
    return TextItem(text, ours=text in (WITHHELD, EMAIL_WITHHELD))


def fact(label: str, *items: TextItem | str) -> Fact:
    """A label with items; a text is an item by itself."""
    return Fact(label, tuple(TextItem(item) if isinstance(item, str) else item for item in items))


def cell(*items: TextItem | str, number: bool = False) -> Cell:
    """A cell of items; a text is an item by itself."""
    return Cell(fact("", *items).items, number=number)


@lru_cache(maxsize=_MOST_BADGES)
def key_badge(entry: KeyEntry) -> Badge:
    """A colour in the words of the plan's own key; each report has one of a few."""
    word = entry.colour.capitalize()
    is_usual = entry.label == upper_first(plain_words(entry.means))
    words = word if entry.label == word else f"{word}: {entry.label}"
    return Badge(entry.colour, entry.symbol, words, ours=is_usual)


def colour_badge(colour: str) -> Badge:
    """A colour by its name alone."""
    return Badge(colour, SYMBOLS[colour], colour.capitalize())


def no_badge(words: str) -> Badge:
    """What is printed instead of a colour."""
    return Badge(NO_COLOUR, NO_REPORT_SYMBOL, upper_first(words))


def upper_first(text: str) -> str:
    """A text with a capital first letter."""
    return f"{text[:1].upper()}{text[1:]}"


def plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
