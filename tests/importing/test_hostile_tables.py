"""Workbooks, pages and texts that were made to do harm, or are far too large, take seconds and little memory."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import pytest
from _pytest.mark import ParameterSet
from importing.making.excel import MadeSheet, make_workbook

from bench import process
from tcplan.importing.document import SourceDocument, UnreadableError
from tcplan.importing.readers.opening import open_document

pytestmark = pytest.mark.unmeasured

SECONDS: Final = 20
"""What the slowest machine may take; a quick one takes less than three."""

MEMORY: Final = 300_000_000

WITH_PEAK: Final = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a program. Until it is loaded it shares the memory of who starts it, which must not be these tests."""

OPEN: Final = """\
import sys
from pathlib import Path
from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.opening import open_document
try:
    open_document(Path(sys.argv[1]))
except UnreadableError:
    pass
"""

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet(data: str, after: str = "") -> str:
    """The XML of a sheet with these rows."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'


def workbook(path: Path, xml: str, **parts: str) -> Path:
    """A workbook whose sheet has this XML."""
    return make_workbook(path / "plan.xlsx", MadeSheet([["a"]]), parts={"xl/worksheets/sheet1.xml": xml, **parts})


def rows(count: int, width: int, cell: Callable[[str], str]) -> str:
    """Rows of cells, each made from its name."""
    letters = [chr(ord("A") + at) for at in range(width)]
    return "".join(
        f'<row r="{row}">{"".join(cell(f"{one}{row}") for one in letters)}</row>' for row in range(1, count + 1)
    )


def read_in_time(path: Path) -> SourceDocument | UnreadableError:
    """The document in a file, or why it is not read; in seconds."""
    begun = time.process_time()
    try:
        found: SourceDocument | UnreadableError = open_document(path)
    except UnreadableError as error:
        found = error
    assert time.process_time() - begun < SECONDS
    return found


def in_turn(names: Iterable[str], often: set[str]) -> list[ParameterSet]:
    """All names; those that are not often needed are thorough."""
    return [pytest.param(name, marks=() if name in often else pytest.mark.nightly) for name in names]


WORKBOOKS: Final = {
    "rows with borders": sheet(rows(100_000, 16, lambda name: f'<c r="{name}" s="0"/>')),
    "rows with colours": sheet(rows(20_000, 16, lambda name: f'<c r="{name}" s="1"/>')),
    "very many rows": sheet("<row/>" * 300_000),
    "very many cells": sheet(rows(30_000, 10, lambda name: f'<c r="{name}"><v>1</v></c>')),
    "one very long text": sheet(f'<row><c t="inlineStr"><is><t>{"x" * 10_000_000}</t></is></c></row>'),
    "a diagonal": sheet(
        "".join(
            f'<row r="{at}"><c r="{"ABCDEFGH"[at % 8]}{"KLMN"[at % 4]}{at}"><v>1</v></c></row>'
            for at in range(1, 9_000)
        )
    ),
    "areas in each other": sheet(
        rows(900, 20, lambda name: f'<c r="{name}"><v>1</v></c>'),
        "<mergeCells>" + "".join(f'<mergeCell ref="A{at}:T900"/>' for at in range(900, 0, -1)) + "</mergeCells>",
    ),
    "very many areas": sheet("", "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 300_000 + "</mergeCells>"),
    "deep": "<a>" * 100_000,
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", in_turn(WORKBOOKS, {"areas in each other", "deep", "a diagonal"}))
def test_a_workbook_of_any_size_ends_in_seconds(tmp_path: Path, name: str) -> None:
    """It is read, or refused with a sentence."""
    read_in_time(workbook(tmp_path, WORKBOOKS[name]))


@pytest.mark.parametrize("name", ["rows with borders", "very many cells", "one very long text"])
def test_a_workbook_of_any_size_takes_little_memory(tmp_path: Path, name: str) -> None:
    """Also where its sheets have tens of megabytes."""
    path = workbook(tmp_path, WORKBOOKS[name])
    words = (sys.executable, "-c", WITH_PEAK, sys.executable, "-c", OPEN, str(path))
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    assert int(done.stdout) * process.BYTES_OF_MAXRSS < MEMORY


def test_empty_rows_cost_nothing_and_say_nothing(tmp_path: Path) -> None:
    """An area with borders is no table."""
    document = read_in_time(workbook(tmp_path, WORKBOOKS["rows with borders"]))
    assert isinstance(document, SourceDocument)
    assert document.blocks == ()


def test_a_shared_text_in_every_cell_is_refused(tmp_path: Path) -> None:
    """A small file can show a large text a thousand times."""
    strings = f"<sst><si><t>{'x' * 1_000_000}</t></si></sst>"
    xml = sheet(rows(100, 20, lambda name: f'<c r="{name}" t="s"><v>0</v></c>'))
    error = read_in_time(workbook(tmp_path, xml, **{"xl/sharedStrings.xml": strings}))
    assert isinstance(error, UnreadableError)
    assert "more text than a plan" in error.message
    assert error.help


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
def test_entities_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    """No word is defined in the file itself, and none is taken from another."""
    for entity in ('"x"', 'SYSTEM "file:///etc/passwd"', 'SYSTEM "http://127.0.0.1/x"'):
        xml = f"<!DOCTYPE a [<!ENTITY e {entity}>]><a>&e;</a>"
        error = read_in_time(make_workbook(tmp_path / "plan.xlsx", MadeSheet([["a"]]), parts={part: xml}))
        assert isinstance(error, UnreadableError)
        assert "DOCTYPE" in error.message


def test_what_is_outside_of_a_workbook_is_not_read(tmp_path: Path) -> None:
    """A sheet that lies elsewhere is no sheet."""
    relations = '<R><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="/etc/passwd"/></R>'
    document = read_in_time(
        make_workbook(tmp_path / "plan.xlsx", MadeSheet([["a"]]), parts={"xl/_rels/workbook.xml.rels": relations})
    )
    assert isinstance(document, SourceDocument)
    assert document.blocks == ()


PAGES: Final = {
    "elements": "<div>" * 310_000,
    "cells": "<table><tr>" + "<td>x" * 70_000,
    "spans": "<table>" + "<tr><td colspan=99 rowspan=65534>x" * 10_000,
    "tables in each other": "<table><tr><td>" * 10_000,
    "attributes": "<a " + "b=c " * 500_000 + ">",
    "tags without end": "<a " * 500_000,
    "comments": "<p>" + "<!--" * 500_000,
    "style sheets": "<style>" + ".a{" * 400_000 + "</style><p>x",
    "conditions": "<style>" + "@media x{" * 200_000 + "</style><p>x",
    "a picture": "<img src='data:image/png;base64," + "QUJD" * 3_000_000 + "'>",
}
TEXTS: Final = {
    "lines": "\n" * 3_000_000,
    "tabs": "\t" * 3_000_000,
    "rows": "a\tb\tc\n\n" * 100_000,
    "open cells": '"a\tb\n' * 30_000,
    "stars": "*a" * 1_000_000,
    "rules": "-" * 3_000_000,
    "bars": "|" * 3_000_000,
    "links": "[a](" * 500_000,
    "tags": "<p>" * 310_000,
}
TABLES: Final = {
    "cells": "a,b,c,d,e,f,g,h\n" * 200_000,
    "an open quotation mark": '"' + "a,b\n" * 500_000,
    "quotation marks": '"a' * 1_000_000,
    "fifty megabytes": "word, " * 8_500_000,
}
CASES: Final = {
    **{f"page: {name}": ("plan.html", text) for name, text in PAGES.items()},
    **{f"text: {name}": ("plan.txt", text) for name, text in TEXTS.items()},
    **{f"table: {name}": ("plan.csv", text) for name, text in TABLES.items()},
}
OFTEN: Final = {
    "page: spans",
    "page: tags without end",
    "text: open cells",
    "text: stars",
    "table: an open quotation mark",
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", in_turn(CASES, OFTEN))
def test_a_page_or_text_of_any_kind_ends_in_seconds(tmp_path: Path, name: str) -> None:
    """It is read, or refused with a sentence."""
    file, content = CASES[name]
    path = tmp_path / file
    path.write_text(content, encoding="utf-8")
    read_in_time(path)
