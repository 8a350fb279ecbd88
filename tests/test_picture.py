"""The picture of the README is what `tcplan status` shows."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from picture import terminal_picture
from support import EXAMPLES, REPOSITORY

from tcplan.terminal.screen import Screen
from tcplan.terminal.status import status_text
from tcplan.views.status.grouping import Grouping
from tcplan.views.status.page import status_page
from tcplan.workspace import open_workspace

PICTURE = REPOSITORY / "docs/status.svg"
TITLE = "tcplan status examples --as-of 2026-06-30"


def page(*, colour: bool) -> str:
    """The page of the example plan."""
    workspace, root = open_workspace(EXAMPLES)
    shown = status_page(workspace, root, Path(EXAMPLES), date(2026, 6, 30), Grouping.PILLAR)
    return status_text(shown, Screen(width=84, colour=colour))


def test_the_picture_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """`make golden` draws it again."""
    now = terminal_picture(page(colour=True), width=84, title=TITLE)
    if request.config.getoption("--golden-update"):
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(now, "utf-8")
    assert PICTURE.read_text("utf-8") == now


def test_the_picture_holds_the_words_of_the_page_and_fetches_nothing() -> None:
    """Well-formed, with no address in it but that of the SVG namespace."""
    text = PICTURE.read_text("utf-8")
    drawn = "".join(ET.fromstring(text).itertext()).replace("\xa0", " ")  # noqa: S314 (our own file)
    for word in re.findall(r"[A-Za-z]{4,}", page(colour=False)):
        assert word in drawn
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]
