"""What docs/status.md shows and works out is what comes out."""

import json
import re
from pathlib import Path

import pytest
from support import EXAMPLES, REPOSITORY, tcplan, write

from tcplan.views.status.grouping import Grouping

PAGE = REPOSITORY / "docs/status.md"
BLOCK = re.compile(r"(?<=```console\n)\$ tcplan (.*)\n([^`]*)(?=```)")


def test_the_brief_page_is_that_of_the_example(request: pytest.FixtureRequest) -> None:
    """`make golden` writes it again."""
    text = PAGE.read_text("utf-8")
    found = BLOCK.search(text)
    assert found
    words = [str(EXAMPLES) if word == "examples" else word for word in found[1].split()]
    shown = tcplan(*words, COLUMNS="80").stdout
    if request.config.getoption("--golden-update"):
        PAGE.write_text(text[: found.start(2)] + shown + text[found.end(2) :], "utf-8", newline="\n")
        return
    assert found[2] == shown


def test_every_grouping_is_named() -> None:
    """In the order of the help."""
    words = [*("due date" if one is Grouping.DUE else one.value for one in Grouping)]
    assert f"groups it by {', '.join(words[:-1])} or {words[-1]}." in " ".join(PAGE.read_text("utf-8").split())


@pytest.mark.parametrize(
    ("actual", "target", "trend", "towards"),
    [
        ("{2024: 21%, 2025: 25%, 2026-03: 29%}", "40%", "up", True),
        ("{2024: 12, 2025: 9, 2026-03: 10}", "5", "up", False),
    ],
)
def test_the_examples_of_measures(tmp_path: Path, actual: str, target: str, trend: str, *, towards: bool) -> None:
    """As the page works them out."""
    measures = f"measures: [{{id: m, title: M, actual: {actual}, targets: {{2027: {target}}}}}]\n"
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\n{measures}")
    run = tcplan("status", tmp_path, "--as-of", "2026-06-30", "--format", "json")
    (row,) = json.loads(run.stdout)["plans"][0]["measures"]
    assert (row["trend"], row["towards"]) == (trend, towards)
