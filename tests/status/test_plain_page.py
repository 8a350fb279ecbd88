"""A page without colours is written in another way than one with them."""

import re

from tcplan.terminal.page import QUIET, Page
from tcplan.terminal.screen import Screen

LINES = (
    "Plain.",
    "  with spaces at its end   ",
    "a\ttab",
    "[bold] is text",
    "bell \x07 and \r return",
    "::name::x",
    "",
)


def test_a_page_without_colours_says_what_one_with_colours_says() -> None:
    """Only the colours are missing."""
    plain, coloured = (page(Screen(colour=colour)) for colour in (False, True))
    assert "\x1b" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def page(screen: Screen) -> str:
    """The lines on a screen, each also after a quiet word."""
    out = Page(screen)
    for line in LINES:
        out.line(line)
        out.line(("quiet", QUIET), " ", line)
        out.blank()
    return out.text()
