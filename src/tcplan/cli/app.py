"""The command line: the commands in the order in which people use them. A command is imported when it is run."""

import errno
import importlib
import os
import sys
from typing import Annotated, Any, Final, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from tcplan import __version__
from tcplan.cli.support.failures import explain_fault
from tcplan.errors import ExitCode, TcplanError

COMPLETION_VARIABLE: Final = "_TCPLAN_COMPLETE"
"""The environment variable in which the completion script of a shell says what it asks for."""


HELP: Final = """Keep, check, report and submit a Technician Commitment action plan as plain YAML files.

\b
Examples:
  tcplan init
  tcplan import plan.docx
  tcplan validate
  tcplan status
  tcplan update 2.2.2 amber "Two of four sessions held."
  tcplan render progress -o progress.html
  tcplan COMMAND --help
"""


class CommandEntry(NamedTuple):
    """Where the function of a command is, and the first line of its docstring, which `tcplan --help` shows.

    What is `hidden` there is run by other programs only.
    """

    module: str
    function: str
    help: str
    hidden: bool = False


COMMANDS: Final = {
    "init": CommandEntry("init", "init", "Start a workspace with a small, commented plan."),
    "import": CommandEntry(
        "import_", "import_", "Make a plan file from a Word, Excel, CSV, HTML, text or PDF document."
    ),
    "validate": CommandEntry("validate", "validate", "Check plan files, and show each finding with its line."),
    "rules": CommandEntry("rules", "rules", "List the rules that `tcplan validate` applies."),
    "rule": CommandEntry(
        "rules",
        "rule",
        "Explain one rule: what it finds, why that matters and how to fix it, with a bad and a good example.",
    ),
    "status": CommandEntry("status", "status", "Show the state of a plan."),
    "list": CommandEntry(
        "list_", "list_", "List the actions of a plan: id, title, lead or owners, due date, RAG and last report."
    ),
    "show": CommandEntry(
        "show", "show", "Show everything about one item: an action, an objective, a pillar or a measure."
    ),
    "due": CommandEntry("due", "due", "Show what is due and which reports are owed, by date."),
    "owners": CommandEntry("owners", "owners", "Show who leads and shares what, and what each has to do next."),
    "update": CommandEntry("update", "update", "Report progress on an action."),
    "report": CommandEntry("report", "report", "Ask for the reports that are owed, one by one."),
    "close": CommandEntry("close", "close", "Close work that will not be finished, and give the reason."),
    "add": CommandEntry(
        "add", "add", "Add an action, an objective, a pillar or a measure, or start a plan or a submission."
    ),
    "answer": CommandEntry(
        "answer", "answer", "Answer a question of a form: see what it asks, how long the answer is, and what to cite."
    ),
    "close-review": CommandEntry(
        "close_review",
        "close_review",
        "State how the actions of the earlier plans ended: the closing colour of each, and a sentence.",
    ),
    "set": CommandEntry("set", "set_", "Change any single value."),
    "carry": CommandEntry("carry", "carry", "Start the next plan from the unfinished actions of this one."),
    "undo": CommandEntry("undo", "undo", "Take back the last change that tcplan made to a plan file."),
    "ready": CommandEntry(
        "ready", "ready", "List what a submission needs before it can be sent, what it has, and how many days are left."
    ),
    "sign": CommandEntry(
        "sign", "sign", "Record that a plan or a submission was approved, with a fingerprint of what was approved."
    ),
    "render": CommandEntry(
        "render",
        "render",
        "Make a document for a committee or the Commitment: a plan, its progress, or a submission with reviews.",
    ),
    "site": CommandEntry(
        "site",
        "site",
        "Make the public pages: status, contact, the plan with its progress, submissions, case studies, downloads.",
    ),
    "templates": CommandEntry(
        "templates",
        "templates",
        "List the templates of documents, or copy one into your workspace to change it.",
    ),
    "verify": CommandEntry(
        "verify", "verify", "Say whether a document is what the files hold today, and what it says that they do not."
    ),
    "trajectory": CommandEntry("trajectory", "trajectory", "Follow actions from one plan to the next."),
    "diff": CommandEntry("diff", "diff", "Show what differs between two plans, or since a commit, entry by entry."),
    "schema": CommandEntry("schema", "schema", "Print a JSON Schema, for editors and scripts."),
    "fmt": CommandEntry("fmt", "fmt", "Format plan files in the house style."),
    "git-setup": CommandEntry("git_setup", "git_setup", "Set git up to compare and merge plan files by id."),
    "git-merge": CommandEntry(
        "git_merge", "git_merge", "Merge three versions of a plan file by id and field, for git.", hidden=True
    ),
    "git-text": CommandEntry(
        "git_merge", "git_text", "Print a plan file as one line for each fact, for `git diff`.", hidden=True
    ),
}
"""The commands by name. The helps are repeated here so that a list of commands imports none of them."""


class LazyGroup(TyperGroup):
    """A group that knows only the names and helps of its commands until one of them is run."""

    def __init__(self, **settings: Any) -> None:
        names = {
            name: TyperCommand(name=name, help=entry.help, short_help=entry.help, hidden=entry.hidden)
            for name, entry in COMMANDS.items()
        }
        super().__init__(**{**settings, "commands": names})

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that the arguments name, and import it."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, load_command(name or ""), rest


def load_command(name: str) -> Any:
    """Import a command and build it, with its options, as typer does."""
    entry = COMMANDS[name]
    function = getattr(importlib.import_module(f"tcplan.cli.commands.{entry.module}"), entry.function)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name)(function)
    command = typer.main.get_command(single)
    asked = os.environ.get(COMPLETION_VARIABLE)
    if asked:
        from tcplan.cli.support.completion import add_suggestions

        add_suggestions(command, name, asked.rpartition("_")[2])
    return command


app = typer.Typer(
    cls=LazyGroup,
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tcplan {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version


def run_command(arguments: list[str] | None) -> int:
    """Run the command that the arguments name, by default those of the process; returns the exit code.

    Raises what `explain_end` explains.
    """
    if os.environ.get(COMPLETION_VARIABLE):
        from tcplan.cli.support.completion import answer_shell

        return answer_shell(app, COMPLETION_VARIABLE)
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in {"--install-completion", "--show-completion"}:
        from tcplan.cli.support.completion import set_up_shell

        return set_up_shell(app, words)
    try:
        result = app(arguments, prog_name="tcplan", standalone_mode=False)
    except (TcplanError, BrokenPipeError):
        raise
    except SystemExit as error:  # typer ends the process itself when a pipe is broken
        raise BrokenPipeError(errno.EPIPE, "") from error
    except Exception as error:  # noqa: BLE001 (anything else is wrong usage or a fault of ours)
        return explain_fault(error)
    return result if isinstance(result, int) else ExitCode.CLEAN
