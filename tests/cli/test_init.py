"""`tcplan init`: a first workspace that validates clean and that editors know."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from support import tcplan

from tcplan.files.replacement import write_new

NAMES = [
    "Our University",
    "Site",
    'St. Mary\'s: a "new" Institute',
    "Université d'Été #2",
    "- [x] @home",
    "null",
    "大学",
    "A & B, C",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_new_workspace_validates_clean_whatever_the_institution_is_called(tmp_path: Path, name: str) -> None:
    """The name is read back as it was given."""
    made = tcplan("init", tmp_path / "w", "--name", name)
    assert made.returncode == 0, made.stderr
    checked = tcplan("validate", tmp_path / "w", "--as-of", "2026-06-30")
    said = "3 files checked as of 2026-06-30 (profile draft), nothing found\n"
    assert (checked.returncode, checked.stdout) == (0, said)
    institution = next((tmp_path / "w/plans").glob("*/institution.yaml"))
    assert YAML(typ="safe").load(institution.read_text("utf-8"))["name"] == name


def test_every_file_names_a_schema_that_accepts_it(tmp_path: Path) -> None:
    """The header is the one that YAML language servers read; the schema lies in the workspace."""
    tcplan("init", tmp_path)
    files = list((tmp_path / "plans").rglob("*.yaml"))
    assert len(files) == 3
    for file in files:
        text = file.read_text("utf-8")
        header = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert header
        schema = json.loads((file.parent / header[1]).read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(YAML(typ="safe").load(text), schema, cls=jsonschema.Draft202012Validator)


def test_the_comments_of_the_plan_are_true(tmp_path: Path) -> None:
    """With every key that is commented out in use, the files still validate."""
    tcplan("init", tmp_path, "--start", "2026")
    for file in (tmp_path / "plans").rglob("*.yaml"):
        text = file.read_text("utf-8")
        text, count = re.subn(r"(?m)^( *)# (?=[a-z_]+:(?: |$)| +\S)", r"\1", text)
        assert count
        file.write_text(text, "utf-8")
    checked = tcplan("validate", tmp_path)
    assert checked.returncode == 0, checked.stdout


def test_nothing_that_is_there_is_changed(tmp_path: Path) -> None:
    """A second run is refused as a whole, with exit code 5."""
    tcplan("init", tmp_path, "--name", "One")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    again = tcplan("init", tmp_path, "--name", "Two")
    assert again.returncode == 5
    assert "already exists; nothing was written" in again.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("year", ["0", "1999", "2101", "soon"])
def test_a_year_out_of_reach_is_wrong_usage(tmp_path: Path, year: str) -> None:
    """Exit code 2, and nothing is written."""
    assert tcplan("init", tmp_path / "w", "--start", year).returncode == 2
    assert not (tmp_path / "w").exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """There is a file where the folder should be."""
    (tmp_path / "w").write_text("a file")
    refused = tcplan("init", tmp_path / "w")
    assert refused.returncode == 5
    assert "cannot be written" in refused.stderr


class _Interrupted(dict[str, str]):
    """Texts of which the second is not reached: somebody presses Ctrl-C."""

    def items(self) -> Any:
        yield next(iter(super().items()))
        raise KeyboardInterrupt


def test_what_was_written_before_an_interruption_is_removed_again(tmp_path: Path) -> None:
    """With the folders that were made, and no others; so the next `init` is not refused."""
    (tmp_path / "mine").mkdir()
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "mine/new", _Interrupted({"a/b/c.yaml": "x", "d.yaml": "y"}))
    assert [*tmp_path.rglob("*")] == [tmp_path / "mine"]


@pytest.mark.parametrize("name", ["x" * 300, "x" * 250 + " y" * 20])
def test_a_name_that_no_folder_can_have_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    """Not even the settings, which would refuse the next `init`."""
    failed = tcplan("init", "w", "--name", name, cwd=tmp_path)
    assert failed.returncode == 5
    assert "its name is too long" in failed.stderr
    assert [*tmp_path.iterdir()] == []
    assert tcplan("init", "w", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("folder", [".", "new", "new/er"])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, folder: str) -> None:
    """A limit on the size of files stands for it: the schemas are larger."""
    script = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    script += "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\nfrom tcplan.cli.entry import main; main()"
    command = [sys.executable, "-B", "-c", script, "init", folder]
    failed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (failed.returncode, failed.stdout) == (5, "")
    assert "cannot be written: File too large" in failed.stderr
    assert [*tmp_path.iterdir()] == []


def test_what_is_in_the_way_of_one_file_leaves_nothing_behind(tmp_path: Path) -> None:
    """A file in the place of a folder."""
    (tmp_path / "plans").write_text("mine")
    failed = tcplan("init", tmp_path)
    assert failed.returncode == 5
    assert [one.name for one in tmp_path.iterdir()] == ["plans"]


@pytest.mark.parametrize(
    ("words", "says"),
    [("abc", "is not a year"), ("2027-01", "did you mean 2027?"), ("2027/28", "did you mean 2027?"), ("-1", "year")],
)
def test_what_is_no_year_is_said_in_plain_words(tmp_path: Path, words: str, says: str) -> None:
    """Nothing about integers."""
    failed = tcplan("init", tmp_path / "w", "--start", words)
    assert failed.returncode == 2
    assert says in failed.stderr
    assert "int" not in failed.stderr
