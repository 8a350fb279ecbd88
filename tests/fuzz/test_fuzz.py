"""`make fuzz`: a short run keeps every promise, a broken promise is noticed, and a case can be run again."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support import REPOSITORY

from fuzz.case import Case, Entry
from fuzz.hostile import ALL
from fuzz.making import make_case
from fuzz.promises import Tree, broken_promises, read_tree
from fuzz.running import Outcome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the fuzzer asks Linux for time and memory")

PLAN = {"ws/plans/u/phase-1.yaml": Entry(content=b"kind: plan\n")}
FINE = Outcome(0, b"ok\n", b"", 10**6, 0.1)
SEED, CASES = 21, 60


@pytest.mark.unmeasured
def test_a_short_run_keeps_every_promise(tmp_path: Path) -> None:
    """The same cases each time; `make fuzz` runs others for an hour."""
    options = ["--seed", str(SEED), "--cases", str(CASES), "--failures", str(tmp_path)]
    ran = subprocess.run([sys.executable, "-m", "fuzz", *options], cwd=REPOSITORY, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert f"{CASES} cases of seed {SEED}" in ran.stderr.decode()


def test_the_same_seed_makes_the_same_case() -> None:
    """Otherwise a printed seed would be of no use."""
    assert [make_case(7, number) for number in range(20)] == [make_case(7, number) for number in range(20)]
    assert make_case(7, 1) != make_case(8, 1)


def test_a_case_that_was_kept_is_read_as_it_was(tmp_path: Path) -> None:
    """With bytes that are no text, names that are no UTF-8, links and permissions."""
    case = replace(
        make_case(7, 3),
        entries={"ws/\udcff.yaml": Entry(content=b"\xff\0", mode=0), "ws/link": Entry("link", target="..")},
        arguments=("set", "1/title", *ALL[:3]),
    )
    case.save(tmp_path)
    assert Case.read(tmp_path) == case


@pytest.mark.parametrize("name", ["/outside", "../outside", "ws/../../outside", "ws/link/outside"])
def test_no_case_writes_outside_its_folder(tmp_path: Path, name: str) -> None:
    """Neither by a path nor through a link."""
    inside = tmp_path / "case"
    Case("1-1", {"ws/link": Entry("link", target="../.."), name: Entry(content=b"x")}, ("fmt",)).build(inside)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case"]
    assert not Path("/outside").exists()


@pytest.mark.parametrize(
    ("arguments", "outcome", "kind"),
    [
        (("status",), replace(FINE, code=4, stderr=b"tcplan: tcplan itself failed: KeyError: 'x'\n"), "exit 4"),
        (("status",), replace(FINE, code=-11), "exit -11"),
        (("status",), replace(FINE, code=1, stderr=b"Traceback (most recent call last):\nKeyError: 1\n"), "traceback"),
        (("status",), replace(FINE, code=-24, seconds=21.0), "hang status: takes more than 20 s"),
        (("status",), replace(FINE, code=-24, idle=True), "hang status: waits for ever"),
        (("status",), replace(FINE, memory=101 * 2**20), "memory status"),
        (("status",), replace(FINE, stdout=b"a\x1b[31m"), "control character '\\x1b' on stdout"),
        (("status",), replace(FINE, stderr=b"a\r"), "control character '\\r' on stderr"),
        (("status",), replace(FINE, stdout="a\u202eb".encode()), "direction mark on stdout"),
        (("status",), replace(FINE, stdout=b"a\n::add-mask::b"), "command for a service on stdout"),
        (("validate", "--format", "github"), replace(FINE, stdout=b"::add-mask::b"), "command for a service"),
        (("validate", "--format", "json"), replace(FINE, stdout=b"{"), "not json"),
        (("validate", "--format", "junit"), replace(FINE, stdout=b"<a>"), "not junit"),
        (("validate",), replace(FINE, stdout=b"a" * (6 * 2**20)), "output too long"),
    ],
)
def test_a_broken_promise_is_a_failure(arguments: tuple[str, ...], outcome: Outcome, kind: str) -> None:
    """Each promise by a run that breaks it, and no other."""
    found = list(broken_promises(Case("1-1", PLAN, arguments), outcome, {}, {}))
    assert [one.kind[: len(kind)] for one in found] == [kind]


@pytest.mark.parametrize(
    ("arguments", "code", "kind"),
    [
        (("status",), 0, "changed by reading"),
        (("fmt", "--check"), 1, "changed by reading"),
        (("update", "1", "--dry-run"), 0, "changed by reading"),
        (("set", "1/title", "x"), 5, "changed by an edit that failed (5)"),
        (("report", "--answers", "a.yaml"), 2, "changed by an edit that failed (2)"),
        (("fmt",), 5, None),
        (("validate", "--fix"), 1, None),
        (("close", "1"), 0, None),
    ],
)
def test_files_change_only_where_a_command_says_so(
    tmp_path: Path, arguments: tuple[str, ...], code: int, kind: str | None
) -> None:
    """Reading changes nothing, and neither does an edit that fails."""
    case = Case("1-1", PLAN, arguments)
    before, after = _trees(case, tmp_path)
    found = list(broken_promises(case, replace(FINE, code=code), before, after))
    assert [one.kind.partition(":")[0] for one in found] == ([kind] if kind else [])


def _trees(case: Case, folder: Path) -> tuple[Tree, Tree]:
    """The files of a case, and the same after one has been changed."""
    case.build(folder / "case")
    before = read_tree(folder / "case")
    (folder / "case/ws/plans/u/phase-1.yaml").write_text("kind: plan\nformat: 1\n", "utf-8")
    return before, read_tree(folder / "case")
