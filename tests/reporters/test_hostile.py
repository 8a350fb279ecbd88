"""Whatever a plan or the name of a file holds, no report says anything else than meant."""

import json
import re
from itertools import pairwise
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reporters.runs import TEXTS, finding, run, runs

from tcplan.findings.finding import AcceptedFinding
from tcplan.reporters import REPORTERS, STATISTICS, CheckRun
from tcplan.reporters.markdown import MAX_CELL
from tcplan.values.plain_text import clean, file_name, one_line

COMMAND = re.compile(
    r"::(error|warning|notice) file=[^,:\n]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^:\n]*::"
)
LINK_OR_PLACEHOLDER = re.compile(r"(?<!\\)\[(?:[^\]\\]|\\.)*\]\(|(?<!\{)\{\d+\}")
OURS = re.compile(r"</?code>|<br>|<!-- -->|</?details>|</?summary>")


@given(runs())
def test_every_report_can_be_written_as_utf_8(run: CheckRun) -> None:
    """Also if a name is not UTF-8; and nothing in it reaches the terminal but text."""
    for name, reporter in (*REPORTERS.items(), ("statistics", STATISTICS)):
        text = reporter(run)
        assert text.encode()
        assert text.endswith("\n")
        assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\ufeff]", text) is None, name
        if name != "github":
            assert re.search(r"^\s*::|##\w*\[", text, re.MULTILINE) is None, name


@given(runs())
def test_github_gets_one_line_for_each_finding_and_no_command_of_a_plan(run: CheckRun) -> None:
    """Neither `::stop-commands::` nor `##[error]` at the beginning of a line, nor a property that ends early."""
    lines = REPORTERS["github"](run).splitlines()
    assert len(lines) == len(run.findings) + 1
    assert all(COMMAND.match(line) for line in lines[:-1])
    assert lines[-1].startswith(f"{len(run.files)} file")


@given(runs())
def test_what_github_reads_is_what_was_found(run: CheckRun) -> None:
    """Line breaks included."""
    lines = REPORTERS["github"](run).splitlines()
    shown = [unquote(line.split("::", 2)[2]) for line in lines[:-1]]
    assert sorted(shown) == sorted(clean(f"{one.message}\nhelp: {one.help}") for one in run.findings)


@given(runs())
def test_xml_is_read_back_as_it_was_meant(run: CheckRun) -> None:
    """A case for each finding, with its own name."""
    top = ET.fromstring(REPORTERS["junit"](run))  # noqa: S314 (our own)
    suites = top.findall("testsuite")
    assert [suite.attrib["name"] for suite in suites] == [
        file_name(one).replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>") for one in run.files
    ]
    for suite in suites:
        names = [case.attrib["name"] for case in suite.findall("testcase")]
        assert len(names) == len(set(names)) == int(suite.attrib["tests"])
    assert len(top.findall(".//failure")) == sum(map(run.fails_on, run.findings)) == int(top.attrib["failures"])
    assert len(top.findall(".//skipped")) == len(run.accepted)


@given(runs())
def test_json_names_the_file_so_that_it_can_be_opened(run: CheckRun) -> None:
    """Bytes that are no UTF-8 come back as Python holds them."""
    data = json.loads(REPORTERS["json"](run))
    assert [one["file"] for one in data["findings"]] == [one.place.file for one in run.findings]
    assert [one["message"] for one in data["findings"]] == [one.message for one in run.findings]


@given(runs())
def test_sarif_names_the_file_by_an_address(run: CheckRun) -> None:
    """Percent-encoded and relative; the words between the carets are those of the line."""
    results = json.loads(REPORTERS["sarif"](run))["runs"][0]["results"]
    for result, one in zip(results, run.findings, strict=True):
        location = result["locations"][0]["physicalLocation"]
        uri = location["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)
        assert unquote(uri, errors="surrogateescape") == one.place.file
        assert (
            location["region"]["snippet"]["text"] == one.place.excerpt[one.place.column - 1 : one.place.end_column - 1]
        )
        assert re.search(LINK_OR_PLACEHOLDER, result["message"]["text"]) is None


@given(runs())
def test_gitlab_can_tell_the_entries_apart(run: CheckRun) -> None:
    """Each has a fingerprint of its own."""
    entries = json.loads(REPORTERS["gitlab"](run))
    assert len({one["fingerprint"] for one in entries}) == len(entries) == len(run.findings)


def cells(tokens: list[Token]) -> list[str]:
    """What a reader sees in the cells of tables."""
    found = []
    for before, token in pairwise(tokens):
        if before.type in ("td_open", "th_open"):
            found.append(seen(token))
    return found


def seen(inline: Token) -> str:
    """The words of a piece of Markdown, a blank for a line break; markup of a plan would be missing from them."""
    words = ""
    for token in inline.children or ():
        assert token.type in ("text", "text_special", "html_inline"), token
        assert token.type != "html_inline" or OURS.fullmatch(token.content), token
        words += " " if token.content == "<br>" else "" if token.type == "html_inline" else token.content
    return " ".join(words.split())


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_nothing_of_a_plan_is_markup_in_markdown(message: str, help_text: str, where: str, why: str) -> None:
    """In the tables, backquotes apart, which make code of what they enclose."""
    one = finding(message, help=help_text, where=where)
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(REPORTERS["markdown"](run(one, accepted=(AcceptedFinding(one, why),))))
    )
    found = [" ".join(cell.replace("`", "").split()) for cell in cells(tokens)]
    words = [" ".join(one_line(text[:MAX_CELL]).replace("`", "").split()) for text in (where, message, help_text, why)]
    assert len(found) == 4 + 4 + 3 + 3
    assert found[4:8] == [
        "error",
        f"plans/u/plan.yaml:2 {words[0]}".strip(),
        f"{words[1]} {one.code.code} {one.code.name}".strip(),
        words[2],
    ]
    assert found[-1] == words[3]
