"""Runs LibreOffice, where it is there, to see documents as another program saves them."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not there")


def save_as(path: Path, ending: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format, or in the same. Folders beside each other share its start."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{ending}"


def save_all_as(paths: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """Several files, saved in one run of LibreOffice: its start takes longer than all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [folder / f"{path.stem}.{ending}" for path in paths]
