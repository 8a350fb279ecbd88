"""A command starts quickly because it imports, reads and compiles only what it needs: counted here, never timed.

A test that fails after a change names what has come in. Where the command needs it, add it to the list, or raise the
bound to the number that the test shows; where not, import it in the function that does.
"""

import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from support import EXAMPLES, REPOSITORY

from tcplan.cli.app import COMMANDS, load_command
from tcplan.cli.commands.render import DocumentFormat
from tcplan.cli.commands.schema import SchemaKind
from tcplan.cli.support.validate_options import FindingsFormat
from tcplan.model import KINDS
from tcplan.render import FORMATS
from tcplan.reporters import REPORTERS

COUNTING = """
import gc, json, re, sys
before, opened, patterns, collections = set(sys.modules), [], [], []
sys.addaudithook(lambda event, about: opened.append(str(about[0])) if event == "open" else None)
compile_pattern = re._compiler.compile
def counted(pattern, flags):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] in ("re", "functools"):
        frame = frame.f_back
    if frame.f_globals["__name__"].startswith("tcplan"):
        patterns.append(str(pattern))
    return compile_pattern(pattern, flags)
re._compiler.compile = counted
from tcplan.cli.entry import main
gc.collect()
gc.callbacks.append(lambda phase, about: collections.append(about["generation"]))
try:
    main()
finally:
    found = {name: getattr(sys.modules[name], "__file__", None) or "" for name in set(sys.modules) - before}
    print(json.dumps([found, opened, patterns, collections]), file=sys.stderr)
"""
"""Runs a command in a process of its own, and prints the modules, files and patterns that it took."""

TYPER = {"typer", "annotated_doc", "shellingham"}
READING = {"pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection", "ruamel"}

VALIDATE, STATUS = ("validate", "examples"), ("status", "examples")


class Start(NamedTuple):
    """What a command has taken: modules with their files, opened files, patterns of ours, searches for garbage."""

    modules: dict[str, str]
    opened: list[str]
    patterns: list[str]
    collections: list[int]

    @property
    def ours(self) -> set[str]:
        """Modules of tcplan."""
        return {name for name in self.modules if name.split(".")[0] == "tcplan"}

    @property
    def rooms(self) -> set[str]:
        """Modules and packages right below tcplan."""
        return {name.split(".")[1] for name in self.ours if "." in name}

    @property
    def libraries(self) -> set[str]:
        """Packages that were installed, without the optional C parser."""
        installed = {name.split(".")[0] for name, file in self.modules.items() if "site-packages" in file}
        return installed - {"_ruamel_yaml", "coverage"}


