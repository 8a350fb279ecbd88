"""On a status page symbols and letters carry the colours; words and whole lines do not."""

import re
from datetime import date
from pathlib import Path

import pytest
from support import EXAMPLES, REPOSITORY

from tcplan.progress import assess
from tcplan.terminal.explanation import add_explanation
from tcplan.terminal.page import Page
from tcplan.terminal.screen import Screen
from tcplan.terminal.status import StatusParts, status_text
from tcplan.terminal.status_brief import brief_text
from tcplan.values.rag import LETTERS, NO_REPORT_SYMBOL, SYMBOLS
from tcplan.views.explanation.page import explanation_row
from tcplan.views.status.grouping import Grouping
from tcplan.views.status.page import plans_at, status_page
from tcplan.workspace import open_workspace

DAY = date(2026, 6, 30)
PAINTED = re.compile(r"\x1b\[((?:\d+;?)+)m(.*?)\x1b\[0m")
MARKS = {*SYMBOLS.values(), *LETTERS.values(), NO_REPORT_SYMBOL, "!", "-", "+", "x", "A", "G", "R", "B", "N", "C"}
STRONG_OR_QUIET = {"1", "2"}


@pytest.mark.parametrize("path", [EXAMPLES, REPOSITORY / "plans/durham", EXAMPLES / "plans/northmoor/phase-1.yaml"])
@pytest.mark.parametrize("kind", ["page", "brief", "explanation", "ascii"])
def test_only_marks_and_numbers_are_coloured(path: Path, kind: str) -> None:
    """Apart from the badge of the headline, whose words say what its colour says."""
    workspace, root = open_workspace(path)
    page = status_page(workspace, root, path, DAY, Grouping.PILLAR)
    screen = Screen(width=100, colour=True, encoding="ascii" if kind == "ascii" else "utf-8")
    if kind == "brief":
        text = brief_text(page, screen)
    elif kind == "explanation":
        out = Page(screen)
        (folder, plan), *_ = plans_at(workspace, root, path, DAY)
        add_explanation(out, explanation_row(workspace, assess(workspace, folder, plan, DAY)))
        text = out.text()
    else:
        text = status_text(page, screen, StatusParts(objectives=True))
    painted = [(style, words.strip()) for style, words in PAINTED.findall(text) if style not in STRONG_OR_QUIET]
    badges = [words for style, words in painted if len(style.split(";")) > 1]
    assert painted
    assert len(badges) == (0 if kind == "explanation" else len(page.plans))
    for style, words in painted:
        if len(style.split(";")) == 1 and not words.isdecimal():
            assert all(one in MARKS or set(one) <= MARKS for one in words.split()), (style, words)
