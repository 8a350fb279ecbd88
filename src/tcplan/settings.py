"""Settings of a run: `tcplan.toml`, or `[tool.tcplan]` in `pyproject.toml`, found upwards."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tcplan.errors import UsageError
from tcplan.near import did_you_mean

SETTINGS_FILE: Final = "tcplan.toml"
PROJECT_FILE: Final = "pyproject.toml"
_KEYS: Final = ("exclude",)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace may choose. `exclude`: folders or files, as globs from its root, that are not read."""

    exclude: tuple[str, ...] = ()


def settings_in(folder: Path) -> Settings | None:
    """The settings that stand in this folder, or None where it has none; raises `UsageError` for faulty ones."""
    own = folder / SETTINGS_FILE
    if own.is_file():
        return _parse(own, _load(own))
    project = folder / PROJECT_FILE
    if project.is_file():
        tools = _load(project).get("tool")
        table = tools.get("tcplan") if isinstance(tools, dict) else None
        if table is not None:
            return _parse(project, table)
    return None


def _load(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # not TOML, not UTF-8, a number or a nesting beyond reason
        raise UsageError(f"{file} is not TOML: {error}", "mend the line it names") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}", "check its permissions") from error


def _parse(file: Path, table: object) -> Settings:
    if not isinstance(table, dict):
        raise UsageError(
            f"{file}: `tcplan` is not a table of settings", "write [tool.tcplan] and the settings below it"
        )
    for key in table:
        if key not in _KEYS:
            raise UsageError(
                f"{file}: `{key}` is not a setting", did_you_mean(key, _KEYS, f"the settings are: {', '.join(_KEYS)}")
            )
    exclude = table.get("exclude", [])
    if not isinstance(exclude, list) or not all(isinstance(one, str) for one in exclude):
        raise UsageError(f"{file}: `exclude` is not a list of texts", 'write exclude = ["drafts", "old/*.yaml"]')
    return Settings(tuple(exclude))
