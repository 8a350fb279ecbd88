"""A checkout of somebody who wants their own code to run where it is checked: every file leaves a mark if it runs."""

from pathlib import Path

MODULES = (
    *("typer.py", "calendar.py", "sitecustomize.py", "usercustomize.py", "conftest.py", "setup.py", "pip.py", "uv.py"),
    *("venv.py", "ensurepip.py", "logging.py", "pickle.py", "signal.py", "struct.py", "runpy.py", "re.py", "enum.py"),
    *(
        "multiprocessing/__init__.py",
        "encodings/__init__.py",
        "encodings/utf_8.py",
        "rich/__init__.py",
        "json.py",
        "pathlib.py",
        "gc.py",
    ),
    *("pydantic/__init__.py", "ruamel/yaml/__init__.py", "jinja2/__init__.py", "watchfiles.py", "_ruamel_yaml.py"),
    *("tcplan/__init__.py", "tcplan/__main__.py", "tcplan/cli/entry.py"),
)
"""Modules that tcplan, its libraries and what installs them import, and that Python imports by itself."""

PROGRAMS = ("python", "python3", "pip", "uv", "git", "bash", "tcplan", "bin/python", "Scripts/python.exe")

SETTINGS = {
    "uv.toml": "python-preference = broken\n[pip\n",
    "pip.conf": "[global]\nindex-url = https://evil.example/simple\n",
    "setup.cfg": "[install]\nprefix = evil\n",
    ".python-version": "evil\n",
    "pyvenv.cfg": "home = /evil\n",
    "pyproject.toml": '[project]\nname = "evil"\n[tool.uv]\nindex-url = "https://evil.example/simple"\n',
    ".pydistutils.cfg": "[install]\nprefix = evil\n",
}
"""Files that a tool could take its settings from; none of them is one that tcplan reads a setting in."""


def hostile_checkout(folder: Path, marks: Path) -> Path:
    """Write such files into a folder; what runs makes an empty file in `marks`, named after itself."""
    marks.mkdir()
    for name in MODULES:
        _write(folder / name, f"open({str(marks / name.replace('/', '-'))!r}, 'w').close()\n")
    for name in PROGRAMS:
        path = folder / (f"{name}.sh" if (folder / name).is_dir() else name)
        _write(path, f"#!/bin/sh\n: > '{marks}/program-{name.replace('/', '-')}'\n")
        path.chmod(0o755)
    _write(folder / "evil.pth", f"import os; open({str(marks / 'pth')!r}, 'w').close()\n")
    for name, text in SETTINGS.items():
        _write(folder / name, text)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
