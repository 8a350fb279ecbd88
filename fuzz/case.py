"""One case: the files of a folder and a command, as a value that can be built on disk, saved and read again."""

import base64
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Self

CASE_FILE: Final = "case.json"


@dataclass(frozen=True)
class Entry:
    """What is at a path: a `file` with its bytes, a `folder`, a `link` with its target, a `pipe` or a `socket`."""

    kind: str = "file"
    content: bytes = b""
    target: str = ""
    mode: int | None = None


@dataclass(frozen=True)
class Case:
    """What is run: `entries` by their paths in the case's folder, in which `cwd` is; `changes` say what is unusual."""

    name: str
    entries: dict[str, Entry]
    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    typed: bytes = b""
    cwd: str = "ws"
    unprivileged: bool = False
    changes: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The bytes that the program could read."""
        return sum(len(entry.content) for entry in self.entries.values()) + len(self.typed)

    def build(self, root: Path) -> None:
        """Make the files in a new folder; what the file system refuses is left out."""
        (root / ".git").mkdir(parents=True)  # no workspace is looked for above
        (root / self.cwd).mkdir(parents=True, exist_ok=True)
        for name, entry in self.entries.items():
            with suppress(OSError, ValueError):
                _build_entry(inside(root, name), entry)
        for name, entry in reversed(self.entries.items()):
            if entry.mode is not None:
                with suppress(OSError, ValueError):
                    inside(root, name).chmod(entry.mode)

    def save(self, folder: Path) -> None:
        """Write the case into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(_to_json(asdict(self)), indent=1)
        (folder / CASE_FILE).write_text(text, "ascii")

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read a case that was saved."""
        data = _from_json(json.loads((folder / CASE_FILE).read_text("ascii")))
        entries = {name: Entry(**entry) for name, entry in data["entries"].items()}
        sequences = {name: tuple(data[name]) for name in ("arguments", "changes")}
        return cls(**{**data, **sequences, "entries": entries})

    def with_entry(self, name: str, entry: Entry) -> "Case":
        """The case with one more file, or another one at its path."""
        return replace(self, entries={**self.entries, name: entry})

    def without(self, name: str) -> "Case":
        """The case without a file."""
        return replace(self, entries={one: entry for one, entry in self.entries.items() if one != name})


def inside(root: Path, name: str) -> Path:
    """A path in a folder; raises ValueError if the name, or a link on its way, leads out of it."""
    path = root / name
    if ".." in path.parts or path.is_symlink() or not path.parent.resolve().is_relative_to(root.resolve()):
        raise ValueError(name)
    return path


def _build_entry(path: Path, entry: Entry) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    match entry.kind:
        case "folder":
            path.mkdir(exist_ok=True)
        case "link":
            path.symlink_to(entry.target)
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(str(path))
        case _:
            with path.open("xb") as file:  # never through a link, or into a pipe
                file.write(entry.content)


def _to_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        return {key: _to_json(one) for key, one in value.items()}
    return [_to_json(one) for one in value] if isinstance(value, list | tuple) else value


def _from_json(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"base64"}:
            return base64.b64decode(value["base64"])
        return {key: _from_json(one) for key, one in value.items()}
    return [_from_json(one) for one in value] if isinstance(value, list) else value
