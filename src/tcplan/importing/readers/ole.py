"""The names of the streams in an old office file (OLE): they tell an old Word document from one with a password."""

import struct
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_SHIFTS: Final = (9, 12)
"""The sizes of sectors, as powers of two: 512 and 4096 bytes."""

_ENTRY: Final = 128
_IN_HEADER: Final = 109
_LAST: Final = 0xFFFFFFFA  # this number and those above say that no sector follows
_NO_ENTRY: Final = 0xFFFFFFFF
_MAX_SECTORS: Final = 5_000


def stream_names(path: Path) -> frozenset[str]:
    """The names of the streams and folders on top; those that embedded files have are not among them."""
    with path.open("rb") as file:
        try:
            entries = b"".join(_Sectors(file).directory())
            return frozenset(_children(entries))
        except (struct.error, OverflowError, ValueError):
            return frozenset()


class _Sectors:
    """The sectors of a file, each of which says in a table which one follows it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._header = file.read(_HEADER)
        shift: int = struct.unpack_from("<H", self._header, 30)[0]
        if shift not in _SHIFTS:
            raise ValueError
        self._size = 1 << shift
        self._table: list[int] = []

    def directory(self) -> Iterator[bytes]:
        """The sectors of the directory."""
        self._table = list(islice(self._table_sectors(), _MAX_SECTORS))
        sector: int = struct.unpack_from("<L", self._header, 48)[0]
        for _ in range(_MAX_SECTORS):
            if sector >= _LAST:
                break
            yield self._read(sector)
            sector = self._following(sector)

    def _following(self, sector: int) -> int:
        each = self._size // 4
        at, within = divmod(sector, each)
        if at >= len(self._table):
            return _LAST
        following: int = struct.unpack_from("<L", self._read(self._table[at]), 4 * within)[0]
        return following

    def _table_sectors(self) -> Iterator[int]:
        """The sectors of the table: the first are listed in the header, the others in sectors of their own."""
        yield from struct.unpack_from(f"<{_IN_HEADER}L", self._header, 76)
        following: int = struct.unpack_from("<L", self._header, 68)[0]
        for _ in range(_MAX_SECTORS):
            if following >= _LAST:
                break
            *listed, following = struct.unpack(f"<{self._size // 4}L", self._read(following))
            yield from listed

    def _read(self, sector: int) -> bytes:
        self._file.seek((sector + 1) * self._size)
        return self._file.read(self._size)


def _children(entries: bytes) -> Iterator[str]:
    """The names of the entries that the first one, the root, holds; each names two neighbours."""
    waiting = [struct.unpack_from("<L", entries, 76)[0]]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop()
        if at == _NO_ENTRY or at in seen or (at + 1) * _ENTRY > len(entries):
            continue
        seen.add(at)
        length, left, right = struct.unpack_from("<HxxLL", entries, at * _ENTRY + 64)
        name = entries[at * _ENTRY : at * _ENTRY + max(0, min(length, 64) - 2)]
        yield name.decode("utf-16-le", "replace")
        waiting += [left, right]
