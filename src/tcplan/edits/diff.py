"""What changes in a file, as a patch that people read and `git apply` takes."""

import os
from difflib import unified_diff
from typing import Final

from tcplan.values.plain_text import clean

_ESCAPES: Final = {"\t": "\\t", "\n": "\\n", '"': '\\"', "\\": "\\\\"}


def make_diff(name: str, before: str, after: str) -> str:
    """The unified diff of a file called `name`; empty where nothing changes."""
    lines = unified_diff(_lines(before), _lines(after), _header_name(f"a/{name}"), _header_name(f"b/{name}"))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _header_name(name: str) -> str:
    """A name as the header of a patch has it: git and GNU patch read it up to a tab, or in C's quotes.

    What a terminal would not show as it is comes out as its bytes, in octal digits.
    """
    if name == clean(name) and not set(_ESCAPES) & set(name):
        return f"{name}\t" if " " in name else name
    return f'"{"".join(map(_quoted, name))}"'


def _quoted(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if clean(char) == char else "".join(f"\\{byte:03o}" for byte in os.fsencode(char))


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a newline ends one, as it does for git."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])
