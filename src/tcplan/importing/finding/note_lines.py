"""Lines that say something of the document and of no action: who signed it, when it was updated, totals, page ends."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tcplan.importing.finding.cell_kinds import Kind, is_timeline, kinds_of
from tcplan.importing.finding.grids import Slot, cell_words
from tcplan.importing.finding.phrases import phrases
from tcplan.importing.found import Words

_LABELS: Final = """
    signed; signed by; signed off; signed off by; sign off; sign-off; signature; signatures; approved; approved by;
    approved on; agreed by; authorised by; authorized by; endorsed by; ratified by; prepared by; compiled by;
    reviewed by; updated by; document owner; document author; version; version number; document version; draft;
    date of approval; date approved; approval date; date of issue; issue date; date; date signed; review date;
    next review; next review date; date of next review; date of review; last updated; last update; date updated;
    updated; last reviewed; last review; last revised; last amended; print date; total; totals; sub total;
    sub-total; subtotal; grand total; note; notes; nb; n.b.; source; sources; on behalf of; for and on behalf of;
    rag updated; status updated; rag as at; status as at; position at; position as at; name; position; role
    """
"""What stands in front of such a line, or in the cell before it."""

_ONLY_BELOW_OTHERS: Final = frozenset({"date", "name", "position", "role", "draft", "source", "sources", "updated"})
"""Labels that need another beside them: a row may begin with them for many reasons."""

_LONGEST: Final = 300
_COUNTED: Final = (
    r"(?:complete[d]?|closed|open|overdue|outstanding|listed|red|amber|green|blue|in progress|not started|on track"
    r"|in total|in all|overall)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE | re.DOTALL)
        for pattern in (
            (
                r"(?:signed(?: off)?|approved|agreed|authori[sz]ed|endorsed|ratified|prepared|compiled)"
                r" (?:by|on behalf of|on)\b.*"
            ),
            (
                r"(?:grand |sub-? ?)?totals?(?: (?:number|no\.?|count|cost|budget))?(?: of)?(?: all)?(?: actions?)?"
                rf"(?: {_COUNTED})*\s*[:=]?\s*[£€$]?[\d,.]*\s?%?"
            ),
            rf"(?:number|count|percentage|proportion|%) of (?:all )?actions?(?: {_COUNTED})*\s*[:=]?\s*[\d,.]*\s?%?",
            rf"\d+ (?:of (?:the )?\d+ )?actions?(?: {_COUNTED})+\.?",
            (
                r"\W*(?:continued|continues|cont(?:['\u2019]?d)?)\b\.?"
                r"(?: (?:overleaf|over|below|on (?:the )?next page|on page \d+|from (?:the )?previous page))?\W*"
            ),
            r"\W*(?:please turn over|p\.?t\.?o\.?|end of (?:the )?(?:table|action plan|plan|document|list))\W*",
            r"(?:notes?|n\.?b\.?|sources?)\s*:.*",
            r"page \d+(?: of \d+)?|(?:document )?version(?: no\.?| number)? v?\d[\d.]*",
        )
    )


@cache
def _update_pattern() -> re.Pattern[str]:
    """`RAG updated 12/05/2026`, `Last reviewed: May 2026`, `Status as at 1 May`; the day is looked at for itself."""
    return re.compile(
        r"(?:(?:this |the )?(?:rag|status|plan|action plan|document|progress|position)\s+)?(?:was\s+)?"
        r"(?:(?:last )?(?:updated?|reviewed?|amended|revised|printed|correct|accurate)|as|status|position)"
        r"(?:\s+(?:on|at|as at|as of|of|in))?\s*[:\u2013-]?\s+(?P<day>\S.{2,40}?)\.?",
        re.IGNORECASE,
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(phrases(_LABELS))


def is_note_label(text: str) -> bool:
    """Whether a cell is only the label of such a line: `Signed`, `Date:`."""
    return " ".join(text.casefold().split()).rstrip(" :._") in _labels()


def is_update_line(text: str) -> bool:
    """Whether a line says when a document was updated or reviewed, and nothing else."""
    found = _update_pattern().fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return found is not None and is_timeline(found["day"])


def is_note(text: str) -> bool:
    """Whether a line is of the document and of no action."""
    words = text.strip()
    if not words or len(words) > _LONGEST:
        return False
    label, sign, _ = words.partition(":")
    if (sign or is_note_label(words)) and is_note_label(label):
        return True
    return is_update_line(words) or any(pattern.fullmatch(words) for pattern in _patterns())


def is_note_row(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are such a line: they begin with one, and the others are values, labels or names."""
    if not cells or not is_note(cells[0]):
        return False
    first = cells[0].partition(":")[0].strip().casefold()
    if first in _ONLY_BELOW_OTHERS and not any(is_note(one) for one in cells[1:]):
        return False
    return all(is_note(one) or _is_said(before, one) for before, one in itertools.pairwise(cells))


def _is_said(before: str, text: str) -> bool:
    """Whether a cell is the value of the one before it: a number, a date, or a name after a label."""
    values = {Kind.NUMBER, Kind.TIMELINE, Kind.NO_VALUE}
    return bool(kinds_of(text) & values) or is_note_label(before)


def note_words(slots: Sequence[Slot]) -> Words:
    """The words of such a row as one line."""
    text = ""
    for slot in slots:
        is_label = is_note_label(text.rsplit("; ", maxsplit=1)[-1])
        sign = " " if text.endswith(":") else ": " if is_label else "; "
        text = f"{text}{sign}{slot.text}" if text else slot.text
    every = [cell_words(slot.cell) for slot in slots]
    return replace(every[0], paragraphs=tuple(one for words in every for one in words.paragraphs), text=text, fill="")
