"""The two seeds come out whole. They are not part of the repository; without them these tests skip and say so."""

import re
from pathlib import Path

import pytest
from importing.making.scoring import actions_of
from support import REPOSITORY

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, SourcePlace, SourceRow, SourceTable
from tcplan.importing.finding.plans import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan
from tcplan.importing.ledger import Ledger

FOLDERS = [above / "shared" / "seeds" for above in REPOSITORY.parents[:2]]
SEEDS = next((one for one in FOLDERS if one.is_dir()), FOLDERS[0])


def read_text(path: Path) -> SourceDocument:
    """Lines with tabs as tables, all others as paragraphs."""
    blocks: list[Block] = []
    rows: list[SourceRow] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if "\t" in line:
            rows.append(
                SourceRow(tuple(_cell(text, len(rows) + 1, column) for column, text in enumerate(line.split("\t"), 1)))
            )
            continue
        if rows:
            blocks.append(SourceTable(tuple(rows), SourcePlace("table")))
            rows = []
        if line.strip():
            blocks.append(Paragraph(line.strip(), SourcePlace()))
    return SourceDocument(path.name, tuple(blocks))


def _cell(text: str, row: int, column: int) -> SourceCell:
    place = SourcePlace("table", row, column)
    texts = re.findall(r"<p>(.*?)</p>", text) or [text.strip()]
    return SourceCell(tuple(Paragraph(one, place) for one in texts), place)


def find_in_seed(pattern: str) -> FoundPlan:
    """The plan of a seed."""
    found = sorted(SEEDS.glob(pattern))
    if not found:
        pytest.skip(f"{SEEDS} has no {pattern}")
    document = read_text(found[0])
    plans = find_plans(document, Ledger(document), {})
    assert len(plans) == 1
    return plans[0]


def test_a_plan_with_slid_rows_is_whole() -> None:
    """Fifteen objectives and sixty actions, each below the one that its id extends; only what is cut off is missing."""
    plan = find_in_seed("001_*.txt")
    actions = list(actions_of(plan.entries))
    objectives = [entry for pillar in plan.entries for entry in pillar.children]
    assert [entry.level for entry in plan.entries] == [FoundLevel.PILLAR] * 6
    assert len(objectives) == 15
    assert len(actions) == 60
    assert all(one.entry.number.startswith(f"{one.above[-1].number}.") for one in actions)
    for found in (Field.DUE, Field.PRIORITY):
        assert sum(found in one.entry.fields for one in actions) == 58
    assert all(one.entry.fields[Field.THEMES] for one in actions)


def test_a_plan_of_outcomes_and_actions_is_whole() -> None:
    """Five pillars with what is said about each, and thirty actions with an outcome."""
    plan = find_in_seed("004_*.txt")
    actions: list[FoundEntry] = [one.entry for one in actions_of(plan.entries)]
    assert [entry.level for entry in plan.entries] == [FoundLevel.PILLAR] * 5
    assert all(entry.fields[Field.ABOUT] for entry in plan.entries)
    assert len(actions) == 30
    assert all(len(entry.fields[Field.SUCCESS]) == 1 for entry in actions)


@pytest.mark.parametrize("pattern", ["000_*.txt", "002_*.txt", "003_*.txt"])
def test_a_document_without_actions_has_no_plan(pattern: str) -> None:
    """A page about a plan, a report and slides are no plans."""
    found = sorted(SEEDS.glob(pattern))
    if not found:
        pytest.skip(f"{SEEDS} has no {pattern}")
    document = read_text(found[0])
    assert find_plans(document, Ledger(document), {}) == []
