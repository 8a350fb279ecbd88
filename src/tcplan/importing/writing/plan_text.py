"""The text of a plan file from its draft: the house style, and beside each value the words that it was read from."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.edits.formatting import house_text
from tcplan.edits.key_order import order_at
from tcplan.findings.span import Path, Value
from tcplan.importing.draft import DraftEntry, DraftPlan, DraftValue
from tcplan.importing.found import FoundLevel
from tcplan.shape.file_header import FORMAT
from tcplan.values.plain_text import one_line
from tcplan.values.words import FileKind
from tcplan.yaml_editor.emit import WIDTH, comment_lines, entry_lines
from tcplan.yaml_reader.reader import read_text

TABLES: Final = {FoundLevel.PILLAR: "pillars", FoundLevel.OBJECTIVE: "objectives", FoundLevel.ACTION: "actions"}
"""The tables of a plan file by the level of their entries."""

_IN_ENTRY: Final = 4
"""The column of the keys of an entry: two for the list, two for the dash."""


@cache
def _unprintable_pattern() -> re.Pattern[str]:
    """Characters that no plan file may hold, or that nobody sees."""
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
    )


def plan_text(draft: DraftPlan, schema: str) -> str:
    """The text of the file; `schema` is its first line, by which editors find the schema."""
    lines = [schema.rstrip("\n"), *_top_lines(draft)]
    for table, entries in tables_of(draft).items():
        lines += ["", f"{table}:"]
        for entry in entries:
            first, *rest = _entry_lines(table, entry)
            lines += ["", "  - " + first.lstrip(), *rest]
    return house_text(read_text("\n".join(lines) + "\n", f"{draft.name}.yaml"))


def tables_of(draft: DraftPlan) -> dict[str, list[DraftEntry]]:
    """The entries of a draft by their tables, in the order of the file; a table without entries is left out."""
    tables = {table: [one for one in draft.entries if one.level is level] for level, table in TABLES.items()}
    return {table: entries for table, entries in tables.items() if entries}


def _top_lines(draft: DraftPlan) -> Iterator[str]:
    keys = {"kind": DraftValue(FileKind.PLAN.value), "format": DraftValue(FORMAT)}
    keys |= {"ids": DraftValue("assigned")} if draft.ids_assigned else {}
    yield from _key_lines(keys | draft.keys, (), 0)


def _entry_lines(table: str, entry: DraftEntry) -> list[str]:
    keys = {"id": DraftValue(entry.id), "title": DraftValue(" ".join(entry.title.split())), **entry.keys}
    return list(_key_lines(keys, (table, 0), _IN_ENTRY))


def _key_lines(keys: dict[str, DraftValue], path: Path, column: int) -> Iterator[str]:
    """The lines of a mapping, its keys in the house order."""
    order = order_at(FileKind.PLAN.value, path)
    for key in sorted(keys, key=lambda one: order.index(one) if one in order else len(order)):
        yield from _lines_of_key(key, keys[key], column)


def _lines_of_key(key: str, value: DraftValue, column: int) -> Iterator[str]:
    """A key with its value, and the words of the document as a comment: beside it if there is room, else above."""
    lines = entry_lines(key, _plain(value.value), column)
    written = one_line(_plain_text(value.written))
    beside = f"{lines[0]}  # {written}"
    if not written:
        yield from lines
    elif len(lines) == 1 and len(beside) <= WIDTH:
        yield beside
    else:
        yield from comment_lines(written, column)
        yield from lines


def _plain(value: Value) -> Value:
    """The value with only such characters as a plan file may hold."""
    if isinstance(value, str):
        return _plain_text(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {key: _plain(one) for key, one in value.items()} if isinstance(value, dict) else value


def _plain_text(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u00a0", " ")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\u2011", "-").replace("\u202f", " ")
    return "\n".join(line.rstrip() for line in _unprintable_pattern().sub("", text).split("\n"))
