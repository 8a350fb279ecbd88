"""What the measurements were made on: the machine, without its name, and the versions."""

import os
import platform
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.page import table
from bench.toolbox import Toolbox

LIBRARIES = ("tcplan", "typer", "pydantic", "ruamel.yaml", "ruamel.yaml.clib")
PEERS = ("check-jsonschema", "ruamel.yaml", "yamllint")
CPUINFO = Path("/proc/cpuinfo")


def machine_text(tools: Toolbox) -> str:
    """The section about the machine and the versions."""
    rows = [
        ["date", datetime.now(UTC).date().isoformat()],
        ["processor", f"{processor()}, {os.cpu_count()} cores"],
        ["operating system", operating_system()],
        ["Python", f"{platform.python_implementation()} {platform.python_version()}"],
        ["tcplan and its libraries", listed((name, version(name)) for name in LIBRARIES)],
        ["other programs", listed((name, peer_version(tools, name)) for name in PEERS)],
    ]
    return f"## The machine\n\n{table(['', 'measured with'], rows).replace('---:', '---')}"


def listed(versions: Iterable[tuple[str, str]]) -> str:
    """Names with versions: `typer 0.28.0, pydantic 2.13`."""
    return ", ".join(f"{name} {number}" for name, number in versions)


def processor() -> str:
    """The model of the processor, or the kind where the system does not say more."""
    lines = CPUINFO.read_text("utf-8").splitlines() if CPUINFO.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def operating_system() -> str:
    """The name and version of the system: a distribution of Linux, or what Python says."""
    try:
        distribution = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"
    return f"{distribution}, {platform.machine()}"


def peer_version(tools: Toolbox, name: str) -> str:
    """The version of a package in the environment of the other programs."""
    code = f"from importlib.metadata import version; print(version({name!r}))"
    return subprocess.run(
        [tools.peers / "python", "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
