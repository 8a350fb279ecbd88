"""Permissions that count for root too: gives up the right to read and write what permissions forbid. Linux only."""

import ctypes
import os
from typing import Final

_DROP_FROM_BOUNDS: Final = 24  # PR_CAPBSET_DROP
_VERSION: Final = 0x20080522
_OVERRIDES: Final = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (("words", ctypes.c_uint32 * 6),)  # effective, permitted and inheritable, twice


def obey_permissions() -> None:
    """Make permissions count for this process and those that it starts, even as root."""
    if os.getuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = _Header(_VERSION, 0), _Sets()
    libc.capget(ctypes.byref(header), ctypes.byref(sets))
    for capability in _OVERRIDES:
        libc.prctl(_DROP_FROM_BOUNDS, capability, 0, 0, 0)
        for at in range(3):
            sets.words[at] &= ~(1 << capability)
    if libc.capset(ctypes.byref(header), ctypes.byref(sets)):
        raise OSError(ctypes.get_errno(), "permissions of root cannot be given up")
