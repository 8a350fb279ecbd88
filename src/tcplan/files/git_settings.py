"""What git is told about plan files: attributes of their folders, and the commands that it runs for them."""

import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.errors import UsageError
from tcplan.files.git_commands import ask_git
from tcplan.values.printed_command import shell_join

ATTRIBUTES_FILE: Final = ".gitattributes"
NAME: Final = "tcplan"
ATTRIBUTES: Final = ("diff", "merge")
_NOT_THERE: Final = "tcplan cannot be started, so git merges line by line; to mend it, run tcplan git-setup --install"
_INSTALL_GIT: Final = "install git from https://git-scm.com, or ask who looks after your computer"


class GitSetting(NamedTuple):
    """A setting of one clone, and its value."""

    key: str
    value: str


def repository_of(folder: Path) -> Path:
    """The top of the repository that a folder is in; raises UsageError where there is none, or no git."""
    if shutil.which("git") is None:
        raise UsageError("git is not installed, so there is nothing to set up", _INSTALL_GIT)
    answer = ask_git(folder, "rev-parse", "--show-toplevel")
    top = os.fsdecode(answer.output).rstrip("\n")
    if answer.code or not top:
        reason = (answer.messages.splitlines() or ["it has no files of its own"])[-1].removeprefix("fatal: ")
        hint = "run `git init` in the folder of your plans first, or go to the folder that was cloned"
        raise UsageError(f"{folder} is not in a git repository ({reason})", hint)
    return Path(top)


def wanted_settings() -> tuple[GitSetting, ...]:
    """The commands that git is to run; they name this installation of tcplan, wherever git is started from."""
    command = own_command()
    return (
        GitSetting("diff.tcplan.textconv", _text_command(command)),
        GitSetting("merge.tcplan.name", "tcplan: plan files by id and field"),
        GitSetting("merge.tcplan.driver", _merge_command(command)),
    )


def _text_command(command: str) -> str:
    """A shell line that shows the file itself where this tcplan is gone."""
    return f'show() {{ {command} git-text "$1" || cat "$1"; }}; show "$@"'


def _merge_command(command: str) -> str:
    """A shell line that merges as git does where this tcplan is gone.

    A driver that cannot be started is a conflict without markers for git, in a file that has only our side. Whether it
    can is asked first: an installation that is half there fails with the code of a conflict.
    """
    by_lines = "git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B"
    return (
        f"if {command} --version >/dev/null 2>&1; then {command} git-merge -- %O %A %B %P %L; "
        f"else echo {shell_join(_NOT_THERE)} >&2; {by_lines}; fi"
    )


def own_command() -> str:
    """How a shell starts this tcplan."""
    program = Path(sys.argv[0])
    if program.stem == NAME and program.is_absolute():
        return _for_git(str(program))
    found = shutil.which(NAME)
    return _for_git(os.path.abspath(found)) if found else _for_git(sys.executable, "-m", NAME)  # noqa: PTH100 (links stay)


def _for_git(*words: str) -> str:
    """Words for the shell that git uses, which on Windows too takes forward slashes and is no Windows shell."""
    return shell_join(*(word.replace("\\", "/") if os.name == "nt" else word for word in words))


def read_setting(top: Path, key: str) -> str | None:
    """The value of a setting of the clone, or None."""
    answer = ask_git(top, "config", "--local", "--get", key)
    return os.fsdecode(answer.output).rstrip("\n") if answer.code == 0 else None


def write_setting(top: Path, setting: GitSetting) -> None:
    """Write a setting of the clone; raises UsageError if git refuses."""
    answer = ask_git(top, "config", "--local", "--replace-all", setting.key, setting.value)
    if answer.code:
        reason = (answer.messages.splitlines() or ["it gives no reason"])[-1]
        raise UsageError(f"git cannot write the setting {setting.key}: {reason}", "check who may write .git/config")


def remove_setting(top: Path, key: str) -> None:
    """Take a setting out of the clone; raises UsageError if git refuses."""
    answer = ask_git(top, "config", "--local", "--unset-all", key)
    if answer.code:
        reason = (answer.messages.splitlines() or ["it gives no reason"])[-1]
        raise UsageError(f"git cannot remove the setting {key}: {reason}", "check who may write .git/config")


def patterns_of(names: Iterable[str]) -> tuple[str, ...]:
    """The patterns of the attributes file of a workspace for its plan files, by their names below it."""
    folders = dict.fromkeys(name.partition("/")[0] if "/" in name else "" for name in sorted(names))
    return tuple(
        _quoted(f"{_literal(folder)}/**/*.{ending}" if folder else f"/*.{ending}")
        for folder in folders
        for ending in ("yaml", "yml")
    )


def attributes_of(folder: Path, name: str) -> dict[str, str]:
    """What git knows already of the attributes of a file: `unspecified`, or a value."""
    answer = ask_git(folder, "check-attr", "-z", *ATTRIBUTES, "--", name)
    words = os.fsdecode(answer.output).split("\0")
    return {words[at + 1]: words[at + 2] for at in range(0, len(words) - 2, 3)}


def _literal(name: str) -> str:
    """The name of a folder as a pattern that matches it alone."""
    return re.sub(r"([*?\[\]\\])", r"\\\1", name)


def _quoted(pattern: str) -> str:
    if not re.search(r"[\s\"]", pattern) and not pattern.startswith(("#", "!")):
        return pattern
    return '"' + pattern.replace("\\", "\\\\").replace('"', '\\"') + '"'
