"""The options of `tcplan validate`: how each is written and what its help says."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.files.settings import FailOn, Profile


class FindingsFormat(StrEnum):
    """The keys of `reporters.REPORTERS`, in a module of their own so that a help imports no reporter."""

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
        help="Files or folders, or - for standard input; default: the current folder.",
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
        help="Also write a report to a file, such as sarif=build/findings.sarif; may be repeated.",
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Show how many findings each rule has, instead of the findings.")
]
FromProfile = Annotated[
    Profile | None,
    typer.Option(help="draft while you write a plan, plan while it runs, submission before you send it."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Apply only these rules: TC302, TC3 or no-owner; may be repeated."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Rules to leave out; an error cannot be left out; may be repeated."),
]
FailsOn = Annotated[FailOn | None, typer.Option(help="The least severe finding that makes the exit code 1.")]
StandardInputName = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The name of the file that is on standard input.", show_default=False),
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")]
Fix = Annotated[
    bool, typer.Option("--fix", help="Fix what is certain, such as a misspelt key, in the files; report the rest.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; print what --fix would change, as a patch.")]
