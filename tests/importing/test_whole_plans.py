"""A plan in many layouts, written in each format that can hold them, is imported by the command as it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from importing.making.contents import TARNHOLM, WEXHOLM, Contents
from importing.making.files import FORMATS, can_hold
from importing.making.layouts import LAYOUTS, make_layout
from importing.making.page_scoring import REVIEWED, mistakes_of
from importing.making.scoring import fold
from support import close_off, tcplan

from tcplan.importing.document import paragraphs_in
from tcplan.importing.import_plans import ImportOptions, import_document
from tcplan.workspace.glossary import Glossary

_HEADINGS_ALONE: Final = {
    "bullets_with_owner_and_date_in_brackets",
    "numbered_paragraphs",
    "labels_in_one_line",
    "horizons_as_headings",
    "horizons_with_success_measures_for_the_group",
    "achievements_before_new_actions",
    "a_heading_for_each_action",
    "objective_heading_then_bold_labels",
}
_COLOURS_ALONE: Final = {"colours_of_the_ids"}
_BOLD_ALONE: Final = {"title_and_description_in_a_cell"}
_CANNOT_SAY: Final = {
    "xlsx": {"pillars_as_text_boxes", "row_cut_by_a_page"},
    "csv": _COLOURS_ALONE | _BOLD_ALONE,
    "txt": _COLOURS_ALONE | _BOLD_ALONE | _HEADINGS_ALONE,
    "md": _COLOURS_ALONE,
}
"""What a format does not show of a layout although it can hold its blocks."""

CASES: Final = [
    pytest.param(contents, name, ending, id=f"{contents.name}-{name}-{ending}")
    for contents in (TARNHOLM, WEXHOLM)
    for name in LAYOUTS
    for ending in FORMATS
    if name not in _CANNOT_SAY.get(ending, set()) and can_hold(ending, make_layout(name).document)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to import into."""
    made = tmp_path / "w"
    made.mkdir()
    close_off(made)
    return made


def imported(folder: Path, file: Path) -> Any:
    """The page of an import."""
    run = tcplan("import", file, "--format", "json", "--reviewed", REVIEWED, cwd=folder)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize(("contents", "name", "ending"), CASES)
def test_a_plan_comes_out_as_it_went_in(
    folder: Path, tmp_path: Path, contents: Contents, name: str, ending: str
) -> None:
    """Every action with its fields, no other, every word somewhere, and files in which nothing is wrong."""
    layout = make_layout(name, contents)
    file = FORMATS[ending](tmp_path / f"plan.{ending}", layout.document)
    page = imported(folder, file)
    assert mistakes_of(page, layout) == []
    counts = page["fragments"]
    assert counts["total"] == counts["placed"] + counts["left_over"]
    assert counts["left_over"] == len(page["left_over"])
    assert list(lost_words(folder, page, file)) == []
    assert tcplan("validate", "--fail-on", "error", cwd=folder).returncode == 0
    assert tcplan("fmt", "--check", cwd=folder).returncode == 0


def lost_words(folder: Path, page: Any, file: Path) -> Iterator[str]:
    """The words of a document that are neither in a file nor in a comment of one, nor told; headers aside."""
    texts = [one.read_text("utf-8") for one in folder.rglob("*.yaml")]
    told = [*(one["text"] for one in page["left_over"]), *(one["message"] for one in page["doubts"])]
    known = set(fold("\n".join([*texts, *told])).split())
    read = import_document(file, ImportOptions({}, REVIEWED, Glossary({})))
    for paragraph in paragraphs_in(read.document.blocks):
        missing = [one for one in fold(paragraph.text).split() if one not in known]
        if missing and set(read.ledger.places_of(paragraph)) - {"header", "repeated"}:
            yield f"{' '.join(missing)} of {paragraph.text!r} in {read.ledger.places_of(paragraph)}"
