"""Files that a command writes, such as `--output sarif=FILE`: never one that the workspace reads."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import typer

from tcplan.cli.support.run_checks import FileSelection
from tcplan.cli.support.write_output import check_name, goes_direct, shown_name, stream_named, write_output
from tcplan.errors import RefusedError, UsageError
from tcplan.files.names import ENDINGS
from tcplan.files.replacement import check_writable
from tcplan.files.settings import PROJECT_FILE, SETTINGS_FILE
from tcplan.reporters import REPORTERS, CheckRun
from tcplan.values.near_words import did_you_mean


@dataclass(frozen=True, slots=True)
class Output:
    """A report in a format, and the file it goes to."""

    format_: str
    path: Path


def parse_outputs(words: list[str] | None) -> tuple[Output, ...]:
    """What the options ask for; raises UsageError for an unknown format, no file name, or the same file twice."""
    outputs = tuple(_output(word) for word in words or ())
    seen: set[str] = set()
    for one in outputs:
        check_name(one.path)
        place = stream_named(one.path) or os.path.realpath(one.path)
        if place in seen and not _takes_several(one.path):
            raise UsageError(f"--output: {one.path} is named twice", "give each report a file of its own")
        seen.add(place)
    return outputs


def _output(word: str) -> Output:
    format_, equals, path = word.partition("=")
    listed = f"the formats are: {', '.join(REPORTERS)}"
    if not equals:
        raise UsageError(f"--output: `{word}` does not say which format", f"write sarif={word}; {listed}")
    if format_ not in REPORTERS:
        raise UsageError(f"--output: there is no format `{format_}`", did_you_mean(format_, REPORTERS, listed))
    if not path:
        raise UsageError(f"--output: `{word}` does not name a file", f"`--format {format_}` prints to standard output")
    return Output(format_, Path(path))


def _takes_several(path: Path) -> bool:
    """Whether what is written there goes nowhere, so that two reports do not mix."""
    return os.path.realpath(path) == os.devnull


def check_outputs(outputs: tuple[Output, ...], chosen: FileSelection) -> None:
    """Refuse every target that may not be written, before anything is; raises RefusedError or UsageError."""
    for one in outputs:
        for root, (source, _) in chosen.items():
            check_output_path(one.path, root, source.names(), f"build/findings.{one.format_}")
        if os.path.lexists(one.path) and not goes_direct(one.path):
            check_writable(one.path)


def write_outputs(outputs: tuple[Output, ...], run: CheckRun) -> None:
    """Write each report whole, and say so."""
    for path, text in [(one.path, REPORTERS[one.format_](run)) for one in outputs]:
        write_output(path, text)
        typer.echo(f"wrote {shown_name(path)}", err=True)


def take_standard_output(outputs: tuple[Output, ...]) -> bool:
    """Whether a report goes to standard output, which it then has to itself."""
    return any(stream_named(one.path) == "stdout" for one in outputs)


def check_output_path(output: Path, root: Path, names: Iterable[str], such_as: str) -> None:
    """Refuse a target that is a plan file, a setting or a template, or whose folder does not exist.

    `names` are the files of the workspace at `root`; `such_as` is an example of a good name.
    """
    if goes_direct(output):
        return
    check_name(output)
    real = Path(os.path.realpath(output))
    if output.is_dir():
        raise UsageError(f"{output} is a folder", f"name a file in it, such as {such_as}")
    if not output.parent.is_dir():
        raise UsageError(f"there is no folder {output.parent}", "make it first, or name a file in another folder")
    if any(one.suffix.lower() in ENDINGS for one in (output, real)) or _is_read(real, root, names):
        raise RefusedError(
            f"{output} is a file that tcplan reads; nothing was written",
            f"write to another file, such as {such_as}",
        )


def check_output_folder(output: Path, root: Path) -> None:
    """Refuse a folder for output that is none, or in which the workspace at `root` would find templates."""
    if goes_direct(output):
        raise UsageError(f"{output} is not a folder", "name a folder for the pages, such as public")
    check_name(output)
    if Path(os.path.realpath(output)).is_relative_to(root.resolve() / "templates"):
        raise RefusedError(f"{output} is where templates are; nothing was written", "name another folder")


def _is_read(real: Path, root: Path, names: Iterable[str]) -> bool:
    if real.name in (SETTINGS_FILE, PROJECT_FILE) or real.is_relative_to(root.resolve() / "templates"):
        return True
    return any(_same(real, root / name) for name in names)


def _same(one: Path, other: Path) -> bool:
    """Whether two names are the same file, also through links and on systems that ignore case."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 (Path.samefile is the same)
    except OSError:
        return False
