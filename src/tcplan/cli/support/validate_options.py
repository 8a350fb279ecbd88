"""The options of `tcplan validate`: how each is written and what its help says."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.files.settings import FailOn, Profile


class FindingsFormat(StrEnum):
    """The keys of `reporters.REPORTERS`, by themselves so that a help imports no reporter."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help="Files or folders, or - for the standard input; default: the current folder.",
        show_default=False,
    ),
]
FormatOfFindings = Annotated[
    FindingsFormat,
    typer.Option(
        "--format",
        help="text for people, json for scripts, markdown for comments and summaries, the others for services.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FORMAT=FILE",
        help="Write a report to a file too, such as sarif=build/findings.sarif; may be repeated.",
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="How often each rule has found something, instead of the findings.")
]
FromProfile = Annotated[
    Profile | None,
    typer.Option(help="draft while a plan is written, plan while it runs, submission before it is sent."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Only these rules: TC302, TC3 or no-owner; may be repeated."),
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Without these rules; an error cannot be ignored.")
]
FailsOn = Annotated[FailOn | None, typer.Option(help="The least severe finding that lets the exit code be 1.")]
StandardInputName = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The file that the standard input stands for.", show_default=False),
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")]
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend in the files what is certain, such as a misspelt key; report the rest.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; print what --fix would change, as a patch.")]
