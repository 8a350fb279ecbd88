"""Where the workspace of a path is: one rule for `tcplan.toml` and `[tool.tcplan]`, from above and from within."""

from pathlib import Path

import pytest
from support import close_off

from tcplan.errors import UsageError
from tcplan.files.locating import find_root, find_workspace, settings_in
from tcplan.files.sources import FolderSource

TABLES = {
    "tcplan.toml": "",
    "pyproject.toml": "[tool.tcplan]\n",
}
"""An empty table in either file."""

SPELLINGS = [
    "[tool.tcplan]\nprofile = 'draft'\n",
    "[ tool . tcplan ]\nprofile = 'draft'\n",
    "[tool]\ntcplan.profile = 'draft'\n",
    "tool.tcplan.profile = 'draft'\n",
    "tool = {tcplan = {profile = 'draft'}}\n",
    '["tool"."tcplan"]\nprofile = "draft"\n',
    "[tool.'tcplan']\nprofile = 'draft'\n",
    "[tool]\n[tool.other]\n[tool.tcplan]\nprofile = 'draft'\n",
    "\ufeff[tool.tcplan]\r\nprofile = 'draft'\r\n",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with folders in it."""
    close_off(tmp_path)
    for name in ("plans/u/case-studies", "inner/plans/v", "empty/deep", "templates"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("", ""),
        ("plans", ""),
        ("plans/u", ""),
        ("plans/u/case-studies", ""),
        ("plans/u/phase-1.yaml", ""),
        ("inner", "inner"),
        ("inner/plans/v", "inner"),
        ("empty", "empty"),
        ("empty/deep", "empty/deep"),
        ("empty/deep/plan.yaml", "empty/deep"),
        ("templates", "templates"),
    ],
)
def test_without_settings_the_path_goes_through_plans_or_the_named_folder_holds_it(
    folder: Path, path: str, root: str
) -> None:
    """A stray `plans/` further up is none of ours."""
    assert find_root(folder / path) == folder / root


@pytest.mark.parametrize("file", TABLES)
@pytest.mark.parametrize("path", ["", "plans/u", "empty/deep", "inner/plans/v", "empty/plan.yaml"])
def test_settings_win_over_plans_from_within(folder: Path, file: str, path: str) -> None:
    """The nearest upwards, in either file."""
    (folder / file).write_text(TABLES[file])
    assert find_root(folder / path) == folder


@pytest.mark.parametrize("file", TABLES)
def test_a_nested_workspace_is_one_from_above_and_from_within(folder: Path, file: str) -> None:
    """In either file: its files are not read above, and its settings count inside."""
    (folder / "tcplan.toml").touch()
    (folder / "inner" / file).write_text(TABLES[file])
    (folder / "inner/plans/v/plan.yaml").touch()
    assert find_root(folder / "inner/plans/v") == folder / "inner"
    source = FolderSource(folder)
    assert source.names() == ()
    assert source.workspaces() == (folder / "inner",)
    assert not source.takes("inner/plans/v/plan.yaml")


@pytest.mark.parametrize("file", TABLES)
def test_the_top_of_a_repository_ends_the_search(folder: Path, file: str) -> None:
    """For settings and for `plans/`."""
    (folder / file).write_text(TABLES[file])
    close_off(folder / "plans/u")
    close_off(folder / "empty")
    assert find_root(folder / "plans/u/case-studies") == folder / "plans/u/case-studies"
    assert find_root(folder / "empty/deep") == folder / "empty/deep"


@pytest.mark.parametrize("text", SPELLINGS)
def test_our_table_may_be_written_in_every_way_of_toml(folder: Path, text: str) -> None:
    """From within and from above."""
    (folder / "inner/pyproject.toml").write_text(text, "utf-8", newline="")
    root, settings = find_workspace(folder / "inner/plans/v")
    assert root == folder / "inner"
    assert settings.profile == "draft"
    assert FolderSource(folder).workspaces() == (folder / "inner",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[project]\nname = 'tcplan-plans'\n",
        "[project]\ndependencies = ['tcplan>=1']\n",
        "# [tool.tcplan]\n",
        "tcplan = 1\n",
        "[tool.tcplans]\n",
        "not toml at all",
        "\0\0\0",
    ],
)
def test_a_project_that_only_mentions_us_has_no_settings(folder: Path, text: str) -> None:
    """It is read as TOML, and not searched for words."""
    (folder / "inner/pyproject.toml").write_text(text)
    assert find_workspace(folder / "inner/plans/v")[1].file == ""
    assert FolderSource(folder).workspaces() == ()


def test_a_broken_project_that_mentions_us_is_said_from_within(folder: Path) -> None:
    """Other settings would count without a word."""
    (folder / "inner/pyproject.toml").write_text("[tool.tcplan]\nprofile = \n")
    with pytest.raises(UsageError, match="is not TOML"):
        find_workspace(folder / "inner")
    assert FolderSource(folder).workspaces() == ()


def test_what_a_link_leads_to_does_not_choose_what_is_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A link out of a workspace stays a link of that workspace; elsewhere it is a folder like any other."""
    other = tmp_path_factory.mktemp("other")
    (other / "tcplan.toml").touch()
    (folder / "plans/link").symlink_to(other)
    assert find_root(folder / "plans/link") == folder
    alone = tmp_path_factory.mktemp("alone")
    close_off(alone)
    (alone / "link").symlink_to(other)
    assert find_root(alone / "link") == alone / "link"
    (folder / "plans/inside").symlink_to("../inner")
    (folder / "inner/tcplan.toml").touch()
    assert find_root(folder / "plans/inside") == folder / "plans/inside"


def test_settings_of_a_folder_that_has_none(folder: Path) -> None:
    """Neither file is there."""
    assert settings_in(folder) is None
