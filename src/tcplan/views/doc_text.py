"""The smallest parts of a document: prose, addresses, items, facts, tables, and days in words."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from tcplan.dates import Day, Due, DueKind, Period, due_date, start_date
from tcplan.rag import NO_REPORT_SYMBOL, NOT_REPORTED, SYMBOLS, KeyEntry

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY_PARTS, _MONTH_PARTS = 3, 2
_DUE_WORDS: Final = {DueKind.TBC: "to be confirmed", DueKind.END: "the end of the plan", DueKind.ONGOING: "ongoing"}
_ISO_DAY: Final = re.compile(r"\b(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")


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
    """A RAG colour as it is printed: a symbol and words first, the colour second."""

    colour: str
    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """A plain text with, perhaps, a badge before it, a link, a place in this document, or the mark of a gap."""

    text: str
    href: Address | None = None
    anchor: str = ""
    gap: bool = False
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with one or more items."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `number` is set flush right."""

    items: tuple[Item, ...]
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the cell that names it, the others, and perhaps a place that links lead to."""

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
    """Prose, where there is any."""
    return Prose(text, below, subject) if text and text.strip() else None


def gap(text: str) -> Item:
    """What is missing, visibly."""
    return Item(text, gap=True)


def fact(label: str, *items: Item | str) -> Fact:
    """A label with items; a text is an item by itself."""
    return Fact(label, tuple(Item(item) if isinstance(item, str) else item for item in items))


def cell(*items: Item | str, number: bool = False) -> Cell:
    """A cell of items; a text is an item by itself."""
    return Cell(fact("", *items).items, number=number)


def key_badge(entry: KeyEntry) -> Badge:
    """A colour in the words of the plan's own key."""
    word = entry.colour.capitalize()
    return Badge(entry.colour, SYMBOLS[entry.colour], word if entry.label == word else f"{word}: {entry.label}")


def colour_badge(colour: str) -> Badge:
    """A colour by its name alone."""
    return Badge(colour, SYMBOLS[colour], colour.capitalize())


def no_badge(words: str = NOT_REPORTED.capitalize()) -> Badge:
    """The place of a colour where there is none."""
    return Badge("none", NO_REPORT_SYMBOL, words)


def long_day(day: date) -> str:
    """A day as it stands in a sentence, in any locale: 30 June 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_words(day: Day) -> str:
    """A day, month, quarter or year as somebody wrote it, in words."""
    parts = day.text.split("-")
    if len(parts) == _DAY_PARTS:
        return long_day(day.first)
    if len(parts) == _MONTH_PARTS:
        quarter = parts[1].upper()
        return f"{quarter} {parts[0]}" if quarter.startswith("Q") else f"{MONTHS[day.first.month - 1]} {parts[0]}"
    return day.text


def due_words(due: Due, period: Period, *, start: bool = False) -> str:
    """A due date as it was written, and the day it comes to where the words do not name it."""
    written = day_words(due.day) if due.day else _DUE_WORDS.get(due.kind, due.text)
    comes_to = start_date(due, period) if start else due_date(due, period)
    speaks = due.day is not None and len(due.text.split("-")) >= _MONTH_PARTS and due.text[5:6].isdigit()
    return written if comes_to is None or speaks else f"{written} ({long_day(comes_to)})"


def spoken(sentence: str) -> str:
    """A sentence with its days in words."""
    return _ISO_DAY.sub(lambda found: long_day(date.fromisoformat(found[0])), sentence)


def upper_first(text: str) -> str:
    """A text with a capital at its beginning."""
    return f"{text[:1].upper()}{text[1:]}"


def plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
