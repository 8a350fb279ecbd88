"""Whatever a file holds, a command ends within seconds and a small multiple of the file's size in memory.

Each of these files once took a minute or more, or more memory than a small machine has, or is of that kind.
"""

import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest
from bounds.hostile import HEAD, MARKDOWN, YAML, actions, each, prose
from support import tcplan, write

from bench import process

SECONDS = 20
"""What the slowest machine may take; a quick one takes less than five."""

ENDS_WELL = {0, 1, 3, 5}
"""The exit codes of a command that has done its work, found something, or refused to."""


WITH_PEAK = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a program. Until it is loaded it shares the memory of who starts it, which must not be these tests."""


def peak(folder: Path) -> int:
    """The most memory in bytes that `tcplan validate` takes for a folder."""
    words = (sys.executable, "-c", WITH_PEAK, sys.executable, "-m", "tcplan", "validate", str(folder))
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    return int(done.stdout) * process.BYTES_OF_MAXRSS


def run(folder: Path, *arguments: str) -> str:
    """What a command prints; it must end in time, and well."""
    begun = time.process_time()
    result = tcplan(*arguments, cwd=folder)
    taken = time.process_time() - begun
    assert result.returncode in ENDS_WELL, result.stderr[-2_000:]
    assert taken < SECONDS, f"{taken:.1f} seconds"
    return result.stdout


@pytest.mark.parametrize("name", list(YAML))
def test_a_file_of_any_content_is_checked_in_seconds(name: str, tmp_path: Path) -> None:
    """Long lines, many keys, many values, many faults of one kind."""
    run(write(tmp_path, phase_1=YAML[name]), "validate")


@pytest.mark.parametrize("name", list(MARKDOWN))
def test_a_text_of_any_signs_is_checked_and_rendered_in_seconds(name: str, tmp_path: Path) -> None:
    """Markdown has signs that open something which is never closed."""
    folder = write(tmp_path, phase_1=prose(MARKDOWN[name]))
    run(folder, "validate")
    run(folder, "render", "plan", "--to", "html")


@pytest.mark.parametrize("command", [["fmt", "--diff"], ["validate", "--diff"], ["status", "--all"]], ids=" ".join)
def test_a_mistake_in_every_action_is_no_reason_to_wait(command: list[str], tmp_path: Path) -> None:
    """Not for a patch either."""
    run(write(tmp_path, phase_1=actions("onwers: x", 2_000)), *command)


@pytest.mark.parametrize("items", ["owners: [HR, HR, HR]", f"owners: [{', '.join(['HR'] * 40)}]"], ids=["few", "many"])
def test_repeats_in_every_list_are_fixed_in_seconds(items: str, tmp_path: Path) -> None:
    """The file is not read again for each of them."""
    folder = write(tmp_path, phase_1=actions(items, 400))
    run(folder, "validate", "--fix")
    assert "owners: [HR]" in (text := (folder / "plans/u/phase-1.yaml").read_text())
    assert "HR, HR" not in text


def test_thousands_of_repeats_in_one_list_are_fixed_in_seconds(tmp_path: Path) -> None:
    """Items next to each other, each on lines of its own, with others between them."""
    lines = "".join(f"  - HR\n  - Team {number}  # kept\n  - HR\n" for number in range(2_000))
    plan = f"{HEAD}actions:\n- id: 1\n  title: T\n  due: 2026-06\n  owners:\n{lines}"
    folder = write(tmp_path, phase_1=plan)
    run(folder, "validate", "--fix")
    text = (folder / "plans/u/phase-1.yaml").read_text()
    assert (text.count("- HR\n"), text.count("  # kept\n")) == (1, 2_000)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"actions:\n  - id: {'1' * 201}\n    title: T\n", "this has 201 characters; an id may have 200"),
        (f"actions:\n  - id: 1\n    title: {'T' * 1_001}\n", "this has 1,001 characters; a title may have 1,000"),
        (f"about: {'a' * 100_001}\n", "this has 100,001 characters; text may have 100,000"),
        (f"? {'k' * 1_001}\n: x\n", "this key has 1,001 characters; a key may have 1,000"),
        (f"actions: [{'a,' * 50_001}]\n", "this has more than 50,000 entries"),
    ],
    ids=["id", "title", "text", "key", "list"],
)
def test_what_is_too_long_is_one_finding(line: str, says: str, tmp_path: Path) -> None:
    """It says how long it is, and how long it may be."""
    printed = run(write(tmp_path, phase_1=HEAD + line), "validate")
    assert printed.count("TC009") == 1
    assert says in printed


@pytest.mark.parametrize(
    "line",
    [
        f"actions:\n  - id: {'1' * 200}\n    title: {'T' * 1_000}\n",
        f"about: {'a' * 100_000}\n",
    ],
    ids=["id and title", "text"],
)
def test_what_is_as_long_as_it_may_be_is_no_finding(line: str, tmp_path: Path) -> None:
    """The limits are not reached by chance."""
    assert "TC009" not in run(write(tmp_path, phase_1=HEAD + line), "validate")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("unknown keys at the top", "9,980 more keys here are not keys of a plan"),
        ("anchors on lines", "9,800 more findings of this rule in this file are counted but not listed"),
        ("null words", "9,800 more findings of this rule in this file are counted but not listed"),
        ("faulty values in a list", "more than 20,000 keys and values of this file cannot be read"),
    ],
)
def test_findings_that_are_not_made_are_counted(name: str, says: str, tmp_path: Path) -> None:
    """Nobody reads a thousand findings of one kind, and to make them all would take minutes."""
    assert says in run(write(tmp_path, phase_1=YAML[name]), "validate")


NAMING: Final = {
    "quotes from voices": (
        "voice:\n" + each("  - {id: v#N, title: Survey}\n") + "actions: [{id: 1, title: T, quotes: [\n",
        each("    {from: v#N, text: t}, {from: w#N, text: t},\n"),
    ),
    "measures": (
        "measures:\n"
        + each("  - {id: m#N, title: M, targets: {end: 3%}}\n")
        + "actions: [{id: 1, title: T, measured_by: [\n",
        each("    m#N, n#N,\n"),
    ),
    "items of a framework": ("actions: [{id: 1, title: T, aligns: [\n", each("    big/#N, big/x#N,\n")),
}
"""Ten thousand names of things, each of which is there or not: the lines above them, and the names."""


@pytest.mark.parametrize(
    "command", [["validate"], ["validate", "--fix", "--diff"], ["render", "plan"], ["show", "1"]], ids=" ".join
)
@pytest.mark.parametrize("name", NAMING)
def test_what_is_named_thousands_of_times_is_found_in_seconds(name: str, command: list[str], tmp_path: Path) -> None:
    """No name is compared with all that there is."""
    before, names = NAMING[name]
    folder = write(tmp_path, phase_1=f"{HEAD}{before}{names}  ]}}]\n")
    (folder / "frameworks").mkdir()
    items = each("  - {id: #N, title: Item}\n", 30_000)
    (folder / "frameworks/big.yaml").write_text(f"kind: framework\nformat: 1\ntitle: Big\nitems:\n{items}")
    run(folder, *command)


@pytest.mark.parametrize("command", [["validate"], ["render", "big"]], ids=" ".join)
def test_thousands_of_answers_to_thousands_of_questions_take_seconds(command: list[str], tmp_path: Path) -> None:
    """Half of them are questions of the form."""
    form = "kind: framework\nformat: 1\ntitle: Big\ntype: form\nquestions:\n" + each("  - {id: q#N, title: Q}\n")
    answers = "kind: submission\nformat: 1\nform: big\ntitle: S\nanswers:\n" + each(
        "  - {question: q#N, text: t}\n  - {question: r#N, text: t}\n"
    )
    folder = write(tmp_path, phase_1=HEAD, submission=answers)
    (folder / "frameworks").mkdir()
    (folder / "frameworks/big.yaml").write_text(form)
    run(folder, *command)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of memory for a process on Windows")
@pytest.mark.parametrize("name", ["an id of many parts", "a misspelt key in each action", "null words"])
def test_memory_is_a_small_multiple_of_the_file(name: str, tmp_path: Path) -> None:
    """Twelve times its size, and what the program itself needs."""
    write(tmp_path, phase_1=YAML[name])
    assert peak(tmp_path) < 12 * len(YAML[name].encode()) + 100_000_000
