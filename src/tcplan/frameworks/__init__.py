"""Frameworks as data: forms, cohorts, themes and recommendation lists, one file each, with their sources."""

from functools import cache
from pathlib import Path

from tcplan.files.package_files import PackageSource


@cache
def shipped_names() -> frozenset[str]:
    """The names of the frameworks in the package."""
    return frozenset(name.removesuffix(".yaml") for name in shipped_source().names())


@cache
def shipped_source() -> PackageSource:
    """The folder of the package that holds them."""
    return PackageSource(Path(__file__).parent)
