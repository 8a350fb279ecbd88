"""Where the files that ship with tcplan are: inside the installed package, or in the repository."""

from functools import cache
from pathlib import Path


@cache
def templates_folder() -> Path:
    """The folder of our templates."""
    return _folder("templates", "templates")


@cache
def rule_pages_folder() -> Path:
    """The folder of the pages about the rules, one for each code."""
    return _folder("rule_pages", "docs/rules")


def _folder(installed: str, in_repository: str) -> Path:
    package = Path(__file__).parents[1]
    inside = package / installed
    return inside if inside.is_dir() else package.parents[1] / in_repository
