"""What all parts of a document know: the workspace, the names of the institution, and the targets of links."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Final, Self, TypeVar

from tcplan.model import Framework
from tcplan.model.framework import ListItem as FrameworkItem
from tcplan.model.parts import Continues
from tcplan.model.plan import Measure, Voice
from tcplan.model.types import Ref
from tcplan.progress.figures.live_figures import LiveFigures
from tcplan.progress.history import has_come, is_in_plan
from tcplan.values.dates import Day
from tcplan.values.plain_text import markdown_inline
from tcplan.views.documents.anchors import Anchors, LinkTarget, name_anchors
from tcplan.views.documents.parts import Prose, TextItem, ours, prose, published
from tcplan.views.documents.sections import RESERVED
from tcplan.workspace import CaseStudyFile, InstitutionFolder, PlanFile, Workspace, find_plan, is_placeholder, resolve
from tcplan.workspace.consent import published_name

THEMES = "themes"

_SMALL: Final = frozenset(("and", "for", "in", "of", "on", "the", "to"))
"""Words without a capital in a title."""

_Item = TypeVar("_Item", TextItem, TextItem | None)
_Named = TypeVar("_Named", FrameworkItem, Measure, Voice)


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """The surroundings of one document, the same for all its parts, so that they can be built in any order.

    `of_commitment` if it is a document of the Technician Commitment, and of no other charter.
    """

    workspace: Workspace
    folder: InstitutionFolder
    as_of: date
    anchors: Anchors = field(default_factory=Anchors)
    issued: date | None = None
    figures: LiveFigures = field(default_factory=LiveFigures)
    of_commitment: bool = True

    @property
    def day(self) -> date:
        """The day of the document. Nothing later is in it, even where a review shows a plan on a day before."""
        return self.issued or self.as_of

    def on_day(self, day: Day | None) -> Self:
        """The same surroundings for a part that shows an earlier day than the document; a later one cannot be shown."""
        return replace(self, as_of=min(day.last, self.day), issued=self.day) if day else self

    def has_come(self, day: Day | None) -> bool:
        """Whether the document may show something with a date."""
        return has_come(day, self.day)

    def with_targets(self, targets: Iterable[LinkTarget]) -> Self:
        """The same surroundings for a document that prints these targets, and the case studies among them."""
        return replace(self, anchors=name_anchors(targets, RESERVED))

    @property
    def cases(self) -> tuple[CaseStudyFile, ...]:
        """The case studies that the document cites, in the order of their first mention."""
        return tuple(one for target in self.anchors.targets for one in target.about if isinstance(one, CaseStudyFile))

    def theme(self, slug: str) -> TextItem:
        """A theme by its title."""
        found = self._item(self.workspace.framework(THEMES), slug)
        return ours(found.title) if found else TextItem(slug)

    def reporter(self, written: str | None) -> TextItem | None:
        """Who reports, in the spelling of the glossary, if they may be named; None if nobody is."""
        return self._once("reporter", written, self._reporter) if written else None

    def owner(self, written: str) -> TextItem:
        """A lead or owner with the long name from the glossary, and the short one in brackets."""
        return self._once("owner", written, self._owner)

    def entry(self, plan: PlanFile, ref: str, remark: str = "") -> TextItem | None:
        """The entry of a plan that a reference names: its title, the reference, and a link if it is printed.

        None for an entry that had not joined its plan by the day of the document.
        """
        target = resolve(self.workspace, self.folder, plan, ref)
        node, there = target.node, target.plan
        after = f", {remark}" if remark else ""
        if node is None:
            return TextItem(f"{self.entry_in_words(ref)}{after}")
        if not is_in_plan(node, self.day):
            return None
        where = node.id if there is None or there is plan else f"{node.id}, {there.plan.title}"
        return TextItem(f"{node.entry.title} ({where}){after}", anchor=self.anchors.link_to(node))

    def entries(self, plan: PlanFile, refs: Iterable[Ref | Continues]) -> tuple[TextItem, ...]:
        """The entries that references name, each with how it is continued."""
        found = (
            self.entry(plan, one.ref, one.how or "") if isinstance(one, Continues) else self.entry(plan, one)
            for one in refs
        )
        return tuple(one for one in found if one)

    def prose(self, text: str | None, below: int, subject: str) -> Prose | None:
        """A text as prose, in which entries of other plans are named by the titles of these; None if it is empty."""
        return prose(self._with_plan_titles(text) if text and "/" in text else text, below, subject)

    def _with_plan_titles(self, text: str) -> str:
        """The text with `phase-3/1.1` as it reads on paper: `1.1 (Action plan 2024 to 2026)`."""
        return _plan_reference_pattern().sub(self._reference_in_words, text)

    def _reference_in_words(self, found: re.Match[str]) -> str:
        plan = self.folder.plans.get(found["plan"])
        return f"{found['id']} ({markdown_inline(plan.plan.title)})" if plan else found[0]

    def alignment(self, ref: str) -> TextItem:
        """An item of a framework by its title, and what the framework calls it: `Visibility (N8 commitment 3)`."""
        name, _, id_ = ref.partition("/")
        framework = self.workspace.framework(name)
        if framework and not id_:
            return ours(framework.title)
        item = self._item(framework, id_)
        if framework is None or item is None:
            return TextItem(", ".join(filter(None, (name_in_words(name), id_))))
        called = [framework.short or framework.title, framework.item, item.id if _has_digit(item.id) else None]
        return ours(f"{item.title} ({' '.join(filter(None, called))})")

    def plan_title(self, ref: str) -> str:
        """The title of a plan or, if it cannot be read, its name in words."""
        plan = find_plan(self.workspace, self.folder, ref).plan
        return plan.plan.title if plan else name_in_words(ref)

    def named(self, items: tuple[_Named, ...], id_: str | None) -> _Named | None:
        """The first item of this id: each of thousands of entries may name one of thousands."""
        # Reversed, so that of two with one id the first is kept. The items are kept too: what identifies them is where
        # they are in memory.
        _, first = self.workspace.compute_once(
            ("by id", id(items)), lambda: (items, {one.id: one for one in reversed(items)})
        )
        return first.get(id_ or "")

    def entry_in_words(self, ref: str) -> str:
        """A reference to an entry by its number, and the title or name of its plan if it has one."""
        plan, _, id_ = ref.rpartition("/")
        return f"{id_}, {self.plan_title(plan)}" if plan else id_

    def _once(self, role: str, written: str, make: Callable[[str], _Item]) -> _Item:
        """The item for a name, made once: thousands of entries name the same few offices."""
        return self.workspace.compute_once((role, self.folder.path, written), lambda: make(written))

    def _reporter(self, written: str) -> TextItem | None:
        glossary = self.folder.glossary
        return published(published_name(written, glossary)) if glossary.named(written) else None

    def _owner(self, written: str) -> TextItem:
        if is_placeholder(written):
            return TextItem("To be confirmed", ours=True)
        return published(published_name(written, self.folder.glossary, in_full=True))

    def _item(self, framework: Framework | None, id_: str) -> FrameworkItem | None:
        return self.named(framework.items, id_) if framework else None


@cache
def _plan_reference_pattern() -> re.Pattern[str]:
    """A plan by the name of its file, and an entry of it; not a part of an address, and not in code."""
    return re.compile(r"(?<![\w/.`-])(?P<plan>[a-z][\w-]*)/(?P<id>\d+(?:\.\d+)*)(?![\w/`%-]|\.\d)")


def name_in_words(name: str) -> str:
    """What a file is called, for readers who do not know the files: `phase-2` is Phase 2."""
    words = name.rpartition("/")[2].replace("-", " ").replace("_", " ").split()
    return " ".join(
        _with_capital(word) if word not in _SMALL or not place else word for place, word in enumerate(words)
    )


def _with_capital(word: str) -> str:
    return f"{word[:1].upper()}{word[1:]}"


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
