"""Words that nobody sees, for those who hear a page: "RAG status:" before a colour, "Skip to main content"."""

from typing import Final

from tcplan.importing.readers.html.elements import HtmlElement

_CLASSES: Final = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "element-invisible"}
    | {
        "govuk-visually-hidden",
        "u-visually-hidden",
        "is-visually-hidden",
        "sr-only-focusable",
        "offscreen",
        "show-for-sr",
    }
)
"""Classes of the frameworks in use."""


def find_spoken(node: HtmlElement) -> list[HtmlElement]:
    """The elements below one that are only heard, if something else in it is seen; alone they are all that it says."""
    spoken = [one for one in node.walk() if not _CLASSES.isdisjoint(one.classes())]
    return spoken if spoken and _is_seen(node, spoken) else []


def find_skip_links(root: HtmlElement) -> list[HtmlElement]:
    """The links that lead past the navigation."""
    return [one for one in root.walk() if one.tag == "a" and not _CLASSES.isdisjoint(one.classes())]


def _is_seen(node: HtmlElement, spoken: list[HtmlElement]) -> bool:
    if any(node is one for one in spoken):
        return False
    return any(_is_seen(child, spoken) if isinstance(child, HtmlElement) else child.strip() for child in node.children)
