"""Zip files are read within limits, and a file that is broken or hostile is one clear sentence."""

import io
import zipfile
from pathlib import Path

import pytest

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.xml_parts import read_events, read_tree


def zip_file(folder: Path, **parts: bytes | str) -> Path:
    """A zip file with the parts."""
    path = folder / "document.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def refusal(path: Path, name: str = "part") -> str:
    """What is said of a part that is not read."""
    with pytest.raises(UnreadableError) as caught, Archive(path) as archive:
        read_tree(archive, name)
    assert caught.value.help
    return caught.value.message


def test_parts_are_found_whatever_their_case_and_slashes(tmp_path: Path) -> None:
    """Names of parts are compared without case, with either slash, and with or without one in front."""
    path = zip_file(tmp_path, **{"Word\\Document.xml": "<a>one</a>"})
    with Archive(path) as archive:
        assert "/word/document.xml" in archive
        assert archive.read("word/document.xml") == b"<a>one</a>"
        assert archive.names() == ("word/document.xml",)


def test_a_tree_is_read_in_every_encoding_of_xml(tmp_path: Path) -> None:
    """UTF-8, UTF-16 and a declared encoding give the same text."""
    for encoding in ("utf-8", "utf-16", "iso-8859-1"):
        path = zip_file(tmp_path, part=f'<?xml version="1.0" encoding="{encoding}"?><a>é</a>'.encode(encoding))
        with Archive(path) as archive:
            assert read_tree(archive, "part").text == "é"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "<!--" + "x" * 200_000 + "-->"])
def test_a_doctype_is_refused(tmp_path: Path, encoding: str, before: str) -> None:
    """No entity is defined, whatever stands before the DOCTYPE."""
    text = f'{before}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert "DOCTYPE" in refusal(zip_file(tmp_path, part=text.encode(encoding)))


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    """What unpacks to more than the limit is refused when the limit is reached."""
    assert "more text and cells" in refusal(zip_file(tmp_path, part="<a>" + "<b></b>" * 700_000))
    assert "without end" in refusal(zip_file(tmp_path, part="<a>" + "words>\n<?a ?>" * 500_000))
    path = zip_file(tmp_path, part="<a>" + f"<b>{'x' * 1_000_000}</b>" * 70)
    with Archive(path) as archive, pytest.raises(UnreadableError, match="larger than a plan"):
        archive.read("part")


def test_very_many_comments_are_refused(tmp_path: Path) -> None:
    """Comments in XML, which take the square of their number, are refused."""
    assert "comments" in refusal(zip_file(tmp_path, part="<a>" + "words<!-- -->" * 100_000))


def test_text_without_end_is_refused(tmp_path: Path) -> None:
    """A tag of millions of attributes, and a text of millions of characters, are refused."""
    assert "without end" in refusal(zip_file(tmp_path, part="<a>" + "x" * 3_000_000))


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    """Elements that stand in each other thousands of times are refused."""
    assert "nested" in refusal(zip_file(tmp_path, part="<a>" * 300_000 + "</a>" * 300_000))


@pytest.mark.parametrize("text", ["", "<a>", "<a></b>", '<?xml version="1.0" encoding="no"?><a/>', "\0\0"])
def test_broken_xml_is_damage(tmp_path: Path, text: str) -> None:
    """XML that is cut off, or that nobody can read, is a damaged file."""
    assert "damaged" in refusal(zip_file(tmp_path, part=text))


def test_a_zip_file_that_is_cut_off_anywhere_is_damage(tmp_path: Path) -> None:
    """Every beginning of a zip file is refused in the same words."""
    whole = zip_file(tmp_path, part="<a>" + "words " * 50 + "</a>").read_bytes()
    for length in range(len(whole)):
        path = tmp_path / "cut.zip"
        path.write_bytes(whole[:length])
        assert "damaged" in refusal(path)


def test_a_zip_file_with_changed_bytes_is_read_or_refused(tmp_path: Path) -> None:
    """Whichever byte is changed, the file is read, or is refused with a sentence."""
    whole = zip_file(tmp_path, part="<a>words</a>").read_bytes()
    path = tmp_path / "changed.zip"
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            with Archive(path) as archive:
                read_tree(archive, "part")
        except (UnreadableError, KeyError):
            pass


def test_a_part_with_a_password_says_so(tmp_path: Path) -> None:
    """A part that is encrypted is told apart from a damaged one."""
    path = zip_file(tmp_path, part="<a/>")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert "password" in refusal(path)


def test_an_endless_list_of_contents_is_refused(tmp_path: Path) -> None:
    """A zip file of very many empty parts is refused before its list of contents is read."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for number in range(70_000):
            file.writestr(str(number), "")
    path = tmp_path / "parts.zip"
    path.write_bytes(buffer.getvalue())
    assert "more parts" in refusal(path)


def test_elements_are_looked_at_one_after_another_within_a_limit(tmp_path: Path) -> None:
    """Who looks at elements and lets them go has a limit too."""
    path = zip_file(tmp_path, part="<a>" + "<b></b>" * 100 + "</a>")
    with Archive(path) as archive:
        assert len(list(read_events(archive, "part", most=101))) == 202
        with pytest.raises(UnreadableError, match="more text and cells"):
            list(read_events(archive, "part", most=100))
