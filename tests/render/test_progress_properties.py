"""What is so in every paper, whatever the plan: its numbers add up, and it agrees with the other pages."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from movement.plans import KEYS, changed, plan_text, random_actions, random_day
from render.rendering import Page
from support import write

from tcplan.comparison.movement import movement
from tcplan.comparison.since import Baseline
from tcplan.progress import Assessment, assess
from tcplan.progress.due_items import due_items_of_actions
from tcplan.render import render_document
from tcplan.values.dates import Duration, add
from tcplan.values.due_item_kinds import DueItemKind
from tcplan.values.rag import Meaning
from tcplan.views.documents.parts import Row, Table
from tcplan.views.documents.progress_paper.comparison import ProgressComparison
from tcplan.views.documents.progress_paper.document import ProgressDocument, progress_document
from tcplan.views.documents.progress_paper.due_next import MOST_DUE
from tcplan.views.documents.progress_paper.pillars import MOST_ACTIONS
from tcplan.workspace import Workspace, open_workspace

SEEDS = range(60)
MEASURES = """\
measures:
  - {id: m, title: Number, targets: {2025-12: 20%, end: 40%}, actual: {2024-06: 10%, 2025-06: 12%, 2026-06: 30%}}
"""


def on_day(folder: Path, text: str, day: date) -> tuple[Workspace, Assessment]:
    """A plan of this text on a day."""
    workspace, _ = open_workspace(write(folder, plan=f"kind: plan\nformat: 1\ntitle: P\n{text}"))
    [institution] = workspace.folders.values()
    return workspace, assess(workspace, institution, institution.plans["plan"], day)


def paper(folder: Path, seed: int) -> tuple[ProgressDocument, Assessment]:
    """The paper about a random plan, compared with an earlier day, or another version of it."""
    random = Random(seed)
    actions, key = random_actions(random, most=40), random.choice(KEYS)
    actions = [
        replace(one, keys=(*one.keys, "measured_by: m")) if random.random() < seed % 3 / 3 else one for one in actions
    ]
    since, until = sorted((random_day(random), random_day(random)))
    then = actions if seed % 2 else changed(random, actions)
    workspace, now = on_day(folder / "now", plan_text(actions, key, MEASURES), until)
    _, before = on_day(folder / "then", plan_text(then, key, MEASURES), since)
    found = ProgressComparison(now, Baseline(since, before), movement(before, now))
    return progress_document(workspace, found), now


def numbers(row: Row) -> list[int]:
    """The numbers of a row of a table."""
    cells = [cell.items[0].text for cell in row.cells if cell.number]
    return [int(one.replace("\N{MINUS SIGN}", "-")) for one in cells]


def ids(table: Table | None) -> list[str]:
    """What the rows of a table are about."""
    return [row.head.items[0].text.split()[0] for row in table.rows] if table else []


@pytest.mark.parametrize("seed", SEEDS)
def test_every_number_adds_up(tmp_path: Path, seed: int) -> None:
    """Rows to their sums, pillars to the plan, and what is listed with what is only counted to what there is."""
    document, now = paper(tmp_path, seed)
    before, after, difference = map(numbers, document.state.counts.rows)
    assert [old + change for old, change in zip(before, difference, strict=True)] == after
    assert after[-1] == now.tally().total
    *pillars, whole = map(numbers, document.overview.rows)
    assert [sum(column) for column in zip(*pillars, strict=True)] == whole
    for row in (before, after, *pillars, whole):
        assert sum(row[:-1]) == row[-1]
    for pillar, counts in zip(document.pillars, pillars, strict=True):
        more = re.match(r"And (\d+) more: (.*)\.", pillar.more)
        assert len(ids(pillar.actions)) + int(more[1] if more else 0) == counts[-1]
        assert not more or sum(map(int, re.findall(r"\d+", more[2]))) == int(more[1])
        assert bool(more) == (counts[-1] > MOST_ACTIONS)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_decisions_are_what_the_status_page_lists(tmp_path: Path, seed: int) -> None:
    """As many as are off track, overdue and silent there."""
    document, now = paper(tmp_path, seed)
    kinds = Counter(str(signal.kind) for signal in now.signals if not signal.of_measure)
    off_track = sum(
        count for colour, count in now.tally().stated.items() if now.plan.rag_key[colour].means is Meaning.OFF_TRACK
    )
    for words, count in (("off track", off_track), ("overdue", kinds["overdue"]), ("owing a report", kinds["silent"])):
        said = re.search(rf"(\d+) {words}", document.decisions.counts)
        assert int(said[1] if said else 0) == count
    decisions = document.decisions
    listed = [*ids(decisions.table), *ids(decisions.owed)]
    total = re.match(r"(\d+) decisions?:", decisions.counts)
    hidden = sum(map(int, re.findall(r"(\d+) more", f"{decisions.more} {decisions.more_owed}")))
    assert int(total[1] if total else 0) == len(listed) + hidden


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_due_next_is_what_is_due_within_90_days(tmp_path: Path, seed: int) -> None:
    """Each action once, by its first date; of the dates of the plan none has passed."""
    document, now = paper(tmp_path, seed)
    until = add(now.as_of, Duration(days=90))
    wanted = [one for one in due_items_of_actions(now, until) if one.kind is not DueItemKind.REPORT and not one.is_late]
    nodes = {id(one.node) for one in wanted}
    said = re.search(r"(\d+) actions? (?:is|are) due", document.due.counts)
    more = re.match(r"And (\d+) more", document.due.more)
    listed = [one for one in ids(document.due.table) if one[0].isdigit()]
    assert int(said[1] if said else 0) == len(nodes) == len(listed) + int(more[1] if more else 0)
    assert len(listed) == min(len(nodes), MOST_DUE)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_paper_says_nothing_of_its_files(tmp_path: Path, seed: int) -> None:
    """No id of a measure, no ISO date, no key of a file; and the page is well-formed."""
    document, _ = paper(tmp_path, seed)
    for to in ("html", "md"):
        text = render_document(document, to, tmp_path).decode()
        said = " ".join(one.text for one in Page(text).all("body")) if to == "html" else text
        assert not re.search(
            r"\d{4}-\d\d|off-track|on-track|at-risk|not-started|not_begun|unreported|measured_by", said
        )
        assert not re.search(r"comput|stated| or more\)|fewer than|make it red|phase-\d", said)
