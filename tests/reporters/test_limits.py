"""What services do not take is counted, never lost in silence; what runs come to is told alike by all formats."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from reporters.runs import finding, of, run

from tcplan.finding import Accepted, Finding, Severity
from tcplan.reporters import REPORTERS, statistics
from tcplan.reporters.markdown import MAX_TABLE
from tcplan.reporters.statistics import tally
from tcplan.settings import FailOn


def many(**counts: int) -> list[Finding]:
    """So many findings of each severity, the advice first."""
    return [
        finding(f"{word} {number}", code=of(Severity(word)))
        for word in ("advice", "warning", "error")
        for number in range(counts.get(word, 0))
    ]


def test_github_gets_ten_of_each_kind_errors_first_and_the_count_of_the_rest() -> None:
    """It would drop the others without a word."""
    lines = REPORTERS["github"](run(*many(error=12, warning=11, advice=3))).splitlines()
    assert [line[2:7] for line in lines[:23]] == ["error"] * 10 + ["warni"] * 10 + ["notic"] * 3
    assert lines[23] == (
        "not shown: 2 errors and 1 warning; GitHub shows 10 of each kind for a step, a step summary all"
    )
    assert lines[24].endswith(": 12 errors, 11 warnings and 3 pieces of advice")


def test_github_gets_no_count_where_all_are_shown() -> None:
    """Ten are not more than ten."""
    assert "not shown" not in REPORTERS["github"](run(*many(error=10)))


def test_a_table_that_is_too_long_for_a_comment_is_cut_and_says_so() -> None:
    """Errors come first, so that none of them is cut for a piece of advice."""
    shown = REPORTERS["markdown"](run(*many(advice=600, error=2)))
    assert MAX_TABLE / 2 < len(shown) < 65_536
    rows = [line for line in shown.splitlines() if line.startswith(("| error", "| advice"))]
    assert [row[:7] for row in rows[:3]] == ["| error", "| error", "| advic"]
    assert f"{602 - len(rows)} more are left out." in shown


def test_a_cell_that_is_too_long_is_cut() -> None:
    """A value of many lines may be quoted in a message."""
    shown = REPORTERS["markdown"](run(finding("word " * 1000)))
    assert "word word…" in shown
    assert len(shown) < 2000


def test_nobody_is_called_by_a_plan() -> None:
    """GitHub and GitLab tell everybody whose name stands behind an @ in a comment."""
    shown = REPORTERS["markdown"](run(finding("ask @technicians or a@example.ac.uk")))
    assert "@technicians" not in shown
    assert "@<!-- -->technicians" in shown


@pytest.mark.parametrize("name", REPORTERS)
def test_a_run_without_findings_is_a_report_too(name: str) -> None:
    """It says so, or is empty where the format wants that."""
    clean = run()
    text = REPORTERS[name](clean)
    if name == "gitlab":
        assert json.loads(text) == []
    elif name == "sarif":
        assert json.loads(text)["runs"][0]["results"] == []
    elif name == "json":
        assert json.loads(text)["statistics"] == []
    elif name != "junit":
        assert "nothing found" in text
    assert statistics(clean).startswith("0 files checked")


def test_statistics_are_in_order_of_frequency_then_of_code() -> None:
    """With how many `--fix` mends."""
    rows = tally(many(error=1, warning=3, advice=3))
    assert [row.count for row in rows] == [3, 3, 1]
    assert rows[0].code < rows[1].code


@pytest.mark.parametrize(("fail_on", "failures"), [(FailOn.ERROR, 1), (FailOn.WARNING, 3), (FailOn.ADVICE, 6)])
def test_a_case_fails_where_the_finding_lets_the_run_fail(fail_on: FailOn, failures: int) -> None:
    """The others pass, with their words in the output."""
    top = ET.fromstring(REPORTERS["junit"](run(*many(error=1, warning=2, advice=3), fail_on=fail_on)))  # noqa: S314 (our own)
    assert (len(top.findall(".//failure")), len(top.findall(".//system-out"))) == (failures, 6 - failures)


def test_accepted_findings_are_told_with_their_reason_and_never_as_failures() -> None:
    """Counted in text, listed in the formats that have a word for it, left out where there is none."""
    accepted = run(accepted=(Accepted(finding("it is odd", code=of(Severity.WARNING)), "it was published so"),))
    told = {name: REPORTERS[name](accepted) for name in REPORTERS}
    assert "nothing found; 1 accepted" in told["text"]
    assert "nothing found; 1 accepted" in told["github"]
    assert json.loads(told["json"])["accepted"][0]["why"] == "it was published so"
    assert json.loads(told["gitlab"]) == []
    assert "| it was published so |" in told["markdown"]
    (result,) = json.loads(told["sarif"])["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "it was published so"
    top = ET.fromstring(told["junit"])  # noqa: S314 (our own)
    assert [one.attrib["message"] for one in top.iter("skipped")] == ["accepted: it was published so"]
    assert top.attrib["failures"] == "0"


def test_a_finding_over_several_lines_has_no_columns_and_no_words() -> None:
    """GitHub takes columns only within a line; SARIF takes all the words or none, and one line is known."""
    one = finding()
    several = run(replace(one, place=replace(one.place, end_line=4)))
    assert "line=2,endLine=4,title" in REPORTERS["github"](several)
    (result,) = json.loads(REPORTERS["sarif"](several))["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 2, "startColumn": 2, "endLine": 4, "endColumn": 8}
    assert "contextRegion" not in location


def test_a_line_that_is_too_long_is_not_quoted_in_sarif_and_cut_in_text() -> None:
    """One line may hold a whole plan."""
    one = finding(excerpt="x" * 5_000)
    (result,) = json.loads(REPORTERS["sarif"](run(one)))["runs"][0]["results"]
    assert "snippet" not in result["locations"][0]["physicalLocation"]["region"]
    assert max(map(len, REPORTERS["text"](run(one)).splitlines())) < 200
