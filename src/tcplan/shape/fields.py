"""What the models say about each key: one value or several, a text or a shape. Read from them, never repeated.

And what a message calls a shape.
"""

from dataclasses import dataclass
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model.answers import AnswerReport
from tcplan.model.framework import ListItem
from tcplan.model.leaf import Leaf
from tcplan.model.parts import Closed, Continues, Evidence, SignOff, Step
from tcplan.model.plan import KeyMeaning, Voice
from tcplan.model.submission import ClosingColour

_NAMES: Final[dict[type[Shape], str]] = {
    AnswerReport: "report",
    Closed: "closure",
    ClosingColour: "closing",
    Continues: "continued entry",
    Evidence: "piece of evidence",
    KeyMeaning: "RAG key",
    ListItem: "item",
    SignOff: "sign-off",
    Step: "success criterion or step",
    Voice: "voice entry",
}
"""What a message calls a shape, where that is not the name of its class."""


@dataclass(frozen=True, slots=True)
class FieldKind:
    """One key of a shape: `shape` or `leaf` says what its values are; `many` a list of them, `mapping` by name."""

    name: str
    required: bool
    many: bool
    mapping: bool
    shape: type[Shape] | None
    leaf: Leaf | None
    schema: dict[str, Any]
    key_leaf: Leaf | None
    description: str

    @property
    def takes_any_words(self) -> bool:
        """Whether its values are texts: no id, date, number, address or word of a list."""
        return not {"pattern", "enum"} & self.schema.keys()


@cache
def fields_of(shape: type[Shape]) -> dict[str, FieldKind]:
    """The keys of a shape as they are written in a file."""
    return {info.alias or name: _kind(info.alias or name, info) for name, info in shape.model_fields.items()}


def field_at(shape: type[Shape], path: Path) -> FieldKind | None:
    """The field that a path ends in or is inside of, whether or not short forms are spread."""
    found: FieldKind | None = None
    current: type[Shape] | None = shape
    skip_name = False
    for step in path:
        if isinstance(step, int):
            continue  # of a list, and a list may be left out
        if skip_name:  # in a mapping by name, such as `targets`, the names are not keys of a shape
            skip_name = False
            continue
        if current is None:
            return found
        found = fields_of(current).get(step)
        if found is None:
            return None
        current, skip_name = found.shape, found.mapping
    return found


def value_field_at(shape: type[Shape], path: Path, text: str) -> FieldKind | None:
    """The field that a text at a path is read as: in the place of a mapping, its main key."""
    field = field_at(shape, path)
    if field is not None and field.shape is not None:
        field = fields_of(field.shape).get(field.shape.main_for(text))
    return field


def shape_at(shape: type[Shape], path: Path) -> type[Shape] | None:
    """The shape of the mapping at a path of spread data."""
    if not path:
        return shape
    found = field_at(shape, path)
    return found.shape if found else None


@cache
def shapes_of(shape: type[Shape]) -> tuple[type[Shape], ...]:
    """A shape and all the shapes inside it, outermost first."""
    found = [shape]
    for one in found:
        found += [kind.shape for kind in fields_of(one).values() if kind.shape and kind.shape not in found]
    return tuple(dict.fromkeys(found))


def name_of(shape: type[Shape]) -> str:
    """What a mapping of this shape is called in a message."""
    return _NAMES.get(shape) or "".join(f" {c.lower()}" if c.isupper() else c for c in shape.__name__).strip()


def with_article(noun: str) -> str:
    """The noun with its article."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _kind(name: str, info: Any) -> FieldKind:
    hint = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    hint = _without_none(hint)
    key_leaf = None
    mapping = get_origin(hint) is dict
    if mapping:
        key_hint, hint = get_args(hint)
        key_leaf = _leaf_of(key_hint)
    many = get_origin(hint) is tuple
    if many:
        hint = get_args(hint)[0]
    kind = partial(FieldKind, name, info.is_required(), many, mapping)
    if isinstance(hint, type) and issubclass(hint, Shape):
        return kind(hint, None, {}, key_leaf, info.description or "")
    leaf = _leaf_of(hint)
    return kind(None, leaf, leaf.schema, key_leaf, info.description or "")


def _leaf_of(hint: Any) -> Leaf:
    return next(note for note in get_args(hint)[1:] if isinstance(note, Leaf))


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint
