"""Makes old office files (OLE) with the names of streams, by which they are known."""

import struct

_SECTOR = 512
_FREE, _END, _TABLE, _NOTHING = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def old_office_file(*streams: str, embedded: str = "") -> bytes:
    """A file with streams of these names on top, and one in a folder if `embedded` is given. All are empty."""
    names = ["Root Entry", *streams, *(["ObjectPool", embedded] if embedded else [])]
    on_top = len(streams) + bool(embedded)
    entries = [_entry(name, at, on_top) for at, name in enumerate(names)]
    if embedded:
        entries[-2] = _entry("ObjectPool", on_top, on_top, child=on_top + 1)
        entries[-1] = _entry(embedded, 0, 0)
    directory = b"".join(entries).ljust(-(-len(entries) * 128 // _SECTOR) * _SECTOR, b"\0")
    count = len(directory) // _SECTOR
    following = [_TABLE, *range(2, count + 1), _END]
    table = struct.pack(f"<{len(following)}L", *following).ljust(_SECTOR, b"\xff")
    return _header() + table + directory


def _entry(name: str, at: int, last: int, child: int = _NOTHING) -> bytes:
    """An entry of the directory. The first is the root; the others name the next as their right neighbour."""
    is_root = name == "Root Entry"
    written = name.encode("utf-16-le")
    right = at + 1 if 0 < at < last else _NOTHING
    child = 1 if is_root else child
    head = written.ljust(64, b"\0") + struct.pack(
        "<HBBLLL", len(written) + 2, 5 if is_root else 2, 1, _NOTHING, right, child
    )
    return head.ljust(128, b"\0")


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0") + struct.pack("<LLLLLLLL", 1, 1, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<109L", 0, *[_FREE] * 108)
