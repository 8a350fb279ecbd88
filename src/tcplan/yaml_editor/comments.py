"""The comments around the entries of a document: to which entry they belong, and where none may be lost."""

import re
from functools import cache

from tcplan.findings.span import EntryMark, NodeStyle, Path
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_reader.lines import line_start
from tcplan.yaml_reader.open_collection import BLOCK_TEXT


class UnsafeError(Exception):
    """A change cannot be made safely; `offset` is where in the text something is in its way."""

    def __init__(self, offset: int, says: str) -> None:
        super().__init__(says)
        self.offset = offset
        self.says = says


@cache
def _comment_line_pattern() -> re.Pattern[str]:
    return re.compile(r"( *)#")


@cache
def _comment_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|[ \t])#", re.MULTILINE)


@cache
def _blank_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:\r\n?|\n)")


def after_entry(view: SourceView, path: Path, column: int) -> int:
    """Where a line may begin below an entry whose key or dash is at `column`.

    Comments right below that are indented deeper belong to the entry.
    """
    offset = view.after_leaf(path)
    while (found := _comment_line_pattern().match(view.text, offset)) and len(found[1]) > column:
        offset = view.next_line(offset)
    return offset


def has_comment_after(view: SourceView, mark: EntryMark) -> bool:
    """Whether a comment is on the line that a value ends on, or begins on where it is block text."""
    end = view.indicator_end(mark) if mark.style in BLOCK_TEXT else mark.value.end
    return view.text[end : view.next_line(end)].lstrip().startswith("#") and mark.style is not NodeStyle.BLOCK


def above_comments(view: SourceView, offset: int) -> int:
    """Where the comment lines right above the line at an offset begin; without any, that line."""
    while offset and _comment_line_pattern().match(view.text, before := line_start(view.text, offset - 1)):
        offset = before
    return offset


def has_blank_line(view: SourceView, offset: int) -> bool:
    """Whether a blank line is above the line at an offset and its comments."""
    offset = above_comments(view, offset)
    return bool(offset and _blank_pattern().match(view.text, line_start(view.text, offset - 1)))


def blank_line_start(view: SourceView, offset: int) -> int:
    """Where the blank line right above a line begins; without one, that line."""
    before = line_start(view.text, offset - 1) if offset else 0
    return before if offset and _blank_pattern().match(view.text, before) else offset


def blank_line_end(view: SourceView, offset: int) -> int:
    """Where the blank line that begins at an offset ends; without one, the offset."""
    found = _blank_pattern().match(view.text, offset)
    return found.end() if found else offset


def comment_in(view: SourceView, start: int, end: int) -> int | None:
    """The offset of the first comment in a stretch of text without prose, or None."""
    for found in _comment_pattern().finditer(view.text, start, end):
        # All texts of a file are only asked for where there is a number sign, and in few stretches there is one.
        if not any(one.start < found.end() <= one.end for one in view.texts):
            return found.end() - 1
    return None


def refuse_comments(view: SourceView, start: int, end: int) -> None:
    """Raise UnsafeError where a stretch of text holds a comment, which would be lost."""
    comment = comment_in(view, start, end)
    if comment is not None:
        raise UnsafeError(comment, "there is a comment in the text that would be rewritten")
