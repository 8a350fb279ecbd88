"""The actions that a submission reviews, with their stated or proposed closing colours, as rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.comparison.reviewed_actions import ActionEnding
from tcplan.model.parts import Evidence
from tcplan.progress.closing_rag import RagBasis
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.rag import Colour

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class LastReportRow:
    """The last report up to the day of the review: its day, the words for its colour, and its note."""

    date: date
    label: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """A reviewed action. `colour` is stated, proposed, or null if there is none; `reason` says why it is proposed.

    `evidence` is what its reports give, `continued` are the entries of the submitted plan that continue it, and `note`
    is the sentence that the review has already.
    """

    plan: str
    id: str
    title: str
    colour: Colour | None
    basis: RagBasis
    reason: str
    last: LastReportRow | None
    evidence: tuple[str, ...]
    continued: tuple[str, ...]
    note: str | None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to state its colour."""
        return self.basis in (RagBasis.PROPOSED, RagBasis.MISSING)


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """The output of `tcplan close-review --format json`."""

    format: Literal[1]
    tcplan: str
    as_of: date
    file: str
    form: str
    actions: tuple[ClosingRow, ...]


def closing_page(as_of: date, file: str, form: str, actions: Iterable[ActionEnding]) -> ClosingPage:
    """The page of a submission on a day."""
    return ClosingPage(FORMAT, __version__, as_of, file, form, tuple(map(closing_row, actions)))


def closing_row(action: ActionEnding) -> ClosingRow:
    """The row of one action."""
    updates = action.state.updates
    last = updates[-1] if updates else None
    key = action.plan.rag_key
    return ClosingRow(
        plan=action.plan.name,
        id=action.node.id,
        title=action.node.entry.title,
        colour=action.rag.colour,
        basis=action.rag.basis,
        reason=action.rag.reason,
        last=LastReportRow(last.date.last, key[last.rag].label if last.rag else None, last.note) if last else None,
        evidence=tuple(dict.fromkeys(_said(one) for update in updates for one in update.evidence)),
        continued=action.continued,
        note=action.closing.note if action.closing else None,
    )


def _said(evidence: Evidence) -> str:
    return " ".join(one for one in (evidence.title or evidence.ref, evidence.url) if one)


def closing_json(page: ClosingPage) -> str:
    """The page for scripts; `closing_schema` describes it."""
    return json_text(TypeAdapter(ClosingPage).dump_python(page, mode="json"), ascii_only=True)


def closing_schema() -> dict[str, Any]:
    """The JSON Schema of `closing_json`."""
    schema = TypeAdapter(ClosingPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan close-review"}
