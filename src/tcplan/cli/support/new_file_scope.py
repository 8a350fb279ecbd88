"""Where a new file goes: in the workspace itself, also if somebody is in a folder above it."""

from datetime import date
from pathlib import Path

from tcplan.cli.support.run_edit import scope_at
from tcplan.edits.edit_target import SearchScope
from tcplan.errors import UsageError
from tcplan.files.sources import FolderSource, as_seen
from tcplan.workspace.below import sources_below
from tcplan.workspace.workspace import absolute


def scope_for_new_file(path: Path, as_of: date) -> SearchScope:
    """The workspace that a path belongs to or, where that is a folder above one, the workspace below.

    A file that is there already is the same from above. A new one names its schema, and is checked with the settings
    and the lists, of the workspace that it is in. Raises UsageError for several.
    """
    scope = scope_at(path, as_of)
    source = scope.workspace.source
    is_top = isinstance(source, FolderSource) and absolute(path) == source.root
    below = sources_below(source) if isinstance(source, FolderSource) and is_top else ()
    roots = [Path(as_seen(one.root, "")) for one in below]
    if len(roots) > 1:
        listed = ", ".join(f"{one.as_posix()}/" for one in roots)
        raise UsageError(f"there are {len(roots)} workspaces below this folder: {listed}", "name one of them with --in")
    return scope_at(roots[0], as_of) if roots else scope
