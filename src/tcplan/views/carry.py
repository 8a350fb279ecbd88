"""What became of each action when the next plan was started, as rows: for the terminal and for scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.comparison.carried_actions import ActionOutcome, CarryOutcome
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.words import Continuation

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class CarriedActionRow:
    """An action of the old plan, what became of it and why, and its id in the next plan if it is carried."""

    id: str
    title: str
    outcome: CarryOutcome
    reason: str
    new_id: str | None
    how: Continuation | None


@dataclass(frozen=True, slots=True)
class CarryPage:
    """The output of `tcplan carry --format json`; `written` is False if nothing was written.

    The last two are ids of the next plan: what had due dates or targets that have all passed, and has none now.
    """

    format: Literal[1]
    tcplan: str
    as_of: date
    plan: str
    into: str
    file: str
    title: str
    written: bool
    counts: dict[CarryOutcome, int]
    actions: tuple[CarriedActionRow, ...]
    closed_in: str | None
    text: str
    actions_without_due: tuple[str, ...]
    measures_without_targets: tuple[str, ...]


def carried_rows(outcomes: Sequence[ActionOutcome], ids: dict[int, str]) -> tuple[CarriedActionRow, ...]:
    """A row for each action of the old plan, in its order."""
    return tuple(_row(one, ids) for one in outcomes)


def carry_page(page: "CarrySummary", rows: tuple[CarriedActionRow, ...]) -> CarryPage:
    """The page of a plan that was started, or would be."""
    return CarryPage(
        format=FORMAT,
        tcplan=__version__,
        counts={outcome: sum(row.outcome is outcome for row in rows) for outcome in CarryOutcome},
        actions=rows,
        **vars(page),
    )


@dataclass(frozen=True)
class CarrySummary:
    """What the page says besides its rows; `closed_in` is the file of the old plan if actions were closed in it."""

    as_of: date
    plan: str
    into: str
    file: str
    title: str
    written: bool
    closed_in: str | None
    text: str
    actions_without_due: tuple[str, ...]
    measures_without_targets: tuple[str, ...]


def carry_json(page: CarryPage) -> str:
    """The page for scripts; `carry_schema` describes it."""
    return json_text(TypeAdapter(CarryPage).dump_python(page, mode="json"), ascii_only=True)


def carry_schema() -> dict[str, Any]:
    """The JSON Schema of `carry_json`."""
    schema = TypeAdapter(CarryPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan carry"}


def _row(one: ActionOutcome, ids: dict[int, str]) -> CarriedActionRow:
    is_carried = one.outcome is CarryOutcome.CARRIED
    return CarriedActionRow(
        id=one.node.id,
        title=one.node.entry.title,
        outcome=one.outcome,
        reason=one.reason,
        new_id=ids.get(id(one.node)) if is_carried else None,
        how=one.decision.how if is_carried and one.decision else None,
    )
