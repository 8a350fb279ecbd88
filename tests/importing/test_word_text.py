"""The words of a Word document: what Word shows when all changes are accepted, and nothing else."""

import zipfile
from pathlib import Path

import pytest
from importing.making.word import (
    cell,
    control,
    field,
    item,
    link,
    paragraph,
    row,
    run,
    style,
    table,
    text_box,
    write_word,
)

from tcplan.importing.document import Paragraph, SourceLink, UnreadableError, paragraphs_in
from tcplan.importing.readers.word.document import read_word

_USUAL = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"


def texts(folder: Path, *blocks: str, styles: str = "") -> list[str]:
    """The texts of the paragraphs of a Word file with these blocks."""
    document = read_word(write_word(folder / "plan.docx", *blocks, styles=styles))
    return [one.text for one in paragraphs_in(document.blocks)]


def only(folder: Path, *blocks: str, links: dict[str, str] | None = None) -> Paragraph:
    """The only paragraph of a Word file with these blocks."""
    document = read_word(write_word(folder / "plan.docx", *blocks, links=links))
    (found,) = paragraphs_in(document.blocks)
    return found


def test_words_are_read_with_tabs_and_line_breaks(tmp_path: Path) -> None:
    """Tabs, line breaks and hyphens that keep words together are text; a hyphen for the end of a line is not."""
    hyphens = "<w:r><w:t>TC</w:t><w:noBreakHyphen/><w:t>07 tech</w:t><w:softHyphen/><w:t>nician</w:t></w:r>"
    assert texts(tmp_path, paragraph("one\ttwo\nthree"), paragraph(hyphens)) == ["one\ttwo\nthree", "TC-07 technician"]
    assert texts(tmp_path, paragraph("TC\u201107 tech\u00adnician\u200b")) == ["TC-07 technician"]


def test_line_ends_in_the_xml_are_spaces(tmp_path: Path) -> None:
    """A line end within the XML of a text is a space in Word."""
    assert texts(tmp_path, "<w:p><w:r><w:t>one\ntwo</w:t></w:r></w:p>") == ["one two"]


def test_the_title_is_that_of_the_properties(tmp_path: Path) -> None:
    """The title of the document is the one in its properties."""
    assert read_word(write_word(tmp_path / "plan.docx", paragraph("x"), title="Action  plan")).title == "Action plan"


@pytest.mark.parametrize("title", ["Microsoft Word - plan v3.doc", "Document1", "plan.docx", "Untitled", ""])
def test_a_title_that_a_program_made_up_is_none(tmp_path: Path, title: str) -> None:
    """The name of a file is not the title of a document."""
    assert read_word(write_word(tmp_path / "plan.docx", paragraph("x"), title=title)).title == ""


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("<w:ins>" + run("in") + "</w:ins>", "in"),
        ("<w:del><w:r><w:delText>out</w:delText></w:r></w:del>", ""),
        ("<w:del>" + run("out") + "</w:del>", ""),
        ("<w:ins><w:del>" + run("out") + "</w:del>" + run("in") + "</w:ins>", "in"),
        ("<w:moveFrom>" + run("moved") + "</w:moveFrom><w:moveTo>" + run("moved") + "</w:moveTo>", "moved"),
        ("<w:smartTag>" + run("in") + "</w:smartTag>", "in"),
        ("<w:customXml><w:ins>" + run("in") + "</w:ins></w:customXml>", "in"),
        ("<w:bdo>" + run("in") + "</w:bdo>", "in"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
        (
            "<w:r><w:ruby><w:rt>" + run("no") + "</w:rt><w:rubyBase>" + run("yes") + "</w:rubyBase></w:ruby></w:r>",
            "yes",
        ),
    ],
)
def test_changes_are_accepted(tmp_path: Path, words: str, text: str) -> None:
    """Inserted and moved words are in, deleted and moved-away ones are out, and what wraps words is nothing."""
    assert only(tmp_path, paragraph("a ", words, " z")).text.split() == ["a", *text.split(), "z"]


def test_a_deleted_end_joins_paragraphs(tmp_path: Path) -> None:
    """Where the end of a paragraph is deleted, moved away or hidden, the next one goes on."""
    for mark in ("<w:del/>", "<w:moveFrom/>", "<w:vanish/>"):
        first = paragraph("Appoint ", properties=f"<w:rPr>{mark}</w:rPr>")
        assert texts(tmp_path, first, first, paragraph("a lead"), paragraph("Next")) == [
            "Appoint Appoint a lead",
            "Next",
        ]
        assert texts(tmp_path, paragraph("One"), first) == ["One", "Appoint"]


@pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:rStyle w:val="Hidden"/>', '<w:vanish w:val="1"/>'])
def test_hidden_words_are_not_text(tmp_path: Path, properties: str) -> None:
    """Hidden words are out, also if their style hides them."""
    hidden = style("Hidden", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    blocks = [paragraph("seen", run(" hidden", properties)), paragraph("seen", run(" too", '<w:vanish w:val="0"/>'))]
    assert texts(tmp_path, *blocks, styles=hidden) == ["seen", "seen too"]


def test_a_style_that_hides_paragraphs_is_inherited(tmp_path: Path) -> None:
    """A paragraph whose style is based on one that hides its words is hidden."""
    styles = style("Base", "<w:rPr><w:vanish/></w:rPr>") + style("Derived", based_on="Base")
    assert texts(tmp_path, paragraph("hidden", style="Derived"), paragraph("seen"), styles=styles) == ["seen"]


def test_the_instruction_of_a_field_is_not_text(tmp_path: Path) -> None:
    """The result of a field is text, its instruction is not, also where fields hold each other."""
    nested = field("IF ", "no").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', field("REF x", "inner") + "%"
    )
    nested = nested.replace("%", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    assert only(tmp_path, paragraph("See ", field("REF _Ref1 \\h", "action 1.2"), nested)).text == "See action 1.2no"


def test_a_field_that_is_broken_hides_nothing(tmp_path: Path) -> None:
    """A field that never ends does not swallow the rest of the document."""
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>'
    stray = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(tmp_path, paragraph(broken), paragraph("still here"), paragraph(stray, "and here")) == [
        "still here",
        "and here",
    ]


def test_links_keep_their_addresses(tmp_path: Path) -> None:
    """A link is its words and its address, by relationship or by field; one within the document is words alone."""
    words = [link("the minutes", "rId9"), ", ", field(' HYPERLINK "https://example.ac.uk/b" \\o "x"', "the page")]
    anchor = f'<w:hyperlink w:anchor="_Toc1">{run("above")}</w:hyperlink>'
    section = f'<w:hyperlink r:id="rId9" w:anchor="part">{run("a part")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr="HYPERLINK https://example.ac.uk/c">{run("simple")}</w:fldSimple>'
    local = field(' HYPERLINK \\l "_Toc1"', "below")
    found = only(tmp_path, paragraph(*words, anchor, simple, local, section), links={"rId9": "https://example.ac.uk/a"})
    assert found.text == "the minutes, the pageabovesimplebelowa part"
    assert found.links == (
        SourceLink("the minutes", "https://example.ac.uk/a"),
        SourceLink("the page", "https://example.ac.uk/b"),
        SourceLink("simple", "https://example.ac.uk/c"),
        SourceLink("a part", "https://example.ac.uk/a#part"),
    )


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="Gone"/>'])
def test_struck_out_words_are_told_apart(tmp_path: Path, mark: str) -> None:
    """Words that are struck out are not in the text, and are told."""
    gone = style("Gone", "<w:rPr><w:strike/></w:rPr>", kind="character")
    block = paragraph("by March ", run("2025", mark), run(" or May", mark), " 2026 ", run("!", mark))
    document = read_word(write_word(tmp_path / "plan.docx", block, styles=gone))
    (found,) = paragraphs_in(document.blocks)
    assert (found.text, found.struck) == ("by March 2026", ("2025 or May", "!"))


def test_a_paragraph_that_is_struck_out_stays_without_text(tmp_path: Path) -> None:
    """A struck-out paragraph can be asked about."""
    found = only(tmp_path, paragraph(run("all of it", "<w:strike/>")))
    assert (found.text, found.struck) == ("", ("all of it",))


def test_bold_and_colour_count_if_all_words_have_them(tmp_path: Path) -> None:
    """A paragraph is bold, or has a colour, if all its words do; a bold word in a bold style is not bold."""
    bold, red = "<w:b/>", '<w:color w:val="FF0000"/>'
    styles = style("Strong", "<w:rPr><w:b/></w:rPr>") + style("Em", "<w:rPr><w:b/></w:rPr>", kind="character")
    blocks = [
        paragraph(run("one", bold + red), " ", run("two", bold + red)),
        paragraph(run("one", bold + red), "two"),
        paragraph("one", style="Strong"),
        paragraph(run("one", '<w:rStyle w:val="Em"/>'), style="Strong"),
        paragraph(run("one", '<w:color w:val="auto"/>'), run("two", '<w:color w:val="000000"/>')),
    ]
    document = read_word(write_word(tmp_path / "plan.docx", *blocks, styles=styles))
    found = [(one.is_bold, one.colour) for one in paragraphs_in(document.blocks)]
    assert found == [(True, "ff0000"), (False, ""), (True, ""), (False, ""), (False, "")]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="6C"/></w:r>', "●"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
        ('<w:r><w:sym w:font="Arial" w:char="2022"/></w:r>', "•"),
        ('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>', ""),
        (run("l", '<w:rFonts w:ascii="Wingdings"/>'), "●"),
        (run("\uf0fe", '<w:rFonts w:hAnsi="Wingdings"/>'), "☑"),
        (run("Action plan", '<w:rFonts w:ascii="Wingdings"/>'), "Action plan"),
    ],
)
def test_letters_of_fonts_of_symbols_are_the_signs_that_are_seen(tmp_path: Path, words: str, text: str) -> None:
    """A sign is what is seen, whether it is an element or a letter in a font of symbols."""
    assert "".join(texts(tmp_path, paragraph(words))) == text


