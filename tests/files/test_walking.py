"""Which files are read: each once, through links too, nothing outside the workspace, and what is left out is said."""

import os
from pathlib import Path

import pytest
from support import without_privileges

from tcplan.errors import NothingReadError
from tcplan.files import workspace_walk
from tcplan.files.settings import Settings
from tcplan.files.sources import FolderSource
from tcplan.files.walking import Bounds

PLAN = "kind: plan\nformat: 1\ntitle: A plan\n"


def make(root: Path, *files: str) -> FolderSource:
    """A workspace with some plan files."""
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(PLAN, "utf-8")
    return FolderSource(root)


def link(root: Path, name: str, target: str | Path) -> None:
    """Make a link, and the folder that it is in."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).symlink_to(target)


def noticed(source: FolderSource) -> list[tuple[str, str]]:
    """The codes of what is said of folders and links, with their names."""
    return [(one.code.code, one.name) for one in source.notices]


@pytest.mark.parametrize("folder", ["site", "env", "dist", "build", "venv", "_site", "node_modules", "__pycache__"])
def test_an_institution_below_plans_may_have_any_name(tmp_path: Path, folder: str) -> None:
    """Elsewhere a folder of this name is build output or an environment; an institution in it is said to be skipped."""
    make(tmp_path, f"plans/{folder}/institution.yaml", f"plans/u/{folder}/plan.yaml", f"{folder}/institution.yaml")
    (tmp_path / f"plans/{folder}/pyvenv.cfg").touch()
    source = FolderSource(tmp_path)
    assert source.names() == tuple(sorted((f"plans/{folder}/institution.yaml", f"plans/u/{folder}/plan.yaml")))
    assert noticed(source) == [("TC022", folder)]


def test_build_output_without_an_institution_is_skipped_without_a_word(tmp_path: Path) -> None:
    """Everybody has some."""
    make(tmp_path, "site/x.yaml", "site/plans/u/plan.yaml", ".github/ci.yaml", "own/pyvenv.cfg", "own/lib/a.yaml")
    source = FolderSource(tmp_path)
    assert source.names() == ()
    assert noticed(source) == []


@pytest.mark.parametrize("folder", [".stversions", ".ipynb_checkpoints", ".Trash-1000/files"])
def test_a_hidden_folder_below_plans_with_yaml_files_is_said(tmp_path: Path, folder: str) -> None:
    """Old versions that a syncing program keeps; version control is nobody's plan."""
    make(tmp_path, "plans/u/plan.yaml", f"plans/u/{folder}/plan.yaml", "plans/.git/x.yaml", ".stversions/plan.yaml")
    source = FolderSource(tmp_path)
    assert source.names() == ("plans/u/plan.yaml",)
    assert noticed(source) == [("TC022", f"plans/u/{folder.partition('/')[0]}")]


@pytest.mark.parametrize(
    "name", ["site/u/plan.yaml", ".drafts/plan.yaml", "env/plan.yml", "plans/u/.plan.yaml", ".drafts/.plan.yaml"]
)
def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    """With those beside it, unless the settings exclude it."""
    beside = f"{name.rpartition('/')[0]}/beside.yaml"
    make(tmp_path, name, beside, "other/build/x.yaml")
    assert FolderSource(tmp_path, named=frozenset({name})).names() == tuple(sorted((name, beside)))
    excluded = Settings(exclude=(name,))
    assert name not in FolderSource(tmp_path, excluded, named=frozenset({name})).names()


