"""Complete actions without evidence (TC503)."""

from collections.abc import Iterator

from tcplan.findings.codes import COMPLETE_WITHOUT_EVIDENCE
from tcplan.findings.finding import Problem
from tcplan.progress import EntryState
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.evidence import has_evidence, shown_by_case_studies
from tcplan.rules.support.plan_state import is_over
from tcplan.rules.support.report_places import stated_path
from tcplan.workspace import Level, PlanFile


def complete_without_evidence(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is reported as complete, but nothing in the plan shows that it is.

    Any of these counts: evidence in one of its reports, a link in a note, a success criterion with the day it was
    `done`, a case study that shows the action, or a second reading of a measure that the action names. Plans that are
    over are left out. If no complete action has any of these, or hardly any of many do, there is one finding.

    Why: At the next submission somebody has to show it, perhaps after the owner has left. Today it takes a minute to
    write down where to find the page, the minutes or the policy.

    Fix: Add `evidence` to the report: a title with a public link, a document by its title, or a case study. Put a link
    that only staff can open under `internal` of the evidence.
    """
    complete = [] if is_over(plan, context) else _complete_actions(plan, context)
    shown = shown_by_case_studies(plan, context) if complete else set()
    measures = {measure.id: measure for measure in plan.plan.measures}
    bare = [state for state in complete if id(state.node) not in shown and not has_evidence(state, measures)]
    says = GroupMessage(
        f"none of the {len(complete)} complete actions has evidence",
        "complete actions have no evidence",
        "add `evidence:` to the report of each: a title with a link, a document or a case study",
    )
    if of_all := aggregate(COMPLETE_WITHOUT_EVIDENCE, [state.node for state in bare], len(complete), says):
        yield of_all
        return
    for state in bare:
        day = state.stated.date.text if state.stated else ""
        message = f"action {state.node.id} was reported as complete on {day}, without evidence"
        help_text = "add `evidence:` to the report: a title with a link, a document or a case study"
        yield Problem(COMPLETE_WITHOUT_EVIDENCE, stated_path(state, "rag"), message, help_text)


def _complete_actions(plan: PlanFile, context: Context) -> list[EntryState]:
    states = (context.assessment(plan).state(node) for node in plan.tree.of(Level.ACTION))
    shaped = plan.file.shaped
    return [
        state
        for state in states
        if state.is_open and state.is_complete and not shaped.is_tainted(stated_path(state, "evidence"))
    ]
