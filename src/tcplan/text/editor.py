"""Surgical edits: a change rewrites the text of what it changes and nothing else (design, promise 3).

Whatever a change would do to a text is read again and compared with the data it was meant to give. What cannot be
done safely is refused with the line to change by hand.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tcplan.place import Locator
from tcplan.text.codes import YAML_FEATURE
from tcplan.text.editing.changes import Append, Change, Insert, MissingError, Remove, Rename, Set, changed
from tcplan.text.editing.ground import Ground
from tcplan.text.editing.splice import Splice, UnsafeError
from tcplan.text.editing.splices import splices
from tcplan.text.frame import Value
from tcplan.text.lines import LINE_BREAK
from tcplan.text.reader import Document, read_text

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

__all__ = ["Append", "Change", "EditError", "Insert", "Remove", "Rename", "Set", "edit", "spliced", "splices_of"]


class EditError(Exception):
    """Why an edit cannot be made; `line` counts from 1 and names the line that can be changed by hand."""

    def __init__(self, message: str, help_text: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_text
        self.line = line


def edit(document: Document, changes: Iterable[Change]) -> Document:
    """The document after some changes, one after the other; raises EditError where one of them cannot be made."""
    for change in changes:
        document = _edited(document, change)
    return document


def spliced(text: str, found: Iterable[Splice]) -> str:
    """The text with some stretches replaced, all else as it is."""
    parts, end = [], 0
    for splice in found:
        parts += [text[end : splice.start], splice.words]
        end = splice.end
    return "".join([*parts, text[end:]])


def splices_of(document: Document, change: Change) -> list[Splice]:
    """The stretches that a change replaces, in the order of the text, which ends in a line break.

    Raises EditError where there is no place for the change, or no safe way to make it.
    """
    ground = Ground(document)
    try:
        return sorted(splices(ground, change), key=lambda one: (one.start, one.end))
    except UnsafeError as error:
        raise _by_hand(document, error.says, error.offset) from None


def _edited(document: Document, change: Change) -> Document:
    whole = _with_line_break(document)
    intended = _intended(whole, change)
    found = splices_of(whole, change)
    _check_features(whole, found)
    text = spliced(whole.text, found)
    if _HALF_CHARACTER.search(text):  # what a terminal in another encoding hands over
        says = "the new words hold bytes that are no text"
        raise EditError(says, "type them again, or set the terminal to UTF-8", _line(whole.text, found[0].start))
    edited = read_text(text, document.name)
    if edited.data != intended or _told(edited) - _told(whole):
        raise _by_hand(
            document, "what stands around this place does not take the change", found[0].start if found else 0
        )
    if whole is not document:
        edited = read_text(edited.text.removesuffix(_line_break(document.text)), document.name)
    return replace(edited, has_bom=document.has_bom)


def _check_features(document: Document, found: list[Splice]) -> None:
    """Refuse to rewrite an anchor, which is read as words here but may be referred to elsewhere."""
    features = [one for one in document.problems if one.code is YAML_FEATURE]
    for span, feature in ((one.span, one) for one in features if one.span):
        if any(splice.start <= span.start < splice.end for splice in found):
            raise EditError(feature.message, feature.help, _line(document.text, span.start))


def _intended(document: Document, change: Change) -> Value:
    if document.data is None:
        first = document.problems[0].span if document.problems else None
        says = "this file cannot be read from here on"
        raise EditError(
            says, "run `tcplan validate`, and mend it first", _line(document.text, first.start if first else 0)
        )
    try:
        return changed(document.data, change)
    except MissingError as error:
        span = Locator(document.name, document.text, document.marks, document.data).span(error.path, on_key=False)
        help_text = "look at what the file holds there"
        raise EditError(error.says, help_text, _line(document.text, span.start)) from None


def _with_line_break(document: Document) -> Document:
    """The same with a line break at its end, so that lines can be added below the last one."""
    if not document.text or document.text.endswith(("\n", "\r")):
        return document
    return read_text(document.text + _line_break(document.text), document.name)


def _line_break(text: str) -> str:
    found = LINE_BREAK.search(text)
    return found[0] if found else "\n"


def _told(document: Document) -> Counter[tuple[str, str]]:
    return Counter((problem.code.code, problem.message) for problem in document.problems)


def _by_hand(document: Document, says: str, offset: int) -> EditError:
    return EditError(says, "change this line by hand", _line(document.text, offset))


def _line(text: str, offset: int) -> int:
    return len(LINE_BREAK.findall(text, 0, min(offset, len(text.rstrip("\r\n"))))) + 1