@pytest.mark.parametrize("target", ["store/second", "build/second", "plans/u/inner", "x/y/z"])
def test_a_link_to_a_folder_inside_is_followed_once(tmp_path: Path, target: str) -> None:
    """Each file has one name: the one below `plans/`, and of two there its own."""
    make(tmp_path, "plans/u/plan.yaml", f"{target}/phase-1.yaml", f"{target}/case-studies/day.yaml")
    link(tmp_path, "plans/second", tmp_path / target)
    link(tmp_path, "plans/third", "second")
    link(tmp_path, "another", target)
    source = FolderSource(tmp_path)
    read = [(tmp_path / name).resolve() for name in source.names()]
    assert len(read) == len(set(read)) == 3
    first = target if target.startswith("plans") else "plans/second"
    assert f"{first}/phase-1.yaml" in source.names()
    assert noticed(source) == []


@pytest.mark.parametrize("target", [".", "..", "plans", "plans/u", "plans/second", "loop", "../plans"])
def test_links_that_lead_round_in_circles_end(tmp_path: Path, target: str) -> None:
    """To the root, a folder around them, themselves or each other."""
    make(tmp_path, "plans/u/plan.yaml")
    link(tmp_path, "plans/second", tmp_path / target if target != ".." else tmp_path / "plans/..")
    link(tmp_path, "loop", "plans/second")
    link(tmp_path, "plans/u/up", "..")
    assert FolderSource(tmp_path).names() == ("plans/u/plan.yaml",)


def test_a_file_has_the_name_below_plans_that_links_to_it(tmp_path: Path) -> None:
    """The link says whose plan it is; of two names below `plans/` its own comes first."""
    make(tmp_path, "store/one.yaml", "plans/u/two.yaml")
    link(tmp_path, "plans/u/one.yaml", "../../store/one.yaml")
    link(tmp_path, "plans/v/two.yaml", "../u/two.yaml")
    link(tmp_path, "top.yaml", "store/one.yaml")
    assert FolderSource(tmp_path).names() == ("plans/u/one.yaml", "plans/u/two.yaml")


def test_the_files_of_a_linked_folder_belong_to_the_institution_that_links_to_it(tmp_path: Path) -> None:
    """Its own name is used where it is named itself."""
    make(tmp_path, "plans/u/plan.yaml", "shared/day.yaml", "shared/old/x.yaml")
    link(tmp_path, "plans/u/case-studies", "../../shared")
    source = FolderSource(tmp_path, Settings(exclude=("plans/u/case-studies/old/*",)))
    assert source.names() == ("plans/u/case-studies/day.yaml", "plans/u/plan.yaml")
    assert source.read("plans/u/case-studies/day.yaml") == PLAN.encode()
    named = FolderSource(tmp_path, named=frozenset({"shared/day.yaml"}))
    assert named.names() == ("plans/u/plan.yaml", "shared/day.yaml", "shared/old/x.yaml")


OUT = [
    "/proc/self/environ",
    "/etc/passwd",
    "/dev/zero",
    "/dev/stdin",
    "../../../outside.yaml",
    "../../.git/config",
    "../../.env",
    "../../package.json",
    "../../.hidden/x.yaml",
    "/proc/self/root/etc/passwd",
    "/proc/self/cwd/x",
    "by-way.yaml",
]


@pytest.mark.parametrize("target", OUT)
def test_a_link_out_is_not_read(tmp_path: Path, target: str) -> None:
    """Nor one into a hidden folder, or to a file that is no plan file; the name of the link is all that is said."""
    root = tmp_path / "workspace"
    make(root, "plans/u/plan.yaml", ".git/config", ".env", "package.json", ".hidden/x.yaml", "../outside.yaml")
    link(root, "plans/u/by-way.yaml", "/etc/passwd")
    link(root, "plans/u/evil.yaml", target)
    source = FolderSource(root)
    assert "plans/u/evil.yaml" in source.names()
    with pytest.raises(OSError, match="this link leads"):
        source.read("plans/u/evil.yaml")


