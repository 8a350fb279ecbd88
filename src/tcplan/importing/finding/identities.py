"""Which plan a heading speaks of: its phase, its years, whether it is the one before."""

import re
from functools import cache
from typing import NamedTuple

_NUMBERS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "first": "1",
    "second": "2",
    "third": "3",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}


class PlanIdentity(NamedTuple):
    """What tells one plan of a document from another; empty where nothing is said."""

    phase: str = ""
    years: str = ""
    is_past: bool | None = None

    def is_other(self, other: "PlanIdentity") -> bool:
        """Whether two headings cannot speak of the same plan."""
        for one, two in zip(self[:2], other[:2], strict=True):
            if one and two:
                return one != two
        return self.is_past is not None and other.is_past is not None and self.is_past != other.is_past

    def with_more(self, other: "PlanIdentity") -> "PlanIdentity":
        """What both say."""
        past = other.is_past if self.is_past is None else self.is_past
        return PlanIdentity(self.phase or other.phase, self.years or other.years, past)


@cache
def _phase_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:phase|stage|plan)\s*(\d|one|two|three|four|i{1,3}|iv)\b|\b(first|second|third) (?:action )?plan\b",
        re.IGNORECASE,
    )


@cache
def _years_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(20\d\d)\s*(?:-|–|—|/|to|until)\s*(?:[A-Z][a-z]+ )?(20\d\d|\d\d)\b")


@cache
def _past_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:previous|last|earlier|prior|former|old|preceding)\b.*\b(?:plan|actions|phase|period|submission)\b"
        r"|\b(?:progress|update|report|review|rag|performance|evaluation|reflection|outcomes?)\b.*"
        r"\b(?:against|on|of|for)\b.*\b(?:plan|phase|stage|actions|20\d\d)\b"
        r"|\b(?:rag|progress)"
        r"(?: (?:analysis|review|assessment|rating|report|update))?\s*$|^\s*rag\b"
        r"|\bplan\b.*\b(?:rag|review|progress|update)\b",
        re.IGNORECASE,
    )


@cache
def _plan_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:plan|actions)\b", re.IGNORECASE)


@cache
def _future_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:new|next|future|forward|further|coming|renewed|updated)\b.*\b(?:plan|actions|phase)\b", re.IGNORECASE
    )


@cache
def _section_pattern() -> re.Pattern[str]:
    """Parts about what has been done, which no plan is called by: `Progress since 2022`, `What we achieved`."""
    return re.compile(
        r"(?:our |key |main )?(?:(?:progress|achievements?|successes|highlights)"
        r"(?: (?:made|so far|to date|achieved))*(?: (?:since|in|from|during|between|over|under) .*)?"
        r"|what (?:we|has been|have we|we have|we['\u2019]ve) (?:have )?"
        r"(?:(?:achieved|done|did|delivered)(?: .*)?|said (?:and|we) .*|promised.*)"
        r"|(?:looking back|the story so far|where we are now|you said,? we did|what we said we would do.*))"
        r"\s*[:.]?",
        re.IGNORECASE,
    )


def is_of_past(text: str) -> bool:
    """Whether a heading begins the part of a document that tells what has been done."""
    words = re.sub(r"^\W*(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+", "", text.strip())
    return len(words.split()) <= _LONGEST_HEADING and _section_pattern().fullmatch(words) is not None


_LONGEST_HEADING = 12


def read_identity(text: str) -> PlanIdentity | None:
    """What a heading says about which plan it heads; None where it says nothing."""
    phase = ""
    if found := _phase_pattern().search(text):
        word = (found[1] or found[2]).casefold()
        phase = _NUMBERS.get(word, word)
    years = ""
    if found := _years_pattern().search(text):
        first, last = found[1], found[2] if len(found[2]) > 2 else found[1][:2] + found[2]  # noqa: PLR2004 -- two digits
        years = f"{first}-{last}" if int(last) - int(first) > 1 else ""
    is_past: bool | None = None
    if _past_pattern().search(text):
        is_past = True
    elif _future_pattern().search(text) or re.search(r"(?i)\bplan\b", text):
        is_past = False
    if phase and not years and is_past is None and not _plan_pattern().search(text):
        phase = ""
    return PlanIdentity(phase, years, is_past) if phase or years or is_past is not None else None
