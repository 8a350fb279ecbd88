"""How an action is going: what it is counted as, its last report, and what its reports show."""

from dataclasses import dataclass, replace

from tcplan.progress import EntryState
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.counted import action_badge, not_counted_words
from tcplan.views.documents.days import day_words
from tcplan.views.documents.entry import ClosedRow, closed_row
from tcplan.views.documents.evidence import EvidenceRow, PrintedReportRow, evidence_rows, report_rows
from tcplan.views.documents.parts import Badge
from tcplan.views.documents.plan_scope import PlanScope
from tcplan.workspace import Node, PlanFile


@dataclass(frozen=True, slots=True)
class ActionStatus:
    """The colour, with a `remark` where the totals do not count it or the last report does not state it.

    `report` is the last one, without its evidence: that of all reports is in `evidence`.
    """

    badge: Badge | None
    remark: str
    closed: ClosedRow | None
    report: PrintedReportRow | None
    evidence: tuple[EvidenceRow, ...]
    signals: tuple[str, ...]


def action_status(context: DocumentContext, plan: PlanFile, scope: PlanScope, node: Node, below: int) -> ActionStatus:
    """The status of an action on the day of the document; `below` is the level of the heading above it."""
    state = scope.state(node)
    return ActionStatus(
        badge=action_badge(state, scope.policy),
        remark=not_counted_words(state, scope.policy) or _stated_before(state),
        closed=closed_row(context, plan, node),
        report=_last_report(context, plan, state, below),
        evidence=() if scope.is_detailed else _evidence(context, state),
        signals=tuple(scope.signals.get(node.path, ())),
    )


def _stated_before(state: EntryState) -> str:
    """When the colour was stated, where the last report states none."""
    if state.stated is None or state.updates[-1] is state.stated:
        return ""
    return f"Given on {day_words(state.stated.date)}"


def _last_report(context: DocumentContext, plan: PlanFile, state: EntryState, below: int) -> PrintedReportRow | None:
    rows = report_rows(context, plan, state.updates[-1:], below)
    return replace(rows[0], evidence=()) if rows else None


def _evidence(context: DocumentContext, state: EntryState) -> tuple[EvidenceRow, ...]:
    """What all reports cite, the oldest first."""
    return evidence_rows(context, tuple(one for report in state.updates for one in report.evidence))
