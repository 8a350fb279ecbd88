"""What a font holds is no text: shapes of letters that look like brackets do not make a file a damaged one."""

import zlib

import pytest
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.pdf.guarded import Allowance, _GuardedStream

BRACKETS = b"[" * 500


def unpacked(data: bytes) -> bytes:
    """A packed part of a file, as it is read."""
    stream = PDFStream({"Filter": LIT("FlateDecode")}, zlib.compress(data))
    return bytes(_GuardedStream(stream, Allowance()).get_data())


@pytest.mark.parametrize("magic", [b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf"])
def test_brackets_in_a_font_are_shapes(magic: bytes) -> None:
    """Its length stays, so that its tables are where they were; nothing nests."""
    data = unpacked(magic + b"cmap" + BRACKETS + b"glyf")
    assert len(data) == len(magic) + 508
    assert b"cmap" in data
    assert b"[" * 400 not in data


@pytest.mark.parametrize("before", [b"", b"BT ", b"%!PS-AdobeFont"])
def test_brackets_in_anything_else_are_refused(before: bytes) -> None:
    """They would be read as lists in lists."""
    with pytest.raises(UnreadableError):
        unpacked(before + BRACKETS)
