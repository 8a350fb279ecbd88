"""Runs made by hand, with any text in them, for tests of the reporters."""

import os
from datetime import date

from hypothesis import strategies as st

from tcplan.files.settings import FailOn
from tcplan.findings.change import Rename
from tcplan.findings.codes import CODES
from tcplan.findings.finding import AcceptedFinding, Code, Finding, Place, Severity
from tcplan.reporters import CheckRun

DAY = date(2026, 6, 30)

NASTY = st.sampled_from(
    [
        *"|<>&\"'`*_[]{}()#@%:,;!\\/~ \n\r\t\x00\x07\x1b\x7f\x85\u2028\u202e\ufeff\ufffe\uffff",
        "%0A",
        "%25",
        "::error::",
        "\n::stop-commands::x\n",
        "##[error]",
        "]]>",
        "<!--",
        "-->",
        "</code>",
        "<script>",
        "](https://x)",
        "{0}",
        "&#124;",
        "@everyone",
        "\U0001f600",
        "Zoë",
    ]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(NASTY, max_size=12).map("".join))
NAMES = st.one_of(TEXTS, st.binary(max_size=20).map(os.fsdecode)).map(lambda name: f"plans/{name}.yaml")


def of(severity: Severity) -> Code:
    """A code of some severity."""
    return next(code for code in CODES if code.severity is severity)


def finding(message: str = "it is wrong", *, code: Code | None = None, **given: str) -> Finding:
    """A finding in the second line of a file; `given` are its texts: file, help, where, excerpt."""
    file, excerpt = given.get("file", "plans/u/plan.yaml"), given.get("excerpt", "title: A plan")
    end = max(2, min(8, len(excerpt) + 1))
    place = Place(file, 2, min(2, end), 2, end, excerpt)
    return Finding(
        file, code or of(Severity.ERROR), message, given.get("help", "mend it"), given.get("where", "title"), place
    )


def run(*findings: Finding, accepted: tuple[AcceptedFinding, ...] = (), fail_on: FailOn = FailOn.ERROR) -> CheckRun:
    """A run with these findings, in the order of their files."""
    names = {one.place.file: None for one in (*findings, *(one.finding for one in accepted))}
    return CheckRun(findings, accepted, tuple(names), DAY, fail_on)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Any finding, with any words, perhaps with a second place and a repair."""
    texts = {key: draw(TEXTS) for key in ("help", "where", "excerpt")}
    one = finding(draw(TEXTS), code=draw(st.sampled_from(CODES)), file=draw(NAMES), **texts)
    if draw(st.booleans()):
        line = draw(st.integers(1, 3))
        also = one.place._replace(line=line, end_line=line, says=draw(TEXTS))
        one = one._replace(also=also, fix=Rename(("title",), "titel"))
    return one


@st.composite
def runs(draw: st.DrawFn) -> CheckRun:
    """Any run."""
    accepted = tuple(AcceptedFinding(one, draw(TEXTS)) for one in draw(st.lists(findings(), max_size=2)))
    return run(*draw(st.lists(findings(), max_size=4)), accepted=accepted, fail_on=draw(st.sampled_from(FailOn)))
