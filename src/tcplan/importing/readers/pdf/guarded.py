"""The objects of a PDF file, unpacked within limits: what pdfminer itself would unpack to gigabytes is refused."""

import re
import zlib
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO, Final

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import lzwdecode
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    int_value,
    resolve1,
)
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from tcplan.importing.readers.pdf.bounds import MAX_CODES, MAX_UNPACKED, damaged_pdf, too_much

_MAX_SLOW: Final = 1_000_000
_MAX_PREDICTED: Final = 4_000_000
_MAX_FILTERS: Final = 8
_FIRST_PNG: Final = 10
_TIFF: Final = 2

_FONTS: Final = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
"""How a font begins: shapes of letters may look like brackets by chance, and nobody reads them as such."""


@dataclass
class Allowance:
    """How much may still be unpacked; shared by all parts of a file."""

    unpacked: int = MAX_UNPACKED
    codes: int = MAX_CODES * 10

    def take(self, size: int) -> None:
        """Count bytes that were unpacked."""
        self.unpacked -= size
        if self.unpacked < 0:
            raise _bomb()


class GuardedParser(PDFParser):
    """The parser of a file, whose packed parts are guarded."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._allowance = Allowance()

    def push(self, *objects: tuple[int, Any]) -> None:
        """Take objects that were read."""
        super().push(*((pos, self._guard(one)) for pos, one in objects))

    def _guard(self, found: Any) -> Any:  # noqa: ANN401 - one of the ten kinds of object
        if isinstance(found, PDFStream) and not isinstance(found, _GuardedStream):
            return _GuardedStream(found, self._allowance)
        return found


class _GuardedStream(PDFStream):
    """A packed part of a file that unpacks to no more than what is allowed."""

    def __init__(self, stream: PDFStream, allowance: Allowance) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self._allowance = allowance

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters()[:_MAX_FILTERS]:
            data = self._unpack(data, name)
            data = self._undo_prediction(data, resolve1(parameters))
        if data.startswith(_FONTS):
            data = _nesting_pattern().sub(lambda found: bytes(len(found[0])), data)
        check_nesting(data)
        _check_codes(data, self._allowance)
        self.data, self.rawdata = data, None

    def _unpack(self, data: bytes, name: object) -> bytes:
        if name in LITERALS_FLATE_DECODE:
            data = self._inflate(data)
        elif slow := _slow_unpacker(name):
            if len(data) > _MAX_SLOW:
                raise _bomb()
            data = slow(data)
            self._allowance.take(len(data) * 4)
        return data

    def _inflate(self, data: bytes) -> bytes:
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(data, self._allowance.unpacked + 1)
        except zlib.error:
            unpacked = _inflate_start(data, self._allowance.unpacked + 1)
        self._allowance.take(len(unpacked))
        return unpacked

    def _undo_prediction(self, data: bytes, parameters: object) -> bytes:
        if not isinstance(parameters, dict) or int_value(parameters.get("Predictor", 1)) < _TIFF:
            return data
        if len(data) > _MAX_PREDICTED:
            raise _bomb()
        predictor = int_value(parameters["Predictor"])
        colours, columns, bits = (
            max(1, int_value(parameters.get(key, usual)))
            for key, usual in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
        )
        if colours * columns * bits > _MAX_PREDICTED:
            raise _bomb()
        if predictor >= _FIRST_PNG:
            return apply_png_predictor(predictor, colours, columns, bits, data)
        return apply_tiff_predictor(colours, columns, bits, data) if predictor == _TIFF else data


def _slow_unpacker(name: object) -> Any:  # noqa: ANN401 - one of four functions of pdfminer, or nothing
    for names, unpack in (
        (LITERALS_LZW_DECODE, lzwdecode),
        (LITERALS_ASCII85_DECODE, ascii85decode),
        (LITERALS_ASCIIHEX_DECODE, asciihexdecode),
        (LITERALS_RUNLENGTH_DECODE, rldecode),
    ):
        if name in names:
            return unpack
    return None


def _inflate_start(data: bytes, most: int) -> bytes:
    """What can be unpacked of a part that is damaged further on."""
    unpacker = zlib.decompressobj()
    pieces, size = [], 0
    try:
        for start in range(0, len(data), 256):
            pieces.append(unpacker.decompress(data[start : start + 256], most - size))
            size += len(pieces[-1])
            if size >= most:
                break
    except zlib.error:
        pass
    return b"".join(pieces)


def check_nesting(data: bytes) -> None:
    """Refuse lists in lists in lists, which take more memory the deeper they are."""
    if _nesting_pattern().search(data):
        raise damaged_pdf()


def _check_codes(data: bytes, allowance: Allowance) -> None:
    """Refuse a table of letters whose ranges are so long that writing them out would not end."""
    for section in _section_pattern().findall(data):
        for first, last in _range_pattern().findall(section):
            allowance.codes -= max(0, int(last[:16], 16) - int(first[:16], 16))
            if allowance.codes < 0:
                raise too_much("its fonts describe more letters than any script has")


@cache
def _nesting_pattern() -> re.Pattern[bytes]:
    return re.compile(rb"(?:[\[(<][ \t\r\n]{0,3}){400}")


@cache
def _section_pattern() -> re.Pattern[bytes]:
    return re.compile(rb"begin(?:bf|cid)range(.*?)end(?:bf|cid)range", re.DOTALL)


@cache
def _range_pattern() -> re.Pattern[bytes]:
    """The first and the last letter of a range; after them comes what they stand for."""
    return re.compile(rb"<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F]+)\s*>\s*(?:<[^>]*>|\[[^\]]*\]|\d+)")


def _bomb() -> Exception:
    return too_much("it is larger than a plan can be when it is unpacked")
