"""`tcplan git-merge`, which git runs to merge a plan file, and `tcplan git-text`, which it runs to compare one."""

from pathlib import Path
from typing import Annotated

import typer


def git_merge(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The common ancestor.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our version, which becomes the merged one.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their version.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the file is called.")] = "",
    marker: Annotated[int, typer.Argument(metavar="MARKER", help="The length of the markers of conflicts.")] = 7,
) -> int:
    """Merge three versions of a plan file by id and field, for git.

    Conflicts have git's markers in the file, and the exit code is then 1.

    \b
    Examples:
      git config --local merge.tcplan.driver 'tcplan git-merge -- %O %A %B %P %L'
    """
    from tcplan.cli.support.messages import print_error, print_note
    from tcplan.cli.support.options import require_file
    from tcplan.edits.merging.merge_file import merge_after_fault, merge_file
    from tcplan.errors import ExitCode, TcplanError
    from tcplan.files.replacement import write_whole
    from tcplan.values.plain_text import file_name

    versions = [require_file(one).read_bytes() for one in (base, ours, theirs)]
    called = name or ours.as_posix()
    try:
        merged = merge_file(versions[0], versions[1], versions[2], called, marker=marker)
    except TcplanError:
        raise
    except Exception:  # noqa: BLE001 (git must not take our version for the merged one, whatever goes wrong here)
        merged = merge_after_fault(versions[0], versions[1], versions[2], marker=marker)
    if merged.content != versions[1]:
        write_whole(ours, merged.content)
    for note in merged.notes:
        print_note(f"{file_name(called)}: {note}")
    for conflict in merged.conflicts:
        print_error(f"{file_name(called)}: {conflict}", "")
    return ExitCode.FINDINGS if merged.conflicts else ExitCode.CLEAN


def git_text(file: Annotated[Path, typer.Argument(metavar="FILE", help="A version of a file.")]) -> None:
    """Print a plan file as one line for each fact, for `git diff`.

    A file that cannot be read as a plan file is printed as it is.

    \b
    Examples:
      git config --local diff.tcplan.textconv 'tcplan git-text'
    """
    import sys

    from tcplan.cli.support.options import require_file
    from tcplan.comparison.differences.comparable import comparable_file
    from tcplan.values.plain_text import clean
    from tcplan.views.diff.plain_lines import plain_lines
    from tcplan.yaml_reader.reader import read_text

    content = require_file(file).read_bytes()
    document = read_text(content.decode(errors="replace"), file.name)
    data = comparable_file(document.data)
    if document.problems or data.shape is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write("".join(f"{clean(line)}\n" for line in plain_lines(data)))
