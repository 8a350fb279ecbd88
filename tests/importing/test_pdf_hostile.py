"""A PDF file that cannot be read is told in a sentence, and one that is made to do harm ends soon and small."""

import hashlib
import importlib.util
import random
import time
import zlib
from pathlib import Path

import pytest

pytest.importorskip("pdfminer", reason="the extra `pdf` is not installed")

from importing.making.pdf import MadePage, make_pdf, stream_object, write_objects

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.pdf.reader import read_pdf

pytestmark = pytest.mark.unmeasured

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"BT /F1 12 Tf 72 700 Td (Action plan of the technicians) Tj ET"


def write(path: Path, content: str, *more: str, page: str = "", font: str = FONT, catalog: str = "") -> Path:
    """Write a file of one page by its objects: content, page, font, and more from the sixth on."""
    resources = "/Resources << /Font << /F1 5 0 R >> /XObject << /X0 6 0 R >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {resources} {page} >>",
        content,
        font,
        *more,
    ]
    path.write_bytes(write_objects(objects, "/Root 1 0 R"))
    return path


def packed(data: bytes, times: int = 1) -> str:
    """Packed data as an object; packed again and again where `times` says so."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream_object(data, f"/Filter [{'/FlateDecode ' * times}]")


def refused(path: Path) -> str:
    """Why a file is not read; in less than ten times the time that is promised."""
    start = time.process_time()
    with pytest.raises(UnreadableError) as caught:
        read_pdf(path)
    assert time.process_time() - start < 50
    assert caught.value.help
    return caught.value.message


def test_a_scan_is_told_plainly(tmp_path: Path) -> None:
    """Pages with pictures and no words are a picture of a document."""
    page = MadePage()
    page.picture()
    assert "picture of a document" in refused(make_pdf(tmp_path / "scan.pdf", page))


def test_a_scanned_page_among_others_is_told(tmp_path: Path) -> None:
    """A page that is a picture is named, and the others are read."""
    text, scan = MadePage(), MadePage()
    text.text(60, 60, "Action plan of the technicians of Northmoor")
    scan.picture()
    (remark,) = read_pdf(make_pdf(tmp_path / "plan.pdf", text, scan)).remarks
    assert (remark.place.part, "picture" in remark.message) == ("page 2", True)


def test_without_the_extra_the_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is not installed, the message is the command that installs it."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr("tcplan.importing.readers.pdf.reader.find_spec", lambda _: None)
    with pytest.raises(UnreadableError) as caught:
        read_pdf(tmp_path / "plan.pdf")
    assert 'pip install "tcplan[pdf]"' in caught.value.help


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_a_file_that_is_cut_off(tmp_path: Path, share: float) -> None:
    """A part of a file is read as far as it can be, or told to be damaged; never more than that."""
    page = MadePage()
    page.text(60, 60, "Action plan of the technicians of Northmoor")
    whole = make_pdf(tmp_path / "plan.pdf", page).read_bytes()
    (tmp_path / "plan.pdf").write_bytes(whole[: int(len(whole) * share)])
    assert "damaged" in refused(tmp_path / "plan.pdf")


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0\xff(<[" * 2000, b"%PDF-1.4\n1 0 obj\n<<" + b"[" * 5000],
    ids=["cut", "noise", "nested"],
)
def test_what_only_begins_like_a_pdf_file(tmp_path: Path, data: bytes) -> None:
    """Nonsense after the first line is a damaged file."""
    (tmp_path / "plan.pdf").write_bytes(data)
    assert "damaged" in refused(tmp_path / "plan.pdf")


def test_another_kind_of_file(tmp_path: Path) -> None:
    """A file of another kind with this name is told."""
    (tmp_path / "plan.pdf").write_bytes(b"PK\x03\x04")
    assert refused(tmp_path / "plan.pdf") == "this is not a PDF file"


def test_a_password(tmp_path: Path) -> None:
    """A file that asks for a password is told to do so."""
    key = hashlib.md5(b"x", usedforsecurity=False).hexdigest() * 2
    encrypt = f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{key}> /U <{key}> >>"
    path = write(tmp_path / "plan.pdf", stream_object(WORDS), encrypt)
    path.write_bytes(path.read_bytes().replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 6 0 R /ID [<00> <00>]"))
    assert "password" in refused(path)


def test_a_form_that_only_one_program_shows(tmp_path: Path) -> None:
    """A form of the kind that asks for Adobe Reader is told."""
    path = write(tmp_path / "plan.pdf", stream_object(WORDS), catalog="/AcroForm << /XFA [] >>")
    assert "Adobe Reader" in refused(path)


def test_letters_without_a_meaning(tmp_path: Path) -> None:
    """A file whose fonts do not say which letters they show cannot be read."""
    font = "<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 1 1] /CharProcs << >> >>"
    shown = b"BT /F1 12 Tf 72 700 Td (\x01\x02\x03\x04\x05\x06) Tj ET"
    path = write(tmp_path / "plan.pdf", stream_object(shown), font=font)
    assert "which letters" in refused(path)


def test_a_stream_that_unpacks_to_gigabytes(tmp_path: Path) -> None:
    """A bomb is refused before it is unpacked, whether it is packed once or twice."""
    for times in (1, 2):
        path = write(tmp_path / "plan.pdf", packed(b"q Q " * 50_000_000, times))
        assert "unpacked" in refused(path)


def test_operators_without_an_end(tmp_path: Path) -> None:
    """Some millions of operators are refused before they are drawn."""
    assert "drawing" in refused(write(tmp_path / "plan.pdf", packed(b"q Q " * 5_000_000)))


def test_more_letters_than_a_plan_has(tmp_path: Path) -> None:
    """A page that repeats its words without an end is refused."""
    text = b"BT /F1 12 Tf 72 700 Td " + b"(Action plan of the technicians, and more of it) Tj " * 10_000 + b"ET"
    assert "letters" in refused(write(tmp_path / "plan.pdf", packed(text)))


def test_more_lines_than_a_table_has(tmp_path: Path) -> None:
    """A drawing of a hundred thousand lines is refused."""
    lines = b"".join(b"0 %d m 500 %d l S\n" % (at, at) for at in range(100_000))
    assert "lines" in refused(write(tmp_path / "plan.pdf", packed(WORDS + lines)))


def test_a_grid_of_a_million_cells(tmp_path: Path) -> None:
    """A page of so many crossing lines is refused."""
    lines = b"".join(b"0 %d m 5000 %d l S %d 0 m %d 5000 l S\n" % ((at * 5,) * 4) for at in range(1000))
    path = write(tmp_path / "plan.pdf", packed(WORDS + lines), page="/MediaBox [0 0 5000 5000]")
    assert "page of it has more" in refused(path)


def test_parts_that_call_each_other(tmp_path: Path) -> None:
    """A part that draws itself, and parts that draw the next one twenty times, come to an end."""
    loop = stream_object(
        b"/X0 Do " * 50, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>"
    )
    assert "no text" in refused(write(tmp_path / "plan.pdf", stream_object(b"/X0 Do"), loop))
    parts = [
        stream_object(
            b"/X0 Do " * 20,
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 {number + 1} 0 R >> >>",
        )
        for number in range(6, 40)
    ]
    assert "parts within parts" in refused(write(tmp_path / "plan.pdf", stream_object(b"/X0 Do"), *parts))


@pytest.mark.parametrize(("pages", "kids"), [("[2 0 R]", ""), ("[2 0 R 2 0 R 3 0 R]", ""), ("[3 0 R 3 0 R 3 0 R]", "")])
def test_pages_that_contain_themselves(tmp_path: Path, pages: str, kids: str) -> None:
    """A tree of pages that is none comes to an end."""
    path = write(tmp_path / "plan.pdf", stream_object(WORDS + kids.encode()))
    path.write_bytes(path.read_bytes().replace(b"/Kids [3 0 R]", f"/Kids {pages}".encode()))
    try:
        assert read_pdf(path).blocks
    except UnreadableError as error:
        assert "damaged" in error.message  # noqa: PT017 - both are good ends


def test_a_file_of_many_pages(tmp_path: Path) -> None:
    """Five hundred pages are more than a plan has; the limit is named."""
    page = MadePage()
    page.text(60, 60, "Action")
    assert "more than 200 pages" in refused(make_pdf(tmp_path / "plan.pdf", *([page] * 500)))


def test_a_file_of_fifty_million_bytes(tmp_path: Path) -> None:
    """A file beyond the limit is not opened."""
    with (tmp_path / "plan.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(51_000_000)
    assert "million bytes" in refused(tmp_path / "plan.pdf")


def test_a_page_as_large_as_a_town(tmp_path: Path) -> None:
    """A page beyond what the format allows is refused."""
    path = write(tmp_path / "plan.pdf", stream_object(WORDS), page="/CropBox [0 0 1 1]")
    path.write_bytes(path.read_bytes().replace(b"[0 0 595 842]", b"[0 0 9000000000 842]"))
    assert "five metres" in refused(path) or "damaged" in refused(path)


@pytest.mark.parametrize(
    "font",
    [
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor << >> /W [0 2000000000 5] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /A /FontDescriptor << >> /ToUnicode 6 0 R >>",
    ],
)
def test_fonts_that_describe_more_letters_than_there_are(tmp_path: Path, font: str) -> None:
    """A range of letters without an end is refused."""
    ranges = packed(b"1 beginbfrange <00000000> <7fffffff> <0041> endbfrange")
    assert "letters than any script" in refused(write(tmp_path / "plan.pdf", stream_object(WORDS), ranges, font=font))


def test_nothing_is_fetched_or_run(tmp_path: Path) -> None:
    """What a file asks to do when it is opened is not done, and links are only addresses."""
    action = "/OpenAction << /S /JavaScript /JS (app.alert) >> /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>"
    document = read_pdf(write(tmp_path / "plan.pdf", stream_object(WORDS), catalog=action))
    assert [block.text for block in document.blocks if hasattr(block, "text")] == ["Action plan of the technicians"]


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_a_sentence(tmp_path: Path, seed: int) -> None:
    """Bytes changed by chance never end in anything but a document or a sentence."""
    chance = random.Random(seed)
    page = MadePage()
    for number in range(10):
        page.text(60, 60 + 14 * number, f"Action {number} of the technicians")
        page.frame(50, 56 + 14 * number, 300, 70 + 14 * number)
    page.link(60, 60, 100, 70, "https://example.ac.uk")
    data = bytearray(make_pdf(tmp_path / "plan.pdf", page, page).read_bytes())
    for _ in range(chance.choice([1, 3, 10, 40])):
        at = chance.randrange(9, len(data))
        data[at : at + chance.choice([0, 1, 1, 5])] = chance.choice(
            [b"", b"0", b"/", b"<<", b"R", bytes([chance.randrange(256)])]
        )
    (tmp_path / "plan.pdf").write_bytes(data)
    try:
        read_pdf(tmp_path / "plan.pdf")
    except UnreadableError as error:
        assert error.message  # noqa: PT017 - both are good ends
