"""Files of settings are read as carefully as plan files: nothing hangs, and nothing is read from elsewhere."""

import os
from pathlib import Path

import pytest
from support import tcplan, without_privileges, write

from tcplan.errors import UsageError
from tcplan.files.locating import settings_in

PLAN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, title: x}]\n"
MAX = 1024 * 1024


def fault(folder: Path) -> str:
    """What is said about the settings of a folder."""
    with pytest.raises(UsageError) as error:
        settings_in(folder)
    assert error.value.hint
    return error.value.message


def test_a_pipe_or_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    """In the place of `tcplan.toml` it is a mistake; a `pyproject.toml` may be anything."""
    os.mkfifo(tmp_path / "tcplan.toml")
    assert "it is not an ordinary file" in fault(tmp_path)
    (tmp_path / "tcplan.toml").unlink()
    (tmp_path / "tcplan.toml").mkdir()
    assert "it is not an ordinary file" in fault(tmp_path)
    (tmp_path / "tcplan.toml").rmdir()
    os.mkfifo(tmp_path / "pyproject.toml")
    assert settings_in(tmp_path) is None


@pytest.mark.parametrize("target", ["/dev/zero", "/proc/self/environ", "/etc/passwd", "../other.toml", ".git/config"])
def test_a_link_out_is_not_read(tmp_path: Path, target: str) -> None:
    """Nothing of it is printed."""
    root = tmp_path / "workspace"
    (root / ".git").mkdir(parents=True)
    for file in (tmp_path / "other.toml", root / ".git/config"):
        file.write_text("secret = 1\n")
    (root / "tcplan.toml").symlink_to(target)
    assert fault(root) == f"{root}/tcplan.toml is a link that leads out of its folder, so it is not read"
    (root / "tcplan.toml").unlink()
    (root / "pyproject.toml").symlink_to(target)
    assert settings_in(root) is None


def test_a_project_file_that_leads_out_is_said(tmp_path: Path) -> None:
    """Settings in it do not count."""
    (tmp_path / "base.toml").write_text("[tool.tcplan]\nprofile = 'draft'\n")
    root = write(tmp_path / "w", plan=PLAN)
    (root / ".git").mkdir()
    (root / "pyproject.toml").symlink_to("../base.toml")
    assert (
        "pyproject.toml:1:1: advice TC026 unread-link: this link leads out" in tcplan("validate", ".", cwd=root).stdout
    )


def test_a_link_inside_is_followed_and_one_to_nothing_is_said(tmp_path: Path) -> None:
    """As with plan files."""
    (tmp_path / "settings.toml").write_text("profile = 'draft'\n")
    (tmp_path / "tcplan.toml").symlink_to("settings.toml")
    found = settings_in(tmp_path)
    assert found is not None
    assert found.profile == "draft"
    (tmp_path / "settings.toml").unlink()
    assert "cannot be read: No such file or directory" in fault(tmp_path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"exclude = ['\xe9']\n", "is not UTF-8 text"),
        ("profile = 'draft'\n".encode("utf-16"), "is UTF-16, not UTF-8"),
        ("profile = 'draft'\n".encode("utf-32"), "is UTF-32, not UTF-8"),
        ("profile = 'draft'\n".encode("utf-16-be"), "is UTF-16, not UTF-8"),
        (b"PK\x03\x04\xff\xff", "is not UTF-8 text"),
        (b"\x7fELF\x01\x01", "is not TOML"),
        (b"\0" * 100, "is not TOML"),
        (b"#" * (MAX + 1), "is larger than 1 MiB"),
        (b"a." * 20_000 + b"b = 1", "has a name of more than 100 parts"),
        (b"x = {" + b"a . " * 20_000 + b"b = 1}", "has a name of more than 100 parts"),
        (b"[" + b'"a".' * 20_000 + b"b]", "has a name of more than 100 parts"),
        (b"exclude = [" + b"'*a'," * 1_001 + b"]", "has 1,001 entries with wildcards, and 1,000 are allowed"),
        (b"exclude = [" + b"'drafts/a-long-name*'," * 100_000 + b"]", "is larger than 1 MiB"),
    ],
)
@pytest.mark.parametrize("file", ["tcplan.toml", "pyproject.toml"])
def test_what_is_not_a_file_of_settings_is_said(tmp_path: Path, file: str, data: bytes, words: str) -> None:
    """In either file; a project that does not name us may hold anything."""
    if file == "pyproject.toml" and b"exclude" not in data:
        (tmp_path / file).write_bytes(data)
        assert settings_in(tmp_path) is None
        return
    (tmp_path / file).write_bytes(b"[tool.tcplan]\n" + data if file == "pyproject.toml" else data)
    assert words in fault(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_our_table_in_another_encoding_is_said(tmp_path: Path, encoding: str) -> None:
    """It has zeros between its letters."""
    (tmp_path / "pyproject.toml").write_bytes("[tool.tcplan]\n".encode(encoding))
    assert f"is {encoding[:6].upper()}, not UTF-8" in fault(tmp_path)


def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    """A project that cannot be read has no settings."""
    for name in ("tcplan.toml", "pyproject.toml"):
        (tmp_path / name).write_text("[tool.tcplan]\n")
        (tmp_path / name).chmod(0)
    with without_privileges():
        assert "cannot be read: Permission denied" in fault(tmp_path)
        (tmp_path / "tcplan.toml").unlink()
        assert settings_in(tmp_path) is None


def test_a_hundred_thousand_names_are_looked_up(tmp_path: Path) -> None:
    """In about the time that it takes to read them."""
    root = write(tmp_path, plan=PLAN, **{f"p{number}": PLAN for number in range(30)})
    names = ",".join(f"'d{number}'" for number in range(90_000))
    (root / "tcplan.toml").write_text(f"exclude = ['plans/u/p1.yaml', {names}]")
    result = tcplan("validate", "--profile", "draft", "--format", "json", cwd=root)
    assert result.stdout.count("TC025") < 100
    assert "89,980 more entries of `exclude` match no file and no folder" in result.stdout
    assert "plans/u/p1.yaml:" not in result.stdout


@pytest.mark.parametrize("command", [("validate",), ("status",), ("fmt", "--check"), ("render", "plan")])
def test_faulty_settings_are_wrong_usage_of_every_command(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Nothing is read with other settings than those that were meant."""
    root = write(tmp_path, plan=PLAN)
    os.mkfifo(root / "tcplan.toml")
    result = tcplan(*command, cwd=root)
    assert (result.returncode, result.stdout) == (2, "")
    assert "tcplan.toml cannot be read: it is not an ordinary file" in result.stderr
