"""OpenDocument spreadsheets for tests."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text", "style", "manifest"))

Value = str | float | bool | date | None
"""What a cell holds."""


def make_open_sheets(path: Path, sheets: Mapping[str, Sequence[Sequence[Value]]], hidden: Sequence[str] = ()) -> Path:
    """Write a spreadsheet with these sheets; the names of those that are hidden are in `hidden`."""
    style = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    tables = "".join(_table(name, rows, is_hidden=name in hidden) for name, rows in sheets.items())
    return write_open_tables(path, tables, style)


def write_open_tables(path: Path, tables: str, style: str = "") -> Path:
    """Write a spreadsheet with these elements as its sheets."""
    content = (
        f'<office:document-content {_SPACES} office:version="1.2"><office:automatic-styles>{style}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
    manifest = f"<manifest:manifest {_SPACES}>{entry}</manifest:manifest>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _KIND)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def _table(name: str, rows: Sequence[Sequence[Value]], *, is_hidden: bool) -> str:
    inner = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    style = ' table:style-name="h"' if is_hidden else ""
    return f'<table:table table:name="{escape(name)}"{style}>{inner}</table:table>'


def _cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
