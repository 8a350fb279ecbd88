"""Hundreds of random single mistakes in sound plan files: what changes their meaning is reported, and where it is."""

import json
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest
import yaml
from mutations.measuring import Outcome, checked, outcome
from mutations.moved import TODAY
from mutations.mutating import KINDS, Mutation, mutations
from support import tcplan

from tcplan.files.settings import SETTINGS_FILE

SHARE = 0.95
SHARE_OF_KIND = 0.75
"""Of each kind. No rule looks at the day of a sign-off, a submission or a case study that lies in the future."""

SAMPLE_OF_KIND = 4

pytestmark = pytest.mark.unmeasured

in_one_process = pytest.mark.xdist_group("mutations")
"""Tests of all mistakes run in one process, which makes them once."""

counts = pytest.mark.parametrize("count", [100, pytest.param(500, marks=pytest.mark.thorough)])
"""A hundred mistakes in every run of the tests, five hundred in a thorough one."""


@cache
def outcomes(count: int) -> list[Outcome]:
    """What becomes of each mistake. Nothing of it may raise."""
    return [outcome(mutation) for mutation in mutations(count)]


@in_one_process
@counts
def test_a_check_ends_clean_or_with_findings_and_never_otherwise(count: int) -> None:
    """Whatever is in a file."""
    assert len(outcomes(count)) == count
    assert {one.exit_code for one in outcomes(count)} == {0, 1}


@in_one_process
@counts
def test_what_changes_the_meaning_is_reported_at_its_line(count: int) -> None:
    """Or at the line beside it; of all kinds together, and of each kind."""
    *kinds, whole = _rows(outcomes(count))
    table = _table([*kinds, whole], outcomes(count))
    print(table)  # noqa: T201 (`pytest -s` shows it)
    assert whole.changing > 0.8 * count, table
    assert whole.share >= SHARE, table
    assert min(row.share for row in kinds) >= SHARE_OF_KIND, table


@in_one_process
@counts
def test_what_keeps_the_meaning_is_not_a_new_error(count: int) -> None:
    """But for a key that is there twice with the same value, which is a mistake all the same."""
    errors = [one for one in outcomes(count) if not one.changes_meaning and any(found.is_error for found in one.new)]
    assert [one.mutation.shown for one in errors if one.mutation.kind != "duplicate key"] == []


def test_the_mistakes_are_the_same_in_every_run() -> None:
    """By their seed; another seed makes others."""
    first, second = ([one.shown for one in mutations(len(KINDS))] for _ in range(2))
    assert first == second
    assert first != [one.shown for one in mutations(len(KINDS), seed=1)]


def test_what_was_meant_is_sound() -> None:
    """In the eyes of another reader too: the mistake alone is what is wrong."""
    for mutation in mutations(3 * len(KINDS)):
        assert yaml.load(mutation.meant, Loader=yaml.BaseLoader)  # noqa: S506 (it makes nothing but texts)
        assert not [one for one in checked(mutation.base, mutation.meant)[1] if one.is_error]


@pytest.mark.parametrize("number", range(len(KINDS)), ids=[kind.__name__ for kind in KINDS])
def test_the_command_says_what_the_check_finds(number: int, tmp_path: Path) -> None:
    """The real command, for some mistakes of each kind: the same findings, exit code 0 or 1, and nothing beside it.

    `--as-of` makes what is dated later than the day no mistake.
    """
    sample = mutations(SAMPLE_OF_KIND * len(KINDS))[number :: len(KINDS)]
    paths = [_written(mutation, tmp_path / str(index)) for index, mutation in enumerate(sample)]
    result = tcplan("validate", *paths, "--as-of", str(TODAY), "--format", "json", cwd=tmp_path)
    said = [(one["file"], one["code"], one["line"], one["message"]) for one in json.loads(result.stdout)["findings"]]
    expected = [
        (path.relative_to(tmp_path).as_posix(), one)
        for mutation, path in zip(sample, paths, strict=True)
        for one in checked(mutation.base, mutation.text, rewound=True)[1]
    ]
    assert sorted(said) == sorted((file, one.code.code, one.place.line, one.message) for file, one in expected)
    assert (result.returncode, result.stderr) == (int(any(one.is_error for _, one in expected)), "")


def _written(mutation: Mutation, folder: Path) -> Path:
    """The mistake in a copy of its workspace; the path of its file."""
    copytree(mutation.base.root, folder)
    (folder / SETTINGS_FILE).touch()
    path = folder / mutation.base.name
    path.write_text(mutation.text, "utf-8", newline="")
    return path


class Row(NamedTuple):
    """How many mistakes of a kind there are, how many change the meaning, and how many of these are reported."""

    kind: str
    made: int
    changing: int
    reported: int

    @property
    def share(self) -> float:
        """Of those that change the meaning."""
        return self.reported / self.changing if self.changing else 1


def _rows(outcomes: list[Outcome]) -> list[Row]:
    """A row for each kind, and one for all."""
    kinds = {
        one.mutation.kind: [other for other in outcomes if other.mutation.kind == one.mutation.kind] for one in outcomes
    }
    return [_row(kind, these) for kind, these in (kinds | {"all": outcomes}).items()]


def _row(kind: str, outcomes: list[Outcome]) -> Row:
    changing = [one for one in outcomes if one.changes_meaning]
    return Row(kind, len(outcomes), len(changing), sum(one.is_reported for one in changing))


def _table(rows: list[Row], outcomes: list[Outcome]) -> str:
    """The rows for people, and the mistakes that are not reported."""
    missed = [one.mutation.shown for one in outcomes if one.changes_meaning and not one.is_reported]
    lines = [f"{row.kind:17} {row.made:5} {row.changing:8} {row.reported:8} {row.share:8.1%}" for row in rows]
    return "\n".join(["", f"{'kind':17}  made changing reported    share", *lines, "", "not reported:", *missed])
