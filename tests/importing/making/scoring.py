"""How much of a plan was found: each action of the truth beside the one that was read, field by field."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from importing.making.contents import FILLS, TrueAction
from importing.making.layouts import FIELDS, Layout

from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan


@dataclass
class Score:
    """The figures of one layout; a field that the layout does not tell has to be empty."""

    name: str
    wanted: int = 0
    found: int = 0
    matched: int = 0
    right: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the actions that was found."""
        return self.matched / self.wanted

    @property
    def precision(self) -> float:
        """The share of what was found that is an action."""
        return self.matched / self.found if self.found else 0.0

    def share(self, name: str) -> float:
        """The share of matched actions with this field right."""
        return self.right[name] / self.matched if self.matched else 0.0

    @property
    def is_perfect(self) -> bool:
        """Whether all is right."""
        return self.recall == self.precision == 1.0 and all(self.share(name) == 1.0 for name in FIELDS)


def fold(text: str) -> str:
    """Words without signs and capitals."""
    return " ".join(re.findall(r"[\w%]+", text.casefold()))


@dataclass
class ReadAction:
    """An action with what is above it."""

    entry: FoundEntry
    above: tuple[FoundEntry, ...]


def actions_of(entries: Iterable[FoundEntry], above: tuple[FoundEntry, ...] = ()) -> Iterator[ReadAction]:
    """The actions of a plan, in order."""
    for entry in entries:
        if entry.level is FoundLevel.ACTION:
            yield ReadAction(entry, above)
        elif entry.level is not FoundLevel.STEP:
            yield from actions_of(entry.children, (*above, entry))


def _told(action: TrueAction) -> dict[str, str]:
    return {
        "number": action.number,
        "pillar": action.pillar,
        "objective": action.objective,
        "lead": action.lead,
        "owners": " ".join(action.owners),
        "start": action.start,
        "due": action.due,
        "priority": action.priority,
        "themes": action.themes,
        "success": " ".join(action.success),
        "rag": action.rag,
        "report": action.progress,
        "steps": " ".join(action.steps),
    }


_COLOURS = {fill: colour for colour, fill in FILLS.items()}


def _read(action: ReadAction) -> dict[str, str]:
    fields: Mapping[Field, str] = {
        found: " ".join(one.text or _COLOURS.get(one.fill, "") for one in several)
        for found, several in action.entry.fields.items()
    }
    above = {entry.level: entry.title.text for entry in action.above}
    return {
        "number": action.entry.number,
        "pillar": above.get(FoundLevel.PILLAR, ""),
        "objective": above.get(FoundLevel.OBJECTIVE, ""),
        **{
            name: fields.get(Field(name), "")
            for name in FIELDS
            if name not in {"number", "pillar", "objective", "steps"}
        },
        "steps": " ".join(step.title.text for step in action.entry.children),
    }


def score(layout: Layout, plans: list[FoundPlan]) -> Score:
    """Compare what was found with the truth."""
    result = Score(layout.name)
    if len(plans) != len(layout.plans):
        result.mistakes.append(f"{len(plans)} plans instead of {len(layout.plans)}")
    for place, wanted in enumerate(layout.plans):
        read = list(actions_of(plans[place].entries)) if place < len(plans) else []
        result.wanted += len(wanted)
        result.found += len(read)
        left = list(read)
        for action in wanted:
            same = next((one for one in left if fold(one.entry.title.text) == fold(action.title)), None)
            if same is None:
                result.mistakes.append(f"no action {action.number} {action.title!r}")
                continue
            left.remove(same)
            result.matched += 1
            _score_fields(result, layout, action, same)
        result.mistakes += [f"not an action: {one.entry.title.text!r}" for one in left]
    result.found += sum(len(list(actions_of(plan.entries))) for plan in plans[len(layout.plans) :])
    return result


def _score_fields(result: Score, layout: Layout, action: TrueAction, read: ReadAction) -> None:
    told, found = _told(action), _read(read)
    for name in FIELDS:
        wanted = told[name] if name in layout.tells else ""
        if fold(found[name]) == fold(wanted):
            result.right[name] += 1
        else:
            result.mistakes.append(f"{action.number} {name}: {found[name]!r} instead of {wanted!r}")


def as_table(scores: Iterable[Score]) -> str:
    """The scores, a layout a line."""
    lines = [" ".join([f"{'layout':46}", " rec", "prec", *(name[:4] for name in FIELDS)])]
    for one in scores:
        figures = [one.recall, one.precision, *(one.share(name) for name in FIELDS)]
        lines.append(" ".join([f"{one.name[:46]:46}", *(f"{figure:4.2f}" for figure in figures)]))
    return "\n".join(lines)
