"""What is to be said of a workspace besides its files: folders and links that are not read, and idle settings."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from tcplan.files.containment import read_ordinary
from tcplan.files.names import ENDINGS, in_plans, is_hidden, is_ours, is_plan_name
from tcplan.files.notice import Notice
from tcplan.files.settings import Settings
from tcplan.files.walking import Walk
from tcplan.findings import codes

FOLLOW_HELP: Final = "put the file or folder itself there instead of the link"
_INSTITUTION: Final = "institution"
_VERSION_CONTROL: Final = frozenset({".git", ".hg", ".svn", ".bzr", ".jj"})
_HEAD_BYTES: Final = 4096
_MOST_NAMES: Final = 1_000
"""How many files of a hidden folder are looked at for one with the name of a plan file."""


def find_notices(walk: Walk, settings: Settings) -> tuple[Notice, ...]:
    """All that is to be said after a walk, by name."""
    found = [*_links(walk), *_closed(walk), *_skipped(walk), *_misnamed(walk)]
    if walk.is_whole and (unused := walk.excluded.unused()):
        from tcplan.files.idle_exclusions import idle_exclusions  # noqa: PLC0415 (seldom needed)

        found += idle_exclusions(walk.root, settings, unused)
    return tuple(sorted(found))


def unread_link(why: str) -> tuple[str, str]:
    """The message and the help about a link that is not followed, whatever it leads to."""
    return f"{why}, so it is not read", FOLLOW_HELP


def _links(walk: Walk) -> Iterator[Notice]:
    """The links that are not among the files."""
    for name, why in walk.outside.items():
        if not is_plan_name(name.rpartition("/")[2]):
            code = codes.UNFOLLOWED_LINK if is_ours(name) else codes.UNREAD_LINK
            yield Notice(name, code, *unread_link(why))


def _closed(walk: Walk) -> Iterator[Notice]:
    for name, why in walk.closed.items():
        yield Notice(
            name or ".",
            codes.CLOSED_FOLDER,
            f"the folder cannot be read: {why}",
            "check its permissions, or name it in `exclude` in tcplan.toml if it holds no plans",
        )


def _skipped(walk: Walk) -> Iterator[Notice]:
    for name in walk.skipped:
        folder = walk.root / name
        if name in walk.folders:
            continue  # a link led into it
        if any(os.path.isfile(folder / f"{_INSTITUTION}{ending}") for ending in ENDINGS):  # noqa: PTH113
            what = "of an institution is not read"
        elif in_plans(name) and is_hidden(name) and _holds_plan_names(folder):
            what = "holds YAML files, which are not read"
        else:
            continue
        kind = "hidden folder" if is_hidden(name) else "folder"
        why = "" if is_hidden(name) else ": one of this name usually holds build output or an environment"
        yield Notice(
            name,
            codes.SKIPPED_FOLDER,
            f"this {kind} {what}{why}",
            "give it another name, or name it in `exclude` in tcplan.toml if it holds no plans",
        )


def _holds_plan_names(folder: Path) -> bool:
    """Whether a hidden folder has files with the names of plan files, as far as its first files show."""
    if folder.name in _VERSION_CONTROL:
        return False
    names = (file for _, _, files in os.walk(folder) for file in files)
    return any(is_plan_name(file) for file in islice(names, _MOST_NAMES))


def _misnamed(walk: Walk) -> Iterator[Notice]:
    """Files beside plan files that are ones themselves, by what they begin with, but not by their names."""
    if not walk.misnamed:
        return
    folders = {name.rpartition("/")[0] for name in walk.files.values()}
    for name in walk.misnamed:
        folder, _, own = name.rpartition("/")
        if folder in folders and _begins_like_a_plan(walk.root / name):
            why = "its name begins with a dot" if own.startswith(".") else "its name does not end in .yaml"
            yield Notice(
                name,
                codes.MISNAMED_FILE,
                f"this file is not read, because {why}",
                "rename it if it is the file that you keep; move a copy out of the folder if you no longer need it",
            )


def _begins_like_a_plan(path: Path) -> bool:
    try:
        head = read_ordinary(path, _HEAD_BYTES)
    except OSError:
        return False
    return not path.is_symlink() and b"kind:" in head and b"kind: answers" not in head
