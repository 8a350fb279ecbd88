"""Which reader reads a file: by content first; what is no document is one sentence that says what to do."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from importing.making.old_office import old_office_file
from importing.making.word import paragraph, write_word

from tcplan.importing.document import UnreadableError, paragraphs_in
from tcplan.importing.readers.file_kinds import DocumentKind, recognise
from tcplan.importing.readers.opening import open_document

_XML = b'<?xml version="1.0"?>'


def zip_of(**parts: str) -> bytes:
    """A zip file with the parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def label(value: object) -> str:
    """The name of a case: what it expects, not the bytes."""
    return value.value if isinstance(value, DocumentKind) else value if isinstance(value, str) else "bytes"


def refusal(path: Path) -> UnreadableError:
    """Why a file is not opened."""
    with pytest.raises(UnreadableError) as caught:
        open_document(path)
    return caught.value


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (zip_of(**{"word/document.xml": ""}), "plan.docx", DocumentKind.WORD),
        (zip_of(**{"word/document.xml": ""}), "plan.doc", DocumentKind.WORD),
        (zip_of(**{"xl/workbook.xml": ""}), "plan", DocumentKind.EXCEL),
        (zip_of(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a.ods", DocumentKind.OLD_EXCEL),
        (old_office_file("Workbook"), "plan.xls", DocumentKind.OLD_EXCEL),
        (old_office_file("Book"), "plan.xls", DocumentKind.OLD_EXCEL),
        (b"%PDF-1.7\n", "plan.pdf", DocumentKind.PDF),
        (b"\n\n%PDF-1.4", "plan.docx", DocumentKind.PDF),
        (b"<!DOCTYPE html><p>x", "plan.doc", DocumentKind.HTML),
        ("\ufeff <!-- saved --> <HTML>".encode(), "plan.xls", DocumentKind.HTML),
        ("<table><tr><td>x".encode("utf-16"), "plan.xls", DocumentKind.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "plan", DocumentKind.HTML),
        (b"words <p>", "plan.html", DocumentKind.HTML),
        (b"<!---->\n" * 30 + b"<p>words", "plan.doc", DocumentKind.HTML),
        (b"<!---->" * 9_000, "plan", DocumentKind.TEXT),
        (b"Action,Lead\n", "plan.csv", DocumentKind.DELIMITED),
        (b"sep=;\nAction;Lead\n", "plan.txt", DocumentKind.DELIMITED),
        ("Action\tLead\na\tb\nc\td\n".encode("utf-16"), "plan.txt", DocumentKind.DELIMITED),
        (b"Action\tLead\nwords\n\n", "plan.txt", DocumentKind.TEXT),
        (b"# Plan\n\n<p>\n", "plan.md", DocumentKind.TEXT),
        (b"Objective, with a comma\nand, another\nand, a third", "plan", DocumentKind.TEXT),
    ],
    ids=label,
)
def test_the_content_says_what_a_file_is(tmp_path: Path, content: bytes, name: str, kind: DocumentKind) -> None:
    """A file is what its content says, whatever its name; the name decides where the content leaves it open."""
    path = tmp_path / name
    path.write_bytes(content)
    assert recognise(path) is kind


