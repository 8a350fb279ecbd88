"""One file of a source: read, shaped, and able to say where its problems are."""

from dataclasses import dataclass
from typing import Final

from tcplan.files.containment import OutsideError
from tcplan.files.encodings import foreign_encoding
from tcplan.files.notice import Notice
from tcplan.files.sources import MAX_BYTES, Source
from tcplan.files.unread import unread_link
from tcplan.findings import codes
from tcplan.findings.finding import Code, Finding, Problem
from tcplan.findings.marks import Marks
from tcplan.findings.place import Locator
from tcplan.findings.span import Span
from tcplan.shape import KnownEntries, Shaped, shape
from tcplan.values.unicode_form import composed
from tcplan.yaml_reader.reader import Document, read_text

TABLES_OF_PLAN: Final = frozenset({"actions", "objectives", "pillars"})
"""Keys at the top of a file that only a plan has, and every plan with any entries."""


@dataclass(frozen=True)
class File:
    """A file as loaded: `name` is relative to the root of the workspace."""

    name: str
    document: Document
    shaped: Shaped

    @property
    def stem(self) -> str:
        """The file's name without folder and ending: what references call it."""
        return composed(self.name.rpartition("/")[2].rpartition(".")[0])

    @property
    def has_tables_of_plan(self) -> bool:
        """Whether it has the tables of a plan, whatever kind of file it says it is."""
        data = self.document.data
        return isinstance(data, dict) and not TABLES_OF_PLAN.isdisjoint(data)

    def locator(self) -> Locator:
        """What turns paths of this file into places; it knows all its lines, and is soon larger than the file."""
        document = self.document
        return Locator(self.name, document.text, document.marks, document.data)


def load(source: Source, name: str) -> File:
    """Load one file. Never raises: a file that cannot be read is one with a problem."""
    return shaped_file(read(source, name))


def shaped_file(document: Document, before: File | None = None) -> File:
    """The file of a document that is read already; entries that it shares with `before` are not shaped again."""
    known = None
    if before and before.shaped.model and not before.shaped.problems:
        known = KnownEntries(before.document.data, before.shaped.model)
    return File(document.name, document, shape(document, known))


def read(source: Source, name: str) -> Document:
    """Read one file of a source. Never raises: what cannot be read is a document with a problem."""
    try:
        data = source.read(name)
    except OutsideError as error:
        message, help_text = unread_link(str(error.strerror))
        return _unreadable(name, message, help_text, code=codes.UNFOLLOWED_LINK)
    except OSError as error:
        return _unreadable(
            name, f"the file cannot be read: {error.strerror or error}", "check its name and permissions"
        )
    if len(data) > MAX_BYTES:
        return _unreadable(
            name,
            f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB",
            "split it, or leave it out of the workspace",
        )
    if encoding := foreign_encoding(data):
        return _unreadable(name, f"the file is {encoding}, not UTF-8", "save it as UTF-8 text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        says = f"byte {data[error.start]:#04x} in line {line} is not UTF-8 text"
        return _unreadable(name, says, "save the file as UTF-8 text", data[: error.start].decode("utf-8"))
    del data  # the bytes are as large as the text, and reading is where a command takes the most
    return read_text(text, name)


def locate_notice(notice: Notice) -> Finding:
    """What is to be said about a folder, a link or the settings, as a finding."""
    problem = Problem(notice.code, (), notice.message, notice.help, span=notice.span)
    return Locator(notice.name, notice.text, Marks(), None).finding(problem)


def _unreadable(
    name: str, message: str, help_text: str, before: str = "", code: Code = codes.UNREADABLE_FILE
) -> Document:
    problem = Problem(code, (), message, help_text, span=Span(len(before), len(before)))
    return Document(name, before, None, Marks(), (problem,))
