"""Where one plan of a document ends and the next begins."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tcplan.importing.finding.building import PlanBuilder, has_actions
from tcplan.importing.finding.finished_words import is_finished
from tcplan.importing.finding.grids import cell_words, filled
from tcplan.importing.finding.groups import GroupKind
from tcplan.importing.finding.identities import PlanIdentity, is_of_past, read_identity
from tcplan.importing.finding.marked_pieces import MarkedPiece, OpenHeading
from tcplan.importing.finding.pieces import Piece
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.ledger import Ledger


class PlanSplit(NamedTuple):
    """What a piece says about which plan comes now.

    Attributes:
        identity: Which plan.
        begins_past: Whether it is the heading of a part about what has been done, such as `Progress since 2022`.
        ends_past: Whether it is only the heading that comes after such a part.
    """

    identity: PlanIdentity
    begins_past: bool = False
    ends_past: bool = False


def find_splits(marked: Sequence[MarkedPiece]) -> dict[int, PlanSplit]:
    """The pieces that begin with a heading of a certain plan, or are tables with a title of one."""
    found: dict[int, PlanSplit] = {}
    past: OpenHeading | None = None
    for place, one in enumerate(marked):
        heading = one.heading
        is_used = heading is not None and heading.used and heading.group.kind is not GroupKind.HORIZON
        identity = _read_identity(one, heading if is_used else None)
        if heading is not None and is_used and is_of_past(heading.words.text):
            past = heading
            found[place] = PlanSplit(_with_past(identity), begins_past=True)
        elif heading is not None and is_used and past is not None and heading.rank <= past.rank:
            past = None
            found[place] = PlanSplit(identity or PlanIdentity(is_past=False), ends_past=identity is None)
        elif identity is not None:
            found[place] = PlanSplit(identity)
    return found


def _with_past(identity: PlanIdentity | None) -> PlanIdentity:
    return (identity or PlanIdentity())._replace(is_past=True)


def _read_identity(one: MarkedPiece, heading: OpenHeading | None) -> PlanIdentity | None:
    texts = [heading.words.text] if heading else []
    if isinstance(one.piece, PlanTable):
        if one.piece.identity is not None:
            return one.piece.identity
        grid = one.piece.segment.grid
        texts += [slot.text for index in one.piece.segment.titles for _, slot in filled(grid.rows[index], index)]
    # The years of finished actions are no plan of their own: they are told, and stand as complete beside the others.
    return next((read for text in texts if not is_finished(text) and (read := read_identity(text))), None)


class OpenPlans:
    """The plans of a document while it is read: which is current, and which was before."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._before: PlanBuilder | None = None
        self._identity: PlanIdentity | None = None
        self.current = PlanBuilder(ledger)
        self.builders = [self.current]

    def enter(self, split: PlanSplit, one: MarkedPiece) -> None:
        """Begin another plan where a piece is of another, or go back to the one before."""
        known = self._identity
        if known is None and split.begins_past and has_actions(self.current.plan.entries):
            known = PlanIdentity(is_past=False)
        if known is None or not split.identity.is_other(known) or not has_actions(self.current.plan.entries):
            self._identity = split.identity.with_more(known) if known else split.identity
        else:
            self._identity = split.identity
            self._turn(back=split.ends_past)
            _tell_side(one.piece, self.current)
        if split.begins_past and one.heading is not None:
            self._tell_past(one.heading)

    def _turn(self, *, back: bool) -> None:
        """Go to another plan; what waits for actions belongs to the plan that begins now."""
        last = self.current
        if back and self._before is not None:
            self.current = self._before
        else:
            self.current = PlanBuilder(self._ledger)
            self.builders.append(self.current)
        self._before = last
        self.current.groups = [group for group in last.groups if group.entry is None]
        last.groups = [group for group in last.groups if group.entry is not None]

    def _tell_past(self, heading: OpenHeading) -> None:
        """Say that actions of the past are not among the others, and call their plan what their heading says."""
        if has_actions(self.current.plan.entries):
            return
        self.current.plan.title = self.current.plan.title or heading.words.text
        message = f"`{heading.words.text}` is about what has been done; its actions are in a file of their own"
        self.current.doubt("plan", message, heading.words)


def _tell_side(piece: Piece, builder: PlanBuilder) -> None:
    """Say that a table held two plans, and call the second what its header says: `Phase 2 action` is of phase 2."""
    if not isinstance(piece, PlanTable) or not piece.side:
        return
    row = piece.segment.header_rows[0]
    _, slot = filled(piece.segment.grid.rows[row], row)[0]
    builder.doubt("plan", "a table holds two plans side by side; each has a file of its own", cell_words(slot.cell))
    if phase := re.match(r"(?i)(?:phase|stage) \w+", piece.side):
        builder.plan.title = phase[0]
