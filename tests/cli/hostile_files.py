"""Workspaces in which every text, key, id or name of a file tries to be a line, a command or markup of a report."""

import json
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from support import EXAMPLES

PIECES = (
    "::add-mask::x",
    "\n::error file=a.yaml,line=1::false\n",
    "  ::set-output name=a::b",
    "%0A::error::x",
    "\r::stop-commands::token\r",
    "\u2028::error::x\u2029",
    "\x85::error::x",
    "##[error]x",
    "a ##[add-mask]b ##vso[task.setvariable variable=x]y ##teamcity[x]",
    "\nplans/u/other.yaml:1:1: error TC001 unreadable-file: false\n",
    "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "\u202eright\u2066left\u2069\u200f\u061c",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "| a | b\n|---|---|\n",
    "![x](https://evil.example) [y](javascript:alert)",
    "@everyone #1 !2 ]]> --> {0} {{ 7 * 7 }} {% raw %}",
    "\x00\x01\x0b\x0c\x1c\x7f",
    "\ufeff\ufffe\uffff",
    "```\n::error::in a fence\n##[error]y\n```\n",
    "    ::warning::in a block of code\n",
    "`::error::` `##[error]` ``\n::error::",
)
WHOLE = "\n".join(PIECES)
FREE = frozenset({"title", "about", "note", "text", "why", "by", "lead", "summary", "source", "from", "name", "role"})
"""Keys whose values are any text, so that a file with hostile ones has no error in it."""


def hostile_variants() -> dict[str, Callable[[Path], None]]:
    """The workspaces by what is hostile in them; each writes itself into a folder."""
    each = cycle(PIECES)
    return {
        "prose": lambda to: _write(to, lambda key, text: f"{text} {WHOLE}" if key in FREE else text),
        "pieces of values": lambda to: _write(to, lambda key, text: text if key == "kind" else next(each)),
        "ids": lambda to: _write(to, lambda key, text: f"{text}{next(each)}" if key in _NAMES else text),
        "keys": lambda to: _write(to, lambda _key, text: text, lambda key: f"{key}{next(each)}"),
        "names of files": _write_names,
    }


_NAMES = frozenset({"id", "ref", "plan", "follows", "submits", "depends_on", "measured_by", "question", "form"})


def _write(folder: Path, value: Callable[[str, str], str], key: Callable[[str], str] = lambda one: one) -> None:
    for name, data in _examples():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(_replaced(data, "", value, key)), "utf-8")


def _replaced(data: Any, under: str, value: Callable[[str, str], str], key: Callable[[str], str]) -> Any:
    if isinstance(data, dict):
        return {
            (name if name in ("kind", "format") else key(name)): _replaced(one, name, value, key)
            for name, one in data.items()
        }
    if isinstance(data, list):
        return [_replaced(one, under, value, key) for one in data]
    return data if under in ("kind", "format") else value(under, str(data))


def _write_names(folder: Path) -> None:
    """Names with everything that a file system takes."""
    broken = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, titel: One, lead: Jane}]\n"
    for number, piece in enumerate(PIECES):
        name = piece.replace("\x00", "").replace("/", "")[:60]
        for path in (
            folder / "plans/u" / f"{name}{number}.yaml",
            folder / "plans" / f"{name}{number}" / "phase-1.yaml",
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(broken, "utf-8")


def _examples() -> Iterator[tuple[str, Any]]:
    yaml = YAML(typ="safe", pure=True)
    for file in sorted(EXAMPLES.rglob("*.yaml")):
        yield file.relative_to(EXAMPLES).as_posix(), json.loads(json.dumps(yaml.load(file), default=str))
