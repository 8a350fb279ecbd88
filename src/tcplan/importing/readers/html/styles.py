"""How the elements of a page look: their own style, and the rules of the page for one element, class or id."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.readers.html.css_colours import read_css_colour
from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.whole_numbers import read_whole

Declarations = dict[str, str]
"""Properties and their values, both in small letters."""

_MAX_RULES: Final = 5000
_UNSEEN_TAGS: Final = frozenset(
    {"head", "title", "script", "style", "template", "noscript", "datalist"}
    | {"iframe", "object", "svg", "canvas", "audio", "video"}
)
_TELEPHONE: Final = frozenset(
    {"mobile-only", "mobile-label", "show-mobile", "show-on-mobile", "only-mobile", "is-mobile", "hide-desktop"}
    | {"hidden-desktop", "hide-on-desktop", "is-hidden-desktop", "visible-xs", "visible-sm", "visible-phone"}
    | {"visible-xs-block", "visible-xs-inline", "visible-xs-inline-block", "show-for-small-only", "show-for-small"}
    | {"hide-for-medium", "hide-for-large", "d-sm-none", "d-md-none", "d-lg-none", "d-xl-none"}
    | {"sm:hidden", "md:hidden", "lg:hidden", "xl:hidden", "hidden-md", "hidden-lg"}
)
"""Classes of the frameworks in use for copies that only a telephone shows."""

_HIDDEN: Final = frozenset({"d-none", "hidden", "hide", "is-hidden"})
"""Classes for what is hidden, unless another class shows it on wide screens."""


class Look(NamedTuple):
    """What an element adds to the look of what is in it; None where it says nothing."""

    is_struck: bool | None = None
    is_bold: bool | None = None
    colour: str | None = None


@dataclass
class PageStyles:
    """The rules of a page, by the one thing that they ask for: `td`, `.red`, `td.red`, `#plan`."""

    rules: dict[str, Declarations] = field(default_factory=dict)
    has_nested_numbers: bool = False  # whether the number of an item begins with that of the item around it

    def declarations_of(self, node: HtmlElement) -> Declarations:
        """What is declared for an element; what stands nearer to it counts more."""
        found: Declarations = {}
        if self.rules:
            for selector in _selectors(node):
                found |= self.rules.get(selector, {})
        style = node.attributes.get("style", "")
        return found | read_declarations(style) if style else found

    def is_unseen_tag(self, node: HtmlElement) -> bool:
        """Whether an element is one that no page shows, such as a script."""
        return node.tag in _UNSEEN_TAGS

    def is_unseen(self, node: HtmlElement) -> bool:
        """Whether an element is not shown on a wide screen."""
        attributes = node.attributes
        if node.tag in _UNSEEN_TAGS or "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
            return True
        if node.tag == "input" and attributes.get("type", "").lower() == "hidden":
            return True
        if node.tag == "dialog" and "open" not in attributes:
            return True
        classes = node.classes()
        if not (_TELEPHONE | _HIDDEN).isdisjoint(classes) and not any(map(_wide_pattern().fullmatch, classes)):
            return True
        declared = self.declarations_of(node)
        return (
            declared.get("display", "").startswith("none")
            or declared.get("visibility", "").startswith(("hidden", "collapse"))
            or declared.get("mso-hide", "") == "all"
        )

    def look_of(self, node: HtmlElement) -> Look:
        """What an element says about the look of its words."""
        declared = self.declarations_of(node)
        line = declared.get("text-decoration", "") + declared.get("text-decoration-line", "")
        is_struck = True if node.tag in {"del", "s", "strike"} or "line-through" in line else None
        weight = declared.get("font-weight", "")
        is_bold = True if node.tag in {"b", "strong", "th"} or node.tag in _HEADINGS else None
        if weight:
            is_bold = weight.startswith("bold") or read_whole(weight) >= _BOLD
        colour = read_css_colour(
            declared.get("color", "") or (node.attributes.get("color", "") if node.tag == "font" else "")
        )
        return Look(is_struck, is_bold, colour or None)

    def fill_of(self, node: HtmlElement) -> str:
        """The colour of the ground of an element as `rrggbb`; empty where it has none of its own."""
        declared = self.declarations_of(node)
        own = declared.get("background-color", "") or declared.get("background", "")
        return read_css_colour(own) or _read_old_colour(node.attributes.get("bgcolor", "").strip())


_BOLD: Final = 600
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def read_style_sheet(root: HtmlElement) -> PageStyles:
    """The rules in the `style` elements of a page, without those for other widths and for paper."""
    sheet = PageStyles()
    for node in root.walk():
        if node.tag == "style" and "print" not in node.attributes.get("media", ""):
            sheet.has_nested_numbers = sheet.has_nested_numbers or "counters(" in node.text()
            for selector, declarations in _read_rules(node.text()):
                sheet.rules[selector] = sheet.rules.get(selector, {}) | declarations
                if len(sheet.rules) > _MAX_RULES:
                    return sheet
    return sheet


def read_declarations(text: str) -> Declarations:
    """The declarations of a `style`."""
    found = {}
    for part in text.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def _read_rules(text: str) -> Iterator[tuple[str, Declarations]]:
    for selectors, body in _rule_pattern().findall(
        _without_media(re.sub(r"/\*.*?\*/|<!--|-->", "", text, flags=re.DOTALL))
    ):
        declarations = read_declarations(body)
        for selector in selectors.lower().split(","):
            if _simple_pattern().fullmatch(selector.strip()):
                yield selector.strip(), declarations


def _without_media(text: str) -> str:
    """The rules for a wide screen: of what an `@` puts a condition on, only what is for screens of a least width."""
    kept: list[str] = []
    before, *parts = re.split(r"([{}])", text)
    depth = 0
    is_kept = True
    inner = 0  # the depth at which the rules of a condition stand; 0 outside of one
    for brace, after in zip(parts[::2], parts[1::2], strict=False):
        if brace == "{" and depth == 0 and before.strip().startswith("@"):
            is_kept = _is_for_wide_screens(before)
            inner = 1
        elif is_kept and not (brace == "}" and depth == inner):
            kept.append(before + brace)
        depth += 1 if brace == "{" else -1
        if depth <= 0:
            depth, inner, is_kept = 0, 0, True
        before = after
    return "".join(kept)


def _is_for_wide_screens(condition: str) -> bool:
    return condition.strip().startswith("@media") and "max-width" not in condition and "print" not in condition


def _selectors(node: HtmlElement) -> Iterator[str]:
    """The selectors that fit an element, from the most general on."""
    yield node.tag
    for name in node.classes():
        yield f".{name}"
        yield f"{node.tag}.{name}"
    if identity := node.attributes.get("id", "").lower():
        yield f"#{identity}"


def _read_old_colour(text: str) -> str:
    """The colour of an attribute, which may be written without its sign."""
    return text.lower() if re.fullmatch("[0-9a-fA-F]{6}", text) else read_css_colour(text)


@cache
def _wide_pattern() -> re.Pattern[str]:
    return re.compile(r"d-(?:sm|md|lg|xl|xxl)-(?!none)\S+|(?:sm|md|lg|xl|2xl):(?!hidden|invisible)\S+")


@cache
def _rule_pattern() -> re.Pattern[str]:
    return re.compile(r"([^{}]+)\{([^{}]*)\}")


@cache
def _simple_pattern() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]*[.#]?[a-z0-9_:-]+")
