"""What services do not accept is counted, never lost silently; all formats report the result of a run alike."""

import json
from xml.etree import ElementTree as ET

import pytest
from reporters.runs import finding, of, run

from tcplan.files.settings import FailOn
from tcplan.findings.finding import AcceptedFinding, Finding, Place, Severity
from tcplan.reporters import REPORTERS, STATISTICS
from tcplan.reporters.markdown import MAX_TABLES
from tcplan.reporters.statistics import count_by_rule


def many(**counts: int) -> list[Finding]:
    """This many findings of each severity, the advice first."""
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
        "not shown: 2 errors and 1 warning; GitHub shows 10 of each kind for a step; a step summary shows all"
    )
    assert lines[24].endswith(": 12 errors, 11 warnings and 3 pieces of advice")


def test_github_gets_no_count_where_all_are_shown() -> None:
    """Ten are not more than ten."""
    assert "not shown" not in REPORTERS["github"](run(*many(error=10)))


def test_a_table_that_is_too_long_for_a_comment_is_cut_and_says_so() -> None:
    """Errors come first, so that none of them is cut for a piece of advice."""
    shown = REPORTERS["markdown"](run(*many(advice=600, error=2)))
    assert MAX_TABLES / 2 < len(shown) < 65_536
    rows = [line for line in shown.splitlines() if line.startswith(("| error", "| advice"))]
    assert [row[:7] for row in rows[:3]] == ["| error", "| error", "| advic"]
    assert f"{602 - len(rows)} more are left out." in shown


@pytest.mark.parametrize(("open_", "accepted"), [(300, 300), (40, 600), (600, 1), (0, 600), (10, 10)])
def test_both_tables_together_fit_into_a_comment(open_: int, accepted: int) -> None:
    """What is accepted gets the room that the findings leave; what is left out is counted."""
    one = finding("word " * 20)
    shown = REPORTERS["markdown"](run(*[one] * open_, accepted=(AcceptedFinding(one, "why " * 20),) * accepted))
    assert len(shown) < 65_536
    upper, _, lower = shown.partition("<details>")
    for part, begins, count in ((upper, "| error", open_), (lower, "| <code>", accepted)):
        rows = sum(line.startswith(begins) for line in part.splitlines())
        said = f"{count - rows} more {'is' if count - rows == 1 else 'are'} left out" if rows else f"All {count} are"
        assert rows == count or said in part


def test_two_spans_in_one_line_are_shown_in_one_excerpt() -> None:
    """With the words of the second place after its own carets, or below them if others follow."""
    line = "period: {start: 2026-06, end: 2026-01}"
    start, end = (Place("p.yaml", 7, at, 7, at + 7, line) for at in (17, 31))
    one = finding()._replace(place=end, also=start._replace(says="the start"))
    assert drawn(one) == [
        "  7 | period: {start: 2026-06, end: 2026-01}",
        "    |                 ^^^^^^^       ^^^^^^^",
        "    |                 the start",
    ]
    one = finding()._replace(place=start, also=end._replace(says="the end"))
    assert drawn(one)[1:] == ["    |                 ^^^^^^^       ^^^^^^^ the end"]


def test_spans_that_overlap_have_carets_of_their_own() -> None:
    """One line of them for each, below the line that is shown once."""
    whole, part = Place("p.yaml", 7, 1, 7, 13, "title: A plan"), Place("p.yaml", 7, 8, 7, 9, "title: A plan", "this")
    assert drawn(finding()._replace(place=whole, also=part)) == [
        "  7 | title: A plan",
        "    | ^^^^^^^^^^^^",
        "    |        ^ this",
    ]


def test_two_spans_far_apart_in_a_long_line_are_shown_each_in_its_part() -> None:
    """One part of it cannot hold both."""
    line = "x" * 1_000
    near, far = Place("p.yaml", 7, 100, 7, 104, line), Place("p.yaml", 7, 900, 7, 904, line, "there")
    shown = drawn(finding()._replace(place=near, also=far))
    assert [one.count("^") for one in shown] == [0, 4, 0, 4]
    assert shown[3].endswith("^^^^ there")
    near = near._replace(column=890, end_column=894)
    shown = drawn(finding()._replace(place=near, also=far))
    assert [one.count("^") for one in shown] == [0, 8]


