"""Documents in a real browser: narrow, with large and spaced text, in light and dark colours, by keyboard, with axe."""

from collections.abc import Iterator

import pytest
from formats.browser import Page, browser
from formats.submissions import workspace
from formats.tools import BUILD, there
from support import EXAMPLES, tcplan

FORMS = ("stage1", "stage2", "stage3", "plan")
KINDS = {
    **{f"example {form}": (form, None) for form in FORMS},
    **{f"{count} actions, {form}": (form, count) for count in (0, 200) for form in FORMS},
}
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
    "p { margin-bottom: 2em !important }"
)
"""What a reader may set, as WCAG 1.4.12 says."""

LARGE = "html { font-size: 200% }"
CUT = """
[...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  return one.childNodes.length && box.width > 1 && style.clipPath === "none" && !one.closest("svg, .skip, thead")
    && (box.right > innerWidth + 1 || box.left < -1);
}).map((one) => one.outerHTML.slice(0, 150))
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A browser."""
    there(BUILD / "node_modules/axe-core")
    with browser(tmp_path_factory.mktemp("browser")) as tab:
        yield tab


@pytest.fixture(scope="module", params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A document without the line that forbids scripts, for axe."""
    form, count = KINDS[request.param]
    folder = tmp_path_factory.mktemp("document")
    root = EXAMPLES if count is None else workspace(folder, count)
    what = root if form != "plan" or count is None else root / "plans/u/phase-2.yaml"
    days = () if count is None else ("--as-of", "2026-09-30")
    document = folder / "document.html"
    made = tcplan(
        "render", form, what, "-o", document, *(days or (("--as-of", "2026-06-30") if form == "plan" else ()))
    )
    assert made.returncode == 0, made.stderr
    text = document.read_text("utf-8")
    document.write_text(text.replace("default-src 'none'; style-src 'unsafe-inline'", ""), "utf-8")
    return document.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(page: Page, address: str, width: int, scheme: str) -> None:
    """On a telephone and on a desk, in light and in dark colours."""
    page.resize(width)
    page.prefer(scheme)
    page.open(address)
    page.run(there(BUILD / "node_modules/axe-core/axe.min.js").read_text("utf-8") + "; 1")
    found = page.run(
        "axe.run({resultTypes: ['violations']}).then((found) => ({checked: found.passes.length, "
        "wrong: found.violations.map((one) => [one.id, ...one.nodes.slice(0, 3).map((node) => node.html)])}))"
    )
    assert found["checked"] > 20
    assert found["wrong"] == []


@pytest.mark.parametrize("style", ["", LARGE, SPACING, LARGE + SPACING], ids=["plain", "large", "spaced", "both"])
def test_nothing_is_wider_than_a_telephone(page: Page, address: str, style: str) -> None:
    """Neither the page nor anything in it is cut off, with text of twice the size or with more space."""
    page.resize(320)
    page.prefer("light")
    page.open(address)
    page.run(f"document.head.append(Object.assign(document.createElement('style'), {{textContent: `{style}`}}))")
    assert page.run("document.documentElement.scrollWidth") <= 320
    assert page.run(CUT) == []


def test_what_is_too_wide_would_be_found(page: Page, address: str) -> None:
    """A word that does not break."""
    page.resize(320)
    page.open(address)
    word = "Object.assign(document.createElement('p'), {textContent: 'a'.repeat(200), style: 'width: max-content'})"
    page.run(f"document.querySelector('main').append({word})")
    assert page.run(CUT) != []


def test_the_keyboard_reaches_everything(page: Page, address: str) -> None:
    """The first key shows the way past the head; what is focused has an outline, and what scrolls can be focused."""
    page.resize(1280)
    page.open(address)
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    assert page.run("document.activeElement.getBoundingClientRect().left") >= 0
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.press("Enter", "Tab")
    assert page.run("document.activeElement.closest('main') !== null")
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.resize(700)
    scrolled = "[...document.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && "
    unreached = "getComputedStyle(one).overflowX === 'auto' && one.tabIndex !== 0).length"
    assert page.run(scrolled + unreached) == 0
