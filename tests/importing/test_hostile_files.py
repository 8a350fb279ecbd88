"""A hostile file ends soon, in a plan or in a sentence: nothing is fetched, run, followed or filled."""

from pathlib import Path

import pytest
from importing.making.guarded_run import run_guarded
from importing.making.hostile_files import HOSTILE
from support import close_off

pytestmark = pytest.mark.unmeasured

_MEGABYTES = 300.0


_SLOW = {name for name, one in HOSTILE.items() if one.seconds > HOSTILE["bomb.docx"].seconds} - {"long.docx"}


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=pytest.mark.nightly if one in _SLOW else ()) for one in HOSTILE]
)
def test_a_hostile_file_ends_soon(tmp_path: Path, name: str) -> None:
    """In five seconds of processor time and 300 MB, without a socket or a program; ten thousand actions take longer."""
    close_off(tmp_path)
    hostile = HOSTILE[name]
    hostile.write(tmp_path / name)
    run = run_guarded(tmp_path, "import", name, "--into", "new")
    assert run.code in ({0} if hostile.has_plan else {3} if hostile.says else {0, 3}), run.stderr[-400:]
    assert "Traceback" not in run.stderr
    assert hostile.says in " ".join(run.stderr.split())
    assert (tmp_path / "new").exists() == (run.code == 0)
    assert 0 < run.seconds <= hostile.seconds
    assert 0 < run.megabytes <= _MEGABYTES
