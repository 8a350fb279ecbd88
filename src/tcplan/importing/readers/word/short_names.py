"""The XML of Word with short names: `w:p` for a paragraph, whether the file is of the strict or the usual kind."""

from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.xml_parts import read_tree

_MAX_DIGITS: Final = 8
_USUAL: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_PREFIXES: Final = {
    _USUAL + "wordprocessingml/2006/main": "w",
    _STRICT + "wordprocessingml/main": "w",
    _USUAL + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _USUAL + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _USUAL + "drawingml/2006/picture": "pic",
    _STRICT + "drawingml/picture": "pic",
    _USUAL + "drawingml/2006/diagram": "dgm",
    _STRICT + "drawingml/diagram": "dgm",
    _USUAL + "drawingml/2006/chart": "c",
    _STRICT + "drawingml/chart": "c",
    _USUAL + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _USUAL + "markup-compatibility/2006": "mc",
    _USUAL + "package/2006/relationships": "rel",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}


class _ShortNames(dict[str, str]):
    """Long names and the short ones; a name of an unknown namespace stays as it is."""

    def __missing__(self, name: str) -> str:
        uri, _, local = name[1:].partition("}")
        prefix = _PREFIXES.get(uri)
        short = f"{prefix}:{local}" if prefix and name.startswith("{") else name
        self[name] = short
        return short


def read_short(archive: Archive, part: str) -> Element | None:
    """The root of a part with short names; None if there is no such part."""
    if not part or part not in archive:
        return None
    root = read_tree(archive, part)
    names = _ShortNames()
    for element in root.iter():
        element.tag = names[element.tag]
        if element.attrib:
            _shorten_attributes(element.attrib, names)
    return root


def _shorten_attributes(attributes: dict[str, str], names: _ShortNames) -> None:
    for name in tuple(attributes):
        if name.startswith("{"):
            attributes[names[name]] = attributes.pop(name)


def descend(element: Element, *names: str) -> Element | None:
    """The first child of the first child by their names. Paths of ElementTree take a colon for something else."""
    found: Element | None = element
    for name in names:
        found = None if found is None else found.find(name)
    return found


def value(parent: Element | None, name: str, default: str = "") -> str:
    """The `w:val` of a child."""
    child = None if parent is None else parent.find(name)
    return default if child is None else child.get("w:val", default)


def number(text: str | None, default: int = 0) -> int:
    """A whole number as XML has it, small enough for a document; the default for anything else."""
    if text and len(text) <= _MAX_DIGITS and text.lstrip("-").isdecimal() and text.isascii():
        return int(text)
    return default


def is_on(element: Element | None) -> bool | None:
    """Whether a switch is on; None where it is not there."""
    return None if element is None else element.get("w:val", "on") not in {"0", "false", "off", "none"}
