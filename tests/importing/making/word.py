"""Makes Word files out of pieces of XML: paragraphs, headings, numbered lists, and tables with spans and fills.

`write_word(path, heading("Career Development"), table(row(cell("1.1"), cell("Appoint a lead"))))`. Where a piece takes
text it takes runs too, as `run(...)` makes them, so that every trap can be set anywhere.
"""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape, quoteattr

NUMBERS: Final = 1
"""The list with the levels 1, 1.1, 1.1.1 in the files that are made here."""

BULLETS: Final = 2
"""The list of bullets."""

LETTERS: Final = 3
"""The list a), b), c)."""

_WIDTH: Final = 9000
_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES: Final = {"w": _MAIN}
_VAL: Final = f"{{{_MAIN}}}val"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": _MAIN,
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)


def run(text: str, properties: str = "") -> str:
    """Words that look alike; `properties` is XML such as `<w:b/>`. Line breaks and tabs become those of Word."""
    inner = "".join(_words(line, at) for at, line in enumerate(text.split("\n")))
    return f"<w:r>{wrapped('rPr', properties)}{inner}</w:r>"


def paragraph(*words: str, style: str = "", properties: str = "") -> str:
    """A paragraph of texts and runs."""
    inner = (f"<w:pStyle w:val={quoteattr(style)}/>" if style else "") + properties
    return f"<w:p>{wrapped('pPr', inner)}{''.join(_as_run(one) for one in words)}</w:p>"


def heading(*words: str, level: int = 1, properties: str = "") -> str:
    """A heading."""
    return paragraph(*words, style=f"Heading{level}", properties=properties)


def item(*words: str, level: int = 0, number: int = NUMBERS, style: str = "") -> str:
    """An item of a list; `level` begins with 0, as in Word."""
    return paragraph(*words, style=style, properties=list_properties(number, level))


def list_properties(number: int, level: int = 0) -> str:
    """The properties of a paragraph that is an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def table(*rows: str, properties: str = "", columns: int = 0) -> str:
    """A table of rows; without the number of its columns, they are counted."""
    inner = properties or f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/>'
    columns = columns or max((_count_columns(one) for one in rows), default=1)
    grid = f'<w:gridCol w:w="{_WIDTH // columns}"/>' * columns
    return f"<w:tbl>{wrapped('tblPr', inner)}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, before: int = 0, is_header: bool = False, properties: str = "") -> str:
    """A row of cells and texts; `before` is the number of columns that it begins late."""
    inner = (f'<w:gridBefore w:val="{before}"/>' if before else "") + ("<w:tblHeader/>" if is_header else "")
    return f"<w:tr>{wrapped('trPr', inner + properties)}{''.join(_as_cell(one) for one in cells)}</w:tr>"


def cell(*blocks: str, columns: int = 1, merged: str = "", fill: str = "", properties: str = "") -> str:
    """A cell of blocks and texts; `merged` is `restart` where a merged cell begins, and `continue` below."""
    inner = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    inner += f'<w:vMerge w:val="{merged}"/>' if merged else ""
    inner += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    content = "".join(one if _is_block(one) else paragraph(one) for one in blocks) or paragraph()
    # Word asks for a paragraph at the end of each cell.
    content += paragraph() if content.endswith("</w:tbl>") else ""
    return f"<w:tc>{wrapped('tcPr', inner + properties)}{content}</w:tc>"


def rows_of(*texts: tuple[str, ...]) -> str:
    """A table of plain texts, the first row of which is the header."""
    return table(row(*texts[0], is_header=True), *(row(*one) for one in texts[1:]))


def link(text: str, relationship: str) -> str:
    """Words that lead to the address of a relationship, which `write_word` takes as `links`."""
    return f'<w:hyperlink r:id="{relationship}">{run(text)}</w:hyperlink>'


def control(content: str, properties: str = "", *, is_prompt: bool = False) -> str:
    """A content control around runs, paragraphs, cells or rows."""
    inner = properties + ("<w:showingPlcHdr/>" if is_prompt else "")
    return f"<w:sdt><w:sdtPr>{inner}</w:sdtPr><w:sdtContent>{_as_run(content)}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str, form: str = "") -> str:
    """A field with its result, both in runs of their own."""
    begin = f'<w:fldChar w:fldCharType="begin">{form}</w:fldChar>'
    return (
        f"<w:r>{begin}</w:r><w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_as_run(result) if result else ""}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(*blocks: str) -> str:
    """A run with a text box, and the copy of it for older programs."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    new = f"<w:drawing>{_ANCHOR}<a:graphic>{_SHAPE}<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
    new += "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    old = f'<w:pict><v:shape style="width:200pt;height:50pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def style(style_id: str, inner: str = "", *, name: str = "", kind: str = "paragraph", based_on: str = "") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    named = f'<w:name w:val="{name or style_id}"/>'
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{named}{base}{inner}</w:style>'


def level(at: int, text: str, number_format: str = "decimal", inner: str = "", start: int = 1) -> str:
    """A level of a list."""
    form = f'<w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
    return f'<w:lvl w:ilvl="{at}">{form}{inner}<w:lvlText w:val={quoteattr(text)}/></w:lvl>'


def definition(family: int, *levels: str) -> str:
    """A definition of lists."""
    return f'<w:abstractNum w:abstractNumId="{family}">{"".join(levels)}</w:abstractNum>'


