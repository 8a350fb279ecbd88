"""What is on the public pages, and that their links lead somewhere."""

import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath

import pytest
from public_site.planted import DAY, plant, read_site
from render.hostile import hostile_workspace
from support import EXAMPLES, REPOSITORY, tcplan, write

from tcplan.files.site_folder import MANIFEST


def hostile(folder: Path) -> Path:
    """A workspace of texts that nobody should write."""
    hostile_workspace(folder)
    return folder


SITES: dict[str, Path | Callable[[Path], Path]] = {
    "example": EXAMPLES,
    "both": REPOSITORY / "plans",
    "planted": plant,
    "hostile": hostile,
}


class PageLinks(HTMLParser):
    """The anchors of a page, and the addresses of everything that it refers to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what it has."""
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src", "action", "srcset", "poster", "data"}:
                self.addresses.append((tag, value or ""))


def make(root: Path, folder: Path, as_of: str = DAY) -> dict[str, str]:
    """The files of the site, without the list of them."""
    made = tcplan("site", root, "-o", folder, "--as-of", as_of)
    assert made.returncode == 0, made.stderr
    files = read_site(folder)
    del files[MANIFEST]
    return files


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each of the sites."""
    folder = tmp_path_factory.mktemp("site")
    root = SITES[request.param]
    return make(root if isinstance(root, Path) else root(folder / "w"), folder / "public")


def local_links(files: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each page with the files and anchors that it links to."""
    for page, text in files.items():
        if page.endswith(".html"):
            for _, address in PageLinks(text).addresses:
                if not re.match(r"https?:|mailto:", address):
                    path, _, anchor = address.partition("#")
                    target = normpath(str(PurePosixPath(page).parent / path)) if path else page
                    yield page, target, anchor


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(site: dict[str, str]) -> None:
    """None to a folder, none out of the site."""
    ids = {page: PageLinks(text).ids for page, text in site.items() if page.endswith(".html")}
    links = list(local_links(site))
    assert len(links) > 50
    assert [one for one in links if one[1] not in site] == []
    assert [(page, target, anchor) for page, target, anchor in links if anchor and anchor not in ids[target]] == []
    assert [page for page, own in ids.items() if len(own) != len(set(own))] == []


def test_every_file_is_linked_from_the_first_page_on(site: dict[str, str]) -> None:
    """Nothing is there that nobody finds."""
    links: dict[str, set[str]] = {}
    for page, target, _ in local_links(site):
        links.setdefault(page, set()).add(target)
    found, waiting = set(), ["index.html"]
    while waiting:
        page = waiting.pop()
        if page not in found:
            found.add(page)
            waiting += links.get(page, ())
    assert set(site) == found


def test_nothing_is_fetched_and_no_script_runs_but_ours(site: dict[str, str]) -> None:
    """Neither from elsewhere nor from beside the page."""
    for page, text in site.items():
        if page.endswith(".html"):
            policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
            assert policy, page
            allowed = re.sub(r"; script-src 'sha256-[\w+/=]+'", "", policy[1])
            assert allowed == "default-src 'none'; style-src 'unsafe-inline'"
            assert {tag for tag, _ in PageLinks(text).addresses} <= {"a"}
            assert not re.search(r"@import|url\(|<(?:iframe|object|embed|link|base|img|video|audio)\b|\son\w+=", text)
            assert len(re.findall("<script", text)) == int(bool(re.search("script-src", policy[1])))


def test_downloads_are_what_render_prints_without_what_is_asked(tmp_path: Path) -> None:
    """Neither a committee nor reviewers are addressed in public; the rest is the same, and it can be verified."""
    site = make(EXAMPLES, tmp_path / "public")
    for name, words in (("phase-3", ("plan", EXAMPLES, "--as-of", DAY)), ("stage-2", ("stage2", EXAMPLES))):
        for to in ("html", "md"):
            public, whole = site[f"downloads/{name}.{to}"], tcplan("render", *words, "--to", to).stdout
            assert "What is asked of you" in whole
            assert not re.search("What is asked of you|For reviewers", public)
            assert set(public.splitlines()[:-1]) < set(whole.splitlines()), "the last line is the record"
            verified = tcplan("verify", tmp_path / f"public/downloads/{name}.{to}", EXAMPLES)
            assert verified.returncode == 0, verified.stderr


def test_a_plan_without_an_approval_is_not_called_a_draft(tmp_path: Path) -> None:
    """Its institution may have approved it elsewhere; neither is anybody asked to approve it."""
    plan = "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2025, end: 2027}\nactions:\n  - {id: 1, title: One}\n"
    site = make(write(tmp_path / "w", phase_1=plan), tmp_path / "public")
    for page in ("plans/phase-1.html", "downloads/phase-1.html", "downloads/phase-1.md"):
        assert "No approval is recorded" in site[page]
        assert not re.search("Draft|not approved|Approve the plan", site[page])


