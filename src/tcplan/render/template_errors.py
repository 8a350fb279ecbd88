"""What goes wrong in a template of a workspace, in words, with the template and its line."""

import re
from collections.abc import Iterator
from typing import Final

from jinja2 import Environment, TemplateError, TemplateNotFound, nodes

from tcplan.errors import RefusedError, TcplanError, UsageError
from tcplan.render.template_check import TemplateMistakeError, missing_template
from tcplan.render.template_names import UnknownVariableError
from tcplan.render.template_places import place_of, shown_name, unknown_variable
from tcplan.render.workspace_templates import FOLDER, WorkspaceLoader

FIX: Final = "correct it, or delete it from templates/"


INTRODUCTION: Final = "a template cannot be used: "

PLAIN_KINDS: Final = {
    **dict.fromkeys(("str", "Markup"), "a text"),
    **dict.fromkeys(("int", "float"), "a number"),
    **dict.fromkeys(("tuple", "list"), "a list"),
    "NoneType": "one that is absent",
    "bool": "yes or no",
    "TemplateModule": "an imported template",
}
"""Our words for what Python calls the kinds of values."""

MISFIT: Final = "values are put together that do not fit, such as a text and a number"


class TooMuchError(Exception):
    """A template takes more than it may; the message says of what."""


def explain_template_error(error: Exception, environment: Environment, loader: WorkspaceLoader) -> TcplanError:
    """The end of the run for an exception, in the template that was loaded last if it names no other.

    A mistake is wrong usage. What may not be read, or takes too much, is refused.
    """
    if isinstance(error, TcplanError):
        return error
    name, line = place_of(error, loader)
    where = f"{shown_name(loader, name)}, line {line}: " if line else ""
    where = where or (f"{FOLDER}/{loader.latest}: " if loader.latest else "")
    match error:
        case UnknownVariableError():
            words = unknown_variable(str(error), environment, loader, name)
            return UsageError(f"{INTRODUCTION}{where}{words}", FIX)
        case TemplateNotFound():
            words = missing_template(environment, str(error.name))
            return UsageError(f"{INTRODUCTION}{where}{words}", FIX)
        case TooMuchError() | UnicodeError():
            words = str(error)
        case MemoryError():
            words = "it takes too much memory"
        case SyntaxError() | RecursionError():
            words = "its blocks or calls are nested too deeply"
            where = _deepest(environment, loader) or where if isinstance(error, SyntaxError) else where
        case TypeError():
            return UsageError(f"{INTRODUCTION}{where}{_misfit(str(error))}", FIX)
        case TemplateMistakeError() | TemplateError() | ArithmeticError() | LookupError() | ValueError():
            return UsageError(f"{INTRODUCTION}{where}{error}", FIX)
        case _:
            words = f"it fails: {error}"
    return RefusedError(f"{INTRODUCTION}{where}{words}", FIX)


def _misfit(words: str) -> str:
    """What Python says of values that do not fit, in words for who writes templates."""
    kind = re.match("'(.*?)' object is not (iterable|callable|subscriptable)", words)
    if kind:
        what = {"iterable": "a list", "callable": "a macro", "subscriptable": "a list"}[kind[2]]
        return f"a value ({PLAIN_KINDS.get(kind[1], kind[1])}) is used as if it were {what}"
    return words if words.startswith("macro ") else MISFIT


def _deepest(environment: Environment, loader: WorkspaceLoader) -> str:
    """The template, and the line of the block that is nested most deeply in it: Python does not say it."""
    name = loader.latest
    try:
        source, *_ = loader.get_source(environment, name)
        _, line = max(_depths(environment.parse(source), 0))
    except Exception:  # noqa: BLE001 (the error is told without its line)
        return ""
    return f"{FOLDER}/{name}, line {line}: "


def _depths(node: nodes.Node, depth: int) -> Iterator[tuple[int, int]]:
    yield depth, node.lineno
    for child in node.iter_child_nodes():
        yield from _depths(child, depth + isinstance(child, nodes.For | nodes.If))