def test_a_coloured_dot_has_its_colour(tmp_path: Path) -> None:
    """The colour of a dot is that of its paragraph."""
    words = '<w:r><w:rPr><w:color w:val="00B050"/></w:rPr><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'
    assert only(tmp_path, paragraph(words)).colour == "00b050"


def test_the_copy_of_a_text_box_for_older_programs_is_not_text(tmp_path: Path) -> None:
    """A text box is read once, as blocks of its own place, after the paragraph where it is anchored."""
    box = text_box(paragraph("Pillar one"), paragraph("People"))
    document = read_word(write_word(tmp_path / "plan.docx", paragraph("before", box), paragraph("after")))
    found = [(one.text, one.place.part, one.place.line) for one in paragraphs_in(document.blocks)]
    assert found == [("before", "", 1), ("Pillar one", "text box 1", 1), ("People", "text box 1", 2), ("after", "", 2)]


def test_notes_hang_on_their_paragraph(tmp_path: Path) -> None:
    """Footnotes, endnotes and comments are notes of the paragraph, not text in it."""
    references = "<w:footnoteReference/>", "<w:endnoteReference/>", "<w:commentReference/>"
    runs = [f"<w:r>{one[:-2]} w:id='{at}'/></w:r>" for at, one in enumerate(references, start=1)]
    parts = {
        "footnotes": f"<w:footnote w:id='0'>{paragraph('-')}</w:footnote><w:footnote w:id='1'>{paragraph('As of May')}"
        "</w:footnote>",
        "endnotes": f"<w:endnote w:id='2'>{paragraph('See page 2')}</w:endnote>",
        "comments": f"<w:comment w:id='3' w:author='x'>{paragraph('Is this')}{paragraph('right?')}</w:comment>",
    }
    document = read_word(write_word(tmp_path / "plan.docx", paragraph("Text", *runs), parts=parts))
    (found,) = paragraphs_in(document.blocks)
    assert (found.text, found.notes) == ("Text", ("As of May", "See page 2", "Is this\nright?"))


def test_headers_footers_and_sections_are_not_text(tmp_path: Path) -> None:
    """What is repeated on each page is not part of the plan."""
    parts = {"header1": paragraph("Draft"), "footer1": paragraph("Page 1")}
    section = paragraph("One", properties="<w:sectPr><w:headerReference/></w:sectPr>")
    document = read_word(write_word(tmp_path / "plan.docx", section, paragraph("Two"), parts=parts))
    assert [one.text for one in paragraphs_in(document.blocks)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"header": paragraph("University of Northmoor, draft 3")}, ["University of Northmoor, draft 3"]),
        ({"header": paragraph("Draft 3"), "footer": paragraph("Reviewed in May")}, ["Draft 3", "Reviewed in May"]),
        ({"footer": paragraph("Page 1 of 3")}, []),
        ({"footer": paragraph("3")}, []),
        ({"header": paragraph("The  action plan")}, []),
        ({"header": table(row(cell("Confidential"), cell("Page 2")))}, ["Confidential"]),
        ({"header": paragraph(text_box(paragraph("Owner of this plan: HR")))}, ["Owner of this plan: HR"]),
    ],
)
def test_what_headers_and_footers_hold_beside_page_numbers_is_told(
    tmp_path: Path, parts: dict[str, str], told: list[str]
) -> None:
    """It may say whose plan it is, or when it was reviewed; what the text says too is not told again."""
    document = read_word(write_word(tmp_path / "plan.docx", paragraph("The action plan"), parts=parts))
    said = ", ".join(f"“{one}”" for one in told)
    expected = [f"what stands at the top or bottom of the pages was left out: {said}"] if told else []
    assert [one.message for one in document.remarks] == expected


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def math(inner: str) -> str:
    """An equation."""
    return f"<m:oMath {MATH}>{inner}</m:oMath>"


