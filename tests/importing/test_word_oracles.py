"""mammoth and python-docx agree with our reader on the words of a document, wherever they can read them."""

import re
from pathlib import Path

import docx
import mammoth
import pytest
from docx.oxml.ns import qn
from importing.making.word import (
    cell,
    control,
    field,
    heading,
    item,
    link,
    paragraph,
    row,
    rows_of,
    run,
    table,
    write_word,
)

from tcplan.importing.document import paragraphs_in
from tcplan.importing.readers.word.document import read_word

DOCUMENTS = {
    "headings and text": [heading("Pillar"), paragraph("one ", run("two", "<w:b/>"), "\tthree"), heading("x")],
    "lists": [item("a"), item("b", level=1), paragraph("c")],
    "tables": [rows_of(("Action", "Lead"), ("Appoint", "HR")), paragraph("after")],
    "spans": [table(row(cell("wide", columns=2), "x"), row("a", "b", cell("c", "d")), row("late", before=2))],
    "nested tables": [table(row(cell("before", table(row("in", "ner")), "after"), "z"))],
    "links and fields": [paragraph("See ", link("this", "rId9"), field("REF x", "that")), paragraph("end")],
    "controls": [paragraph("x ", control(run("value"), "<w:text/>")), control(paragraph("block"))],
    "insertions": [paragraph("a ", f"<w:ins>{run('b')}</w:ins>", " c")],
    "empty": [paragraph()],
    "signs": [paragraph("TC-07 – “quoted” & <tagged> é 日本")],
}


def words(text: str) -> list[str]:
    """The words in their order."""
    return re.findall(r"\S+", text)


def our_words(path: Path) -> list[str]:
    """What our reader finds."""
    return words("\n".join(one.text for one in paragraphs_in(read_word(path).blocks)))


@pytest.mark.parametrize("blocks", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_other_readers_find_the_same_words(tmp_path: Path, blocks: list[str]) -> None:
    """The same words in the same order."""
    path = write_word(tmp_path / "plan.docx", *blocks, links={"rId9": "https://example.ac.uk"})
    with path.open("rb") as file:
        assert our_words(path) == words(mammoth.extract_raw_text(file).value)
    body = docx.Document(str(path)).element.body
    space = {qn("w:tab"): " ", qn("w:br"): " "}
    texts = [
        "".join(space.get(one.tag) or one.text or "" for one in each.iter(*space, qn("w:t")))
        for each in body.iter(qn("w:p"))
    ]
    assert our_words(path) == words("\n".join(texts))
