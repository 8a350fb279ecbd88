"""A gap in a document, a finding of the profile and a line of `ready` are the same, whatever is missing."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ready.printed_gaps import Gap, gaps_of_markdown, gaps_of_page
from ready.random_submissions import random_submission
from support import close_off, tcplan

from tcplan.check.gaps import OF_COMMITMENT
from tcplan.findings.codes import CODES

GAP_NAMES = {code.name for code in CODES if code.gap}
NOT_OF_OTHER_CHARTERS = {code.name for code in OF_COMMITMENT}
"""What a submission to another charter does not lack, although the institution or the plan lacks it."""


SHARE = 40
"""How many of three hundred `make test` tries."""

ELSEWHERE = {"figure-without-value", "changed-since-approval"}
"""Gaps that need a figure in an answer or a fingerprint; their own tests have them."""


def test_the_gaps_are_the_same_everywhere(tmp_path: Path) -> None:
    """By kind, file and entry, and in their number: in validate, in ready, and in a document in HTML and Markdown."""
    kinds = [assert_same_gaps(tmp_path / str(seed), seed) for seed in range(SHARE)]
    assert len(set[str]().union(*kinds) & GAP_NAMES) > len(GAP_NAMES) * 3 // 4
    assert set() in kinds


@pytest.mark.thorough
def test_the_gaps_are_the_same_in_many_more(tmp_path: Path) -> None:
    """The same for the rest of three hundred, and all together have every kind."""
    kinds = [assert_same_gaps(tmp_path / str(seed), seed) for seed in range(SHARE, 300)]
    assert set[str]().union(*kinds) >= GAP_NAMES - ELSEWHERE


def assert_same_gaps(folder: Path, seed: int) -> set[str]:
    """Make the submission of a number, ask everybody, and compare; returns the kinds."""
    files, form, day = random_submission(seed)
    folder.mkdir()
    close_off(folder)
    (folder / "plans/u").mkdir(parents=True)
    (folder / "frameworks").mkdir()
    for name, text in files.items():
        path = folder / f"{name}.yaml" if "/" in name else folder / f"plans/u/{name}.yaml"
        path.write_text(text, "utf-8")
    word = form.replace("-", "")
    listed = json.loads(tcplan("ready", word, "--as-of", day, "--format", "json", cwd=folder).stdout)
    ready = gaps_of_ready(listed)
    found = Counter[Gap]() if listed["sent"] else gaps_found(folder, listed, day)
    assert ready == found
    page = gaps_of_page(tcplan("render", word, "--as-of", day, "--to", "html", cwd=folder).stdout)
    assert page == gaps_of_markdown(tcplan("render", word, "--as-of", day, cwd=folder).stdout)
    assert page.expanded(found) == found
    assert page.total == listed["number"] == found.total()
    assert page.numbers == dict(Counter(kind for kind, _, _ in found.elements()))
    return {kind for kind, _, _ in found}


def gaps_of_ready(listed: dict[str, Any]) -> Counter[Gap]:
    """The gaps that `ready` lists; each line counts as many as it has entries."""
    found: Counter[Gap] = Counter()
    for one in (*listed["blockers"], *listed["warnings"]):
        assert one["number"] == max(len(one["entries"]), 1)
        found.update((one["name"], Path(one["file"]).name, entry) for entry in one["entries"] or [""])
    return found


def gaps_found(folder: Path, listed: dict[str, Any], day: str) -> Counter[Gap]:
    """What `validate --profile submission` finds in the files of the submission, of the kinds that are gaps."""
    names = [listed["file"], "plans/u/institution.yaml", *plans_of(folder / listed["file"])]
    paths = [name for name in names if (folder / name).exists()]
    printed = tcplan(
        "validate", *paths, "--profile", "submission", "--as-of", day, "--format", "json", cwd=folder
    ).stdout
    found: Counter[Gap] = Counter()
    asked = GAP_NAMES - (NOT_OF_OTHER_CHARTERS if listed["form"] == "our-form" else set())
    for one in json.loads(printed)["findings"]:
        if one["name"] in asked or one["severity"] == "error":
            found.update((one["name"], Path(one["file"]).name, entry) for entry in one["about"] or [""])
    return found


def plans_of(submission: Path) -> list[str]:
    """The plans that a submission names, as its text has them."""
    text = submission.read_text("utf-8")
    plans = [line.split(": ")[1] for line in text.splitlines() if line.startswith(("submits: ", "- plan: "))]
    return [f"plans/u/{plan}.yaml" for plan in plans]
