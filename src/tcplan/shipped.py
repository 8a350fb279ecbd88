"""Where the templates that ship with tcplan lie."""

from functools import cache
from pathlib import Path


@cache
def templates_folder() -> Path:
    """The folder of our templates: inside the installed package, or at the top of the repository."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"
