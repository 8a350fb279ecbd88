"""What a cell may hold, by its words alone: an id, a priority, a theme, a date, a state, names, or prose."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from tcplan.importing.finding.ids import read_id
from tcplan.importing.finding.phrases import phrases
from tcplan.importing.finding.value_words import (
    ACTION_VERBS,
    ALL_THEMES,
    NO_VALUE,
    PRIORITIES,
    RAG_LETTERS,
    RAG_WORDS,
    THEME_LETTERS,
    THEMES,
    TICKS,
    UNTICKED,
)
from tcplan.values.dates.parsing import parse_due
from tcplan.values.dates.suggesting import suggest_due
from tcplan.values.dates.values import DateError


class Kind(StrEnum):
    """What a cell may hold."""

    EMPTY = "empty"
    NO_VALUE = "no value"
    ID = "id"
    NUMBER = "number"
    PRIORITY = "priority"
    THEME = "theme"
    TIMELINE = "timeline"
    RAG = "rag"
    TICK = "tick"
    NAMES = "names"
    WORDS = "words"
    PROSE = "prose"
    ACTION = "action"


_LONGEST_VALUE = 80
_LONGEST_DUE = 120
_LONGEST_NAMES = 400
_LONGEST_STATE = 40
_READ = 1000

_SHORT = 8


@cache
def _date_word_pattern() -> re.Pattern[str]:
    """A text without one of these is no date, and the long way of finding that out can be spared."""
    return re.compile(
        r"(?:19|20)\d\d|\d{1,2}[/.–-]\d{1,2}(?!\d)|\b[qyh]r?\s?\d|\d\s?(?:m|y|w|d)\b|\d(?:st|nd|rd|th)\b|ongoing|tbc|on-going|continu|annual|year|month|term|immediate|spring|summer|autumn|winter|quarter|week|"
        r"january|february|march|april|may|june|july|august|september|october|november|december|"
        r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|phase|day|rolling|throughout|asap|always|regular",
        re.IGNORECASE,
    )


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"[£$€]?\s*[\d.,]+\s*%?k?")


@cache
def _theme_sign_pattern() -> re.Pattern[str]:
    return re.compile(r"[,;/&+|\n\u2022\u00b7()\u2013-]+|\band\b")


@cache
def _theme_pattern() -> re.Pattern[str]:
    names = sorted(THEMES, key=len, reverse=True)
    return re.compile(r"(?:technical |tc )?(?:" + "|".join(names) + r")(?: (?:of technical skills|theme|pillar))?")


@lru_cache(maxsize=20000)
def is_timeline(text: str) -> bool:
    """Whether a text says when: a date in any spelling, a length, "ongoing"."""
    words = text.strip()
    if not words or len(words) > _LONGEST_DUE or not _date_word_pattern().search(words):
        return False
    lower = words.casefold()
    if (
        lower in NO_VALUE
        or lower in phrases(RAG_WORDS) - {"ongoing"}
        or (_number_pattern().fullmatch(words) and not _is_year(words))
    ):
        return False
    return _has_few_other_words(words) and (_reads_as_due(words) or _lines_are_timelines(words))


@cache
def _time_word_pattern() -> re.Pattern[str]:
    return re.compile(
        r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|winter"
        r"|michaelmas|hilary|trinity|lent|easter|christmas|semesters?|terms?|years?|yrs?|y|months?|mths?|weeks?|wk|days?|quarters?|q|h"
        r"|academic|financial|fiscal|calendar|session|end|ends?|ending|start\w*|begin\w*|early|mid|middle|late|by|before|from|to|until|till|of|the"
        r"|in|on|at|and|or|then|with|a|an|for|per|each|every|once|twice|annual\w*|yearly|monthly|termly|quarterly|biannual\w*|biennial\w*|bi"
        r"|ongoing|on|going|continu\w*|rolling|throughout|during|after|onwards?|onward|plan|project|period|life|lifetime|duration|immediate\w*"
        r"|short|medium|long|longer|near|term|asap|as|soon|possible|within|under|over|up|next|first|second|third|fourth|last|final|one|two|three"
        r"|four|five|six|nine|twelve|eighteen|half|st|nd|rd|th|review\w*|tbc|tbd|tba|be|confirmed|agreed|target|due|date|deadline|complete\w*"
        r"|completion|launch\w*|phase|stage|no|later|than|approx\w*|approximately|circa|c|ca|est|estimated|initial\w*|interim|report|thereafter"
        r"|embedded|aim|always|regular\w*|meetings?|already|in|place|now|current\w*|is|not|yet|known|ay|fy|subject|funding|revised|was|moved",
        re.IGNORECASE,
    )


def _has_few_other_words(words: str) -> bool:
    """Whether hardly a word speaks of anything but time; `a club twice a year` is something else."""
    tokens = re.findall(r"[^\W\d_]+", words)
    other = sum(not _time_word_pattern().fullmatch(token) for token in tokens)
    return other <= (1 if re.search(r"\d", words) else 0)


def _is_year(words: str) -> bool:
    return len(words) == 4 and words.startswith("20")  # noqa: PLR2004 -- the digits of a year


def _reads_as_due(words: str) -> bool:
    try:
        parse_due(words)
    except DateError:
        return suggest_due(words) is not None
    return True


def _lines_are_timelines(words: str) -> bool:
    lines = [line for line in re.split(r"[\n;]", words) if line.strip()]
    return len(lines) > 1 and all(_reads_as_due(line.strip()) for line in lines)


@lru_cache(maxsize=8000)
def is_theme(text: str) -> bool:
    """Whether a text holds names of themes and nothing else."""
    words = text.strip().casefold()
    if not words or len(words) > _LONGEST_VALUE * 2:
        return False
    if words in ALL_THEMES:
        return True
    left = _theme_pattern().sub("", words)
    return left != words and not _theme_sign_pattern().sub("", left).strip()


@cache
def _priority_sign_pattern() -> re.Pattern[str]:
    return re.compile(r"[^a-z0-9]+")


def is_priority(text: str) -> bool:
    """Whether a text is a word for a priority, perhaps with a number: `High - 1`."""
    words = _priority_sign_pattern().sub("-", text.casefold().replace("priority", "").strip()).strip("-")
    first, _, rest = words.partition("-")
    return words in phrases(PRIORITIES) or (first in phrases(PRIORITIES) and rest.isalnum() and len(rest) <= _SHORT)


def is_rag(text: str) -> bool:
    """Whether a text is a state: a colour, or a phrase for one."""
    words = " ".join(text.casefold().replace("rag", "").split()).strip(" .:-*()")
    is_colour = words.split(" ")[0].strip(",:;-–()") in _COLOURS and len(words) < _LONGEST_STATE
    return words in phrases(RAG_WORDS) or is_colour


_COLOURS = frozenset({"red", "amber", "green"})


@lru_cache(maxsize=20000)
def kinds_of(text: str, fill: str = "") -> frozenset[Kind]:
    """All that a cell may hold."""
    words = text.strip()[:_READ]
    if not words:
        return frozenset({Kind.RAG} if fill else {Kind.EMPTY})
    kinds = set(_value_kinds(words)) if len(words) <= _LONGEST_DUE else set()
    if len(words) <= _LONGEST_NAMES and looks_like_names(words):
        kinds.add(Kind.NAMES)
    if len(words.split()) >= 4:  # noqa: PLR2004 -- the fewest words of a sentence
        kinds.add(Kind.PROSE)
    if begins_like_action(words):
        kinds.add(Kind.ACTION)
    return frozenset(kinds or {Kind.WORDS})


def _value_kinds(words: str) -> list[Kind]:
    lower = words.casefold()
    found = [
        (Kind.NO_VALUE, lower in NO_VALUE or lower in UNTICKED),
        (Kind.ID, bool(read_id(words))),
        (Kind.NUMBER, bool(_number_pattern().fullmatch(words))),
        (Kind.PRIORITY, is_priority(words)),
        (Kind.THEME, is_theme(words) or _are_letters(lower, THEME_LETTERS)),
        (Kind.TIMELINE, is_timeline(words)),
        (Kind.RAG, is_rag(words) or lower in RAG_LETTERS),
        (Kind.TICK, lower in TICKS),
    ]
    return [kind for kind, holds in found if holds]


def _are_letters(lower: str, letters: frozenset[str]) -> bool:
    parts = [part for part in re.split(r"[\s,;/&+]+", lower) if part]
    return 0 < len(parts) <= 5 and all(part in letters for part in parts)  # noqa: PLR2004 -- the number of themes


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'\u2019]*")


_SMALL_WORDS = frozenset(
    {"of", "and", "the", "for", "with", "in", "to", "by", "a", "on", "all", "or", "from", "at", "via"}
)


def looks_like_names(words: str) -> bool:
    """Whether most of the words begin with a capital, as names of people and teams do, and no sentence ends."""
    if words.endswith((".", "?", "!")) and " " in words:
        return False
    tokens = [token for token in _word_pattern().findall(words) if token.casefold() not in _SMALL_WORDS]
    return bool(tokens) and sum(token[0].isupper() for token in tokens) >= 0.7 * len(tokens)


def begins_like_action(words: str) -> bool:
    """Whether a text begins as an action does: `Establish ...`, `To review ...`, `We will set up ...`."""
    words = words[:_READ]
    tokens = [token.casefold() for token in words.split()[:5]]
    while tokens and tokens[0].strip("•-–*,:").casefold() in {
        "we",
        "will",
        "to",
        "the",
        "university",
        "continue",
        "",
        "also",
    }:
        tokens = tokens[1:]
    return bool(tokens) and len(words.split()) > 1 and tokens[0].strip(",:;") in phrases(ACTION_VERBS)
