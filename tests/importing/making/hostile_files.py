"""Files that would hang, fill or trick a program that reads them carelessly."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from importing.making import word
from importing.making.excel import MadeSheet, make_workbook
from importing.making.old_office import old_office_file

HEADER: Final = ("Ref", "Action", "Owner", "Due")
ROWS: Final = [
    ("1.1", "Publish a directory of technical staff", "Head of Workshops", "June 2026"),
    ("1.2", "Hold an open day in the workshops", "Outreach Office", "December 2026"),
    ("1.3", "Pay the fees of registration", "Finance", "Ongoing"),
]
_LAUGHS: Final = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 50}">' for before, name in zip("abcdefg", "bcdefgh", strict=True))
    + '<!ENTITY far SYSTEM "http://127.0.0.1:9/x">]>'
)
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_ALL_READ: Final = 9.0
"""How long ten thousand actions take that are read, written and checked."""

_BODY: Final = f"<w:document {word.NAMESPACES}><w:body>"


class HostileFile(NamedTuple):
    """A file: how it is made, and whether its plan is read nevertheless; `says` is in the sentence where it is not."""

    write: Callable[[Path], object]
    has_plan: bool = False
    says: str = ""
    seconds: float = 5.0


def _docx(path: Path, body: str, head: str = "", **more: str) -> None:
    """A Word file of nothing but this body, and of more parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"{head}<w:document {word.NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in more.items():
            file.writestr(name, content)


def _xlsx(path: Path, sheet: str, head: str = "", **more: str) -> None:
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = f'{head}<worksheet xmlns="{name}"><sheetData>{sheet}</sheetData></worksheet>'
    make_workbook(path, MadeSheet([HEADER, *ROWS]), parts={"xl/worksheets/sheet1.xml": part, **more})


