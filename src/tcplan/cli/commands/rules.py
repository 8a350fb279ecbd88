"""`tcplan rules` and `tcplan rule`: what is checked, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import Format, PageFormat

if TYPE_CHECKING:
    from tcplan.terminal.screen import Screen


def rules(format_: Format = PageFormat.TEXT) -> None:
    """List the rules that `tcplan validate` applies.

    Each rule has a code that never changes and a name that says what is wrong. The profile says when it starts to
    apply: while you write a plan (draft), once it is running (plan), or before you send it (submission).

    \b
    Examples:
      tcplan rules
      tcplan rules --format json > rules.json
    """
    from tcplan.views.rulebook import rule_rows, rulebook_json

    rows = rule_rows()
    if format_ is PageFormat.JSON:
        typer.echo(rulebook_json(rows), nl=False)
        return
    from tcplan.terminal.rules import rules_text

    typer.echo(rules_text(rows, _screen()), nl=False)


def rule(
    name: Annotated[str, typer.Argument(metavar="RULE", help="Its code or its name, as a finding shows them.")],
    format_: Format = PageFormat.TEXT,
) -> None:
    """Explain one rule: what it finds, why that matters and how to fix it, with a bad and a good example.

    \b
    Examples:
      tcplan rule TC302
      tcplan rule due-outside-period
    """
    from tcplan.views.rulebook import rule_named, rule_page, rulebook_json

    row = rule_named(name)
    if format_ is PageFormat.JSON:
        typer.echo(rulebook_json([row]), nl=False)
        return
    from tcplan.terminal.rules import rule_text

    typer.echo(rule_text(rule_page(row), _screen()), nl=False)


def _screen() -> "Screen":
    import os
    import sys

    from tcplan.terminal.screen import screen_for

    return screen_for(sys.stdout, os.environ, ascii_only=False)
