"""What tells the items of a list apart, and where the order of a list means something."""

from typing import Final

from tcplan.findings.span import Value
from tcplan.model import Shape
from tcplan.model.casestudy import Figure
from tcplan.model.parts import Acceptance, Evidence, Update
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.workspace.glossary import fold_name

_KEYS: Final[dict[type[Shape], tuple[str, ...]]] = {
    Acceptance: ("rule", "at"),
    Evidence: ("title", "ref", "url"),
    Figure: ("title",),
}
"""The keys that tell items of a shape apart, where they are not the first that it requires."""

_UNORDERED: Final = frozenset(
    {
        *("pillars", "objectives", "actions", "measures", "voice"),  # the tables of a plan
        *("owners", "also", "themes", "aligns", "related", "depends_on", "measured_by", "formerly", "continues"),
        *("follows", "accepted", "at", "meetings", "closing", "answers", "reports", "shows", "plan_months"),
    }
)
"""Lists whose items say the same in any order."""


def is_ordered(field: FieldKind) -> bool:
    """Whether the order of a list's items means something: that of checkpoints, steps, reports and approvals does."""
    return field.name not in _UNORDERED


def is_one_value(field: FieldKind | None) -> bool:
    """Whether a value is compared as a whole: a single one, or a list of texts in an order, such as due dates."""
    if field is None:
        return True
    return field.shape is None and not field.mapping and (not field.many or is_ordered(field))


def item_key(item: Value, shape: type[Shape] | None) -> str:
    """What tells an item apart from the others of its list; several may have the same."""
    if shape is None or not isinstance(item, dict):
        return repr(item)
    return "\0".join(_words(item.get(key)) for key in _naming_keys(shape))


def title_key(item: Value) -> str:
    """The title of an entry as titles are compared; empty without one."""
    title = item.get("title") if isinstance(item, dict) else None
    return fold_name(title) if isinstance(title, str) else ""


def content_key(item: Value, shape: type[Shape] | None) -> str:
    """All that a report says beside its day, which may have been corrected; empty for other items."""
    if shape is not Update or not isinstance(item, dict):
        return ""
    return whole_key({key: value for key, value in item.items() if key != "date"})


def whole_key(value: Value) -> str:
    """A value as a text, the same for mappings in any order of keys."""
    if isinstance(value, dict):
        return repr(sorted((key, whole_key(inner)) for key, inner in value.items()))
    return repr([whole_key(item) for item in value]) if isinstance(value, list) else repr(value)


def _naming_keys(shape: type[Shape]) -> tuple[str, ...]:
    if shape in _KEYS:
        return _KEYS[shape]
    fields = fields_of(shape)
    return (next((name for name, field in fields.items() if field.required), next(iter(fields))),)


def _words(value: Value) -> str:
    return value if isinstance(value, str) else "" if value is None else repr(value)
