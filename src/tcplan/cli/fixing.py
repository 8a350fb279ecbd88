"""`tcplan validate --fix` and `--diff`: what is certain is mended in the files, or shown as a patch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import typer

from tcplan.check import check, chosen
from tcplan.clean import clean, file_name
from tcplan.cli.door import say
from tcplan.cli.gathering import Chosen, chosen_files, gather, seen_from_here
from tcplan.cli.looking import Look, without_repairs
from tcplan.cli.options import as_of_day
from tcplan.cli.outputs import check_outputs
from tcplan.edits.fixing import Fixed, FixedFile, Left, Mended, fix
from tcplan.errors import ExitCode, RefusedError, UsageError
from tcplan.finding import Finding
from tcplan.reporters.text import summary
from tcplan.sources import Source, as_seen
from tcplan.text.files import ChangedError, replace_file
from tcplan.workspace import Workspace

TRIES: Final = 5
"""So often a file is repaired anew where somebody else wrote it in between."""


@dataclass
class Outcome:
    """What was mended or would be, what is left to people, and whether a file could not be written.

    The findings are as seen from the current folder; what is left stands under the identity of its finding.
    """

    mended: list[Mended] = field(default_factory=list)
    left: dict[tuple[str, ...], Left] = field(default_factory=dict)
    refused: bool = False

    def mend(self, root: Path, mended: Iterable[Mended]) -> None:
        """Take note of what was mended, or would be, in a workspace."""
        self.mended += (one._replace(finding=seen_from_here(one.finding, root)) for one in mended)

    def leave(self, root: Path, left: Iterable[Left]) -> None:
        """Take note of what could not be mended."""
        seen = (one._replace(finding=seen_from_here(one.finding, root)) for one in left)
        self.left.update({one.finding.identity: one for one in seen})


def check_fixing(look: Look, *, watch: bool, diff: bool, is_plain: bool) -> None:
    """Refuse options that do not go with `--fix` and `--diff`; raises UsageError."""
    if look.text_of:
        raise UsageError("--fix and --diff change files, and the standard input is none", "name the file")
    if watch:
        raise UsageError("--watch looks and never writes", "run `tcplan validate --fix` by itself")
    if diff and (look.outputs or not is_plain):
        raise UsageError("--diff prints a patch and no report", "leave out --format, --output and --statistics")


def fixed(look: Look, *, is_page: bool) -> int:
    """Mend the files and report what remains; returns the exit code.

    What was mended is told on the standard output where the report is a page, else beside it.

    Raises: NothingReadError, UsageError and RefusedError, before anything is written.
    """
    looked_at = chosen_files(look.paths)
    check_outputs(look.outputs, looked_at)
    outcome = mend_files(looked_at, look)
    for line in _lines(outcome):
        typer.echo(line, err=not is_page)
    _tell_left(outcome)
    code = look.once(frozenset(outcome.left))
    return ExitCode.REFUSED if outcome.refused else code


def shown(look: Look) -> int:
    """Print what `fixed` would change, as a patch; returns the exit code."""
    looked_at, outcome = chosen_files(look.paths), Outcome()
    for root, (source, names) in looked_at.items():
        found = _fix(source, names, look)
        outcome.leave(root, found.left)
        for file in found.files:
            outcome.mend(root, file.mended)
            typer.echo(file.diff(file_name(as_seen(root, file.name))).encode(), nl=False)
    _tell_left(outcome)
    if outcome.mended:
        typer.echo(f"--fix would mend {_counted(outcome)}; nothing was written", err=True)
        return ExitCode.FINDINGS
    run = gather(looked_at, as_of_day(look.as_of), look.wanted, rewound=look.as_of is not None)
    typer.echo(
        f"there is nothing that --fix would mend; {summary(without_repairs(run, outcome.left.keys()))}", err=True
    )
    return ExitCode.FINDINGS if run.fails else ExitCode.CLEAN


def mend_files(looked_at: Chosen, look: Look) -> Outcome:
    """Mend the files; one that somebody else has written in between, once more from its new text."""
    outcome = Outcome()
    for root, (source, names) in looked_at.items():
        left = names
        for chance in range(TRIES, 0, -1):
            found = _fix(source, left, look)
            outcome.leave(root, found.left)
            left = [file.name for file in found.files if not _is_settled(root, file, outcome, is_last=chance == 1)]
            if not left:
                break
    return outcome


def _is_settled(root: Path, file: FixedFile, outcome: Outcome, *, is_last: bool) -> bool:
    """Write a file, if it still is what was read; whether there is nothing more to do about it."""
    try:
        warning = replace_file(Path(as_seen(root, file.name)), file.before, file.after)
    except RefusedError as error:
        if isinstance(error, ChangedError) and not is_last:
            return False
        outcome.refused = True
        say(error.message, error.hint)
        return True
    outcome.mend(root, file.mended)
    if warning:
        say(warning, "")
    return True


def _fix(source: Source, names: list[str], look: Look) -> Fixed:
    on_day = partial(check, as_of=as_of_day(look.as_of), rewound=look.as_of is not None)
    return fix(Workspace(source), names, on_day, chosen(look.wanted.over(source.settings)))


def _lines(outcome: Outcome) -> Iterator[str]:
    for one in outcome.mended:
        yield f"{_place(one.finding)}: mended {_rule(one.finding)}: {clean(one.says)}"
    if outcome.mended:
        yield f"mended {_counted(outcome)}"
        yield ""


def _tell_left(outcome: Outcome) -> None:
    for one in outcome.left.values():
        say(f"{_place(one.finding)}: {_rule(one.finding)} is left to you: {one.why}", "")


def _place(finding: Finding) -> str:
    return f"{file_name(finding.place.file)}:{finding.place.line}"


def _rule(finding: Finding) -> str:
    return f"{finding.code.code} {finding.code.name}"


def _counted(outcome: Outcome) -> str:
    files = len({one.finding.place.file for one in outcome.mended})
    count = len(outcome.mended)
    return f"{count} {'finding' if count == 1 else 'findings'} in {files} {'file' if files == 1 else 'files'}"
