"""What docs/movement.md works out by hand is what comes out, and it names every kind of move."""

from movement.plans import read_plan
from support import REPOSITORY

from tcplan.comparison.movement import MoveKind, movement
from tcplan.terminal.movement import WORDS

PAGE = (REPOSITORY / "docs/movement.md").read_text("utf-8")
PLAN = """\
period: {start: 2026-01, end: 2027-12}
actions:
  - id: 1.1
    title: One
    due: 2026-06
    updates: [{date: 2026-03-01, rag: green}, {date: 2026-06-01, rag: red, due: 2026-12}]
  - {id: 1.2, title: Two, updates: [{date: 2026-06-01, rag: green}]}
  - {id: 1.3, title: Three, updates: [{date: 2026-03-01, rag: amber}], closed: {date: 2026-05-01, as: withdrawn}}
  - {id: 1.4, title: Four, added: 2026-05-01}
"""


def test_the_example_is_worked_out() -> None:
    """Each of its moves, and the totals."""
    before, after = read_plan(PLAN, "2026-03-31"), read_plan(PLAN, "2026-06-30")
    assert (before.tally().total, after.tally().total) == (3, 4)
    found = {(str(move.kind), move.action.pair.node.id) for move in movement(before, after).moves}
    assert found == {
        ("worsened", "1.1"),
        ("slipped", "1.1"),
        ("newly-reported", "1.2"),
        ("closed", "1.3"),
        ("added", "1.4"),
    }


def test_every_kind_is_explained() -> None:
    """In the words of the page on the screen."""
    assert set(WORDS) == set(MoveKind)
    assert [words for words in WORDS.values() if f"| {words[0].lower()}{words[1:]} |" not in PAGE] == []
