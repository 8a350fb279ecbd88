"""What changes in a file, as a patch that people read and `git apply` takes."""

from difflib import unified_diff


def make_diff(name: str, before: str, after: str) -> str:
    """The unified diff of a file called `name`; empty where nothing changes."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a newline ends one, as it does for git."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])