def test_the_first_page_says_what_the_commitment_asks_for(tmp_path: Path) -> None:
    """Status and cohort, contact, plan, earlier plans, submissions, case studies, and when it was updated."""
    text = " ".join(re.sub(r"<[^>]+>", " ", make(EXAMPLES, tmp_path / "public")["index.html"]).split())
    for words in (
        "Signed May 2017",
        "Cohort 1",
        "Stage reached Stage 3 self-assessment and action plan, sent 12 April 2024",
        "Contact Technician Commitment Lead",
        "technicians@example.ac.uk",
        "Technician Commitment action plan 2024 to 2026",
        "Technician Commitment action plan 2018 to 2020 , from June 2018 to May 2020",
        "Stage 1 self-assessment and action plan , sent 22 June 2018",
        "A showcase that schools now ask for",
        "As of 30 June 2026",
    ):
        assert words in text, words
    assert re.search(r"Last updated: \d+ June 2026", text)


def test_the_next_submission_is_named_with_its_date(tmp_path: Path) -> None:
    """Also after its day has passed: nobody has sent it."""
    for day, words in (("2023-06-30", "due"), ("2024-05-01", "was due")):
        root = tmp_path / day
        shutil.copytree(EXAMPLES / "plans/northmoor", root / "plans/northmoor")
        (root / "plans/northmoor/stage-3.yaml").unlink()
        page = make(root, root / "public", day)["index.html"]
        assert f"Stage 3 self-assessment and action plan, {words} April 2024" in page


def test_an_old_id_still_leads_to_its_entry(tmp_path: Path) -> None:
    """A link that somebody has kept from before a rename, unless another entry has the id now."""
    plan = (
        "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2025, end: 2027}\nactions:\n"
        "  - {id: 1.2, title: One, formerly: [1.1, 7 b, '2.1']}\n  - {id: 2.1, title: Two}\n"
    )
    page = make(write(tmp_path / "w", phase_1=plan), tmp_path / "public")["plans/phase-1.html"]
    found = dict(re.findall(r'<li id="(action-[^"]+)">.*?href="#([^"]+)"', page))
    assert found == {"action-1.1": "action-1.2"}, "an id that cannot be read is none"


def test_a_supporter_has_no_stages(tmp_path: Path) -> None:
    """Nor a cohort."""
    root = write(tmp_path / "w", institution="kind: institution\nformat: 1\nname: Society\nrole: supporter\n")
    page = make(root, tmp_path / "public")["index.html"]
    assert "Supporter of the Technician Commitment" in page
    assert "Cohort" not in page
    assert "No plan is published yet." in page


def test_several_institutions_have_a_folder_each_and_a_list(tmp_path: Path) -> None:
    """With one that is named there is no list."""
    several = make(REPOSITORY / "plans", tmp_path / "several")
    assert {name.split("/")[0] for name in several} == {"index.html", "durham", "harper-adams"}
    assert 'href="durham/index.html"' in several["index.html"]
    assert 'href="../index.html"' in several["durham/index.html"]
    alone = make(REPOSITORY / "plans/durham", tmp_path / "alone")
    assert "plans/phase-2.html" in alone
    assert "All institutions" not in alone["index.html"]


def test_an_accessibility_statement_claims_only_what_is_recorded(tmp_path: Path) -> None:
    """Without a test of the pages it says that there was none."""
    institution = "kind: institution\nformat: 1\nname: U\ncontact: {name: Office, email: office@example.ac.uk}\n"
    bare = make(write(tmp_path / "w", institution=institution), tmp_path / "a")["accessibility.html"]
    assert "has not recorded a test of these pages" in bare
    assert "office@example.ac.uk" in bare
    assert not re.search(r"fully compliant|partially compliant|conforms", bare)
    tested = f"{institution}accessibility: Tested by *two* people in May 2026.\n"
    page = make(write(tmp_path / "w", institution=tested), tmp_path / "b")["accessibility.html"]
    assert "Tested by <em>two</em> people in May 2026." in page
    assert "has not recorded" not in page


def test_the_table_of_actions_is_safe_for_a_spreadsheet(tmp_path: Path) -> None:
    """No formula, and nobody who has not agreed."""
    plan = (
        "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2025, end: 2027}\nactions:\n"
        "  - {id: 1, title: '=HYPERLINK(1)', lead: Dr Jane Smithson, due: 2026-03}\n"
    )
    table = make(write(tmp_path / "w", phase_1=plan), tmp_path / "public")["downloads/phase-1.csv"]
    assert table.splitlines()[1] == "1,'=HYPERLINK(1),,,,Name withheld,,2026-03-31,,"


