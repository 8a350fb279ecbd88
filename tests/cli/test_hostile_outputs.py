"""Whatever the files of a workspace hold, no output of any command says or does anything else than meant."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cli.hostile_files import PIECES, WHOLE, hostile_variants
from support import tcplan, tcplan_bytes, write

from tcplan.reporters import REPORTERS
from tcplan.values.spreadsheet_text import BYTE_ORDER_MARK

pytestmark = pytest.mark.unmeasured
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
OURS = re.compile(r"^::(error|warning|notice) file=[^:\n]*,title=TC\d{3} [a-z-]+::")
FINDING = re.compile(r"^(?!  )(?P<file>.*):\d+:\d+: (error|warning|advice) TC\d{3} [a-z-]+: ")
IN_LOG = {"GITHUB_ACTIONS": "true"}
"""Patches are data: what they hold is cleaned only for a terminal or the log of a service."""

COMMANDS = {
    "statistics": ("validate", "--statistics"),
    "diff": ("validate", "--diff"),
    "status": ("status", "--all"),
    "status json": ("status", "--format", "json"),
    "due": ("due", "--within", "20y"),
    "due json": ("due", "--format", "json"),
    "list": ("list",),
    "list json": ("list", "--format", "json"),
    "list csv": ("list", "--format", "csv"),
    "list md": ("list", "--format", "md"),
    "show": ("show", "1.1"),
    "show json": ("show", "1.1", "--format", "json"),
    "owners": ("owners",),
    "owners json": ("owners", "--format", "json"),
    "plan": ("render", "plan"),
    "plan html": ("render", "plan", "--to", "html"),
    "stage3": ("render", "stage3"),
    "ready": ("ready", "stage3"),
    "ready json": ("ready", "stage3", "--format", "json"),
    "answer": ("answer", "stage3", "q1"),
    "answer json": ("answer", "stage3", "q1", "--format", "json"),
    "close-review": ("close-review", "stage3"),
    "close-review json": ("close-review", "stage3", "--format", "json"),
    "close-review csv": ("close-review", "stage3", "--format", "csv"),
    "ready md": ("ready", "stage3", "--format", "md"),
    "progress": ("render", "progress"),
    "progress html": ("render", "progress", "--to", "html"),
    "templates": ("templates", "list"),
    "templates json": ("templates", "list", "--format", "json"),
    "site": ("site", "-o", "public", "--dry-run"),
    "site json": ("site", "-o", "public", "--dry-run", "--format", "json"),
    "interview": ("report", "--dry-run"),
    "questions": ("report", "--questions", "-"),
    "questions for each": ("report", "--questions", "june", "--each", "--all", "--dry-run"),
    "update": ("update", "1.1", "--rag", "green", "--note", WHOLE.replace("\x00", ""), "--dry-run"),
    "update json": ("update", "1.1", "--rag", "green", "--dry-run", "--format", "json"),
    "set": ("set", "1.1/title", "New", "--dry-run"),
    "fmt": ("fmt", "--check"),
    "fmt diff": ("fmt", "--diff"),
}
COMMANDS |= {f"validate {name}": ("validate", "--format", name) for name in REPORTERS}


@pytest.fixture(scope="module", params=hostile_variants())
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each of the hostile workspaces."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile_variants()[request.param](folder)
    return folder


def assert_harmless(text: str) -> None:
    """No control character, and no line that a CI service takes for a command."""
    found = CONTROL.search(text)
    assert found is None, text[max(0, found.start() - 100) : found.end() + 50]
    found = COMMAND.search(text)
    assert found is None, text[max(0, found.start() - 100) : found.end() + 50]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_output_is_more_than_text(workspace: Path, name: str) -> None:
    """On either stream, in every format; and each is well-formed."""
    done = tcplan(*COMMANDS[name], cwd=workspace, **(IN_LOG if "diff" in name else {}))
    assert done.returncode in (0, 1, 2, 3, 5), done.stderr
    assert_harmless(done.stderr)
    if name == "validate github":
        lines = [line for line in done.stdout.splitlines() if not OURS.match(line)]
        assert CONTROL.search(done.stdout) is None
        assert_harmless("\n".join(lines))
        assert len(lines) <= 2
        return
    assert_harmless(done.stdout.removeprefix(BYTE_ORDER_MARK) if name.endswith(" csv") else done.stdout)
    if name.endswith(("json", "sarif", "gitlab")) and done.stdout:
        json.loads(done.stdout)
    if name == "validate junit":
        ET.fromstring(done.stdout)  # noqa: S314 (our own)
    if name in ("plan html", "progress html"):
        assert "<script>alert" not in done.stdout
        assert "<img" not in done.stdout


def test_every_finding_of_the_text_report_is_one(workspace: Path) -> None:
    """As many as JSON has, each in a file that there is; all other lines are indented, but the last."""
    found = json.loads(tcplan("validate", "--format", "json", cwd=workspace).stdout)
    lines = tcplan("validate", cwd=workspace).stdout.splitlines()
    heads = [line for line in lines if FINDING.match(line)]
    assert len(heads) == len(found["findings"])
    assert all(line.startswith("  ") or not line for line in lines if line not in heads and line != lines[-1])


WORDS = {
    "an action": ("update", "{}", "--rag", "green"),
    "a colour": ("update", "1.1", "--rag", "{}"),
    "a day": ("status", "--as-of", "{}"),
    "a path": ("status", "{}"),
    "a file": ("validate", "{}"),
    "a document": ("render", "{}"),
    "an earlier day": ("render", "progress", "--since", "{}"),
    "a rule": ("rule", "{}"),
    "a selection": ("validate", "--select", "{}"),
    "a format": ("validate", "--format", "{}"),
    "an output": ("validate", "--output", "{}"),
    "an output file": ("validate", "--output", "sarif=no/{}"),
    "an option": ("validate", "--{}"),
    "a command": ("{}",),
    "a key": ("set", "1.1/{}", "x"),
    "a schema": ("schema", "{}"),
    "a lead": ("report", "--lead", "{}", "--questions", "-"),
    "a lead of what is due": ("due", "--lead", "{}"),
    "a length": ("due", "--within", "{}"),
    "an item": ("show", "{}"),
    "an owner": ("list", "--owner", "{}"),
    "a pillar": ("list", "--pillar", "{}"),
    "a theme": ("list", "--theme", "{}"),
    "words": ("list", "--match", "{}"),
    "answers": ("report", "--answers", "{}"),
    "questions": ("report", "--questions", "{}.txt"),
    "a new folder": ("init", "{}"),
}


@pytest.mark.parametrize("name", WORDS)
def test_no_message_about_a_word_is_more_than_text(tmp_path: Path, name: str) -> None:
    """What somebody types, or a script passes on from a file."""
    hostile_variants()["prose"](tmp_path)
    for piece in (*PIECES[:4], PIECES[7], WHOLE):
        words = [word.format(piece.replace("\x00", "")) if "{}" in word else word for word in WORDS[name]]
        done = tcplan(*words, cwd=tmp_path)
        assert done.returncode != 4, done.stderr
        assert_harmless(done.stdout + "\n" + done.stderr)


PATCHED = (
    "kind: plan\nformat: 1\ntitle: A plan\nactions:\n  - title: One\n    id: 1\n    about: |\n      ::error::x\n"
    "      ##[error]y\n"
)
NO_SERVICE = dict.fromkeys(("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION"), "")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_patch_is_data_and_is_cleaned_only_where_it_is_read(tmp_path: Path, ends: str) -> None:
    """In a pipe or a file it applies; in the log of a service it is shown with codes, and a note says so."""
    write(tmp_path)
    (tmp_path / "plans/u/plan.yaml").write_bytes(PATCHED.replace("\n", ends).encode())
    raw = tcplan_bytes("fmt", "--diff", cwd=tmp_path, **NO_SERVICE).stdout
    assert f" ##[error]y{ends}".encode() in raw
    shown = tcplan("fmt", "--diff", cwd=tmp_path, **NO_SERVICE | IN_LOG)
    assert_harmless(shown.stdout)
    assert "<U+0023>#[error]y" in shown.stdout
    assert "some characters are shown as their codes" in shown.stderr
    with (tmp_path / "fmt.patch").open("wb") as file:
        command = [sys.executable, "-m", "tcplan", "fmt", "--diff"]
        subprocess.run(command, cwd=tmp_path, env=os.environ | NO_SERVICE | IN_LOG, stdout=file, check=True)
    assert (tmp_path / "fmt.patch").read_bytes() == raw


def test_a_patch_without_such_characters_stays_as_it_is_in_a_log(tmp_path: Path) -> None:
    """So that `tcplan fmt --diff | git apply` works there, with line ends of Windows as well."""
    write(tmp_path)
    text = PATCHED.partition("    about")[0].replace("\n", "\r\n").encode()
    (tmp_path / "plans/u/plan.yaml").write_bytes(text)
    shown = tcplan_bytes("fmt", "--diff", cwd=tmp_path, **IN_LOG)
    assert b"\r\n" in shown.stdout
    assert b"codes" not in shown.stderr
