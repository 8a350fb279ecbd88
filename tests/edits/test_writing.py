"""Replacing a plan file: what is kept, what is refused, and what killed writers have left, which goes."""

import fcntl
import os
import shlex
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from edits.crashing import AS_NOBODY, NOBODY, REPORT, contents, needs_root, open_folder, run, workspace, writer
from support import tcplan, write

from tcplan.errors import RefusedError
from tcplan.files.replacement import ChangedError, replace_file, write_whole

OLD, NEW = b"title: old\n", b"title: new\r\n"

LEFTOVERS = (".tcplan-0123456789abcdef.tmp", ".tcplan-fedcba9876543210.tmp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan file with a neighbour."""
    (tmp_path / "institution.yaml").write_bytes(b"name: U\n")
    (tmp_path / "plan.yaml").write_bytes(OLD)
    return tmp_path / "plan.yaml"


@pytest.fixture
def shared() -> Iterator[Path]:
    """A plan file that every user may write."""
    with open_folder() as folder:
        file = folder / "plan.yaml"
        file.write_bytes(OLD)
        file.chmod(0o666)
        yield file


def mode(file: Path) -> int:
    """The access rights of a file."""
    return stat.S_IMODE(file.stat().st_mode)


@contextmanager
def folder_locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, as another tcplan does while it writes."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def hook(event: str, action: str) -> str:
    """Python that does something when the process comes to a step of a write, of a file that of its temporary one."""
    return f"""
import sys
def hook(event, arguments):
    if event == {event!r} and (".tmp" in str(arguments) or event == "fcntl.flock"):
        {action}
sys.addaudithook(hook)
"""


def test_the_content_is_replaced_and_nothing_else_is_left(file: Path) -> None:
    """Byte for byte, with nothing to say."""
    assert replace_file(file, OLD, NEW) == ""
    assert contents(file) == {"plan.yaml": NEW, "institution.yaml": b"name: U\n"}


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664, 0o777])
def test_the_mode_is_kept(file: Path, rights: int) -> None:
    """Whatever the mask of the user."""
    file.chmod(rights)
    replace_file(file, OLD, NEW)
    assert mode(file) == rights


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    """What it leads to is replaced, in the folder where that lies."""
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "current.yaml"
    link.symlink_to("../plan.yaml")
    replace_file(link, OLD, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW


@needs_root
def test_owner_and_group_are_kept(file: Path) -> None:
    """Where the one who writes may give files away."""
    os.chown(file, 12, 34)
    replace_file(file, OLD, NEW)
    assert (file.stat().st_uid, file.stat().st_gid, mode(file)) == (12, 34, 0o644)


@needs_root
def test_where_the_group_cannot_be_kept_another_gets_no_more_rights_than_anybody(shared: Path) -> None:
    """Else members of the writer's own group could read what was meant for those of the file's."""
    shared.chmod(0o676)
    assert run(writer(shared, first=AS_NOBODY)).returncode == 0
    assert (shared.stat().st_uid, shared.stat().st_gid, mode(shared)) == (NOBODY, NOBODY, 0o666)


def test_other_attributes_are_kept(file: Path) -> None:
    """Access control lists are among them; the time is that of the writing."""
    try:
        os.setxattr(file, "user.note", b"ours")
    except (AttributeError, OSError) as error:
        pytest.skip(f"no extended attributes here: {error}")
    os.utime(file, (0, 0))
    replace_file(file, OLD, NEW)
    assert os.getxattr(file, "user.note") == b"ours"
    assert file.stat().st_mtime > 0


def test_a_name_of_any_length_is_written(tmp_path: Path) -> None:
    """The temporary file has a short one of its own."""
    file = tmp_path / f"{'x' * 250}.yaml"
    file.write_bytes(OLD)
    replace_file(file, OLD, NEW)
    assert contents(file) == {file.name: NEW}


def test_a_file_that_has_changed_since_it_was_read_is_left_as_it_is(file: Path) -> None:
    """And said so, with what to do."""
    with pytest.raises(ChangedError, match=r"plan\.yaml has changed since it was read; nothing was written") as refused:
        replace_file(file, b"title: older\n", NEW)
    assert refused.value.hint == "check what has changed, then run the command again"
    assert contents(file) == {"plan.yaml": OLD, "institution.yaml": b"name: U\n"}


def test_a_change_in_the_last_moment_is_seen(tmp_path: Path) -> None:
    """Of a program that knows nothing of the lock, while the temporary file is written."""
    file = workspace(tmp_path)
    change = hook("os.chmod", "open(sys.argv[1], 'w').write('title: theirs\\n')")
    done = run(writer(file, first=change))
    assert (done.returncode, file.read_text()) == (5, "title: theirs\n")
    assert "has changed since it was read" in done.stderr
    assert sorted(contents(file)) == ["institution.yaml", "phase-1.yaml"]


@pytest.mark.parametrize("name", ["gone.yaml", "gone/plan.yaml", "dangling.yaml"])
def test_a_file_that_is_gone_is_not_made_anew(file: Path, name: str) -> None:
    """Nor its folder, nor what a link leads to."""
    (file.parent / "dangling.yaml").symlink_to("gone.yaml")
    with pytest.raises(ChangedError, match=f"{name} no longer exists; nothing was written"):
        replace_file(file.parent / name, OLD, NEW)
    assert not (file.parent / name).exists()


def test_a_read_only_file_is_refused_to_everybody(file: Path) -> None:
    """To root too: a file without the right to write is not meant to be written."""
    file.chmod(0o444)
    with pytest.raises(RefusedError, match=r"plan\.yaml is read-only; nothing was written") as refused:
        replace_file(file, OLD, NEW)
    command = refused.value.hint.removeprefix("if you may change it, make it writable first: ")
    assert shlex.split(command) == ["chmod", "u+w", "--", file.as_posix()]
    assert contents(file) == {"plan.yaml": OLD, "institution.yaml": b"name: U\n"}
    with pytest.raises(RefusedError, match="is read-only"):
        write_whole(file, "x")


@needs_root
def test_a_file_that_the_user_may_not_write_is_refused(shared: Path) -> None:
    """Although the folder would let it be replaced."""
    shared.chmod(0o644)
    done = run(writer(shared, first=AS_NOBODY))
    assert done.returncode == 5
    assert "cannot be written: Permission denied\ncheck the folder and its permissions" in done.stderr
    assert contents(shared) == {"plan.yaml": OLD}


@needs_root
def test_a_folder_that_the_user_may_not_write_is_refused(shared: Path) -> None:
    """There is no room for a temporary file."""
    shared.parent.chmod(0o755)
    done = run(writer(shared, first=AS_NOBODY))
    assert done.returncode == 5
    assert "cannot be written: Permission denied" in done.stderr


def test_what_is_not_an_ordinary_file_is_refused(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes to, a link to itself."""
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    for name, reason in [
        ("folder", "not an ordinary file"),
        ("pipe", "not an ordinary file"),
        ("loop", "Too many levels"),
    ]:
        with pytest.raises(RefusedError, match=reason):
            replace_file(tmp_path / f"{name}.yaml", OLD, NEW)
        with pytest.raises(RefusedError, match=reason):
            write_whole(tmp_path / f"{name}.yaml", "new")


@pytest.mark.unmeasured  # the data of coverage could not be written either
def test_a_disk_without_room_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """Here the largest file that the process may write is smaller than the plan."""
    file = workspace(tmp_path)
    before = contents(file)
    done = run(writer(file, first="import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))\n"))
    assert done.returncode == 5
    assert "cannot be written: File too large" in done.stderr
    assert contents(file) == before


def test_a_writer_waits_for_another_one(file: Path) -> None:
    """Until that has finished."""
    waiting = threading.Thread(target=replace_file, args=(file, OLD, NEW))
    with folder_locked(file.parent):
        waiting.start()
        waiting.join(0.2)
        assert file.read_bytes() == OLD
    waiting.join()
    assert file.read_bytes() == NEW


def test_a_writer_that_waits_in_vain_is_refused(file: Path) -> None:
    """With what to do; and nothing is changed."""
    with (
        folder_locked(file.parent),
        pytest.raises(RefusedError, match="another tcplan is still writing in its fold") as refused,
    ):
        replace_file(file, OLD, NEW, patience=0.1)
    assert refused.value.hint == "run the command again when the other one has finished"
    assert contents(file) == {"plan.yaml": OLD, "institution.yaml": b"name: U\n"}


@pytest.mark.parametrize("error", ["ENOLCK", "EOPNOTSUPP", "EBADF"])
def test_where_a_folder_cannot_be_locked_it_is_written_without(tmp_path: Path, error: str) -> None:
    """As on some file systems of a network."""
    file = workspace(tmp_path)
    done = run(writer(file, first=hook("fcntl.flock", f"import errno; raise OSError(errno.{error}, '')")))
    assert done.returncode == 0
    assert file.read_bytes().endswith(REPORT)


def test_where_the_system_knows_no_locks_it_is_written_without(tmp_path: Path) -> None:
    """As on Windows, where a folder cannot be opened either."""
    file = workspace(tmp_path)
    assert run(writer(file, first="import sys; sys.modules['fcntl'] = None\n")).returncode == 0
    assert file.read_bytes().endswith(REPORT)


@pytest.mark.parametrize("event", ["open", "os.chmod", "os.rename"])
def test_an_interrupted_writer_leaves_the_old_file_and_no_other(tmp_path: Path, event: str) -> None:
    """Ctrl-C as the temporary file is made, changed and renamed."""
    file = workspace(tmp_path)
    before = contents(file)
    assert run(writer(file, first=hook(event, "raise KeyboardInterrupt"))).returncode != 0
    assert contents(file) == before


def test_what_a_killed_writer_left_is_removed_and_nothing_else(file: Path) -> None:
    """However young it is; but not what other programs call temporary, nor what only looks like ours."""
    foreign = [".plan.yaml.abc.tmp", "tcplan-0123456789abcdef.tmp", ".tcplan-0123.tmp", "~$plan.tmp"]
    for name in (*LEFTOVERS, *foreign):
        file.with_name(name).write_bytes(b"x")
    replace_file(file, OLD, NEW)
    assert set(contents(file)) == {"plan.yaml", "institution.yaml", *foreign}


def test_any_file_that_is_written_clears_its_folder(file: Path) -> None:
    """A document too, and a write that is refused because the plan has changed."""
    leftover = file.with_name(LEFTOVERS[0])
    leftover.write_bytes(b"x")
    write_whole(file.with_name("out.html"), "x")
    assert not leftover.exists()
    leftover.write_bytes(b"x")
    with pytest.raises(ChangedError):
        replace_file(file, b"title: older\n", NEW)
    assert not leftover.exists()


def test_what_another_writer_is_writing_is_left(file: Path) -> None:
    """The folder is cleared only by the one that has its lock."""
    file.with_name(LEFTOVERS[0]).write_bytes(b"x")
    with folder_locked(file.parent), pytest.raises(RefusedError):
        replace_file(file, OLD, NEW, patience=0.1)
    assert file.with_name(LEFTOVERS[0]).exists()


@pytest.mark.parametrize(
    "no_locks",
    [
        "import errno, fcntl\ndef none(*_): raise OSError(errno.ENOLCK, '')\nfcntl.flock = none\n",
        "import sys; sys.modules['fcntl'] = None\n",
    ],
    ids=["folder", "system"],
)
def test_where_there_are_no_locks_only_what_is_old_is_removed(tmp_path: Path, no_locks: str) -> None:
    """Another writer may be at work on the other one."""
    file = workspace(tmp_path)
    stale, fresh = map(file.with_name, LEFTOVERS)
    for one in (stale, fresh):
        one.write_bytes(b"x")
    os.utime(stale, (0, 0))
    assert run(writer(file, first=no_locks)).returncode == 0
    assert contents(file).keys() == {file.name, "institution.yaml", fresh.name}


def test_a_folder_or_link_with_the_name_of_a_leftover_stays(file: Path) -> None:
    """Tcplan makes none; the others are removed all the same."""
    folder, link = map(file.with_name, LEFTOVERS)
    folder.mkdir()
    link.symlink_to("institution.yaml")
    last = file.with_name(".tcplan-ffffffffffffffff.tmp")
    last.write_bytes(b"x")
    replace_file(file, OLD, NEW)
    assert (folder.is_dir(), link.is_symlink(), last.exists()) == (True, True, False)
    assert file.with_name("institution.yaml").exists()


@needs_root
@pytest.mark.parametrize(("rights", "left"), [(0o777, set()), (0o1777, {LEFTOVERS[0]})], ids=["shared", "sticky"])
def test_what_another_user_s_writer_left_is_removed_where_that_is_allowed(
    shared: Path, rights: int, left: set[str]
) -> None:
    """Else the plan is written beside it."""
    leftover = shared.with_name(LEFTOVERS[0])
    leftover.write_bytes(b"x")
    shared.parent.chmod(rights)
    os.chown(shared, NOBODY, NOBODY)  # in a sticky folder nobody else may replace it
    assert run(writer(shared, first=AS_NOBODY)).returncode == 0
    assert shared.read_bytes() == OLD + REPORT
    assert contents(shared).keys() == {"plan.yaml", *left}


def test_a_new_file_has_the_mode_that_the_user_s_mask_gives(tmp_path: Path) -> None:
    """As if an editor had made it."""
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "out.html", "x")
    finally:
        os.umask(mask)
    assert mode(tmp_path / "out.html") == 0o640


ACL_OF_GROUP = b"\x02\0\0\0" + b"".join(
    tag.to_bytes(2, "little") + rights.to_bytes(2, "little") + number.to_bytes(4, "little")
    for tag, rights, number in (
        (1, 7, 0xFFFFFFFF),
        (4, 7, 0xFFFFFFFF),
        (8, 7, 4321),
        (16, 7, 0xFFFFFFFF),
        (32, 0, 0xFFFFFFFF),
    )
)
"""Access rights as Linux keeps them: those of the owner, the group, another group, the mask, and all others."""


def test_the_rights_that_a_folder_gives_to_new_files_are_not_added(file: Path) -> None:
    """A file that is written anew is no new file: nobody else may read it than before."""
    try:
        os.setxattr(file.parent, "system.posix_acl_default", ACL_OF_GROUP)
    except (AttributeError, OSError) as error:
        pytest.skip(f"no access control lists here: {error}")
    before = os.listxattr(file), mode(file)
    replace_file(file, OLD, NEW)
    assert (os.listxattr(file), mode(file)) == before


def test_a_files_own_access_rights_are_kept(file: Path) -> None:
    """Those of a group that somebody has given them to."""
    try:
        os.setxattr(file, "system.posix_acl_access", ACL_OF_GROUP)
    except (AttributeError, OSError) as error:
        pytest.skip(f"no access control lists here: {error}")
    before = os.getxattr(file, "system.posix_acl_access"), mode(file)
    replace_file(file, OLD, NEW)
    assert (os.getxattr(file, "system.posix_acl_access"), mode(file)) == before


@pytest.mark.parametrize(("number", "says"), [(1, "another name (a hard link), which"), (2, "2 other names")])
def test_hard_links_are_said_to_keep_the_old_text(file: Path, number: int, says: str) -> None:
    """A replaced file is another one: the other names are left with the one before."""
    for count in range(number):
        (file.parent / f"copy-{count}.txt").hardlink_to(file)
    assert says in replace_file(file, OLD, NEW)
    assert (file.parent / "copy-0.txt").read_bytes() == OLD
    assert replace_file(file, NEW, OLD) == ""


def test_every_command_that_edits_says_so(tmp_path: Path) -> None:
    """On standard error, after the file was written."""
    text = "format: 1\nkind: plan\ntitle: T\nactions:\n  - id: 1\n    titel: A\n"
    for command in (["validate", "--fix"], ["fmt"], ["update", "1", "--rag", "green"], ["set", "1/lead", "HR"]):
        folder = tmp_path / command[0]
        plan = write(folder, plan=text if "--fix" in command else text.replace("titel", "title")) / "plans/u/plan.yaml"
        (folder / "other.txt").hardlink_to(plan)
        said = tcplan(*command, cwd=folder).stderr
        assert "plans/u/plan.yaml had another name (a hard link), which still has the old text" in said, command


def test_a_pipe_that_comes_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    """It is refused, whenever it comes."""
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(RefusedError, match="not an ordinary file"):
        replace_file(tmp_path / "pipe.yaml", OLD, NEW)


INTERRUPT = """
import os
from tcplan.files import replacement
def interrupt(*arguments, **more):
    raise KeyboardInterrupt
{place} = interrupt
from tcplan.cli.entry import main
main()
"""


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("os.fsync", "interrupted; plans/u/plan.yaml was not changed"),
        ("replacement._confirm", "interrupted; plans/u/plan.yaml was written"),
    ],
)
@pytest.mark.parametrize(
    "command", [["validate", "--fix"], ["fmt"], ["update", "1", "--rag", "green"], ["set", "1/lead", "HR"]]
)
def test_an_interruption_says_whether_the_file_was_written(
    tmp_path: Path, command: list[str], place: str, says: str
) -> None:
    """Ctrl-C at any moment of the write; the exit code is that of every interrupted run."""
    text = "format: 1\nkind: plan\ntitle: T\nactions:\n  - id: 1\n    titel: A\n"
    folder = write(tmp_path, plan=text if "--fix" in command else text.replace("titel", "title"))
    script = INTERRUPT.format(place=place)
    done = subprocess.run(
        [sys.executable, "-c", script, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert says in done.stderr


def test_an_interruption_after_the_write_says_that_it_was_written(tmp_path: Path) -> None:
    """While the page is made, which the user then never sees."""
    folder = write(tmp_path, plan="kind: plan\nformat: 1\ntitle: T\nactions:\n  - id: 1\n    title: A\n")
    script = INTERRUPT.format(place="__import__('tcplan.edits.way_back').edits.way_back.differences")
    command = [sys.executable, "-c", script, "update", "1", "--rag", "green"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "tcplan: interrupted; plans/u/plan.yaml was written\n"
