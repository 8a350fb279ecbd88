"""Somebody who waits for a long document at a terminal sees how far it is read, and nobody else is told."""

import io
import sys
from pathlib import Path

import pytest

from tcplan.cli.support import reading_progress
from tcplan.cli.support.reading_progress import progress_for


class WatchedStream(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def test_a_long_document_says_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """On one line, which is gone at the end."""
    stream = WatchedStream()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(reading_progress, "PATIENCE", 0.0)
    say = progress_for(Path("plan.pdf"))
    assert say
    say(1, 2)
    say(2, 2)
    assert "tcplan: reading plan.pdf: page 1 of 2" in stream.getvalue()
    assert stream.getvalue().endswith("\r")


def test_a_short_one_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds are no time."""
    stream = WatchedStream()
    monkeypatch.setattr(sys, "stderr", stream)
    say = progress_for(Path("plan.pdf"))
    assert say
    say(1, 2)
    assert stream.getvalue() == ""


def test_nobody_is_told_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log has no use for it."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert progress_for(Path("plan.pdf")) is None
