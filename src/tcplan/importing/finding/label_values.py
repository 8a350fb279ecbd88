"""What may follow the value of a label in paragraphs of their own: another date after a date, and no sentence."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from tcplan.importing.finding.cell_kinds import is_priority, is_rag, is_timeline, looks_like_names
from tcplan.importing.finding.header_texts import score_header
from tcplan.importing.finding.labels import LabelledText
from tcplan.importing.found import Field


def may_go_on(field: Field, text: str, *, is_item: bool) -> bool:
    """Whether a paragraph below a value of a label is one more value of it; fields of free words take everything.

    Below `Deadline: December 2026`, `March 2027 (pilot)` is another date and `Forty profiles published` is not.
    """
    is_value = _checks().get(field)
    if is_value is None:
        return True
    if field in {Field.OWNERS, Field.LEAD}:
        return not _lead_pattern().match(text) and (is_item or looks_like_names(text))
    return is_value(text.strip(" .;,"))


def read_unknown_label(text: str) -> LabelledText | None:
    """A label among other labels that hardly sounds like one, with a value that says what it is.

    `Date for delivery` is no header that anybody knows; with `March 2026` behind it, it is a date.
    """
    found = _lead_pattern().match(text)
    if found is None:
        return None
    label, value = found["label"], text[found.end() :].strip()
    scores = score_header(label)
    best = max(scores, key=lambda one: scores[one], default=None)
    is_value = _checks().get(best) if best else None
    if best is None or is_value is None or scores[best] < _LEAST or not is_value(value.strip(" .;,")):
        return None
    return LabelledText(best, label, value)


_LEAST: Final = 4
"""How much the words of a label must sound like a field."""


@cache
def _lead_pattern() -> re.Pattern[str]:
    """A label in front of a line: a few words and a colon."""
    return re.compile(r"(?P<label>[A-Z][\w'\u2019/&-]*(?: [\w'\u2019/&-]+){0,5}) ?:\s+(?=\S)")


@cache
def _checks() -> Mapping[Field, Callable[[str], bool]]:
    return {
        Field.DUE: _says_when,
        Field.START: _says_when,
        Field.RAG: is_rag,
        Field.PRIORITY: is_priority,
        Field.OWNERS: looks_like_names,
        Field.LEAD: looks_like_names,
    }


def _says_when(text: str) -> bool:
    """Whether a text is a date, or one beside what is due by then: `May 2027: pilot`, `Roll-out (June 2028)`."""
    return any(is_timeline(part) for part in (text, *re.split(r"\s*(?::\s|\s[–—-]\s|[()])\s*", text)))
