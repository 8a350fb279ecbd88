"""A workbook as a document: its sheets in order, each a table, with the text boxes that are drawn on it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.document import Block, Remark, SourceDocument, SourcePlace, UnreadableError
from tcplan.importing.readers.archive import Archive, too_large
from tcplan.importing.readers.excel.cell_names import read_area
from tcplan.importing.readers.excel.cell_values import CellReader
from tcplan.importing.readers.excel.colours import Palette, read_indexed, read_theme
from tcplan.importing.readers.excel.notes import read_notes
from tcplan.importing.readers.excel.parts import Relation, is_on, parts_of_kind, read_plain_tree, read_relations
from tcplan.importing.readers.excel.sheet import SheetParts, build_table
from tcplan.importing.readers.excel.sheet_remarks import remark_on_sheet
from tcplan.importing.readers.excel.sheet_xml import read_sheet_xml
from tcplan.importing.readers.excel.strings import read_shared_strings
from tcplan.importing.readers.excel.styles import WorkbookStyles, read_style_sheet
from tcplan.importing.readers.excel.text_boxes import read_text_boxes
from tcplan.importing.readers.whole_numbers import read_whole

_MAX_SHEETS: Final = 500
_MAX_REPEATED: Final = 50


def read_excel(path: Path) -> SourceDocument:
    """The document in an Excel workbook; UnreadableError for what is none."""
    with Archive(path) as archive:
        return _WorkbookReader(archive, path.name).read()


@dataclass
class _WorkbookReader:
    archive: Archive
    name: str
    blocks: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> SourceDocument:
        part = _find_workbook(self.archive)
        workbook = read_plain_tree(self.archive, part)
        if workbook.tag != "workbook":
            raise _no_workbook()
        relations = read_relations(self.archive, part)
        cells = self._read_cells(workbook, relations)
        sheets = workbook.findall("sheets/sheet")
        if len(sheets) > _MAX_SHEETS:
            raise too_large("it has more sheets than a plan can have")
        for number, sheet in enumerate(sheets):
            title = sheet.get("name", f"Sheet{number + 1}")
            relation = relations.get(sheet.get("id", ""))
            if sheet.get("state", "visible") != "visible":
                self.remarks.append(
                    Remark(f"the sheet “{title}” is hidden and was not read", SourcePlace(f"sheet {title}"))
                )
            elif relation and relation.kind == "worksheet" and relation.target in self.archive:
                self._read_sheet(title, relation.target, cells, _repeated_rows(workbook, number))
            else:
                message = f"the sheet “{title}” has no cells, or is not in the file, and was not read"
                self.remarks.append(Remark(message, SourcePlace(f"sheet {title}")))
        return SourceDocument(self.name, tuple(self.blocks), _read_title(self.archive), tuple(self.remarks))

    def _read_cells(self, workbook: Element, relations: dict[str, Relation]) -> CellReader:
        """What all sheets share: the theme, the looks, and the strings."""
        theme = self._find_part(relations, "theme", "xl/theme/theme1.xml")
        palette = Palette(read_theme(read_plain_tree(self.archive, theme))) if theme else Palette()
        looks = WorkbookStyles()
        if part := self._find_part(relations, "styles", "xl/styles.xml"):
            styles = read_plain_tree(self.archive, part)
            palette = Palette(palette.theme, read_indexed(styles))
            looks = read_style_sheet(styles, palette)
        strings = self._find_part(relations, "sharedStrings", "xl/sharedStrings.xml")
        properties = workbook.find("workbookPr")
        is_1904 = properties is not None and is_on(properties.get("date1904"))
        return CellReader(
            read_shared_strings(self.archive, strings, palette) if strings else [], looks, palette, is_1904
        )

    def _find_part(self, relations: dict[str, Relation], kind: str, usual: str) -> str:
        """A part that the workbook names, or that has the usual name; empty where there is none."""
        named = parts_of_kind(relations, kind, self.archive)
        return named[0] if named else usual if usual in self.archive else ""

    def _read_sheet(self, name: str, part: str, cells: CellReader, repeated: set[int]) -> None:
        relations = read_relations(self.archive, part)
        raw = read_sheet_xml(self.archive, part, cells)
        parts = SheetParts(name, raw, read_notes(self.archive, relations), repeated=repeated)
        parts.urls = {key: one.target for key, one in relations.items() if one.is_outside}
        self._read_tables(relations, parts)
        self.remarks.extend(remark_on_sheet(parts))
        boxes = read_text_boxes(self.archive, relations, parts.part)
        # A box above rows is a title of theirs; one beside them is read after the sheet.
        beside = [box for box in boxes if box.row in parts.values or box.row > max(parts.values, default=0)]
        if parts.values:
            self.blocks.append(build_table(parts, [box for box in boxes if box not in beside]))
        self.blocks.extend(paragraph for box in beside for paragraph in box.paragraphs)

    def _read_tables(self, relations: dict[str, Relation], parts: SheetParts) -> None:
        """Note the headers of tables and of filters; a table may have a filter of its own."""
        for part in parts_of_kind(relations, "table", self.archive):
            table = read_plain_tree(self.archive, part)
            area = read_area(table.get("ref", ""))
            if area and table.find("autoFilter") is not None:
                parts.raw.filtered.append(area)
            elif area and table.get("headerRowCount", "1") != "0":
                parts.headers.append(area)
        parts.headers.extend(parts.raw.filtered)


def _find_workbook(archive: Archive) -> str:
    """The part that lists the sheets."""
    parts = parts_of_kind(read_relations(archive, ""), "officeDocument", archive) or ["xl/workbook.xml"]
    if parts[0].endswith(".bin"):
        raise UnreadableError("this is a binary Excel workbook (.xlsb)", "open it in Excel and save it as .xlsx")
    if parts[0] not in archive:
        raise UnreadableError(
            "this is not an Excel workbook", "open it in the program that made it and save it as .xlsx"
        )
    return parts[0]


def _no_workbook() -> UnreadableError:
    return UnreadableError(
        "this is not an Excel workbook", "open it in the program that it is from and save it as .xlsx"
    )


def _repeated_rows(workbook: Element, sheet: int) -> set[int]:
    """The rows of a sheet that are printed at the top of each page."""
    rows: set[int] = set()
    for name in workbook.iterfind("definedNames/definedName"):
        if name.get("name") == "_xlnm.Print_Titles" and name.get("localSheetId") == str(sheet):
            for area in (name.text or "").split(","):
                first, _, last = area.rpartition("!")[2].replace("$", "").partition(":")
                start, end = read_whole(first), read_whole(last)
                if 0 < start <= end < start + _MAX_REPEATED:
                    rows.update(range(start, end + 1))
    return rows


def _read_title(archive: Archive) -> str:
    for part in parts_of_kind(read_relations(archive, ""), "core-properties", archive):
        return (read_plain_tree(archive, part).findtext("title") or "").strip()
    return ""
