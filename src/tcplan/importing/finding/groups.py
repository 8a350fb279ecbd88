"""What a heading or a title row is: the plan, a pillar, an objective, a horizon, a label, or another part."""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tcplan.importing.finding.cell_kinds import begins_like_action, is_priority, is_theme, is_timeline
from tcplan.importing.finding.finished_words import is_finished
from tcplan.importing.finding.group_words import GENERIC, OUTSIDE, OUTSIDE_OR_PILLAR, PAST
from tcplan.importing.finding.header_texts import EXACT, plain_header, score_header
from tcplan.importing.finding.ids import NumberedText, split_number
from tcplan.importing.finding.phrases import phrases
from tcplan.importing.found import Field, FoundLevel


class GroupKind(StrEnum):
    """What stands above a group of actions."""

    PLAN = "plan"
    GENERIC = "generic"
    LABEL = "label"
    HORIZON = "horizon"
    PAST = "past"
    OUTSIDE = "outside"
    GROUP = "group"


class GroupTitle(NamedTuple):
    """A heading, taken apart.

    Attributes:
        kind: What it is.
        level: What it makes, if its label says so.
        number: Its id.
        text: Its words without the id.
        field: What the lines below it say, if it is a label such as "Success measures".
    """

    kind: GroupKind
    level: FoundLevel | None
    number: str
    text: str
    field: Field | None = None


_LONGEST_HORIZON = 60
_LONGEST = 600
_NAME_WORDS = 5
_PHRASE_WORDS = 8


@cache
def _plan_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:action plan|action-plan|implementation plan|delivery plan|strategic plan|technician commitment plan"
        r"|^rag\b.*20\d\d.*|^(?:\w+ )?20\d\d ?(?:-|–|/|to) ?(?:20)?\d\d(?: \w+)?$"
        r"|(?:phase|stage) (?:\d|one|two|three|i+)\b.*\bplan|plan(?: for)? (?:20\d\d|phase|stage)"
        r"|(?:20\d\d|phase \w+|stage \w+) plan)\b",
        re.IGNORECASE,
    )


@cache
def _past_pattern() -> re.Pattern[str]:
    return re.compile(PAST, re.IGNORECASE)


@cache
def _horizon_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:actions? (?:for|in|over|within|to be completed (?:by|in|within)) (?:the )?)?"
        r"(?:(?:immediate|short|medium|mid|long|longer|near)[- ]term\b.*"
        r"|(?:the )?(?:first|second|third|next) (?:year|\d+ months|six months|twelve months)\b.*"
        r"|within .*|by .*|(?:years?|yr|months?) \d.*|\d+ ?(?:-|–|to) ?\d+ (?:months?|years?)\b.*"
        r"|(?:0|under|up to|over) .*(?:months?|years?))",
        re.IGNORECASE,
    )


@cache
def _words_of(text: str) -> frozenset[str]:
    return frozenset(plain_header(phrase) for phrase in phrases(text))


def _without_actions(words: str) -> str:
    """A time or a priority without the word that says that actions follow."""
    labels = "actions?|timescale|timeframe|horizon|timeline|due"
    return re.sub(rf"(?i)^(?:{labels})\s*[:–-]?\s+|\s*[:–-]?\s*actions?$", "", words.strip(" :"))


def _priority_of(words: str) -> str:
    """The priority that a heading gives to the actions below it; empty for any other heading."""
    found = re.fullmatch(r"(?i)(?:priority\s*[:–-]?\s*)?(\w+)(?:[- ]priority)?(?:\s+actions?)?\s*:?", words.strip())
    is_said = "priority" in words.casefold() and bool(found)
    return found[1] if found and is_said and found[1].isalpha() and is_priority(found[1]) else ""


def is_horizon(text: str) -> bool:
    """Whether a text names a time in which the actions below it are due."""
    words = text.strip(" :.-–—")
    if len(words) > _LONGEST_HORIZON:
        return False
    without = _without_actions(words)
    return is_timeline(words) or is_timeline(without) or bool(_horizon_pattern().fullmatch(without))


@cache
def _sheet_pattern() -> re.Pattern[str]:
    """What a form for one action is headed with: `Action sheet A1`, `Activity record 3`."""
    what = r"(?:sheet|card|form|record|page|template|profile|proforma|pro forma|log|entry)"
    number = r"(?: (?:no|number))?(?: [a-z]{0,5})? ?\d{1,3}(?: \d{1,3}){0,2}(?: of \d{1,3})?"
    return re.compile(rf"(?:action|activity|project|commitment|objective|task) {what}(?:{number})?")


def is_sheet_name(text: str) -> bool:
    """Whether a heading only says that a form for one action follows."""
    return _sheet_pattern().fullmatch(plain_header(text)) is not None


