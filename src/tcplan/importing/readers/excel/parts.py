"""The parts of a workbook: its XML without namespaces, and what one part says about another."""

import posixpath
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.xml_parts import read_tree


class Relation(NamedTuple):
    """What a part says about another: the last word of its type, and where it is; `is_outside` is never followed."""

    kind: str
    target: str
    is_outside: bool


def read_plain_tree(archive: Archive, name: str) -> Element:
    """The XML of a part with plain names; strict and transitional workbooks have other namespaces for the same."""
    root = read_tree(archive, name)
    for element in root.iter():
        element.tag = local_name(element.tag)
        if any("}" in key for key in element.attrib):
            element.attrib = {local_name(key): value for key, value in element.attrib.items()}
    return root


def local_name(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def read_relations(archive: Archive, part: str) -> dict[str, Relation]:
    """What `part` says about others, by the ids it uses for them; empty where the file has nothing about it."""
    folder, _, name = part.rpartition("/")
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in archive:
        return {}
    found = {}
    for element in read_plain_tree(archive, source).iter("Relationship"):
        kind = element.get("Type", "").rpartition("/")[2]
        is_outside = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        found[element.get("Id", "")] = Relation(kind, target if is_outside else _resolve(folder, target), is_outside)
    return found


def parts_of_kind(relations: dict[str, Relation], kind: str, archive: Archive) -> list[str]:
    """The parts that are there and are of one kind, such as `comments`."""
    inside = (one for one in relations.values() if one.kind == kind and not one.is_outside)
    return [one.target for one in inside if one.target in archive]


def is_on(value: str | None) -> bool:
    """Whether an attribute says yes; one that is absent says no."""
    return value in {"1", "true", "on"}


def _resolve(folder: str, target: str) -> str:
    """Where a target is in the archive: it begins at the root, or at the folder of the part that names it."""
    plain = unquote(target.replace("\\", "/"))
    return posixpath.normpath(posixpath.join("/", folder, plain)).lstrip("/")
