"""The names of pages: safe in an address on any system, the same for the same files, and never two alike."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from tcplan.files.names import RESERVED_NAMES

HOME: Final = "index.html"
CASE_STUDIES: Final = "case-studies.html"
ACCESSIBILITY: Final = "accessibility.html"
PLANS: Final = "plans"
SUBMISSIONS: Final = "submissions"
DOWNLOADS: Final = "downloads"


def page_names(wanted: Mapping[str, str], taken: Iterable[str] = ()) -> dict[str, str]:
    """A name for a page or a folder, without an ending, by what it is for; `wanted` are the names that say it best.

    None differs from another, or from those that are `taken`, in capitals alone.
    """
    used = {one.casefold() for one in taken} | RESERVED_NAMES
    found = {}
    for about, name in wanted.items():
        found[about] = _free(address_part(name).strip("-.") or "page", used)
        used.add(found[about].casefold())
    return found


def address_part(name: str) -> str:
    """A name with a hyphen for whatever an address would have to escape, as the anchors of documents have it."""
    return _unsafe_pattern().sub("-", name)


def link(page: str, target: str) -> str:
    """The address of a page of the site as it is written on another page of it."""
    return "../" * page.count("/") + target


def _free(wanted: str, used: set[str]) -> str:
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        name = f"{wanted}-{number}"
    return name


@cache
def _unsafe_pattern() -> re.Pattern[str]:
    return re.compile(r"[^A-Za-z0-9._-]+")
