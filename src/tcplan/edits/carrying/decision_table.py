"""Decisions about the actions of a plan as a table that a spreadsheet opens: written to be filled in, and read back."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from tcplan.comparison.carried_actions import CarryDecision, CarryOutcome, state_words
from tcplan.edits.filled_tables import FilledRow, FilledTable, check_named, folded, id_in
from tcplan.errors import UsageError
from tcplan.progress import Assessment
from tcplan.values.near_words import did_you_mean
from tcplan.values.plain_text import one_line
from tcplan.values.spreadsheet_text import as_ref, csv_table
from tcplan.values.words import Continuation

COLUMNS: Final = ("id", "title", "state", "decision", "how", "new title", "why")
"""The columns of the table; `state` is there to be read, and `title` shows whether the id is still the one it was."""

DECISION_WORDS: Final[Mapping[str, CarryOutcome]] = {
    "carry": CarryOutcome.CARRIED,
    "close": CarryOutcome.CLOSED,
    "drop": CarryOutcome.DROPPED,
}
"""What people write for each decision."""

_WORDS_BY_OUTCOME: Final = {outcome: word for word, outcome in DECISION_WORDS.items()}
_OTHERWISE: Final = (
    "leave out the rows of actions that are complete or closed",
    "; what the next plan calls it goes into the column new title",
)
_Word = TypeVar("_Word")


def decision_table(now: Assessment, nodes: Iterable[str]) -> str:
    """The table of some actions, all of them to be carried as they are."""
    decided = _WORDS_BY_OUTCOME[CarryOutcome.CARRIED]
    entries = [now.plan.tree.by_id[id_] for id_ in nodes]
    rows = [
        (
            as_ref(node.level, f"{now.plan.name}/{node.id}"),
            node.entry.title,
            state_words(now.state(node)),
            decided,
            Continuation.IDENTICAL,
            "",
            "",
        )
        for node in entries
    ]
    return csv_table([COLUMNS, *rows])


def read_decisions(text: str, name: str, plan: str, unfinished: Mapping[str, str]) -> dict[str, CarryDecision]:
    """The decisions of a filled-in table, by the id of the action; `name` is how errors call the file.

    `unfinished` are the titles of the actions that may be in it, by their ids. The table may have the name of the
    `plan` before an id, as the printed one does.

    Raises UsageError for a table without the columns, an id that is not one of the unfinished actions or is there
    twice, a title that is not that of the action, a word that is no decision, and a missing reason: each with its line.
    """
    found: dict[str, CarryDecision] = {}
    table = FilledTable(text, name, "tcplan carry PLAN --into NAME --dry-run --format csv")
    for row in table.rows(("id", "decision")):
        id_ = id_in(row.cell("id"), plan)
        check_named(row, id_, unfinished, "is not an unfinished action of the plan", _OTHERWISE)
        if id_ in found:
            raise UsageError(f"{row.place}: `{id_}` is decided twice", "delete one of the rows")
        found[id_] = _decision(row)
    return found


def _decision(row: FilledRow) -> CarryDecision:
    outcome = _word(row.place, "decision", row.cell("decision") or "carry", DECISION_WORDS)
    how = _word(row.place, "how", row.cell("how") or Continuation.IDENTICAL, {one.value: one for one in Continuation})
    if outcome is not CarryOutcome.CARRIED and not row.cell("why"):
        raise UsageError(f"{row.place}: an action that is {outcome} needs a reason", "write it in the column why")
    return CarryDecision(outcome, how, one_line(row.cell("new title")), one_line(row.cell("why")))


def _word(place: str, column: str, written: str, words: Mapping[str, _Word]) -> _Word:
    found = words.get(folded(written))
    if found is None:
        listed = ", ".join(words)
        hint = did_you_mean(written, words) or f"write one of: {listed}"
        raise UsageError(f"{place}: `{one_line(written)}` is not one of the words for {column}", hint)
    return found
