"""Texts and prose inside a Markdown document, for any text at all."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from render.rendering import leaves, markdown_tokens, plain, tables

from tcplan.render.environment import markdown_environment
from tcplan.render.prose import prose_html, prose_in_cell, prose_markdown
from tcplan.render.tokens import prose_tokens
from tcplan.values.plain_text import clean, markdown_text
from tcplan.views.documents.parts import Prose

MARKS = st.sampled_from(
    [
        *"\\`*_[]()<>|~#&;!-+=:.1 \n\t>a",
        "```",
        "~~~",
        "---",
        "| ",
        "\n\n",
        "    ",
        "&#10;",
        "&lt;",
        "1. ",
        "- ",
        "](",
        "<b>",
        "__",
        "**",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(MARKS, max_size=30).map("".join))


FRAME = markdown_environment(Path()).from_string(
    "+ a\n\n  {{ one | inside }}\n+ b\n\nc\n\n{{ one | quoted }}\n>\n> d\n\ne\n"
)


def words(text: str) -> str:
    """What a reader of the Markdown sees."""
    return plain(markdown_tokens(text))


@given(TEXTS)
def test_text_is_itself_in_every_place(text: str) -> None:
    """In a paragraph, a heading, a list item and the cell of a table nothing of a text is markup."""
    shown, escaped = " ".join(clean(text).split()), str(markdown_text(text))
    assert words(escaped) == shown
    assert words(f"## __Action__ {escaped}") == f"Action {shown}".strip()
    assert words(f"+ __Label:__ {escaped}") == f"Label: {shown}".strip()
    assert words(f"+ {escaped}") == shown
    assert words(f"| a | b |\n| --- | --- |\n| {escaped} | end |") == " ".join(f"a b {shown} end".split())


@given(TEXTS)
def test_prose_says_the_same_in_markdown(text: str) -> None:
    """Prose written back as Markdown reads as it did, holds no HTML, and ends where it ends."""
    written = str(prose_markdown(Prose(text, 3, "a test")))
    meant = plain(prose_tokens(text, 3))
    assert words(written) == meant
    tokens = markdown_tokens(f"{written}\n\n# END\n")
    assert [token.content for token in tokens if token.level == 1 and token.type == "inline"][-1] == "END"
    assert {token.type for token in leaves(tokens)}.isdisjoint({"html_block", "html_inline", "image"})
    assert all(token.markup != "__" for token in leaves(tokens) if token.type == "strong_open")


@given(TEXTS)
def test_prose_stays_in_the_cell_that_it_is_in(text: str) -> None:
    """Whatever it is, it is one cell of one row, and the next cell is still the next."""
    written = str(prose_in_cell(Prose(text, 3, "a test")))
    assert "\n" not in written
    document = f"| h | h | h |\n| - | - | - |\n| a | {written} | END |\n\nAfter\n"
    [table] = tables(document)
    assert [(len(row), row[0], row[-1]) for row in table] == [(3, "h", "h"), (3, "a", "END")]
    kinds = {token.type for token in leaves(markdown_tokens(document))}
    assert kinds.isdisjoint({"html_block", "html_inline", "image", "fence", "heading_open"})


@given(TEXTS)
def test_prose_stays_in_the_item_or_quote_that_it_is_in(text: str) -> None:
    """Nothing in prose ends the list item or the quote around it, and what follows is not drawn into it."""
    made = FRAME.render(one=Prose(text, 3, "a test"))
    tokens = markdown_tokens(made)
    outside = [token.type for token in tokens if token.level == 0 and token.nesting >= 0]
    assert outside == ["bullet_list_open", "paragraph_open", "blockquote_open", "paragraph_open"]
    assert sum(token.type == "list_item_open" and token.level == 1 for token in tokens) == 2


@given(TEXTS)
def test_prose_keeps_to_its_place_in_html(text: str) -> None:
    """Prose as HTML has no heading above its place, and closes what it opens."""
    html = str(prose_html(Prose(text, 3, "a test")))
    assert not any(f"<{tag}" in html for tag in ("h1", "h2", "h3", "script", "img"))
    assert html.count("<table>") == html.count("</table>") == html.count("<caption>")
