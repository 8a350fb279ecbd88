"""Runs LibreOffice, where it is there, to see documents as another program saves them."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not there")


def save_as(path: Path, ending: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format, or in the same. Folders beside each other share its start."""
    return save_all([path], ending, folder)[0]


def save_all(paths: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """The same for several files at once, which saves starting LibreOffice for each."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [folder / f"{path.stem}.{ending}" for path in paths]
