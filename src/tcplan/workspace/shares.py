"""The files of a workspace in shares of about one size, and which of them have to be read together.

A reference to a file of another institution begins with the name of its folder and a slash. So only folders of which
one has such words in its texts can have to do with each other; and the frameworks with all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tcplan.files.sources import FolderSource
from tcplan.findings.span import Value
from tcplan.workspace.copy_names import original_name
from tcplan.workspace.loading import File
from tcplan.workspace.workspace import files_by_folder, is_for_all_folders


class Outside(NamedTuple):
    """What others have to know of the files of a share.

    Attributes:
        mentions: By folder, the names of folders that its files mention.
        for_all: The files that those of every folder may refer to.
    """

    mentions: dict[str, set[str]]
    for_all: list[str]


def share_out(source: FolderSource, names: Sequence[str], number: int) -> list[list[str]]:
    """The files in so many shares of about one size, or in fewer; those of a folder stay together."""
    shares: list[list[str]] = [[] for _ in range(number)]
    sizes = [0] * number
    folders = [(sum(map(source.size, inside)), inside) for inside in files_by_folder(names).values()]
    for size, inside in sorted(folders, reverse=True):
        smallest = sizes.index(min(sizes))
        shares[smallest] += inside
        sizes[smallest] += size
    return [share for share in shares if share]


def look_outside(names: Sequence[str], files: Iterable[File]) -> Outside:
    """What others have to know of some files of a workspace, which has files of these names."""
    folder_of = {name: path for path, inside in files_by_folder(names).items() for name in inside}
    keys = {_key(path) for path in folder_of.values()} - {""}  # nothing is called by the folder of the workspace
    found = Outside({}, [])
    for file in files:
        found.mentions.setdefault(folder_of[file.name], set()).update(_mentioned(file, keys))
        if is_for_all_folders(file):
            found.for_all.append(file.name)
    return found


def files_beside(names: Sequence[str], shares: Sequence[Sequence[str]], outsides: Iterable[Outside]) -> list[list[str]]:
    """For each share the files of other shares that have to be read as well."""
    folders = files_by_folder(names)
    outsides = list(outsides)
    mentions = {path: keys for outside in outsides for path, keys in outside.mentions.items()}
    together = _together(folders, mentions)
    folder_of = {name: path for path, inside in folders.items() for name in inside}
    for_all = {name for outside in outsides for name in outside.for_all}
    found = []
    for share in shares:
        paths = {one for path in {folder_of[name] for name in share} for one in together[path]}
        found.append(sorted(({name for path in paths for name in folders[path]} | for_all).difference(share)))
    return found


def _together(folders: Iterable[str], mentions: dict[str, set[str]]) -> dict[str, set[str]]:
    """The folders that each folder has to do with, itself among them: those it mentions, and so on, both ways.

    Those whose names differ as the name of a copy does have to do with each other too.
    """
    by_key: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    groups = {path: {path} for path in folders}
    for path in groups:
        by_key.setdefault(_key(path), []).append(path)
    pairs = [(path, first.setdefault(original_name(_key(path)), path)) for path in groups if path]
    pairs += [(path, other) for path, keys in mentions.items() for key in keys for other in by_key[key]]
    for path, other in pairs:
        if groups[other] is not groups[path]:
            groups[path] |= groups[other]
            groups.update(dict.fromkeys(groups[path], groups[path]))
    return groups


def _mentioned(file: File, keys: set[str]) -> Iterator[str]:
    """The names of folders that a slash follows somewhere in the texts of a file."""
    lengths = {len(key) for key in keys}
    text = file.document.text
    # Only an escape can spell a name otherwise than it is read.
    for words in _texts(file.document.data) if "\\" in text else (text,):
        for slash in _slash_pattern().finditer(words):
            end = slash.start()
            yield from (key for length in lengths if (key := words[max(end - length, 0) : end]) in keys)


@cache
def _slash_pattern() -> re.Pattern[str]:
    return re.compile("/")


def _texts(data: Value) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif data is not None:
        for one in data.values() if isinstance(data, dict) else data:
            yield from _texts(one)


def _key(path: str) -> str:
    """What references call a folder."""
    return path.rpartition("/")[2]
