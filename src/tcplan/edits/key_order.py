"""The house order of keys: that of the model, but for the shapes whose files read better in another one."""

from functools import cache
from typing import Final

from tcplan.findings.span import Path
from tcplan.model import KINDS, Institution, Shape
from tcplan.model.framework import ListItem, Question
from tcplan.model.plan import Entry
from tcplan.shape.fields import field_at, fields_of

_ENTRY: Final = (
    *("id", "added", "title", "under", "formerly", "themes", "priority", "about", "internal"),  # what it is
    *("lead", "owners", "start", "due", "depends_on"),  # who and when
    *("aligns", "continues", "related", "answers"),  # what it is linked with
    *("success", "steps", "measured_by", "quotes"),
    *("updates", "closed"),  # what grows comes last
)
_LIST_ITEM: Final = ("id", "title", "about", "words", "pages", "evidence", "signed", "due", "provisional", "source")
_INSTITUTION: Final = (
    *("kind", "format", "name", "type", "role", "signed", "cohort", "charters", "webpage", "logo", "about"),
    *("technicians", "contact", "accessibility"),
    *("meetings", "due", "owners", "headline", "accepted", "internal"),
)
_OTHER_ORDERS: Final[tuple[tuple[type[Shape], tuple[str, ...]], ...]] = (
    (Entry, _ENTRY),
    (Question, _LIST_ITEM),
    (ListItem, _LIST_ITEM),
    (Institution, _INSTITUTION),
)


@cache
def house_order(shape: type[Shape]) -> tuple[str, ...]:
    """All keys of a shape, as they are written in a file, in the order of the house style."""
    fields = fields_of(shape)
    other = next((keys for base, keys in _OTHER_ORDERS if issubclass(shape, base)), None)
    return tuple(fields) if other is None else tuple(key for key in other if key in fields)


def order_at(kind: str, path: Path) -> tuple[str, ...]:
    """The house order of the mapping at a path of a file of this kind; empty where its keys are free or unknown.

    The path may be one of the data as written, without the indices that short forms leave out.
    """
    if kind not in KINDS:
        return ()
    names = tuple(step for step in path if isinstance(step, str))
    if not names:
        return house_order(KINDS[kind])
    field = field_at(KINDS[kind], names)
    if field is None or field.shape is None:
        return ()
    has_free_keys = field.mapping and field_at(KINDS[kind], names[:-1]) is not field
    return () if has_free_keys else house_order(field.shape)
