"""The merge of three texts line by line, as git does it."""

import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.files.git_commands import ask_git

MARKER: Final = 7
"""The length of the markers of a conflict, unless git asks for another one."""

_MOST_CONFLICTS: Final = 127
"""git counts to this; a higher code means that it could not merge at all."""


class TextMerge(NamedTuple):
    """The merged bytes, and whether there is a conflict in them; `is_made` is False if git cannot merge the files."""

    content: bytes
    has_conflict: bool
    is_made: bool = True


def merge_lines(
    base: bytes, ours: bytes, theirs: bytes, *, marker: int = MARKER, takes_ours: bool = False
) -> TextMerge:
    """The three merged by git; `takes_ours` puts our lines where there would be a conflict.

    Raises: UsageError where there is no git.
    """
    with tempfile.TemporaryDirectory(prefix="tcplan-") as folder:
        for name, content in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_bytes(content)
        options = ["--ours"] if takes_ours else []
        answer = ask_git(
            Path(folder), "merge-file", "-p", f"--marker-size={marker}", *options, "ours", "base", "theirs"
        )
    is_made = 0 <= answer.code <= _MOST_CONFLICTS
    return TextMerge(answer.output if is_made else ours, answer.code != 0, is_made)


def marked(ours: bytes, theirs: bytes, *, marker: int = MARKER) -> bytes:
    """Two texts one after the other as one conflict."""
    line_break = b"\r\n" if b"\r\n" in ours else b"\n"
    return b"".join(
        [
            b"<" * marker + b" ours" + line_break,
            _whole_lines(ours, line_break),
            b"=" * marker + line_break,
            _whole_lines(theirs, line_break),
            b">" * marker + b" theirs" + line_break,
        ]
    )


def _whole_lines(text: bytes, line_break: bytes) -> bytes:
    return text if not text or text.endswith((b"\n", b"\r")) else text + line_break