@pytest.mark.parametrize("emoji", ["\U0001f469\u200d\U0001f52c", "\U0001f44d\U0001f3fd", "\U0001f1ec\U0001f1e7", "大"])
def test_carets_are_below_their_words_after_a_wide_character(emoji: str) -> None:
    """However many characters it is made of."""
    line = f"title: {emoji} tbc"
    at = line.index("tbc") + 1
    shown, under = drawn(finding()._replace(place=Place("p.yaml", 7, at, 7, at + 3, line)))
    assert under == "    |           ^^^"
    assert shown.endswith(f"title: {emoji} tbc")


def drawn(one: Finding) -> list[str]:
    """The lines of the excerpt."""
    return [line for line in REPORTERS["text"](run(one)).splitlines() if " | " in line]


def test_a_cell_that_is_too_long_is_cut() -> None:
    """A value of many lines may be quoted in a message."""
    shown = REPORTERS["markdown"](run(finding("word " * 1000)))
    assert "word word…" in shown
    assert len(shown) < 2000


def test_nobody_is_notified_by_a_plan() -> None:
    """GitHub and GitLab notify everybody whose name is after an @ in a comment."""
    shown = REPORTERS["markdown"](run(finding("ask @technicians or a@example.ac.uk about #1, !2 or us/them#3")))
    assert "@technicians" not in shown
    assert "@<!-- -->technicians" in shown
    assert "\\#<!-- -->1, !<!-- -->2 or us/them\\#<!-- -->3" in shown


def test_no_address_of_a_plan_is_a_link() -> None:
    """Services make links of bare addresses; where they lead is not ours to say."""
    shown = REPORTERS["markdown"](run(finding("see https://evil.example or www.evil.example")))
    assert "see https:<!-- -->//evil.example or www<!-- -->.evil.example" in shown


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
    assert STATISTICS(clean).startswith("0 files checked")


def test_statistics_are_in_order_of_frequency_then_of_code() -> None:
    """With how many `--fix` can fix."""
    rows = count_by_rule(many(error=1, warning=3, advice=3))
    assert [row.count for row in rows] == [3, 3, 1]
    assert rows[0].code < rows[1].code


@pytest.mark.parametrize(("fail_on", "failures"), [(FailOn.ERROR, 1), (FailOn.WARNING, 3), (FailOn.ADVICE, 6)])
def test_a_case_fails_where_the_finding_lets_the_run_fail(fail_on: FailOn, failures: int) -> None:
    """The others pass, with their words in the output."""
    top = ET.fromstring(REPORTERS["junit"](run(*many(error=1, warning=2, advice=3), fail_on=fail_on)))  # noqa: S314 (our own)
    assert (len(top.findall(".//failure")), len(top.findall(".//system-out"))) == (failures, 6 - failures)


def test_accepted_findings_are_shown_with_their_reason_and_never_as_failures() -> None:
    """Counted in text, listed in the formats that have a word for it, left out where there is none."""
    accepted = run(accepted=(AcceptedFinding(finding("it is odd", code=of(Severity.WARNING)), "it was published so"),))
    shown = {name: REPORTERS[name](accepted) for name in REPORTERS}
    assert "nothing found; 1 accepted" in shown["text"]
    assert "nothing found; 1 accepted" in shown["github"]
    assert json.loads(shown["json"])["accepted"][0]["why"] == "it was published so"
    assert json.loads(shown["gitlab"]) == []
    assert "| it was published so |" in shown["markdown"]
    assert json.loads(shown["sarif"])["runs"][0]["results"] == []
    top = ET.fromstring(shown["junit"])  # noqa: S314 (our own)
    assert [one.attrib["message"] for one in top.iter("skipped")] == ["accepted: it was published so"]
    assert top.attrib["failures"] == "0"


def test_a_finding_over_several_lines_has_no_columns_and_no_words() -> None:
    """GitHub takes columns only within a line; SARIF takes all the words or none, and one line is known."""
    one = finding()
    several = run(one._replace(place=one.place._replace(end_line=4)))
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
