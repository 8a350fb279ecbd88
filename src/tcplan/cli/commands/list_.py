"""`tcplan list`: the plain list of actions, with filters."""

from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from tcplan.cli.support.options import AsOf, PlanPath, as_of_day, typed_duration
from tcplan.views.action_list.options import ListFilters, ListFormat, ListOrder

_LAST_MEETING: Final = "last-meeting"
_CHANGED: Final = "--changed-since"


def list_(
    path: PlanPath = Path(),
    *,
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead",
            metavar="WHO",
            help="Only what WHO leads, or owns where there is no lead; none for what has no lead.",
        ),
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option("--owner", metavar="WHO", help="Only the actions that WHO owns.")
    ] = None,
    pillar: Annotated[
        list[str] | None, typer.Option("--pillar", metavar="PILLAR", help="Only those of a pillar, by id or title.")
    ] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", help="Only those that serve a theme.")
    ] = None,
    priority: Annotated[
        list[str] | None, typer.Option("--priority", metavar="WORD", help="Only those of a priority.")
    ] = None,
    rag: Annotated[
        list[str] | None,
        typer.Option("--rag", metavar="COLOUR", help="Only those that count as this colour, as in status."),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only those that are overdue.")] = False,
    due_within: Annotated[
        list[str] | None,
        typer.Option("--due-within", metavar="LENGTH", help="Only those due within 90d, 12 weeks or 6 months."),
    ] = None,
    silent: Annotated[bool, typer.Option("--silent", help="Only those that owe a report.")] = False,
    changed_since: Annotated[
        list[str] | None,
        typer.Option(
            _CHANGED,
            metavar="DATE|last-meeting",
            help="Only those that were reported on, added or closed after a day.",
        ),
    ] = None,
    match: Annotated[
        list[str] | None,
        typer.Option("--match", metavar="WORDS", help="Only those with all these words in their texts or reports."),
    ] = None,
    sort: Annotated[
        ListOrder, typer.Option("--sort", help="The order: as in the plan, or what needs a word first.")
    ] = ListOrder.PLAN,
    as_of: AsOf = None,
    format_: Annotated[
        ListFormat,
        typer.Option("--format", help="text to read, json for scripts, csv for a spreadsheet, md for a document."),
    ] = ListFormat.TEXT,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Use letters instead of symbols.")] = False,
) -> int:
    """List the actions of a plan: id, title, lead or owners, due date, RAG and last report.

    Of several filters all must hold; of one that is given twice, either. The word `none` means those without: --lead
    none, --rag none. --lead tbc finds those whose lead is to be confirmed.

    \b
    Examples:
      tcplan list
      tcplan list --overdue --lead HROD
      tcplan list --rag red --rag amber --sort due
      tcplan list --due-within 90d --pillar 2
      tcplan list --match "apprentice" --changed-since last-meeting
      tcplan list --silent --format csv > chase.csv
    """
    from tcplan.cli.support.load_plans import load_plans
    from tcplan.cli.support.print_action_list import print_action_list
    from tcplan.views.action_list.page import action_list_page

    day = as_of_day(as_of)
    filters = ListFilters(
        lead=tuple(lead or ()),
        owner=tuple(owner or ()),
        pillar=tuple(pillar or ()),
        theme=tuple(theme or ()),
        priority=tuple(priority or ()),
        rag=tuple(rag or ()),
        overdue=overdue,
        due_within=tuple(typed_duration(one, "--due-within") for one in due_within or ()),
        silent=silent,
        changed_since=tuple(map(_since, changed_since or ())),
        match=tuple(match or ()),
    )
    loaded = load_plans(path, day)
    day = day if as_of or changed_since else loaded.day_to_show(day)
    print_action_list(action_list_page(loaded.workspace, loaded.plans, day, filters, sort), format_, ascii_only=ascii_)
    return loaded.code


def _since(words: str) -> date | Literal["last-meeting"]:
    if "-".join(words.casefold().split()) == _LAST_MEETING:
        return _LAST_MEETING
    return as_of_day(words, _CHANGED)
