"""Colours in the words of a report that are not in its RAG key, or not its own colour (TC509)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from tcplan.findings.codes import COLOUR_WITHOUT_KEY
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.report_places import report_lists
from tcplan.values.rag import Colour
from tcplan.workspace import PlanFile, SubmissionFile

MOST_BEFORE: Final = 300
"""The number of characters before a colour that are searched for words about another time."""

_OURS: Final[Mapping[str, Colour]] = {"gray": Colour.GREY, **{colour.value: colour for colour in Colour}}

_COLOUR: Final = r"(?P<colour>grey|gray|red|amber|green|blue|yellow|orange|purple)"

_ENDS: Final = (
    r"(?=\s*(?:$|[.,;:!?()\]]|[-–—]\s|\n"
    r"|by (?:us|our|the (?:\w+ ){0,3}(?:group|committee|board|lead|owner))\b"
    r"|(?:and|but|because|since|as|until|for|at|in|this|again|due|while|now|last|after|before|overall|status)\b))"
)


@cache
def _ratings() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"^\W*(?:now )?{_COLOUR}[*_]*(?::| [-–—])(?=[*_]*\s)",
            rf"^\W*(?:(?:this|still|now|is|remains|stays|status) )+{_COLOUR}{_ENDS}",
            (
                r"\b(?:this|the|our) (?:action|objective) (?:is|remains|stays) (?:now |still |currently )?"
                rf"{_COLOUR}{_ENDS}"
            ),
            rf"\bRAG(?:[ -](?:rating|status))?(?: is| remains| stays)?\s*[:=]?\s*(?:now )?{_COLOUR}{_ENDS}",
            rf"\b(?:rated|RAG-rated) (?:as )?{_COLOUR}{_ENDS}",
            rf"\b(?:status|rating)\s*(?:[:=]|is|remains|stays)\s*(?:now )?{_COLOUR}{_ENDS}",
            rf"\bfrom (?:grey|gray|red|amber|green|blue|yellow|orange|purple) to {_COLOUR}{_ENDS}",
            rf"\b(?:ha(?:s|ve) been )?(?:moved|turned|changed|downgraded|upgraded) (?:back )?to {_COLOUR}{_ENDS}",
        )
    )


@cache
def _colour_pattern() -> re.Pattern[str]:
    """A colour after what all ratings have before it: most texts hold none, and need not be searched eight times."""
    return re.compile(rf"(?:\b|[sg]){_COLOUR}", re.IGNORECASE)


@cache
def _not_now_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:was|were|been|had|previously|formerly|earlier|until|no longer|not|never"
        r"|will|would|could|should|may|might"
        r"|expect\w*|aim\w*|hop\w*|if|when|once|before|planned|plans? to|next|last)\b",
        re.IGNORECASE,
    )


class StatedColour(NamedTuple):
    """A colour that words state, and the words that do."""

    colour: str
    words: str


class RatedText(NamedTuple):
    """The words of a report or of a closing, and the colour beside them."""

    path: Path
    subject: str
    text: str
    rag: Colour | None


def colour_without_key(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The words of a report name a colour that the key does not have, or not the colour of the report itself.

    This rule finds only words that clearly give a rating: a note that begins with "Amber:", "rated amber", "RAG:
    amber", "status is amber", "moved from green to amber". It ignores phrases such as green skills and red tape,
    and sentences about another date. The key has grey, red, amber, green and blue.

    Why: A colour outside the key means something else to each reader, and counts for nothing. If the words and the
    colour disagree, somebody forgot to change one of the two, and nobody knows which.

    Fix: Give the colour only under `rag`, and let the note say why. If you meant another colour, correct `rag`.
    """
    for reports in report_lists(plan):
        for index, update in enumerate(reports.updates):
            if update.note and _colour_pattern().search(update.note):
                subject = f"the report of {update.date.text} on {reports.subject}"
                yield from _colour_problems(RatedText((*reports.path, index), subject, update.note, update.rag))


def colour_in_closing(file: SubmissionFile, _context: Context) -> Iterator[Problem]:
    """The note of a closing RAG names a colour that the key does not have, or not the colour of the closing itself."""
    for number, review in enumerate(file.submission.reviews):
        for index, closing in enumerate(review.closing):
            at = ("reviews", number, "closing", index)
            subject = f"the closing entry for {review.plan}/{closing.ref}"
            yield from _colour_problems(RatedText(at, subject, closing.note or "", closing.rag))


def _colour_problems(note: RatedText) -> Iterator[Problem]:
    stated = _stated_colour(note.text)
    if stated is None:
        return
    path = (*note.path, "note")
    meant = _OURS.get(stated.colour)
    if meant is None:
        message = f"{note.subject} says {stated.colour}, which is not in the plan's key"
        help_text = f"write one of {', '.join(Colour)} under `rag`, and explain it in the note"
        yield Problem(COLOUR_WITHOUT_KEY, path, message, help_text, words=stated.words)
    elif note.rag is not None and meant != note.rag:
        message = f"{note.subject} is {note.rag}, but its note says {stated.colour}"
        help_text = "correct the one that is wrong; the note need not name the colour"
        also, also_says = (*note.path, "rag"), "the colour that counts"
        yield Problem(COLOUR_WITHOUT_KEY, path, message, help_text, also=also, also_says=also_says, words=stated.words)


def _stated_colour(text: str) -> StatedColour | None:
    """The last colour that a text clearly states for the present."""
    if not _colour_pattern().search(text):
        return None
    matches = sorted(
        (match for pattern in _ratings() for match in pattern.finditer(text)), key=lambda match: match.start("colour")
    )
    for match in reversed(matches):
        before = re.split(r"[.;!?\n]", text[max(0, match.start() - MOST_BEFORE) : match.start()])[-1]
        if not _not_now_pattern().search(before):
            return StatedColour(match["colour"].lower(), match[0].strip())
    return None
