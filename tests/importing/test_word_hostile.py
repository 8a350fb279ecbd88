"""Hostile Word documents end soon, and in a sentence: nothing is fetched, run, expanded or followed."""

import zipfile
from pathlib import Path

import pytest
from importing.making.word import NAMESPACES, field, paragraph, row, run, style, table, write_word

from tcplan.importing.document import UnreadableError, paragraphs_in
from tcplan.importing.readers.opening import open_document

pytestmark = pytest.mark.unmeasured


def with_body(folder: Path, body: str, head: str = "") -> Path:
    """A Word file of nothing but this body."""
    path = folder / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"{head}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return path


def refusal(path: Path) -> str:
    """Why a document is not read."""
    with pytest.raises(UnreadableError) as caught:
        open_document(path)
    return caught.value.message


def texts(path: Path) -> list[str]:
    """The texts of a document."""
    return [one.text for one in paragraphs_in(open_document(path).blocks)]


def test_a_million_cells_are_refused(tmp_path: Path) -> None:
    """A table that no plan comes near is refused when the limit is reached."""
    line = f"<w:tr>{'<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>' * 100}</w:tr>"
    assert "more text and cells" in refusal(with_body(tmp_path, f"<w:tbl>{line * 10_000}</w:tbl>"))


def test_very_many_paragraphs_and_cells_are_refused(tmp_path: Path) -> None:
    """What could be read, and would then keep the finder of plans busy for long, is refused too."""
    assert "more text and cells" in refusal(with_body(tmp_path, "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 61_000))
    assert "more text and cells" in refusal(with_body(tmp_path, f"<w:tbl>{row('') * 61_000}</w:tbl>"))


def test_entities_are_refused(tmp_path: Path) -> None:
    """A DOCTYPE is refused, whether it would expand, fetch a file, or do nothing."""
    for inside in ('<!ENTITY a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">', ""):
        path = with_body(tmp_path, paragraph("&a;"), head=f"<!DOCTYPE x [{inside}]>")
        assert "DOCTYPE" in refusal(path)


def test_tables_in_tables_without_end_are_refused(tmp_path: Path) -> None:
    """Nesting that no program writes is refused."""
    body = "<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000
    assert "nested deeper" in refusal(with_body(tmp_path, body))
    assert texts(with_body(tmp_path, "<w:tbl><w:tr><w:tc>" * 60 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 60)) == [
        "x"
    ]


def test_fields_that_never_end_are_read_soon(tmp_path: Path) -> None:
    """Thousands of fields that are opened and never closed hide nothing."""
    opened = field("REF x", "x").replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
    assert texts(with_body(tmp_path, paragraph(*[opened] * 5_000))) == ["x" * 5_000]


def test_styles_in_a_long_chain_are_read_soon(tmp_path: Path) -> None:
    """Thousands of styles, each based on the next, are followed as far as Word follows them."""
    styles = "".join(style(f"S{at}", based_on=f"S{at + 1}") for at in range(5000))
    blocks = [paragraph("x", style=f"S{at}") for at in range(2000)]
    assert len(texts(write_word(tmp_path / "plan.docx", *blocks, styles=styles))) == 2000


def test_a_note_that_is_named_often_is_told_once(tmp_path: Path) -> None:
    """A comment of many words with thousands of marks is one note."""
    marks = '<w:r><w:commentReference w:id="1"/></w:r>' * 10_000
    parts = {"comments": f'<w:comment w:id="1">{paragraph("words " * 1000)}</w:comment>'}
    document = open_document(write_word(tmp_path / "plan.docx", paragraph("x", marks), parts=parts))
    (found,) = paragraphs_in(document.blocks)
    assert len(found.notes) == 1


def test_numbers_are_never_long(tmp_path: Path) -> None:
    """What a list shows before each item is cut where no list of a person goes."""
    made = f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="{"x" * 100_000}"/></w:lvl>'
    made += '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    numbered = paragraph("x", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    document = open_document(write_word(tmp_path / "plan.docx", numbered, numbering=made))
    assert [len(one.number) for one in paragraphs_in(document.blocks)] == [100]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://127.0.0.1:9/x", "../../../../etc/passwd", "/x"])
def test_what_a_document_refers_to_is_not_followed(tmp_path: Path, target: str) -> None:
    """Parts that are outside of the file, or are not there, are as if they were not named."""
    path = write_word(tmp_path / "plan.docx", paragraph("x"))
    outside = tmp_path / "outside.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(outside, "w") as file:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("document.xml.rels"):
                content = content.replace(b'Target="styles.xml"', f'Target="{target}" TargetMode="External"'.encode())
                content = content.replace(b'Target="numbering.xml"', f'Target="{target}"'.encode())
            file.writestr(name, content)
    assert texts(outside) == ["x"]


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/><w:tbl/><w:sdt/><w:p><w:r/></w:p>",
        "<w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="9"/></w:numPr></w:pPr></w:p>',
        '<w:p><w:pPr><w:outlineLvl w:val="-5"/><w:pStyle/></w:pPr></w:p>',
        '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-3"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        "<w:p><w:r><w:sym/></w:r></w:p>",
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="zz"/><w:shd/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
        '<w:p><w:r><w:fldChar/><w:fldChar w:fldCharType="end"/><w:instrText/></w:r></w:p>',
        '<w:p><w:r><w:footnoteReference/><w:commentReference w:id="7"/></w:r></w:p>',
        "<mc:AlternateContent/><w:p><mc:AlternateContent><mc:Choice/></mc:AlternateContent></w:p>",
        '<w:p><w:hyperlink r:id="none"><w:r><w:t/></w:r></w:hyperlink></w:p>',
    ],
)
def test_what_is_incomplete_is_read_as_far_as_it_goes(tmp_path: Path, body: str) -> None:
    """Elements without what they need are as if they were not there."""
    assert texts(with_body(tmp_path, body + paragraph("x"))) == ["x"]


def test_a_style_that_is_based_on_itself_is_a_style(tmp_path: Path) -> None:
    """A circle of styles ends."""
    styles = style("A", based_on="B") + style("B", "<w:rPr><w:strike/></w:rPr>", based_on="A")
    made = write_word(tmp_path / "plan.docx", paragraph("x", style="A"), table(row(run("y"))), styles=styles)
    assert texts(made) == ["", "y"]