def _sheet_row(number: int, texts: tuple[str, ...]) -> str:
    cells = (f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in enumerate(texts))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _write_bomb(path: Path, name: str, head: str, inner: bytes) -> None:
    """A part that is small in the file and two hundred megabytes out of it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file, file.open(name, "w") as part:
        part.write(head.encode())
        for _ in range(200):
            part.write(inner * (1_000_000 // len(inner)))


def _write_lying_bomb(path: Path) -> None:
    """The same, with a list of contents that says it is small."""
    _write_bomb(path, "word/document.xml", _BODY, b"<w:p/>")
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 1000)
    path.write_bytes(data)


def _write_empty_rows(path: Path) -> None:
    """A plan with a hundred thousand rows below it that have borders and no words."""
    blank = "".join(
        f'<row r="{number}">' + "".join(f'<c r="{letter}{number}" s="0"/>' for letter in "ABCDEFGH") + "</row>"
        for number in range(5, 100_005)
    )
    plan = "".join(_sheet_row(number, texts) for number, texts in enumerate((HEADER, *ROWS), 1))
    _xlsx(path, plan + blank)


def _write_macros(path: Path) -> None:
    word.write_word(path, word.rows_of(HEADER, *ROWS), parts={"settings": ""})
    _add_parts(path, {"word/vbaProject.bin": old_office_file("VBA")}, "document.main+xml", "macroEnabled.main+xml")


def _write_macro_sheet(path: Path) -> None:
    make_workbook(path, MadeSheet([HEADER, *ROWS]))
    _add_parts(path, {"xl/vbaProject.bin": old_office_file("VBA")}, "sheet.main+xml", "sheet.macroEnabled.main+xml")


def _add_parts(path: Path, parts: dict[str, bytes], old: str, new: str) -> None:
    """Add parts to a file, and change its kind."""
    with zipfile.ZipFile(path) as file:
        every = {info.filename: file.read(info) for info in file.infolist()}
    types = every["[Content_Types].xml"]
    every["[Content_Types].xml"] = types.replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (every | parts).items():
            file.writestr(name, content)


def _write_outside(path: Path) -> None:
    """A template, a picture and an object that lie elsewhere."""
    url = "http://127.0.0.1:9"
    picture = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId7"/>'
    picture += "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    included = word.field(f'INCLUDETEXT "{url}/x.docx"', "") + word.field(f'DDEAUTO cmd "/c calc {url}"', "")
    word.write_word(
        path, word.paragraph(picture, included), word.rows_of(HEADER, *ROWS), links={"rId7": f"{url}/a.png"}
    )
    template = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" '
        f'Type="{_OFFICE}/attachedTemplate" Target="{url}/t.dotm" TargetMode="External"/></Relationships>'
    )
    _add_parts(path, {"word/_rels/settings.xml.rels": template.encode()}, "", "")


def _write_outside_sheet(path: Path) -> None:
    """A formula that asks a page, and a workbook elsewhere."""
    link = '<externalLink xmlns="x"><externalBook r:id="r"/></externalLink>'
    rows = "".join(_sheet_row(number, texts) for number, texts in enumerate((HEADER, *ROWS), 1))
    formula = '<row r="6"><c r="E6"><f>WEBSERVICE("http://127.0.0.1:9/x")</f></c></row>'
    _xlsx(path, rows + formula, **{"xl/externalLinks/externalLink1.xml": link})


def _write_outside_page(path: Path) -> None:
    url = "http://127.0.0.1:9"
    head = f'<base href="{url}/"><link rel="stylesheet" href="{url}/a.css"><style>@import "{url}/b.css";</style>'
    body = f'<script src="{url}/c.js"></script><img src="{url}/d.png"><iframe src="file:///etc/passwd"></iframe>'
    rows = "".join(f"<tr>{''.join(f'<td>{one}' for one in row)}" for row in (HEADER, *ROWS))
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}<table>{rows}</table>", "utf-8")


def _write_million_cells(path: Path) -> None:
    line = f"<w:tr>{'<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>' * 100}</w:tr>"
    _docx(path, f"<w:tbl>{line * 10_000}</w:tbl>")


def _many_rows(count: int) -> list[tuple[str, ...]]:
    return [
        HEADER,
        *((f"{at // 50 + 1}.{at % 50 + 1}", f"Meet team {at} of the schools", "HR", "2027") for at in range(count)),
    ]


def _write_long_table(path: Path) -> None:
    _docx(path, word.rows_of(*_many_rows(10_000)))


def _write_long_sheet(path: Path) -> None:
    make_workbook(path, MadeSheet(_many_rows(10_000)))


def _write_lines(path: Path, sign: str) -> None:
    path.write_text("".join(f"{sign.join(row)}\n" for row in _many_rows(10_000)), "utf-8")


def _write_long_page(path: Path) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{one}' for one in row)}" for row in _many_rows(10_000))
    path.write_text(f"<!DOCTYPE html><table>{rows}</table>", "utf-8")


def _write_large(path: Path, line: str) -> None:
    path.write_text(line * (50_000_000 // len(line)), "utf-8")


def _write_large_picture(path: Path) -> None:
    """A plan with a picture of fifty megabytes, which is never read."""
    word.write_word(path, word.rows_of(HEADER, *ROWS))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("word/media/image1.png", b"\x89PNG" * 12_500_000)


def _write_half(path: Path) -> None:
    word.write_word(path, word.rows_of(HEADER, *ROWS))
    path.write_bytes(path.read_bytes()[:-200])


def _write_old(path: Path, *streams: str) -> None:
    path.write_bytes(old_office_file(*streams))


HOSTILE: Final[dict[str, HostileFile]] = {
    "bomb.docx": HostileFile(
        lambda path: _write_bomb(path, "word/document.xml", _BODY, b"<w:p/>"), says="than a plan can"
    ),
    "lying-bomb.docx": HostileFile(_write_lying_bomb, says="damaged"),
    "blank-bomb.docx": HostileFile(
        lambda path: _write_bomb(path, "word/document.xml", _BODY, b" "), says="a text without end"
    ),
    "bomb.xlsx": HostileFile(
        lambda path: _write_bomb(path, "xl/workbook.xml", "<workbook>", b"<p/>"), says="than a plan can"
    ),
    "empty-rows.xlsx": HostileFile(_write_empty_rows, has_plan=True),
    "entities.docx": HostileFile(lambda path: _docx(path, word.paragraph("&h;"), head=_LAUGHS), says="DOCTYPE"),
    "entities.xlsx": HostileFile(lambda path: _xlsx(path, "&h;", head=_LAUGHS), says="DOCTYPE"),
    "entities.html": HostileFile(
        lambda path: path.write_text(f"{_LAUGHS}<html><p>&h;&far;</p></html>", "utf-8"), says="no plan was found"
    ),
    "macros.docm": HostileFile(_write_macros, has_plan=True),
    "macros.xlsm": HostileFile(_write_macro_sheet, has_plan=True),
    "outside.docx": HostileFile(_write_outside, has_plan=True),
    "outside.xlsx": HostileFile(_write_outside_sheet, has_plan=True),
    "outside.html": HostileFile(_write_outside_page, has_plan=True),
    "password.docx": HostileFile(lambda path: _write_old(path, "EncryptionInfo", "EncryptedPackage"), says="password"),
    "password.xlsx": HostileFile(lambda path: _write_old(path, "EncryptionInfo", "EncryptedPackage"), says="password"),
    "renamed.docx": HostileFile(lambda path: _write_old(path, "WordDocument", "1Table"), says="old format (.doc)"),
    "large.txt": HostileFile(lambda path: _write_large(path, "Publish a directory of technical staff.\n")),
    "large.csv": HostileFile(lambda path: _write_large(path, "1.1,Publish a directory,HR,2027\n")),
    "large.html": HostileFile(lambda path: _write_large(path, "<table><tr><td>1.1<td>Publish a page<td>HR</table>\n")),
    "one-line.txt": HostileFile(lambda path: _write_large(path, "words ")),
    "large-picture.docx": HostileFile(_write_large_picture, has_plan=True),
    "half.docx": HostileFile(_write_half, says="damaged"),
    "million-cells.docx": HostileFile(_write_million_cells, says="cells"),
    "long.docx": HostileFile(_write_long_table, seconds=_ALL_READ),
    "long.xlsx": HostileFile(_write_long_sheet, seconds=_ALL_READ),
    "long.csv": HostileFile(lambda path: _write_lines(path, ","), seconds=_ALL_READ),
    "long.txt": HostileFile(lambda path: _write_lines(path, "\t"), seconds=_ALL_READ),
    "long.html": HostileFile(_write_long_page, seconds=_ALL_READ),
}
"""Hostile files by their names; one without `says` may have a plan or a sentence, as long as it is soon."""
