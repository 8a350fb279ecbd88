"""Where a plan names owners, and what the institution's glossary knows of them."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.model.institution import Owner
from tcplan.model.parts import Update
from tcplan.rules.support.context import Context
from tcplan.rules.support.similar_names import SimilarNames
from tcplan.values.text_length import shortened
from tcplan.workspace import Node, PlanFile


@cache
def to_be_named_pattern() -> re.Pattern[str]:
    """What stands in the place of a name while nobody has one; `tbc` is the word that reports know."""
    return re.compile(
        r"\W*|(?:tbc|tbd|tba)\b.*"
        r"|to be (?:confirmed|decided|named|appointed|announced|agreed|determined|identified)\b.*"
        r"|vacant|unassigned|none|n/?a",
        re.DOTALL,
    )


class OwnerMention(NamedTuple):
    """A name as it stands in a plan; `says` begins the sentence about it: `action 2.3.1 is led by`."""

    path: Path
    name: str
    says: str

    @property
    def sentence(self) -> str:
        """Who names the owner, as it is written: action 2.3.1 is led by `HRDO`."""
        return f"{self.says} `{shortened(self.name)}`"


def is_named(name: str) -> bool:
    """Whether this is a name, and not a word that holds its place."""
    return to_be_named_pattern().fullmatch(" ".join(name.lower().split()).strip("[](). ")) is None


def owners_named(plan: PlanFile) -> Iterator[OwnerMention]:
    """Every lead and owner, in the order of the tables."""
    for node in plan.tree.nodes:
        yield from (one for one in owners_of(node) if is_named(one.name))


def everybody_named(plan: PlanFile) -> Iterator[OwnerMention]:
    """Every lead and owner, then everybody who has reported."""
    yield from owners_named(plan)
    yield from _reporters((), "the plan", plan.plan.updates)
    for node in plan.tree.nodes:
        yield from _reporters(node.path, f"{node.level} {node.id}", node.entry.updates)


def owners_of(node: Node) -> Iterator[OwnerMention]:
    """The lead of an entry, then its owners, also those who are still to be named."""
    who = f"{node.level} {node.id}"
    if node.entry.lead:
        yield OwnerMention((*node.path, "lead"), node.entry.lead, f"{who} is led by")
    for index, name in enumerate(node.entry.owners):
        yield OwnerMention((*node.path, "owners", index), name, f"{who} is owned by")


def _reporters(path: Path, who: str, updates: tuple[Update, ...]) -> Iterator[OwnerMention]:
    for index, update in enumerate(updates):
        if update.by and is_named(update.by):
            yield OwnerMention((*path, "updates", index, "by"), update.by, f"{who} is reported on by")


class Glossary:
    """The institution's list of owners. Capitals are not told apart, as nowhere in tcplan's reports."""

    def __init__(self, context: Context) -> None:
        home = context.home
        self.owners: tuple[Owner, ...] = home.institution.owners if home.institution else ()
        self.file = home.file.name if home.file else "institution.yaml"
        self._near: dict[str, tuple[str, Owner] | None] = {}
        self._owners: dict[str, list[Owner]] = {}
        for owner in self.owners:
            for _, spelling in spellings_of(owner):
                of_spelling = self._owners.setdefault(same(spelling), [])
                if owner not in of_spelling:
                    of_spelling.append(owner)

    def listed(self, name: str) -> list[Owner]:
        """The owners that a spelling is listed for: one, none, or by mistake several."""
        return self._owners.get(same(name), [])

    def printed(self, name: str) -> str:
        """The name that reports print; a name that is not listed stays as it is."""
        owners = self.listed(name)
        return owners[0].name if owners else name

    def nearly(self, name: str) -> tuple[str, Owner] | None:
        """For a name that is not listed the spelling that is like it, and its owner; None where several are."""
        if name not in self._near:
            found = [] if self.listed(name) else self._likenesses.of(name)
            owners = [(spelling, owner) for spelling in found for owner in self.listed(spelling)]
            self._near[name] = owners[0] if owners and all(owner == owners[0][1] for _, owner in owners) else None
        return self._near[name]

    def meant(self, name: str) -> str:
        """The name that would be printed for it if it were spelt right."""
        near = self.nearly(name)
        return near[1].name if near else self.printed(name)

    @cached_property
    def _likenesses(self) -> SimilarNames:
        return SimilarNames(spelling for owner in self.owners for _, spelling in spellings_of(owner))


def spellings_of(owner: Owner) -> Iterator[tuple[Path, str]]:
    """The spellings that an entry of the glossary lists, each with its place in the entry; the one to print first."""
    yield ("name",), owner.name
    if owner.long:
        yield ("long",), owner.long
    yield from ((("also", index), spelling) for index, spelling in enumerate(owner.also))


def same(name: str) -> str:
    """The name as it is compared: in reports `Exec deans` is `Exec Deans`."""
    return " ".join(name.casefold().split())
