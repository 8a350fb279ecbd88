"""Numbers that are left out in the ids of a plan (TC114)."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import gcd
from typing import NamedTuple

from tcplan.findings.codes import GAP_IN_NUMBERING
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.id_format import ids_are_known
from tcplan.rules.support.sentences import join_names
from tcplan.workspace import Node, PlanFile

SPACED = 5
"""Numbers that are all multiples of this or more (10, 20, 30) leave room on purpose."""

MOST_LEFT_OUT = 20
"""A longer jump is another way of numbering, such as by year."""

MOST_DIGITS = 3
"""A number with more digits is a year or another code."""

FEW = 4
"""If more than one row in this many begins late, rows need not begin with 1."""


class Numbered(NamedTuple):
    """An entry whose id ends in a number: the number, the text before it, its digits as they are written."""

    number: int
    stem: str
    digits: str
    node: Node

    def id_with(self, number: int) -> str:
        """The id that another number would make, with the same number of digits if there are leading zeros."""
        width = len(self.digits) if self.digits.startswith("0") else 0
        return f"{self.stem}{number:0{width}}"


def gap_in_numbering(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The ids of neighbouring entries leave out a number.

    For example, 3.1.2 is followed by 3.1.4, or A1 by A3. Ids that differ only in their last number make one row. A row
    under a parent should begin with 1 if nearly all other rows do; the pillars of a plan may begin with any number. An
    id under `formerly` fills its place, and so does an id that other ids extend. This rule leaves out numbers in steps
    of five or more, a jump of more than twenty, and numbering that runs on from one parent to the next.

    Why: Nobody can tell whether something was dropped, moved or never written. People who know the plan from an earlier
    copy look for the number and believe that a row is lost.

    Fix: If the entry was dropped, put it back with `closed` and the reason. If it has another id now, write the old id
    under `formerly` there. If the published plan has the gap, accept the finding under `accepted` with the reason.
    """
    if not ids_are_known(plan):
        return
    taken = _TakenIds(plan)
    for rows in _rows_by_depth(plan):
        often = Counter(number for row in rows for number in {one.number for one in row})
        runs_on = len(rows) > 1 and max(often.values()) == 1
        late = sum(row[0].number > 1 for row in rows)
        begins_anew = len(rows) > 1 and not runs_on and late <= max(1, len(rows) // FEW)
        for row in rows:
            if len(row) > 1 and gcd(*(one.number for one in row)) < SPACED:
                yield from _gaps(row, taken, set(often) if runs_on else set(), 1 if begins_anew else row[0].number)


def _rows_by_depth(plan: PlanFile) -> Iterator[list[list[Numbered]]]:
    """The rows of entries whose ids differ in their last number only, those with as many dots together."""
    depths = defaultdict[int, dict[str, list[Numbered]]](dict)
    for node in plan.tree.nodes:
        digits = node.id[len(node.id.rstrip("0123456789")) :]
        if digits and len(digits) <= MOST_DIGITS:
            one = Numbered(int(digits), node.id.removesuffix(digits), digits, node)
            depths[node.id.count(".")].setdefault(one.stem, []).append(one)
    for rows in depths.values():
        yield [sorted(row, key=lambda one: one.number) for row in rows.values()]


class _TakenIds:
    """Ids that are not left out, though no entry has them: former ones, and those that others extend."""

    def __init__(self, plan: PlanFile) -> None:
        self._former = {old for node in plan.tree.nodes for old in node.entry.formerly}
        # Sorted, what extends an id follows it; to keep all beginnings of all ids takes the square of their length.
        self._ids = sorted(node.id for node in plan.tree.nodes)

    def __contains__(self, id_: str) -> bool:
        longer = f"{id_}."
        index = bisect_left(self._ids, longer)
        return id_ in self._former or (index < len(self._ids) and self._ids[index].startswith(longer))


def _gaps(row: list[Numbered], taken: _TakenIds, filled: set[int], begin: int) -> Iterator[Problem]:
    """The gaps of a row that should begin with a number; a row with an id twice has another fault."""
    if len({one.number for one in row}) < len(row):
        return
    before: Numbered | None = None
    for one in row:
        between = range(before.number + 1 if before else begin, one.number)
        out = [number for number in between[:MOST_LEFT_OUT] if number not in filled]
        out = [number for number in out if one.id_with(number) not in taken]
        if out and len(between) <= MOST_LEFT_OUT:
            yield _gap(before, one, out)
        before = one


def _gap(before: Numbered | None, after: Numbered, out: list[int]) -> Problem:
    ids = [after.id_with(number) for number in out]
    in_a_row = len(out) > 2 and out[-1] - out[0] == len(out) - 1  # noqa: PLR2004 (two are named, more are a stretch)
    missing = f"{ids[0]} to {ids[-1]}" if in_a_row else join_names(ids)
    node = after.node
    comes = f"comes after {before.node.id}" if before else f"is the first under {after.stem.rstrip('.-')}"
    message = f"{node.level} {node.id} {comes}: {missing} {'is' if len(ids) == 1 else 'are'} missing"
    moved = f"it has another id now, write `formerly: {ids[0]}`"
    if len(ids) > 1:
        moved = "they have other ids now, write `formerly`"
    help_text = f"if {moved} there; otherwise say why under `accepted`"
    if before is None:
        return Problem(GAP_IN_NUMBERING, (*node.path, "id"), message, help_text)
    also, says = (*before.node.path, "id"), "the number before"
    return Problem(GAP_IN_NUMBERING, (*node.path, "id"), message, help_text, also=also, also_says=says)
