"""`tcplan git-setup`: the settings with which git compares and merges plan files by id."""

from pathlib import Path
from typing import Annotated

import typer


def git_setup(
    path: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="A folder with plans; default: the current folder.")
    ] = Path(),
    *,
    install: Annotated[bool, typer.Option("--install", help="Write the settings, and say what was written.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take the settings out of this clone again.")] = False,
) -> None:
    """Set git up to compare and merge plan files by id.

    With it, two branches that report on the same action merge, and `git diff` shows facts in place of lines. Without
    --install it only prints what to write where.

    \b
    Examples:
      tcplan git-setup
      tcplan git-setup --install
      tcplan git-setup --remove
    """
    import sys

    from tcplan.cli.support.git_setup import install as write_setup
    from tcplan.cli.support.git_setup import plan_setup, setup_text
    from tcplan.cli.support.git_setup import remove as remove_settings
    from tcplan.cli.support.options import require_path
    from tcplan.errors import UsageError
    from tcplan.values.plain_text import log_lines
    from tcplan.workspace.workspace import source_at

    if install and remove:
        raise UsageError("--install and --remove contradict each other", "leave one of them out")
    setup = plan_setup(source_at(require_path(path)))
    if install or remove:
        done = remove_settings(setup) if remove else write_setup(setup)
        sys.stdout.write(log_lines("".join(f"{line}\n" for line in done)))
    else:
        sys.stdout.write(log_lines(setup_text(setup)))
