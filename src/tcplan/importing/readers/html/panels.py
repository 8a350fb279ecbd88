"""Parts of a page that a tab or a button shows: their words belong to the page, whether they are shown now or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.html.styles import PageStyles

_MOST: Final = 2000
_LEVELS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CONTENT: Final = frozenset({"table", "ul", "ol", "dl", "p", *_LEVELS})
_LINKS: Final = 0.5


@dataclass
class PagePanels:
    """The panels of a page.

    Attributes:
        titles: The words of the tab or button of each panel, which are its heading; empty where it has its own.
        controls: The tabs and buttons whose words are such headings.
    """

    titles: dict[int, str] = field(default_factory=dict)
    controls: list[HtmlElement] = field(default_factory=list)


def find_panels(root: HtmlElement, styles: PageStyles) -> PagePanels:
    """The panels of which the page hides some; where it hides none, they are read like anything else."""
    nodes = {node.attributes["id"]: node for node in root.walk() if node.attributes.get("id")}
    found: dict[int, tuple[HtmlElement, HtmlElement | None]] = {}
    for control in list(_controls(root))[:_MOST]:
        for name in _targets_of(control):
            if name in nodes and _has_content(nodes[name]):
                found.setdefault(id(nodes[name]), (nodes[name], control))
    for node in root.walk():
        if node.attributes.get("role", "").lower() == "tabpanel":
            found.setdefault(id(node), (node, nodes.get(node.attributes.get("aria-labelledby", ""))))
    if not any(styles.is_unseen(node) for node, _ in found.values()):
        return PagePanels()
    panels = PagePanels()
    for key, (node, label_node) in found.items():
        label = " ".join(label_node.text().split()) if label_node is not None else ""
        has_heading = any(one.tag in _LEVELS for one in node.walk())
        panels.titles[key] = "" if has_heading else label
        says_the_same = any(label == " ".join(one.text().split()) for one in node.walk() if one.tag in _LEVELS)
        if label_node is not None and label and (not has_heading or says_the_same):
            panels.controls.append(label_node)
    return panels


def _controls(root: HtmlElement) -> Iterator[HtmlElement]:
    return (node for node in root.walk() if node.tag in {"a", "button", "li", "div", "span", "h2", "h3", "h4"})


def _targets_of(control: HtmlElement) -> Iterator[str]:
    """The names of the elements that a tab or a button shows."""
    attributes = control.attributes
    yield from attributes.get("aria-controls", "").split()
    for name in ("data-bs-target", "data-target", "data-tab", "href"):
        value = attributes.get(name, "").strip()
        if value and (name != "href" or value.startswith("#")):
            yield value.removeprefix("#")
    yield from _quoted_pattern().findall(attributes.get("onclick", "")[:500])


def _has_content(node: HtmlElement) -> bool:
    """Whether an element holds more than links, such as a menu does."""
    inner = list(node.walk())
    letters = len(node.text().strip())
    linked = sum(len(one.text().strip()) for one in inner if one.tag == "a")
    return letters > 0 and linked <= letters * _LINKS and any(one.tag in _CONTENT for one in inner)


@cache
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(r"""["']#?([\w-]{1,80})["']""")
