"""Which lines of a Markdown text are code between fences, found without the parser."""

import re
from collections.abc import Iterable, Iterator
from functools import cache


@cache
def _fence_pattern() -> re.Pattern[str]:
    """A fence, which may be in an item of a list or in a quotation."""
    return re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<after>.*)")


def with_fences(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is a fence or between two; code that is never closed goes on to the end."""
    opened = ""
    for line in lines:
        found = _fence_pattern().match(line)
        fence = found["fence"] if found else ""
        yield line, bool(opened or fence)
        if not opened:
            opened = fence
        elif found and fence[:1] == opened[:1] and len(fence) >= len(opened) and not found["after"].strip():
            opened = ""
