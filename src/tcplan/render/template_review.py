"""Looks through the templates of a workspace: what each replaces, what is wrong with it, and what nothing uses."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import nodes

from tcplan.render.eject import changed_blocks
from tcplan.render.environment import make_environment
from tcplan.render.limits import limit_memory, limit_time
from tcplan.render.our_templates import OurTemplate, our_templates
from tcplan.render.own_process import run_within_limits
from tcplan.render.template_check import check_template, outer_blocks
from tcplan.render.template_errors import INTRODUCTION, explain_template_error
from tcplan.render.template_rows import unknown_parts
from tcplan.render.unused_templates import MOST_FILES, unused_templates
from tcplan.render.workspace_templates import FOLDER, WorkspaceLoader, has_templates
from tcplan.views.documents.header import DEFAULT_LANGUAGE
from tcplan.views.templates import BlockRow, MistakeRow, TemplateRow, TemplatesPage, templates_page

ALL: Final = "all"
"""What a template replaces that does not extend ours."""

_ENDING: Final = ".j2"


@dataclass(frozen=True, slots=True)
class FoundTemplate:
    """A template of the workspace: its text, the blocks that it replaces and has, and what is wrong with it."""

    name: str
    text: str
    replaces: tuple[str, ...]
    blocks: frozenset[str]
    mistakes: tuple[MistakeRow, ...]


@dataclass(frozen=True, slots=True)
class ReviewTask:
    """Reads all templates of a workspace; for a process of its own, since they may be a stranger's."""

    root: Path

    def run(self, seconds: float, tell: Callable[[str], object]) -> tuple[FoundTemplate, ...]:
        """What was found, in the order of the names; nothing in them is run."""
        limit_memory()
        limit_time(seconds)
        try:
            return tuple(_read(self.root, name, tell) for name in template_names(self.root))
        finally:
            limit_time(0)


def review_templates(root: Path) -> TemplatesPage:
    """The page about the templates of the workspace at `root`.

    Raises: RefusedError where they take too much time or memory.
    """
    found = run_within_limits(ReviewTask(root)) if has_templates(root) else ()
    by_name = {one.name: one for one in found}
    rows = tuple(_row(one, by_name.get(one.name)) for one in our_templates().values())
    return templates_page(rows, tuple(row for one in found for row in one.mistakes), unused_templates(root))


def template_names(root: Path) -> list[str]:
    """The names of the files below `templates/` that look like templates of documents."""
    names = WorkspaceLoader(root).list_templates() if has_templates(root) else []
    return [name for name in names if name.endswith(_ENDING) or name in our_templates()][:MOST_FILES]


def _read(root: Path, name: str, tell: Callable[[str], object]) -> FoundTemplate:
    environment = make_environment("md" if name.startswith("md/") else "html", root, DEFAULT_LANGUAGE)
    loader = WorkspaceLoader.of(environment)
    tell(name)
    file, text = f"{FOLDER}/{name}", ""
    try:
        text = loader.read(name)
        found = list(check_template(environment, name, text))
        tree = environment.parse("" if found else text)
        rows = [MistakeRow(file, one.lineno, str(one)) for one in (*found, *unknown_parts(name, tree))]
        blocks = frozenset(one.name for one in tree.find_all(nodes.Block))
        return FoundTemplate(name, text, () if rows else _replaced(tree), blocks, tuple(rows))
    except Exception as error:  # noqa: BLE001 (a template can raise any)
        words = explain_template_error(error, environment, loader).message
        return FoundTemplate(name, text, (), frozenset(), (MistakeRow(file, 0, words.removeprefix(INTRODUCTION)),))


def _replaced(tree: nodes.Template) -> tuple[str, ...]:
    """The blocks of ours that a template replaces, or that it replaces all."""
    return tuple(block.name for block in outer_blocks(tree)) if tree.find(nodes.Extends) else (ALL,)


def _row(ours: OurTemplate, found: FoundTemplate | None) -> TemplateRow:
    return TemplateRow(
        name=ours.name,
        about=ours.about,
        blocks=tuple(BlockRow(one.name, one.about) for one in ours.all_blocks.values()),
        file=f"{FOLDER}/{ours.name}" if found else None,
        replaces=found.replaces if found else (),
        changed=changed_blocks(ours, found.text) if found else (),
        lost=_lost(ours, found) if found and found.replaces == (ALL,) else (),
    )


def _lost(ours: OurTemplate, found: FoundTemplate) -> tuple[str, ...]:
    """The blocks that templates of ours fill, and that the one in the place of what they extend does not have."""
    filled = {block: None for one in our_templates().values() if one.base == ours.name for block in one.blocks}
    return tuple(block for block in filled if block in ours.all_blocks and block not in found.blocks)
