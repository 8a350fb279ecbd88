"""A document as of a day is what it would have been on that day: nothing later is in it, nor a trace of it."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from render.later import DAY, LATER, SOONER, DatedFiles, strip
from render.rendering import render

from tcplan.model import KINDS, Shape
from tcplan.values.dates import Day

DOCUMENTS = (("plan", "phase-1"), ("plan", "phase-2"), ("stage3", "stage-3"), ("progress", "phase-2"))
IN_FULL = {"plan": ("--detail",)}
SEEDS = range(12)

HIDDEN = {
    ("CaseStudy", "date"),
    ("Figure", "date"),
    ("Institution", "signed"),
    ("SignedCharter", "signed"),
    ("Measure", "actual"),
    ("Pillar", "added"),
    ("Objective", "added"),
    ("Action", "added"),
    ("Step", "done"),
    ("Update", "date"),
    ("Closed", "date"),
    ("SignOff", "date"),
    ("Voice", "date"),
    ("Review", "date"),
    ("Submission", "sent"),
    ("Feedback", "date"),
}
"""What `DatedFiles` gives a date, before the day or after it."""

NOT_HIDDEN = {
    ("DueStage", "date"): "a submission is due on it, whatever day it is",
    ("AgreedDate", "date"): "the same, in its file",
    ("StageDue", "date"): "the same, for a cohort",
    ("ListItem", "signed"): "a fact of the cohort",
    ("Institution", "meetings"): "they are planned before they are held",
    ("PlanPeriod", "start"): "the plan is agreed before it begins",
    ("PlanPeriod", "end"): "the same",
    ("AnswersFile", "date"): "no document has anything of it",
}
"""What has a date and stands in a document of an earlier day, with the reason."""


def documents(folder: Path, files: DatedFiles, *, later: bool) -> dict[tuple[str, str, str], str]:
    """Every document of a workspace, in both formats."""
    root = files.write(folder, later=later)
    return {
        (what, name, to): without_draft_box(
            render(what, root / "plans" / "u" / f"{name}.yaml", "--to", to, "--as-of", DAY, *IN_FULL.get(what, ()))
        )
        for what, name in DOCUMENTS
        for to in ("md", "html")
    }


def without_draft_box(text: str) -> str:
    """A document without the box that says what the files lack, about the files as they are, and its record."""
    text = re.sub(r"<!-- tcplan .* -->\n", "", text)
    text = re.sub(r'<section class="draft".*?</section>', "", text, flags=re.DOTALL)
    return re.sub(r"## Draft[^\n]*\n(?:The final [^\n]*\n| *\+ [^\n]*\n|\n)*", "", text)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_later_is_in_a_document(tmp_path: Path, seed: int) -> None:
    """Neither its words nor its date, and what is later makes no difference to anything else."""
    files = DatedFiles(seed)
    found = documents(tmp_path / "all", files, later=True)
    without = documents(tmp_path / "sooner", files, later=False)
    for name, text in found.items():
        assert not re.findall(rf"[^\n]*(?:{LATER}\d|\b203\d\b)[^\n]*", text), name
        assert text == without[name], name


def test_what_is_not_later_is_shown(tmp_path: Path) -> None:
    """Every word of it is in one document or another."""
    shown, planted = set(), set()
    for seed in range(4):
        files = DatedFiles(seed)
        texts = "".join(documents(tmp_path / str(seed), files, later=True).values())
        planted |= {(seed, word) for word in re.findall(rf"{SOONER}\d+x", str(strip(files.files, later=False)))}
        shown |= {(seed, word) for word in re.findall(rf"{SOONER}\d+x", texts)}
    assert planted - shown == set()


def dated_keys(shape: type[Shape]) -> set[tuple[str, str]]:
    """Every key with a date in a kind of file, with the part that it is in."""
    found: set[tuple[str, str]] = set()
    for name, info in shape.model_fields.items():
        kinds = types_in(info.annotation)
        found |= {(shape.__name__, name) for kind in kinds if kind is Day}
        parts = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Shape))
        found = found.union(*map(dated_keys, parts))
    return found


def types_in(annotation: Any) -> list[Any]:
    """A type and all that it is made of."""
    return [annotation, *(one for arg in get_args(annotation) for one in types_in(arg))]


def test_every_key_with_a_date_is_planted() -> None:
    """A new key with a date goes into the files of these tests, or is said here not to be hidden."""
    assert set().union(*map(dated_keys, KINDS.values())) == HIDDEN | set(NOT_HIDDEN)
