"""The text as Word shows it when all changes are accepted: paragraphs, tables and words, without what wraps them."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.controls import control_value

_WRAPPERS: Final = frozenset({"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:bdo", "w:dir"})
_REMOVED: Final = frozenset({"w:del", "w:moveFrom", "w:sdtPr", "w:customXmlPr", "w:smartTagPr"})
_CHOICES: Final = "mc:AlternateContent"
_CONTROL: Final = "w:sdt"
_SETTLED: Final = _WRAPPERS | _REMOVED | {_CHOICES, _CONTROL}
_WRITTEN: Final = frozenset({"w:t", "w:sym", "w:br", "w:cr", "w:tab", "w:noBreakHyphen", "w:drawing", "w:pict"})
_NOTHING: Final = "w:proofErr"


def settle(root: Element) -> None:
    """Take out what is deleted or said twice, and put what is wrapped in the place of its wrapper."""
    for parent in root.iter():
        # Within properties the same names are marks: "this row is deleted".
        if not parent.tag.endswith("Pr") and any(child.tag in _SETTLED for child in parent):
            parent[:] = [kept for child in parent for kept in _settled(child)]


def _settled(element: Element) -> Iterator[Element]:
    if element.tag not in _SETTLED:
        yield element
    elif element.tag not in _REMOVED:
        for child in _inner(element):
            yield from _settled(child)


def _inner(wrapper: Element) -> Element | tuple[()]:
    if wrapper.tag == _CONTROL:
        return _control_content(wrapper)
    if wrapper.tag == _CHOICES:
        return _chosen(wrapper)
    return wrapper


def _chosen(choices: Element) -> Element | tuple[()]:
    """What newer programs read: the copy for older ones says the same once more."""
    for name in ("mc:Choice", "mc:Fallback"):
        found = choices.find(name)
        if found is not None:
            return found
    return ()


def _control_content(control: Element) -> Element | tuple[()]:
    """What is in a content control; its value instead of its words, where these say something else."""
    content = control.find("w:sdtContent")
    if content is None:
        return ()
    value = control_value(control, content)
    if value is not None:
        _write_instead(content, value)
    return content


def _write_instead(content: Element, value: str) -> None:
    """Replace all words by one value. The paragraphs, cells and rows that they are in stay."""
    written = [element for element in content.iter() if element.tag in _WRITTEN]
    for element in written:
        element.tag = _NOTHING
        element[:] = []
    if value:
        run = Element("w:r")
        text = Element("w:t")
        text.text = value
        run.append(text)
        paragraph = next(content.iter("w:p"), content)
        paragraph.append(run)
