"""A zip file as Word, Excel and others write it, read within limits. Nothing is unpacked to the disk."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_END
from pathlib import Path
from typing import IO, Final, Self

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.limits import MAX_DIRECTORY, MAX_PART, MAX_UNPACKED

_CHUNK: Final = 1 << 16
_END_RECORD: Final = struct.Struct("<4s4H2LH")
_END_RECORD_64: Final = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64: Final = struct.Struct("<4sLQL")


def damaged() -> UnreadableError:
    """Why a file that is cut off or broken cannot be read."""
    return UnreadableError(
        "this file is damaged: it was cut off, or changed on its way",
        "open it in the program that made it and save it again, or ask for another copy",
    )


def too_large(what: str) -> UnreadableError:
    """Why a file beyond a limit is not read; `what` is larger than a plan can be."""
    return UnreadableError(
        f"this file is not read: {what}",
        "copy the pages or sheets with the plan into a new document, and import that",
    )


class Archive:
    """A zip file that is open. The names of its parts are compared without case, as these formats ask for."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        try:
            with _read_safely():
                _check_directory(self._file)
                self._zip = zipfile.ZipFile(self._file)
        except BaseException:
            self._file.close()
            raise
        self._parts = {_normal(info.filename): info for info in self._zip.infolist()}
        self._unpacked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return _normal(name) in self._parts

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters, in the order of the file."""
        return tuple(self._parts)

    def read(self, name: str, most: int = MAX_PART) -> bytes:
        """The bytes of a part; UnreadableError where it is damaged or larger than `most`."""
        return b"".join(self.chunks(name, most))

    def chunks(self, name: str, most: int = MAX_PART) -> Iterator[bytes]:
        """The same piece by piece, for parts that are never held as a whole. KeyError if there is no such part."""
        left = most
        with _read_safely(), self._open(name) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                self._unpacked += len(chunk)
                # What the list of contents says of a size may be a lie: what counts is what comes out.
                if left < 0 or self._unpacked > MAX_UNPACKED:
                    raise too_large("it is larger than a plan can be when it is unpacked")
                yield chunk

    def _open(self, name: str) -> IO[bytes]:
        info = self._parts[_normal(name)]
        if info.flag_bits & 1:
            raise UnreadableError("this file is protected by a password", "save a copy without the password")
        return self._zip.open(info)


def _normal(name: str) -> str:
    """The name of a part, as it is compared: some programs write other slashes, or one in front."""
    return name.replace("\\", "/").lstrip("/").casefold()


@contextmanager
def _read_safely() -> Iterator[None]:
    """Whatever zipfile raises about a broken file, in words for people."""
    try:
        yield
    except NotImplementedError:
        message = "this file is packed in a way that office programs do not use"
        raise UnreadableError(message, "open it in the program that made it and save it again") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, OverflowError, RuntimeError, ValueError):
        raise damaged() from None


def _check_directory(file: IO[bytes]) -> None:
    """Refuse a list of contents that is so long that reading it alone would take the memory of the machine."""
    size = file.seek(0, SEEK_END)
    start = max(0, size - _END_RECORD.size - 0xFFFF)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END_RECORD.size:
        raise damaged()
    length: int = _END_RECORD.unpack_from(tail, at)[5]
    if max(length, _large_directory(file, start + at)) > MAX_DIRECTORY:
        raise too_large("it holds more parts than any document")


def _large_directory(file: IO[bytes], end: int) -> int:
    """The length of the list of contents as the record for very large files gives it; 0 where there is none."""
    if end < _LOCATOR_64.size:
        return 0
    file.seek(end - _LOCATOR_64.size)
    signature, _, where, _ = _LOCATOR_64.unpack(file.read(_LOCATOR_64.size))
    if signature != b"PK\x06\x07":
        return 0
    file.seek(where)
    record = file.read(_END_RECORD_64.size)
    return int(_END_RECORD_64.unpack(record)[8])
