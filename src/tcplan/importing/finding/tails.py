"""Owner and date at the end of an action in running text: `(HROD, December 2025)`, `- Library - 2026`."""

import re
from functools import cache

from tcplan.importing.finding.cell_kinds import Kind, is_rag, is_timeline, kinds_of
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.value_words import NO_VALUE
from tcplan.importing.found import Field

_LONGEST_TAIL = 160
_LONGEST = 2000


@cache
def _brackets_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<head>[^()\[\]]+(?:[()\[\]][^()\[\]]*)*?)\s*[(\[](?P<tail>[^()\[\]]+)[)\]]\s*[.;]?\s*$", re.DOTALL
    )


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+[–—-]+\s+|\s*[|\t]\s*")


@cache
def _lead_pattern() -> re.Pattern[str]:
    """A date in front of an action: `2025: ...`, `By May 2026 - ...`."""
    return re.compile(r"(?P<due>[^:\u2013\u2014]{3,30}?)\s*(?::|\s[\u2013\u2014-])\s+(?P<rest>\S.*)", re.DOTALL)


@cache
def _by_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[\s,]+(?P<due>(?:by|before|from|in|during|until) (?:the )?(?:(?:end|start|close) of )?[^,;.()]{3,40}?)"
        r"\s*\.?$",
        re.IGNORECASE,
    )


def split_tail(text: str) -> tuple[str, list[tuple[Field, str]]]:  # noqa: PLR0911 -- a choice, in order
    """The words of an action, and the owner and date that stand at its end."""
    if len(text) > _LONGEST:
        return text.strip(), []
    if (found := _lead_pattern().match(text)) and is_timeline(found["due"]) and any(map(str.isdigit, found["due"])):
        title, values = split_tail(found["rest"])
        return title, values if any(one is Field.DUE for one, _ in values) else [(Field.DUE, found["due"]), *values]
    parts = split_labels(text)
    if len(parts) > 1 and parts[0].field is None:
        return parts[0].text, [
            one for part in parts[1:] if part.field and part.text for one in _parted(part.field, part.text)
        ]
    if found := _brackets_pattern().match(text):
        values = _values(found["tail"])
        if values:
            return found["head"].strip(" .") if not found["head"].rstrip().endswith(".") else found[
                "head"
            ].strip(), values
    pieces = _dash_pattern().split(text)
    for start in range(1, len(pieces)):
        tail = pieces[start:]
        if len(" ".join(tail)) <= _LONGEST_TAIL and (values := _values(" ; ".join(tail))):
            head = (
                text[: text.rindex(pieces[start])]
                if start == len(pieces) - 1
                else text[: text.index(pieces[start], len(pieces[0]))]
            )
            return head.strip(" –—-|\t"), values
    if (
        (found := _by_pattern().search(text))
        and is_timeline(found["due"])
        and re.search(r"\d{4}|\d months|term|year", found["due"])
    ):
        return text.strip(), [(Field.DUE, found["due"].strip())]
    return text.strip(), []


def closes_bracket(text: str, following: str) -> bool:
    """Whether a line goes on with a bracket that the one before leaves open: `... (HR, by`, `April 2028)`."""
    is_open = max(text.rfind("("), text.rfind("[")) > max(text.rfind(")"), text.rfind("]"))
    closing = re.search(r"[)\]]", following)
    return is_open and closing is not None and not re.search(r"[(\[]", following[: closing.start()])


def says_who_and_when(text: str) -> bool:
    """Whether an action says at its end both who does it and when."""
    fields = {found for found, _ in split_tail(text)[1]}
    return bool(fields & {Field.OWNERS, Field.LEAD}) and Field.DUE in fields


def _values(tail: str) -> list[tuple[Field, str]]:
    """The values of a tail, if all of it is values and one of them says when."""
    labelled = split_labels(tail)
    if labelled[0].field is not None:
        return [value for part in labelled if part.field and part.text for value in _parted(part.field, part.text)]
    if is_timeline(tail.strip()) or tail.strip().casefold() in {"tbc", "tbd", "tba", "to be confirmed"}:
        return [(Field.DUE, tail.strip())]
    values: list[tuple[Field, str]] = []
    for part in re.split(r"\s*[;,|]\s*", tail):
        words = part.strip()
        if not words:
            continue
        if is_timeline(re.sub(r"(?i)^by\s+", "", words)) or (words.casefold() in NO_VALUE and values):
            values.append((Field.DUE, words))
        elif is_rag(words):
            values.append((Field.RAG, words))
        elif Kind.NAMES in kinds_of(words):
            values.append((Field.OWNERS, words))
        else:
            return []
    if not any(found in {Field.DUE, Field.RAG} for found, _ in values):
        return []
    owners = [words for found, words in values if found is Field.OWNERS]
    rest = [(found, words) for found, words in values if found is not Field.OWNERS]
    return ([(Field.OWNERS, ", ".join(owners))] if owners else []) + rest


def _parted(found: Field, text: str) -> list[tuple[Field, str]]:
    """People after a label, and a date after them that has none: `Lead: Estates; by March 2026`."""
    if found not in {Field.LEAD, Field.OWNERS}:
        return [(found, text)]
    pieces = [one.strip() for one in re.split(r"[;,]", text) if one.strip()]
    dates = [one for one in pieces if is_timeline(re.sub(r"(?i)^by\s+", "", one)) or re.fullmatch(r"20\d\d", one)]
    if not dates or len(dates) == len(pieces):
        return [(found, text)]
    people = [one for one in pieces if one not in dates]
    return [(found, ", ".join(people)), *((Field.DUE, one) for one in dates)]
