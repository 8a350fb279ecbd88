"""pydantic's errors in the words of the file, each with the recovery that lets the rest be read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from tcplan.findings import codes
from tcplan.findings.change import Set
from tcplan.findings.finding import Code, Problem
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model.leaf import FAULT, FaultKind
from tcplan.shape.example_values import line_for
from tcplan.shape.fields import field_at, fields_of, name_of, shape_at, with_article
from tcplan.shape.hints import Hint, hint_for
from tcplan.shape.keys import Keys
from tcplan.shape.recovery import DropKey, Placeholders, RecoverableProblem, ReplaceValue, value_or_none
from tcplan.values.text_length import MAX_MESSAGE, shortened

_CODES: Final[dict[FaultKind, Code]] = {
    FaultKind.WRONG_TYPE: codes.WRONG_TYPE,
    FaultKind.MALFORMED: codes.MALFORMED_VALUE,
    FaultKind.UNKNOWN_WORD: codes.UNKNOWN_VALUE,
    FaultKind.NOT_A_DATE: codes.IMPOSSIBLE_DATE,
    FaultKind.EMPTY: codes.MISSING_KEY,
    FaultKind.TOO_LONG: codes.TOO_LONG,
}
_KEY_MARK: Final = "[key]"
"""What pydantic puts after the path of a name that a mapping by name refuses."""


def explain_errors(errors: Iterable[Any], root: Any, shape: type[Shape]) -> Iterator[RecoverableProblem]:
    """The faults that pydantic's errors are about.

    An unknown key and a missing one that is like it are one fault: a rename.
    """
    errors = list(errors)
    keys, placeholders = Keys(root, shape), Placeholders(root)
    # The unknown keys come first: what one of them was meant to be is not missing, although pydantic says so.
    for error in errors:
        if error["type"] == "extra_forbidden":
            yield keys.unknown(error["loc"])
    for error in errors:
        path, kind = error["loc"], error["type"]
        if kind == "missing":
            if path not in keys.renamed:
                yield _missing(path, placeholders, shape)
        elif kind == FAULT and path[-1] == _KEY_MARK:
            problem = _problem(path[:-1], error["ctx"], on_key=True)
            meant = "" if error["ctx"].get("keeps_words") else error["ctx"].get("meant", "")
            yield keys.unnamed(problem, error["ctx"].get("words", ()), meant)
        elif kind == FAULT:
            yield _bad_value(path, error["ctx"], root, shape, placeholders)
        elif kind != "extra_forbidden":
            yield _wrong_container(path, error["input"], shape)


def about_left_out(left_out: Mapping[Path, list[str]], shape: type[Shape]) -> Iterator[Problem]:
    """One problem for the unknown keys of an entry that were not looked at one by one."""
    for path, keys in left_out.items():
        here = shape_at(shape, path) or shape
        message = f"{len(keys):,} more keys here are not keys of {with_article(name_of(here))}"
        help_text = f"the keys here are: {', '.join(fields_of(here))}"
        yield Problem(codes.UNKNOWN_KEY, (*path, keys[0]), message, help_text, on_key=True)


def _missing(path: Path, placeholders: Placeholders, shape: type[Shape]) -> RecoverableProblem:
    field = field_at(shape, path)
    what = name_of(shape_at(shape, path[:-1]) or shape)
    message = f"{with_article(what)} needs `{path[-1]}`"
    problem = Problem(codes.MISSING_KEY, path, message, f"add `{path[-1]}:` to it")
    return RecoverableProblem(problem, ReplaceValue(path, placeholders.value(path, field)))


def _bad_value(
    path: Path, context: dict[str, Any], root: Any, shape: type[Shape], placeholders: Placeholders
) -> RecoverableProblem:
    """A value that its type refuses: dropped where it may be missing, else replaced by a harmless one."""
    field, value = field_at(shape, path), value_or_none(root, path)
    is_legible = field is not None and context["what"] is not FaultKind.TOO_LONG
    found = (hint_for(root, path, shape, field, context) if field and is_legible else None) or _meant_by_type(context)
    meant = found.meant if found else None
    problem = _problem(path, {**context, "help": found.help} if found else context)
    if found and found.meant and found.is_certain:
        note = str(value) if context.get("keeps_words") else ""
        problem = replace(problem, fix=Set(path, found.meant, note))
    if field and not field.mapping and context["what"] is FaultKind.WRONG_TYPE and (line := line_for(field, value)):
        problem = replace(problem, help=f"{problem.help}, such as {line}")
    # Where nobody knows whether a person agreed to be named, they have not: `consent` is never left out.
    keeps = field is not None and (field.required or field.mapping or field.name == "consent")
    if meant or isinstance(path[-1], int) or keeps:
        return RecoverableProblem(problem, ReplaceValue(path, meant or placeholders.value(path, field)))
    return RecoverableProblem(problem, DropKey(path))


def _meant_by_type(context: dict[str, Any]) -> Hint | None:
    """What the type of a value itself knows to be meant for certain: `Dec 2026` is a month."""
    meant = context.get("meant")
    return Hint(context["help"], meant, is_certain=True) if meant else None


def _problem(path: Path, context: dict[str, Any], *, on_key: bool = False) -> Problem:
    message = shortened(context["message"], MAX_MESSAGE)
    return Problem(_CODES[context["what"]], path, message, context["help"], on_key=on_key)


def _wrong_container(path: Path, found: Any, shape: type[Shape]) -> RecoverableProblem:
    field = field_at(shape, path)
    wanted = "a mapping (key: value)"
    if field and field.shape and (not field.mapping or field.name != path[-1]):
        wanted = _outline(field.shape)
    if found is None:
        message = f"this is empty; {wanted} is expected"
        return RecoverableProblem(
            Problem(codes.MISSING_KEY, path, message, "fill it in, or delete it"), ReplaceValue(path, {})
        )
    what_is_there = f"`{shortened(found)}` is text" if isinstance(found, str) else "this is a list"
    line = line_for(field, found) if field and field.name in (path[-1], *path[-2:-1]) else ""
    help_text = f"write {line or wanted}"
    items = found if isinstance(found, list) and isinstance(path[-1], int) else []
    if items and isinstance(items[0], str) and field and field.shape and field.shape.main_for(items[0]):
        help_text = f"write one hyphen before each: - {shortened(items[0])}"
    problem = Problem(codes.WRONG_TYPE, path, f"{what_is_there}; {wanted} is expected", help_text)
    return RecoverableProblem(
        problem, ReplaceValue(path, {}) if isinstance(path[-1], int) or (field and field.mapping) else DropKey(path)
    )


def _outline(shape: type[Shape]) -> str:
    """`an action (id: ..., title: ...)`: what must be in it, or else what comes first."""
    fields = fields_of(shape)
    keys = [key for key, field in fields.items() if field.required] or list(fields)[:3]
    return f"{with_article(name_of(shape))} ({', '.join(f'{key}: ...' for key in keys)})"
