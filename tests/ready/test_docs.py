"""docs/ready.md says what is so: its table has every gap, and its commands lead from nothing to the final document."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from support import EXAMPLES, REPOSITORY, close_off, tcplan

from tcplan.findings.codes import CODES

PAGE = REPOSITORY / "docs/ready.md"
TABLE = re.compile(r"(\|---\|---\|---\|\n).*?(\| Error in a file \|)", re.DOTALL)


@pytest.fixture
def the_day() -> Iterator[None]:
    """The day on which the university of the page does all this."""
    with time_machine.travel("2026-06-30 12:00", tick=False):
        yield


def test_the_table_has_every_gap(request: pytest.FixtureRequest) -> None:
    """`make golden` writes it again."""
    gaps = [(code, code.gap) for code in CODES if code.gap]
    rows = [
        f"| {gap.title} | [{code.name}](rules/{code.code}.md) | {'yes' if gap.blocks else ''} |\n" for code, gap in gaps
    ]
    text = PAGE.read_text("utf-8")
    now = TABLE.sub(rf"\g<1>{''.join(rows)}\g<2>", text)
    if request.config.getoption("--golden-update"):
        PAGE.write_text(now, "utf-8")
        return
    assert now == text


@pytest.mark.usefixtures("the_day")
def test_what_ready_says_leads_to_the_final_document(tmp_path: Path) -> None:
    """Each command of the page does what the page says, and the last one makes the document."""
    close_off(tmp_path)
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    here = tmp_path / "examples"
    [first, second] = re.findall(r"```console\n\$ (.*?)\n```", PAGE.read_text("utf-8"), re.DOTALL)
    begun = [tcplan(*shlex.split(line)[1:], cwd=here) for line in first.split("\n$ ")[1:]]
    assert [run.returncode for run in begun] == [0, 1]
    assert "NOT READY" in begun[1].stdout
    assert "tcplan close-review stage2 plans/northmoor/stage-2-again.yaml --review phase-2" in begun[1].stdout
    for line in second.split("\n$ "):
        run = tcplan(*shlex.split(line)[1:], cwd=here)
        assert run.returncode == 0, (line, run.stdout, run.stderr)
    text = (here / "stage-2-again.html").read_text("utf-8")
    assert "DRAFT" not in text


def test_the_other_commands_of_the_page_run() -> None:
    """On the examples, where all submissions have been sent."""
    lines = re.findall(r"^(tcplan ready .*?)(?: > \S+)?(?: +#.*)?$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        run = tcplan(*shlex.split(line)[1:], cwd=EXAMPLES)
        assert run.returncode in (0, 1), (line, run.stderr)
