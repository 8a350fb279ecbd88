"""Prose without markup takes a short way, which leads to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcplan.render.plain_prose import is_plain
from tcplan.render.prose import parsed_html, parsed_markdown, prose_html, prose_markdown
from tcplan.views.documents.parts import Prose

PLAIN = (
    "Two of four sessions were held.",
    'Two sessions; three follow (in June), at 50% - or more?\nThe library\'s "new" wing: 12/2026.\n',
    "Größe, na\u00efve \u2018quotes\u2019 \u2013 and a dash \u2014 for £5",
    "技術者 asked",
)
EMPHASISED = (
    *("*words*", "**words**", "a *b* **c d** e", "**Label:** no", "a (*b*) *c*, **d**; *e*?", '*a"b c*', "a *b*)."),
    *("a *b\nc* d", "a *b*c", "a*b*", "a * b *", "* a*", "a ***b*** c", "a *b **c** d*", "a \\*b*", "*1* a", "a *1*"),
    *("a **b* c", "a *b** c", "**a*", "*a\n*b*", "a **", "***", "a *b *c* d*", "a\n* b", "a\n*b*\n**c**\n"),
)
WITH_MARKUP = (
    *("*words", "_words_", "`words`", "a [link](https://a.example)", "a ![picture](https://a.example)", "a <b>c</b>"),
    *("# Title", "- one", "+ one", "1. one", "1) one", "> quoted", "    code", "\tcode", "~~~\ncode", "Title\n===="),
    *("Title\n---", "a | b\n--- | ---", "two spaces  \nat the end", "a back\\slash", "R&amp;D", "R&D", "one\n\ntwo"),
    *(
        "[a]: https://a.example",
        "a\u00a0b",
        "a\u200bb",
        "a\u202eb",
        "\u001b[1m",
        "",
        "\n",
        " leading",
        "a\r\nb",
        "a\fb",
    ),
    *("::add-mask::x", "##[error]x"),
)
SIGNS = "abZé7技 \n\n**.,;:'\"/()%?\u2018\u2019\u201c\u201d\u2013\u2014£€-=+*_#>|[]!<&\\`~\t\u00a0"
WORDS = r"[a-z][a-z .,;:()/%-]{0,20}(\n[a-z][a-z .,;:()/%-]{0,9})?\n?"
STARS = r"[a*][a*]{0,3}( ?(\(?\*{1,3}[a1 ]{1,4}\*{1,3}[.,;:?)]{0,2}|[a*.\n]{1,3})){0,4}"


@pytest.mark.parametrize("text", PLAIN)
def test_words_are_plain(text: str) -> None:
    """Sentences with ordinary punctuation need no parser."""
    assert is_plain(text)


@pytest.mark.parametrize("text", WITH_MARKUP)
def test_markup_is_not_plain(text: str) -> None:
    """Whatever Markdown or HTML could read as a sign of its own is left to the parser."""
    assert not is_plain(text)


@pytest.mark.parametrize("text", ["*words*", "a **b c** d", "**Label**: no", "a (*b*) *c*, **d**;\n*e*?"])
def test_whole_words_between_asterisks_are_plain(text: str) -> None:
    """Simple emphasis is common, and needs no parser."""
    assert is_plain(text)


@pytest.mark.parametrize("text", EMPHASISED)
def test_emphasis_is_printed_as_the_parser_prints_it(text: str) -> None:
    """What asterisks mean is never guessed."""
    _check_short_way(text)


@given(st.text(SIGNS, max_size=30) | st.from_regex(WORDS, fullmatch=True) | st.from_regex(STARS, fullmatch=True))
def test_short_way_leads_to_the_same(text: str) -> None:
    """A plain text is printed as the parser and the writers print it, in both formats."""
    _check_short_way(text)


def _check_short_way(text: str) -> None:
    prose = Prose(text, 2, "a")
    if is_plain(text):
        assert prose_html(prose) == parsed_html(prose)
        assert prose_markdown(prose) == parsed_markdown(prose)


def test_a_long_text_takes_little_time() -> None:
    """The pattern never goes back: the time grows with the length."""
    for long in ("a-" * 500_000, "a *b* " * 100_000, "*a " * 200_000, "a (*b " * 100_000):
        assert not is_plain(f"{long}_")
