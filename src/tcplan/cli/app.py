"""The commands, in the order of their use."""

from typing import Annotated

import typer

from tcplan import __version__
from tcplan.cli.commands.add import add
from tcplan.cli.commands.close import close
from tcplan.cli.commands.fmt import fmt
from tcplan.cli.commands.init import init
from tcplan.cli.commands.render import render
from tcplan.cli.commands.report import report
from tcplan.cli.commands.rules import rule, rules
from tcplan.cli.commands.schema import schema
from tcplan.cli.commands.set import set_
from tcplan.cli.commands.status import status
from tcplan.cli.commands.update import update
from tcplan.cli.commands.validate import validate

app = typer.Typer(
    help="Keep, check, report and submit a Technician Commitment action plan as plain YAML files.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tcplan {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version


for command in (init, validate, rules, rule, status, update, report, close, add, set_, render, schema, fmt):
    app.command(command.__name__.rstrip("_"))(command)
