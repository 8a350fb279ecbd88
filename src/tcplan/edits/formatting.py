"""A plan file in the house style, or why it is left as it is."""

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Final

from tcplan.edits.diff import make_diff
from tcplan.edits.key_order import order_at
from tcplan.files.sources import Source
from tcplan.findings.finding import Problem
from tcplan.findings.place import Locator
from tcplan.findings.span import Path
from tcplan.shape.file_header import read_header
from tcplan.shape.short_forms import PathMap
from tcplan.values.words import FileKind
from tcplan.workspace.loading import read
from tcplan.yaml_editor.layout import Refusal, Style, lay_out
from tcplan.yaml_reader.reader import Document

VALIDATE_HELP: Final = "`tcplan validate` says what is wrong with the file and what to do"
_TABLES: Final = frozenset({"voice", "measures", "pillars", "objectives", "actions"})


@dataclass(frozen=True, slots=True)
class FormattedFile:
    """A file as it is and as it should be."""

    before: bytes
    after: bytes

    @property
    def is_changed(self) -> bool:
        """Whether anything has to be written."""
        return self.before != self.after

    def diff(self, name: str) -> str:
        """What changes, as a patch of the file called `name`."""
        return make_diff(name, self.before.decode(), self.after.decode())


def format_file(source: Source, name: str, *, is_used: bool = True) -> FormattedFile | Refusal:
    """A file of a source in the house style. Never raises: what cannot be read or laid out is left alone.

    `is_used` says that what comes out is written or shown; else it is only asked whether it differs.
    """
    document = read(source, name)
    after = _format_text(document, is_used=is_used)
    if isinstance(after, Refusal):
        return after
    return FormattedFile(document.encoded(), replace(document, text=after).encoded())


def house_text(document: Document) -> str:
    """The text of a sound document in the house style; as it is where it cannot be laid out."""
    after = _format_text(document, is_used=True)
    return document.text if isinstance(after, Refusal) else after


def _format_text(document: Document, *, is_used: bool) -> str | Refusal:
    kind = ""
    problems = list(document.problems)
    if not problems and isinstance(document.data, dict):
        head = read_header(document.data, PathMap())
        kind, problems = head.kind or "", head.problems
    if problems:
        return _refuse(document, problems[0])
    if not kind:
        return Refusal(1, "the file is empty, or is not a mapping of keys to values", VALIDATE_HELP)
    return lay_out(document, _house_style(kind), is_used=is_used)


def _refuse(document: Document, problem: Problem) -> Refusal:
    finding = Locator(document.name, document.text, document.marks, document.data).finding(problem)
    return Refusal(finding.place.line, finding.message, VALIDATE_HELP)


@cache
def _house_style(kind: str) -> Style:
    return Style(partial(order_at, kind), _has_blank_line_in_plan if kind == FileKind.PLAN else _has_no_blank_line)


def _has_blank_line_in_plan(path: Path) -> bool:
    """Whether a blank line parts what is here in a plan from what is above: each table and each action."""
    match path:
        case (str(table),):
            return table in _TABLES
        case ("actions", int()):
            return True
    return False


def _has_no_blank_line(_path: Path) -> bool:
    return False
