"""The templates of documents: what each prints, and what a workspace has in its place, as a page."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.values.json_text import DIALECT, json_text

FORMAT: Final = 1


@dataclass(frozen=True)
class BlockRow:
    """A block of a template, which another template can replace: its name and what it prints."""

    name: str
    about: str


@dataclass(frozen=True)
class MistakeRow:
    """What is wrong with a template of the workspace; the line is 0 where it is about the whole file."""

    file: str
    line: int
    message: str


@dataclass(frozen=True)
class TemplateRow:
    """A template of tcplan, and what the workspace has in its place.

    `blocks` are those that can be replaced, `file` is that of the workspace, if any, `replaces` the blocks that it
    replaces, or `all` if it does not extend ours. `changed` are the blocks that tcplan has changed or dropped since
    `tcplan templates eject` copied them; `rest` is what is around the blocks. `lost` are blocks that other templates
    fill, and that the file does not have: what they print there is in no document.
    """

    name: str
    about: str
    blocks: tuple[BlockRow, ...]
    file: str | None
    replaces: tuple[str, ...]
    changed: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True)
class TemplatesPage:
    """The whole output. `unused` are files in `templates/` that look like templates, and that nothing uses."""

    format: Literal[1]
    tcplan: str
    templates: tuple[TemplateRow, ...]
    mistakes: tuple[MistakeRow, ...]
    unused: tuple[MistakeRow, ...]


def templates_page(
    templates: tuple[TemplateRow, ...], mistakes: tuple[MistakeRow, ...], unused: tuple[MistakeRow, ...]
) -> TemplatesPage:
    """The page about the templates of a workspace."""
    return TemplatesPage(FORMAT, __version__, templates, mistakes, unused)


def templates_json(page: TemplatesPage) -> str:
    """The page for scripts; `templates_schema` describes it."""
    return json_text(TypeAdapter(TemplatesPage).dump_python(page, mode="json"), ascii_only=True)


def templates_schema() -> dict[str, Any]:
    """The JSON Schema of `templates_json`."""
    schema = TypeAdapter(TemplatesPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan templates list"}
