"""Promises that hold for every command that reads."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import time_machine
from support import EXAMPLES, REPOSITORY, tcplan, tcplan_process, write

from tcplan import __version__
from tcplan.cli.commands.schema import SchemaKind
from tcplan.reporters import REPORTERS

READING = [
    *(["validate", "--as-of", "2026-06-30", "--format", one] for one in REPORTERS),
    ["validate", "--as-of", "2026-06-30", "--profile", "submission", "--statistics"],
    ["validate", "-", "--stdin-filename", "plans/northmoor/new.yaml", "--as-of", "2026-06-30"],
    ["status", "--as-of", "2026-06-30"],
    ["status", "--as-of", "2026-06-30", "--format", "json", "--by", "lead"],
    ["due", "--as-of", "2026-06-30"],
    ["due", "--as-of", "2026-06-30", "--format", "json", "--lead", "HROD"],
    ["owners", "--as-of", "2026-06-30"],
    ["owners", "--as-of", "2026-06-30", "--format", "json"],
    ["status", "--as-of", "2026-06-30", "--since", "2026-03-12", "--explain"],
    ["status", "--as-of", "2026-06-30", "--brief"],
    ["list", "--as-of", "2026-06-30"],
    ["list", "--as-of", "2026-06-30", "--format", "csv", "--silent"],
    ["show", "3.1.2", "--as-of", "2026-06-30"],
    ["trajectory", "--as-of", "2026-06-30"],
    ["trajectory", "--as-of", "2026-06-30", "--format", "json"],
    ["diff", "phase-2", "phase-3"],
    ["diff", "phase-2", "phase-3", "--format", "md"],
    ["carry", "phase-3", "--into", "phase-4", "--as-of", "2026-06-30", "--dry-run"],
    ["carry", "phase-3", "--into", "phase-4", "--as-of", "2026-06-30", "--dry-run", "--format", "json"],
    ["add", "plan", "phase-4", "--date", "2026-06-30", "--dry-run"],
    ["ready", "stage3", "--as-of", "2023-12-01"],
    ["ready", "stage3", "--as-of", "2023-12-01", "--format", "json"],
    ["ready", "stage3", "--as-of", "2023-12-01", "--format", "md"],
    ["answer", "stage3", "q4", "--as-of", "2023-12-01"],
    ["close-review", "stage3", "--as-of", "2023-12-01"],
    ["close-review", "stage3", "--format", "csv"],
    ["close-review", "stage3", "--accept", "--dry-run"],
    ["answer", "stage3", "--as-of", "2023-12-01", "--format", "json"],
    ["render", "stage3", "--as-of", "2023-12-01", "--to", "html"],
    ["render", "progress", "--to", "html", "--as-of", "2026-06-30"],
    ["render", "stage3"],
    ["templates", "list"],
    ["templates", "list", "--format", "json"],
    ["templates", "eject", "plan_body", "--block", "sections", "--dry-run"],
    ["site", "-o", "public", "--as-of", "2026-06-30", "--dry-run"],
    ["site", "-o", "public", "--as-of", "2026-06-30", "--dry-run", "--format", "json"],
    ["render", "plan", "--to", "html", "--as-of", "2026-06-30"],
    ["update", "2.2.2", "--rag", "green", "--date", "2026-06-30", "--dry-run"],
    ["close", "4.1.3", "--as", "withdrawn", "--why", "No.", "--date", "2026-06-30", "--dry-run", "--format", "json"],
    ["add", "action", "--under", "2.2", "--title", "X", "--date", "2026-06-30", "--dry-run"],
    ["set", "2.2.2/lead", "HROD", "--as-of", "2026-06-30", "--dry-run"],
    ["report", "--questions", "-", "--date", "2026-06-30"],
    ["fmt", "--check"],
    ["schema", "plan"],
    ["schema", "status"],
]
"""Commands that read, and those that write when they are only asked what they would do."""

PAGES = (
    *("status", "list", "show", "due", "owners", "ready", "answer", "close-review", "trajectory", "diff"),
    *("update", "add", "set", "carry", "templates"),
)
"""Those whose text is as wide as the terminal; the bytes of all others are the same at any width."""

pytestmark = pytest.mark.unmeasured

UNSAVED = "kind: plan\nformat: 1\ntitle: A plan that nobody has saved\nperiod: {start: 2025, end: 2026}\n"
"""What those read that read their standard input."""
ENVIRONMENTS = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    pytest.param({"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}, marks=pytest.mark.thorough),
]


def tree_hash(folder: Path) -> str:
    """Names, contents and times of everything below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(f"{path.relative_to(folder)} {path.lstat().st_mtime_ns} ".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the example workspace."""
    return Path(shutil.copytree(EXAMPLES, tmp_path / "examples"))


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_never_writes(workspace: Path, arguments: list[str]) -> None:
    """The hash of the whole tree is the same afterwards, times included."""
    before = tree_hash(workspace)
    result = tcplan(*arguments, cwd=workspace, typed=UNSAVED)
    assert result.returncode == (arguments[0] == "ready"), result.stderr
    assert tree_hash(workspace) == before


@pytest.mark.parametrize("arguments", [one for one in READING if one[0] != "schema"], ids=" ".join)
@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda environment: environment["TZ"])
def test_same_input_gives_the_same_bytes(
    workspace: Path, tmp_path: Path, environment: dict[str, str], arguments: list[str]
) -> None:
    """Whatever the time zone, locale, hash seed, folder, order of files and, but for a page, the terminal's width."""
    other = tmp_path / "elsewhere" / "copy"
    for file in sorted(workspace.rglob("*"), reverse=True):
        if file.is_file():
            target = other / file.relative_to(workspace)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    is_page = arguments[0] in PAGES and "json" not in arguments
    width = "80" if is_page else "200"
    first = tcplan(*arguments, cwd=workspace, typed=UNSAVED, COLUMNS="80")
    second = tcplan_process(*arguments, cwd=other, typed=UNSAVED, COLUMNS=width, **environment)
    assert first.stdout == second.stdout
    assert first.stdout


@pytest.mark.parametrize("format_", REPORTERS)
def test_the_order_of_paths_changes_no_byte(tmp_path: Path, format_: str) -> None:
    """Of workspaces, of folders and files within one, and of one that is named twice."""
    broken = UNSAVED + "actions: [{id: 1, title: One, related: 4}, {id: 1, title: One}]\n"
    for name in ("first", "second"):
        write(tmp_path / name, phase_1=broken, phase_2=broken)
    files = [f"second/plans/u/phase-{number}.yaml" for number in (1, 2)]
    shown = {
        tcplan("validate", *paths, "--as-of", "2026-06-30", "--format", format_, cwd=tmp_path).stdout
        for paths in (
            ("first", "second"),
            ("second", "first"),
            (*files, "first"),
            (files[1], "first", files[0], "first"),
        )
    }
    assert len(shown) == 1
    assert "first/plans" in shown.pop()


def test_the_order_is_the_same_from_a_subfolder(tmp_path: Path) -> None:
    """Though the names begin otherwise there."""
    broken = UNSAVED + "actions: [{id: 1, title: One, related: 4}]\n"
    for name in ("first", "second", "third"):
        write(tmp_path / name, phase_1=broken, phase_2=broken)
    orders = []
    for cwd, paths in (("", ["third", "first", "second"]), ("second/plans/u", ["phase-2.yaml", "../../../third", "."])):
        folder = tmp_path / cwd
        others = [] if not cwd else ["../../../first"]
        result = tcplan(
            "validate", *paths, *others, "--as-of", "2026-06-30", "--profile=draft", "--format=json", cwd=folder
        )
        found = json.loads(result.stdout)["findings"]
        orders.append([(folder / one["file"]).resolve().relative_to(tmp_path.resolve()).as_posix() for one in found])
    assert orders[0] == orders[1] == sorted(orders[0])
    assert len(set(orders[0])) == 6


@pytest.mark.parametrize("arguments", [one for one in READING if one[0] != "schema"], ids=" ".join)
def test_the_clock_changes_no_byte_of_what_is_asked_for_a_day(workspace: Path, arguments: list[str]) -> None:
    """Ten years apart, the same output."""
    shown = []
    for clock in ("2028-02-29 23:59", "2038-07-01 00:01"):  # after the day that the submission was sent
        with time_machine.travel(clock, tick=False):
            result = tcplan(*arguments, cwd=workspace, typed=UNSAVED)
        assert result.returncode == (arguments[0] == "ready"), result.stderr
        shown.append(result.stdout)
    assert shown[0] == shown[1] != ""


def test_without_a_day_the_clock_s_is_taken_and_printed(workspace: Path) -> None:
    """So that the page can be made again."""
    with time_machine.travel("2025-03-15 12:00", tick=False):
        assert "as of 2025-03-15" in tcplan("status", cwd=workspace).stdout


@pytest.mark.parametrize("text", ["2026-02-30", "tomorrow", ""])
def test_an_as_of_that_is_no_date_is_wrong_usage(text: str) -> None:
    """With what to write instead."""
    result = tcplan("status", "examples", "--as-of", text)
    assert result.returncode == 2
    assert "--as-of: " in result.stderr
    assert "help: write" in result.stderr


def test_the_schemas_are_json_schema_2020_12() -> None:
    """Of every kind of file and every JSON output."""
    for kind in SchemaKind:
        schema = json.loads(tcplan("schema", kind).stdout)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        jsonschema.Draft202012Validator.check_schema(schema)


def test_python_m_and_version() -> None:
    """The version is that of the package."""
    assert tcplan_process("--version").stdout == f"tcplan {__version__}\n"


def test_a_reader_that_has_gone_is_no_fault() -> None:
    """`tcplan schema plan | head -1`."""
    piped = subprocess.run(  # noqa: S602 (the pipe is what is tested)
        f"'{sys.executable}' -m tcplan schema plan | head -n 1",
        shell=True,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (piped.stdout, piped.stderr) == ("{\n", "")
