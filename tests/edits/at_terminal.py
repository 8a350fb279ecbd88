"""A terminal of our own, and somebody who types in it."""

import codecs
import os
import select
import subprocess
import sys
from pathlib import Path

PATIENCE = 30.0
"""Seconds until a program that neither asks nor ends is taken for one that hangs."""

_WITH_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "tcplan", *sys.argv[1:]])
"""


class Terminal:
    """`tcplan` with the arguments, running in a terminal of 80 columns."""

    def __init__(self, *arguments: str, cwd: Path) -> None:
        self._ours, theirs = os.openpty()
        self.shown = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WITH_TERMINAL, *arguments],
            cwd=cwd,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def type(self, keys: str) -> None:
        """Wait until it asks, then press some keys."""
        self.see("> ")
        self.press(keys)

    def see(self, words: str) -> None:
        """Wait until it shows some words last."""
        while not self.shown.endswith(words) and self._read():
            pass

    def press(self, keys: str) -> None:
        """Press some keys at once."""
        self.shown += "\n"
        os.write(self._ours, keys.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, and once more where that was lost between two keys, as CPython may lose it."""
        for _ in range(int(PATIENCE)):
            self.press("\x03")
            if select.select([self._ours], [], [], 2.0)[0]:
                return

    def end(self) -> int:
        """Wait until it has ended; returns the exit code."""
        while self._read():
            pass
        os.close(self._ours)
        return self._process.wait(PATIENCE)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], PATIENCE)
        assert ready, f"it hangs:\n{self.shown}"
        try:
            read = os.read(self._ours, 4096)
        except OSError:  # what Linux says where the other side has gone
            return False
        self.shown += self._decoder.decode(read).replace("\r\n", "\n")
        return bool(read)
