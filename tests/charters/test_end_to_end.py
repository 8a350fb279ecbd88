"""From an empty folder to a site for another charter: no output has a trace of the Technician Commitment."""

import json
from pathlib import Path

import pytest
from charters.example import DAY, example_files, traces
from support import tcplan

REPORT = "plans/westmere/rdc-annual-report.yaml"
BARE_FORM = """\
kind: framework
format: 1
type: form
title: Statement of openness
header: [organisation, email, Who is responsible]
pages: 2
questions:
  - {id: a, title: What is said in public, pages: 1}
  - {id: b, title: What was learned, words: 50}
"""


class Journey:
    """A workspace in which commands are run; what they print is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.printed = folder, ""

    def write(self, name: str, text: str) -> None:
        """Put a file there."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, "utf-8")

    def run(self, *words: str, code: int = 0, typed: str = "") -> str:
        """Run a command that ends with this code; what it prints has no trace."""
        made = tcplan(*words, cwd=self.folder, typed=typed)
        assert made.returncode == code, f"{words}: {made.returncode}\n{made.stdout}{made.stderr}"
        assert traces(made.stdout + made.stderr) == [], f"{words}\n{made.stdout}{made.stderr}"
        return made.stdout

    def files(self) -> dict[str, str]:
        """The text of every file there is."""
        found = (one for one in self.folder.rglob("*") if one.is_file() and ".git" not in one.parts)
        return {one.relative_to(self.folder).as_posix(): one.read_text("utf-8", "replace") for one in found}


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    """An institution with a plan and a form, and no submission; nothing but the form names the charter of the plan."""
    journey = Journey(tmp_path)
    for name, text in example_files().items():
        if not name.endswith("report-2026.yaml"):
            journey.write(name, text.replace("charter: Researcher Development Concordat\nperiod", "period"))
    return journey


def test_from_nothing_to_a_site(journey: Journey) -> None:
    """The whole way, on the days on which it would be gone."""
    at = ("--as-of", DAY)
    journey.run("validate", *at)
    journey.run("add", "submission", "rdc-annual-report", "--date", DAY)
    begun = journey.files()[REPORT]
    assert "due: 2026-09" in begun
    assert "#   Reporting period: ..." in begun
    blocked = journey.run("ready", "rdc-annual-report", *at, code=1)
    assert "`Reporting period`" in " ".join(blocked.split())
    for question in ("statement", "environment-and-culture", "employment", "development"):
        journey.run("answer", "rdc-annual-report", question, *at)
        journey.run("answer", "rdc-annual-report", question, "--text", "-", *at, typed="We did what we said.\n")
    journey.run("render", "rdc-annual-report", *at, "-o", "draft.html")
    text = journey.files()[REPORT].replace("# header:", "header:").replace("...", "October 2025 to September 2026")
    journey.write(REPORT, text.replace("#   ", "  "))
    journey.run("sign", "rdc-annual-report", "--role", "Council", "--date", DAY)
    for profile in ("plan", "submission"):
        journey.run("validate", "--profile", profile, *at, "--fail-on", "error")
    for form in ("text", "json", "md"):
        journey.run("ready", "rdc-annual-report", *at, "--format", form)
    for to in ("html", "md"):
        journey.run("render", "rdc-annual-report", "--final", *at, "--to", to, "-o", f"final.{to}")
        journey.run("render", "plan", "plans/westmere/researchers.yaml", *at, "--to", to, "-o", f"plan.{to}")
        journey.run("render", "progress", *at, "--to", to, "-o", f"paper.{to}")
    journey.run("status", *at)
    journey.run("set", "rdc-annual-report/sent", "2026-09-28", "--as-of", "2026-09-28")
    journey.run("site", "-o", "pages", "--as-of", "2026-10-01")
    for name, content in journey.files().items():
        assert traces(content) == [] or name.startswith("frameworks/"), (name, traces(content))


def test_a_site_before_anything_was_sent(journey: Journey) -> None:
    """The draft of a submission is not published, and still says which charter the plan belongs to."""
    journey.write("plans/westmere/institution.yaml", "kind: institution\nformat: 1\nname: University of Westmere\n")
    journey.run("add", "submission", "rdc-annual-report", "--date", DAY)
    journey.run("site", "-o", "pages", "--as-of", DAY)
    pages = {name: text for name, text in journey.files().items() if name.startswith("pages/")}
    assert any("Publish how workload" in text for text in pages.values())
    assert [name for name, text in pages.items() if traces(text)] == []


def test_a_form_that_names_no_charter(journey: Journey) -> None:
    """Only what it asks for is in its document: no plan, no review, no cohort; its pages are said and not checked."""
    journey.write("frameworks/openness.yaml", BARE_FORM)
    journey.write(
        "plans/westmere/o.yaml", "kind: submission\nformat: 1\nform: openness\nheader: {who is responsible: Council}\n"
    )
    asked = " ".join(journey.run("ready", "openness", "--as-of", DAY, code=1).split())
    assert "The document may have 2 pages. Pages are not counted" in asked
    assert "The answer to a may have 1 page." in asked
    assert "at most 1 page (not counted)" in journey.run("answer", "openness", "--as-of", DAY)
    journey.run("render", "openness", "--as-of", DAY, "--to", "md", "-o", "o.md")
    text = journey.files()["o.md"]
    assert "__Who is responsible:__ Council" in text
    assert "__Length:__ at most 2 pages" in text
    assert "At most 1 page." in text
    assert "## The plan" not in text
    assert "Review of" not in text
    assert traces(text) == []


def test_a_plan_that_follows_keeps_the_charter(journey: Journey) -> None:
    """Its title too."""
    journey.run("add", "plan", "researchers-2", "--date", DAY)
    text = journey.files()["plans/westmere/researchers-2.yaml"]
    assert "title: Researcher Development Concordat action plan 2028 to 2031" in text
    journey.run("carry", "--into", "next", "plans/westmere/researchers.yaml", "--as-of", DAY, "--dry-run")
    journey.run("validate", "--as-of", DAY)


def test_a_plan_of_both_charters_is_shown_as_each_form_asks(journey: Journey) -> None:
    """What the Technician Commitment asks of the plan is no gap of the other form, and stays out of its document."""
    journey.run("add", "submission", "rdc-annual-report", "--date", DAY)
    institution = journey.files()["plans/westmere/institution.yaml"]
    journey.write("plans/westmere/institution.yaml", institution.replace("charters:", "signed: 2021-03\ncharters:"))
    journey.write(
        "plans/westmere/stage-1.yaml",
        "kind: submission\nformat: 1\nform: stage-1\nsubmits: researchers\ndue: 2027-01\n",
    )
    both = tcplan("ready", "stage1", "--as-of", DAY, "--format", "json", cwd=journey.folder)
    names = {gap["name"] for gap in json.loads(both.stdout)["blockers"]}
    assert "no-technician-voice" in names
    journey.run("ready", "rdc-annual-report", "--as-of", DAY, code=1)
    journey.run("render", "rdc-annual-report", "--as-of", DAY, "-o", "out.html")
    assert traces(journey.files()["out.html"]) == []
