"""Documents in HTML: axe and the Nu checker find nothing, and the paper for a meeting fits two printed pages."""

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from formats.tools import BUILD, run, there
from pdfminer.high_level import extract_text
from pdfminer.pdfpage import PDFPage
from support import EXAMPLES, REPOSITORY, tcplan, write

GOLDEN = REPOSITORY / "tests/golden/render"
PAGES = sorted(file.stem for file in GOLDEN.glob("*.html"))
MEETINGS = ("2024-06-20", "2025-06-26", "2025-12-11", "2026-03-26", "2026-06-18", "2026-06-30")
AXE = """
<script>axe.run({resultTypes: ["violations"]}).then(found => {
  document.documentElement.innerHTML = "<head></head><body><pre></pre></body>";
  document.querySelector("pre").textContent = JSON.stringify({
    checked: found.passes.length,
    violations: found.violations.map(one => [one.id, ...one.nodes.map(node => node.html)]),
  });
});</script>
"""


def installed(*names: str) -> str:
    """The first of some programs that this machine has; the test is skipped without."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"there is no {names[0]} here")
    return found


def browse(*options: str | Path, folder: Path) -> str:
    """What a browser without a window prints."""
    browser = installed("chromium", "chromium-browser", "google-chrome")
    profile = f"--user-data-dir={folder / 'profile'}"
    return run(browser, "--headless", "--no-sandbox", "--disable-quic", profile, *options, cwd=folder).stdout


def violations(page: str, folder: Path, width: int) -> list[list[str]]:
    """What axe finds in a page in a window of a width. The page forbids scripts, so the copy does not say so."""
    axe = there(BUILD / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    copy, forbids = folder / "page.html", r'<meta http-equiv="Content-Security-Policy"[^>]*>'
    parts = re.sub(forbids, "", page).rpartition("</body>")
    copy.write_text(f"{parts[0]}<script>{axe}</script>{AXE}{''.join(parts[1:])}", "utf-8")
    options = (f"--window-size={width},2000", "--virtual-time-budget=60000", "--dump-dom")
    shown = re.search(r"<pre>(.*)</pre>", browse(*options, copy.as_uri(), folder=folder), re.DOTALL)
    assert shown, "axe did not end"
    found = json.loads(html.unescape(shown[1]))
    assert found["checked"] > 20
    return list(found["violations"])


@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(tmp_path: Path, name: str, width: int) -> None:
    """On a telephone and on a desk."""
    assert violations((GOLDEN / f"{name}.html").read_text("utf-8"), tmp_path, width) == []


def test_axe_would_find_what_cannot_be_read(tmp_path: Path) -> None:
    """A colour that is too light, and a page that does not say its language."""
    page = (GOLDEN / "northmoor-progress.html").read_text("utf-8")
    broken = page.replace("</style>", ".as-of { color: #ddd }</style>").replace('<html lang="en-GB">', "<html>")
    assert {"color-contrast", "html-has-lang"} <= {one[0] for one in violations(broken, tmp_path, 1200)}


def test_nu_finds_nothing(tmp_path: Path) -> None:
    """Neither in HTML nor in the style sheet."""
    jar = there(BUILD / "node_modules/vnu-jar/build/dist/vnu.jar")
    said = run(
        installed("java"), "-jar", jar, "--stdout", "--format", "text", *GOLDEN.glob("*.html"), cwd=tmp_path
    ).stdout
    assert re.sub(r"Document checking completed\. No (errors|messages).*", "", said).strip() == ""


@pytest.mark.parametrize("day", MEETINGS)
def test_the_paper_of_the_example_fits_two_printed_pages(tmp_path: Path, day: str) -> None:
    """On the day of each of its meetings; at the foot of each is whose it is, its day, and its number."""
    there(BUILD / "node_modules/axe-core")
    page, printed = tmp_path / "paper.html", tmp_path / "paper.pdf"
    assert tcplan("render", "progress", EXAMPLES, "--as-of", day, "-o", page).returncode == 0
    browse("--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri(), folder=tmp_path)
    with printed.open("rb") as file:
        assert len(list(PDFPage.get_pages(file))) == 2
    said = " ".join(extract_text(printed).split())
    assert "Northmoor University, Progress report" in said
    assert re.findall(r"\d{1,2} [A-Z][a-z]+ \d{4}, page (\d) of (\d)", said) == [("1", "2"), ("2", "2")]


WIDTHS = """
<iframe id="page" style="width: {width}px; height: 2000px; border: 0" srcdoc="{page}"></iframe>
<pre></pre>
<script>onload = () => {{
  const page = document.getElementById("page").contentDocument;
  document.querySelector("pre").textContent = page.documentElement.scrollWidth;
}}</script>
"""


def widest(page: str, folder: Path, width: int, percent: int) -> int:
    """How wide a page becomes in a frame of a width, with its text enlarged: no window is as narrow as a telephone."""
    large = page.replace("</style>", f"html {{ font-size: {percent}% }}</style>")
    frame = folder / "frame.html"
    frame.write_text(WIDTHS.format(width=width, page=html.escape(large)), "utf-8")
    shown = re.search(r"<pre>(\d+)</pre>", browse("--dump-dom", frame.as_uri(), folder=folder))
    assert shown, "the page was not measured"
    return int(shown[1])


LONG = f"""\
kind: plan
format: 1
title: Cynllun gweithredu {"Gweithrediadau" * 4}
language: cy
period: {{start: 2025-01, end: 2027-12}}
rag: {{green: {{means: on-track, label: Yn mynd rhagddo yn ôl y disgwyl}}}}
measures: [{{id: m, title: Cyfran {"technegwyr" * 5}, targets: {{end: 60%}}, actual: {{2025-01: 10%, 2026-05: 20%}}}}]
pillars: [{{id: 1, title: Datblygu {"Gyrfa" * 12}, measured_by: m}}]
actions:
  - id: 1.1
    title: Sefydlu {"fframwaith" * 6}
    lead: Pwyllgor {"Technegol" * 6}
    due: 2026-07
    updates: [{{date: 2026-05-01, rag: green, note: "{"Dechrau" * 10}"}}]
"""


@pytest.mark.parametrize(("width", "percent"), [(320, 100), (320, 200), (390, 100), (640, 100), (760, 100)])
@pytest.mark.parametrize("name", ["northmoor", "long-words"])
def test_nothing_in_the_paper_is_wider_than_a_telephone(tmp_path: Path, name: str, width: int, percent: int) -> None:
    """Nor with text of twice the size, nor where words are as long as a line."""
    there(BUILD / "node_modules/axe-core")
    plan = EXAMPLES if name == "northmoor" else write(tmp_path / "long", plan=LONG)
    paper = tmp_path / "paper.html"
    assert tcplan("render", "progress", plan, "--as-of", "2026-06-18", "-o", paper).returncode == 0
    assert widest(paper.read_text("utf-8"), tmp_path, width, percent) <= width