@pytest.mark.parametrize(
    ("content", "name", "what", "help_text"),
    [
        (b"", "plan.docx", "empty", "name the file"),
        (b"\0" * 5000, "plan.docx", "empty", "name the file"),
        (old_office_file("1Table", "WordDocument"), "plan.doc", "old format (.doc)", ".docx"),
        (old_office_file("WordDocument", embedded="Workbook"), "plan.doc", "old format (.doc)", ".docx"),
        (old_office_file("1Table", "WordDocument"), "plan.docx", "old format (.doc)", ".docx"),
        (old_office_file("EncryptionInfo", "EncryptedPackage"), "plan.docx", "password", "remove the password"),
        (old_office_file("PowerPoint Document"), "plan.ppt", "presentation", "copy the plan"),
        (old_office_file("Something"), "plan.doc", "old office program", ".docx"),
        (old_office_file("WordDocument")[:600], "plan.doc", "damaged", "another copy"),
        (b"{\\rtf1\\ansi", "plan.rtf", "Rich Text", ".docx"),
        (b"{\\rtf1\\ansi", "plan.doc", "Rich Text", ".docx"),
        (zip_of(mimetype="application/vnd.oasis.opendocument.text"), "a.odt", "OpenDocument text", ".docx"),
        (zip_of(**{"content.xml": ""}), "plan.odt", "OpenDocument text", ".docx"),
        (zip_of(mimetype="application/vnd.oasis.opendocument.presentation"), "a.odp", "presentation", "copy"),
        (zip_of(**{"ppt/presentation.xml": ""}), "plan.pptx", "presentation", "copy"),
        (zip_of(**{"Index/Document.iwa": ""}), "plan.pages", "Pages", "export it"),
        (zip_of(**{"plan.docx": ""}), "plans.zip", "zip file", "unpack it"),
        (zip_of(), "plan.docx", "empty", "name the file"),
        (zip_of(**{"word/document.xml": "words"})[:40], "plan.docx", "damaged", "another copy"),
        (b"\x89PNG\r\n\x1a\n\0\0", "plan.png", "picture", "made from"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "plan.docx", "picture", "made from"),
        (b'<?xml version="1.0"?><svg xmlns="x">', "plan.svg", "picture", "made from"),
        (b"\x1f\x8b\x08\0", "plan.gz", "packed", "unpack"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "plan.doc", "web page in one file", ".docx"),
        (_XML + b"<w:wordDocument xmlns:w='http://x/office/word/2003/wordml'>", "a.xml", "one XML file", ".docx"),
        (_XML + b"<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "a.xls", "one XML", ".xlsx"),
        (b'{"url": "https://example.org"}', "plan.gdoc", "link to a Google document", "download"),
        (b"\x00\x01\x02binary\x00", "plan.docx", "damaged", "another copy"),
        (b"\x00\x01\x02binary\x00", "plan", "not a text", "save it as"),
        (b"\x05Sam \0\0", "~$plan.docx", "that is open", "name the document"),
    ],
    ids=label,
)
def test_what_is_no_document_says_what_it_is(
    tmp_path: Path, content: bytes, name: str, what: str, help_text: str
) -> None:
    """A file that no reader reads is named as what it is, with what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    error = refusal(path)
    assert what in error.message
    assert help_text in error.help


def test_an_old_office_file_of_any_bytes_is_refused(tmp_path: Path) -> None:
    """Whichever byte of an old office file is changed, it is read or refused with a sentence."""
    whole = old_office_file("1Table", "WordDocument", *(f"Stream {at}" for at in range(20)))
    path = tmp_path / "plan.doc"
    for at in range(8, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert refusal(path).help
    path.write_bytes(whole)
    assert "old format" in refusal(path).message


def test_a_folder_and_a_missing_file_say_so(tmp_path: Path) -> None:
    """What is no file is told apart from what is not there."""
    assert "folder" in refusal(tmp_path).message
    assert "no file" in refusal(tmp_path / "missing.docx").message
    assert "no file" in refusal(Path("plan\0.docx")).message


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe could keep the program waiting for ever."""
    path = tmp_path / "plan.docx"
    os.mkfifo(path)
    assert "not a file" in refusal(path).message


def test_a_document_is_read_by_its_reader(tmp_path: Path) -> None:
    """A Word file is read, whatever its name."""
    document = open_document(write_word(tmp_path / "plan.pdf", paragraph("Plan"), title="T"))
    assert (document.name, document.title, len(document.blocks)) == ("plan.pdf", "T", 1)


@pytest.mark.parametrize("name", ["plan.txt", "plan.csv", "plan.html"])
def test_text_is_read_by_the_reader_of_its_kind(tmp_path: Path, name: str) -> None:
    """Each kind of text has a reader, and each gives the words."""
    path = tmp_path / name
    path.write_text("Name a champion", "utf-8")
    assert [one.text for one in paragraphs_in(open_document(path).blocks)] == ["Name a champion"]


def test_a_document_of_word_without_text_is_damaged(tmp_path: Path) -> None:
    """A file that names parts that are not there, or has no body, is damaged."""
    path = tmp_path / "plan.docx"
    path.write_bytes(zip_of(**{"word/document.xml": "<x/>"}))
    assert "damaged" in refusal(path).message
