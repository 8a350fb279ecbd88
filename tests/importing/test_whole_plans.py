"""A plan in many layouts, written in each format that can hold them, is imported by the command as it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from importing.making import layouts_mixed, layouts_more  # noqa: F401 (they register layouts)
from importing.making.contents import TARNHOLM, WEXHOLM, Contents
from importing.making.files import FORMATS, can_hold
from importing.making.layouts import LAYOUTS, make_layout
from importing.making.page_scoring import REVIEWED, mistakes_of
from importing.making.scoring import fold
from support import close_off, tcplan

from tcplan.importing.document import paragraphs_in
from tcplan.importing.import_plans import ImportOptions, import_document
from tcplan.importing.ledger import HEADER, REPEATED
from tcplan.workspace.glossary import Glossary

pytestmark = pytest.mark.unmeasured

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

_ALL: Final = [
    (contents, name, ending)
    for contents in (TARNHOLM, WEXHOLM)
    for name in LAYOUTS
    for ending in FORMATS
    if name not in _CANNOT_SAY.get(ending, set()) and can_hold(ending, make_layout(name).document)
]
_ONE_IN: Final = 17
"""How many there are for each that runs always; the others are for a thorough run."""

CASES: Final = [
    pytest.param(*case, id=f"{case[0].name}-{case[1]}-{case[2]}", marks=pytest.mark.nightly if at % _ONE_IN else ())
    for at, case in enumerate(_ALL)
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
    known = set(fold("\n".join([*texts, *told])).split()) | _SAID_OTHERWISE
    read = import_document(file, ImportOptions({}, REVIEWED, Glossary()))
    for paragraph in paragraphs_in(read.document.blocks):
        missing = [one for one in fold(paragraph.text).split() if not _is_known(one, known)]
        if missing and {one.key for one in read.ledger.placements_of(paragraph)} - {HEADER, REPEATED}:
            yield f"{' '.join(missing)} of {paragraph.text!r}"


_LABELS: Final = "area theme pillar objective action owner owners by when timescale due date deadline lead support"
_MORE_LABELS: Final = "success measures priority rationale"
_LETTERS: Final = "x h m l r a g b v cd s"
_IN_SHORT: Final = "march april green complete"  # the date of a criterion; what a colour means everywhere
_SAID_OTHERWISE: Final = frozenset(f"{_LABELS} {_MORE_LABELS} {_LETTERS} {_IN_SHORT}".split())
"""Words that stand in a file as a key or as a value that says the same."""


def _is_known(word: str, known: set[str]) -> bool:
    """Whether a word is known, or two that the document has written together."""
    return word in known or any(word[:at] in known and word[at:] in known for at in range(2, len(word) - 1))
