"""An action on the day of the paper: its colour, and the words for what it is counted as."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tcplan.progress import Assessment, EntryState, Headline
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.values.rag import NOT_REPORTED, Colour, KeyEntry, plain_words
from tcplan.views.documents.days import long_day
from tcplan.views.documents.parts import (
    Badge,
    Cell,
    TextItem,
    cell,
    colour_badge,
    key_badge,
    no_badge,
    ours,
    upper_first,
)
from tcplan.workspace import Level

Counts = dict[TallyCell, int]

UNCOLOURED: Final = {
    TallyCell.UNREPORTED: NOT_REPORTED,
    TallyCell.NOT_BEGUN: "starts later",
    TallyCell.CLOSED: "closed",
}
"""What an action without a colour that counts is counted as."""


def state_badge(state: EntryState, now: Assessment) -> Badge:
    """The colour of an action in the plan's key or, if it has none that counts, why."""
    counted = cell_of(state, now.policy)
    if counted.is_colour and state.key:
        return short_badge(state.key)
    words = UNCOLOURED.get(counted, "no longer in the plan")
    return no_badge("no recent report" if counted is TallyCell.UNREPORTED and state.stated else words)


def short_badge(entry: KeyEntry) -> Badge:
    """A colour of the plan's key by its symbol and the word that the plan prints for it."""
    return replace(key_badge(entry), words=entry.label)


def headline_mark(headline: Headline) -> Badge:
    """A computed headline by its symbol and words."""
    return replace(colour_badge(headline.colour), words=upper_first(headline.words))


def headline_words(headline: Headline) -> str:
    """A headline as it follows "is": what is missing has words of its own."""
    return _MISSING.get(headline.words, headline.words)


_MISSING: Final = {
    NOT_REPORTED: "without a report that counts",
    "few reports": "reported on too rarely to say how it is",
    "nothing open": "without an open action",
}


def plain_reason(headline: Headline) -> str:
    """What the actions of a headline are, without the share that the rule asks for.

    The sentence has no words of the plan in it, so what is in brackets is always the rule.
    """
    facts, _, _ = headline.reason.partition("; a single action")
    return re.sub(r" \([^()]*\)", "", facts)


def was_words(state: EntryState | None, counted: TallyCell) -> str:
    """What an action was counted as, in a sentence."""
    if counted.is_colour and state and state.meaning:
        return plain_words(state.meaning)
    return UNCOLOURED.get(counted, "not in the plan")


def due_words_of(state: EntryState) -> TextItem:
    """When an action is due, after any slip."""
    if state.due:
        return ours(long_day(state.due))
    return ours("ongoing" if state.due_text == "ongoing" else "no date")


def counts_of(states: Iterable[EntryState], now: Assessment) -> Counts:
    """Actions by what they are counted as; those that are not in the plan on the day are left out."""
    counts = Counter(cell_of(state, now.policy) for state in states)
    return {one: count for one, count in counts.items() if one is not TallyCell.ABSENT}


def plan_counts(now: Assessment) -> Counts:
    """All actions of a plan."""
    return counts_of(now.states_of(now.plan.tree.of(Level.ACTION)), now)


def count_cells(counts: Counts, columns: list[TallyCell]) -> tuple[Cell, ...]:
    """The numbers of a row, and their sum."""
    numbers = [counts.get(one, 0) for one in columns]
    return tuple(cell(str(one), number=True) for one in (*numbers, sum(counts.values())))


def count_columns(*counted: Counts) -> list[TallyCell]:
    """What any of the rows has a number for, the best first; what is zero everywhere needs no column."""
    best_first = (Colour.BLUE, Colour.GREEN, Colour.AMBER, Colour.RED, Colour.GREY)
    order = [TallyCell(one) for one in best_first] + list(UNCOLOURED)
    return [one for one in order if any(counts.get(one) for counts in counted)]


def column_heads(now: Assessment, columns: list[TallyCell]) -> tuple[Cell, ...]:
    """The headings of the numbers: the plan's own words for its colours, with their symbols."""
    entries = {TallyCell(colour): entry for colour, entry in now.plan.rag_key.items()}
    heads = []
    for one in columns:
        entry = entries.get(one)
        words = f"{entry.symbol} {entry.label}" if entry else UNCOLOURED[one].capitalize()
        heads.append(TextItem(words, ours=entry is None or key_badge(entry).ours))
    return tuple(cell(one, number=True) for one in (*heads, ours("All")))
