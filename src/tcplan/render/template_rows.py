"""Parts of `doc` that a template names and that no document has, as far as the types of rows say it."""

from collections.abc import Iterator
from types import NoneType
from typing import Any, Final, get_args, get_origin

from jinja2 import nodes

from tcplan.render.our_templates import short_name
from tcplan.render.template_check import TemplateMistakeError
from tcplan.render.template_names import suggest_names
from tcplan.views.document_schema import DOCUMENTS, row_parts

_KINDS: Final = {
    **{f"{to}/{name}": f"document-{name}" for to in ("html", "md") for name in ("plan", "submission", "progress")},
    **{kind.replace("-", "/", 1): kind for kind in DOCUMENTS if kind.startswith("site-")},
}
"""The kind of document that a template is for; parts such as `html/review` are for several."""


def unknown_parts(name: str, tree: nodes.Template) -> Iterator[TemplateMistakeError]:
    """The mistakes in what a template of one kind of document says of `doc`, such as `doc.head.titel`."""
    kind = _KINDS.get(short_name(name))
    for part in tree.find_all(nodes.Getattr) if kind else ():
        names = _names(part)
        row = _row_at(DOCUMENTS[kind], names[:-1]) if kind and names else None
        known = [one.name for one in row_parts(row)] if row else []
        if row and part.attr not in known:
            message = f"`{part.attr}` is not part of {row.__name__}: {suggest_names(part.attr, known)}"
            yield TemplateMistakeError(name, part.lineno, message)


def _names(part: nodes.Getattr) -> tuple[str, ...]:
    """The names after `doc`; none if it is a part of something else."""
    if isinstance(part.node, nodes.Name):
        return (part.attr,) if part.node.name == "doc" else ()
    before = _names(part.node) if isinstance(part.node, nodes.Getattr) else ()
    return (*before, part.attr) if before else ()


def _row_at(row: type, names: tuple[str, ...]) -> type | None:
    """The type of rows that a part of a part is; None where it is no single row, or there is no such part."""
    for name in names:
        found = next((one.type for one in row_parts(row) if one.name == name), None)
        kinds = [one for one in (_choices(found) if found else ()) if one is not NoneType]
        if len(kinds) != 1 or not getattr(kinds[0], "__module__", "").startswith("tcplan.views."):
            return None
        row = kinds[0]
    return row


def _choices(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 (any annotation)
    """The types of which a value has one; a list is none of them."""
    if get_origin(kind) is tuple:
        return ()
    return get_args(kind) or (kind,)
