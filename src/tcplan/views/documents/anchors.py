"""The anchors of a document: the targets of its links, all named before its first part is built."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Something that a document prints and that a link can lead to.

    `about` identifies it: the entry, or the review and the entry that it reviews. Its anchor is made of
    `words`.
    """

    about: tuple[object, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anchors:
    """The targets of a document in the order of their first mention, and the anchor of each.

    Targets differ by the identity of what they are about, because two entries of a plan can be equal. The targets are
    kept here so that Python gives no identity to another object while the document is built.
    """

    targets: tuple[LinkTarget, ...] = ()
    _by_identity: Mapping[tuple[int, ...], str] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, *about: object) -> str:
        """The anchor of something that the document prints; raises KeyError for anything else."""
        return self._by_identity[_identity(about)]

    def link_to(self, *about: object) -> str:
        """The anchor that a link to something leads to, empty if the document does not print it."""
        return self._by_identity.get(_identity(about), "")


def name_anchors(targets: Iterable[LinkTarget], reserved: Iterable[str]) -> Anchors:
    """An anchor for each target that no other target has and that is not `reserved`; the same for the same files."""
    unique: dict[tuple[int, ...], LinkTarget] = {}
    for target in targets:
        unique.setdefault(_identity(target.about), target)
    taken, names = set(reserved), {}
    for identity, target in unique.items():
        names[identity] = _free_name(target.words, taken)
        taken.add(names[identity])
    return Anchors(tuple(unique.values()), MappingProxyType(names))


def _free_name(words: tuple[str, ...], taken: set[str]) -> str:
    wanted = _unsafe_pattern().sub("-", "-".join(words)).strip("-") or "part"
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _identity(about: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(map(id, about))


@cache
def _unsafe_pattern() -> re.Pattern[str]:
    """What an address would have to escape."""
    return re.compile(r"[^A-Za-z0-9._-]+")
