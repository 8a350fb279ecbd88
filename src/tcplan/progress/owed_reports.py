"""Who owes a report: the one definition that every page, list, question and rule uses.

An action owes a report on a day if all of this is so:

- Its plan is not over. Once it is, its last colours belong to the submission.
- The action is in the plan by then, has started, and is neither closed nor complete.
- Its last report, with a colour or without, is more than a review period (`review_every`) ago.
- Its first review period is over. This counts from the latest of the start of the plan, its own start, and the day it
  was added, even if somebody reported earlier. Where none of these days is known, and nobody has reported, nobody can
  say that a report is late.

The day that is exactly one review period after the last report is still within it: with `review_every: 6 months`, after
a report of 30 June the next one is due by 30 December, and owed from 31 December. So an action, too, is due on its last
day and overdue from the next. The first period is the same: after a start on 1 January, owed from 2 July.

It must be possible to give the report. So an action owes none if no report can name it, because its id is missing in
the file or another entry before it has the same; nor if the file has reports on it that could not be
read. Such a file has an error of its own.

The lead is asked for the report; where there is none, each of the owners.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from tcplan.progress.history import EntryState
from tcplan.progress.thresholds import Policy
from tcplan.values.dates import add
from tcplan.workspace import Glossary, Node, PlanFile, is_placeholder
from tcplan.workspace.glossary import TO_BE_CONFIRMED

NOBODY: Final = "nobody"
"""What is printed where nobody answers for an action."""

NO_LEAD: Final = "none"
"""What is asked for to get the actions without a lead of their own, even if owners answer for them."""

WITHOUT_LEAD: Final[Mapping[str | None, str]] = {
    NO_LEAD: "without a lead",
    TO_BE_CONFIRMED: "with a lead to be confirmed",
}
"""What is asked for by these words, which are no names, in a sentence about actions."""


def owes_report(state: EntryState, plan: PlanFile, policy: Policy) -> bool:
    """Whether an action of a plan that is not over owes a report on the day of its state."""
    due = report_due(state, policy)
    return state.started and due is not None and due < state.as_of and awaits_reports(state, plan)


def awaits_reports(state: EntryState, plan: PlanFile) -> bool:
    """Whether somebody is to report on an action, now or later: it is unfinished, and a report can name it."""
    return state.is_open and not state.is_complete and can_be_named(state.node, plan) and not _is_unread(state, plan)


def report_due(state: EntryState, policy: Policy) -> date | None:
    """The day by which the next report is due; None if nobody can say since when the action runs."""
    since = counted_from(state)
    return add(since, policy.review_every) if since else None


def counted_from(state: EntryState) -> date | None:
    """The day from which the time to the next report counts: that of the last report, or the start if it is later."""
    return max((day for day in (state.start, state.reported_on) if day), default=None)


def can_be_named(node: Node, plan: PlanFile) -> bool:
    """Whether a report can say which action it is about: by its id, which no entry before it has."""
    return plan.tree.by_id.get(node.id) is node and plan.has_written_id(node.path)


def people_asked(node: Node, glossary: Glossary) -> Mapping[str, str]:
    """Who is asked for the reports on an action, by folded names: its lead or, if it has none, all of its owners."""
    return glossary.named_in([node.entry.lead]) or glossary.named_in(node.entry.owners)


def names_to_ask_by(node: Node, glossary: Glossary) -> Mapping[str, str]:
    """What an action is found by with `--lead`: those who are asked, and that it has no lead or one to be confirmed."""
    asked, lead = people_asked(node, glossary), node.entry.lead
    if lead is None:
        return {**asked, NO_LEAD: NO_LEAD}
    return {**asked, TO_BE_CONFIRMED: TO_BE_CONFIRMED} if is_placeholder(lead) else asked


def _is_unread(state: EntryState, plan: PlanFile) -> bool:
    """Whether the file says something about reports or the end of the action that could not be read."""
    shaped, path = plan.file.shaped, state.node.path
    if not shaped.tainted:
        return False
    reports = ((*path, "updates", index) for index in range(len(state.node.entry.updates)))
    keys = [(*report, key) for report in reports for key in ("date", "rag")]
    return any(map(shaped.is_tainted, [*keys, (*path, "closed")])) or (
        not keys and shaped.is_tainted((*path, "updates"))
    )
