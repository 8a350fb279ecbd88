"""Shares of a workspace: which files have to be read together."""

from pathlib import Path

import pytest

from tcplan.files.sources import FolderSource
from tcplan.workspace import load
from tcplan.workspace.shares import files_beside, look_outside, share_out

PLAN = "kind: plan\nformat: 1\ntitle: A plan\n"
FRAMEWORK = "kind: framework\nformat: 1\ntype: list\ntitle: Ours\nitems: [{id: 1, title: First}]\n"


def source_of(folder: Path, files: dict[str, str]) -> FolderSource:
    """A workspace with some files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return FolderSource(folder)


def beside_each(source: FolderSource, shares: list[list[str]]) -> list[list[str]]:
    """What has to be read beside each share."""
    names = source.names()
    outsides = [look_outside(names, [load(source, name) for name in share]) for share in shares]
    return files_beside(names, shares, outsides)


def test_shares_are_of_about_one_size_and_keep_folders_together(tmp_path: Path) -> None:
    """The largest folder first; a folder below an institution is part of it."""
    sizes = {"a": 500, "b": 300, "c": 200, "d": 100}
    files = {f"plans/{name}/phase-1.yaml": "#" * size for name, size in sizes.items()}
    source = source_of(tmp_path, files | {"plans/a/case-studies/open-day.yaml": "#"})
    assert share_out(source, source.names(), 2) == [
        ["plans/a/case-studies/open-day.yaml", "plans/a/phase-1.yaml"],
        ["plans/b/phase-1.yaml", "plans/c/phase-1.yaml", "plans/d/phase-1.yaml"],
    ]
    assert len(share_out(source, source.names(), 9)) == len(sizes)


@pytest.mark.parametrize(
    "words", ["see b/phase-1/3", "(b/phase-1)", '"\\x62/phase-1"', "https://example.org/b/", "[x, b/phase-1]"]
)
def test_folders_are_read_together_where_one_mentions_the_other(tmp_path: Path, words: str) -> None:
    """Both ways, and those that they mention in turn."""
    files = {f"plans/{name}/phase-1.yaml": PLAN for name in "abcd"}
    files["plans/a/phase-1.yaml"] += f"summary: {words}\n"
    files["plans/b/phase-1.yaml"] += "summary: c/phase-1\n"
    source = source_of(tmp_path, files)
    a, b, c, d = source.names()
    assert beside_each(source, [[a], [b], [c], [d]]) == [[b, c], [a, c], [a, b], []]


def test_a_framework_is_read_beside_every_share(tmp_path: Path) -> None:
    """Wherever it is, and also if nobody can read it."""
    files = {"plans/a/phase-1.yaml": PLAN, "plans/a/own.yaml": FRAMEWORK, "frameworks/lost.yaml": ": ["}
    source = source_of(tmp_path, files | {"plans/b/phase-1.yaml": PLAN})
    lost, own, a, b = source.names()
    assert beside_each(source, [[own, a], [lost], [b]]) == [[lost], [own], [lost, own]]


def test_files_beside_all_folders_tie_nothing_together(tmp_path: Path) -> None:
    """A file of another program in the workspace's own folder, and slashes elsewhere."""
    text = f"{PLAN}summary: and/or, plans/x/y\n"
    source = source_of(tmp_path, {"mkdocs.yml": "a: b\n", "plans/a/phase-1.yaml": text, "plans/b/phase-1.yaml": text})
    assert beside_each(source, [[name] for name in source.names()]) == [[], [], []]
