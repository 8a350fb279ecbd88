"""Run uv in the environment of the Python that runs this, with the package index that pip uses.

    .venv/bin/python scripts/run_uv.py pip sync requirements.lock

uv does not read pip's configuration. Without this script it would go to PyPI on a machine that is set up to use another
index.
"""

import ast
import os
import subprocess
import sys

UV_VARIABLES = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE"}
"""The settings of pip that uv takes as environment variables."""

OTHER_PYTHONS = ("UV_PYTHON", "UV_SYSTEM_PYTHON", "VIRTUAL_ENV")
"""Variables that would make uv install into the environment of another Python."""


def main() -> int:
    """Run uv with the arguments of this script; its exit code."""
    command = [sys.executable, "-I", "-m", "uv", "--no-config", *sys.argv[1:]]
    return subprocess.run(command, env=uv_environment(), check=False).returncode


def uv_environment() -> dict[str, str]:
    """The environment variables for uv. Those that are already set for uv win over pip's settings."""
    environment = {name: value for name, value in os.environ.items() if name not in OTHER_PYTHONS}
    environment["VIRTUAL_ENV"] = sys.prefix
    settings = pip_settings()
    for setting, variable in UV_VARIABLES.items():
        if setting in settings:
            environment.setdefault(variable, settings[setting])
    return environment


def pip_settings() -> dict[str, str]:
    """What pip's configuration files and environment variables set, by option."""
    command = [sys.executable, "-I", "-m", "pip", "--disable-pip-version-check", "config", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    # A line reads `section.option='value'`; later sections win.
    settings = dict(line.split("=", 1) for line in listed.splitlines() if "=" in line)
    return {
        name.removeprefix(section): ast.literal_eval(value)
        for section in ("global.", "install.", ":env:.")
        for name, value in settings.items()
        if name.startswith(section)
    }


if __name__ == "__main__":
    sys.exit(main())
