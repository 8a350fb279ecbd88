"""The fixes of one file as changes of its text, and in a few words what each of them does."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from tcplan.findings.change import Change, Remove, Rename, Reorder, Rewrite, Set
from tcplan.findings.finding import Fix, ReplaceTabs
from tcplan.findings.span import Path
from tcplan.values.text_length import shortened
from tcplan.yaml_editor.data_edits import value_at
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_reader.reader import Document, read_text


class FixError(Exception):
    """Why a fix is left to people."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def last_first(document: Document, fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes, the last in the file first, so that none moves what a later one is about."""
    return sorted(fixes, key=lambda fix: _start(document, fix), reverse=True)


def with_fixes(document: Document, fixes: Sequence[Fix]) -> Document:
    """The document after some fixes, the last in the file first; raises FixError where one cannot be made."""
    changes: list[Change] = []
    for fix in fixes:
        if isinstance(fix, ReplaceTabs):  # the only one of its file, which cannot be read until then
            text = document.text[: fix.span.start] + fix.words + document.text[fix.span.end :]
            return replace(read_text(text, document.name), has_bom=document.has_bom)
        changes.append(fix)
    try:
        return edit(document, changes)
    except EditError as error:
        raise FixError(error.message) from None


def describe(document: Document, fix: Fix) -> str:
    """What a fix makes of what."""
    match fix:
        case Remove(path):
            return f"`{shortened(_text_at(document, path))}` deleted, the second in `{path[-2]}`"
        case Rename(path, key):
            return f"`{path[-1]}` -> `{key}`"
        case Set(path, value, _):
            return f"`{shortened(str(value_at(document.data, path)))}` -> `{shortened(str(value))}`"
        case Reorder(path):
            return f"`{path[-1]}` put in order"
        case Rewrite(path, value):
            key = f"`{path[-1]}` " if isinstance(path[-1], str) else ""
            return f"{key}now reads `{shortened(value)}`"
        case ReplaceTabs():
            return fix.says
    assert_never(fix)


def _text_at(document: Document, path: Path) -> str:
    """A value as it is named: an entry by its first text."""
    value = value_at(document.data, path)
    if isinstance(value, dict):
        value = next((one for one in value.values() if isinstance(one, str)), "")
    return str(value)


def _start(document: Document, fix: Fix) -> int:
    if isinstance(fix, Rewrite | ReplaceTabs):
        return fix.span.start
    mark = document.marks.get(fix.path)
    if mark is None:
        return 0
    return mark.key.start if isinstance(fix, Rename) and mark.key else mark.value.start
