"""The lists of a file, and what makes two values of one the same."""

from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, NamedTuple

from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model.casestudy import Figure
from tcplan.model.institution import DueStage, Owner
from tcplan.model.parts import Acceptance, Continues, Evidence, Quote, SignOff, Step
from tcplan.model.submission import Review
from tcplan.rules.support.context import Context
from tcplan.shape.fields import fields_of
from tcplan.values.dates import Due, Period, due_date
from tcplan.workspace import Glossary, PlanFile, fold_name, resolve
from tcplan.workspace.glossary import fold_text


class ValueList(NamedTuple):
    """A list with its place."""

    path: Path
    values: tuple[Any, ...]

    @property
    def key(self) -> str:
        """The key of the list."""
        return str(self.path[-1])


def lists_of(shape: Shape) -> list[ValueList]:
    """Every list in a file that has more than one value."""
    found: list[ValueList] = []
    _add_lists(found, shape, ())
    return found


def _add_lists(found: list[ValueList], shape: Shape, path: Path) -> None:
    fields = vars(shape)  # to ask pydantic for each attribute takes twice as long
    for name, key, is_many, is_shape in _fields(type(shape)):
        value = fields[name]
        if not value:
            continue
        if is_many and len(value) > 1:
            found.append(ValueList((*path, key), value))
        if is_shape:
            for index, one in enumerate(value if is_many else (value,)):
                _add_lists(found, one, (*path, key, index) if is_many else (*path, key))


def identity_in(  # noqa: PLR0911 (a line for each kind of list)
    values: ValueList, plan: PlanFile | None, context: Context
) -> Callable[[Any], Hashable | None]:
    """What two values of a list have in common if they are the same; None for what may be there twice."""
    key = values.key
    if key in ("formerly", "follows"):
        return lambda _: None  # rules of their own say what is wrong with these
    if key in ("measured_by", "aligns"):
        return str  # ids differ by their capitals; rules of their own say what is unknown
    if key == "owners":
        return lambda one: None if isinstance(one, Owner) else _owner(one, context.folder.glossary)

    def of_reference(ref: str) -> Hashable:
        node = resolve(context.workspace, context.folder, plan, ref).node
        if node and node.path == values.path[:-1] and key in ("depends_on", "related"):
            return None  # that an entry is linked with itself has a rule of its own
        return id(node) if node else fold_name(ref)

    if key in ("depends_on", "related", "shows"):
        return of_reference
    if isinstance(values.values[0], Continues):
        return lambda one: of_reference(one.ref)
    if isinstance(values.values[0], Due):
        period = plan.period if plan else Period(None, None)
        return lambda one: (due_date(one, period) or one.text.casefold()) if isinstance(one, Due) else None
    return _identity


def _owner(name: str, glossary: Glossary) -> str | None:
    """A name as it is compared; nothing for one that the glossary prints in another way, which other-spelling says."""
    owners = glossary.listed(name)
    return fold_name(name) if len(owners) != 1 or owners[0].name == name else None


def _identity(one: object) -> Hashable | None:  # noqa: PLR0911 (a line for each shape)
    match one:
        case str():
            return fold_text(one)
        case Step():
            return (fold_text(one.title), one.due and one.due.text, one.done and one.done.text)
        case Quote():
            return (one.source, fold_text(one.text))
        case Evidence():
            return (one.title and fold_text(one.title), one.url, one.ref, one.internal)
        case Acceptance():
            return (one.rule.casefold(), one.at)
        case Figure():
            return (one.value.text, fold_text(one.title), one.date and one.date.text)
        case SignOff():
            return (fold_text(one.role), one.name, one.date and one.date.text)
        case DueStage():
            return one.form
        case Review():
            return one.plan
        case _:
            return None


@cache
def _fields(shape: type[Shape]) -> tuple[tuple[str, str, bool, bool], ...]:
    """The lists and shapes of a shape: the name of each in the model, its key, whether it is a list, and of shapes."""
    names = {info.alias or name: name for name, info in shape.model_fields.items()}
    return tuple(
        (names[key], key, field.many, field.shape is not None)
        for key, field in fields_of(shape).items()
        if not field.mapping and (field.many or field.shape is not None)
    )
