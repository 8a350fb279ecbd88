"""The leak check finds what must not be published, however it is written, and nothing else."""

import html
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from public_site.planted import DAY, NAMES, NUMBERED, plant, read_site
from support import tcplan, write

from tcplan.check.leaks.find import Leak, find_leaks
from tcplan.check.leaks.secrets import Secret, collect_secrets
from tcplan.cli.support.site_files import SiteFiles, site_files
from tcplan.views.documents.parts import fact
from tcplan.views.site import pages
from tcplan.workspace import InstitutionFolder

TODAY = date.fromisoformat(DAY)
DISGUISES: dict[str, tuple[str, Callable[[str], str]]] = {
    "as it is": ("md", str),
    "in capitals": ("md", str.upper),
    "in a paragraph": ("html", lambda text: f"<p>Before. {html.escape(text)} After.</p>"),
    "in references": ("html", lambda text: "".join(f"&#{ord(one)};" for one in text)),
    "in an attribute": ("html", lambda text: f'<p title="{html.escape(text)}">x</p>'),
    "in a comment": ("html", lambda text: f"<!-- {text.replace('--', '')} -->"),
    "in a script": ("html", lambda text: f"<script>let x = `{text}`;</script>"),
    "with tags inside": ("html", lambda text: f"<p>{html.escape(text[:9])}<b></b>{html.escape(text[9:])}</p>"),
    "with hidden characters": ("html", lambda text: "\u00ad".join(map(html.escape, text))),
    "with other spaces": ("md", lambda text: text.replace(" ", "\u00a0\n")),
    "as an address": ("html", lambda text: f'<a href="https://x.example/?q={quote(text, safe="")}">x</a>'),
    "in a table": ("csv", lambda text: f'1,"{text}",2'),
    "escaped": ("md", lambda text: text.replace(".", "\\.").replace("-", "\\-")),
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> SiteFiles:
    """The planted workspace."""
    return site_files(plant(tmp_path_factory.mktemp("planted")), TODAY)


@pytest.fixture(scope="module")
def secrets(planted: SiteFiles) -> list[Secret]:
    """What the check looks for in it."""
    return list(collect_secrets(planted.workspace, planted.public, TODAY))


def leaks_in(planted: SiteFiles, text: str, name: str = "page.md") -> list[Leak]:
    """What the check finds in a file."""
    return find_leaks(planted.workspace, planted.public, TODAY, {name: text.encode()})


@pytest.mark.parametrize("disguise", DISGUISES)
def test_each_secret_is_found_in_each_disguise(planted: SiteFiles, secrets: list[Secret], disguise: str) -> None:
    """One by one, at the line where it is."""
    ending, hide = DISGUISES[disguise]
    telling = [one for one in secrets if one.runs or one.addresses]
    assert len(telling) > 50
    pages_by_name = {
        f"{number}.{ending}": f"\n\n{hide(one.written.text.strip())}\n".encode() for number, one in enumerate(telling)
    }
    found = {leak.file: leak for leak in find_leaks(planted.workspace, planted.public, TODAY, pages_by_name)}
    missed = [one.written.text for number, one in enumerate(telling) if f"{number}.{ending}" not in found]
    assert missed == []
    one_line = [leak for leak in found.values() if "\n" not in leak.secret.written.text.strip()]
    assert disguise == "with other spaces" or {leak.line for leak in one_line} == {3}


def test_every_planted_secret_is_among_those_that_it_looks_for(secrets: list[Secret]) -> None:
    """But for a comment, which no program reads, and numbers, which say nothing without their words."""
    texts = "\n".join(one.written.text for one in secrets).casefold()
    expected = {*NUMBERED[1:], *NAMES}
    beside = {"secret03", "secret09", "secret49"}  # reasons of `accepted`, which no document has a field for
    assert {one for one in expected if one not in texts} == beside


def test_a_part_of_a_note_gives_it_away(planted: SiteFiles) -> None:
    """Six words in a row, or a sentence of a list in it."""
    assert leaks_in(planted, "See the secret20 sheet and file, they say")
    assert leaks_in(planted, "- then the secret06 in a list of it")
    assert not leaks_in(planted, "Waiting for the")


@pytest.mark.parametrize("name", ["Leaderby, Owen", "OWEN LEADERBY", "Dr. Owen Leaderby's", "Owen&nbsp;Leaderby"])
def test_a_name_is_found_in_any_order_and_without_its_title(planted: SiteFiles, name: str) -> None:
    """As people write it."""
    assert leaks_in(planted, f"<p>Ask {name} about it.</p>", "page.html")


def test_a_name_of_a_page_gives_it_away_too(planted: SiteFiles) -> None:
    """A plan file that is called like somebody."""
    assert leaks_in(planted, "Nothing.", "plans/owen-leaderby.html")


def test_a_comment_in_a_text_is_not_for_readers(tmp_path: Path) -> None:
    """Markdown has none of its own, so people write those of HTML."""
    plan = (
        "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2025, end: 2027}\n"
        "about: Open to all. <!-- ask the finance office first --> And free.\n"
    )
    found = site_files(write(tmp_path, phase_1=plan), TODAY)
    assert leaks_in(found, "Ask the finance office first")
    assert not leaks_in(found, "Open to all. And free.")


def test_who_has_agreed_may_be_named(planted: SiteFiles) -> None:
    """In any text."""
    assert not leaks_in(planted, "Ask Amy Agreedford.")


@pytest.mark.parametrize(
    ("note", "page", "is_found"),
    [
        ("Yes", "<dd>Yes</dd>", False),
        ("HR", "<dd>HR</dd>", False),
        ("to be confirmed", "<dd>To be confirmed</dd>", False),
        ("on track", "<dd>On track</dd>", False),
        ("Redundancies", "<dd>Redundancies</dd>", True),
        ("Redundancies", "<p>No redundancies are planned.</p>", False),
        ("ask Jo", "<td><bdi>Ask Jo</bdi></td>", True),
        ("ask Jo", "<p>Do not ask Jo about it.</p>", False),
        ("ask the two deans", "<p>We shall ask the two deans.</p>", True),
        ("https://x.example", '<a href="https://x.example/news">x</a>', False),
        ("https://x.example/a", '<a href="https://x.example/a/b">x</a>', False),
        ("https://x.example/a", '<a href="http://www.x.example/a/">x</a>', True),
        ("see https://x.example/a.", "<p>x.example/a</p>", True),
        ("ab77412-secret", "<p>The account ab77412-secret</p>", True),
        ("Uses Node.js for it", "<p>Node.js</p>", False),
    ],
)
def test_short_notes_are_looked_for_as_whole_texts(tmp_path: Path, note: str, page: str, is_found: bool) -> None:  # noqa: FBT001
    """What is short or usual is also public elsewhere; what says something is found anywhere."""
    plan = f"kind: plan\nformat: 1\ntitle: P\nperiod: {{start: 2025, end: 2027}}\ninternal: {note}\n"
    found = site_files(write(tmp_path, phase_1=plan), TODAY)
    assert bool(leaks_in(found, page, "page.html")) is is_found


def test_a_public_text_with_the_words_of_a_note_is_named(tmp_path: Path) -> None:
    """The keepers decide which of the two is wrong, so the check says where both are."""
    plan = (
        "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2025, end: 2027}\n"
        "about: The post is frozen until the autumn.\ninternal: The post is frozen until the autumn\n"
    )
    root = write(tmp_path, phase_1=plan)
    made = tcplan("site", root, "-o", root / "public", "--as-of", DAY)
    assert made.returncode == 1
    assert not (root / "public").exists()
    assert (
        "an internal note, from plans/u/phase-1.yaml:6 (internal); plans/u/phase-1.yaml:5 says the same" in made.stderr
    )
    assert "frozen" not in made.stderr + made.stdout


def test_what_a_draft_has_in_common_with_what_is_public_is_no_leak(tmp_path: Path) -> None:
    """The next plan continues actions in the same words."""
    plan = "kind: plan\nformat: 1\ntitle: P\nperiod: {{start: {0}, end: {1}}}\nactions: [{{id: 1, title: {2}}}]\n"
    same = "Ask all technicians what they need most"
    root = write(tmp_path, phase_1=plan.format(2025, 2027, same), phase_2=plan.format(2028, 2030, same))
    made = tcplan("site", root, "-o", root / "public", "--as-of", DAY)
    assert made.returncode == 0, made.stderr


def test_a_name_in_a_public_text_stops_the_site(tmp_path: Path) -> None:
    """Documents print the text as it is, and the site is for everybody."""
    plan = (
        "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2025, end: 2027}\nactions:\n"
        "  - {id: 1, title: Ask Jane Smithson for help,\n     lead: Jane Smithson}\n"
    )
    root = write(tmp_path, phase_1=plan)
    made = tcplan("site", root, "-o", root / "public", "--as-of", DAY, "--format", "json")
    assert made.returncode == 1
    (leak,) = {(one["kind"], one["source"], one["also"]) for one in json.loads(made.stdout)["leaks"]}
    kind = "a person who has not agreed to be named"
    assert leak == (kind, "plans/u/phase-1.yaml:7", "plans/u/phase-1.yaml:6")
    assert "Smithson" not in made.stderr
    assert not (root / "public").exists()


def test_a_template_that_leaks_stops_the_site(tmp_path: Path) -> None:
    """Somebody has pasted a note into a page of their own."""
    root = plant(tmp_path)
    own = root / "templates" / "site" / "accessibility.html.j2"
    own.parent.mkdir(parents=True)
    pasted = "<p>Waiting for the <b>secret25</b> of the\nrestructure</p>"
    base = '{% extends "tcplan/site/accessibility.html.j2" %}'
    own.write_text(f"{base}{{% block main %}}{pasted}{{% endblock %}}", "utf-8")
    made = tcplan("site", root, "-o", root / "public", "--as-of", DAY)
    assert (made.returncode, made.stdout) == (1, "")
    assert re.search(r"accessibility\.html:\d+: an internal note, from plans/planted/phase-1\.yaml:", made.stderr)
    assert "nothing was written" in made.stderr
    assert not (root / "public").exists()


def test_a_view_that_leaks_stops_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The contact's name without asking whether it may be printed: the mistake that the check is for."""

    def leaking(folder: InstitutionFolder) -> tuple[object, ...]:
        contact = folder.institution.contact if folder.institution else None
        return (fact("Contact", contact.name if contact else ""),)

    monkeypatch.setattr(pages, "contact_facts", leaking)
    root = plant(tmp_path)
    made = tcplan("site", root, "-o", root / "public", "--as-of", DAY)
    assert made.returncode == 1
    assert "index.html:" in made.stderr
    assert "a person who has not agreed to be named, from plans/planted/institution.yaml:8" in made.stderr
    assert not (root / "public").exists()


def test_the_site_of_the_planted_workspace_has_no_leak(planted: SiteFiles, tmp_path: Path) -> None:
    """And what was written has none either, read again from the disk."""
    root = plant(tmp_path)
    assert tcplan("site", root, "-o", root / "public", "--as-of", DAY).returncode == 0
    written = {name: text.encode() for name, text in read_site(root / "public").items()}
    assert find_leaks(planted.workspace, planted.public, TODAY, written) == []
