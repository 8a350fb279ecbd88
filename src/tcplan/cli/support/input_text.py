"""A text that somebody names a file for, or sends through standard input."""

from pathlib import Path
from typing import Final

from tcplan.cli.support.options import require_file
from tcplan.cli.support.standard_input import read_standard_input
from tcplan.cli.support.write_output import STANDARD_STREAM
from tcplan.errors import NothingReadError, UsageError
from tcplan.files.containment import OutsideError, read_inside
from tcplan.files.locating import find_root
from tcplan.files.sources import MAX_BYTES
from tcplan.files.unread import unread_link
from tcplan.workspace.workspace import absolute

INPUTS: Final = frozenset({str(STANDARD_STREAM), "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
"""The names that standard input has; systems have links for it, which are not those of a workspace."""

_OF_WORD: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")
"""How files of word processors and PDF begin."""


def read_input(name: Path, hint: str) -> bytes:
    """What is in a file, if no link leads to it from outside its workspace; see `files.containment`.

    Raises NothingReadError, with the hint, for what cannot be read.
    """
    if str(name) in INPUTS:
        return read_standard_input()
    try:
        return read_inside(find_root(absolute(require_file(name))), name, MAX_BYTES)
    except NothingReadError as error:
        raise NothingReadError(error.message, hint) from None
    except OutsideError as error:
        message, help_text = unread_link(str(error.strerror))
        raise NothingReadError(f"{name}: {message}", help_text) from None
    except OSError as error:
        raise NothingReadError(f"{name}: {error.strerror or error}", hint) from error


def read_input_text(name: Path, hint: str) -> str:
    """The same as text: in UTF-8 or, as older programs of Windows write it, in code page 1252.

    Raises UsageError for what is not text, such as a document of Word.
    """
    data = read_input(name, hint)
    if data.startswith(_OF_WORD):
        raise UsageError(
            f"{name} is not plain text", "copy its words into a text file, or save it as plain text (.txt)"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            raise UsageError(f"{name} is not text", "save it as plain text in UTF-8") from None
