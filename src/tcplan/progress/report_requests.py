"""Which actions somebody is asked to report on; `owed_reports` says which of them owe a report."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from tcplan.errors import UsageError
from tcplan.progress.assessment import Assessment
from tcplan.progress.owed_reports import NO_LEAD, awaits_reports, names_to_ask_by, people_asked, report_due
from tcplan.values.joined_names import joined_parts
from tcplan.values.near_words import near
from tcplan.values.plain_text import one_line
from tcplan.workspace import Glossary, Level, Node, fold_name, is_placeholder
from tcplan.workspace.glossary import TO_BE_CONFIRMED

MOST_NAMES: Final = 12
"""How many of those who owe reports are named."""


class DueReport(NamedTuple):
    """The day by which a report is due, and the action that it is about. It is owed from the day after."""

    day: date
    node: Node


def requested_reports(now: Assessment, who: str | None = None, *, everything: bool = False) -> list[Node]:
    """The actions on which somebody owes a report, in the order of the plan.

    `who` is a name as `resolve_lead` returns it, or None for the actions of everybody. `everything` adds the other
    open and unfinished actions that have started and have no report of that same day.
    """
    if not everything:
        return [node for node in _asked(now, who) if now.owes_report(node)]
    return [node for node in _asked(now, who) if now.state(node).started and now.state(node).reported_on != now.as_of]


def due_reports(now: Assessment, who: str | None = None) -> list[DueReport]:
    """The next report of each unfinished action on which somebody reports, in the order of the plan.

    None is due on a plan that is over, nor where nobody can say since when an action runs. One on an action that has
    not started yet is due a review period after it starts.
    """
    if now.is_over:
        return []
    days = ((report_due(now.state(node), now.policy), node) for node in _asked(now, who))
    return [DueReport(day, node) for day, node in days if day]


def next_report(now: Assessment, who: str | None = None) -> DueReport | None:
    """The report of somebody that is due next; None if no report will be due."""
    return min(due_reports(now, who), key=lambda one: one.day, default=None)


def resolve_name(now: Assessment, words: str) -> str:
    """The name that is meant by any spelling that the institution lists or the plan has.

    Raises UsageError for an unknown name, with the nearest known one and with those who owe reports.
    """
    found = find_name(now, words)
    if found:
        return found
    glossary = now.folder.glossary
    in_plan = glossary.leads_and_owners(now.plan.tree.of(Level.ACTION))
    wanted, known = fold_name(words), {**in_plan, **glossary.names}
    holding = sorted({name for spelling, name in known.items() if wanted and wanted in spelling})
    guess = holding[0] if len(holding) == 1 else known.get(near(wanted, known) or "")
    counts = Counter(in_plan[name] for node in requested_reports(now) for name in people_asked(node, glossary))
    listed = ", ".join(f"{name} {count}" for name, count in counts.most_common(MOST_NAMES))
    hint = f"did you mean `{guess}`? " if guess else ""
    hint += f"reports are owed by: {listed}" if listed else "no named lead or owner owes a report"
    others = [name for name in dict.fromkeys(in_plan.values()) if name not in counts]
    if others:
        more = f" and {len(others) - MOST_NAMES} more" if len(others) > MOST_NAMES else ""
        hint += f"; others who lead or own actions: {', '.join(others[:MOST_NAMES])}{more}"
    if joined := joined_names_with(now, words):
        hint = f"{joined}. Reports are owed by: {listed}" if listed else joined
    raise UsageError(f"`{words}` does not lead an action of {now.folder.key}/{now.plan.name}", hint)


def find_name(now: Assessment, words: str) -> str | None:
    """The name that is meant by any spelling that the institution lists or the plan has; None if it is unknown."""
    glossary = now.folder.glossary
    known = {**glossary.leads_and_owners(now.plan.tree.of(Level.ACTION)), **glossary.names}
    return known.get(fold_name(words)) or (glossary.canonical(words) if glossary.listed(words) else None)


def find_lead(now: Assessment, words: str) -> str | None:
    """The same for a choice of actions: also `none`, or any placeholder, for those without a lead or one to come."""
    if fold_name(words) == NO_LEAD:
        return NO_LEAD
    return TO_BE_CONFIRMED if is_placeholder(words) else find_name(now, words)


def resolve_lead(now: Assessment, words: str) -> str:
    """The same; raises UsageError for an unknown name, as `resolve_name` does."""
    return find_lead(now, words) or resolve_name(now, words)


def joined_names_with(now: Assessment, who: str) -> str:
    """A sentence about leads and owners in which somebody is joined with others, as in `HR / Library`; else nothing."""
    glossary, counts = now.folder.glossary, Counter[str]()
    for node in now.plan.tree.of(Level.ACTION):
        for name in dict.fromkeys((node.entry.lead or "", *node.entry.owners)):
            parts = [] if glossary.listed(name) else joined_parts(name, lambda part: is_same_name(part, who, glossary))
            if len(parts) > 1 and any(is_same_name(part, who, glossary) for part in parts):
                counts[one_line(name)] += 1
    listed = ", ".join(
        f"`{name}` ({count} action{'s'[count == 1 :]})" for name, count in counts.most_common(MOST_NAMES)
    )
    return f"`{one_line(who)}` is joined with others in {listed}; write each name separately" if listed else ""


def is_same_name(one: str, other: str, glossary: Glossary) -> bool:
    """Whether two names are printed as the same."""
    return fold_name(glossary.canonical(one)) == fold_name(glossary.canonical(other))


def _asked(now: Assessment, who: str | None) -> Iterator[Node]:
    """The actions on which somebody is to report, now or later."""
    for node in now.plan.tree.of(Level.ACTION):
        is_asked = who is None or fold_name(who) in names_to_ask_by(node, now.folder.glossary)
        if is_asked and awaits_reports(now.state(node), now.plan):
            yield node


def owned_only(now: Assessment, who: str) -> list[Node]:
    """The open actions that somebody owns while another leads: the lead reports on them."""
    glossary, name = now.folder.glossary, fold_name(who)
    return [
        node
        for node in _asked(now, None)
        if name not in people_asked(node, glossary) and name in glossary.named_in(node.entry.owners)
    ]