@pytest.mark.parametrize(
    ("name", "code"),
    [("plans/second", "TC020"), ("frameworks", "TC020"), ("templates", "TC020"), ("plans", "TC020"), ("docs", "TC026")],
)
def test_a_link_to_a_folder_outside_is_said(tmp_path: Path, name: str, code: str) -> None:
    """An error where plans were surely meant to be; elsewhere it may be anything, such as the result of a build."""
    root = tmp_path / "workspace"
    make(root, "../outside/plan.yaml", "own.yaml")
    link(root, name, "../outside" if "/" not in name else "../../outside")
    link(root, "plans-of-others.pdf" if name == "plans" else "plans/u/minutes.pdf", "/mnt/share/minutes.pdf")
    source = FolderSource(root)
    assert source.names() == ("own.yaml",)
    assert noticed(source) == [(code, name)]


def test_a_link_into_another_workspace_is_said(tmp_path: Path) -> None:
    """Its settings do not count here."""
    make(tmp_path, "other/tcplan.toml", "other/plans/u/plan.yaml")
    link(tmp_path, "plans/u", "../other/plans/u")
    source = FolderSource(tmp_path)
    assert source.names() == ()
    assert source.workspaces() == (tmp_path / "other",)
    assert noticed(source) == [("TC020", "plans/u")]


def test_what_is_excluded_is_excluded_under_every_name(tmp_path: Path) -> None:
    """A link to it is excluded too, and so is a link that is named itself."""
    make(tmp_path, "drafts/plan.yaml", "plans/u/plan.yaml")
    link(tmp_path, "plans/d", "../drafts")
    link(tmp_path, "plans/u/draft.yaml", "../../drafts/plan.yaml")
    link(tmp_path, "plans/u/secret.yaml", "/etc/passwd")
    source = FolderSource(tmp_path, Settings(exclude=("drafts", "plans/u/secret.yaml")))
    assert source.names() == ("plans/u/plan.yaml",)
    assert noticed(source) == []


def test_a_linked_root_is_a_root(tmp_path: Path) -> None:
    """What is inside is counted from where it is."""
    make(tmp_path / "real", "plans/u/plan.yaml", "store/two.yaml")
    link(tmp_path / "real", "plans/u/two.yaml", "../../store/two.yaml")
    link(tmp_path, "root", "real")
    source = FolderSource(tmp_path / "root")
    assert source.names() == ("plans/u/plan.yaml", "plans/u/two.yaml")
    assert source.read("plans/u/two.yaml") == PLAN.encode()


@pytest.mark.parametrize("mode", [0o000, 0o100, 0o300, 0o311, 0o400, 0o600, 0o644, 0o711])
def test_a_folder_that_may_not_be_read_or_entered_is_one_finding(tmp_path: Path, mode: int) -> None:
    """Wherever it is; what is excluded is not even tried."""
    if mode == 0o711:
        mode = 0o311  # to its owner; others have the 1
    make(tmp_path, "plans/u/plan.yaml", "plans/closed/a.yaml", "plans/closed/b.yaml", "lost+found/inner/c.yaml")
    for name in ("plans/closed", "lost+found"):
        (tmp_path / name).chmod(mode)
    try:
        with without_privileges():
            source, open_ = FolderSource(tmp_path), FolderSource(tmp_path, Settings(("lost+found", "plans/closed")))
            assert source.names() == open_.names() == ("plans/u/plan.yaml",)
            assert noticed(source) == [("TC021", "lost+found"), ("TC021", "plans/closed")]
            assert noticed(open_) == []
    finally:
        for name in ("plans/closed", "lost+found"):
            (tmp_path / name).chmod(0o700)


def test_a_root_that_may_not_be_read_is_said_too(tmp_path: Path) -> None:
    """By its own name."""
    root = tmp_path / "closed"
    root.mkdir(mode=0o000)
    with without_privileges():
        assert noticed(FolderSource(root)) == [("TC021", ".")]


