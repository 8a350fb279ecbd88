"""The closing colours of a review as a table that a spreadsheet opens: written to be filled in, and read back."""

from collections.abc import Iterable, Mapping
from typing import Final

from tcplan.comparison.reviewed_actions import ActionEnding
from tcplan.edits.closing_colours import ClosingDecision
from tcplan.edits.filled_tables import FilledRow, FilledTable, check_named, folded, id_in
from tcplan.errors import UsageError
from tcplan.values.near_words import did_you_mean
from tcplan.values.plain_text import one_line
from tcplan.values.rag import Colour
from tcplan.values.spreadsheet_text import as_ref, csv_table
from tcplan.workspace import Level

COLUMNS: Final = ("id", "title", "proposed", "reason", "last note", "rag", "note")
"""The columns of the table; the last two are to be filled in, the others are there to be read."""


def closing_table(actions: Iterable[ActionEnding]) -> str:
    """The table of some actions, with what is stated for them already."""
    rows = [
        (
            as_ref(Level.ACTION, f"{one.plan.name}/{one.node.id}"),
            one.node.entry.title,
            (one.rag.colour or "") if one.is_open else "",
            one.rag.reason,
            last_note(one) or "",
            (one.closing.rag or "") if one.closing else "",
            (one.closing.note or "") if one.closing else "",
        )
        for one in actions
    ]
    return csv_table([COLUMNS, *rows])


def last_note(action: ActionEnding) -> str | None:
    """The note of the last report that has one."""
    return next((update.note for update in reversed(action.state.updates) if update.note), None)


def read_closings(table: FilledTable, actions: Iterable[ActionEnding]) -> dict[tuple[str, str], ClosingDecision]:
    """The colours of a filled-in table, by plan and id; a row without a colour decides nothing.

    Raises UsageError for an id that is not reviewed or is there twice, the title of another action, a word that is no
    colour, and a note without a colour: each with its line.
    """
    titles: dict[str, dict[str, str]] = {}
    for one in actions:
        titles.setdefault(one.plan.name, {})[one.node.id] = one.node.entry.title
    found: dict[tuple[str, str], ClosingDecision] = {}
    for row in table.rows(("id", "rag")):
        plan = _plan_of(row.cell("id"), titles)
        id_ = id_in(row.cell("id"), plan)
        check_named(
            row, id_, titles.get(plan, {}), "is not an action that this submission reviews", ("correct the id", "")
        )
        if (plan, id_) in found:
            raise UsageError(f"{row.place}: `{id_}` is decided twice", "delete one of the rows")
        decision = _decision(row)
        if decision:
            found[plan, id_] = decision
    return found


def _plan_of(cell: str, titles: Mapping[str, Mapping[str, str]]) -> str:
    """The plan that a cell names, else the only one; of several the first that has the id."""
    words = cell.strip().lstrip("'").removeprefix(f"{Level.ACTION} ").strip()
    named = next((plan for plan in titles if words.startswith(f"{plan}/")), None)
    return named or next((plan for plan, known in titles.items() if words in known), next(iter(titles), ""))


def _decision(row: FilledRow) -> ClosingDecision | None:
    written, note = row.cell("rag"), row.cell("note").lstrip("'")
    if not written:
        if note:
            raise UsageError(f"{row.place}: there is a note without a colour", "write the colour in the column rag")
        return None
    colour = colour_named(written)
    if colour is None:
        hint = did_you_mean(written, Colour, f"write one of: {', '.join(Colour)}")
        raise UsageError(f"{row.place}: `{one_line(written)}` is not a colour", hint)
    return ClosingDecision(colour, one_line(note) or None)


def colour_named(words: str) -> Colour | None:
    """The colour of a closing RAG that somebody types: a word, or the first letter of red, amber or green."""
    wanted = folded(words)
    letters = {"r": Colour.RED, "a": Colour.AMBER, "g": Colour.GREEN}
    return next((one for one in Colour if one == wanted), letters.get(wanted))
