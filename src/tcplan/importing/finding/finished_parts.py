"""Tables of actions that are finished, such as a sheet `Completed actions` beside that of the live ones."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tcplan.importing.finding.building import PlanBuilder
from tcplan.importing.finding.cell_kinds import is_timeline
from tcplan.importing.finding.finished_words import is_finished
from tcplan.importing.finding.marked_pieces import MarkedPiece, OpenHeading
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words


def find_finished(marked: Sequence[MarkedPiece]) -> dict[int, OpenHeading]:
    """The tables below a heading, or in a sheet, that says that their actions are finished."""
    found: dict[int, OpenHeading] = {}
    above: OpenHeading | None = None
    for place, one in enumerate(marked):
        if one.heading is not None and is_finished(one.heading.words.text):
            above = one.heading
        elif one.heading is not None and above is not None and one.heading.rank <= above.rank:
            above = None
        elif isinstance(one.piece, PlanTable) and above is not None:
            found[place] = above
    return found


def actions_in(entries: Sequence[FoundEntry]) -> Iterator[FoundEntry]:
    """The actions among some entries, and below them."""
    for entry in entries:
        if entry.level is FoundLevel.ACTION:
            yield entry
        yield from actions_in(entry.children)


def tell_finished(heading: OpenHeading, builder: PlanBuilder, known: frozenset[int]) -> None:
    """Give the actions of such a table, which are not yet `known`, the state that its heading says."""
    new = [entry for entry in actions_in(builder.plan.entries) if id(entry) not in known]
    title = heading.words.text
    for entry in new:
        if Field.RAG not in entry.fields:
            entry.fields[Field.RAG] = [_complete(entry, title)]
    if new:
        message = f"`{title}` holds actions that are finished, {len(new)} of them; they are in the plan, as complete"
        builder.doubt("plan", message, heading.words)


def _complete(entry: FoundEntry, title: str) -> Words:
    """The state, with the day that a column such as `Date completed` has for it."""
    reports = entry.fields.get(Field.REPORT, [])
    if len(reports) == 1 and is_timeline(reports[0].text):
        del entry.fields[Field.REPORT]
        return replace(reports[0], text="Complete", column=f"{title} {reports[0].text}")
    return Words((), "Complete", entry.place, title)
