"""Labels in front of values in running text: `Owner: HROD`, `Action 2: ... By: March 2027`."""

import re
from functools import cache
from typing import NamedTuple

from tcplan.importing.finding.header_texts import EXACT, group_labels, plain_header, score_header
from tcplan.importing.found import Field


class LabelledText(NamedTuple):
    """A label and what follows it; `field` is None for words before the first label."""

    field: Field | None
    label: str
    text: str


_NEVER = frozenset({Field.NOTHING})
_MOST_WORDS = 7
_SHORT = 40
_LONGEST = 4000


@cache
def _label_pattern() -> re.Pattern[str]:
    """Where a label may begin: at the beginning, or after a sign or the end of a sentence."""
    return re.compile(
        r"(?:^|(?<=[.;|,\n()\[\]\t/–—-])|(?<=\s))\s*(?P<label>[A-Z][\w'’()/& -]{0,50}?)\s*(?::|\s[–—=-]\s)(?!//)\s*"
    )


def label_field(label: str) -> Field | None:
    """The field of a label, if its words are those of a header."""
    if len(label.split()) > _MOST_WORDS:
        return None
    scores = score_header(label)
    best = max(scores, key=lambda one: scores[one], default=None)
    if best is None or scores[best] < EXACT - 1 or best in _NEVER:
        return None
    return best


def split_labels(text: str) -> list[LabelledText]:
    """The labelled parts of a text; one part without a label if it has none."""
    if len(text) > _LONGEST:
        return [LabelledText(None, "", text.strip())]
    starts = []
    for found in _label_pattern().finditer(text):
        label = found["label"]
        is_first = not text[: found.start("label")].strip()
        field = label_field(label)
        if field is None and " " in label:  # "Create a forum Owner: HR" has a label at its end
            label = _last_words(label)
            field = label_field(label) if label else None
        if field is not None and (is_first or ":" in found.group()):
            starts.append((found.end() - len(found.group()) + found.group().rindex(label), found.end(), label, field))
    if not starts:
        return [LabelledText(None, "", text.strip())]
    parts = []
    before = text[: starts[0][0]].strip(" |;,\n\t([")
    if before:
        parts.append(LabelledText(None, "", before))
    for place, (_, end, label, field) in enumerate(starts):
        stop = starts[place + 1][0] if place + 1 < len(starts) else len(text)
        parts.append(LabelledText(field, label, _without_stop(text[end:stop].strip(" |;,\n\t()[]"))))
    return parts


def _without_stop(value: str) -> str:
    """A short value without the full stop that ends it before the next label."""
    return value[:-1] if len(value) <= _SHORT and value.endswith(".") and "." not in value[:-1] else value


def _last_words(label: str) -> str:
    words = label.split()
    for count in (3, 2, 1):
        if len(words) > count and words[-count][0].isupper() and label_field(" ".join(words[-count:])) is not None:
            return " ".join(words[-count:])
    return ""


def is_level_label(label: str) -> bool:
    """Whether a label names what an entry is, so that a number may follow it."""
    return plain_header(label) in group_labels()
