"""Makes docs/comparison/README.md: one broken plan through three checkers, in their own words (`make comparison`).

The other two are in an environment of their own, which the Makefile makes; the page names their versions.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tcplan import __version__

FOLDER = Path(__file__).parents[2] / "docs/comparison"
PLAN = "phase-1.yaml"
PAGE = FOLDER / "README.md"
AS_OF = "2026-06-30"

INTRODUCTION = f"""\
# One broken plan, three checkers

<!-- `make comparison` updates this page. -->

[{PLAN}]({PLAN}) is a short plan with ten mistakes that people make: a misspelt key, two misspelt
words, a date that does not exist, words that YAML takes for a comment, a comma that YAML takes for the end of a
value, a reference to an action that does not exist, an id that two actions have, a date outside the plan, and one
before the start. Below is what a checker of JSON Schemas says about it (with the schema that `tcplan schema plan`
prints; its `--verbose` says more), what a checker of YAML style says, and what tcplan says.

The first two are good at what they are made for, but neither is made for action plans: a schema cannot say that a
reference leads nowhere, and a style checker cannot say that words were lost. With the schema an editor helps you while
you type, so both have their place beside tcplan.
"""


def page(tools: Path) -> str:
    """The page; `tools` is the folder of the programs check-jsonschema and yamllint."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tcplan.toml").touch()  # what lies above a temporary folder does not matter
        (folder / PLAN).write_bytes((FOLDER / PLAN).read_bytes())
        schema = subprocess.run(
            [sys.executable, "-m", "tcplan", "schema", "plan"], capture_output=True, text=True, check=True
        )
        (folder / "plan.schema.json").write_text(schema.stdout, "utf-8")
        sections = [
            section("check-jsonschema", version(tools / "check-jsonschema"), checked(folder, tools)),
            section("yamllint", version(tools / "yamllint"), linted(folder, tools)),
            section("tcplan", __version__, validated(folder)),
        ]
    return "\n".join([INTRODUCTION, *sections])


def checked(folder: Path, tools: Path) -> str:
    """What check-jsonschema says."""
    return run(folder, str(tools / "check-jsonschema"), "--schemafile", "plan.schema.json", PLAN)


def linted(folder: Path, tools: Path) -> str:
    """What yamllint says, with its default rules."""
    return run(folder, str(tools / "yamllint"), PLAN)


def validated(folder: Path) -> str:
    """What tcplan says of a draft: what is wrong in it, and not what it lacks."""
    return run(folder, sys.executable, "-m", "tcplan", "validate", PLAN, "--profile", "draft", "--as-of", AS_OF)


def run(folder: Path, program: str, *arguments: str) -> str:
    """The command as somebody types it, all that it prints, and its exit code."""
    environment = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1"}
    result = subprocess.run(
        [program, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    typed = " ".join(["tcplan", *arguments[2:]] if program == sys.executable else [Path(program).name, *arguments])
    said = f"{result.stdout}{result.stderr}".strip("\n")
    return f"$ {typed}\n{said}\n$ echo $?\n{result.returncode}"


def version(program: Path) -> str:
    """The version that a program prints."""
    printed = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)+", printed)
    assert found
    return found[0]


def section(name: str, number: str, said: str) -> str:
    """One checker on the page."""
    return f"## {name} {number}\n\n```text\n{said}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(Path(sys.argv[1]).absolute()), "utf-8")
