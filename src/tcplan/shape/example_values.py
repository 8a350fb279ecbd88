"""A line to type in the place of a value of the wrong type, with the words that are there where they fit in."""

import re
from functools import cache
from typing import Any, Final

from tcplan.model import Shape
from tcplan.model.parts import Acceptance, Closed, Quote, SignOff, Update
from tcplan.model.plan import PlanPeriod
from tcplan.shape.fields import FieldKind
from tcplan.values.quantity import parse_quantity
from tcplan.values.text_length import MAX_SHOWN
from tcplan.values.words import Ending
from tcplan.yaml_reader.quoting import as_scalar


@cache
def _years_pattern() -> re.Pattern[str]:
    return re.compile(r"((?:19|20|21)\d\d)(?: ?(?:-|\u2013|/|to) ?((?:19|20|21)\d\d))?")


_LINES: Final = {
    "title": "title: Publish a careers framework",
    "id": "id: 2.3.1",
    "lead": "lead: Director of HR",
    "owners": "owners: [HR, Estates]",
    "due": "due: 2027-03",
    "start": "start: 2026-09",
    "date": "date: 2026-06",
    "added": "added: 2026-06",
    "done": "done: 2026-06",
    "priority": "priority: high",
    "rag": "rag: green",
    "themes": "themes: [visibility, recognition]",
    "depends_on": "depends_on: [1.1.1, 1.1.2]",
    "related": "related: [1.1.1, 1.1.2]",
    "measured_by": "measured_by: [registered]",
    "review_every": "review_every: 6 months",
}
_ENTRIES: Final[dict[type[Shape], str]] = {
    Acceptance: "{rule: TC201, at: 2.3.1, why: ...}",
    Closed: "{date: 2026-06, as: withdrawn, why: ...}",
    PlanPeriod: "{start: 2026-01, end: 2028-12}",
    Quote: "{text: ...}",
    SignOff: "{role: Vice-Chancellor, date: 2026-01}",
    Update: "{date: 2026-06, rag: green, note: ...}",
}
_AMOUNTS: Final = {"targets": "end", "actual": "2026-06"}


def line_for(field: FieldKind, found: Any) -> str:
    """What to write for a field in the place of `found`; nothing where no line is known."""
    if field.name in _AMOUNTS and field.mapping:
        amount = found if isinstance(found, str) and parse_quantity(found) else "40"
        return f"{field.name}: {{{_AMOUNTS[field.name]}: {amount}}}"
    if field.shape is None:
        return "" if field.mapping else _LINES.get(field.name, "")
    entry = _ENTRIES.get(field.shape)
    if entry is None:
        return ""
    entry = _fill_in(field.shape, entry, found)
    return f"{field.name}: [{entry}]" if field.many else f"{field.name}: {entry}"


def _fill_in(shape: type[Shape], entry: str, found: Any) -> str:
    """The entry with what was found in the place that it fits."""
    if not isinstance(found, str) or len(found) > MAX_SHOWN or "\n" in found:
        return entry
    if shape is PlanPeriod:
        years = _years_pattern().fullmatch(found.strip())
        return f"{{start: {years[1]}-01, end: {years[2] or years[1]}-12}}" if years else entry
    if shape is Acceptance:
        return entry.replace("TC201", found) if re.fullmatch(r"TC\d{3}", found) else entry
    if shape is Closed and found in list(Ending):
        return entry.replace(Ending.WITHDRAWN, found)
    return entry.replace("...", as_scalar(found, in_brackets=True))
