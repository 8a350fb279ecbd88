"""A plan while it is read: which pillar, objective and action are current, and what is below what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tcplan.importing.document import Paragraph
from tcplan.importing.finding.cell_kinds import is_timeline
from tcplan.importing.finding.ids import id_parts
from tcplan.importing.found import Doubt, Field, FoundEntry, FoundLevel, FoundPlan, Words
from tcplan.importing.ledger import HEADER, REPEATED, Ledger

RANK = {FoundLevel.PILLAR: 0, FoundLevel.OBJECTIVE: 1, FoundLevel.ACTION: 2, FoundLevel.STEP: 3}

TITLE_ROW_RANK = 100
"""The rank of title rows: below all headings, which have their level as rank."""


@dataclass(slots=True)
class Group:
    """A heading or a title row, which becomes an entry when an action comes below it."""

    level: FoundLevel
    number: str
    title: Words
    rank: int
    about: list[Words] = field(default_factory=list)
    fields: list[tuple[Field, Words]] = field(default_factory=list)
    entry: FoundEntry | None = None


@dataclass(slots=True)
class Horizon:
    """A time or a priority, the actions that have it, and what else is said about them all."""

    words: Words
    says: Field = Field.DUE
    actions: list[FoundEntry] = field(default_factory=list)
    fields: list[tuple[Field, Words]] = field(default_factory=list)


class PlanBuilder:
    """Builds one plan, entry by entry, in the order of the document."""

    def __init__(self, ledger: Ledger) -> None:
        self.plan = FoundPlan("", [])
        self.is_called_like_sheet = False
        self.ledger = ledger
        self.current: dict[FoundLevel, FoundEntry] = {}
        self.groups: list[Group] = []
        self.loose: list[Words] = []
        self.horizon: Words | None = None
        self.horizon_rank = 0
        self.has_new_objective = False
        self._horizons: list[Horizon] = []
        self._by_title: dict[tuple[FoundLevel, str], FoundEntry] = {}

    def open_group(self, group: Group) -> None:
        """A heading: what comes now is below it, and no longer below those of its rank or a deeper one.

        An aim right above an objective, such as `Aim 1` above `Goal 1.1`, is a pillar.
        """
        last = self.groups[-1] if self.groups else None
        if last is not None and last.entry is None and _is_right_below(group, last):
            if last.level is FoundLevel.OBJECTIVE and not any(one.level is FoundLevel.PILLAR for one in self.groups):
                last.level = FoundLevel.PILLAR
            if last.level is FoundLevel.PILLAR:
                group.rank = max(group.rank, last.rank + 1)
        self.close_groups(group.rank, group.level)
        self.groups.append(group)

    def close_groups(self, rank: int, level: FoundLevel | None = None) -> None:
        """Leave the groups of a rank and below, and those that cannot be above an entry of this level."""
        gone = [one for one in self.groups if one.rank >= rank or (level and RANK[one.level] >= RANK[level])]
        self.groups = [one for one in self.groups if not any(one is other for other in gone)]
        for group in gone:
            if group.entry is None:
                self.loose.extend([group.title, *group.about, *(words for _, words in group.fields)])
            else:
                self.leave(group.level)
        if level:
            self.leave(level)
        if self.horizon is not None and rank <= self.horizon_rank:
            self.set_horizon(None, 0)

    def leave(self, level: FoundLevel) -> None:
        """No entry of this level, or of one below it, is current any more."""
        for below in [one for one in self.current if RANK[one] >= RANK[level]]:
            del self.current[below]

    def set_horizon(self, words: Words | None, rank: int, says: Field = Field.DUE) -> None:
        """What comes now is due in this time, or has this priority."""
        self.horizon, self.horizon_rank = words, rank
        if words is not None:
            self._horizons.append(Horizon(words, says))

    def add_group_field(self, found: Field, words: Words) -> None:
        """Something that holds for all actions of the horizon, or for the group."""
        if self.horizon is not None:
            self._horizons[-1].fields.append((found, words))
            return
        if self.groups and self.groups[-1].entry is None:
            self.groups[-1].fields.append((found, words))
            return
        entry = self._upper()
        if entry is not None:
            entry.fields.setdefault(found, []).append(words)
        else:
            self.plan.about.append(words)

    def _known(self, group: Group) -> FoundEntry | None:
        """The entry that a heading names again, such as `Visibility (continued)`."""
        known = self._by_title.get((group.level, fold(group.title.text)))
        if known is None or known.number != group.number:
            return None
        above = [self.current[one] for one in self.current if RANK[one] < RANK[group.level]]
        siblings = max(above, key=lambda one: RANK[one.level]).children if above else self.plan.entries
        return known if any(known is one for one in siblings) else None

    @staticmethod
    def _give_fields(group: Group) -> None:
        if group.entry is not None:
            for found, words in [*((Field.ABOUT, one) for one in group.about), *group.fields]:
                group.entry.fields.setdefault(found, []).append(words)

    def _upper(self) -> FoundEntry | None:
        """The objective or pillar that is current."""
        return self.current.get(FoundLevel.OBJECTIVE) or self.current.get(FoundLevel.PILLAR)

    def _realise(self) -> FoundEntry | None:
        """Make entries of the groups that are open."""
        for group in self.groups:
            if group.entry is None and (known := self._known(group)):
                group.entry = known
                self.ledger.put(group.title.paragraphs, REPEATED)
                self._set_current(known)
                self._give_fields(group)
            elif group.entry is None:
                group.entry = self._enter(FoundEntry(group.level, group.number, group.title, group.title.place))
                self._give_fields(group)
            elif self.current.get(group.level) is None:
                self.current[group.level] = group.entry
        return self.groups[-1].entry if self.groups else None

    def title_entry(self, level: FoundLevel, number: str, title: Words) -> FoundEntry:
        """The pillar or objective of a cell: the current one if it is the same, else a new one."""
        self._realise()
        current = self.current.get(level)
        if current is not None and same_title(current, number, title):
            if title.paragraphs and title.paragraphs[0] not in current.title.paragraphs[:1]:
                self.ledger.put(title.paragraphs, REPEATED)
            return current
        known = self._by_title.get((level, fold(title.text)))
        above = self.current.get(FoundLevel.PILLAR) if level is FoundLevel.OBJECTIVE else None
        if known is not None and known.number == number and (above is None or known in above.children):
            self.ledger.put(title.paragraphs, REPEATED)
            self._set_current(known)
            return known
        return self._enter(FoundEntry(level, number, title, title.place))

    def action(self, number: str, title: Words) -> FoundEntry:
        """A new action."""
        self._realise()
        entry = self._enter(FoundEntry(FoundLevel.ACTION, number, title, title.place))
        if self.horizon is not None:
            self._horizons[-1].actions.append(entry)
        return entry

    def step(self, number: str, title: Words) -> FoundEntry:
        """A new step of the current action; an action where there is none."""
        if FoundLevel.ACTION not in self.current:
            return self.action(number, title)
        entry = FoundEntry(FoundLevel.STEP, number, title, title.place)
        self.current[FoundLevel.ACTION].children.append(entry)
        self.current[FoundLevel.STEP] = entry
        return entry

    def _enter(self, entry: FoundEntry) -> FoundEntry:
        above = [self.current[one] for one in self.current if RANK[one] < RANK[entry.level]]
        parent = max(above, key=lambda one: RANK[one.level], default=None)
        (parent.children if parent else self.plan.entries).append(entry)
        self._by_title[entry.level, fold(entry.title.text)] = entry
        self._set_current(entry)
        return entry

    def _set_current(self, entry: FoundEntry) -> None:
        for below in [one for one in self.current if RANK[one] > RANK[entry.level]]:
            del self.current[below]
        self.current[entry.level] = entry

    def doubt(self, kind: str, message: str, words: Words, entry: str = "") -> None:
        """Say what is not sure."""
        self.plan.doubts.append(Doubt(kind, message, words.place, entry))

    def _give_horizon(self, horizon: Horizon) -> None:
        """What a horizon says holds for each of its actions that does not say it itself."""
        own = {found for found, _ in _said(horizon)}
        lacking = {id(one): own - set(one.fields) for one in horizon.actions}
        for found, words in _said(horizon):
            taking = [one for one in horizon.actions if found in lacking[id(one)]]
            for action in taking:
                action.fields.setdefault(found, []).append(words)
            if not taking:
                self.plan.about.append(words)

    def finish(self) -> FoundPlan:
        """The plan; what was waiting for actions that did not come is about the plan."""
        self.close_groups(-1)
        for horizon in self._horizons:
            self._give_horizon(horizon)
        self.plan.about.extend(self.loose)
        return self.plan


def _is_right_below(group: Group, last: Group) -> bool:
    """Whether an objective is below the group whose title is right above its own, by its heading or by its id."""
    if group.level is not FoundLevel.OBJECTIVE or last.level not in {FoundLevel.OBJECTIVE, FoundLevel.PILLAR}:
        return False
    extends = bool(last.number and group.number) and id_parts(group.number)[:-1] == id_parts(last.number)
    return extends or (last.rank < group.rank and last.level is FoundLevel.OBJECTIVE)


def _said(horizon: Horizon) -> list[tuple[Field, Words]]:
    return [(horizon.says, horizon.words), *horizon.fields]


def fold(text: str) -> str:
    """A text in lower case with single spaces, to compare it."""
    return " ".join(text.casefold().split())


def same_title(entry: FoundEntry, number: str, title: Words) -> bool:
    """Whether words name an entry again."""
    if number and entry.number and number != entry.number:
        return False
    return fold(entry.title.text) == fold(title.text) or (bool(number) and number == entry.number and not title.text)


def add_words(entry: FoundEntry, found: Field, words: Words) -> None:
    """Add what a row says to what those above it say; the second half of a sentence or date is joined to the first."""
    before = entry.fields.setdefault(found, [])
    if before and before[-1].text and words.text and _goes_on(found, before[-1].text, words.text):
        before[-1] = join_words(before[-1], words)
    else:
        before.append(words)


def _goes_on(found: Field, first: str, then: str) -> bool:
    if found in {Field.DUE, Field.START}:
        if re.fullmatch(r"20\d\d(?:\s*[-/]\s*\d\d)?", then.strip()) and not re.search(r"20\d\d", first):
            return bool(re.search(r"(?i)[a-z]{3}", first)) and not re.search(r"\d+ (?:month|year)|going", first)
        return not (is_timeline(first) and is_timeline(then)) or first.rstrip().endswith(("-", "–", "/", "to"))
    return then[0].islower() or first.rstrip().endswith(
        (",", " of", " and", " for", " the", "-", "–", "/", " to", " &", " in", " with")
    )


def join_words(first: Words, then: Words) -> Words:
    """Two parts of one text."""
    return replace(
        first, paragraphs=first.paragraphs + then.paragraphs, text=f"{first.text.rstrip()} {then.text.lstrip()}".strip()
    )


def has_actions(entries: Iterable[FoundEntry]) -> bool:
    """Whether there is an action among some entries, or below them."""
    return any(entry.level is FoundLevel.ACTION or has_actions(entry.children) for entry in entries)


def put_headers(ledger: Ledger, paragraphs: Iterable[Paragraph]) -> None:
    """These are headers: they say what others are, and nothing else."""
    ledger.put(paragraphs, HEADER)
