"""Reports that are written to files, in addition to the one on standard output: `--output sarif=FILE`."""

import os
from dataclasses import dataclass
from pathlib import Path

import typer

from tcplan.cli.support.output_paths import check_output_path
from tcplan.cli.support.run_checks import FileSelection
from tcplan.errors import UsageError
from tcplan.files.replacement import check_writable, write_whole
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
    seen: set[Path] = set()
    for one in outputs:
        if one.path.resolve() in seen:
            raise UsageError(f"--output: {one.path} is named twice", "give each report a file of its own")
        seen.add(one.path.resolve())
    return outputs


def _output(word: str) -> Output:
    format_, equals, path = word.partition("=")
    listed = f"the formats are: {', '.join(REPORTERS)}"
    if not equals:
        raise UsageError(f"--output: `{word}` does not say which format", f"write sarif={word}; {listed}")
    if format_ not in REPORTERS:
        raise UsageError(f"--output: there is no format `{format_}`", did_you_mean(format_, REPORTERS, listed))
    if path in ("", "-"):
        raise UsageError(f"--output: `{word}` does not name a file", f"`--format {format_}` prints to standard output")
    return Output(format_, Path(path))


def check_outputs(outputs: tuple[Output, ...], chosen: FileSelection) -> None:
    """Refuse every target that may not be written, before anything is; raises RefusedError or UsageError."""
    for one in outputs:
        for root, (source, _) in chosen.items():
            check_output_path(one.path, root, source.names(), f"build/findings.{one.format_}")
        if os.path.lexists(one.path):
            check_writable(one.path)


def write_outputs(outputs: tuple[Output, ...], run: CheckRun) -> None:
    """Write each report whole, and say so."""
    for path, text in [(one.path, REPORTERS[one.format_](run)) for one in outputs]:
        write_whole(path, text)
        typer.echo(f"wrote {path}", err=True)
