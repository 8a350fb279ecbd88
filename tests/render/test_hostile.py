"""Whatever is typed comes out as the text that it is."""

from pathlib import Path

import pytest
from render.hostile import UNPUBLISHED, Texts, hostile_workspace
from render.rendering import Page, action_rows, leaves, markdown_tokens, marked, plain, render, reviewed_rows


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Texts]:
    """A workspace of hostile texts, and what they are."""
    folder = tmp_path_factory.mktemp("hostile")
    return folder, hostile_workspace(folder)


@pytest.fixture(scope="module")
def html(hostile: tuple[Path, Texts]) -> str:
    """Its submission as HTML."""
    return render("stage3", hostile[0], "--to", "html")


@pytest.fixture(scope="module")
def markdown(hostile: tuple[Path, Texts]) -> str:
    """Its submission as Markdown."""
    return render("stage3", hostile[0], "--to", "md")


def test_html_shows_every_text_as_it_is(hostile: tuple[Path, Texts], html: str) -> None:
    """A reader of the page sees the characters that were typed, control characters as their codes."""
    page = Page(html)
    seen = [" ".join(one.text.split()) for one in page.root.walk()]
    for text in hostile[1].expected():
        assert any(text in one for one in seen), text


def test_markdown_shows_every_text_as_it_is(hostile: tuple[Path, Texts], markdown: str) -> None:
    """A reader of the Markdown sees the characters that were typed."""
    seen = plain(markdown_tokens(markdown))
    for text in hostile[1].expected():
        assert text in seen, text


def test_markdown_holds_no_html_and_no_image(markdown: str) -> None:
    """Not even a reader that lets HTML through finds any but the record that `tcplan verify` reads."""
    tokens = leaves(markdown_tokens(markdown))
    kinds = {token.type for token in tokens if not token.content.startswith("<!-- tcplan ")}
    assert kinds.isdisjoint({"html_block", "html_inline", "image"})


def test_both_hold_every_prose_and_no_more_entries_than_there_are(
    hostile: tuple[Path, Texts], html: str, markdown: str
) -> None:
    """Prose can neither hide nor add an action, an answer, an evidence item or a quote."""
    page = Page(html)
    for name in hostile[1].prose:
        assert name in html
        assert name in markdown
    assert len(page.all("tr", "action")) == len(action_rows(markdown)) == 2
    reviewed = [one for one in page.all("tr") if any(name.startswith("reviewed-") for name in one.classes)]
    assert len(reviewed) == len(reviewed_rows(markdown)) == 4
    assert len(page.all("div", "answer")) == marked(markdown, "Answer") == 1
    # A review cites a case study twice, which is printed once.
    assert len(page.all("li", "evidence")) == marked(markdown, "Evidence") == 3 * 8 - 1
    assert len(page.all("blockquote", "quote")) == marked(markdown, "Quote") == 4


def test_no_control_character_comes_through(html: str, markdown: str) -> None:
    """Neither as it was typed nor as an entity of Markdown; `clean` shows it as its code."""
    for text in (html, markdown):
        assert not set(text) & {"\x1b", "\x07", "\u202e", "\u2069"}
        assert "U+001B" in text


@pytest.mark.parametrize("what", ["stage3", "plan", "progress"])
@pytest.mark.parametrize("to", ["md", "html"])
def test_internal_text_is_never_published(hostile: tuple[Path, Texts], what: str, to: str) -> None:
    """What is internal is in no document."""
    assert UNPUBLISHED not in render(what, hostile[0], "--to", to, "--as-of", "2024-01-02")


def test_evidence_that_is_internal_gives_its_title(hostile: tuple[Path, Texts], html: str) -> None:
    """The title is published, and leads nowhere."""
    page = Page(html)
    leads = [any(part.tag == "a" for part in one.walk()) for one in page.all("li", "evidence")]
    assert leads.count(False) == 8
    assert hostile[0].is_dir()
