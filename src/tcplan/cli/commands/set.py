"""`tcplan set`: any single value."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import AsOf, DryRun, Format, In, PageFormat, as_of_day
from tcplan.errors import UsageError


def set_(
    place: Annotated[
        str,
        typer.Argument(metavar="PATH", help="The place: 2.2.2/lead, or as `validate` writes it, action 2.2.2 > lead."),
    ],
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="VALUE...", help="The new value; several for a list.", show_default=False),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the value.")] = False,
    as_of: AsOf = None,
    in_: In = Path(),
    *,
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Change any single value.

    It can be in a plan, an institution, a submission or a case study. A path is an id and a key; the name of a file
    can come first. Name an item of a list by its id, date or text, or count from 1. The value stays as you type it.

    \b
    Examples:
      tcplan set 2.2.2/lead HROD
      tcplan set 2.2.2/owners HROD "Executive Deans"
      tcplan set phase-2/2.2.2/updates/2026-06-30/note "Three of four sessions held."
      tcplan set registered/targets/end 45%
      tcplan set stage-3/answers/q1/text "We have four faculties."
      tcplan set institution/webpage https://example.ac.uk/technicians
      tcplan set 2.2.2/updates/2026-06-30 --remove
    """
    from tcplan.cli.support.run_edit import PlannedEdit, run_edit
    from tcplan.edits.edit_target import SearchScope
    from tcplan.edits.named_items import value_changes
    from tcplan.edits.resolve_path import resolve_path
    from tcplan.edits.setting import removing_changes
    from tcplan.values.printed_command import shell_join

    if remove == bool(values):
        name, equals, value = place.partition("=")
        hint = "for example: tcplan set 2.2.2/lead HROD"
        if equals and not remove:
            hint = f"put a space in the place of `=`: {shell_join(name, value)}"
        raise UsageError("`set` needs a value, or --remove", hint)

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        found = resolve_path(scope, place)
        changes = removing_changes(found) if remove else value_changes(scope, found, values or [])
        return PlannedEdit(found.file, changes, found.entry)

    run_edit(plan_edit, in_, as_of_day(as_of), dry_run=dry_run, format_=format_, dated=as_of is not None)
