"""Where a plan names owners, and which spelling in the institution's glossary a name nearly matches."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.model.institution import Owner
from tcplan.model.parts import Update
from tcplan.rules.support.context import Context
from tcplan.rules.support.similar_names import SimilarNames
from tcplan.values.text_length import shortened
from tcplan.workspace import INSTITUTION_STEM, Glossary, InstitutionFolder, Node, PlanFile, is_placeholder
from tcplan.workspace.glossary import spellings_of


class OwnerMention(NamedTuple):
    """A name as it is written in a plan; `says` begins the sentence about it: `action 2.3.1 is led by`."""

    path: Path
    name: str
    says: str

    @property
    def sentence(self) -> str:
        """The sentence with the name as it is written: action 2.3.1 is led by `HRDO`."""
        return f"{self.says} `{shortened(self.name)}`"


def owners_named(plan: PlanFile, context: Context) -> list[OwnerMention]:
    """Every lead and owner, in the order of the tables."""
    return context.compute_once(("owners", plan.file.name), lambda: list(_owners_named(plan)))


def everybody_named(plan: PlanFile, context: Context) -> list[OwnerMention]:
    """Every lead and owner, then all people who have reported."""
    return context.compute_once(
        ("everybody", plan.file.name), lambda: [*owners_named(plan, context), *_everybody_reporting(plan)]
    )


def owners_of(node: Node) -> Iterator[OwnerMention]:
    """The lead of an entry, then its owners, including those who are still to be confirmed."""
    who = f"{node.level} {node.id}"
    if node.entry.lead:
        yield OwnerMention((*node.path, "lead"), node.entry.lead, f"{who} is led by")
    for index, name in enumerate(node.entry.owners):
        yield OwnerMention((*node.path, "owners", index), name, f"{who} is owned by")


def near_spellings(context: Context) -> "NearSpellings":
    """The spellings of the institution's glossary, with what the rules have asked for so far."""
    return context.compute_once("near spellings", lambda: NearSpellings(context.folder.glossary))


def _owners_named(plan: PlanFile) -> Iterator[OwnerMention]:
    for node in plan.tree.nodes:
        yield from (one for one in owners_of(node) if not is_placeholder(one.name))


def _everybody_reporting(plan: PlanFile) -> Iterator[OwnerMention]:
    yield from _reporters((), "the plan", plan.plan.updates)
    for node in plan.tree.nodes:
        if node.entry.updates:
            yield from _reporters(node.path, f"{node.level} {node.id}", node.entry.updates)


def _reporters(path: Path, who: str, updates: tuple[Update, ...]) -> Iterator[OwnerMention]:
    for index, update in enumerate(updates):
        if update.by and not is_placeholder(update.by):
            yield OwnerMention((*path, "updates", index, "by"), update.by, f"{who} is reported on by")


class NearSpellings:
    """The spellings of a glossary, to find the one that a name nearly matches."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._near: dict[str, tuple[str, Owner] | None] = {}

    def of(self, name: str) -> tuple[str, Owner] | None:
        """The spelling that is like a name that is not listed, and its owner; None if there are several owners."""
        if name not in self._near:
            listed = self._glossary.listed
            found = [] if listed(name) else self._similar.of(name)
            owners = [(spelling, owner) for spelling in found for owner in listed(spelling)]
            self._near[name] = owners[0] if owners and all(owner == owners[0][1] for _, owner in owners) else None
        return self._near[name]

    def meant(self, name: str) -> str:
        """The name that would be printed for it if it were spelt correctly."""
        near = self.of(name)
        return near[1].name if near else self._glossary.canonical(name)

    @cached_property
    def _similar(self) -> SimilarNames:
        return SimilarNames(spelling for owner in self._glossary.owners for _, spelling in spellings_of(owner))


def count_in_lists(plan: PlanFile, context: Context) -> Counter[tuple[Path, str]]:
    """How often each list of owners names an owner: a fix must not write a name into a list that already has it."""
    named = (one for one in owners_named(plan, context) if one.path[-2] == "owners")
    return Counter((one.path[:-1], near_spellings(context).meant(one.name)) for one in named)


def glossary_file(folder: InstitutionFolder) -> str:
    """The file that holds the glossary of owners, or would."""
    return folder.file.name if folder.file else f"{INSTITUTION_STEM}.yaml"