def signs(text: str) -> str:
    """Signs of an equation."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (signs("n≥30"), "n≥30"),
        (f"<m:f><m:num>{signs('trained')}</m:num><m:den>{signs('all')}</m:den></m:f>", "trained/all"),
        (f"<m:sSup><m:e>{signs('x')}</m:e><m:sup>{signs('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:f><m:fPr/><m:num>{signs('1')}</m:num><m:den>{signs('3')}</m:den></m:f>{signs('+2')}", "1/3+2"),
        (f"<m:d><m:e>{signs('a')}</m:e></m:d>", "a"),
    ],
)
def test_the_signs_of_an_equation_are_text(tmp_path: Path, inner: str, text: str) -> None:
    """Between words, and alone in a paragraph of equations."""
    alone = f"<w:p><m:oMathPara {MATH}>{math(inner)}</m:oMathPara></w:p>"
    document = read_word(write_word(tmp_path / "plan.docx", paragraph("Reach ", math(inner), run(" soon")), alone))
    assert [one.text for one in paragraphs_in(document.blocks)] == [f"Reach {text} soon", text]


def test_what_is_embedded_is_told(tmp_path: Path) -> None:
    """An embedded file, a subdocument and pictures are not read, and that is told."""
    picture = "<w:r><w:drawing><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></w:drawing></w:r>"
    worksheet = "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>"
    blocks = [paragraph("x", picture), paragraph(worksheet), "<w:altChunk/>", "<w:subDoc/>"]
    told = [one.message for one in read_word(write_word(tmp_path / "plan.docx", *blocks)).remarks]
    assert ["embedded in the document" in told[0], "subdocument" in told[1]] == [True, True]
    assert told[2:] == ["1 picture was not read", "1 embedded worksheet or object was not read"]


def test_pictures_alone_are_no_document(tmp_path: Path) -> None:
    """A document that holds a scan of a plan says so; one that holds nothing is empty."""
    picture = "<w:r><w:drawing><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></w:drawing></w:r>"
    with pytest.raises(UnreadableError, match="pictures and no words"):
        read_word(write_word(tmp_path / "plan.docx", paragraph(picture), paragraph()))
    with pytest.raises(UnreadableError, match="embedded file"):
        read_word(write_word(tmp_path / "plan.docx", "<w:altChunk/>"))
    assert read_word(write_word(tmp_path / "plan.docx", paragraph())).blocks == ()


def test_words_that_are_drawn_are_read(tmp_path: Path) -> None:
    """The words of shapes, of old decorated text and of diagrams are text boxes; a diagram is read once."""
    shape = "<w:r><w:drawing><a:graphic><a:txBody><a:p><a:t>People</a:t></a:p></a:txBody></a:graphic></w:drawing></w:r>"
    old = '<w:r><w:pict><v:shape><v:textpath string="Plan"/></v:shape></w:pict></w:r>'
    diagram = '<w:r><w:drawing><dgm:relIds r:dm="part2"/></w:drawing></w:r>'
    points = "<dgm:pt><a:p><a:r><a:t>Vis</a:t></a:r><a:r><a:t>ible</a:t></a:r></a:p></dgm:pt><dgm:pt><a:p/></dgm:pt>"
    made = write_word(tmp_path / "plan.docx", paragraph(shape, old, diagram, diagram), parts={"data": points})
    found = [(one.text, one.place.part) for one in paragraphs_in(read_word(made).blocks)]
    assert found == [("People", "text box 1"), ("Plan", "text box 2"), ("Visible", "text box 3")]


def test_a_strict_file_is_read_like_any_other(tmp_path: Path) -> None:
    """The strict kind of Word files has other names for the same."""
    usual = write_word(tmp_path / "usual.docx", item("a"), paragraph(link("b", "rId9")), links={"rId9": "https://x.uk"})
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(usual) as source, zipfile.ZipFile(strict, "w") as file:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006", f"{_STRICT}/wordprocessingml"
            )
            text = text.replace("http://schemas.openxmlformats.org/officeDocument/2006", f"{_STRICT}/officeDocument")
            file.writestr(name, text)
    assert read_word(strict).blocks == read_word(usual).blocks


def test_the_main_part_can_have_any_name(tmp_path: Path) -> None:
    """The file says which of its parts is the document."""
    usual = write_word(tmp_path / "usual.docx", item("a"))
    renamed = tmp_path / "renamed.docx"
    with zipfile.ZipFile(usual) as source, zipfile.ZipFile(renamed, "w") as file:
        for name in source.namelist():
            content = source.read(name).replace(b'"word/document.xml"', b'"/word/Document2.xml"')
            file.writestr(name.replace("word/document.xml", "word/document2.xml"), content)
        file.writestr("word/_rels/document2.xml.rels", source.read("word/_rels/document.xml.rels"))
    assert read_word(renamed).blocks == read_word(usual).blocks


def test_controls_around_anything_are_seen_through(tmp_path: Path) -> None:
    """A content control is what is in it, around words, paragraphs, or another control."""
    inner = paragraph("a ", control("b"), " c")
    assert texts(tmp_path, control(control(inner)), paragraph("d")) == ["a b c", "d"]
