"""An SVG drawing that is safe inside a page: written again from the parts that are known to be harmless.

Whoever proposes a change can put any file into a repository. So nothing of the file is copied: elements and attributes
of a list are written again. What could run, load or hide something is refused, with the line and the reason; what only
an editor needs is left out.
"""

import re
from functools import cache
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

_SVG: Final = "http://www.w3.org/2000/svg"
_SPACE: Final = " "
_MOST_ELEMENTS: Final = 5000
_DEEPEST: Final = 40

_PAINT: Final = frozenset(
    (
        *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
        *("stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "opacity", "transform"),
        *("clip-path", "clip-rule", "color", "display", "visibility"),
    )
)
_TEXT: Final = frozenset(
    (
        *("x", "y", "dx", "dy", "text-anchor", "font-family", "font-size", "font-weight", "font-style"),
        *("letter-spacing", "textLength", "lengthAdjust"),
    )
)
_GRADIENT: Final = frozenset(("gradientUnits", "gradientTransform", "spreadMethod"))

ELEMENTS: Final = {
    "svg": frozenset(["viewBox", "width", "height", "preserveAspectRatio", "version", "x", "y"]),
    "g": frozenset[str](),
    "defs": frozenset[str](),
    "title": frozenset[str](),
    "desc": frozenset[str](),
    "path": frozenset({"d"}),
    "rect": frozenset(["x", "y", "width", "height", "rx", "ry"]),
    "circle": frozenset(["cx", "cy", "r"]),
    "ellipse": frozenset(["cx", "cy", "rx", "ry"]),
    "line": frozenset(["x1", "y1", "x2", "y2"]),
    "polyline": frozenset({"points"}),
    "polygon": frozenset({"points"}),
    "text": _TEXT,
    "tspan": _TEXT,
    "clipPath": frozenset({"clipPathUnits"}),
    "linearGradient": frozenset(["x1", "y1", "x2", "y2"]) | _GRADIENT,
    "radialGradient": frozenset(["cx", "cy", "r", "fx", "fy"]) | _GRADIENT,
    "stop": frozenset(["offset", "stop-color", "stop-opacity"]),
}
"""The elements that are kept, with the attributes that each may have beside its paint and its id."""

_LEFT_OUT: Final = frozenset({"metadata"})
"""What says nothing to a reader, and is dropped with all that is in it."""


class UnsafeSvgError(ValueError):
    """A drawing that cannot be printed; the message says why, and in which line."""


@cache
def _value_pattern() -> re.Pattern[str]:
    """A value without an address, but for the name of a part of the same drawing."""
    return re.compile(
        r"url\(#[A-Za-z_][\w.-]*\)|(?:(?!url|expression|javascript|data:|//)[^<>&\\;@{}])*", re.IGNORECASE
    )


@cache
def _id_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z_][\w.-]*")


def clean_svg(data: bytes) -> str:
    """The drawing written again; raises UnsafeSvgError."""
    writer = _Writer()
    try:
        writer.parser.Parse(data, True)  # noqa: FBT003 (its signature)
    except expat.ExpatError as error:
        raise UnsafeSvgError(f"line {error.lineno} is not well-formed XML") from None
    except (ValueError, LookupError) as error:
        if isinstance(error, UnsafeSvgError):
            raise
        raise UnsafeSvgError("its encoding is not known") from None
    return "".join(writer.parts)


class _Writer:
    """Writes the elements that are kept as the parser meets them."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=_SPACE)
        self._open: list[str] = []
        self._count = self._hidden = 0
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, own = name.rpartition(_SPACE)
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) + self._hidden > _DEEPEST:
            raise self._refused(f"the drawing has more than {_MOST_ELEMENTS} parts, or they are nested too deeply")
        if self._hidden or (self._open and (space != _SVG or own in _LEFT_OUT)):
            self._hidden += 1
            return
        if not self._open and (space, own) != (_SVG, "svg"):
            raise self._refused("it is not an SVG drawing")
        if own not in ELEMENTS:
            raise self._refused(f"it has an element <{own}>, which a logo may not have")
        root = f' xmlns="{_SVG}"' if not self._open else ""
        self._open.append(own)
        self.parts.append(f"<{own}{root}{''.join(self._attributes(own, attributes))}>")

    def _attributes(self, element: str, attributes: dict[str, str]) -> list[str]:
        """The attributes that are kept, and what a `style` says, as attributes."""
        allowed = ELEMENTS[element] | _PAINT | {"id"}
        given = {name: value for name, value in attributes.items() if name != "style"}
        for name in given:
            own = name.rpartition(_SPACE)[2].lower()
            if own.startswith("on") or own in ("href", "src"):
                raise self._refused(f"<{element}> has an attribute {own}, which a logo may not have")
        for declared in attributes.get("style", "").split(";"):
            name, _, value = declared.partition(":")
            given[name.strip()] = value
        return [self._attribute(element, name, value.strip()) for name, value in given.items() if name in allowed]

    def _attribute(self, element: str, name: str, value: str) -> str:
        pattern = _id_pattern() if name == "id" else _value_pattern()
        if not pattern.fullmatch(value):
            raise self._refused(f"{name} of <{element}> has a value that a logo may not have")
        return f" {name}={quoteattr(value)}"

    def _end(self, _name: str) -> None:
        if self._hidden:
            self._hidden -= 1
        else:
            self.parts.append(f"</{self._open.pop()}>")

    def _words(self, text: str) -> None:
        if not self._hidden and self._open and self._open[-1] in ("text", "tspan", "title", "desc"):
            self.parts.append(escape(text))

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            raise self._refused("it declares entities or a document type of its own")

    def _entity(self, *_: object) -> None:
        raise self._refused("it uses an entity that is declared elsewhere")

    def _instruction(self, target: str, _text: str) -> None:
        if target.lower() != "xml":
            raise self._refused(f"it has an instruction <?{target}?>, which could load something")

    def _refused(self, why: str) -> UnsafeSvgError:
        return UnsafeSvgError(f"line {self.parser.CurrentLineNumber}: {why}")
