"""Templates of a workspace: whoever sends a change can send them, so nothing outside of `templates/` can be loaded."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from jinja2 import BaseLoader, ChoiceLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from tcplan.errors import RefusedError
from tcplan.files.containment import OutsideError, read_inside
from tcplan.files.package_files import templates_folder

FOLDER: Final = "templates"
PREFIX: Final = "tcplan"
"""What the names of our templates begin with where a template of the same name is meant that is not the workspace's."""
MOST_BYTES: Final = 1024 * 1024
"""Of a template: the longest of ours has four thousand."""


def has_templates(root: Path) -> bool:
    """Whether a workspace has templates that are not ours."""
    folder = root / FOLDER
    return os.path.lexists(folder) and not (folder.exists() and folder.samefile(templates_folder()))


class WorkspaceLoader(BaseLoader):
    """Loads templates from `templates/` of a workspace; a name with `..` and a link that leads out find nothing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.latest = ""
        """The name of the template that was loaded last, for an error that knows no place."""
        self.tell: Callable[[str], object] = str
        """Is called with the name of each template that is loaded."""

    @staticmethod
    def of(environment: Environment) -> "WorkspaceLoader":
        """The one among the loaders of an environment for the templates of a workspace."""
        loaders = environment.loader.loaders if isinstance(environment.loader, ChoiceLoader) else ()
        return next(one for one in loaders if isinstance(one, WorkspaceLoader))

    def name_of(self, file: str) -> str:
        """The name of a template by its file; empty where that is not one of the workspace."""
        top = f"{self.root / FOLDER}{os.sep}"
        return file[len(top) :].replace(os.sep, "/") if file.startswith(top) else ""

    def list_templates(self) -> list[str]:
        """The names of all files below `templates/`, sorted; folders that are links are not entered."""
        folder = self.root / FOLDER
        found = (Path(where, name) for where, _, names in os.walk(folder) for name in names)
        return sorted(one.relative_to(folder).as_posix() for one in found)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template; raises TemplateNotFound, and RefusedError where it may not be read."""
        del environment
        text = self.read(template)
        return text, str(self.root.joinpath(FOLDER, *split_template_path(template))), lambda: True

    def read(self, template: str) -> str:
        """The text alone."""
        path = self.root.joinpath(FOLDER, *split_template_path(template))
        try:
            os.lstat(path)
        except PermissionError as error:
            raise RefusedError(f"{FOLDER}/{template} cannot be read: {error.strerror}", "check permissions") from error
        except (OSError, ValueError):  # not there, too long a name, or one with a null character
            raise TemplateNotFound(template) from None
        self.latest = template
        self.tell(template)
        try:
            return _read(self.root, path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise RefusedError(f"{FOLDER}/{template} is not UTF-8 text", "save it as UTF-8") from error


def _read(root: Path, path: Path) -> bytes:
    """The bytes of a template; raises RefusedError, which never names where a link leads to."""
    shown = path.relative_to(root).as_posix()
    try:
        content = read_inside(root, path, MOST_BYTES)
    except OutsideError as error:
        message = f"{shown} is a link that leads out of the workspace, so it is not read"
        raise RefusedError(message, "put the file itself there") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(f"{shown} cannot be read: {reason}", "check the file and its permissions") from error
    if len(content) > MOST_BYTES:
        raise RefusedError(f"{shown} is larger than {MOST_BYTES:,} bytes, so it is not read", "make it shorter")
    return content
