"""Notes that a small raised mark leads to: a number, letter or star at a word, and before the note itself."""

import re
from dataclasses import dataclass, field
from functools import cache

from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.html.pieces import collapse_blanks

_BLOCKS = frozenset({"p", "li", "div", "dd", "td", "small", "aside", "section", "footer", "body", ""})


@dataclass
class PageNotes:
    """The raised marks of a page.

    Attributes:
        marks: The note that each mark leads to, by its element; empty where the page does not hold it.
        notes: The elements that are notes, which some mark leads to.
    """

    marks: dict[int, str] = field(default_factory=dict)
    notes: list[HtmlElement] = field(default_factory=list)


def find_notes(root: HtmlElement) -> PageNotes:
    """The marks at words, with the notes that begin with the same mark."""
    found = PageNotes()
    notes: dict[str, HtmlElement] = {}
    marks: list[tuple[HtmlElement, str]] = []
    for block in root.walk():
        before = ""
        for at, child in enumerate(block.children):
            if isinstance(child, str):
                before += child
                continue
            text = child.text().strip() if child.tag == "sup" else ""
            if text and _mark_pattern().fullmatch(text):
                if before.strip():
                    if _word_pattern().search(before):
                        marks.append((child, text))
                elif at < len(block.children) - 1 and block.tag in _BLOCKS:
                    notes.setdefault(text, block)
            before += child.text()
    for mark, text in marks:
        note = notes.get(text)
        found.marks[id(mark)] = _words_after(note, text) if note else ""
        if note and not any(note is one for one in found.notes):
            found.notes.append(note)
    return found


def _words_after(note: HtmlElement, mark: str) -> str:
    return collapse_blanks(note.text()).removeprefix(mark).lstrip(" .):")


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(r"[\[(]?(?:\d{1,2}|[a-z]|[*†‡§]{1,3})[\])]?")


@cache
def _word_pattern() -> re.Pattern[str]:
    # A mark hangs on a word or the end of a sentence; "m2" and "km2" are units, "10" a power.
    return re.compile(r"(?:[^\W\d_]{3,}|[^\W\d_]{3,}[.,;:!?)”’'\"]+)\s?$")
