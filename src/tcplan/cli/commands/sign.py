"""`tcplan sign`: an approval, and what it was given to."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, PageFormat, PlanPath, as_of_day, written_day


def sign(
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="What was approved: stage1, stage2, stage3 or another form, or plan.")
    ],
    path: PlanPath = Path(),
    *,
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="Who approved it, as a role such as Vice-Chancellor.")
    ],
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day it was approved; default: today.")
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", metavar="TEXT", help="The meeting that approved it.", show_default=False),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="The person's name.", show_default=False)
    ] = None,
    consent: Annotated[bool, typer.Option("--consent", help="The person agreed to be named in documents.")] = False,
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Record that a plan or a submission was approved, with a fingerprint of what was approved.

    `tcplan status`, `tcplan ready` and the document show the approval. It lapses when what was approved is
    changed: an answer, a closing colour, an action, an owner, a date. It stands when lines are wrapped again or
    comments change, and when progress on the plan is reported.

    \b
    Examples:
      tcplan sign stage3 --role Vice-Chancellor --date 2026-11-20 --meeting "Executive Board"
      tcplan sign plan --role "Pro-Vice-Chancellor Research" --name "Jo Hart" --consent
    """
    from tcplan.cli.support.run_edit import PlannedEdit, run_edit
    from tcplan.edits.edit_target import SearchScope
    from tcplan.edits.signing import GivenApproval, find_sign_target, signing_changes, signing_words
    from tcplan.edits.signing_gaps import open_gap_words

    today = as_of_day(None)
    given = GivenApproval(role, written_day(date, "--date") or today.isoformat(), name, consent, meeting)

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        target = find_sign_target(scope, what)
        changes = signing_changes(scope, target, given)
        says = (*signing_words(scope, target, given), *open_gap_words(scope, target))
        return PlannedEdit(target.member.file, changes, None, says)

    run_edit(plan_edit, path, today, dry_run=dry_run, format_=format_)
