"""The workspaces that are changed: those of `plans/` and `examples/`, and the examples of rules in `tests/data`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).parents[1]
_RULES: Final = REPOSITORY / "tests/data/rules"
_WHOLE: Final = ("examples", "plans", "tests/data/reports", "tests/data/thirty")


@dataclass(frozen=True)
class Base:
    """The files of a workspace, by their paths in it, and what a command can name."""

    files: dict[str, bytes]

    @property
    def entries(self) -> list[tuple[str, str]]:
        """The ids in its files, each with the name of the file; never none."""
        found = [
            (Path(name).stem, id_)
            for name, data in self.files.items()
            for id_ in re.findall(r"\bid: *([^\s,}]+)", data.decode(errors="replace"))
            if "frameworks" not in name
        ]
        return found or [("phase-1", "1")]

    @property
    def owners(self) -> list[str]:
        """The leads in its files; never none."""
        return list(dict.fromkeys(re.findall(r"\blead: *([^#\n]+?) *$", self.text, re.MULTILINE))) or ["HROD"]

    @property
    def text(self) -> str:
        """All files as one text."""
        return "\n".join(data.decode(errors="replace") for data in self.files.values())

    @property
    def names(self) -> list[str]:
        """The names of its files, without folder and ending."""
        return [Path(name).stem for name in self.files if name.endswith(".yaml")] or ["phase-1"]


@cache
def bases() -> tuple[Base, ...]:
    """Every workspace, in one order; a whole one stands several times, so that each is drawn often."""
    whole = [_read_whole(REPOSITORY / name) for name in _WHOLE]
    return (*whole * 150, *_examples_of_rules())


def _read_whole(top: Path) -> Base:
    prefix = "plans/" if top.name == "plans" else ""
    files = sorted(path for path in top.rglob("*") if path.is_file())
    return Base({prefix + path.relative_to(top).as_posix(): path.read_bytes() for path in files})


def _examples_of_rules() -> Iterator[Base]:
    """A file is a workspace with one institution; a folder is the files of one, or a workspace."""
    for example in sorted(_RULES.glob("TC*/*")):
        if example.is_file():
            yield Base({f"plans/u/{example.name}": example.read_bytes()})
        else:
            yield _read_whole(example)
