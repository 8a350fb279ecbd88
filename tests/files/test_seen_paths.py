"""Files as they are seen from the current folder, by the rules of either kind of system."""

import ntpath
import posixpath
from pathlib import Path
from types import ModuleType

import pytest
from support import tcplan, write

from tcplan.files.seen_paths import seen_from

NAME = "plans/u/a.yaml"


@pytest.mark.parametrize(
    ("paths", "here", "root", "seen"),
    [
        (posixpath, "/home/me", "/home/me", NAME),
        (posixpath, "/home/me", "/home/me/work", f"work/{NAME}"),
        (posixpath, "/", "/work", f"work/{NAME}"),
        (posixpath, "/home/me", "/home/met", f"../met/{NAME}"),
        (posixpath, "/home/me/deep/down", "/home/me", f"../../{NAME}"),
        (posixpath, "/home/me/plans/u", "/home/me", "a.yaml"),
        (posixpath, "", "/home/me", f"/home/me/{NAME}"),
        (ntpath, r"C:\me", r"C:\me", NAME),
        (ntpath, r"C:\me", r"C:\me\work", f"work/{NAME}"),
        (ntpath, r"c:\ME", r"C:\me\Work", f"Work/{NAME}"),
        (ntpath, "C:\\", r"C:\work", f"work/{NAME}"),
        (ntpath, r"C:\me\deep", r"C:\other", f"../../other/{NAME}"),
        (ntpath, r"C:\me", r"H:\plans-of-us", f"H:/plans-of-us/{NAME}"),
        (ntpath, r"C:\me", "H:\\", f"H:/{NAME}"),
        (ntpath, r"C:\me", r"\\fs1\tc", f"//fs1/tc/{NAME}"),
        (ntpath, r"C:\me", r"\\fs1\tc\deep", f"//fs1/tc/deep/{NAME}"),
        (ntpath, r"\\fs1\tc", r"\\fs1\tc", NAME),
        (ntpath, r"\\fs1\tc\here", r"\\fs1\tc", f"../{NAME}"),
        (ntpath, r"\\fs1\tc", r"\\fs2\tc", f"//fs2/tc/{NAME}"),
        (ntpath, r"\\fs1\tc", r"C:\me", f"C:/me/{NAME}"),
        (ntpath, "", r"C:\me", f"C:/me/{NAME}"),
    ],
)
def test_a_path_is_relative_where_it_can_be(paths: ModuleType, here: str, root: str, seen: str) -> None:
    """Else it is absolute: between drives and shares, and where the current folder is gone."""
    assert seen_from(here, root, NAME, paths) == seen


@pytest.mark.parametrize(("paths", "root"), [(posixpath, "/work"), (ntpath, r"H:\work")])
def test_a_workspace_itself_is_seen_too(paths: ModuleType, root: str) -> None:
    """Without the name of a file."""
    assert seen_from("", root, "", paths) == root.replace("\\", "/")
    assert seen_from(root, root, "", paths) == "."


def test_what_is_seen_opens_the_file(tmp_path: Path) -> None:
    """Also from a folder beside the workspace."""
    root = write(tmp_path / "w", plan="kind: plan\nformat: 1\ntitle: x\nactions: [{id: 1, title: a}]\n")
    (tmp_path / "beside").mkdir()
    result = tcplan("update", "1", "--rag", "green", "--in", root, cwd=tmp_path / "beside")
    assert result.returncode == 0, result.stderr
    assert "../w/plans/u/plan.yaml" in result.stdout
