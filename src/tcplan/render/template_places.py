"""Where in the templates of a workspace something goes wrong, and what they can use there."""

from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from typing import Final

from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables

from tcplan.files.package_files import templates_folder
from tcplan.render.template_check import family_of
from tcplan.render.template_names import suggest_names
from tcplan.render.workspace_templates import FOLDER, PREFIX, WorkspaceLoader

ENDING: Final = ".j2"


def shown_name(loader: WorkspaceLoader, name: str) -> str:
    """The name of a template as its file in the workspace, or as one of ours."""
    if (loader.root / FOLDER / name).exists():
        return f"{FOLDER}/{name}"
    return f"{PREFIX}/{name.removeprefix(f'{PREFIX}/')}"


def place_of(error: Exception, loader: WorkspaceLoader) -> tuple[str, int]:
    """The name and the line of a template, or an empty name and 0; of several, the last of the workspace."""
    name, line = getattr(error, "name", None), getattr(error, "lineno", None)
    if line and isinstance(name, str) and not isinstance(error, SyntaxError):
        return name, line
    frames = [one for one in extract_tb(error.__traceback__) if one.filename.endswith(ENDING)]
    theirs = [one for one in frames if loader.name_of(one.filename)]
    for one in (*theirs[-1:], *frames[-1:]):
        path = Path(one.filename)
        return loader.name_of(one.filename) or f"{path.parent.name}/{path.name}", one.lineno or 0
    return "", 0


def unknown_variable(variable: str, environment: Environment, loader: WorkspaceLoader, name: str) -> str:
    """That a template has no such variable, and those that it can use."""
    try:
        known = usable_names(environment, loader, name)
    except Exception:  # noqa: BLE001 (the error is told without them)
        known = []
    return f"there is no `{variable}` here" + (f": {suggest_names(variable, known)}" if known else "")


def usable_names(environment: Environment, loader: WorkspaceLoader, name: str) -> list[str]:
    """The variables that a template can use: what it sets or imports itself, and what ours of that name is given."""
    own = environment.parse(loader.get_source(environment, name)[0])
    stored = (one.name for one in own.find_all(nodes.Name) if one.ctx in ("store", "param"))
    imported = (one.target for one in own.find_all(nodes.Import))
    macros = (one.name for one in own.find_all(nodes.Macro))
    given: set[str] = set()
    for tree in (*family_of(environment, own).parents.values(), *_same_name(environment, name)):
        given |= find_undeclared_variables(tree)
        given |= {one.target for one in tree.body if isinstance(one, nodes.Import)}
    return sorted({"doc", *stored, *imported, *macros, *given} - set(environment.globals))


def _same_name(environment: Environment, name: str) -> Iterator[nodes.Template]:
    """Ours of the same name, if there is one."""
    file = templates_folder() / name
    if file.is_file():
        yield environment.parse(file.read_text("utf-8"))