@cache
def start(*arguments: str) -> Start:
    """Run a command and count."""
    result = subprocess.run(
        [sys.executable, "-c", COUNTING, *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return Start(*json.loads(result.stderr.splitlines()[-1]))


def test_the_version_is_answered_before_anything_is_imported() -> None:
    """Not even typer."""
    version = start("--version")
    assert version.ours == {"tcplan", "tcplan.cli", "tcplan.cli.entry"}
    assert version.libraries == set()


def test_the_list_of_commands_imports_none_of_them() -> None:
    """Their names and helps are in a table."""
    listed = start("--help")
    assert listed.libraries == TYPER
    assert listed.ours == {
        "tcplan",
        "tcplan.cli",
        "tcplan.cli.app",
        "tcplan.cli.entry",
        "tcplan.cli.support",
        "tcplan.cli.support.failures",
        "tcplan.cli.support.messages",
        "tcplan.errors",
        "tcplan.values",
        "tcplan.values.plain_text",
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_imports_no_other_and_nothing_that_runs_it(name: str) -> None:
    """Its options are all that is needed."""
    shown = start(name, "--help")
    commands = {one.split(".")[-1] for one in shown.ours if one.startswith("tcplan.cli.commands.")}
    assert commands == {COMMANDS[name].module}
    assert shown.libraries == TYPER
    assert not shown.rooms & {"check", "edits", "model", "render", "reporters", "rules", "workspace", "yaml_reader"}


def test_a_check_imports_no_library_for_pages_or_documents() -> None:
    """Neither rich nor jinja2 nor markdown-it."""
    checked = start(*VALIDATE)
    assert checked.libraries == TYPER | READING
    assert not checked.rooms & {"edits", "exporting", "render", "terminal", "views", "yaml_editor"}
    assert {one for one in checked.ours if one.startswith("tcplan.reporters.")} == {
        "tcplan.reporters.check_run",
        "tcplan.reporters.text",
    }


def test_a_status_page_imports_rich_and_nothing_for_documents() -> None:
    """And nothing that edits or reports findings."""
    shown = start(*STATUS)
    assert shown.libraries == TYPER | READING | {"rich"}
    assert not shown.rooms & {"edits", "exporting", "render", "reporters", "yaml_editor"}


def test_a_submission_imports_nothing_for_the_paper_of_a_meeting() -> None:
    """Neither what compares two days nor what words it."""
    shown = start("render", "stage3", "examples")
    compared = {name for name in shown.modules if name.startswith("tcplan.comparison.")}
    known = {"approvals", "differences", "reviewed_actions"}  # whether what was approved stands, and what is reviewed
    assert {name.split(".")[2] for name in compared} <= known
    assert "tcplan.comparison.differences.data_changes" not in compared
    paper = "tcplan.views.documents.progress_paper."
    common = {f"{paper}{name}" for name in ("action_groups", "states")}  # what page one counts too
    assert {one for one in shown.ours if one.startswith(paper)} == common


@pytest.mark.parametrize(("arguments", "most"), [(VALIDATE, 335), (STATUS, 360)])
def test_only_so_many_modules_of_ours_are_imported(arguments: tuple[str, ...], most: int) -> None:
    """Each costs a look on the disk and the making of its classes."""
    assert len(start(*arguments).ours) <= most


@pytest.mark.parametrize(("arguments", "most"), [(VALIDATE, 78), (STATUS, 30)])
def test_only_so_many_patterns_are_compiled(arguments: tuple[str, ...], most: int) -> None:
    """One that is never asked for is never compiled, and none is twice."""
    patterns = start(*arguments).patterns
    assert len(patterns) <= most
    assert [one for one, count in Counter(patterns).items() if count > 1] == []


@pytest.mark.parametrize("arguments", [VALIDATE, STATUS])
def test_no_run_searches_for_garbage(arguments: tuple[str, ...]) -> None:
    """There is none, and each search looks through all that was read."""
    assert start(*arguments).collections == []


def test_the_help_compiles_no_pattern_of_ours() -> None:
    """They wait for text."""
    assert start("--help").patterns == start("validate", "--help").patterns == []


@pytest.mark.parametrize("arguments", [VALIDATE, STATUS])
def test_every_file_of_a_workspace_is_read_once(arguments: tuple[str, ...]) -> None:
    """Whatever asks for it."""
    opened = Counter(Path(REPOSITORY, name) for name in start(*arguments).opened)
    files = [path for path in EXAMPLES.rglob("*.yaml") if path.is_file()]
    assert {path: opened[path] for path in files} == dict.fromkeys(files, 1)


def test_the_helps_in_the_table_are_those_of_the_commands() -> None:
    """`tcplan --help` shows the first paragraph of each docstring without importing it."""
    firsts = {name: load_command(name).help.split("\n\n")[0] for name in COMMANDS}
    assert {name: entry.help for name, entry in COMMANDS.items()} == firsts


def test_a_choice_of_an_option_is_the_key_of_what_it_chooses() -> None:
    """The options name them again, so that a help imports neither reporters nor templates nor models."""
    assert list(FindingsFormat) == list(REPORTERS)
    assert list(DocumentFormat) == list(FORMATS)
    assert list(SchemaKind)[: len(KINDS)] == list(KINDS)
