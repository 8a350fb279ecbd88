"""The words of cells: runs of letters, each with a font of its own or that of its cell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.excel.colours import Palette
from tcplan.importing.readers.excel.parts import local_name
from tcplan.importing.readers.excel.styles import Font, read_font
from tcplan.importing.readers.list_marks import split_bullet
from tcplan.importing.readers.xml_parts import read_events


class Run(NamedTuple):
    """Letters in one font; None for the font of the cell."""

    text: str
    font: Font | None = None


class CellLine(NamedTuple):
    """A line of a cell as it is shown; what is struck out stands apart."""

    text: str
    bullet: str = ""
    is_bold: bool = False
    colour: str = ""
    struck: tuple[str, ...] = ()


def read_shared_strings(archive: Archive, part: str, palette: Palette) -> list[tuple[Run, ...]]:
    """The strings that cells name by their number."""
    strings = []
    top: Element | None = None
    for event, element in read_events(archive, part):
        if event == "start":
            top = element if top is None else top
        elif local_name(element.tag) == "si":
            strings.append(read_runs(element, palette))
            if top is not None:
                top.clear()
    return strings


def read_runs(element: Element, palette: Palette) -> tuple[Run, ...]:
    """The runs of a string (`si`, `is`, `text`); how a word is spoken in Japanese (`rPh`) is none of them."""
    runs = []
    for child in element:
        name = local_name(child.tag)
        if name == "t":
            runs.append(Run(_unescape(child.text or "")))
        elif name == "r":
            runs.append(_read_run(child, palette))
    return tuple(run for run in runs if run.text)


def split_lines(runs: Sequence[Run], cell_font: Font) -> tuple[CellLine, ...]:
    """The lines of a cell that are not empty."""
    if len(runs) == 1 and "\n" not in runs[0].text and "\r" not in runs[0].text:
        lines: Iterable[CellLine] = (_read_line(runs, cell_font),)  # nearly all cells
    else:
        lines = (_read_line(parts, cell_font) for parts in _parts_of_lines(runs))
    return tuple(line for line in lines if line.text or line.struck)


def _read_run(element: Element, palette: Palette) -> Run:
    text, font = "", None
    for child in element:
        name = local_name(child.tag)
        if name == "t":
            text += _unescape(child.text or "")
        elif name == "rPr":
            for part in child:
                part.tag = local_name(part.tag)
            font = read_font(child, palette)
    return Run(text, font)


def _parts_of_lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    parts: list[Run] = []
    for run in runs:
        first, *others = run.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        parts.append(Run(first, run.font))
        for other in others:
            yield parts
            parts = [Run(other, run.font)]
    yield parts


def _read_line(parts: Sequence[Run], cell_font: Font) -> CellLine:
    fonts = [(part.text, part.font or cell_font) for part in parts]
    shown = [(text, font) for text, font in fonts if text.strip() and not font.is_struck]
    text = "".join(text for text, font in fonts if not font.is_struck).strip()
    struck = _join_struck(fonts)
    if struck:
        text = re.sub(" {2,}", " ", text)
    bullet, text = split_bullet(text)
    colours = {font.colour for _, font in shown}
    is_bold = bool(shown) and all(font.is_bold for _, font in shown)
    return CellLine(text, bullet, is_bold, colours.pop() if len(colours) == 1 else "", struck)


def _join_struck(fonts: Sequence[tuple[str, Font]]) -> tuple[str, ...]:
    """The struck-out words; runs that follow each other are one piece of text."""
    pieces = [""]
    for text, font in fonts:
        if font.is_struck:
            pieces[-1] += text
        elif text and pieces[-1]:
            pieces.append("")
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _unescape(text: str) -> str:
    """Characters that XML cannot hold are written by their number: `_x000D_`; `_x005F_` is an underscore before one."""
    if "_x" not in text:
        return text
    return _escape_pattern().sub(lambda found: _printable(chr(int(found[1], 16))), text)


def _printable(character: str) -> str:
    return character if character.isprintable() or character in "\n\r\t" else ""


@cache
def _escape_pattern() -> re.Pattern[str]:
    return re.compile("_x([0-9A-Fa-f]{4})_")
