"""Settings of a run: what `tcplan.toml`, or `[tool.tcplan]` in `pyproject.toml`, may say."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from tcplan.errors import UsageError
from tcplan.values.near_words import did_you_mean

SETTINGS_FILE: Final = "tcplan.toml"
PROJECT_FILE: Final = "pyproject.toml"

MOST_PATTERNS: Final = 1_000
"""How many entries of `exclude` may have wildcards; names without are looked up, however many there are."""

_WILDCARDS: Final = "*?["
_LISTS: Final = {
    "exclude": '["drafts", "old/*.yaml"]',
    "select": '["TC3", "no-owner"]',
    "ignore": '["gap-in-numbering"]',
    "columns": '["Whose job=owners"]',
}
"""The settings that are lists of texts, each with an example."""


class Profile(StrEnum):
    """How much is asked of a plan: while it is written, once it runs, and before it is submitted."""

    DRAFT = "draft"
    PLAN = "plan"
    SUBMISSION = "submission"

    @property
    def rank(self) -> int:
        """The place in the order; a rule of one profile counts in all that come after."""
        return tuple(Profile).index(self)


class FailOn(StrEnum):
    """The least severe finding that lets `tcplan validate` exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


_WORDS: Final[dict[str, tuple[str, ...]]] = {"profile": tuple(Profile), "fail-on": tuple(FailOn)}
"""The settings that are one word of several."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace may choose; None and an empty tuple mean that it does not.

    `exclude`: folders or files, as globs from its root, that are not read. `profile`, `select`, `ignore`: which rules
    count, as in the options of `tcplan validate`. `fail_on`: what lets it exit with 1. `columns`: what the columns of
    imported documents hold, as in `--map`. `file`: where they are written.
    """

    exclude: tuple[str, ...] = ()
    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    columns: tuple[str, ...] = ()
    file: str = field(default="", compare=False)


def parse_settings(file: Path, table: object) -> Settings:
    """The settings that a file has in its table; raises `UsageError` for what is not one or has no value of one."""
    if not isinstance(table, dict):
        raise UsageError(
            f"{file}: `tcplan` is not a table of settings", "write [tool.tcplan] and the settings below it"
        )
    keys = (*_LISTS, *_WORDS)
    for key in table:
        if key not in keys:
            raise UsageError(
                f"{file}: `{key}` is not a setting", did_you_mean(key, keys, f"the settings are: {', '.join(keys)}")
            )
    lists = {key: _texts(file, key, table.get(key, [])) for key in _LISTS}
    words = {key: _word(file, key, table[key]) for key in _WORDS if key in table}
    _check_number(file, lists["exclude"])
    if lists["select"] and "profile" in words:
        raise UsageError(f"{file}: `select` and `profile` cannot be used together", "leave out `select` or `profile`")
    return Settings(
        **lists,
        profile=Profile(words["profile"]) if "profile" in words else None,
        fail_on=FailOn(words["fail-on"]) if "fail-on" in words else None,
        file=str(file),
    )


def _texts(file: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise UsageError(f"{file}: `{key}` is not a list of texts", f"write {key} = {_LISTS[key]}")
    return tuple(value)


def has_wildcard(entry: str) -> bool:
    """Whether an entry of `exclude` is a pattern, and not only a name."""
    return any(sign in entry for sign in _WILDCARDS)


def _check_number(file: Path, entries: tuple[str, ...]) -> None:
    count = sum(map(has_wildcard, entries))
    if count > MOST_PATTERNS:
        message = f"{file}: `exclude` has {count:,} entries with wildcards, and {MOST_PATTERNS:,} are allowed"
        raise UsageError(message, "name the folders that hold these files instead")


def _word(file: Path, key: str, value: object) -> str:
    words = _WORDS[key]
    if value not in words:
        otherwise = f"write one of: {', '.join(words)}"
        raise UsageError(f"{file}: `{value}` is not a value of `{key}`", did_you_mean(str(value), words, otherwise))
    return str(value)
