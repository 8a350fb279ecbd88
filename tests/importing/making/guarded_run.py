"""Runs the command in a process that counts what it takes, and that ends where it reaches for more than files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

_GUARDED: Final = """
import json, os, resource, sys
def guard(event, about):
    programs = "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"
    if event.startswith("socket.") or event in programs:
        os.write(2, f"guarded: {event}".encode())
        os._exit(99)
sys.addaudithook(guard)
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from tcplan.cli.entry import main
try:
    main()
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak = next((int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")), 0)
    with open(sys.argv[0] + ".json", "w") as file:
        json.dump([used.ru_utime + used.ru_stime, peak / 1000], file)
"""


class GuardedRun(NamedTuple):
    """How a run ended: its code, what it printed, its processor time in seconds and its memory in megabytes."""

    code: int
    stdout: str
    stderr: str
    seconds: float
    megabytes: float


def run_guarded(folder: Path, *arguments: str | Path) -> GuardedRun:
    """Run `tcplan` in a folder; a socket or another program ends it with code 99."""
    script = folder / "guarded.py"
    script.write_text(_GUARDED, "utf-8")
    words = [sys.executable, *map(str, (script, *arguments))]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    run = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    figures = folder / "guarded.py.json"
    seconds, megabytes = json.loads(figures.read_text("utf-8")) if figures.exists() else (0.0, 0.0)
    figures.unlink(missing_ok=True)
    return GuardedRun(run.returncode, run.stdout, run.stderr, seconds, megabytes)
