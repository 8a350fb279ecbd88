"""The name of the institution that a document is about, where it says so."""

import re
from collections import Counter
from functools import cache
from itertools import islice
from typing import Final

from tcplan.importing.document import SourceDocument, paragraphs_in

_FIRST_PARAGRAPHS: Final = 60
"""Where a document says whose plan it is; further on it names others."""

_ON_TOP: Final = 15
"""Of these, the paragraphs that are the title, the first lines, or the header of a table."""

_KINDS: Final = ("University", "Institute", "College", "Conservatoire", "Observatory")

_HOSTS: Final = ("UK Institute",)
"""The host of the Technician Commitment, of whose name the pattern takes the beginning."""

_LONGEST: Final = 2_000
"""The characters of a paragraph that are looked at."""


@cache
def _name_pattern() -> re.Pattern[str]:
    """`University of Kents Hill`, `Imperial College of X`, `Eastmoor University`, `The Larkhill Institute`."""
    word = r"[A-Z][\w'’-]+"
    kind = rf"(?:{'|'.join(_KINDS)})"
    of = rf"{kind} (?:of|for) (?:the )?{word}(?: (?:and |of (?:the )?)?{word}){{0,3}}"
    subject = rf"(?: of (?:the )?{word}(?: (?:and |of (?:the )?)?{word}){{0,3}})?"
    before = rf"(?!(?:The|At|Our|This|For|In) ){word}(?: (?:and |of |& )?{word}){{0,3}} {kind}(?: London)?{subject}"
    return re.compile(rf"(?<![\w-])(?:{of}|{before})(?![\w-])")


@cache
def _opening_pattern() -> re.Pattern[str]:
    """What stands before a name and is none of it."""
    return re.compile(
        r"^(?:The|the|At|Our|This|For|In|of|Technician|Commitment|Action|Plan|Phase|Stage|Draft|Final|Appendix|Version)\s+"
    )


@cache
def _other_words_pattern() -> re.Pattern[str]:
    """What stands in no name of an institution: cells of a table that run into each other."""
    return re.compile(
        r"\b(?:Recommendations?|Talent|Pathways?|Strateg(?:y|ies)|Commitments?|Themes?|Objectives?|Owners?)\b"
    )


@cache
def _whole_line_pattern() -> re.Pattern[str]:
    """A name with its place after it, where nothing else is in the line: `St Bede's University Hexley`."""
    word = r"[A-Z][\w'’-]+"
    return re.compile(rf"{word}(?: {word}){{0,2}} University {word}")


@cache
def _closing_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:Technicians?|Commitment|Action|Plans?|Phase|Stage|Strategy|Draft|Version|Steering)\b.*$")


def institution_in(document: SourceDocument) -> str:
    """The name that the beginning of a document has most often, of several the first; empty where it has none.

    The Technician Commitment and its hosts have no such names, and a plan names its own institution before others.
    """
    texts = [document.title, *(one.text for one in islice(paragraphs_in(document.blocks), _FIRST_PARAGRAPHS))]
    parts = [text[:_LONGEST].split("\t") for text in texts]
    names = Counter(name for text in parts for part in text for name in _names_in(part))
    on_top = {name for text in parts[:_ON_TOP] for part in text for name in _names_in(part)}
    # Further down one word may stand beside another by chance.
    sure = [name for name, count in names.items() if name in on_top or count > 1]
    return max(sure, key=lambda name: names[name], default="")


def _names_in(text: str) -> list[str]:
    whole = text.strip()
    if _whole_line_pattern().fullmatch(whole) and _own_words(whole) == whole:
        return [whole]
    return [name for found in _name_pattern().finditer(text) if (name := _own_words(found[0]))]


def _own_words(name: str) -> str:
    """The name without the words of a title around it; empty where nothing is left but a kind of institution."""
    while (shorter := _opening_pattern().sub("", name)) != name:
        name = shorter
    name = _closing_pattern().sub("", name)
    words = name.split()
    has_kind = not set(_KINDS).isdisjoint(words)
    is_name = has_kind and len(words) > 1 and not _other_words_pattern().search(name)
    return name if is_name and name not in _HOSTS else ""
