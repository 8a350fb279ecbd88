"""What a template names and does not exist, in words that say which names there are."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final

from jinja2 import StrictUndefined, UndefinedError
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext
from jinja2.utils import missing

from tcplan.values.near_words import near

MOST_LISTED: Final = 24
"""So many names are listed beside the one that was probably meant; the parts of the longest row are fewer."""


class UnknownVariableError(UndefinedError):
    """A template uses a variable that it does not have; the message is its name."""


class NamedUndefined(StrictUndefined):
    """An undefined value that says which parts the row has in which it was looked for."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401 (any value)
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        if hint is None and name is not None:
            hint, exc = (name, UnknownVariableError) if obj is missing else (missing_part(obj, str(name)), exc)
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]


def missing_part(value: object, name: str) -> str:
    """That a value has no part of a name, with the names that there are."""
    if value is None:
        return f"there is no `{name}`, because what it is part of is absent here: test that with `if` first"
    if isinstance(value, list | tuple) and name.lstrip("-").isdecimal():
        return f"there is no item {name} in this list, which has {len(value)}"
    known = part_names(value)
    return f"`{name}` is not part of {kind_of(value)}" + (f": {suggest_names(name, known)}" if known else "")


def suggest_names(name: str, known: Iterable[str]) -> str:
    """The nearest of the names that there are, and all of them."""
    names = list(dict.fromkeys(known))
    found = near(name, names)
    if found and len(names) > MOST_LISTED:
        return f"did you mean `{found}`?"
    listed = f"there {'are' if len(names) > 1 else 'is'} {', '.join(names)}"
    return f"did you mean `{found}`? {listed}" if found else listed


def part_names(value: object) -> list[str]:
    """The names of the parts of a row, a loop or an imported template; none for a text, a number or a list."""
    if _is_row(value):
        return row_parts(value if isinstance(value, type) else type(value))
    if isinstance(value, TemplateModule):
        return sorted(name for name in vars(value) if not name.startswith("_"))
    if isinstance(value, LoopContext):
        return sorted(name for name in dir(LoopContext) if not name.startswith("_"))
    return []


def _is_row(value: object) -> bool:
    """Whether it is a row of a view: a dataclass, or a named tuple."""
    return is_dataclass(value) or hasattr(value, "_fields")


def row_parts(kind: type) -> list[str]:
    """The names of the fields and the computed parts of a type of rows."""
    stored = [one.name for one in fields(kind)] if is_dataclass(kind) else list(getattr(kind, "_fields", ()))
    return stored + [name for name, value in vars(kind).items() if isinstance(value, property) and name[0] != "_"]


def kind_of(value: object) -> str:
    """What a value is: the documented name of a type of rows, or a plain word."""
    if _is_row(value):
        return type(value).__name__
    words: Mapping[type, str] = {
        str: "a text",
        bool: "yes or no",
        int: "a number",
        float: "a number",
        tuple: "a list",
        list: "a list",
        dict: "a table of names",
        TemplateModule: "this imported template",
        LoopContext: "`loop`",
    }
    return next((word for kind, word in words.items() if isinstance(value, kind)), "this value")
