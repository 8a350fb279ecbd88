"""The texts of a file that a report prints, and how a message calls the entry that a text stands in."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.place import plan_terms
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.prose import Passage
from tcplan.workspace import File

_ENTRY: Final = 2
"""A table and an index: so long is the path of an entry."""


def printed_passages(file: File, context: Context) -> Iterator[Passage]:
    """What may be printed; the other spellings of the glossary of owners are there to be recognised only."""
    return (passage for passage in context.published(file) if "also" not in passage.path)


def holder_of(path: Path, file: File) -> str:
    """The entry that a text stands in, or the whole: `action 2.3.1`, `the plan`."""
    if len(path) > _ENTRY and isinstance(path[1], int):
        return plan_terms(file.shaped.path_map.origin(path[:_ENTRY]), file.document.data)
    kind = getattr(file.shaped.model, "kind", "file")
    return f"the {kind.replace('-', ' ')}"
