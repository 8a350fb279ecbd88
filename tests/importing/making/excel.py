"""Excel workbooks for tests, written as XML: what a test says, and nothing that a library adds."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = {
    _MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    _OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_EXTERNAL = ' TargetMode="External"'
_DRAWING = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)

Value = str | int | float | bool | date | None
"""What a cell holds; a date is written as Excel writes one, in the format of its cell."""


@dataclass(frozen=True)
class MadeCell:
    """A cell and its look.

    Attributes:
        value: What it holds.
        code: The code of its number format; the number of one that is built in, as digits alone, is that one.
        fill: Its colour as `rrggbb`, or attributes of a colour (`theme="4" tint="0.4"`).
        colour: The colour of its words, written likewise.
        is_bold: Whether its words are bold.
        is_struck: Whether they are struck out.
        note: A comment on it.
        link: The address that it leads to.
        formula: Its formula; with no value, one whose result is not in the file.
        xml: What is inside of it, instead of a value; with `kind`, as the file writes it.
        kind: The kind of value of `xml`.
    """

    value: Value = None
    code: str = "General"
    fill: str = ""
    colour: str = ""
    is_bold: bool = False
    is_struck: bool = False
    note: str = ""
    link: str = ""
    formula: str = ""
    xml: str = ""
    kind: str = "n"


@dataclass
class MadeSheet:
    """A sheet.

    Attributes:
        rows: Its rows from the first on, each with its cells from column A on.
        name: Its name.
        merges: The areas that are shown as one cell.
        hidden_rows: The numbers of hidden rows.
        hidden_columns: The numbers of hidden columns.
        state: `visible`, `hidden` or `veryHidden`.
        filtered: The area with a filter.
        rules: Areas with conditional formatting.
        boxes: The lines of text boxes, by the number of the row at which they begin.
        repeated: The rows printed on each page, as `1:2`.
        table: The area of a table with a header.
        threads: Threaded comments, by the name of the cell.
    """

    rows: Sequence[Sequence[Value | MadeCell]]
    name: str = "Plan"
    merges: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    state: str = "visible"
    filtered: str = ""
    rules: Sequence[str] = ()
    boxes: Mapping[int, Sequence[str]] = field(default_factory=dict)
    repeated: str = ""
    table: str = ""
    threads: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Styles:
    """The looks that have been used, and the parts of them that a file lists."""

    codes: list[str] = field(default_factory=list)
    fonts: list[str] = field(default_factory=lambda: ["<font/>"])
    fills: list[str] = field(default_factory=lambda: [_pattern("none"), _pattern("gray125")])
    looks: list[str] = field(default_factory=lambda: ['<xf numFmtId="0" fontId="0" fillId="0"/>'])

    def number(self, cell: MadeCell) -> int:
        font = "".join(
            [
                "<b/>" if cell.is_bold else "",
                "<strike/>" if cell.is_struck else "",
                f"<color {_colour(cell.colour)}/>" if cell.colour else "",
            ]
        )
        fill = f'<patternFill patternType="solid"><fgColor {_colour(cell.fill)}/></patternFill>'
        number = int(cell.code) if cell.code.isdecimal() and len(cell.code) == 2 else self._code(cell.code)
        fill_id = _index(self.fills, f"<fill>{fill}</fill>") if cell.fill else 0
        font_id = _index(self.fonts, f"<font>{font}</font>") if font else 0
        look = f'<xf numFmtId="{number}" fontId="{font_id}" fillId="{fill_id}"/>'
        return _index(self.looks, look)

    def _code(self, code: str) -> int:
        return 0 if code == "General" else 164 + _index(self.codes, code)

    def xml(self) -> str:
        codes = "".join(
            f'<numFmt numFmtId="{164 + at}" formatCode={quoteattr(one)}/>' for at, one in enumerate(self.codes)
        )
        return (
            f'<styleSheet xmlns="{_MAIN}"><numFmts>{codes}</numFmts><fonts>{"".join(self.fonts)}</fonts>'
            f"<fills>{''.join(self.fills)}</fills><borders><border/></borders>"
            f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{''.join(self.looks)}</cellXfs>"
            '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        )


def make_workbook(
    path: Path,
    *sheets: MadeSheet,
    is_1904: bool = False,
    is_strict: bool = False,
    title: str = "",
    parts: Mapping[str, str] | None = None,
) -> Path:
    """Write a workbook; `parts` are added to it, or stand for those of the same name."""
    styles = _Styles()
    files: dict[str, str] = {}
    for number, sheet in enumerate(sheets, 1):
        files |= _sheet_files(number, sheet, styles)
    files |= {"xl/styles.xml": styles.xml(), "xl/workbook.xml": _workbook(sheets, is_1904=is_1904)}
    sheet_relations = [
        (f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)
    ]
    shared = [("rIdT", "theme", "theme/theme1.xml"), ("rIdX", "sharedStrings", "sharedStrings.xml")]
    files["xl/_rels/workbook.xml.rels"] = _relations(*sheet_relations, ("rIdS", "styles", "styles.xml"), *shared)
    files["_rels/.rels"] = _relations(
        ("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "core-properties", "docProps/core.xml")
    )
    files["docProps/core.xml"] = f'<core xmlns:dc="urn:dc"><dc:title>{escape(title)}</dc:title></core>'
    files["[Content_Types].xml"] = _content_types(files)
    files |= parts or {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, _in_strict(text) if is_strict else text)
    return path


def _sheet_files(number: int, sheet: MadeSheet, styles: _Styles) -> dict[str, str]:
    """The XML of a sheet, and of the parts that belong to it."""
    placed = [
        (f"{_letters(column)}{row}", row, cell if isinstance(cell, MadeCell) else MadeCell(cell))
        for row, cells in enumerate(sheet.rows, 1)
        for column, cell in enumerate(cells, 1)
    ]
    links = [(name, cell.link) for name, _, cell in placed if cell.link]
    relations = [(f"rIdL{at}", "hyperlink", url) for at, (_, url) in enumerate(links)]
    folder = f"xl/worksheets/_rels/sheet{number}.xml.rels"
    files = {f"xl/worksheets/sheet{number}.xml": _sheet(sheet, placed, links, styles)}
    notes = [(name, cell.note) for name, _, cell in placed if cell.note]
    for kind, text in (
        ("comments", _comments(notes) if notes else ""),
        ("threadedComment", _threads(sheet.threads) if sheet.threads else ""),
        ("drawing", _drawing(sheet.boxes) if sheet.boxes else ""),
        ("table", _table(sheet.table) if sheet.table else ""),
    ):
        if text:
            files[f"xl/{kind}{number}.xml"] = text
            relations.append((f"rId{kind}", kind, f"../{kind}{number}.xml"))
    if relations:
        files[folder] = _relations(*relations)
    return files


def _sheet(
    sheet: MadeSheet, placed: list[tuple[str, int, MadeCell]], links: list[tuple[str, str]], styles: _Styles
) -> str:
    rows = dict.fromkeys(range(1, len(sheet.rows) + 1), "")
    for name, row, cell in placed:
        rows[row] += _cell(name, cell, styles)
    hidden = ['hidden="1"' if row in sheet.hidden_rows else "" for row in rows]
    data = "".join(
        f'<row r="{row}" {mark}>{text}</row>' for (row, text), mark in zip(rows.items(), hidden, strict=True)
    )
    columns = "".join(f'<col min="{one}" max="{one}" width="9" hidden="1"/>' for one in sheet.hidden_columns)
    rules = "".join(f'<conditionalFormatting sqref="{area}"><cfRule/></conditionalFormatting>' for area in sheet.rules)
    linked = "".join(f'<hyperlink ref="{name}" r:id="rIdL{at}"/>' for at, (name, _) in enumerate(links))
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merges)
    return (
        f'<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        + (f"<cols>{columns}</cols>" if columns else "")
        + f"<sheetData>{data}</sheetData>"
        + (f'<autoFilter ref="{sheet.filtered}"/>' if sheet.filtered else "")
        + (f"<mergeCells>{merged}</mergeCells>" if merged else "")
        + rules
        + (f"<hyperlinks>{linked}</hyperlinks>" if linked else "")
        + "</worksheet>"
    )


def _cell(name: str, cell: MadeCell, styles: _Styles) -> str:
    number = styles.number(cell)
    if cell.value is None and not cell.xml and not cell.formula and not number:
        return ""
    kind, inner = (cell.kind, cell.xml) if cell.xml else _write_value(cell.value)
    formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    kind = "str" if formula and kind == "inlineStr" else kind
    inner = f"<v>{escape(str(cell.value))}</v>" if kind == "str" and not cell.xml else inner
    return f'<c r="{name}" s="{number}" t="{kind}">{formula}{inner}</c>'


def _write_value(value: Value) -> tuple[str, str]:
    if value is None:
        return "n", ""
    if isinstance(value, bool):
        return "b", f"<v>{int(value)}</v>"
    if isinstance(value, date):
        return "n", f"<v>{(value - date(1899, 12, 30)).days}</v>"
    if isinstance(value, str):
        return "inlineStr", f'<is><t xml:space="preserve">{escape(value)}</t></is>'
    return "n", f"<v>{value!r}</v>"


def _workbook(sheets: Sequence[MadeSheet], *, is_1904: bool) -> str:
    names = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{at}" state="{sheet.state}" r:id="rId{at}"/>'
        for at, sheet in enumerate(sheets, 1)
    )
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">Plan!${rows}</definedName>'
        for at, sheet in enumerate(sheets)
        if (rows := sheet.repeated.replace(":", ":$"))
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(is_1904)}"/>'
        f"<sheets>{names}</sheets><definedNames>{titles}</definedNames></workbook>"
    )


def _comments(notes: list[tuple[str, str]]) -> str:
    inner = "".join(
        f'<comment ref="{name}"><text><r><t>{escape(note)}</t></r></text></comment>' for name, note in notes
    )
    return f'<comments xmlns="{_MAIN}"><commentList>{inner}</commentList></comments>'


def _threads(threads: Mapping[str, str]) -> str:
    inner = "".join(
        f'<threadedComment ref="{name}"><text>{escape(text)}</text></threadedComment>' for name, text in threads.items()
    )
    return f"<ThreadedComments>{inner}</ThreadedComments>"


def _table(area: str) -> str:
    return f'<table xmlns="{_MAIN}" ref="{area}"><autoFilter ref="{area}"/></table>'


def _drawing(boxes: Mapping[int, Sequence[str]]) -> str:
    anchors = ""
    for row, lines in boxes.items():
        text = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
        place = f"<xdr:from><xdr:col>0</xdr:col><xdr:row>{row - 1}</xdr:row></xdr:from>"
        anchors += f"<xdr:twoCellAnchor>{place}<xdr:sp><xdr:txBody>{text}</xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
    return f"<xdr:wsDr {_DRAWING}>{anchors}</xdr:wsDr>"


def _relations(*relations: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target={quoteattr(target)}'
        f"{_EXTERNAL if kind == 'hyperlink' else ''}/>"
        for key, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'


def _content_types(files: Mapping[str, str]) -> str:
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = {"xl/workbook.xml": f"{base}.sheet.main+xml", "xl/styles.xml": f"{base}.styles+xml"}
    kinds |= {name: f"{base}.worksheet+xml" for name in files if name.startswith("xl/worksheets/sheet")}
    kinds |= {name: f"{base}.comments+xml" for name in files if name.startswith("xl/comments")}
    inner = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )


def _in_strict(text: str) -> str:
    for usual, strict in _STRICT.items():
        text = text.replace(usual, strict)
    return text


def _pattern(kind: str) -> str:
    return f'<fill><patternFill patternType="{kind}"/></fill>'


def _colour(text: str) -> str:
    return text if "=" in text else f'rgb="FF{text}"'


def _index(things: list[str], thing: str) -> int:
    if thing not in things:
        things.append(thing)
    return things.index(thing)


def _letters(column: int) -> str:
    return _letters((column - 1) // 26) + chr(ord("A") + (column - 1) % 26) if column else ""
