"""The tables of docs/templates.md and docs/template-rows.md, made from the templates and the types of their rows."""

import re
from collections.abc import Iterator

from tcplan.render.our_templates import OurTemplate, our_templates
from tcplan.views.document_schema import DOCUMENTS, RowPart, row_parts, row_types, type_words

MARK = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


_INTRODUCTION = (
    "What the parts of `doc` are made of: see [templates](templates.md). `tcplan schema document-plan` and the like "
    "print the same as JSON Schemas."
)


def with_tables(page: str) -> str:
    """The page with what is between its marks as it is now."""
    made = {"templates": "\n".join(_templates()), "documents": "\n".join(_documents())}
    return MARK.sub(lambda found: f"{found[1]}\n{made[found[2]]}\n{found[3]}", page)


def rows_page() -> str:
    """The page of all rows."""
    rows = {one.__name__: one for document in DOCUMENTS.values() for one in row_types(document)}
    names = {document.__name__ for document in DOCUMENTS.values()}
    lines = [line for name in sorted(set(rows) - names) for line in _row(name, rows[name])]
    return "\n".join(["# The rows of documents", "", _INTRODUCTION, "", *lines]).rstrip() + "\n"


def _templates() -> Iterator[str]:
    for one in our_templates().values():
        yield from (f"### {one.name}", "", one.about, "")
        if one.all_blocks:
            yield from _blocks(one)


def _blocks(one: OurTemplate) -> Iterator[str]:
    yield from ("| block | what it prints |", "| --- | --- |")
    yield from (f"| `{block.name}` | {block.about} |" for block in one.all_blocks.values())
    yield ""


def _documents() -> Iterator[str]:
    for kind, document in DOCUMENTS.items():
        yield from (f"### {kind}", "", " ".join((document.__doc__ or "").split()), "", *_parts(row_parts(document)))


def _row(name: str, kind: type) -> Iterator[str]:
    yield from (f"## {name}", "", " ".join((kind.__doc__ or "").split()), "", *_parts(row_parts(kind)))


def _parts(parts: list[RowPart]) -> Iterator[str]:
    yield from ("| part | what it is |", "| --- | --- |")
    yield from (f"| `{one.name}` | {type_words(one.type)} |" for one in parts)
    yield ""
