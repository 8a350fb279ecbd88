"""Every word of a document is in the plan that is written of it, whatever the reader of plans makes of the document.

Words that stand nowhere else are planted in the plans of all layouts: in titles, headings, headers, cells, lists,
captions and notes. Each of them must be in the text of a file.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing.making import layouts_mixed, layouts_more  # noqa: F401 (they register layouts)
from importing.making.contents import TARNHOLM, WEXHOLM
from importing.making.files import FORMATS, can_hold
from importing.making.layouts import LAYOUTS, make_layout

from tcplan.importing.document import Block, Paragraph, SourceDocument
from tcplan.importing.import_plans import ImportedDocument, ImportOptions, import_document, read_document
from tcplan.importing.writing.plan_text import plan_text
from tcplan.workspace.glossary import Glossary

_WAYS: Final[tuple[Callable[[str, str], str], ...]] = (
    "{} {}".format,
    "{} ({})".format,
    "{1} {0}".format,
    "{}; {}".format,
    "{}, {}".format,
    "{} / {}".format,
    "{}\n{}".format,
    "{}: {}".format,
    "{1}: {0}".format,
)
"""Where in a text a word is planted."""

_SYLLABLES: Final = ("bra", "dul", "fim", "gop", "hex", "jor", "kul", "lam", "mip", "nus", "rit", "sov", "tay", "vez")


class Planter:
    """Plants words that are in no document into some of its texts."""

    def __init__(self, seed: int, one_in: int, *, only_text: bool = False) -> None:
        self._random = Random(seed)
        self._one_in = one_in
        self._only_text = only_text
        self.planted: list[str] = []

    def document(self, made: SourceDocument) -> SourceDocument:
        """A copy of a document with words planted in it."""
        return replace(made, blocks=tuple(self._block(one) for one in made.blocks))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        rows = tuple(
            replace(line, cells=tuple(replace(one, blocks=tuple(map(self._block, one.blocks))) for one in line.cells))
            for line in block.rows
        )
        return replace(block, rows=rows, name=block.name if self._only_text else self._text(block.name))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        if not paragraph.text.strip():
            return paragraph
        has_note = not self._only_text and self._random.randrange(self._one_in * 8) == 0
        notes = (f"See {self._word()}",) if has_note else paragraph.notes
        return replace(paragraph, text=self._text(paragraph.text), notes=notes)

    def _text(self, text: str) -> str:
        if not text or self._random.randrange(self._one_in):
            return text
        return self._random.choice(_WAYS)(text, self._word())

    def _word(self) -> str:
        word = "".join(self._random.choice(_SYLLABLES) for _ in range(4))
        self.planted.append(word)
        return self._random.choice((word, word.capitalize()))


def text_of(read: ImportedDocument) -> str:
    """All that is written of a document, in lower case; empty where it holds no plan."""
    return "\n".join(plan_text(draft, "# schema") for draft in read.drafts).casefold()


def lost(made: SourceDocument, seed: int, one_in: int, reviewed: str = "") -> Iterator[str]:
    """The planted words that are in no file."""
    planter = Planter(seed, one_in)
    text = text_of(read_document(planter.document(made), ImportOptions({}, reviewed, Glossary())))
    return (word for word in planter.planted if text and word not in text)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_planted_word_is_written(name: str) -> None:
    """In each layout, in another place each time."""
    for seed in range(6):
        contents = WEXHOLM if seed % 2 else TARNHOLM
        made = make_layout(name, contents).document
        assert list(lost(made, seed, one_in=2 + seed * 3, reviewed="2026-06" if seed % 3 else "")) == []


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(LAYOUTS)), st.integers(0, 10**6), st.sampled_from([1, 3, 10, 40]))
def test_no_word_is_lost_anywhere(name: str, seed: int, one_in: int) -> None:
    """Whichever words are planted, many or few."""
    assert list(lost(make_layout(name).document, seed, one_in)) == []


_WRITTEN: Final = (
    "plain_table",
    "many_columns",
    "pillars_and_objectives_as_headings",
    "title_rows_for_pillars_and_objectives",
    "steps_with_letters",
    "spreadsheet_with_notes",
    "labelled_lines",
    "horizons_as_headings",
)
"""Layouts that are written as files; the readers of all formats are between the words and the plan."""


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", _WRITTEN)
def test_every_planted_word_of_a_file_is_written(tmp_path: Path, name: str, ending: str) -> None:
    """In a file of each format that can hold the layout."""
    for seed in range(4):
        made = make_layout(name).document
        if not can_hold(ending, made):
            continue
        planter = Planter(seed, one_in=2 + seed * 2, only_text=True)
        file = FORMATS[ending](tmp_path / f"plan.{ending}", planter.document(made))
        text = text_of(import_document(file, ImportOptions({}, "2026-06", Glossary())))
        assert not text or [word for word in planter.planted if word not in text] == []
