"""Files among the templates of a workspace that nothing uses: a line for each, on standard error."""

import sys
from pathlib import Path
from typing import Final

from tcplan.values.plain_text import file_name, one_line

_MOST: Final = 5


def warn_unused_templates(root: Path) -> None:
    """Say which files replace no template of ours, since what is in them is in no document."""
    if not (root / "templates").is_dir():  # most workspaces have none
        return
    from tcplan.render.unused_templates import unused_templates

    unused = unused_templates(root)
    for one in unused[:_MOST]:
        sys.stderr.write(f"tcplan: {file_name(one.file)} is not used: {one_line(one.message)}\n")
    if more := len(unused[_MOST:]):
        sys.stderr.write(
            f"tcplan: `tcplan templates list` shows {more} more that {'is' if more == 1 else 'are'} not used\n"
        )
