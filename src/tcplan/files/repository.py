"""Names of files as a CI service knows them: relative to the top of the repository, wherever the check was run."""

import os
from functools import cache
from pathlib import Path
from typing import Final

TOP_VARIABLES: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The environment variables in which GitHub and GitLab name the top of the checkout."""


def name_in_repository(name: str) -> str:
    """The name of a file, given as it is seen from the current folder, as it is seen from the top of the repository.

    A link is named by what it leads to, since a service shows findings beside the changed lines of that file. The name
    stays as it is outside a repository.
    """
    here = os.getcwd()  # noqa: PTH109 (a text is enough, for many files)
    folder, _, _ = name.rpartition("/")
    try:
        real = _real_folder(here, folder)
        path = os.path.join(real, name[len(folder) :].lstrip("/"))  # noqa: PTH118 (as above)
        if os.path.islink(path):  # noqa: PTH114 (as above)
            path = os.path.realpath(path)
    except (OSError, ValueError):
        return name  # a null character, or a loop of links
    top = _top(os.path.dirname(path), *(os.environ.get(one, "") for one in TOP_VARIABLES))  # noqa: PTH120 (as above)
    if top is None or (top == f"{here}{os.sep}" and path == os.path.normpath(top + name)):
        return name
    return path[len(top) :].replace(os.sep, "/")


@cache
def _real_folder(here: str, folder: str) -> str:
    return os.path.realpath(os.path.join(here, folder))  # noqa: PTH118 (many files are in few folders)


@cache
def _top(folder: str, *variables: str) -> str | None:
    """The nearest folder above a folder, or itself, that is the top of a repository or named by a variable."""
    named = {os.path.realpath(one) for one in variables if one}
    for one in (Path(folder), *Path(folder).parents):
        if str(one) in named or _is_repository(one):
            return str(one).rstrip(os.sep) + os.sep
    return None


def _is_repository(folder: Path) -> bool:
    """Whether git knows a folder as the top of a repository; `.git` of a submodule or a second worktree is a file."""
    git = folder / ".git"
    return git.is_file() or (git / "HEAD").is_file()
