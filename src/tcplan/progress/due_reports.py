"""Which actions are due a report on a day, and from whom."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from tcplan.errors import UsageError
from tcplan.progress.assessment import Assessment
from tcplan.progress.history import EntryState
from tcplan.values.dates import Duration, add
from tcplan.values.joined_names import joined_parts
from tcplan.values.near_words import near
from tcplan.values.plain_text import one_line
from tcplan.workspace import Glossary, Level, Node, fold_name

MOST_NAMES: Final = 12
"""How many of those whose reports are due are named."""


def due_reports(now: Assessment, who: str | None = None, *, everything: bool = False) -> list[Node]:
    """The actions of somebody that are due a report: open, started, and not reported for half a review period.

    `who` is a name as `resolve_name` returns it, or None for the actions of everybody. `everything` includes all that
    have no report of that same day. Complete actions are never included.
    """
    asked = [node for node in _asked(now, who) if now.state(node).started]
    if everything:
        return [node for node in asked if now.state(node).reported_on != now.as_of]
    return [node for node in asked if _day_due(now, now.state(node)) <= now.as_of]


def next_report(now: Assessment, who: str | None = None) -> tuple[date, Node] | None:
    """The day on which the next report of somebody is due, and its action; None if no report will be due."""
    days = [(_day_due(now, now.state(node)), node) for node in _asked(now, who)]
    return min(days, key=lambda one: one[0], default=None)


def resolve_name(now: Assessment, words: str) -> str:
    """The name that is meant by any spelling that the institution lists or the plan has.

    Raises UsageError for an unknown name, with the nearest known one and with those whose reports are due.
    """
    glossary = now.folder.glossary
    in_plan = glossary.leads_and_owners(now.plan.tree.of(Level.ACTION))
    wanted, known = fold_name(words), {**in_plan, **glossary.names}
    if wanted in known:
        return known[wanted]
    if glossary.listed(words):
        return glossary.canonical(words)
    holding = sorted({name for spelling, name in known.items() if wanted and wanted in spelling})
    guess = holding[0] if len(holding) == 1 else known.get(near(wanted, known) or "")
    counts = Counter(in_plan[name] for node in due_reports(now) for name in _answerable(node, glossary))
    listed = ", ".join(f"{name} {count}" for name, count in counts.most_common(MOST_NAMES))
    hint = f"did you mean `{guess}`? " if guess else ""
    hint += f"reports are due from: {listed}" if listed else "no report is due from any named lead or owner"
    if joined := joined_names_with(now, words):
        hint = f"{joined}. Reports are due from: {listed}" if listed else joined
    raise UsageError(f"`{words}` does not lead an action of {now.folder.key}/{now.plan.name}", hint)


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
    """The actions of somebody that are open and not complete; of several with the same id, only the first."""
    for node in now.plan.tree.of(Level.ACTION):
        state = now.state(node)
        if not state.is_open or state.is_complete or now.plan.tree.by_id.get(node.id) is not node:
            continue
        if not now.plan.has_written_id(node.path):
            continue  # a report would have nowhere to go
        if who is None or fold_name(who) in _answerable(node, now.folder.glossary):
            yield node


def owned_only(now: Assessment, who: str) -> list[Node]:
    """The open actions that somebody owns while another leads: the lead reports on them."""
    glossary, name = now.folder.glossary, fold_name(who)
    return [
        node
        for node in _asked(now, None)
        if name not in _answerable(node, glossary) and name in glossary.named_in(node.entry.owners)
    ]


def _answerable(node: Node, glossary: Glossary) -> Collection[str]:
    """Who is to report on an action, by folded names: its lead or, if it has none, all of its owners."""
    return glossary.named_in([node.entry.lead]) or glossary.named_in(node.entry.owners)


def _day_due(now: Assessment, state: EntryState) -> date:
    """The day from which a report is due: half a review period after the last one, or when the action starts."""
    day = add(state.reported_on, _half(now.policy.review_every)) if state.reported_on else now.as_of
    return day if state.started else max(day, state.start or day)


def _half(length: Duration) -> Duration:
    if length.days or length.months % 2:
        return Duration(days=max(1, length.days // 2 or 15 * length.months))
    return Duration(months=length.months // 2)
