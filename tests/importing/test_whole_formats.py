"""The same plan in different files is the same plan: in other formats, saved again, and laid out a little otherwise."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import pytest
from importing.making.blocks import cell, document, heading, para, row, table
from importing.making.contents import TARNHOLM, TrueAction
from importing.making.files import FORMATS, can_hold
from importing.making.layouts import LAYOUTS, make_layout
from importing.making.office import needs_libreoffice, save_all
from importing.making.page_scoring import REVIEWED
from support import close_off, tcplan

from tcplan.importing.document import SourceCell, SourceDocument

pytestmark = pytest.mark.unmeasured

_OFFICE: Final = ("docx", "xlsx", "html")
_ONLY_WORD: Final = {
    "row_cut_by_a_page",  # a workbook has no pages
    "spreadsheet_with_notes",  # nor has it a title besides the name of a sheet
    "among_tables_that_are_no_plans",  # nor headings
    "among_lists_that_are_no_actions",
}
_SAME_IN_ALL: Final = [
    name
    for name in LAYOUTS
    if all(can_hold(ending, make_layout(name).document) for ending in _OFFICE) and name not in _ONLY_WORD
]


def plan_of(file: Path, folder: Path) -> dict[str, str]:
    """The texts of the files that come from a document, without what says where in which file something stood."""
    folder.mkdir(parents=True)
    close_off(folder)
    run = tcplan("import", file, "--reviewed", REVIEWED, cwd=folder)
    assert run.returncode == 0, run.stderr
    texts = {one.name: one.read_text("utf-8") for one in folder.rglob("plans/*/*.yaml")}
    return {name: _place_pattern().sub("", text).replace(file.name, "FILE") for name, text in texts.items()}


@cache
def _place_pattern() -> re.Pattern[str]:
    return re.compile(r" \((?:table|sheet|line|text box|[A-Z]\d)[^()]*\)$", re.MULTILINE)


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=pytest.mark.nightly if at % 9 else ()) for at, one in enumerate(_SAME_IN_ALL)]
)
def test_word_excel_and_a_page_give_the_same_plan(tmp_path: Path, name: str) -> None:
    """The file is the same, to the last comment."""
    made = make_layout(name).document
    word, excel, page = (
        plan_of(FORMATS[ending](tmp_path / f"plan.{ending}", made), tmp_path / ending) for ending in _OFFICE
    )
    assert excel == word
    assert page == word


SYNONYMS: Final = {
    "id": ("Ref", "No.", "ID", "Action no."),
    "action": ("Action", "Actions", "What we will do", "Specific actions", "Planned action"),
    "owners": ("Owner", "Owners", "By whom", "Action owners", "Who"),
    "due": ("Due date", "Timescale", "By when", "Deadline", "Target date"),
    "success": ("Success measures", "Success criteria", "How will we know?", "Measures of success"),
    "priority": ("Priority", "Priority level"),
    "rag": ("RAG", "RAG status", "Status"),
}
"""Headers that say the same, by what is in their column."""

SourceRow = dict[str, str | SourceCell]


def cells_of(action: TrueAction) -> SourceRow:
    """The cells of an action, by their columns."""
    return {
        "id": action.number,
        "action": action.title,
        "owners": ", ".join(action.owners),
        "due": action.due,
        "success": cell(*action.success),
        "priority": action.priority,
        "rag": cell(action.rag, fill=action.fill),
    }


ROWS: Final = [cells_of(action) for action in TARNHOLM.actions]


def plan_in(columns: Sequence[str], headers: dict[str, str], pages: Iterable[Sequence[SourceRow]]) -> SourceDocument:
    """A document with a table on each page; the first has the header."""
    blocks = []
    for at, rows in enumerate(pages):
        head = [row(*(headers[one] for one in columns), is_header=True)] if at == 0 else [para(f"Page {at + 1}")]
        body = [row(*(one[column] for column in columns)) for one in rows]
        blocks += [table(*head, *body)] if at == 0 else [*head, table(*body)]
    return document(heading("Tarnholm University: Technician Commitment action plan 2025 to 2027"), blocks)


USUAL: Final = {name: several[0] for name, several in SYNONYMS.items()}


_ENDINGS: Final = [
    "docx",
    "xlsx",
    "html",
]


@pytest.mark.parametrize("ending", _ENDINGS)
@pytest.mark.parametrize("seed", [pytest.param(at, marks=pytest.mark.nightly if at > 1 else ()) for at in range(12)])
def test_a_table_may_be_laid_out_otherwise(tmp_path: Path, seed: int, ending: str) -> None:
    """Columns in another order, other words for their headers, and pages that part the table change nothing."""
    chance = Random(seed)
    usual = plan_in(list(SYNONYMS), USUAL, [ROWS])
    columns = chance.sample(list(SYNONYMS), len(SYNONYMS))
    headers = {name: chance.choice(several) for name, several in SYNONYMS.items()}
    cut = chance.randint(2, len(ROWS) - 2)
    expected = entries_of(plan_of(FORMATS[ending](tmp_path / f"plan.{ending}", usual), tmp_path / "usual"))
    for at, made in enumerate(
        (
            plan_in(columns, USUAL, [ROWS]),
            plan_in(list(SYNONYMS), headers, [ROWS]),
            plan_in(list(SYNONYMS), USUAL, [ROWS[:cut], ROWS[cut:]]),
            plan_in(columns, headers, [ROWS[:cut], ROWS[cut:]]),
        )
    ):
        file = FORMATS[ending](tmp_path / f"plan-{at}.{ending}", made)
        assert entries_of(plan_of(file, tmp_path / str(at))) == expected, (columns, headers, cut)


def entries_of(texts: dict[str, str]) -> str:
    """The entries of a plan: all below what the file says of the plan as a whole."""
    (plan,) = (text for name, text in texts.items() if name != "institution.yaml")
    return plan[plan.index("\nactions:") :]


@needs_libreoffice
@pytest.mark.nightly
@pytest.mark.unmeasured
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_what_libreoffice_has_saved_is_the_same_plan(tmp_path: Path, ending: str) -> None:
    """Every layout, written as the tests write it, and as LibreOffice writes that again."""
    documents = {name: make_layout(name).document for name in LAYOUTS if name != "pillars_as_text_boxes"}
    first, again = tmp_path / "first", tmp_path / "again"
    first.mkdir()
    files = [
        FORMATS[ending](first / f"{name}.{ending}", made) for name, made in documents.items() if can_hold(ending, made)
    ]
    saved = save_all(files, ending, again)
    pairs = zip(files, saved, strict=True)
    other = [
        file.stem
        for file, copy in pairs
        if plan_of(copy, tmp_path / f"{file.stem}-again") != plan_of(file, tmp_path / f"{file.stem}-first")
    ]
    assert other == []
