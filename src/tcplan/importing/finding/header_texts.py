"""What the words of a header say: how well they fit each field."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tcplan.importing.finding.header_words import GROUP_WORDS, HEADER_WORDS, NOT_A_PLAN
from tcplan.importing.finding.phrases import phrases
from tcplan.importing.found import Field

EXACT = 10.0
"""The score of a header that is one of the vocabulary, word for word."""

_LONGEST_HEADER = 100
_MOST_WORDS = 14
_MAIN_SHARE = 0.6


@cache
def _sign_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\w#]+")


@cache
def _brackets_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


@cache
def _year_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in |for |to |from |by |as (?:of|at) )?(?:"
        r"(?:[A-Z][a-z]{2,8} )?20\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?"
        r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ '’-]{1,2}\d\d"
        r"|\d{1,2}[/.]\d{1,2}[/.]\d\d(?:\d\d)?)\b"
    )


@cache
def _part_pattern() -> re.Pattern[str]:
    """What parts two headers in one cell."""
    return re.compile(r"\s*(?:/|\n|\||;|,|&|\+|\band\b|\bor\b| - | – )\s*", re.IGNORECASE)


@cache
def _tail_pattern() -> re.Pattern[str]:
    """Where the main word of a header is over: `timeline | for completion`."""
    return re.compile(r"\b(?:of|for|to|on|in|against|at|with|that|which|by the|under|towards)\b")


def _singular(word: str) -> str:
    if word in {"criteria", "criterias"}:
        return "criterion"
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 -- "ties" stays
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:  # noqa: PLR2004 -- so does "his"
        return word[:-1]
    return word


@lru_cache(maxsize=4000)
def plain_header(text: str) -> str:
    """The words of a header in lower case and in the singular, without signs and articles."""
    singular = re.sub(r"\b([A-Z]{2,})s\b", r"\1", text)  # KPIs
    spelt_out = re.sub(r"['’]ll\b", " will", singular.casefold()).replace("&", " and ")
    spelt_out = re.sub(r"\b(who|what|when|how|where|that|it)['’]s\b", r"\1 is", spelt_out)
    words = _sign_pattern().sub(" ", spelt_out).split()
    return " ".join(_singular(word) for word in words if word not in {"the", "a", "an"})


@cache
def _vocabulary() -> Mapping[str, tuple[Field, ...]]:
    """The fields of each phrase."""
    fields: dict[str, list[Field]] = {}
    for field, text in HEADER_WORDS.items():
        for phrase in phrases(text):
            fields.setdefault(plain_header(phrase) or phrase.strip(), []).append(field)
    return {phrase: tuple(dict.fromkeys(several)) for phrase, several in fields.items()}


@cache
def _not_a_plan() -> frozenset[str]:
    return frozenset(plain_header(phrase) for phrase in phrases(NOT_A_PLAN))


@cache
def _words_of_headers() -> frozenset[str]:
    every = (phrase for text in (*HEADER_WORDS.values(), *GROUP_WORDS.values()) for phrase in phrases(text))
    return frozenset(word for phrase in every for word in plain_header(phrase).split()) | {"and", "or", "that", "kpis"}


@lru_cache(maxsize=4000)
def says_only_field(text: str) -> bool:
    """Whether a header has no word but those that headers are made of: `Action owner`, and not `RAG at June`."""
    return all(word in _words_of_headers() for word in plain_header(text).split())


def is_foreign(text: str) -> bool:
    """Whether a header belongs to a table of another kind: people, terms, versions, counts."""
    return plain_header(text) in _not_a_plan()


@lru_cache(maxsize=4000)
def score_header(text: str) -> Mapping[Field, float]:
    """How well the words of a header fit each field: 10 is word for word; empty for words that say nothing."""
    if len(text) > _LONGEST_HEADER or len(text.split()) > _MOST_WORDS:
        return {}
    whole = plain_header(text)
    if whole in _vocabulary():
        return dict.fromkeys(_vocabulary()[whole], EXACT)
    if is_foreign(text) or _question_of_success_pattern().search(whole):
        return {} if is_foreign(text) else {Field.SUCCESS: EXACT - 1}
    without_brackets = plain_header(_brackets_pattern().sub("", text))
    if without_brackets in _vocabulary():
        level = _level_in_brackets(text)
        fields = dict.fromkeys(_vocabulary()[without_brackets], EXACT - (2 if level else 1))
        return {level: EXACT - 1} | fields if level else fields
    undated = plain_header(_year_pattern().sub("", text))
    if undated in _vocabulary():
        return dict.fromkeys(_vocabulary()[undated], EXACT - 1)
    scores = dict(_score_parts(text))
    for field, score in _score_phrases(without_brackets or whole).items():
        scores[field] = max(scores.get(field, 0), score)
    return scores


@cache
def _question_of_success_pattern() -> re.Pattern[str]:
    """`How success is measured`, `How will we judge impact?`: whatever else such a header says, it asks for success."""
    told = r"(?:measur|evidenc|assess|evaluat|judg|know|known|demonstrat|recogni[sz]|show|tell|seen|test)"
    what = r"(?:success\w*|impact|outcome|effect|difference|improvement|benefit|result)"
    return re.compile(
        rf"^how\b.*\b{what}\b.*\b{told}\w*|^how\b.*\b{told}\w*\b.*\b{what}\b|^what success (?:is|mean|look)"
    )


def _level_in_brackets(text: str) -> Field | None:
    """The level that a reason names in brackets: `Why (aim)` is an objective."""
    inside = _brackets_pattern().search(text)
    outside = _vocabulary().get(plain_header(_brackets_pattern().sub("", text)), ())
    named = _vocabulary().get(plain_header(inside[0].strip(" ()[]")), ()) if inside else ()
    return Field.OBJECTIVE if Field.ABOUT in outside and Field.OBJECTIVE in named else None


def _score_parts(text: str) -> Mapping[Field, float]:
    """The fields of `Success criteria / outcome`: of the first part, and a little less of the others."""
    scores: dict[Field, float] = {}
    parts = [part for part in _part_pattern().split(text) if part.strip()]
    if len(parts) > 1:
        for place, part in enumerate(parts):
            for field in _vocabulary().get(plain_header(_brackets_pattern().sub("", part)), ()):
                scores[field] = max(scores.get(field, 0), EXACT - 1 - min(place, 2))
    return scores


def _score_phrases(words: str) -> dict[Field, float]:
    """The fields of the phrases that a longer header contains; its main words count for more than those after "of"."""
    scores: dict[Field, float] = {}
    head = _tail_pattern().split(words, maxsplit=1)[0].strip() or words
    tokens, in_head = words.split(), len(head.split())
    for length in range(min(len(tokens), 6), 0, -1):
        for start in range(len(tokens) - length + 1):
            phrase = " ".join(tokens[start : start + length])
            is_main = start + length <= in_head
            is_last = start + length == in_head
            share = length / (max(in_head, _MAIN_SHARE * len(tokens)) if is_main else len(tokens))
            score = 3.0 + 4.0 * share + (1.0 if is_last else 0.0) - (0.0 if is_main else 3.0)
            for field in _vocabulary().get(phrase, ()):
                scores[field] = max(scores.get(field, 0), score)
    return scores


def named_fields(text: str) -> tuple[Field, ...]:
    """The fields that a header names word for word, each part for itself: two for `Owner / Date`."""
    found: list[Field] = []
    for part in (text, *_part_pattern().split(text)):
        found += _vocabulary().get(plain_header(_brackets_pattern().sub("", part)), ())[:1]
        if found and part == text:
            break
    return tuple(dict.fromkeys(found))


@cache
def group_labels() -> Mapping[str, str]:
    """What the label of an entry says it is: `theme` is a pillar."""
    return {
        plain_header(phrase): level for level, text in reversed(list(GROUP_WORDS.items())) for phrase in phrases(text)
    }
