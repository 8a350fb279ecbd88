"""The signals of a status page: grouped by kind, those with the same sentence together."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from tcplan.progress import SignalKind
from tcplan.progress.owed_reports import NOBODY
from tcplan.terminal.action_lines import ActionLine, add_action_line, people_column, who_words
from tcplan.terminal.page import QUIET, STRONG, Page, Part, first_few
from tcplan.terminal.screen import Screen, pad
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
"""How many ids are printed for one person."""

MOST_PEOPLE, WIDEST_NAME = 6, 28
"""How many people are named beside the ids of long lists, and the columns for their names."""

LEAST_ID, MOST_ID = 6, 16
"""The columns for ids: the lists of a page are in line, and one long id does not move all titles."""

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
    lines = dict(zip(map(id, found), _lines_of(out.screen, found), strict=True))
    columns = people_column([*lines.values()], out.screen.width - 4 - LEAST_ID - 1)
    for sentence, group in shown:
        members = sorted(group, key=lambda one: order.get(one.subject, len(order)))
        said = out.screen.fit(sentence)
        if len(members) <= SHORT_LIST or everything:
            out.paragraph(said, indent=2)
            for one in members:
                add_action_line(out, lines[id(one)], columns)
        elif len(members) == plan.started:
            out.paragraph(f"{said} (all {len(members)} started actions)", indent=2)
            out.flow(_numbers(members, out.screen), indent=4)
        else:
            out.paragraph(f"{said} ({len(members)} actions)", indent=2)
            _add_ids(out, members)
    rest = sum(len(members) for _, members in groups[len(shown) :])
    if rest:
        out.line("  ", (f"and {rest} more (--all lists them)", QUIET))


def _lines_of(screen: Screen, found: list[SignalRow]) -> list[ActionLine]:
    """The lines of all actions of a kind, so that they have the same columns."""
    width = min(MOST_ID, max(LEAST_ID, *(cell_len(screen.id(one.subject)) for one in found)))
    return [
        ActionLine(
            ("    ", (f"{pad(screen.id(one.subject), width)} ", STRONG)), one.title, who_words(one.people, screen)
        )
        for one in found
    ]


def _ids_by_person(members: list[SignalRow]) -> list[tuple[str, list[str]]]:
    """Everybody with the ids of the actions that they answer for, those with most first; joint owners have it each."""
    found: dict[str, list[str]] = {}
    for one in members:
        for person in one.people or (NOBODY,):
            found.setdefault(person, []).append(one.subject)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def _add_ids(out: Page, members: list[SignalRow]) -> None:
    """A line or more for each person: the name, and the ids of their actions; then the ids of all others."""
    screen, people = out.screen, _ids_by_person(members)
    shown = [(screen.cut(screen.fit(person), WIDEST_NAME), ids) for person, ids in people[:MOST_PEOPLE]]
    named = {id_ for _, ids in shown for id_ in ids}
    rest = [one.subject for one in members if one.subject not in named]
    if rest:
        shown.append((f"{len(people) - MOST_PEOPLE} others", rest))
    width = max(cell_len(name) for name, _ in shown)
    for name, ids in shown:
        pieces: list[tuple[Part, ...]] = [((screen.id(id_), STRONG),) for id_ in ids]
        first: tuple[Part, ...] = ("    ", pad(name, width), "  ")
        out.flow(first_few(pieces, MOST_IDS, everything=False), indent=4 + width + 2, first=first)
    if len(people) > MOST_PEOPLE:
        out.line("    ", ("--all lists each action with those who answer for it", QUIET))


def _numbers(members: list[SignalRow], screen: Screen) -> list[tuple[Part, ...]]:
    """Everybody with the number of their actions, those with most first."""
    people = _ids_by_person(members)
    pieces: list[tuple[Part, ...]] = [
        (screen.cut(screen.fit(person), WIDEST_NAME), (f" {len(ids)}", STRONG)) for person, ids in people[:MOST_PEOPLE]
    ]
    if len(people) > MOST_PEOPLE:
        pieces.append(((f"and {len(people) - MOST_PEOPLE} more people (--all lists each action)", QUIET),))
    return pieces


def _group_by_sentence(found: list[SignalRow]) -> Iterator[tuple[str, list[SignalRow]]]:
    """The sentences in their order, each with all actions that it is about."""
    by_sentence: dict[str, list[SignalRow]] = {}
    for signal in found:
        by_sentence.setdefault(signal.sentence, []).append(signal)
    yield from by_sentence.items()
