"""Loads every YAML file of a folder with one loader of ruamel.yaml; measured as a process of its own."""

import sys
from pathlib import Path

from ruamel.yaml import YAML


def load(loader: str, folder: Path) -> None:
    """Read the files as a program would that wants their values; raises KeyError where the loader is not known."""
    kind, pure = {"safe-c": ("safe", False), "safe-pure": ("safe", True), "round-trip": ("rt", True)}[loader]
    for file in sorted(folder.rglob("*.yaml")):
        YAML(typ=kind, pure=pure).load(file.read_bytes())


if __name__ == "__main__":
    load(sys.argv[1], Path(sys.argv[2]))
