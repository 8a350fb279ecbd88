"""docs/ci.md and docs/site.md: commands run, and workflows and jobs are what the services take."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from formats.tools import run, tool
from support import EXAMPLES, REPOSITORY, tcplan

from tcplan.reporters import REPORTERS

PAGE = (REPOSITORY / "docs/ci.md").read_text("utf-8")
SITE = (REPOSITORY / "docs/site.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
BLOCKS = BLOCK.findall(PAGE)
YAML = [text for language, text in (*BLOCKS, *BLOCK.findall(SITE)) if language == "yaml" and text.startswith("# .")]
COMMANDS = [
    line
    for language, text in BLOCKS
    if not language
    for line in text.splitlines()
    if line.startswith("tcplan ") and "--watch" not in line
]
SCHEMAS = {
    ".github/workflows/plans.yml": "vendor.github-workflows",
    ".github/workflows/site.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}


@pytest.mark.parametrize("line", COMMANDS)
def test_its_commands_run(tmp_path: Path, line: str) -> None:
    """On a copy of the examples."""
    folder = Path(shutil.copytree(EXAMPLES, tmp_path / "examples"))
    (folder / "build").mkdir()
    command, _, source = line.replace("$GITHUB_STEP_SUMMARY", "build/summary.md").partition(" < ")
    typed = (folder / source).read_text("utf-8") if source else ""
    result = tcplan(*shlex.split(command)[1:], cwd=folder, typed=typed)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("text", YAML, ids=lambda text: text.splitlines()[0])
def test_its_yaml_is_what_the_services_take(tmp_path: Path, text: str) -> None:
    """By the schemas that check-jsonschema carries, and by pre-commit itself."""
    name = text.splitlines()[0].removeprefix("# ")
    file = tmp_path / Path(name).name
    file.write_text(text, "utf-8")
    if name in SCHEMAS:
        result = run(tool("check-jsonschema"), "--builtin-schema", SCHEMAS[name], file, cwd=tmp_path)
    else:
        assert name == ".pre-commit-config.yaml"
        result = run(tool("pre-commit"), "validate-config", file, cwd=tmp_path)
    assert result.returncode == 0, result.stdout


def test_every_format_and_every_input_is_in_it() -> None:
    """What is not said there, nobody finds."""
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(REPORTERS)
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text("utf-8"))
    assert [name for name in action["inputs"] if f"`{name}`" not in PAGE] == []


def test_its_pattern_finds_every_finding() -> None:
    """The one for Visual Studio Code."""
    (text,) = (text for language, text in BLOCKS if language == "json")
    (task,) = json.loads(text)["tasks"]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"], re.MULTILINE)
    shown = tcplan("validate", "--as-of", "2026-06-30", cwd=REPOSITORY / "tests/data/reports").stdout
    found = [match.groups() for match in pattern.finditer(shown)]
    assert [one[4] for one in found] == ["TC108", "TC012", "TC303", "TC101", "TC114"]
    assert found[1][:4] == ("plans/westhaven/phase 1.yaml", "22", "5", "error")
