"""Decisions about the actions of a plan as a table that a spreadsheet opens: written to be filled in, and read back."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Final, TypeVar

from tcplan.comparison.carried_actions import CarryDecision, CarryOutcome, state_words
from tcplan.errors import UsageError
from tcplan.progress import Assessment
from tcplan.values.near_words import did_you_mean
from tcplan.values.plain_text import one_line
from tcplan.values.spreadsheet_text import as_ref, csv_table
from tcplan.values.words import Continuation
from tcplan.workspace import Level

COLUMNS: Final = ("id", "title", "state", "decision", "how", "new title", "why")
"""The columns of the table; `state` is there to be read, and `title` shows whether the id is still the one it was."""

DECISION_WORDS: Final[Mapping[str, CarryOutcome]] = {
    "carry": CarryOutcome.CARRIED,
    "close": CarryOutcome.CLOSED,
    "drop": CarryOutcome.DROPPED,
}
"""What people write for each decision."""

_WORDS_BY_OUTCOME: Final = {outcome: word for word, outcome in DECISION_WORDS.items()}
_SEPARATORS: Final = (",", ";", "\t")
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
    text = text.removeprefix("\ufeff")
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return _read_rows(rows, name, plan, unfinished)
    except csv.Error as error:
        message = f"{name}:{rows.line_num}: this line cannot be read as a table: {error}"
        raise UsageError(message, "check the quotation marks, or save the table as CSV again") from None


def _read_rows(rows: "csv.DictReader[str]", name: str, plan: str, known: Mapping[str, str]) -> dict[str, CarryDecision]:
    names = [_folded(one) for one in rows.fieldnames or ()]
    if "id" not in names or "decision" not in names:
        raise UsageError(
            f"{name}:1: this is no table of decisions: it needs the columns id and decision",
            "`tcplan carry PLAN --into NAME --dry-run --format csv` prints one to fill in",
        )
    rows.fieldnames = names
    found: dict[str, CarryDecision] = {}
    for row in rows:
        place = f"{name}:{rows.line_num}"
        id_ = _id_in(row["id"] or "", plan)
        if not id_ and not any(one.strip() for one in row.values() if isinstance(one, str)):
            continue
        title = (row.get("title") or "").strip()
        if id_ not in known:
            hint = (
                _ids_called(title, known)
                or did_you_mean(id_, known)
                or "leave out the rows of actions that are complete or closed"
            )
            raise UsageError(f"{place}: `{id_}` is not an unfinished action of the plan", hint)
        if title and not _is_title(title, known[id_]):
            raise _other_title(place, id_, title, known)
        if id_ in found:
            raise UsageError(f"{place}: `{id_}` is decided twice", "delete one of the rows")
        found[id_] = _decision(place, row)
    return found


def _id_in(cell: str, plan: str) -> str:
    """The id that a cell names, with its plan and level before it or without."""
    words = cell.strip().lstrip("'").removeprefix(f"{Level.ACTION} ").strip()
    return words.removeprefix(f"{plan}/")


def _other_title(place: str, id_: str, title: str, known: Mapping[str, str]) -> UsageError:
    """That a row has the id of one action and the title of another."""
    message = f"{place}: `{id_}` is called `{one_line(known[id_])}`, and this row is about `{one_line(title)}`"
    hint = _ids_called(title, known) or f"correct the id, or leave `{one_line(known[id_])}` in the column title"
    return UsageError(message, f"{hint}; what the next plan calls it goes into the column new title")


def _ids_called(title: str, known: Mapping[str, str]) -> str:
    """What to do where other actions have the title: a spreadsheet may have changed the id."""
    ids = [f"`{id_}`" for id_, one in known.items() if title and _is_title(title, one)]
    return f"write {' or '.join(ids)} as the id: a spreadsheet makes 1.2 of 1.20, or a date" if ids else ""


def _is_title(cell: str, title: str) -> bool:
    """Whether a cell holds a title, as it comes back from a spreadsheet: characters that it cannot save become `?`."""
    return _as_saved(cell.lstrip("'")) == _as_saved(one_line(title).lstrip("'"))


def _as_saved(words: str) -> bytes:
    return _folded(words).encode("cp1252", "replace")


def _decision(place: str, row: Mapping[str, str | None]) -> CarryDecision:
    said = {key: (row.get(key) or "").strip() for key in ("decision", "how", "new title", "why")}
    outcome = _word(place, "decision", said["decision"] or "carry", DECISION_WORDS)
    how = _word(place, "how", said["how"] or Continuation.IDENTICAL, {one.value: one for one in Continuation})
    if outcome is not CarryOutcome.CARRIED and not said["why"]:
        raise UsageError(f"{place}: an action that is {outcome} needs a reason", "write it in the column why")
    return CarryDecision(outcome, how, one_line(said["new title"]), one_line(said["why"]))


def _word(place: str, column: str, written: str, words: Mapping[str, _Word]) -> _Word:
    found = words.get(_folded(written))
    if found is None:
        listed = ", ".join(words)
        hint = did_you_mean(written, words) or f"write one of: {listed}"
        raise UsageError(f"{place}: `{one_line(written)}` is not one of the words for {column}", hint)
    return found


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
