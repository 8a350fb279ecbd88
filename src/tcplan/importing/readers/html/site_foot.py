"""The foot of a site, which stands below every page of it: no part of the plan, and told in its own words."""

from collections.abc import Iterator
from typing import Final

from tcplan.importing.document import Remark
from tcplan.importing.readers.html.elements import HtmlElement

_LONGEST: Final = 300
"""The characters of a foot that are told: some hold the map of the whole site."""


def find_feet(root: HtmlElement) -> list[HtmlElement]:
    """The feet outside of the main part, where a page says what its main part is."""
    if not any(one.tag == "main" for one in root.walk()):
        return []
    return list(_feet_outside(root))


def _feet_outside(node: HtmlElement) -> Iterator[HtmlElement]:
    for child in node.elements():
        if child.tag == "footer":
            yield child
        elif child.tag not in {"main", "article", "section"}:
            yield from _feet_outside(child)


def tell_feet(feet: list[HtmlElement]) -> Iterator[Remark]:
    """What stands in them."""
    for foot in feet:
        words = " ".join(" ".join(piece.split()) for piece in _pieces(foot) if piece.strip())
        if words:
            shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
            yield Remark(f"the foot of the site was not read: {shown}")


def _pieces(node: HtmlElement) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _pieces(child)
