"""Objects of a git repository, many at a time: the files of a tree, how large some are, and what they hold."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tcplan.files.git_commands import ask_git, stream_git


class TreeEntry(NamedTuple):
    """A file of a tree: its object, and the mode that says if it is something else."""

    object: str
    mode: bytes

    @property
    def is_module(self) -> bool:
        """Whether it is a repository of its own, of which only the commit is known."""
        return self.mode == b"160000"

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file: not a link, nor a module."""
        return self.mode.startswith(b"100")


def list_tree(root: Path, tree: str) -> Iterator[tuple[str, TreeEntry]]:
    """Every file of a tree, with its name from there on."""
    rest = b""
    for piece in stream_git(root, "ls-tree", "-r", "-z", "--full-tree", tree):
        *lines, rest = (rest + piece).split(b"\0")
        for line in lines:
            facts, _, name = line.partition(b"\t")
            mode, _, hash_ = facts.split(b" ")
            yield os.fsdecode(name), TreeEntry(hash_.decode("ascii"), mode)


def sizes_of(root: Path, objects: Mapping[str, str]) -> dict[str, int]:
    """The sizes of some objects by the names they are given with; those that are missing have none."""
    if not objects:
        return {}
    answer = ask_git(root, "cat-file", "--batch-check", typed=_lines(objects.values()))
    lines = answer.output.decode("ascii", "replace").splitlines()
    return {name: int(line.split()[2]) for name, line in zip(objects, lines, strict=False) if " blob " in line}


def read_objects(root: Path, objects: list[str]) -> Iterator[bytes]:
    """What some objects hold, which are known to be there and not too large."""
    data = ask_git(root, "cat-file", "--batch", typed=_lines(objects)).output if objects else b""
    at = 0
    for _ in objects:
        end = data.index(b"\n", at)
        size = int(data[at:end].split()[2])
        yield data[end + 1 : end + 1 + size]
        at = end + size + 2


def _lines(objects: Iterable[str]) -> bytes:
    return "".join(f"{one}\n" for one in objects).encode("ascii")
