"""Plans in memory for tests of movement: written by hand, or at random in two versions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tcplan.files.settings import Settings
from tcplan.progress import Assessment, assess
from tcplan.workspace import Workspace

COLOURS = ("grey", "red", "amber", "green", "blue")
FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
KEYS = (
    "",
    "rag: {green: {means: in-progress}}\n",
    "rag: {blue: {means: paused}, green: {means: complete}}\n",
    "rag: {grey: {means: on-track}}\n",
)


@dataclass(frozen=True)
class TextSource:
    """A source of files in memory."""

    texts: dict[str, str]
    settings: Settings = Settings()

    def names(self) -> tuple[str, ...]:
        """All files, as they were given: their order makes no difference."""
        return tuple(self.texts)

    def read(self, name: str) -> bytes:
        """The bytes of one."""
        return self.texts[name].encode()


@dataclass(frozen=True)
class RandomAction:
    """An action as a random plan has it: its id, and the lines of everything else."""

    id: str
    title: str
    keys: tuple[str, ...]
    updates: tuple[str, ...]

    def lines(self) -> str:
        """The action as a file has it."""
        keys = [f"title: {self.title}", *self.keys]
        keys += ["updates:", *(f"  - {{{one}}}" for one in self.updates)] if self.updates else []
        return "".join(f"    {line}\n" for line in keys).replace("    ", f"  - id: {self.id}\n    ", 1)


def read_plan(text: str, day: date | str, institution: str = "", *, turned: bool = False) -> Assessment:
    """The plan of this text on a day; with the files of its workspace the other way round, if they are `turned`."""
    files = {
        "plans/u/institution.yaml": f"kind: institution\nformat: 1\nname: U\n{institution}",
        "plans/u/other.yaml": "kind: plan\nformat: 1\ntitle: Other\nactions: [{id: 1, title: x}]\n",
        "plans/u/plan.yaml": f"kind: plan\nformat: 1\ntitle: P\n{text}",
    }
    files = dict(reversed(files.items())) if turned else files
    workspace = Workspace(TextSource(files))
    for file in workspace.files:
        assert not file.shaped.problems, file.shaped.problems
    folder = workspace.folders["plans/u"]
    return assess(workspace, folder, folder.plans["plan"], date.fromisoformat(str(day)))


def plan_text(actions: Sequence[RandomAction], key: str = "", measures: str = "") -> str:
    """A plan of these actions, under two pillars."""
    head = f"period: {{start: 2024-01, end: 2027-12}}\nreview_every: 6 months\n{key}{measures}"
    pillars = "pillars:\n  - {id: 1, title: First}\n  - {id: 2, title: Second}\n"
    return head + pillars + "actions:" + ("\n" if actions else " []\n") + "".join(one.lines() for one in actions)


def random_actions(random: Random, most: int = 9) -> list[RandomAction]:
    """One action or more: reported or not, begun or not, with slips, added later, or closed."""
    return [_action(random, f"{random.choice('12')}.{number}") for number in range(1, random.randint(1, most) + 1)]


def changed(random: Random, actions: Sequence[RandomAction]) -> list[RandomAction]:
    """Another version of the same: actions come, go, change their order, get other numbers and more reports."""
    found = [_changed_action(random, one) for one in actions if random.random() > 0.15]
    if random.random() < 0.3:
        found = [replace(one, id=f"{one.id}0", keys=(*one.keys, f"formerly: {one.id}")) for one in found]
    found += [_action(random, f"2.{number}") for number in range(91, 91 + random.randint(0, 2))]
    random.shuffle(found)
    return found


def random_day(random: Random) -> date:
    """A day in the period, or a little before or after it."""
    return FIRST + timedelta(days=random.randint(-100, (LAST - FIRST).days + 200))


def _action(random: Random, id_: str) -> RandomAction:
    keys = []
    if random.random() < 0.7:
        keys.append(f"due: {random_day(random)}")
    if random.random() < 0.3:
        keys.append(f"start: {random_day(random)}")
    if random.random() < 0.2:
        keys.append(f"added: {random_day(random)}")
    if random.random() < 0.2:
        keys.append(f"closed: {{date: {random_day(random)}, as: withdrawn}}")
    updates = sorted(_update(random) for _ in range(random.choice((0, 0, 1, 2, 4))))
    return RandomAction(id_, f"Action {id_} {random.randint(0, 99)}", tuple(keys), tuple(updates))


def _changed_action(random: Random, one: RandomAction) -> RandomAction:
    if random.random() < 0.3:
        one = replace(one, updates=tuple(sorted((*one.updates, _update(random)))))
    if random.random() < 0.2:
        one = replace(one, keys=tuple(key for key in one.keys if random.random() < 0.5))
    return replace(one, title=f"{one.title} anew") if random.random() < 0.2 else one


def _update(random: Random) -> str:
    parts = [f"date: {random_day(random)}"]
    if random.random() < 0.85:
        parts.append(f"rag: {random.choice(COLOURS)}")
    if random.random() < 0.2:
        parts.append(f"due: {random_day(random)}")
    return ", ".join(parts)
