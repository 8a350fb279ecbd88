"""The public pages in a real browser: by keyboard, without JavaScript, narrow, dark, and with axe and Nu."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from formats.browser import Page, browser
from formats.test_pages import installed
from formats.tools import BUILD, run, there
from support import EXAMPLES, tcplan

DAY = "2026-06-30"
SHOWN = "[...document.querySelectorAll('[id^=action-]')].filter((one) => one.offsetParent).map((one) => one.id)"
ENTRIES = "JSON.parse(document.querySelector('form.filters').dataset.entries)"
FOCUS = "document.activeElement.name || document.activeElement.type || document.activeElement.textContent"
ALL = 27
"""The actions of the example's plan."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example."""
    there(BUILD / "node_modules/axe-core")
    folder = tmp_path_factory.mktemp("site") / "public"
    made = tcplan("site", EXAMPLES, "-o", folder, "--as-of", DAY)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A browser."""
    with browser(tmp_path_factory.mktemp("browser")) as tab:
        yield tab


@pytest.fixture
def plan(site: Path, page: Page) -> str:
    """The page of the plan, open on a desk."""
    page.resize(1280)
    page.prefer("light")
    address = (site / "plans/phase-3.html").as_uri()
    page.open(address)
    return address


def pages_of(site: Path) -> list[Path]:
    """All pages, without the files to download, which are documents like any other."""
    return [one for one in sorted(site.rglob("*.html")) if one.parent.name != "downloads"]


def status(page: Page) -> Any:
    """What the count of the filter says."""
    return page.run("document.querySelector('form.filters [role=status]').textContent")


def test_actions_are_filtered_by_keyboard(page: Page, plan: str) -> None:
    """The count is said, the address is kept, and a reload shows the same."""
    assert status(page) == f"All {ALL} actions are shown."
    page.run("document.querySelector('#actions h2').scrollIntoView(); document.querySelector('select').focus()")
    page.press("ArrowDown", "Tab", "ArrowDown")
    shown = page.run(SHOWN)
    assert 0 < len(shown) < ALL
    assert status(page) == f"{len(shown)} of {ALL} actions are shown."
    address = page.run("location.href")
    assert re.search(r"\?theme=[a-z-]+&rag=red$", address)
    page.open(address)
    assert page.run(SHOWN) == shown
    page.run("document.querySelector('[name=lead]').focus()")
    page.press("Tab")
    assert page.run(FOCUS) == "reset"
    page.press("Enter")
    assert len(page.run(SHOWN)) == ALL
    assert page.run("location.href") == plan


def test_each_filter_shows_what_the_files_say(page: Page, plan: str) -> None:
    """By theme, by colour and by lead or owner, and all of them at once; pillars without actions are hidden."""
    listed = json.loads(tcplan("list", EXAMPLES, "--as-of", DAY, "--format", "json").stdout)
    actions = [one for plan_ in listed["plans"] for one in plan_["actions"]] if "plans" in listed else listed["actions"]
    assert len(actions) == ALL
    red = {f"action-{one['id']}" for one in actions if one["rag"] == "red"}
    page.open(f"{plan}?rag=red")
    assert set(page.run(SHOWN)) == red
    pillars = page.run(SHOWN.replace("action-", "pillar-"))
    assert set(pillars) == {f"pillar-{one.removeprefix('action-').split('.')[0]}" for one in red}
    assert page.run("[...document.querySelectorAll('[name=lead] option')].length") > 5
    for value in page.run("[...document.querySelectorAll('[name=theme] option')].map((one) => one.value)")[1:]:
        page.open(f"{plan}?theme={value}&rag=red")
        assert set(page.run(SHOWN)) <= red


def test_a_link_to_a_hidden_action_shows_it(page: Page, plan: str) -> None:
    """The filter is cleared, rather than that nothing happens."""
    page.open(f"{plan}?rag=red")
    red = page.run(SHOWN)
    other = next(one for one in page.run(f"Object.keys({ENTRIES}.actions)") if one not in red)
    page.run(f"location.hash = '{other}'")
    page.run("new Promise((done) => setTimeout(done, 100))")
    assert other in page.run(SHOWN)
    page.open(f"{plan}?rag=red#{other}")
    assert other in page.run(SHOWN)


def test_an_address_that_asks_for_what_is_not_there_shows_everything(page: Page, plan: str) -> None:
    """Nothing in it is taken for more than a word."""
    page.open(f"{plan}?rag=<script>&theme=x&lead=%00&else=1")
    assert len(page.run(SHOWN)) == ALL


def test_the_content_is_the_same_without_javascript(page: Page, plan: str) -> None:
    """But for the form, which would do nothing."""
    text = "document.querySelector('form.filters')?.remove(), document.body.innerText"
    with_script = page.run(text)
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(plan)
        assert page.run("document.querySelector('form.filters').offsetParent") is None
        assert page.run(text) == with_script
        assert len(page.run(SHOWN)) == ALL
    finally:
        page.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_nothing_but_the_page_is_asked_for(page: Page, site: Path) -> None:
    """By any page, and nothing is kept of who reads it."""
    for one in pages_of(site):
        page.open(one.as_uri())
        assert [address for address in page.requests if not address.startswith("data:")] == [one.as_uri()]
        assert page.run("document.cookie") == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_page(page: Page, site: Path, width: int, scheme: str) -> None:
    """On a telephone and on a desk, in light and in dark colours, also where actions are filtered."""
    axe = (BUILD / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    page.resize(width)
    page.prefer(scheme)
    for address in (*(one.as_uri() for one in pages_of(site)), (site / "plans/phase-3.html").as_uri() + "?rag=red"):
        page.open(address)
        page.run(axe + "; 1")
        found = page.run(
            "axe.run({resultTypes: ['violations']}).then((found) => ({checked: found.passes.length, "
            "violations: found.violations.map((one) => [one.id, ...one.nodes.map((node) => node.html)])}))"
        )
        assert found["checked"] > 20
        assert found["violations"] == [], address


@pytest.mark.parametrize("size", [100, 200])
def test_no_page_is_wider_than_a_narrow_screen(page: Page, site: Path, size: int) -> None:
    """At 320 pixels; with text of twice the size the site's own parts still fit, whatever the document does."""
    page.resize(320)
    for one in pages_of(site):
        page.open(one.as_uri())
        page.run(f"document.documentElement.style.fontSize = '{size}%'")
        own = "[...document.querySelectorAll('.site-links, .site-files, .site-foot, .filters, .site-list')]"
        wide = page.run(f"{own}.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)")
        assert wide == []
        if size == 100:
            assert page.run("document.documentElement.scrollWidth") <= 320


def test_everything_that_can_be_used_is_large_enough_and_shows_its_focus(page: Page, plan: str) -> None:
    """24 pixels at least (WCAG 2.5.8), and an outline."""
    page.run("document.querySelector('select').focus()")
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") in ("solid", "auto")
    small = page.run(
        "[...document.querySelectorAll('.site-links a, .site-files a, .filters select, .filters button')]"
        ".filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)"
    )
    assert small == []
    assert plan


def test_nu_finds_nothing(site: Path, tmp_path: Path) -> None:
    """Neither in HTML nor in styles."""
    jar = there(BUILD / "node_modules/vnu-jar/build/dist/vnu.jar")
    said = run(installed("java"), "-jar", jar, "--stdout", "--format", "text", *pages_of(site), cwd=tmp_path).stdout
    assert re.sub(r"Document checking completed\. No (errors|messages).*", "", said).strip() == ""
