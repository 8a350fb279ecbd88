"""The headlines of a plan, its pillars and its objectives in two states: totals may be equal where these are not."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.comparison.entry_pairs import EntryPair, pair_entries
from tcplan.model.parts import Update
from tcplan.progress import Assessment, Headline
from tcplan.progress.history import updates_until
from tcplan.values.rag import KeyEntry
from tcplan.workspace import Level, Node


class LevelHeadline(NamedTuple):
    """A computed headline, and the colour that somebody stated for the same entry or plan, with its key."""

    computed: Headline
    stated: Update | None
    key: KeyEntry | None


class LevelMove(NamedTuple):
    """A level in two states: the whole plan, if `pair` is None, or a pillar or objective that may have come or gone."""

    pair: EntryPair | None
    before: LevelHeadline | None
    after: LevelHeadline | None

    @property
    def has_moved(self) -> bool:
        """Whether the computed headline or the stated colour is another."""
        return _shown(self.before) != _shown(self.after)


def level_moves(before: Assessment, after: Assessment) -> Iterator[LevelMove]:
    """The whole plan, then its pillars and its objectives, moved or not."""
    yield LevelMove(None, _of_plan(before), _of_plan(after))
    for level in (Level.PILLAR, Level.OBJECTIVE):
        for pair in pair_entries(before.plan.tree.of(level), after.plan.tree.of(level)):
            was, now = _of_entry(before, pair.before), _of_entry(after, pair.after)
            if was or now:
                yield LevelMove(pair, was, now)


def _shown(headline: LevelHeadline | None) -> tuple[object, ...] | None:
    if headline is None:
        return None
    return headline.computed.colour, headline.computed.words, headline.key


def _of_plan(now: Assessment) -> LevelHeadline:
    return _level_headline(now, now.headline(), updates_until(now.plan.plan.updates, now.as_of))


def _of_entry(now: Assessment, node: Node | None) -> LevelHeadline | None:
    """The headline of an entry that belongs to the plan on the day."""
    if node is None or not now.state(node).in_plan:
        return None
    return _level_headline(now, now.headline(node.actions()), now.state(node).updates)


def _level_headline(now: Assessment, headline: Headline, updates: tuple[Update, ...]) -> LevelHeadline:
    stated = next((one for one in reversed(updates) if one.rag), None)
    return LevelHeadline(headline, stated, now.plan.rag_key[stated.rag] if stated and stated.rag else None)
