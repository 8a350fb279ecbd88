"""The signals of a status page: grouped by kind, those with the same sentence together."""

from collections.abc import Iterator
from typing import Final

from tcplan.progress import SignalKind
from tcplan.terminal.page import QUIET, STRONG, Page, Part, first_few
from tcplan.views.status.rows import PlanPage, SignalRow

KINDS: Final = {
    SignalKind.OVERDUE: "Overdue",
    SignalKind.DUE_SOON: "Due in the next 90 days",
    SignalKind.SILENT: "Silent",
    SignalKind.DEPENDENCY: "Dependencies",
}
"""The kinds that have a heading of their own; those of measures are printed with the measures."""

SHORT_LIST: Final = 6
"""A sentence about more actions than this lists only their ids."""

MOST_IDS: Final = 60
"""How many ids are printed."""

LONGEST: Final = 12
"""How many different sentences of a kind are printed."""


def signals(out: Page, plan: PlanPage, *, everything: bool) -> None:
    """Add the signals, each kind with its number of actions."""
    shown = False
    for kind, words in KINDS.items():
        found = [signal for signal in plan.signals if signal.kind == kind]
        if found:
            shown = True
            count = len({signal.subject for signal in found})
            out.heading(words, f"{count} {'action' if count == 1 else 'actions'}")
            _add_kind(out, plan, found, everything=everything)
    if not shown:
        out.heading("Signals", "nothing is overdue, silent, waiting or due in the next 90 days")


def _add_kind(out: Page, plan: PlanPage, found: list[SignalRow], *, everything: bool) -> None:
    order = {action.id: number for number, action in enumerate(plan.actions)}
    groups = list(_group_by_sentence(found))
    shown = groups if everything else groups[:LONGEST]
    for sentence, group in shown:
        members = sorted(group, key=lambda one: order.get(one.subject, len(order)))
        said = out.screen.fit(sentence)
        if len(members) <= SHORT_LIST or everything:
            out.paragraph(said, indent=2)
            _add_titles(out, members)
        elif len(members) == plan.started:
            out.paragraph(f"{said} (all {len(members)} started actions)", indent=2)
        else:
            out.paragraph(f"{said} ({len(members)} actions)", indent=2)
            ids: list[tuple[Part, ...]] = [((out.screen.id(one.subject), STRONG),) for one in members]
            out.flow(first_few(ids, MOST_IDS, everything=everything), indent=4)
    rest = sum(len(members) for _, members in groups[len(shown) :])
    if rest:
        out.line("  ", (f"and {rest} more (--all lists them)", QUIET))


def _add_titles(out: Page, members: list[SignalRow]) -> None:
    width = max(6, *(len(out.screen.id(one.subject)) for one in members))
    for one in members:
        id_ = out.screen.id(one.subject)
        title = out.screen.cut(out.screen.fit(one.title), out.screen.width - 4 - width - 1)
        out.line("    ", (f"{id_:{width}} ", STRONG), title)


def _group_by_sentence(found: list[SignalRow]) -> Iterator[tuple[str, list[SignalRow]]]:
    """The sentences in their order, each with all actions that it is about."""
    by_sentence: dict[str, list[SignalRow]] = {}
    for signal in found:
        by_sentence.setdefault(signal.sentence, []).append(signal)
    yield from by_sentence.items()
