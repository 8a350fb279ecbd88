"""Placeholders in texts that are published (TC703)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.codes import PLACEHOLDER
from tcplan.findings.finding import Problem
from tcplan.markdown.links_and_code import without_code
from tcplan.model import Framework
from tcplan.rules.support.context import Context
from tcplan.rules.support.empty_words import PARTS, says_nothing_yet
from tcplan.rules.support.prose import holder_of
from tcplan.values.figure_marks import without_figures
from tcplan.values.text_length import shortened
from tcplan.workspace import File

REPORTED: Final = frozenset(("updates", "quotes"))
"""What was said on a day stays as it was said: "room to be confirmed (TBC)" was true then."""

_ALWAYS: Final = (
    r"(?<![\w-])(?:TODO(?!\s+(?i:(?:lists?|apps?)(?:\s+(?:apps?|tools?)|\s*[.,;:!?)]|\s*\Z)))|FIXME|(?:20)?X{2,})(?![\w-])",
    r"(?i:lorem ipsum)",
    r"(?i:\bclick or tap (?:here )?to enter\b[^\n.]{0,20})",
    r"(?i:\bdd/mm/yy(?:yy)?\b)",
    r"(?i:[£$€]x[x,0]{1,8}(?![\w-]))|(?<![\w-])xx+%",
    r"(?i:\[(?:insert|enter|your|add|please (?:insert|enter|add|complete))\b[^\]\n]{0,80}\](?![(\[:]))",
    r"(?i:<(?:insert|enter|your)\b[^>\n]{0,80}>)",
    r"(?i:<(?:name|date|role|title|number|link|department|institution|university)>)",
)

_STILL_OPEN: Final = (
    r"(?<![\w-])(?i:tbc|tbd|tba)(?![\w-])",
    r"\?{3,}",
    r"\[(?:x{1,4}|X{1,4}|\?|…|\.{3})\](?![(\[:])",
    r"(?i:\[(?:university|institution|department|faculty) name\](?![(\[:]))",
    r"(?i:\[(?:name|date|role|title|number|link|to be [^\]\n]{1,40})\](?![(\[:]))",
)


_PARTS: Final = (
    "todo",
    "fixme",
    "xx",
    "lorem",
    "to enter",
    "mm/yy",
    "£x",
    "$x",
    "€x",
    "[",
    "<",
    "tbc",
    "tbd",
    "tba",
    "???",
)
"""Every placeholder holds one of these: none with an i or s or k that a pattern would know in other spellings too."""


@cache
def _numbered_pattern() -> re.Pattern[str]:
    """What Roman numbers follow, or the letters of chromosomes: `Chapter XX` is the twentieth."""
    return re.compile(
        r"\b(?:chapters?|chromosomes?|bowl|parts?|vol(?:ume)?s?\.?|books?|schedules?|congress|olympiad|symposium|annex)\s+$",
        re.IGNORECASE,
    )


@cache
def _chromosome_pattern() -> re.Pattern[str]:
    """What follows them."""
    return re.compile(r"\s+(?:chromosomes?|karyotypes?|genotypes?|(?:and|or)\s+XY)\b", re.IGNORECASE)


_BESIDE: Final = 20
"""The number of characters on either side of a word that show whether it is a Roman number."""


@cache
def _in_reports_pattern() -> re.Pattern[str]:
    return re.compile("|".join(_ALWAYS))


@cache
def _anywhere_else_pattern() -> re.Pattern[str]:
    return re.compile("|".join((*_ALWAYS, *_STILL_OPEN)))


def placeholder(file: File, context: Context) -> Iterator[Problem]:
    """A text that is published still has a placeholder in it.

    In titles and prose this rule finds `TODO`, `TBC`, `TBD`, `TBA`, `XX`, `???`, `lorem ipsum`, words in brackets such
    as `[insert date]` or `<name>`, and texts that say nothing but "to follow", "pending" and the like. In reports and
    quotes `TBC` and the like may stay, since they say how things were that day. `tbc` as a due date, lead or owner is a
    value, which other rules find.

    Why: Such words are notes to the writer, and nobody overlooks them as easily as the writer does. In a document for a
    committee they are the first thing that people see.

    Fix: Write what belongs there. If you do not know it yet, put the question into an `internal` note, which is never
    published.
    """
    if isinstance(file.shaped.model, Framework):
        return  # the words of a form are not ours to finish
    for passage in context.published(file).holding(*_PARTS):
        if not passage.is_prose:
            continue
        pattern = _anywhere_else_pattern() if REPORTED.isdisjoint(passage.path) else _in_reports_pattern()
        text = without_figures(passage.text) if passage.path[0] == "answers" else passage.text
        if not any(_placeholders(pattern, text)):
            continue
        for words in dict.fromkeys(_placeholders(pattern, without_code(text))):
            message = f"{holder_of(passage.path, file)} still has the placeholder `{words}`"
            help_text = "write what belongs there, or move the open question to an `internal` note"
            yield Problem(PLACEHOLDER, passage.path, message, help_text, words=words)
    yield from _empty_texts(file, context)


def _empty_texts(file: File, context: Context) -> Iterator[Problem]:
    """The texts that are as a whole no more than a promise of one."""
    for passage in context.published(file).holding(*PARTS):
        is_said = passage.is_prose and REPORTED.isdisjoint(passage.path) and "title" not in passage.path
        if (
            is_said
            and says_nothing_yet(passage.text)
            and not any(_placeholders(_anywhere_else_pattern(), passage.text))
        ):
            words = shortened(passage.text)
            message = f"{holder_of(passage.path, file)} says only `{words}`"
            help_text = "write what belongs there, or leave it out until then"
            yield Problem(PLACEHOLDER, passage.path, message, help_text)


def _placeholders(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        before = text[max(0, found.start() - _BESIDE) : found.start()]
        after = text[found.end() : found.end() + _BESIDE]
        is_roman = set(found[0]) == {"X"} and (_numbered_pattern().search(before) or _chromosome_pattern().match(after))
        if not is_roman:
            yield found[0]
