"""A report grows with the file and no faster: long lines and long values are cut, and very many findings counted."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from support import tcplan, write

from tcplan.check import MOST_LISTED
from tcplan.findings.place import LONGEST_EXCERPT, LONGEST_WHERE
from tcplan.reporters import REPORTERS
from tcplan.values.text_length import MAX_QUOTED, MAX_SENTENCE

HEAD = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2026, end: 2028}\n"
DRAFT = ("--profile", "draft", "--as-of", "2026-06-30")
SUBMISSION = ("--profile", "submission", "--as-of", "2026-06-30")
MANY = 10_000


def report(folder: Path, options: tuple[str, ...] = DRAFT) -> dict[str, Any]:
    """The report as data."""
    data: dict[str, Any] = json.loads(tcplan("validate", *options, "--format", "json", cwd=folder).stdout)
    return data


@pytest.fixture
def one_line(tmp_path: Path) -> Path:
    """A plan with one line of 30,000 characters, and a finding for every third of them."""
    return write(tmp_path, plan=f"{HEAD}about: [{','.join(['*a'] * MANY)}]\n")


@pytest.mark.parametrize("format_", REPORTERS)
def test_no_format_grows_with_the_square_of_the_file(one_line: Path, format_: str) -> None:
    """Each finding used to carry the whole line."""
    done = tcplan("validate", *DRAFT, "--format", format_, cwd=one_line)
    assert done.returncode == 1
    assert len(done.stdout) < 400_000


def test_excerpts_are_cut_around_the_span_and_columns_stay_true(one_line: Path) -> None:
    """In JSON, SARIF and text: what is underlined is what is meant; ellipses stand for what is left out."""
    (line,) = re.findall("about: .*", (one_line / "plans/u/plan.yaml").read_text())
    listed = report(one_line)["findings"]
    for one in listed:
        assert len(one["excerpt"]) <= LONGEST_EXCERPT
        begin = one["column"] - one["excerpt_column"]
        assert one["excerpt"][begin : begin + 2] == line[one["column"] - 1 : one["column"] + 1]
        assert one["excerpt"].startswith("…") == (one["excerpt_column"] > 1)
        assert one["excerpt"].endswith("…")
    assert listed[150]["excerpt_column"] > 1
    results = json.loads(tcplan("validate", *DRAFT, "--format", "sarif", cwd=one_line).stdout)["runs"][0]["results"]
    for one in (one for one in results if one["ruleId"] == "TC005"):
        place = one["locations"][0]["physicalLocation"]
        for region in (place["region"], place["contextRegion"]):
            assert region["snippet"]["text"] == line[region["startColumn"] - 1 : region["endColumn"] - 1]
    lines = tcplan("validate", *DRAFT, cwd=one_line).stdout.splitlines()
    for shown, under in pairwise(lines):
        if shown.startswith("  5 | ") and under.count("^") == 2:
            assert shown[under.index("^") :][:2] == "*a"
    assert max(map(len, lines)) < 1_100


def test_a_span_longer_than_an_excerpt_is_underlined_to_its_end(tmp_path: Path) -> None:
    """And SARIF, which takes all of its words or none, has none."""
    write(tmp_path, plan=f"{HEAD}actions: [{{id: 1, title: One, due: {'x' * 5_000}}}]\n")
    (one,) = report(tmp_path)["findings"]
    assert (one["column"], one["end_column"]) == (36, 5_036)
    result, *_ = json.loads(tcplan("validate", *DRAFT, "--format", "sarif", cwd=tmp_path).stdout)["runs"][0]["results"]
    assert "snippet" not in result["locations"][0]["physicalLocation"]["region"]
    assert max(map(len, tcplan("validate", *DRAFT, cwd=tmp_path).stdout.splitlines())) < 500


def test_after_some_hundred_findings_of_a_rule_the_rest_are_counted(one_line: Path) -> None:
    """In one finding of the same rule; counts, statistics and the exit code are those of all."""
    data = report(one_line)
    listed = [one for one in data["findings"] if one["code"] == "TC005"]
    assert len(listed) == MOST_LISTED + 1
    assert listed[-1]["message"] == "9,800 more findings of this rule in this file are counted but not listed"
    assert sum(one["count"] for one in listed) == MANY
    assert data["summary"]["error"] == sum(one["count"] for one in data["findings"])
    assert {one["code"]: one["count"] for one in data["statistics"]}["TC005"] == MANY
    assert f"{data['summary']['error']} errors" in tcplan("validate", *DRAFT, cwd=one_line).stdout.splitlines()[-1]
    top = ET.fromstring(tcplan("validate", *DRAFT, "--format", "junit", cwd=one_line).stdout)  # noqa: S314 (our own)
    assert int(top.attrib["tests"]) == len(list(top.iter("testcase"))) < 300
    shown = tcplan("validate", *DRAFT, "--format", "github", cwd=one_line).stdout
    assert f"not shown: {data['summary']['error'] - 10} errors" in shown


def test_the_one_after_the_last_is_listed_itself(tmp_path: Path) -> None:
    """A finding that says that there is one more is no shorter."""
    for number in (MOST_LISTED, MOST_LISTED + 1):
        write(tmp_path, plan=f"{HEAD}about: [{','.join(['*a'] * number)}]\n")
        listed = [one for one in report(tmp_path)["findings"] if one["code"] == "TC005"]
        assert [one["count"] for one in listed] == [1] * number


def test_what_is_counted_is_fixed_too(tmp_path: Path) -> None:
    """`--fix` fixes all, and the count says how many it can fix."""
    actions = "".join(f"  - {{id: {number}, titel: One}}\n" for number in range(500))
    write(tmp_path, plan=f"{HEAD}actions:\n{actions}")
    assert "500 fixable with --fix" in tcplan("validate", *DRAFT, cwd=tmp_path).stdout
    fixed = tcplan("validate", *DRAFT, "--fix", cwd=tmp_path).stdout
    assert "fixed 500 findings in 1 file" in fixed
    assert "titel" not in (tmp_path / "plans/u/plan.yaml").read_text()


def test_accepted_findings_are_counted_too(tmp_path: Path) -> None:
    """Of each reason, the first are listed."""
    measures = "".join(f"  - {{id: m{number}, title: Number {number}}}\n" for number in range(500))
    write(tmp_path, plan=f"{HEAD}accepted: [{{rule: unused-measure, why: For later}}]\nmeasures:\n{measures}")
    data = report(tmp_path, SUBMISSION)
    assert len(data["accepted"]) == MOST_LISTED + 1
    assert sum(one["finding"]["count"] for one in data["accepted"]) == 500 == data["summary"]["accepted"]
    assert "; 500 accepted" in tcplan("validate", *SUBMISSION, cwd=tmp_path).stdout


LONG = 50_000
HUGE = {
    "an id": f"actions: [{{id: {'1' * LONG}, title: One, depends_on: {'2' * LONG}}}]\n",
    "an id twice": f"actions: [{{id: {'1' * LONG}, title: One}}, {{id: {'1' * LONG}, title: One}}]\n",
    "a key": f"actions: [{{id: 1, title: One, {'k' * LONG}: x}}]\n",
    "a title": f"actions: [{{id: 1, title: {'t' * LONG} # and more}}]\n",
    "words of a title": f"actions: [{{id: 1, title: {'many words ' * (LONG // 11)}: x}}]\n",
    "a date": f"actions: [{{id: 1, title: One, due: {'2' * LONG}}}]\n",
    "a colour": f"actions: [{{id: 1, title: One, updates: [{{date: 2026-01-01, rag: {'g' * LONG}}}]}}]\n",
    "an owner": f"actions: [{{id: 1, title: One, owners: [{'o' * LONG}, '{'o' * LONG} ']}}]\n",
    "a theme": f"actions: [{{id: 1, title: One, themes: {'t' * LONG}}}]\n",
    "a measure": f"actions: [{{id: 1, title: One, measured_by: {'m' * LONG}}}]\n",
    "a rule": f"accepted: [{{rule: {'r' * LONG}, why: So}}]\n",
    "a kind": f"kind: {'k' * LONG}\n",
}


@pytest.mark.parametrize("name", HUGE)
def test_long_values_are_shortened_in_the_middle(tmp_path: Path, name: str) -> None:
    """In messages, helps and the place in plan terms, in every format, and in what commands refuse with."""
    write(tmp_path, plan=HEAD + HUGE[name])
    data = report(tmp_path, SUBMISSION)
    assert data["findings"]
    for one in data["findings"]:
        assert len(one["where"]) <= LONGEST_WHERE + 10
        assert max(len(one["message"]), len(one["help"])) <= MAX_SENTENCE + 10
        assert all(len(value) <= MAX_QUOTED + 10 for value in re.findall("`([^`]*)`", one["message"]))
    for format_ in REPORTERS:
        assert len(tcplan("validate", *SUBMISSION, "--format", format_, cwd=tmp_path).stdout) < 150_000
    for command in (("update", "9", "--rag", "green"), ("status",), ("fmt", "--check"), ("render", "plan")):
        assert len(tcplan(*command, cwd=tmp_path).stderr) < 10_000
