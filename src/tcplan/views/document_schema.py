"""The JSON Schemas of what templates get: the rows of a document, as `doc`, with what their docstrings say of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from tcplan.values.json_text import DIALECT
from tcplan.views.documents.plan_document import PlanDocument
from tcplan.views.documents.progress_paper.document import ProgressDocument
from tcplan.views.documents.submission_document import SubmissionDocument
from tcplan.views.site.accessibility import AccessibilityPage
from tcplan.views.site.case_studies import CaseStudiesPage
from tcplan.views.site.documents import SitePlan, SiteSubmission
from tcplan.views.site.home import HomePage, InstitutionsPage

DOCUMENTS: Final[dict[str, type]] = {
    "document-plan": PlanDocument,
    "document-submission": SubmissionDocument,
    "document-progress": ProgressDocument,
    "site-home": HomePage,
    "site-institutions": InstitutionsPage,
    "site-plan": SitePlan,
    "site-submission": SiteSubmission,
    "site-case-studies": CaseStudiesPage,
    "site-accessibility": AccessibilityPage,
}
"""What `doc` is in the templates of each document, by the name that `tcplan schema` knows it by."""

_PLAIN: Final = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


@dataclass(frozen=True, slots=True)
class RowPart:
    """A part of a row: its name, its type, and what is said of it."""

    name: str
    type: Any
    about: str


def document_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of `doc` in the templates of a document."""
    document = DOCUMENTS[kind]
    rows = {one.__name__: _row_schema(one) for one in row_types(document)}
    reference = {"$ref": f"#/$defs/{document.__name__}"}
    return {"$schema": DIALECT, "title": f"tcplan {kind}", **reference, "$defs": rows}


def row_types(kind: type) -> Iterator[type]:
    """A type of rows, and those of all its parts, each once."""
    waiting, seen = [kind], {kind}
    while waiting:
        yield (one := waiting.pop(0))
        inner = {row: None for part in row_parts(one) for row in _rows_in(part.type)}
        waiting += [row for row in inner if row not in seen]
        seen |= set(inner)


def row_parts(kind: type) -> list[RowPart]:
    """The fields of a type of rows, then what is computed from them."""
    hints, said = get_type_hints(kind), " ".join((kind.__doc__ or "").split())
    stored = [RowPart(name, hints[name], _sentences_about(name, said)) for name in stored_names(kind)]
    return stored + [
        RowPart(name, get_type_hints(value.fget)["return"], (value.fget.__doc__ or "").split("\n")[0])
        for name, value in vars(kind).items()
        if isinstance(value, property) and not name.startswith("_")
    ]


def stored_names(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass or of a named tuple."""
    named: tuple[str, ...] | None = getattr(kind, "_fields", None)
    return tuple(one.name for one in fields(kind)) if named is None else named


def type_words(kind: Any) -> str:  # noqa: ANN401 (any annotation)
    """A type as a reader of templates says it: `list of Fact`, `text or none`."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return " or ".join(type_words(one) for one in inner)
    if origin is tuple:
        return f"list of {type_words(inner[0])}"
    if origin is Literal:
        return " or ".join(f"`{one}`" for one in inner)
    words = {str: "text", int: "number", float: "number", bool: "yes or no", NoneType: "none"}
    return words.get(kind) or ("text" if issubclass(kind, Enum) else str(kind.__name__))


def _row_schema(kind: type) -> dict[str, Any]:
    parts = row_parts(kind)
    described = {one.name: _type_schema(one.type) | ({"description": one.about} if one.about else {}) for one in parts}
    about = {"description": " ".join((kind.__doc__ or "").split())}
    names = [one.name for one in parts]
    return {"type": "object", **about, "properties": described, "required": names, "additionalProperties": False}


def _type_schema(kind: Any) -> dict[str, Any]:  # noqa: ANN401 (any annotation)
    origin, inner = get_origin(kind), get_args(kind)
    makers: dict[Any, Callable[[], dict[str, Any]]] = {
        Union: lambda: {"anyOf": [_type_schema(one) for one in inner]},
        UnionType: lambda: {"anyOf": [_type_schema(one) for one in inner]},
        tuple: lambda: {"type": "array", "items": _type_schema(inner[0])},
        Literal: lambda: {"enum": list(inner)},
    }
    if origin in makers:
        return makers[origin]()
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if issubclass(kind, Enum):
        return {"enum": [one.value for one in kind]}
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _rows_in(kind: Any) -> Iterator[type]:  # noqa: ANN401 (any annotation)
    """The types of rows in an annotation."""
    if inner := get_args(kind):
        for one in inner if get_origin(kind) is not Literal else ():
            yield from _rows_in(one)
    elif kind is not ... and kind not in _PLAIN and not issubclass(kind, Enum):
        yield kind


def _sentences_about(name: str, said: str) -> str:
    """The sentences of a docstring that name a part."""
    sentences = re.split(r"(?<=[.;]) (?=[A-Z`])", said)
    return " ".join(one for one in sentences if f"`{name}`" in one)
