"""Prose without markup takes a short way, which leads to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcplan.render import prose as printed
from tcplan.render.plain_prose import is_plain
from tcplan.views.documents.parts import Prose

PLAIN = (
    "Two of four sessions were held.",
    "Two sessions; three follow (in June), at 50% - or more?\nThe library's \"new\" wing: 12/2026.\n",
    "Größe, naïve ’quotes’ – and a dash — for £5",
    "技術者 asked",
)
WITH_MARKUP = (
    *("*words*", "_words_", "`words`", "a [link](https://a.example)", "a ![picture](https://a.example)", "a <b>word</b>"),
    *("# Title", "- one", "+ one", "1. one", "1) one", "> quoted", "    code", "\tcode", "~~~\ncode", "Title\n===", "Title\n---"),
    *("a | b\n--- | ---", "two spaces  \nat the end", "a back\\slash", "R&amp;D", "R&D", "one\n\ntwo", "[a]: https://a.example"),
    *("a\u00a0b", "a\u200bb", "a\u202eb", "\u001b[1m", "", "\n", " leading", "::add-mask::x", "##[error]x", "a\r\nb", "a\fb"),
)
SIGNS = "abZé7技 \n\n.,;:'\"/()%?’‘“”–—£€-=+*_#>|[]!<&\\`~\t\u00a0"


@pytest.mark.parametrize("text", PLAIN)
def test_words_are_plain(text: str) -> None:
    """Sentences with ordinary punctuation need no parser."""
    assert is_plain(text)


@pytest.mark.parametrize("text", WITH_MARKUP)
def test_markup_is_not_plain(text: str) -> None:
    """Whatever Markdown or HTML could read as a sign of its own is left to the parser."""
    assert not is_plain(text)


@given(st.text(SIGNS, max_size=30) | st.from_regex(r"[a-z][a-z .,;:()/%-]{0,20}(\n[a-z][a-z .,;:()/%-]{0,9})?\n?", fullmatch=True))
def test_short_way_leads_to_the_same(text: str) -> None:
    """A plain text is printed as the parser and the writers print it, in both formats."""
    if text.strip() and is_plain(text):
        short = printed.prose_html(Prose(text, 2, "a")), printed.prose_markdown(Prose(text, 2, "a"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(printed, "is_plain", lambda _text: False)
            assert (printed.prose_html(Prose(text, 2, "a")), printed.prose_markdown(Prose(text, 2, "a"))) == short


def test_a_long_text_takes_little_time() -> None:
    """The pattern never goes back: the time grows with the length."""
    assert not is_plain("a-" * 500_000 + "_")
