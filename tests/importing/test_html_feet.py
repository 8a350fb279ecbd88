"""The foot of a site is no part of a plan, and is told; that of an article is."""

from pathlib import Path

import pytest

from tcplan.importing.document import Paragraph
from tcplan.importing.readers.html.reader import read_html


def read(folder: Path, body: str) -> tuple[list[str], list[str]]:
    """The texts of the paragraphs of a page, and what is said of it."""
    (folder / "page.html").write_text(f"<!doctype html><body>{body}</body>")
    document = read_html(folder / "page.html")
    return [one.text for one in document.blocks if isinstance(one, Paragraph)], [
        one.message for one in document.remarks
    ]


@pytest.mark.parametrize(
    "foot",
    ["<footer><p>Privacy</p><p>Cookies</p></footer>", "<div><footer>Privacy <a href='/c'>Cookies</a></footer></div>"],
)
def test_the_foot_of_a_site_is_told(tmp_path: Path, foot: str) -> None:
    """Where the page says which is its main part."""
    texts, said = read(tmp_path, f"<main><p>Publish profiles</p></main>{foot}")
    assert texts == ["Publish profiles"]
    assert said == ["the foot of the site was not read: Privacy Cookies"]


@pytest.mark.parametrize(
    "body",
    [
        "<main><p>Publish profiles</p><footer>Updated in May</footer></main>",
        "<p>Publish profiles</p><footer>Updated in May</footer>",
        "<main><article><p>Publish profiles</p><footer>Updated in May</footer></article></main>",
    ],
)
def test_another_foot_is_read(tmp_path: Path, body: str) -> None:
    """It may say something about the plan."""
    assert read(tmp_path, body) == (["Publish profiles", "Updated in May"], [])
