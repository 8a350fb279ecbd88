"""The script of the site's pages, as their policy names it: no other script runs there, whatever a plan has in it."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final

from tcplan.files.package_files import templates_folder

_SCRIPT: Final = "site/filters.js"


@dataclass(frozen=True, slots=True)
class SiteScript:
    """A script of ours, which is printed as it is; `source` allows it, and no other, in a Content Security Policy."""

    text: str
    source: str


@cache
def filter_script() -> SiteScript:
    """The script that filters actions, on one line: the Nu checker compares no other with a policy."""
    lines = (line.strip() for line in (templates_folder() / _SCRIPT).read_text("utf-8").splitlines())
    text = " ".join(line for line in lines if line and not line.startswith("//"))
    return SiteScript(text, f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}")
