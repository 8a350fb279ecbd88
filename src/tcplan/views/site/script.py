"""The script of the site's pages, as their policy names it: no other script runs there, whatever a plan has in it."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Final

from tcplan.files.package_files import templates_folder

_SCRIPT: Final = "site/filters.js"


@cache
def script_hash() -> str:
    """The source in a Content Security Policy that allows our script alone."""
    digest = sha256((templates_folder() / _SCRIPT).read_bytes()).digest()
    return f"sha256-{b64encode(digest).decode()}"
