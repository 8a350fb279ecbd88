"""A PNG picture that is safe inside a page: only the parts that make the picture, and none that say who made it."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"})
_WIDEST: Final = 4000
_FRAME: Final = 12
"""The bytes of a chunk beside its data: length, kind and sum."""


class BadPngError(ValueError):
    """A picture that cannot be printed; the message says why."""


def clean_png(data: bytes) -> bytes:
    """The picture without its other parts, such as texts and places; raises BadPngError."""
    if not data.startswith(_SIGNATURE):
        raise BadPngError("it is not a PNG picture")
    chunks = [*_chunks(data)]
    kinds = [kind for kind, _ in chunks]
    if not chunks or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise BadPngError("the picture is incomplete")
    width, height = struct.unpack(">II", chunks[0][1][8:16])
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST):
        raise BadPngError(f"the picture is {width} by {height} pixels; at most {_WIDEST} by {_WIDEST} fit a logo")
    return _SIGNATURE + b"".join(chunk for kind, chunk in chunks if kind in _KEPT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks up to the last, each with its kind and all its bytes."""
    start = len(_SIGNATURE)
    while start < len(data):
        if start + _FRAME > len(data):
            raise BadPngError("the picture is cut off")
        [length] = struct.unpack(">I", data[start : start + 4])
        chunk = data[start : start + _FRAME + length]
        if len(chunk) < _FRAME + length:
            raise BadPngError("the picture is cut off")
        if zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            raise BadPngError("the picture is damaged")
        yield chunk[4:8], chunk
        start += _FRAME + length
        if chunk[4:8] == b"IEND":
            return