@pytest.mark.parametrize(
    "name",
    [
        "a.yaml.txt",
        "a.yml.TXT",
        "a.yaml.bak",
        "a.yaml.old",
        "a.yaml.orig",
        "a.yaml~",
        "a.YAML.txt",
        "a.yaml ",
        "a.yaml.1",
        "a.yaml.~2~",
        "a.yaml (1)",
        "a.yaml(2)",
        "a.yaml.mine",
        "a.yaml_",
        ".a.yaml",
    ],
)
def test_a_plan_with_another_ending_beside_plans_is_said(tmp_path: Path, name: str) -> None:
    """Where it begins like a plan file and stands beside one; as advice, because it may be a copy."""
    make(tmp_path, "plans/u/plan.yaml", f"plans/u/{name}", f"plans/empty/{name}")
    (tmp_path / "plans/u/other.yaml.txt").write_text("other words\n", "utf-8")
    (tmp_path / "plans/u/june.yaml.txt").write_text("kind: answers\n", "utf-8")
    assert noticed(FolderSource(tmp_path)) == [("TC023", f"plans/u/{name}")]


@pytest.mark.parametrize(
    "name",
    ["._a.yaml", ".#a.yaml", ".~a.yaml", "notes.txt", "a.yaml.j2", "a.yaml.gz", "a.yaml1", "yaml.txt"],
)
def test_a_file_that_a_program_makes_is_not_said(tmp_path: Path, name: str) -> None:
    """Nor one with a name of its own."""
    make(tmp_path, "plans/u/plan.yaml", f"plans/u/{name}", ".a.yaml")
    assert noticed(FolderSource(tmp_path)) == []


def test_a_folder_that_has_vanished_since_it_was_listed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A branch that is checked out, or a program that syncs, does such things."""
    make(tmp_path, "a/one.yaml", "b/two.yaml")
    list_folder = os.scandir

    def vanishing(path: Path) -> object:
        if Path(path).name == "a":
            Path(path).rename(tmp_path / ".away")
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", vanishing)
    source = FolderSource(tmp_path)
    assert source.names() == ("b/two.yaml",)
    assert noticed(source) == [("TC021", "a")]


def test_a_file_that_has_become_a_link_since_it_was_listed_is_not_followed_out(tmp_path: Path) -> None:
    """What was looked at is not what is there any more."""
    root = tmp_path / "workspace"
    source = make(root, "plans/u/plan.yaml", "../outside.yaml")
    assert source.names() == ("plans/u/plan.yaml",)
    (root / "plans/u/plan.yaml").unlink()
    link(root, "plans/u/plan.yaml", "../../../outside.yaml")
    with pytest.raises(OSError, match="leads out of the workspace"):
        source.read("plans/u/plan.yaml")


@pytest.mark.parametrize(
    "bounds", [Bounds(entries=20, files=100, size=None), Bounds(entries=100, files=5, size=None), Bounds(100, 100, 200)]
)
def test_a_huge_folder_without_settings_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bounds: Bounds
) -> None:
    """Such as a home directory; a file or folder in it that is named is, with those beside it."""
    make(tmp_path, *(f"deep/down/{number}/x.yaml" for number in range(20)), "one.yaml", "plans/u/plan.yaml")
    make(tmp_path, "plans/u/two.yaml")
    monkeypatch.setattr(workspace_walk, "WITHOUT_SETTINGS", bounds)
    with pytest.raises(NothingReadError) as refused:
        FolderSource(tmp_path).names()
    assert "which is too much for one workspace" in refused.value.message
    with pytest.raises(NothingReadError):
        FolderSource(tmp_path, named=frozenset({""})).names()
    assert FolderSource(tmp_path, named=frozenset({"one.yaml"})).names() == ("one.yaml",)
    folder = FolderSource(tmp_path, named=frozenset({"plans/u"}))
    assert folder.names() == ("plans/u/plan.yaml", "plans/u/two.yaml")
    with_settings = FolderSource(tmp_path, Settings(file=str(tmp_path / "tcplan.toml")))
    assert len(with_settings.names()) == 23
