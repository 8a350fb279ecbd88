"""A logo is written again from what is harmless; what could run, load or hide something is refused with its line."""

import re
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.rendering import Page, render
from support import tcplan, write

from tcplan.values.png import BadPngError, clean_png
from tcplan.values.svg import ELEMENTS, UnsafeSvgError, clean_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
INSTITUTION = "kind: institution\nformat: 1\nname: Northmoor University\nlogo: {file: logo.svg, alt: A bridge}\n"
PLAN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, title: One}]\n"
SHAPE = '<path d="M1 1L8 8" fill="#0b4a5e"/>'

REFUSED = {
    "script": "<script>alert(1)</script>",
    "script in another case": "<SCRIPT>alert(1)</SCRIPT>",
    "handler": '<path d="M0 0" onload="alert(1)"/>',
    "handler in another case": '<path d="M0 0" OnClick="alert(1)"/>',
    "link": '<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>',
    "picture": '<image href="https://example.com/x.png"/>',
    "another part": '<use href="#a"/>',
    "reference on a shape": '<linearGradient xlink:href="https://example.com/x.svg#a"/>',
    "page inside": "<foreignObject><p>x</p></foreignObject>",
    "style sheet": "<style>path { fill: url(https://example.com/x) }</style>",
    "style": '<path d="M0 0" style="fill: url(https://example.com/x)"/>',
    "paint from elsewhere": '<path d="M0 0" fill="url(https://example.com/x#a)"/>',
    "paint from data": '<path d="M0 0" fill="url(data:image/png;base64,AAAA)"/>',
    "escaped address": '<path d="M0 0" fill="u\\72l(x)"/>',
    "animation": '<path d="M0 0"><animate attributeName="d" to="M1 1"/></path>',
    "value that is set": '<set attributeName="href" to="javascript:alert(1)"/>',
    "id with a sign": '<g id="a&quot;b"/>',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_do_something_is_refused(name: str) -> None:
    """Whatever the form: nothing is repaired that a person has not looked at."""
    with pytest.raises(UnsafeSvgError, match="line 1"):
        clean_svg(SVG.format(REFUSED[name]).encode())


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("<text>&a;</text>"),
        '<!DOCTYPE svg SYSTEM "https://example.com/x.dtd">' + SVG.format("<text>&a;</text>"),
        '<?xml-stylesheet href="https://example.com/x.css"?>' + SVG.format(""),
        "<html><body/></html>",
        "<svg/>",
        SVG.format("<g>"),
        "",
        "\x00",
        SVG.format("<g>" * 50 + "</g>" * 50),
        SVG.format("<g/>" * 6000),
        '<?xml version="1.0" encoding="x-none"?>' + SVG.format(""),
    ],
)
def test_what_is_no_drawing_is_refused(text: str) -> None:
    """Entities, instructions, another kind of file, half a file, and one without end."""
    with pytest.raises(UnsafeSvgError):
        clean_svg(text.encode())


def test_what_only_an_editor_needs_is_left_out() -> None:
    """Comments, metadata, and the names of other programs; shapes, gradients and their paint stay."""
    kept = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<path d="M0 0" style="fill:url(#a);-inkscape-x:1"/>'
    )
    editor = (
        '<!-- made by --><metadata><x y="z"/></metadata><i:view xmlns:i="urn:i" onload="x"><i:a/></i:view>'
        '<g data-name="Layer 1" class="b" i:label="c" xmlns:i="urn:i"/>'
    )
    clean = clean_svg(SVG.format(kept + editor).encode())
    assert "made by" not in clean
    assert "urn:i" not in clean
    assert "Layer" not in clean
    assert '<stop offset="0" stop-color="red"></stop>' in clean
    assert '<path d="M0 0" fill="url(#a)"></path><g></g></svg>' in clean
    assert clean_svg(clean.encode()) == clean


@given(st.recursive(st.text(max_size=8), lambda inside: st.tuples(st.sampled_from([*ELEMENTS, "script", "a"]), inside)))
def test_whatever_comes_out_has_only_what_is_allowed(tree: object) -> None:
    """An independent reading of what is written finds no other element and no address."""

    def write_out(part: object) -> str:
        if isinstance(part, tuple):
            return f"<{part[0]}>{write_out(part[1])}</{part[0]}>"
        return str(part).replace("&", "").replace("<", "")

    try:
        clean = clean_svg(SVG.format(write_out(tree)).encode("utf-8", "replace"))
    except UnsafeSvgError:
        return
    assert set(re.findall(r"<([A-Za-z]+)", clean)) <= set(ELEMENTS)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG picture."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*more: bytes, width: int = 1) -> bytes:
    """A picture of one row."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def test_a_picture_keeps_no_words_and_no_places() -> None:
    """Who made it, where and with what."""
    picture = png(chunk(b"tEXt", b"Author\0Somebody"), chunk(b"eXIf", b"II*\0place"), chunk(b"gAMA", b"\0\0\xb1\x8f"))
    clean = clean_png(picture + b"after the end")
    assert clean == png(chunk(b"gAMA", b"\0\0\xb1\x8f"))


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", png()[:-8], png(width=100_000), png().replace(b"IDAT", b"IDAX"), b"\x89PNG\r\n\x1a\n"]
)
def test_a_bad_picture_is_refused(data: bytes) -> None:
    """Of another kind, cut off, too large, damaged, or empty."""
    with pytest.raises(BadPngError):
        clean_png(data)


def test_a_document_has_the_logo_with_its_words(tmp_path: Path) -> None:
    """It is part of the page, which loads nothing but it."""
    root = write(tmp_path, institution=INSTITUTION, phase_1=PLAN)
    (root / "plans/u/logo.svg").write_text(SVG.format(SHAPE), "utf-8")
    page = Page(render("plan", root, "--to", "html", "--as-of", "2026-06-30"))
    [image] = page.all("img")
    assert image.attrs["alt"] == "A bridge"
    assert image.attrs["src"].startswith("data:image/svg+xml;base64,")
    policy = next(one.attrs["content"] for one in page.all("meta") if "http-equiv" in one.attrs)
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


OUTSIDE = ("../logo.svg", "/etc/logo.svg", ".git/logo.svg", "logo.gif", "a\\\\logo.svg", "away.svg", "a/")


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_document_is_made_without_a_bad_logo(tmp_path: Path, name: str) -> None:
    """And the check says why, at the line."""
    root = write(tmp_path, institution=INSTITUTION.replace("logo.svg", f'"{name}"'), phase_1=PLAN)
    (tmp_path / "plans/logo.svg").write_text(SVG.format(SHAPE), "utf-8")
    (tmp_path.parent / f"{tmp_path.name}.svg").write_text(SVG.format(SHAPE), "utf-8")
    (root / "plans/u/away.svg").symlink_to(tmp_path.parent / f"{tmp_path.name}.svg")
    assert not Page(render("plan", root, "--to", "html", "--as-of", "2026-06-30")).all("img")
    found = tcplan("validate", root, "--as-of", "2026-06-30").stdout
    assert "institution.yaml:4:14: warning TC809 unusable-logo" in found
