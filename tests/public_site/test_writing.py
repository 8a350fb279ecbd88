"""A folder of pages is written whole, and nothing in it that tcplan has not written is touched."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from public_site.planted import DAY, read_site
from support import tcplan, without_privileges, write

from tcplan.files.site_folder import MANIFEST, write_site

PLAN = """\
kind: plan
format: 1
title: Plan {number}
period: {{start: 2025-01, end: 2027-12}}
actions: [{{id: 1, title: Action, due: 2027-06}}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one plan."""
    return write(tmp_path / "w", phase_1=PLAN.format(number=1))


def make(root: Path, folder: Path | str = "public", *options: str) -> tuple[int, str]:
    """Make the site; returns the exit code and what was said."""
    made = tcplan("site", ".", "-o", folder, "--as-of", DAY, *options, cwd=root)
    return made.returncode, made.stdout + made.stderr


def test_the_folder_and_those_above_it_are_made(root: Path) -> None:
    """With a list of what was written."""
    assert make(root, "a/b/public")[0] == 0
    site = read_site(root / "a/b/public")
    listed = json.loads(site.pop(MANIFEST))["files"]
    assert sorted(listed) == sorted(site)
    assert "index.html" in site
    assert {one.name for one in (root / "a/b").iterdir()} == {"public"}


def test_an_empty_folder_will_do_and_what_is_hidden_in_it_stays(root: Path) -> None:
    """A clone of the branch that is published has its `.git`."""
    (root / "public/.git").mkdir(parents=True)
    (root / "public/.nojekyll").write_text("", "utf-8")
    assert make(root)[0] == 0
    assert (root / "public/.git").is_dir()
    assert (root / "public/.nojekyll").exists()


def test_a_second_run_writes_only_what_has_changed(root: Path) -> None:
    """A page that is the same keeps its time."""
    make(root)
    before = {path: path.stat().st_mtime_ns for path in (root / "public").rglob("*") if path.is_file()}
    code, said = make(root)
    assert (code, "0 new or changed, 0 removed" in said) == (0, True)
    after = {path: path.stat().st_mtime_ns for path in (root / "public").rglob("*") if path.is_file()}
    assert after == before


def test_pages_that_are_no_more_are_removed_and_files_of_others_stay(root: Path) -> None:
    """Also the folders that are empty without them."""
    write(root, phase_0=PLAN.format(number=0).replace("2027-12", "2025-12").replace("2025-01", "2023-01"))
    make(root)
    assert (root / "public/plans/phase-0.html").exists()
    (root / "public/CNAME").write_text("example.ac.uk", "utf-8")
    (root / "plans/u/phase-0.yaml").unlink()
    code, said = make(root)
    assert (code, "4 removed" in said) == (0, True), said
    names = read_site(root / "public")
    assert [name for name in names if "phase-0" in name] == []
    assert names["CNAME"] == "example.ac.uk"


@pytest.mark.parametrize("name", ["notes.txt", "index.html", "plans"])
def test_a_folder_with_something_else_is_refused(root: Path, name: str) -> None:
    """Whatever it is called, if tcplan has not written it."""
    (root / "public").mkdir()
    (root / "public" / name).write_text("mine", "utf-8")
    code, said = make(root)
    assert (code, "holds something else than a site that tcplan made" in said) == (5, True)
    assert read_site(root / "public") == {name: "mine"}


def test_a_page_that_somebody_has_changed_is_not_replaced(root: Path) -> None:
    """What they wrote would be lost."""
    make(root)
    page = root / "public/index.html"
    page.write_text("by hand", "utf-8")
    code, said = make(root)
    assert (code, "public/index.html has been changed since tcplan wrote it" in said) == (5, True)
    assert page.read_text("utf-8") == "by hand"
    page.unlink()
    assert make(root)[0] == 0


def test_a_file_in_the_place_of_a_new_page_is_not_replaced(root: Path) -> None:
    """It came after the first run."""
    make(root)
    (root / "public/plans/phase-2.html").write_text("mine", "utf-8")
    write(root, phase_2=PLAN.format(number=2) + "follows: phase-1\n")
    code, said = make(root)
    assert (code, "public/plans/phase-2.html was not written by tcplan" in said) == (5, True)


@pytest.mark.parametrize("name", ["../../secret.txt", "/etc/hostname", "a/../../b", ""])
def test_a_list_that_names_files_elsewhere_is_refused(root: Path, name: str) -> None:
    """A folder from a stranger must not make tcplan delete anything outside of it."""
    outside = root / "secret.txt"
    outside.write_text("mine", "utf-8")
    (root / "public").mkdir()
    (root / "public" / MANIFEST).write_text(json.dumps({"format": 1, "files": {name: ["x"]}}), "utf-8")
    code, said = make(root)
    assert (code, "is not the list of files that tcplan writes" in said) == (5, True)
    assert outside.read_text("utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    """Neither a folder nor a file of the site may lead elsewhere."""
    make(root)
    elsewhere = tmp_path / "elsewhere"
    (root / "public/plans").rename(elsewhere)
    (root / "public/plans").symlink_to(elsewhere)
    assert make(root)[0] == 5
    (root / "public/plans").unlink()
    elsewhere.rename(root / "public/plans")
    (root / "public/index.html").rename(elsewhere)
    (root / "public/index.html").symlink_to(elsewhere)
    assert make(root)[0] == 5


def test_a_dry_run_writes_nothing_and_lists_the_pages(root: Path) -> None:
    """And what is not published, with the reason."""
    write(root, phase_2=PLAN.format(number=2).replace("2025-01", "2027-01") + "follows: phase-1\n")
    code, said = make(root, "public", "--dry-run")
    assert code == 0
    assert "  plans/phase-1.html" in said
    assert "plans/u/phase-2.yaml: it begins on 2027-01-01 and has no sign-off yet" in said
    assert not (root / "public").exists()


@pytest.mark.parametrize("folder", ["-", "plans/u/phase-1.yaml", "templates/public", "\x01/\0"])
def test_what_is_no_folder_for_pages_is_refused(root: Path, folder: str) -> None:
    """A stream, a file, the folder of templates."""
    if "\0" in folder and os.name == "nt":
        return
    code, _ = make(root, folder)
    assert code in (2, 5)
    assert read_site(root)["plans/u/phase-1.yaml"] == PLAN.format(number=1)


def test_a_run_that_fails_half_way_leaves_whole_files_and_the_next_one_completes_it(tmp_path: Path) -> None:
    """Here a folder that may not be written into."""
    old = dict.fromkeys(("a.html", "locked/b.html", "z.html"), b"old")
    new = dict.fromkeys(old, b"new")
    site = tmp_path / "public"
    write_site(site, old)
    (site / "locked").chmod(0o555)
    with without_privileges(), pytest.raises(Exception, match="cannot be written"):
        write_site(site, new)
    assert {name: (site / name).read_bytes() for name in old} == {
        "a.html": b"new",
        "locked/b.html": b"old",
        "z.html": b"old",
    }
    assert [one.name for one in site.iterdir() if one.name.startswith(".")] == []
    (site / "locked").chmod(0o755)
    assert write_site(site, new).removed == []
    assert {(site / name).read_bytes() for name in old} == {b"new"}
    assert write_site(site, new).written == []


def test_what_a_killed_run_has_left_is_removed(tmp_path: Path) -> None:
    """Its folder of pages that were not in their places yet."""
    site = tmp_path / "public"
    write_site(site, {"a.html": b"old"})
    left = site / ".tcplan-0123456789abcdef.site"
    left.mkdir()
    (left / "a.html").write_bytes(b"half")
    write_site(site, {"a.html": b"new"})
    assert not left.exists()


@pytest.mark.parametrize("options", [("--dry-run",), ()], ids=["asked", "written"])
@pytest.mark.parametrize("note", ["", "    internal: Write plan number one now\n"], ids=["sound", "leaking"])
def test_the_output_for_scripts_is_what_its_schema_says(root: Path, note: str, options: tuple[str, ...]) -> None:
    """Whether anything was written or not, and with leaks."""
    plan = f"{PLAN.format(number=1).partition('actions')[0]}actions:\n  - id: 1\n    title: Write plan number one now\n"
    write(root, phase_1=plan + note)
    made = tcplan("site", ".", "-o", "public", "--as-of", DAY, "--format", "json", *options, cwd=root)
    report = json.loads(made.stdout)
    jsonschema.validate(report, json.loads(tcplan("schema", "site").stdout))
    assert made.returncode == (1 if note else 0)
    assert report["written"] is (root / "public").exists() is not (bool(note) or bool(options))
    assert bool(report["leaks"]) is bool(note)
    assert "index.html" in {one["path"] for one in report["files"]}
