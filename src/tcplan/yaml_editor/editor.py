"""Surgical edits: a change rewrites the text of what it changes and nothing else (design, promise 3).

Whatever a change would do to a text is read again and compared with the data it was meant to give. What cannot be
done safely is refused with the line to change by hand.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from tcplan.findings.change import Change
from tcplan.findings.codes import YAML_FEATURE
from tcplan.findings.place import Locator
from tcplan.yaml_editor.batch import Batch
from tcplan.yaml_editor.comments import UnsafeError
from tcplan.yaml_editor.data_edits import MissingError
from tcplan.yaml_editor.sharing import share_entries
from tcplan.yaml_editor.splice import Splice
from tcplan.yaml_reader.lines import line_break_pattern
from tcplan.yaml_reader.reader import Document, read_text


@cache
def _half_character_pattern() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")


class EditError(Exception):
    """Why an edit cannot be made; `line` counts from 1 and names the line that can be changed by hand."""

    def __init__(self, message: str, help_text: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_text
        self.line = line


def edit(document: Document, changes: Iterable[Change]) -> Document:
    """The document after some changes, one after the other; raises EditError where one of them cannot be made."""
    left = list(changes)
    while left:
        document, done = _apply_batch(document, left)
        left = left[done:]
    return document


def edited_text(document: Document, changes: Iterable[Change]) -> str:
    """The text after some changes, which is not read again; raises EditError where one of them cannot be planned.

    It takes a small part of the time of `edit`, and is only good for a comparison with a text that was read before.
    """
    whole, changes = _with_line_break(document), list(changes)
    batch, done = _batch(whole, changes)
    if done < len(changes):
        return edit(document, changes).text
    _check_features(whole, batch.splices)
    text = _splice(whole.text, batch.splices)
    return text if whole is document else text.removesuffix(_line_break(document.text))


def _apply_batch(document: Document, changes: list[Change]) -> tuple[Document, int]:
    """The document after as many of the changes as can be made in one go, and the number of those."""
    whole = _with_line_break(document)
    batch, done = _batch(whole, changes)
    _check_features(whole, batch.splices)
    edited = read_text(_splice(whole.text, batch.splices), document.name)
    if edited.data != batch.data or _count_problems(edited) - _count_problems(whole):
        if done > 1:
            return _apply_batch(document, changes[:1])  # one by one, so that the one in the way is named
        offset = batch.splices[0].start if batch.splices else 0
        raise _by_hand(document, "the text around this place does not allow the change", offset)
    if whole is not document:
        edited = read_text(edited.text.removesuffix(_line_break(document.text)), document.name)
    share_entries(edited.data, document.data)
    return replace(edited, has_bom=document.has_bom), done


def _batch(document: Document, changes: list[Change]) -> tuple[Batch, int]:
    """As many of the first changes as do not touch one another; raises EditError where the first cannot be made."""
    if document.data is None:
        first = document.problems[0].span if document.problems else None
        line = _line(document.text, first.start if first else 0)
        raise EditError("this file cannot be read from here on", "correct this line first", line)
    batch = Batch(document)
    for done, change in enumerate(changes):
        try:
            if not batch.take(change):
                return batch, done
        except MissingError as error:
            if done:
                return batch, done
            span = Locator(document.name, document.text, document.marks, document.data).span(error.path, on_key=False)
            line = _line(document.text, span.start)
            raise EditError(error.says, "look at this line of the file", line) from None
        except UnsafeError as error:
            if done:
                return batch, done
            raise _by_hand(document, error.says, error.offset) from None
    return batch, len(changes)


def _splice(text: str, found: Iterable[Splice]) -> str:
    """The text with some stretches replaced, all else as it is; raises EditError for words that are not text."""
    parts, end = [], 0
    for splice in found:
        if _half_character_pattern().search(splice.words):  # what a terminal in another encoding hands over
            says = "the new words contain bytes that are not text"
            raise EditError(says, "type them again, or set the terminal to UTF-8", _line(text, splice.start))
        parts += [text[end : splice.start], splice.words]
        end = splice.end
    return "".join([*parts, text[end:]])


def _check_features(document: Document, found: list[Splice]) -> None:
    """Refuse to rewrite an anchor, which is read as words here but may be referred to elsewhere."""
    features = [one for one in document.problems if one.code is YAML_FEATURE]
    for span, feature in ((one.span, one) for one in features if one.span):
        if any(splice.start <= span.start < splice.end for splice in found):
            raise EditError(feature.message, feature.help, _line(document.text, span.start))


def _with_line_break(document: Document) -> Document:
    """The same with a line break at its end, so that lines can be added below the last one."""
    if not document.text or document.text.endswith(("\n", "\r")):
        return document
    return read_text(document.text + _line_break(document.text), document.name)


def _line_break(text: str) -> str:
    found = line_break_pattern().search(text)
    return found[0] if found else "\n"


def _count_problems(document: Document) -> Counter[tuple[str, str]]:
    return Counter((problem.code.code, problem.message) for problem in document.problems)


def _by_hand(document: Document, says: str, offset: int) -> EditError:
    return EditError(says, "change this line by hand", _line(document.text, offset))


def _line(text: str, offset: int) -> int:
    return len(line_break_pattern().findall(text, 0, min(offset, len(text.rstrip("\r\n"))))) + 1
