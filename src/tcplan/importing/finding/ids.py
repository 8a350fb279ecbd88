"""The ids of a document: alone in a cell, or in front of the words that they belong to."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tcplan.importing.finding.header_texts import group_labels, plain_header


class NumberedText(NamedTuple):
    """A text without the id in front of it.

    Attributes:
        label: What the label says it is (`pillar`, `objective`, `action`, `step`); empty without one.
        number: The id; empty where a label stands alone.
        rest: The words after it.
        is_certain: Whether it is an id whatever the neighbours have; "24 Months" and "G9 posts" may begin so too.
    """

    label: str
    number: str
    rest: str
    is_certain: bool


_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z]|\.[ivx]+)?|[A-Z]{1,5}[-_.]?\d{1,3}(?:\.\d{1,3})*[a-z]?|[A-Z]|[ivx]{1,5})"
)
_LONGEST_ID = 40
_NUMBER_NEEDED = frozenset(
    {"outcome", "priority", "recommendation", "milestone", "part", "section", "area", "chapter", "principle", "domain"}
)
"""Labels that say what an entry is only with a number: `Priority: High` is something else."""
_SIGNS = r"[.:)\]\u2013\u2014|-]"


@cache
def _labelled_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<label>[A-Za-z][A-Za-z]+(?:[ -][A-Za-z][A-Za-z]+)?)[.]?\s*(?:[Nn]o\.?|[Nn]umber|\#|:)?\s*"
        rf"(?P<number>{_NUMBER})(?![\w'\u2019%])(?!\s*(?:to|-|\u2013)\s*\d)\s*(?P<sign>{_SIGNS})*\s*(?P<rest>.*)",
        re.DOTALL,
    )


@cache
def _label_alone_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<label>[A-Za-z]{2,}(?:[ -][A-Za-z]{2,})?)\s*(?::|\s[\u2013\u2014-]\s)\s*(?P<rest>\S.*)", re.DOTALL
    )


@cache
def _certain_patterns() -> tuple[re.Pattern[str], ...]:
    rest = r"\s*(?P<rest>.*)"
    return tuple(
        re.compile(pattern + rest, re.DOTALL)
        for pattern in (
            rf"\(?(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{2,5}}(?:\.?[a-z])?)\)?{_SIGNS}?(?=\s|$)",
            rf"\(?(?P<number>\d{{1,3}}\.\d{{1,3}}(?:\.?[a-z])?)(?:\)?{_SIGNS}(?=\s)|(?=\s+[^a-z\s%&]))",
            r"(?P<number>\d{1,3}\.\d{1,3})\n",
            r"(?:\#|No\.?\s*)(?P<number>\d{1,3}(?:\.\d{1,3})*[a-z]?)[.:)]?(?=\s)",
            r"(?P<number>[A-Z]{1,5}\d{0,2}[-/][A-Z]{0,4}\d{1,3}(?:\.\d{1,3})*[a-z]?)[.:)]?(?=\s+[A-Z\n]|\n)",
            r"(?P<number>[A-Z]{1,3}\.\d{1,3}(?:\.\d{1,3})*[a-z]?)[.:)]?(?=\s)",
            rf"\[?(?P<number>[A-Z]{{1,5}}[-_. ]?\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?){_SIGNS}(?=\s)",
            r"(?P<number>[A-Z]{1,5}[-_.]?\d{1,3}(?:\.\d{1,3})+[a-z]?)(?=\s)",
            r"(?P<number>[A-Z]{1,3}[-_]\d{1,3}[a-z]?)(?=\s+[A-Z])",
            r"\(?(?P<number>\d{1,3}[a-z]?)[.):](?=\s)",
            r"\((?P<number>\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])\)(?=\s)",
            r"(?P<number>[a-z]|[ivx]{1,5})[.)](?=\s)",
            r"(?P<number>[A-Z])[.)](?=\s)(?!\s[A-Z][a-z]+\s*$)",
        )
    )


@cache
def _possible_patterns() -> tuple[re.Pattern[str], ...]:
    rest = r"\s*(?P<rest>.*)"
    return tuple(
        re.compile(pattern + rest, re.DOTALL)
        for pattern in (
            r"(?P<number>[A-Z]{1,5} ?\d{1,3}(?:\.\d{1,3})*[a-z]?)(?=\s+[A-Z(\u201c\"'])",
            r"(?P<number>\d{1,3}(?:\.\d{1,3})?[a-z]?)\s*[\u2013\u2014-](?=\s)",
            r"(?P<number>\d{1,3}(?:\.\d{1,3})?[a-z]?)(?=\s+[A-Z(\u201c\"'])",
            r"(?P<number>\d{1,3}\.\d{1,3})(?=\s)",
            r"(?P<number>\d{1,3})(?=\n)",
        )
    )


@lru_cache(maxsize=8000)
def split_number(text: str) -> NumberedText | None:
    """The id in front of a text, with or without a label; None where it has none."""
    words = text.strip()
    return _labelled(words) or _unlabelled(words)


def _labelled(words: str) -> NumberedText | None:
    if found := _labelled_pattern().match(words):
        label = group_labels().get(plain_header(found["label"]), "")
        number = found["number"]
        is_word = number.isalpha() and not found["sign"] and bool(found["rest"])  # "Action A" of "Action A new plan"
        if label and not is_word:
            return NumberedText(label, number, found["rest"].strip(), is_certain=True)
    if found := _label_alone_pattern().match(words):
        label = group_labels().get(plain_header(found["label"]), "")
        if label and plain_header(found["label"]) not in _NUMBER_NEEDED:
            inner = _unlabelled(found["rest"])
            if inner and inner.is_certain:
                return inner._replace(label=label)
            return NumberedText(label, "", found["rest"].strip(), is_certain=True)
    return None


def _unlabelled(words: str) -> NumberedText | None:
    for is_certain, patterns in ((True, _certain_patterns()), (False, _possible_patterns())):
        for pattern in patterns:
            if (found := pattern.match(words)) and found["rest"].strip():
                return NumberedText("", found["number"], _without_sign(found["rest"].strip()), is_certain)
    return None


def _without_sign(rest: str) -> str:
    """The words after an id without the dash between them: `1.10 - Create a register`."""
    return re.sub(r"^[:\u2013\u2014-]\s+(?=\S)", "", rest)


_ALONE = (
    r"\d{1,4}(?:[.\-/]\d{1,3})*(?:\.?[a-z]|\.[ivx]+|\.[A-Z]{1,2}\d{0,2})?|[A-Z]{1,6}[-_./ ]?\d{1,4}(?:\.\d{1,3})*[a-z]?"
    r"|[A-Z]{1,5}\d{0,2}[-_/.][A-Z]{0,4}[-_/.]?\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5}"
    r"|[A-Z][a-z]{1,3}[-_. ]?\d{1,3}(?:\.\d{1,3})*"
)


@cache
def _alone_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\#\s*)?[(\[]?(?P<number>{_ALONE})[)\]]?[.:)]?")


@cache
def _alone_labelled_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<label>[A-Za-z]+(?:[ -][A-Za-z]+)?)[.:]?\s*(?:[Nn]o\.?|\#)?\s*"
        rf"[(\[]?(?P<number>{_ALONE})[)\]]?[.:)]?(?:\s*[–-])?"
    )


@lru_cache(maxsize=8000)
def read_id(text: str) -> str:
    """The id that is all that a text holds, without label and signs; empty where it holds anything else."""
    words = text.strip()
    if len(words) > _LONGEST_ID:
        return ""
    if (found := _alone_labelled_pattern().fullmatch(words)) and plain_header(found["label"]) in _id_labels():
        return found["number"]
    found = _alone_pattern().fullmatch(words)
    return found["number"] if found else ""


@cache
def _id_labels() -> frozenset[str]:
    return frozenset(group_labels()) | {"obj", "act", "no", "ref", "number", "item", "point", "id"}


@cache
def _automatic_pattern() -> re.Pattern[str]:
    return re.compile(r"\w")


def automatic_id(number: str) -> str:
    """The id in the number that a program shows before a paragraph; empty for a bullet."""
    if not _automatic_pattern().search(number):
        return ""
    found = read_id(number)
    return "" if found in {"o", "q", "n", "l"} and number.strip() == found else found  # bullets of symbol fonts


@cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(r"\d+|[A-Za-z]+")


@lru_cache(maxsize=8000)
def id_parts(number: str) -> tuple[str, ...]:
    """The parts of an id, by which one is below another: `1.1.2a` is below `1.1.2`, `A1` below `A`."""
    return tuple(part.casefold() for part in _part_pattern().findall(number))


def is_below(number: str, other: str) -> bool:
    """Whether an id extends another."""
    parts, above = id_parts(number), id_parts(other)
    return bool(above) and len(parts) > len(above) and parts[: len(above)] == above
