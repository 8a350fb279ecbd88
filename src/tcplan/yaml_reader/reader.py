"""YAML to plain values with the place of each.

What you type is what is read (design, promise 1): every scalar stays text, an empty plain value is
None, and what YAML would do without telling the writer is a problem with a place.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Final

from tcplan.findings import codes
from tcplan.findings.finding import Problem, ReplaceTabs
from tcplan.findings.marks import Marks
from tcplan.findings.span import Span, Value
from tcplan.yaml_reader.parse_with_recovery import compose_recovering
from tcplan.yaml_reader.syntax_problem import merge_problem, syntax_problem, tab_problem
from tcplan.yaml_reader.tabs import loose_tabs

BOM: Final = "\ufeff"

MAX_CHARACTERS: Final = 20
"""The number of unprintable characters that are reported; a file with more is not a text."""


@cache
def _unprintable_pattern() -> re.Pattern[str]:
    return re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: `data` is None when nothing sound could be read (then `problems` says why).

    `text` is without the byte order mark, which `has_bom` remembers.
    """

    name: str
    text: str
    data: Value
    marks: Marks
    problems: tuple[Problem, ...]
    has_bom: bool = False

    def encoded(self) -> bytes:
        """The bytes that were read."""
        return ((BOM if self.has_bom else "") + self.text).encode()


def read_text(text: str, name: str) -> Document:
    """Read the text of a file called `name`. Never raises: whatever is wrong is in `problems`."""
    document = _read_text(text.removeprefix(BOM), name)
    return replace(document, has_bom=True) if text.startswith(BOM) else document


def _read_text(text: str, name: str) -> Document:
    if _unprintable_pattern().search(text):
        return _without_data(name, text, _unprintable(text))
    if merge := merge_problem(text):
        return _without_data(name, text, [merge])
    composition, recoveries, masked, error = compose_recovering(text)
    if composition is None or error is not None:
        known = [recovery.problem for recovery in recoveries]
        return _without_data(name, text, [*known, *([syntax_problem(error, masked)] if error else [])])
    if tabs := loose_tabs(text, composition.marks):
        return _without_data(name, text, [*composition.problems, tab_problem(tabs, text)])
    return Document(
        name, text, None if composition.broken else composition.root, composition.marks, tuple(composition.problems)
    )


def _without_data(name: str, text: str, problems: Iterable[Problem]) -> Document:
    return Document(name, text, None, Marks(), tuple(problems))


def _unprintable(text: str) -> list[Problem]:
    """Invisible characters: no parser takes control characters, and no two agree on foreign line ends."""
    help_text = "delete it, or write an ordinary line break instead, and save the file as plain UTF-8 text"
    problems = [
        Problem(
            codes.UNREADABLE_FILE,
            (),
            f"a plan file cannot contain the invisible character U+{ord(found[0]):04X}{_name(found[0])}",
            help_text,
            span=Span(*found.span()),
        )
        for found in islice(_unprintable_pattern().finditer(text), MAX_CHARACTERS)
    ]
    return [replace(problems[0], fix=_without_marks(text)), *problems[1:]]


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return f" {name}" if name else ""


def _without_marks(text: str) -> ReplaceTabs | None:
    """The text without byte order marks between its words, where nothing else keeps it from being read."""
    first, last = text.find(BOM), text.rfind(BOM)
    words = text[first : last + 1].replace(BOM, "")
    if first < 0 or _unprintable_pattern().search(text.replace(BOM, "")):
        return None
    return ReplaceTabs(Span(first, last + 1), words, says="invisible characters deleted")
