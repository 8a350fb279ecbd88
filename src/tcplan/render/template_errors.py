"""What goes wrong in a template of a workspace, in words, with the template and its line."""

from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from typing import Final

from jinja2 import Environment, TemplateError, nodes

from tcplan.errors import RefusedError, TcplanError, UsageError
from tcplan.render.workspace_templates import WorkspaceLoader

ENDING: Final = ".j2"
FIX: Final = "correct it, or delete it from templates/"


class TooMuchError(Exception):
    """A template takes more than it may; the message says of what."""


def explain_template_error(error: Exception, environment: Environment, loader: WorkspaceLoader) -> TcplanError:
    """The end of the run for an exception, in the template that was loaded last if it names no other.

    A mistake is wrong usage. What may not be read, or takes too much, is refused.
    """
    if isinstance(error, TcplanError):
        return error
    where = _where(error) or (f"{loader.latest}: " if loader.latest else "")
    match error:
        case TooMuchError() | UnicodeError():
            words = str(error)
        case MemoryError():
            words = "it takes too much memory"
        case SyntaxError() | RecursionError():
            words = "its blocks or calls are nested too deeply"
            where = _deepest(environment, loader) or where if isinstance(error, SyntaxError) else where
        case TemplateError() | ArithmeticError() | LookupError() | TypeError() | ValueError():
            return UsageError(f"a template cannot be used: {where}{error}", FIX)
        case _:
            words = f"it fails: {error}"
    return RefusedError(f"a template cannot be used: {where}{words}", FIX)


def _where(error: Exception) -> str:
    """The template and its line, from the error or from the frames that jinja2 names after templates."""
    frames = [one for one in extract_tb(error.__traceback__) if one.filename.endswith(ENDING)]
    name, line = getattr(error, "name", None), getattr(error, "lineno", None)
    if frames and (not line or isinstance(error, SyntaxError)):
        path, line = Path(frames[-1].filename), frames[-1].lineno
        name = f"{path.parent.name}/{path.name}"
    return f"{name}, line {line}: " if name and line else ""


def _deepest(environment: Environment, loader: WorkspaceLoader) -> str:
    """The template, and the line of the block that is nested most deeply in it: Python does not say it."""
    name = loader.latest
    try:
        source, *_ = loader.get_source(environment, name)
        _, line = max(_depths(environment.parse(source), 0))
    except Exception:  # noqa: BLE001 (the error is told without its line)
        return ""
    return f"{name}, line {line}: "


def _depths(node: nodes.Node, depth: int) -> Iterator[tuple[int, int]]:
    yield depth, node.lineno
    for child in node.iter_child_nodes():
        yield from _depths(child, depth + isinstance(child, nodes.For | nodes.If))
