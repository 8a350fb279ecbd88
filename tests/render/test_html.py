"""The HTML is one accessible page that asks nothing of anybody."""

import re
from itertools import pairwise

import pytest
from render.hostile import hostile_workspace
from render.rendering import DOCUMENTS, PAPERS, Element, Page, render, rendered

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(params=[*DOCUMENTS, *PAPERS, "hostile", "hostile progress"], scope="module")
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Each of the documents, and one in which every text tries to be something else."""
    if request.param in DOCUMENTS or request.param in PAPERS:
        return Page(rendered(request.param, "html"))
    folder = tmp_path_factory.mktemp("hostile")
    hostile_workspace(folder)
    if request.param == "hostile progress":
        return Page(render("progress", folder, "--to", "html", "--since", "2023-01-01", "--as-of", "2026-06-30"))
    return Page(render("stage3", folder, "--to", "html"))


def test_page_reaches_nothing_outside(page: Page) -> None:
    """There is nothing to load: no script, image, frame or sheet, and no address but in a link."""
    tags = {one.tag for one in page.root.walk()}
    assert tags.isdisjoint(
        {"script", "img", "link", "iframe", "object", "embed", "use", "image", "foreignobject", "form", "base", "video"}
    )
    for one in page.root.walk():
        assert {"src", "srcset", "style", "background", "action"}.isdisjoint(one.attrs)
        assert not [name for name in one.attrs if name.startswith("on")]
        assert "href" not in one.attrs or one.tag == "a"
    [style] = page.all("style")
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_links_lead_to_the_web_to_mail_or_into_the_page(page: Page) -> None:
    """A link begins with a scheme that is safe, or names a place that the page has."""
    places = {one.attrs["id"] for one in page.root.walk() if "id" in one.attrs}
    for link in page.all("a"):
        href = link.attrs["href"]
        assert href.startswith(("https://", "http://", "mailto:")) or href.removeprefix("#") in places, href
        assert link.text.strip()


def test_every_place_has_its_own_name(page: Page) -> None:
    """No id is used twice."""
    ids = [one.attrs["id"] for one in page.root.walk() if "id" in one.attrs]
    assert len(ids) == len(set(ids))


def test_headings_leave_out_no_level(page: Page) -> None:
    """One h1, and none below it by more than one step."""
    levels = [int(one.tag[1]) for one in page.root.walk() if one.tag in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level - before <= 1 for before, level in pairwise(levels))


def test_every_table_says_what_it_is(page: Page) -> None:
    """A caption, headings with a scope, no merged cells."""
    for table in page.all("table"):
        first = next(part for part in table.parts if isinstance(part, Element))
        assert first.tag == "caption"
        assert first.text.strip()
        for cell in table.walk():
            assert cell.tag != "th" or cell.attrs.get("scope") in ("col", "row")
            assert {"colspan", "rowspan"}.isdisjoint(cell.attrs)


def test_page_can_be_read_by_everybody(page: Page) -> None:
    """A language, a title, a way past the contents, and landmarks."""
    [html] = page.all("html")
    assert html.attrs["lang"] == "en-GB"
    assert page.all("title")[0].text.strip()
    [skip] = page.all("a", "skip")
    assert skip.attrs["href"] == f"#{page.all('main')[0].attrs['id']}"
    assert [len(page.all(tag)) for tag in ("header", "nav", "main")] == [1, 1, 1]


def test_a_colour_is_a_word_and_a_symbol_too(page: Page) -> None:
    """Every badge can be read in black and white."""
    for badge in page.all("span", "badge"):
        symbol, words = (part.text for part in badge.parts if isinstance(part, Element))
        assert symbol in "○▼▲●✔·"
        assert re.match(
            r"(Grey|Red|Amber|Green|Blue|Not|No|Few|On track|At risk|Off track|Complete|Waiting|Starts later|Closed)\b",
            words,
        )


def test_colours_have_enough_contrast() -> None:
    """Every colour of the sheet has the contrast of WCAG AA with its own ground."""
    sheet = Page(rendered("northmoor-phase-3", "html")).all("style")[0].text
    pairs = re.findall(r"[ {]color: (#[0-9a-f]{6}); background: (#[0-9a-f]{6})", sheet)
    assert len(pairs) >= 5
    for ink, ground in [*pairs, ("#4a5565", "#ffffff"), ("#0a4f8f", "#f5f7fa"), ("#0b4a5e", "#f5f7fa")]:
        light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG computes it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
