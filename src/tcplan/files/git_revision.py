"""What somebody means by the name of a revision: the commit, its day, and where the workspace is in it."""

import os
import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.errors import UsageError
from tcplan.files.git_commands import GitAnswer, ask_git

_MOST_COMMIT: Final = 1024 * 1024
"""The bytes of a commit: its message and its names, not its files."""

_SHORT: Final = 10


class Revision(NamedTuple):
    """A commit as somebody called it: `day` is that of the commit, `prefix` the folder of the workspace in it."""

    words: str
    commit: str
    day: date
    prefix: str

    @property
    def short(self) -> str:
        """The commit as it is printed."""
        return self.commit[:_SHORT]


class UnknownRevisionError(UsageError):
    """Git knows no commit of this name, and nothing says that it might be known elsewhere."""


class _Repository(NamedTuple):
    prefix: str
    is_shallow: bool


@cache
def _hash_pattern() -> re.Pattern[str]:
    return re.compile(r"[0-9a-f]{40,64}")


@cache
def _committer_pattern() -> re.Pattern[bytes]:
    return re.compile(rb"^committer [^\n]*> (\d{1,12}) ([+-])(\d\d)([0-5]\d)$", re.MULTILINE)


@cache
def _log_begins_pattern() -> re.Pattern[str]:
    return re.compile(r"log for .* only goes back to (?:\w{3}, )?(.*?)(?: [+-]\d{4})?$", re.MULTILINE)


def find_revision(root: Path, words: str) -> Revision:
    """The commit that any name of git means, seen from the root of a workspace.

    Raises: UsageError, with what to do, where there is no git, no repository, or no such commit in it.
    """
    repository = _find_repository(root)
    if not words.strip() or words.startswith("-") or not words.isprintable():
        raise UnknownRevisionError(f"`{words}` is not a name of a commit", _NAMES)
    answer = ask_git(root, "rev-parse", "--verify", f"{words}^{{commit}}")
    commit = answer.output.decode("ascii", "replace").strip()
    if answer.code or not _hash_pattern().fullmatch(commit):
        raise _unknown(words, answer.messages, repository)
    _check_meaning(words, answer.messages)
    return Revision(words, commit, _day_of(root, words, commit), repository.prefix)


def last_commit(root: Path, day: date) -> str:
    """The last commit of the branch up to the end of a day.

    Raises UsageError where there is none that early, and where there is no git or no repository.
    """
    _find_repository(root)
    answer = ask_git(root, "rev-list", "--max-count=1", f"--before={day}T23:59:59", "HEAD")
    commit = answer.output.decode("ascii", "replace").strip()
    if answer.code or not commit:
        raise UsageError(f"there is no commit of {day} or before", "name a later day, or a commit")
    return commit


_NAMES: Final = "name a branch, a tag, a commit or, for example, HEAD~3 or main@{2026-01-01}; or name a date"


def _find_repository(root: Path) -> _Repository:
    """Where a folder is in its repository; raises UsageError where there is none that git may read."""
    asked = ("--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    answer = ask_git(root, "rev-parse", *asked)
    inside, _, rest = os.fsdecode(answer.output).partition("\n")
    if answer.code:
        raise _no_repository(root, answer)
    if inside != "true":
        raise UsageError(f"{root} is not among the files of a git repository", _CLONE)
    shallow, _, prefix = rest.partition("\n")
    return _Repository(prefix.removesuffix("\n").removesuffix("/"), shallow == "true")


_CLONE: Final = "use the folder that was cloned; or name a date, such as 2026-03-31"


def _no_repository(root: Path, answer: GitAnswer) -> UsageError:
    if "dubious ownership" in answer.messages:
        trust = f"if you do, run `git config --global --add safe.directory {root}`"
        return UsageError(f"git does not read the repository of {root}, because it belongs to somebody else", trust)
    if "bare repository" in answer.messages:
        return UsageError(f"{root} is in a bare git repository, which has no files of its own", _CLONE)
    if "not a git repository" in answer.messages:
        hint = "name a date instead, such as 2026-03-31: today's files say what was reported until then"
        return UsageError(f"{root} is not in a git repository, so it has no earlier versions", hint)
    return UsageError(f"git cannot read the repository of {root}: {_last_line(answer.messages)}", _CLONE)


def _unknown(words: str, messages: str, repository: _Repository) -> UsageError:
    """Why git knows no such commit; a shallow clone, which CI services make, has only the last ones."""
    if "is ambiguous" in messages:
        return UsageError(f"`{words}` may mean several commits", "write more of it")
    if repository.is_shallow:
        message = f"`{words}` is not a commit of this clone, which holds only the last part of the history"
        return UsageError(message, "`git fetch --unshallow` gets the rest; in CI, ask for the whole history")
    if "promisor" in messages or "not allowed" in messages or "bad object" in messages:
        return UsageError(f"the commit `{words}` is not in this clone", "`git fetch` gets it; then try again")
    return UnknownRevisionError(f"git knows no commit called `{words}`", _NAMES)


def _check_meaning(words: str, messages: str) -> None:
    """Stop where git has guessed: of a branch and a tag with one name, and before the beginning of its log."""
    if "is ambiguous" in messages:
        hint = f"write refs/tags/{words} or refs/heads/{words}"
        raise UsageError(f"`{words}` is the name of more than one thing, such as a branch and a tag", hint)
    if began := _log_begins_pattern().search(messages):
        message = f"`{words}`: this clone does not know what was there then; its record begins on {began[1]}"
        raise UsageError(message, "name the commit, which `git log` lists; or name a date, such as 2026-03-31")


def _day_of(root: Path, words: str, commit: str) -> date:
    """The day of a commit where it was made: the same for everybody who asks."""
    answer = ask_git(root, "cat-file", "-s", commit)
    data = b""
    if answer.code == 0 and int(answer.output) <= _MOST_COMMIT:
        data = ask_git(root, "cat-file", "commit", commit).output.partition(b"\n\n")[0]
    day = _day_in(data)
    if day is None:
        raise UsageError(f"the commit `{words}` has no date that can be read", "name a date instead")
    return day


def _day_in(header: bytes) -> date | None:
    found = _committer_pattern().search(header)
    if found is None:
        return None
    east = timedelta(hours=int(found[3]), minutes=int(found[4]))
    try:
        zone = timezone(-east if found[2] == b"-" else east) if east else UTC
        return datetime.fromtimestamp(int(found[1]), zone).date()
    except (ValueError, OverflowError, OSError):  # a zone beyond 24 hours, a day beyond the year 9999
        return None


def _last_line(messages: str) -> str:
    lines = messages.splitlines() or [""]
    return lines[-1].removeprefix("fatal: ")
