"""`tcplan init`: a first workspace that validates clean and that editors know."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML
from support import tcplan

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
