"""`tcplan templates`: the templates of documents, and copies of them to change."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, In, PageFormat, require_path
from tcplan.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from tcplan.render.our_templates import OurTemplate


class TemplateAction(StrEnum):
    """What to do with templates."""

    LIST = "list"
    EJECT = "eject"


def templates(
    action: Annotated[TemplateAction, typer.Argument(metavar="list|eject", help="Show all of them, or copy one.")],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="The template to copy, such as plan, md/plan or site/home; for list the folder with the plans.",
            show_default=False,
        ),
    ] = None,
    *,
    block: Annotated[
        list[str] | None,
        typer.Option("--block", metavar="BLOCK", help="A block to copy; may be repeated.", show_default=False),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Copy the whole template, which then stays as it is in later releases.")
    ] = False,
    in_: In = Path(),
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> int:
    """List the templates of documents, or copy one into your workspace to change it.

    A copy of a block extends the template of tcplan, so that all else comes from there in later releases too. The exit
    code of list is 1 if a template of yours is wrong.

    \b
    Examples:
      tcplan templates list
      tcplan templates eject page --block style
      tcplan templates eject plan_body --block sections --dry-run
      tcplan templates eject md/progress --whole --in plans/northmoor
    """
    from tcplan.render.our_templates import our_template

    if action is TemplateAction.LIST:
        _refuse_copying(block, whole=whole, dry_run=dry_run)
        path = require_path(in_ if name is None else Path(name))
        return _list(_root(path), format_)
    if name is None:
        raise UsageError("no template is named", "name one: `tcplan templates list` shows them")
    if format_ is PageFormat.JSON:
        raise UsageError("--format json is for list", "leave it out")
    return _eject(our_template(name), block or [], _root(require_path(in_)), whole=whole, dry_run=dry_run)


def _refuse_copying(block: list[str] | None, *, whole: bool, dry_run: bool) -> None:
    """Raise UsageError for options that only a copy has."""
    if block or whole or dry_run:
        option = "--block" if block else "--whole" if whole else "--dry-run"
        raise UsageError(f"{option} is for eject", "leave it out, or run `tcplan templates eject NAME`")


def _root(path: Path) -> Path:
    """The root of the workspace; raises NothingReadError where there is none."""
    from tcplan.workspace import open_workspace
    from tcplan.workspace.below import nothing_here
    from tcplan.workspace.selection import select_institutions

    workspace, root = open_workspace(path)
    if not select_institutions(workspace, root, path):
        raise nothing_here(path, f"no plan files in {path}", "name a folder with plans, or run `tcplan init DIR`")
    return root


def _list(root: Path, format_: PageFormat) -> int:
    import os
    import sys

    from tcplan.render.template_review import review_templates
    from tcplan.views.templates import templates_json

    page = review_templates(root)
    if format_ is PageFormat.JSON:
        sys.stdout.write(templates_json(page))
    else:
        from tcplan.terminal.screen import screen_for
        from tcplan.terminal.templates import templates_text

        sys.stdout.write(templates_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    return ExitCode.FINDINGS if page.mistakes else ExitCode.CLEAN


def _eject(template: "OurTemplate", blocks: list[str], root: Path, *, whole: bool, dry_run: bool) -> int:
    """Write the copy, or print it."""
    import sys

    from tcplan.files.replacement import write_new
    from tcplan.render.eject import blocks_copy, check_free, list_blocks, next_step, whole_copy
    from tcplan.values.plain_text import file_name, log_lines

    if whole == bool(blocks):
        words = "--whole and --block say different things" if whole else f"no block of {template.name} is named"
        raise UsageError(words, "leave one of them out" if whole else list_blocks(template))
    text = whole_copy(template) if whole else blocks_copy(template, blocks)
    file = check_free(root, template)
    if dry_run:
        sys.stdout.write(text)
        return ExitCode.CLEAN
    write_new(root, {file: text})
    typer.echo(f"wrote {file_name((root / file).as_posix())}")
    typer.echo(f"\nNext: {log_lines(next_step(template))}")
    return ExitCode.CLEAN
