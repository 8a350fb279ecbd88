"""The header of a form has any label: those of institution.yaml are filled in, the submission answers the others."""

import re
from pathlib import Path

import pytest
from support import tcplan, write

FORM = """\
kind: framework
format: 1
type: form
title: Annual report
charter: Openness
header:
  - Reporting period
  - ORGANISATION
  - "Who <b>signs</b>? a|b"
  - "Date: approved"
  - signed
questions:
  - {id: q1, title: Progress}
"""
INSTITUTION = (
    "kind: institution\nformat: 1\nname: University of Westmere\ncharters: {name: the openness, signed: 2026-03}\n"
)
SUBMISSION = """\
kind: submission
format: 1
form: annual-report
header:
  reporting  period: 2025/26
  "Who <b>signs</b>? a|b": "<i>Council</i> | {{ 7*7 }}"
answers:
  - {question: q1, text: Done.}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A form with labels of its own, and a submission that answers two of three."""
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks/annual-report.yaml").write_text(FORM, "utf-8")
    return write(tmp_path, institution=INSTITUTION, report=SUBMISSION)


def rendered(folder: Path, to: str, as_of: str = "2026-09-24") -> str:
    """The document of the submission."""
    made = tcplan("render", "annual-report", "--as-of", as_of, "--to", to, "-o", f"out.{to}", cwd=folder)
    assert made.returncode == 0, made.stderr
    return (folder / f"out.{to}").read_text("utf-8")


def test_labels_and_answers_are_printed_in_the_order_of_the_form(workspace: Path) -> None:
    """What is not answered is left to be filled in."""
    facts = re.findall(r"^\+ __(.*?):__ (.*)$", rendered(workspace, "md"), re.MULTILINE)
    assert facts[:4] == [
        ("Reporting period", "2025/26"),
        ("Organisation", "University of Westmere"),
        (r"Who \<b\>signs\</b\>? a\|b", r"\<i\>Council\</i\> \| {{ 7\*7 }}"),
        ("Date: approved", "Not given yet"),
    ]


def test_nothing_in_a_label_or_an_answer_is_markup(workspace: Path) -> None:
    """It is text, in a page too."""
    page = rendered(workspace, "html")
    assert "Who &lt;b&gt;signs&lt;/b&gt;? a|b" in page
    assert "&lt;i&gt;Council&lt;/i&gt;" in page


@pytest.mark.parametrize(("as_of", "signed"), [("2026-09-24", "March 2026"), ("2026-01-31", "Not given yet")])
def test_the_day_of_signing_is_that_of_the_charter(workspace: Path, as_of: str, signed: str) -> None:
    """It is printed because the form asks for it, and not before its day."""
    assert f"__Signed:__ {signed}" in rendered(workspace, "md", as_of)


def test_what_is_not_answered_is_a_gap(workspace: Path) -> None:
    """In `ready`, and in the draft."""
    ready = " ".join(tcplan("ready", "annual-report", "--as-of", "2026-09-24", cwd=workspace).stdout.split())
    assert "the header of annual-report asks for `Date: approved`" in ready
    assert "Header of the form not complete" in rendered(workspace, "md")


@pytest.mark.parametrize("as_of", ["1900-01-01", "2026-09-24", "2199-12-31"])
@pytest.mark.parametrize("day", ["29 February", "December", "1 January"])
def test_a_yearly_day_has_no_day_on_which_it_fails(workspace: Path, as_of: str, day: str) -> None:
    """At both ends of the calendar."""
    form = workspace / "frameworks/annual-report.yaml"
    form.write_text(f"{FORM}due_each_year: {day}\n", "utf-8")
    assert "__Due:__" in rendered(workspace, "md", as_of)
