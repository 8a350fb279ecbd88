"""What may be read: ordinary files, and through links only what is inside the workspace."""

import os
import socket
from pathlib import Path

import pytest

from tcplan.files.containment import OutsideError, is_ordinary_inside, leads_outside, read_inside, read_ordinary

LINKS = {
    "to-a-file": ("plain.txt", True),
    "by-way-of-a-folder": ("inner/other.txt", True),
    "to-a-link": ("to-a-file", True),
    "out": ("../secret.txt", False),
    "absolute": ("/etc/hostname", False),
    "environment": ("/proc/self/environ", False),
    "standard-input": ("/dev/stdin", False),
    "zero": ("/dev/zero", False),
    "by-way-of-out": ("out", False),
    "credentials": (".git/config", False),
    "root-by-proc": ("/proc/self/root/etc/hostname", False),
    "nowhere": ("missing.txt", False),
    "loop": ("loop", False),
    "folder": ("inner", False),
    "sibling": ("../workspace-2/x.txt", False),
}
"""By the name of a link, what it leads to, and whether that may be read."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with files and links of all kinds."""
    root = tmp_path / "workspace"
    for name in ("workspace/plain.txt", "workspace/inner/other.txt", "workspace/.git/config", "workspace-2/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    (tmp_path / "secret.txt").write_text("secret")
    for name, (target, _) in LINKS.items():
        (root / name).symlink_to(target)
    return root


@pytest.mark.parametrize("name", LINKS)
def test_a_link_is_followed_only_to_an_ordinary_file_inside(workspace: Path, name: str) -> None:
    """Neither out of the workspace nor into a hidden folder, to a device or to nothing."""
    assert is_ordinary_inside(workspace, workspace / name) is LINKS[name][1]
    if LINKS[name][1]:
        assert read_inside(workspace, workspace / name, 100) == b"text"
    else:
        with pytest.raises(OSError, match=r"link|ordinary|such file|levels"):
            read_inside(workspace, workspace / name, 100)


def test_a_path_with_two_dots_does_not_lead_out(workspace: Path) -> None:
    """Nor one that only begins like the workspace; a file without links in a hidden folder may be named."""
    assert leads_outside(workspace, workspace / "inner/../../secret.txt")
    assert leads_outside(workspace, workspace.parent / "workspace-2/x.txt")
    assert not leads_outside(workspace, workspace / "inner/../plain.txt")
    assert not leads_outside(workspace, workspace / ".git/config")
    assert not is_ordinary_inside(workspace, workspace / "with\0nul")


def test_a_workspace_that_is_reached_through_a_link_is_inside_itself(workspace: Path) -> None:
    """The user has named it."""
    link = workspace.parent / "link"
    link.symlink_to(workspace)
    assert is_ordinary_inside(link, link / "plain.txt")
    assert is_ordinary_inside(link, link / "by-way-of-a-folder")
    assert not is_ordinary_inside(link, link / "out")


def test_a_pipe_a_device_and_a_socket_are_not_waited_for(tmp_path: Path) -> None:
    """They are refused before they are opened."""
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
    for path in (tmp_path / "pipe", tmp_path / "socket", Path("/dev/zero"), tmp_path):
        with pytest.raises(OSError, match="it is not an ordinary file"):
            read_ordinary(path, 10)


def test_no_more_than_one_byte_above_the_limit_is_read(tmp_path: Path) -> None:
    """So that the reader can tell that there is more."""
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert read_ordinary(tmp_path / "a", 10) == b"x" * 11
    assert read_ordinary(tmp_path / "a", 100) == b"x" * 100


def test_a_link_out_is_told_apart(workspace: Path) -> None:
    """A caller may say more about it than about a file that cannot be read."""
    with pytest.raises(OutsideError):
        read_inside(workspace, workspace / "out", 10)
