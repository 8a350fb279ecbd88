"""`tcplan update`: a report on progress."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, In, PageFormat, as_of_day, written_day, written_due
from tcplan.values.plain_text import one_line


def update(
    entry: Annotated[str, typer.Argument(metavar="ACTION", help="Its id: 2.2.2, or phase-2/2.2.2 in another plan.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COLOUR] [NOTE]", help="The same as --rag and --note.", show_default=False),
    ] = None,
    *,
    rag: Annotated[
        str | None,
        typer.Option("--rag", metavar="COLOUR", help="The colour: grey, red, amber, green or blue, or its meaning."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="What has happened, in a sentence or two.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day of the report; default: today.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who reports.")] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="A new due date; the published one stays as it is.")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence", metavar="URL", help='A link, "A title and its link", or a case study; may be repeated.'
        ),
    ] = None,
    reading: Annotated[
        list[str] | None,
        typer.Option("--reading", metavar="MEASURE=VALUE", help="A reading of a measure; may be repeated."),
    ] = None,
    replace_: Annotated[
        bool,
        typer.Option("--replace", help="Let this report and its readings take the place of those of the same day."),
    ] = False,
    internal: Annotated[
        str | None, typer.Option("--internal", metavar="TEXT", help="A note that is never published.")
    ] = None,
    in_: In = Path(),
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Report progress on an action.

    The report becomes one entry under `updates`; nothing else in the file changes. You can report on an objective, a
    pillar or a whole plan in the same way. You see the lines that change, and the headline before and after.

    For a second report of one day you are asked whether it replaces the first. Where nobody can be asked it is added,
    and the last one counts. What only the replaced report says, such as a new due date, goes; each such value is named.

    \b
    Examples:
      tcplan update 2.2.2 --rag amber --note "Two of four sessions held."
      tcplan update 2.2.2 amber "Two of four sessions held." --date yesterday
      tcplan update 2.2.2 --rag green --due 2027-03 --by HROD --dry-run
      tcplan update 2.2.2 --rag blue --evidence "Minutes of June https://example.ac.uk/minutes"
      tcplan update 2.2.2 green "Three of four sessions held." --replace
      tcplan update 2.1 --note "Counted again." --reading "registered=28%" --date 2026-06-30
    """
    from tcplan.cli.support.replacing import is_replaced
    from tcplan.cli.support.run_edit import PlannedEdit, run_edit
    from tcplan.edits.edit_target import SearchScope, find_entry
    from tcplan.edits.reporting import NewReport, replaced_words, report_changes, report_words, with_colour
    from tcplan.edits.typed_words import ColourAndNote, colour_and_note

    day = as_of_day(date, "--date")
    report = NewReport(
        date=written_day(date, "--date") or day.isoformat(),
        by=one_line(by or "") or None,
        due=written_due(due),
        evidence=tuple(evidence or ()),
        readings=tuple(reading or ()),
        internal=internal,
    )

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        target = find_entry(scope, entry)
        colour, noted = colour_and_note(target, words or [], ColourAndNote(rag, note))
        said = with_colour(target, replace(report, rag=colour, note=noted))
        entry_id = target.node.id if target.node else None
        replaces = replace_ or (not dry_run and format_ is PageFormat.TEXT and is_replaced(target, said))
        what = "report" if said.says_something else "reading"
        says = (replaced_words(target, said, what),) if replaces else report_words(target, said)
        return PlannedEdit(target.plan.file, report_changes(target, said, replaces=replaces), entry_id, says)

    run_edit(plan_edit, in_, day, dry_run=dry_run, format_=format_, dated=date is not None)