def test_the_clock_changes_nothing(tmp_path: Path) -> None:
    """And neither does where the site is written."""
    assert make(EXAMPLES, tmp_path / "a") == make(EXAMPLES, tmp_path / "b" / "c")


def test_words_of_ours_are_marked_as_english_in_another_language(tmp_path: Path) -> None:
    """A screen reader would read them as Welsh."""
    plan = (
        "kind: plan\nformat: 1\ntitle: Cynllun\nlanguage: cy\nperiod: {start: 2025, end: 2027}\nactions:\n"
        "  - {id: 1, title: Un, lead: Llyfrgell}\n  - {id: 2, title: Dau, lead: Ystadau}\n"
    )
    site = make(write(tmp_path / "w", phase_1=plan), tmp_path / "public")
    for name in ("index.html", "plans/phase-1.html", "accessibility.html"):
        assert '<html lang="cy">' in site[name]
        assert re.search(r'<ul lang="en-GB">\s*<li><a href="[^"]*"[^>]*>Overview</a>', site[name])
        assert re.search(r'<footer class="site-foot" lang="en-GB">', site[name])
    assert re.search(r'<form class="filters"[^>]*lang="en-GB"', site["plans/phase-1.html"])


def test_templates_of_the_workspace_come_first_and_the_statement_says_so(tmp_path: Path) -> None:
    """What is said of our layout is not said of theirs; their script does not run."""
    root = write(tmp_path / "w", institution="kind: institution\nformat: 1\nname: U\n")
    own = root / "templates" / "site"
    own.mkdir(parents=True)
    house_style = "{% block main %}<p>{{ doc.head.organisation }} in our own house style</p>{% endblock %}"
    (own / "home.html.j2").write_text(f'{{% extends "tcplan/site/home.html.j2" %}}{house_style}', "utf-8")
    site = make(root, tmp_path / "public")
    assert "<p>U in our own house style</p>" in site["index.html"]
    assert "Signatory" not in site["index.html"]
    assert "has changed how they are laid out" in site["accessibility.html"]
    assert "tested by machine" not in site["accessibility.html"]
    assert "designed to meet" not in site["accessibility.html"]


def test_a_mistake_in_a_template_names_its_line_and_nothing_is_written(tmp_path: Path) -> None:
    """As with documents."""
    root = write(tmp_path / "w", institution="kind: institution\nformat: 1\nname: U\n")
    own = root / "templates" / "site"
    own.mkdir(parents=True)
    (own / "home.html.j2").write_text("<p>\n{{ doc.nothing }}</p>", "utf-8")
    made = tcplan("site", root, "-o", tmp_path / "public")
    assert made.returncode == 2
    assert "templates/site/home.html.j2" in made.stderr or "site/home.html.j2, line 2" in made.stderr
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize(
    ("day", "files"),
    [
        ("2018-01-01", {"stage-1": False, "phase-1": False, "stage-3": False}),
        ("2018-06-22", {"stage-1": True, "phase-1": True, "stage-2": False}),
        ("2023-12-18", {"phase-3": True, "stage-3": False}),
        ("2024-04-11", {"stage-3": False}),
        ("2024-04-12", {"stage-3": True}),
    ],
)
def test_a_file_is_public_from_its_day_on(tmp_path: Path, day: str, files: dict[str, bool]) -> None:
    """A submission when it was sent, a plan when it begins or was approved."""
    site = make(EXAMPLES, tmp_path / "public", day)
    for name, is_public in files.items():
        folder = "plans" if name.startswith("phase") else "submissions"
        assert (f"{folder}/{name}.html" in site) is is_public, name


def test_a_plan_that_refers_to_a_draft_does_not_say_its_title(tmp_path: Path) -> None:
    """Only what the public file says of it: which entry of which plan."""
    plan = (
        "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2025, end: 2027}\nactions:\n"
        "  - {id: 1, title: One, related: phase-2/1, closed: {date: 2026-01, as: merged, into: phase-2/1}}\n"
    )
    draft = "kind: plan\nformat: 1\ntitle: Next\nperiod: {start: 2028, end: 2030}\nactions: [{id: 1, title: Hush}]\n"
    site = make(write(tmp_path / "w", phase_1=plan, phase_2=draft), tmp_path / "public")
    assert "1, Phase 2" in site["plans/phase-1.html"]
    assert [name for name, text in site.items() if "Hush" in text] == []
