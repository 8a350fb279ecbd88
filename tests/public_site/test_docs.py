"""docs/site.md is true: its commands run and print what it shows, and its examples can be copied."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from public_site.planted import DAY
from support import EXAMPLES, REPOSITORY, tcplan, write

from tcplan.cli.support.options import as_of_day

PAGE = (REPOSITORY / "docs/site.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
YAML = [yaml.safe_load(text) for language, text in BLOCKS if language == "yaml"]
COMMANDS = sorted({one for one in re.findall(r"`?(tcplan [^`\n]*?)(?:`|$)", PAGE, re.MULTILINE) if " -o" in one})


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A copy of the examples."""
    return Path(shutil.copytree(EXAMPLES, tmp_path / "examples"))


def test_the_first_command_prints_what_is_shown(examples: Path) -> None:
    """But for the day, which is that of the reader."""
    (shown,) = (text for language, text in BLOCKS if language == "console")
    command, *printed = shown.splitlines()
    made = tcplan(*shlex.split(command)[2:], cwd=examples)
    assert made.returncode == 0, made.stderr
    assert made.stdout.replace(str(as_of_day(None)), DAY).splitlines() == printed


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(examples: Path, command: str) -> None:
    """As they are typed."""
    words = [word for word in shlex.split(command) if word not in ("--as-of", "DATE")]
    assert tcplan(*words[1:], cwd=examples).returncode == 0


def test_its_examples_are_yaml_and_the_statement_is_read(tmp_path: Path) -> None:
    """The workflows run what the page explains; the key of the institution is one that there is."""
    statement, workflow, job = YAML
    steps = [step["run"] for step in workflow["jobs"]["site"]["steps"] if "run" in step]
    assert steps == job["pages"]["script"]
    text = f"kind: institution\nformat: 1\nname: U\naccessibility: |\n  {statement['accessibility'].splitlines()[0]}\n"
    found = tcplan("validate", write(tmp_path, institution=text), "--select", "TC0")
    assert found.returncode == 0, found.stdout


def test_what_it_says_of_a_leak_is_what_is_printed() -> None:
    """The words of the message, without its places."""
    (shown,) = (text for language, text in BLOCKS if language == "text")
    found, also = r"tcplan: \S+\.html:\d+: an internal note, from \S+\.yaml:\d+ \([^)]+\)", r"\S+\.yaml:\d+"
    assert re.fullmatch(f"{found}; {also} says the same, and is published", shown.strip())