def read_group(text: str, number: str = "") -> GroupTitle:
    """Take a heading apart; `number` is its automatic number."""
    if len(text) > _LONGEST:
        return GroupTitle(GroupKind.GROUP, None, number, text)
    words = _continued_pattern().sub("", " ".join(text.split())) or text
    split = split_number(words) or NumberedText("", "", words, is_certain=False)
    if (
        split.number
        and not split.is_certain
        and not number
        and not re.fullmatch(r"\d{1,2}(?:\.\d{1,2})?|[A-Z]{1,3} ?\d{1,2}", split.number)
    ):
        split = NumberedText("", "", words, is_certain=False)
    # The digits of an id make no date of `4.5 Annual reviews`.
    is_timed = is_horizon(words) and (not (split.is_certain and split.number and split.rest) or is_horizon(split.rest))
    if not split.label and is_timed and not is_finished(words):
        return GroupTitle(GroupKind.HORIZON, None, "", _without_actions(words))
    if priority := _priority_of(words):
        return GroupTitle(GroupKind.HORIZON, None, "", priority, Field.PRIORITY)
    level = FoundLevel(split.label) if split.label else None
    if level is None and is_theme(re.split(r"\s*(?::|\s[–—-])\s+", split.rest, maxsplit=1)[0]):
        level = FoundLevel.PILLAR
    rest = split.rest if split.number or split.label else words
    kind = _kind(rest, is_labelled=bool(level))
    own_number = split.number or number
    if kind is GroupKind.LABEL:
        best = max(score_header(rest.rstrip(":")).items(), key=lambda pair: pair[1])
        return GroupTitle(kind, level, own_number, rest, best[0])
    return GroupTitle(kind, level, own_number, rest or words)


def names_group(header: str) -> bool:
    """Whether the header of a column is a pillar or an objective with its words, such as `Objective 1: ...`."""
    group = read_group(header)
    return group.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE} and bool(group.number and group.text)


def is_prose(text: str) -> bool:
    """Whether a text tells something in sentences, and is the title of nothing."""
    words = text.strip()
    if not words.endswith((".", "…")) or len(words.split()) <= _NAME_WORDS:
        return False
    return ". " in words or not begins_like_action(words)


def _kind(rest: str, *, is_labelled: bool) -> GroupKind:  # noqa: PLR0911 -- a choice, in order
    plain = plain_header(rest)
    if _plan_pattern().search(rest) and (not begins_like_action(rest) or re.search(r"20\d\d", rest)):
        return GroupKind.PLAN
    if is_labelled or is_theme(rest):
        return GroupKind.GROUP
    if _names_programme(rest):
        return GroupKind.PLAN
    if plain in _words_of(GENERIC) or is_sheet_name(rest):
        return GroupKind.GENERIC
    if plain in _words_of(OUTSIDE) or any(
        plain.startswith(f"{one} ") for one in ("introduction", "background", "appendix", "annex")
    ):
        return GroupKind.OUTSIDE
    scores = score_header(rest.rstrip(":"))
    if scores and max(scores.values()) >= EXACT - 1 and max(scores, key=lambda one: scores[one]) in _LABEL_FIELDS:
        return GroupKind.LABEL
    if _past_pattern().search(rest) and len(rest.split()) <= _PHRASE_WORDS and not begins_like_action(rest):
        return GroupKind.PAST
    return GroupKind.GROUP


def _names_programme(text: str) -> bool:
    """Whether a title says whose plan it is and for which programme: `University of X - Technician Commitment`."""
    parts = [one for one in re.split(r"\s+[–—|-]\s+|:\s+|\n|,\s+", text) if one.strip()]
    is_named = any(plain_header(one) == "technician commitment" for one in parts)
    return is_named and len(parts) > 1 and len(text.split()) <= _LONGEST_PROGRAMME and not begins_like_action(text)


_LONGEST_PROGRAMME = 14
_LABEL_FIELDS = frozenset(
    {Field.SUCCESS, Field.OWNERS, Field.LEAD, Field.DUE, Field.RESOURCES, Field.EVIDENCE, Field.ABOUT, Field.ALIGNS}
)


def may_be_pillar(text: str) -> bool:
    """Whether the name of a part of a document is one that pillars have too, such as `Governance`."""
    return plain_header(text) in _words_of(OUTSIDE_OR_PILLAR)


def names_again(title: str, text: str) -> bool:
    """Whether a title above a table names the heading above it again, perhaps with more words."""
    words = set(plain_header(title).split())
    return bool(words) and words <= set(plain_header(text).split())


@cache
def _continued_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[(\[–—:-]*\s*\b(?:continued|cont(?:['’]?d)?\b\.?)\s*[)\]]?\s*$", re.IGNORECASE)


def default_level(title: GroupTitle, *, has_pillar: bool) -> FoundLevel:
    """What a group makes: a name makes a pillar, a sentence an objective, and below a pillar all make objectives."""
    if title.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE}:
        return title.level
    if is_theme(title.text) or not title.text:
        return FoundLevel.PILLAR
    if has_pillar:
        return FoundLevel.OBJECTIVE
    count = len(title.text.split())
    is_name = count <= _NAME_WORDS or (count <= _PHRASE_WORDS and not begins_like_action(title.text))
    return FoundLevel.PILLAR if is_name else FoundLevel.OBJECTIVE
