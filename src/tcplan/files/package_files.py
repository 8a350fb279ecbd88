"""Where the files that ship with tcplan are: inside the installed package, or in the repository."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tcplan.files.settings import Settings


@dataclass(frozen=True)
class PackageSource:
    """The YAML files of a folder of the package; an installer may have made links of them, which are followed."""

    root: Path
    settings: Settings = Settings()

    def names(self) -> tuple[str, ...]:
        """All of them, sorted."""
        return tuple(sorted(name for name in os.listdir(self.root) if name.endswith(".yaml")))  # noqa: PTH208

    def read(self, name: str) -> bytes:
        """The bytes of one file."""
        return (self.root / name).read_bytes()


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
