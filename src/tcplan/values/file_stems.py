"""A name as the name of a file or folder, on every system."""

import re
import unicodedata
from functools import cache


@cache
def _other_pattern() -> re.Pattern[str]:
    return re.compile(r"[^a-z0-9]+")


def file_stem(name: str) -> str:
    """The name in lower case, letters and digits with hyphens between; nothing if it has no letter that fits."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _other_pattern().sub("-", plain).strip("-")
