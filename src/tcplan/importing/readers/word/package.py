"""The parts of a Word file, and what refers to what."""

import posixpath
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.word.settling import settle
from tcplan.importing.readers.word.short_names import read_short

_USUAL: Final = "word/document.xml"


class Relationship(NamedTuple):
    """What a part refers to: another part, or an address."""

    kind: str
    target: str
    is_outside: bool


class WordPackage:
    """A Word file that is open."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._top = read_relationships(archive, "")
        named = main_part(archive)
        self.main = named if named in archive else _USUAL
        self.relationships = read_relationships(archive, self.main)

    def main_root(self) -> Element | None:
        """The part that holds the text, as it is when all changes are accepted."""
        return _settled(read_short(self.archive, self.main))

    def root(self, kind: str) -> Element | None:
        """The part of this kind that the text refers to, such as `styles`; None if there is none."""
        return self._part(self.relationships, kind)

    def roots(self, kinds: Collection[str], most: int) -> Iterator[Element]:
        """The parts of some kinds that the text refers to, such as the headers of its sections; no more than `most`."""
        found = [one.target for one in self.relationships.values() if one.kind in kinds and not one.is_outside]
        for target in list(dict.fromkeys(found))[:most]:
            root = _settled(read_short(self.archive, target))
            if root is not None:
                yield root

    def properties(self) -> Element | None:
        """The part with the title."""
        return self._part(self._top, "core-properties")

    def _part(self, relationships: dict[str, Relationship], kind: str) -> Element | None:
        parts = (one.target for one in relationships.values() if one.kind == kind and not one.is_outside)
        return _settled(read_short(self.archive, next(parts, "")))

    def take_diagram(self, relationship_id: str) -> Element | None:
        """The part with the words of a diagram; None if it has been taken before."""
        target = self.relationships.pop(relationship_id, None)
        return None if target is None or target.is_outside else read_short(self.archive, target.target)


def _settled(root: Element | None) -> Element | None:
    if root is not None:
        settle(root)
    return root


def main_part(archive: Archive) -> str:
    """The name of the part that holds the document itself, in any office format; empty if the file does not say."""
    top = read_relationships(archive, "")
    return next((one.target for one in top.values() if one.kind == "officeDocument" and not one.is_outside), "")


def read_relationships(archive: Archive, part: str) -> dict[str, Relationship]:
    """What a part refers to by its ids; `part` is empty for the file as a whole."""
    folder, name = posixpath.split(part)
    root = read_short(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    if root is None:
        return {}
    return {one.get("Id", ""): _relationship(one, folder) for one in root.iter("rel:Relationship")}


def _relationship(element: Element, folder: str) -> Relationship:
    target = element.get("Target", "")
    is_outside = element.get("TargetMode", "") == "External"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(element.get("Type", "").rpartition("/")[2], target, is_outside)