def number_list(number: int, family: int, inner: str = "") -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{family}"/>{inner}</w:num>'


_ANCHOR: Final = (
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="2540000" cy="635000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Text box"/>'
)
_SHAPE: Final = (
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2540000" cy="635000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
)

STYLES: Final = "".join(
    [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        style("Title", name="Title", based_on="Normal"),
        *(
            style(f"Heading{at}", f'<w:pPr><w:outlineLvl w:val="{at - 1}"/></w:pPr>', name=f"heading {at}")
            for at in range(1, 7)
        ),
        style("ListParagraph", name="List Paragraph", based_on="Normal"),
        style("Hyperlink", '<w:rPr><w:color w:val="0563C1"/></w:rPr>', kind="character"),
        style("PlaceholderText", name="Placeholder Text", kind="character"),
    ]
)
"""The styles of the files that are made here."""

NUMBERING: Final = "".join(
    [
        definition(1, *(level(at, ".".join(f"%{part}" for part in range(1, at + 2))) for at in range(5))),
        definition(2, *(level(at, "•", "bullet") for at in range(5))),
        definition(3, *(level(at, f"%{at + 1})", "lowerLetter") for at in range(5))),
        *(number_list(number, number) for number in (NUMBERS, BULLETS, LETTERS)),
    ]
)
"""The lists of the files that are made here. Word wants all definitions before all lists."""


def write_word(  # noqa: PLR0913 - a Word file has this many parts
    path: Path,
    *blocks: str,
    styles: str = "",
    numbering: str = NUMBERING,
    links: Mapping[str, str] | None = None,
    title: str = "",
    parts: Mapping[str, str] | None = None,
) -> Path:
    """Write a Word file.

    Args:
        path: Where to.
        *blocks: Its paragraphs and tables.
        styles: Styles besides `STYLES`.
        numbering: Its lists, instead of `NUMBERING`.
        links: Addresses by the ids of their relationships.
        title: The title in its properties.
        parts: Other parts by their kind, such as `footnotes`: what is in their root element.
    """
    own = {"styles": STYLES + styles, "numbering": numbering} | dict(parts or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _content_types(list(own)))
        document = _relationship("rId1", "officeDocument", "word/document.xml")
        file.writestr("_rels/.rels", _relationships([document, _CORE]))
        file.writestr("docProps/core.xml", _core(title))
        # Word shows tables with nothing between them as one, and LibreOffice makes one of them.
        body = "".join(blocks).replace("</w:tbl><w:tbl>", f"</w:tbl>{paragraph()}<w:tbl>")
        file.writestr("word/document.xml", part("document", f"<w:body>{body}<w:sectPr/></w:body>"))
        file.writestr("word/_rels/document.xml.rels", _relationships(_of_document(list(own), links or {})))
        for kind, content in own.items():
            whole = content if content.startswith("<?xml") else part(kind, content)
            file.writestr(f"word/{kind}.xml", whole)
    return path


def part(kind: str, content: str) -> str:
    """A part of a Word file; the name of its root element is its kind."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{kind} {NAMESPACES}>{content}</w:{kind}>'


def wrapped(name: str, inner: str) -> str:
    """An element around others; nothing around nothing."""
    return f"<w:{name}>{inner}</w:{name}>" if inner else ""


def _count_columns(row: str) -> int:
    """The columns of a row, at most those of a table; LibreOffice lays tables out by its grid."""
    element = fromstring(f"<x {NAMESPACES}>{row}</x>")  # noqa: S314 - made here
    before = sum(int(one.get(_VAL, "0")) for one in element.findall("w:tr/w:trPr/w:gridBefore", _NAMES))
    spans = [one.find("w:tcPr/w:gridSpan", _NAMES) for one in element.findall("w:tr/w:tc", _NAMES)]
    return min(before + sum(1 if one is None else int(one.get(_VAL, "1")) for one in spans), 63) or 1


def _words(line: str, at: int) -> str:
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in line.split("\t"))
    return ("<w:br/>" if at else "") + pieces


def _is_block(text: str) -> bool:
    return text.startswith(("<w:p>", "<w:tbl>", "<w:sdt><w:sdtPr>")) and ("<w:p>" in text)


def _as_run(text: str) -> str:
    return text if text.startswith("<") else run(text)


def _as_cell(text: str) -> str:
    return text if text.startswith(("<w:tc>", "<w:sdt>")) else cell(text)


_CORE: Final = (
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
)


def _core(title: str) -> str:
    names = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"<cp:coreProperties {names}><dc:title>{escape(title)}</dc:title></cp:coreProperties>"


def _content_types(kinds: list[str]) -> str:
    overrides = {"/word/document.xml": f"{_WORD}.document.main+xml"}
    overrides |= {f"/word/{kind}.xml": f"{_WORD}.{kind}+xml" for kind in kinds}
    overrides["/word/theme.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{listed}</Types>'


def _of_document(kinds: list[str], links: Mapping[str, str]) -> list[str]:
    own = [_relationship(f"part{at}", kind, f"{kind}.xml") for at, kind in enumerate(kinds)]
    outside = [
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target={quoteattr(url)} TargetMode="External"/>'
        for name, url in links.items()
    ]
    return own + outside


def _relationship(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relationships(entries: list[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'
