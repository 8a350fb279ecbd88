"""Comments on cells, of both kinds: notes, and threads with answers."""

from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.excel.cell_names import read_cell_name
from tcplan.importing.readers.excel.colours import Palette
from tcplan.importing.readers.excel.parts import Relation, parts_of_kind, read_plain_tree
from tcplan.importing.readers.excel.strings import read_runs

Notes = dict[tuple[int, int], tuple[str, ...]]
"""The comments by row and column of the cell that they hang on."""


def read_notes(archive: Archive, relations: dict[str, Relation]) -> Notes:
    """The comments of a sheet."""
    threads = _read_threads(archive, relations)
    notes: dict[str, tuple[str, ...]] = {cell: tuple(texts) for cell, texts in threads.items()}
    for part in parts_of_kind(relations, "comments", archive):
        for comment in read_plain_tree(archive, part).iter("comment"):
            cell = comment.get("ref", "")
            text = _read_text(comment)
            # Beside a thread Excel writes a note for its older versions, with the same words.
            if text and cell not in threads:
                notes[cell] = (*notes.get(cell, ()), text)
    return {place: texts for cell, texts in notes.items() if (place := read_cell_name(cell))}


def _read_threads(archive: Archive, relations: dict[str, Relation]) -> dict[str, list[str]]:
    threads: dict[str, list[str]] = {}
    for part in parts_of_kind(relations, "threadedComment", archive):
        for comment in read_plain_tree(archive, part).iter("threadedComment"):
            if text := (comment.findtext("text") or "").strip():
                threads.setdefault(comment.get("ref", ""), []).append(text)
    return threads


def _read_text(comment: Element) -> str:
    """The words of a note; the name of its author stands in a line of its own before them."""
    body = comment.find("text")
    text = "" if body is None else "".join(run.text for run in read_runs(body, Palette())).strip()
    first, found, rest = text.partition(":\n")
    return f"{first}: {rest.strip()}" if found and "\n" not in first else text
