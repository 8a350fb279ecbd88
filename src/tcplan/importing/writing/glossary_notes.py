"""Suggestions for the glossary: the owners that a document names, as lines that are commented out."""

from collections.abc import Iterable
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.draft import OwnerSpelling
from tcplan.values.plain_text import one_line
from tcplan.workspace.institution_folder import InstitutionFolder
from tcplan.yaml_editor.emit import item_lines

MOST_OWNERS: Final = 200
"""The number of owners that are suggested; a document with more of them has other things in that column."""

_OWNERS_KEY: Final = "\nowners:\n"


def suggested_lines(owners: Iterable[OwnerSpelling], document: str, known: InstitutionFolder | None) -> list[str]:
    """Comments that name the owners of a document that the glossary does not have; none where it has them all."""
    new = [one for one in owners if not (known and known.glossary.listed(one.name))][:MOST_OWNERS]
    if not new:
        return []
    entries = [line for one in new for line in _entry_lines(one)]
    return [
        f"# Owners in {one_line(document)}, each as it is written most often.",
        "# Check them, then delete `# ` from each line to use them:",
        *(f"# {line}" for line in ["owners:", *entries]),
    ]


def with_suggestions(text: str, lines: list[str]) -> str:
    """The text of an institution's file with suggestions at its end; one that they are in already stays as it is."""
    if not lines or "\n".join(lines) in text.replace("\r\n", "\n"):
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    return text + ("" if text.endswith("\n") or not text else end) + end + end.join(lines) + end


def without_example_owners(text: str) -> str:
    """The text of a new institution's file without the owners that stand there as an example."""
    return text.partition(_OWNERS_KEY)[0] + "\n"


def _entry_lines(owner: OwnerSpelling) -> list[str]:
    entry: dict[str, Value] = {"name": one_line(owner.name)}
    if owner.long:
        entry["long"] = one_line(owner.long)
    if owner.also:
        entry["also"] = [one_line(one) for one in owner.also]
    return item_lines(entry, 2)
