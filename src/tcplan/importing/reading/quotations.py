"""What technicians said, in quotation marks, as quotes of an entry."""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.found import Words
from tcplan.importing.reading.fragments import FragmentLine, lines_of
from tcplan.importing.reading.prose import text_as_markdown

_FEWEST: Final = 5
"""Of fewer words, what is in quotation marks is a name or a phrase."""


@cache
def _voice_pattern() -> re.Pattern[str]:
    """What says before a quotation that technicians said it."""
    return re.compile(
        r"\b(?:technicians?|technical (?:staff|colleagues|community)|survey|respon(?:se|ses|dents?|ded)|feedback"
        r"|comments?|focus groups?|consultation|quotes?|quotations?|voices?|said|told us"
        r"|staff (?:said|told|comment\w*))\b",
        re.IGNORECASE,
    )


@cache
def _quotation_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\u201c(?P<curly>[^\u201c\u201d]+)\u201d|\"(?P<straight>[^\"]+)\"|(?<!\w)\u2018(?P<single>[^\u2018]+?)\u2019(?!\w)"
    )


def split_quotes(words: Words) -> tuple[list[FragmentLine], list[Value]]:
    """The lines of some words without those that are quotations of technicians, and these.

    Only what is a quotation from its first word to its last, or follows the words that introduce it, is taken out: all
    other quotations are a part of the prose.
    """
    kept: list[FragmentLine] = []
    quotes: list[Value] = []
    speaks = _voice_pattern().search(words.column) is not None
    for line in lines_of(words):
        found = list(_quotation_pattern().finditer(line.text))
        before = line.text[: found[0].start()].strip() if found else line.text
        between = [line.text[one.end() : other.start()] for one, other in pairwise(found)]
        after = line.text[found[-1].end() :] if found else ""
        is_all = bool(found) and not re.search(r"\w", "".join((*between, after))) and all(map(_is_long, found))
        speaks = bool(before and _voice_pattern().search(before)) or (speaks and not before)
        if not is_all or not speaks or (before and before[-1] not in ".:?!,\u2013\u2014-"):
            kept.append(line)
            continue
        quotes += [{"text": text_as_markdown(_words_of(one))} for one in found]
        if before:
            kept.append(line._replace(text=before))
    return kept, quotes


def _is_long(found: re.Match[str]) -> bool:
    return len(_words_of(found).split()) >= _FEWEST


def _words_of(found: re.Match[str]) -> str:
    return (found["curly"] or found["straight"] or found["single"]).strip()
