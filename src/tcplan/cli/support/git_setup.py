"""Setting git up for plan files: what is missing, and writing it."""

from pathlib import Path
from typing import Final, NamedTuple

from tcplan.errors import RefusedError
from tcplan.files.git_settings import (
    ATTRIBUTES,
    ATTRIBUTES_FILE,
    NAME,
    GitSetting,
    attributes_of,
    patterns_of,
    read_setting,
    remove_setting,
    repository_of,
    wanted_settings,
    write_setting,
)
from tcplan.files.replacement import replace_file, write_whole
from tcplan.files.sources import FolderSource
from tcplan.values.printed_command import shell_join

_UNSET: Final = "unspecified"


class GitSetup(NamedTuple):
    """The lines that `.gitattributes` of the workspace needs, the settings of the clone, and what stays as it is."""

    top: Path
    file: Path
    lines: tuple[str, ...]
    missing_lines: tuple[str, ...]
    settings: tuple[GitSetting, ...]
    kept: tuple[str, ...]


def plan_setup(source: FolderSource) -> GitSetup:
    """What is needed in a workspace, and what of it is missing; raises UsageError outside a repository."""
    top = repository_of(source.root)
    lines: list[str] = []
    missing: list[str] = []
    kept: list[str] = []
    by_pattern = _samples(source.names())
    for pattern, sample in by_pattern.items():
        known = attributes_of(source.root, sample)
        others = {key: value for key, value in known.items() if value not in (_UNSET, NAME)}
        kept += [f"{pattern} has {key}={value} already, which stays" for key, value in others.items()]
        wanted = [key for key in ATTRIBUTES if key not in others]
        if wanted:
            lines.append(" ".join([pattern, *(f"{key}={NAME}" for key in wanted)]))
            if any(known.get(key) != NAME for key in wanted):
                missing.append(lines[-1])
    return GitSetup(
        top, source.root / ATTRIBUTES_FILE, tuple(lines), tuple(missing), wanted_settings(), tuple(dict.fromkeys(kept))
    )


def _samples(names: tuple[str, ...]) -> dict[str, str]:
    """For each pattern the name of a file, there or not, that it is for."""
    found: dict[str, str] = {}
    for name in names or ("plans/x.yaml",):
        patterns = patterns_of([name])
        stem = name.rpartition(".")[0]
        for pattern, ending in zip(patterns, ("yaml", "yml"), strict=True):
            found.setdefault(pattern, f"{stem}.{ending}")
    return found


def setup_text(setup: GitSetup) -> str:
    """What to write where, to be read and pasted."""
    settings = "".join(f"{shell_join('git', 'config', '--local', *one)}\n" for one in setup.settings)
    lines = "".join(f"{line}\n" for line in setup.lines)
    kept = "".join(f"# {one}\n" for one in setup.kept)
    return (
        f"# In {ATTRIBUTES_FILE} next to the folder of the plans; commit it, so that everybody has it:\n{lines}{kept}\n"
        f"# Once in each clone, because git takes no commands from a repository:\n{settings}\n"
        "# `tcplan git-setup --install` does both.\n"
    )


def install(setup: GitSetup) -> list[str]:
    """Write what is missing; what was done, in sentences. Raises RefusedError and UsageError."""
    said = [_install_lines(setup), *setup.kept]
    for setting in setup.settings:
        before = read_setting(setup.top, setting.key)
        if before == setting.value:
            continue
        write_setting(setup.top, setting)
        said.append(f"{setting.key} of this clone is now {setting.value}" + (f" (it was {before})" if before else ""))
    if len(said) == 1 + len(setup.kept):
        said.append("the settings of this clone are there already")
    return said


def remove(setup: GitSetup) -> list[str]:
    """Take the settings out of the clone; what was done, in sentences. Raises UsageError.

    The attributes stay: they belong to everybody, and mean nothing to a clone without the settings.
    """
    there = [setting.key for setting in setup.settings if read_setting(setup.top, setting.key) is not None]
    for key in there:
        remove_setting(setup.top, key)
    said = [f"{key} of this clone is removed" for key in there] or ["this clone has none of the settings"]
    return [*said, f"the lines of {ATTRIBUTES_FILE} stay, for other clones; git compares and merges here as before"]


def _install_lines(setup: GitSetup) -> str:
    if not setup.missing_lines:
        return f"{setup.file.name} has all lines already"
    if setup.file.is_symlink():
        raise RefusedError(f"{setup.file.name} is a link, which git does not follow", "put a file in its place first")
    before = setup.file.read_bytes() if setup.file.exists() else None
    old = before or b""
    line_break = b"\r\n" if b"\r\n" in old else b"\n"
    gap = line_break if old and not old.endswith(b"\n") else b""
    after = old + gap + b"".join(line.encode() + line_break for line in setup.missing_lines)
    if before is None:
        write_whole(setup.file, after)
    else:
        replace_file(setup.file, before, after, remember=False)
    count = len(setup.missing_lines)
    return (
        f"added {count} {'line' if count == 1 else 'lines'} to {setup.file.name}; commit it, so that everybody has it"
    )
