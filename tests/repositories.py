"""Real repositories for tests, made by git itself, with the day of every commit chosen."""

import os
import subprocess
from pathlib import Path

SETTINGS = ("-c", "user.name=A plan lead", "-c", "user.email=lead@example.ac.uk", "-c", "init.defaultBranch=main")


def git(folder: Path, *arguments: str | Path, day: str = "2026-01-01", typed: str = "") -> str:
    """Run git in a folder, at noon of a day, without the settings of the machine; what it prints."""
    moment = f"{day}T12:00:00+00:00" if len(day) == len("2026-01-01") else day
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    environment = {**own, **dates, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(folder), *SETTINGS, *map(str, arguments)]
    run = subprocess.run(command, env=environment, input=typed, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def start_repository(folder: Path) -> Path:
    """An empty repository in a folder, which need not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return folder


def commit(folder: Path, day: str, message: str = "A change of the plan") -> str:
    """Commit all that is below a folder on a day; the commit."""
    git(folder, "add", "--all", day=day)
    git(folder, "commit", "--quiet", "--allow-empty", "--no-verify", "-m", message, day=day)
    return git(folder, "rev-parse", "HEAD")
