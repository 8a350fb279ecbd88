"""What the headings of a document say by standing beside each other: which are pillars, and which is the title."""

from collections.abc import Sequence
from itertools import groupby

from tcplan.importing.finding.cell_kinds import is_theme
from tcplan.importing.finding.cell_lists import without_bullet
from tcplan.importing.finding.groups import GroupKind, may_be_pillar
from tcplan.importing.finding.header_texts import plain_header
from tcplan.importing.finding.marked_pieces import MarkedPiece, OpenHeading
from tcplan.importing.finding.pieces import Line
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.finding.tails import says_who_and_when

_MAY_BE_PILLARS = frozenset({GroupKind.OUTSIDE, GroupKind.LABEL})
_FEW = 2
_HALF = 0.5

Shape = tuple[str, ...]
"""What is right below a heading: the headers of its table of actions, or that its items say who and when."""

_DATED_ITEMS: Shape = ("who", "when")


def settle_siblings(marked: Sequence[MarkedPiece]) -> None:
    """A heading such as `5. Evaluation` is a pillar if the same stands below it as below the pillars beside it.

    A plan may call a pillar by the name that other documents give to a part without actions, or to a list of
    measures; what stands below it tells.
    """
    shapes = _shapes(marked)
    headings = [one.heading for one in marked if one.heading is not None and shapes.get(id(one.heading))]
    for heading in headings:
        if heading.group.kind not in _MAY_BE_PILLARS:
            continue
        beside = [one for one in headings if one.rank == heading.rank and one is not heading]
        siblings = [one for one in beside if one.group.kind is GroupKind.GROUP]
        alike = [one for one in beside if shapes[id(one)] == shapes[id(heading)] and _may_be_sibling(one)]
        is_outside = heading.group.kind is GroupKind.OUTSIDE and heading.heads_table
        is_numbered = any(one.group.number for one in siblings) and bool(heading.group.number)
        is_usual = bool(siblings) and may_be_pillar(heading.group.text)
        if (siblings and len(alike) >= _FEW) or (is_outside and (is_numbered or is_usual)):
            heading.group = heading.group._replace(kind=GroupKind.GROUP, field=None)


def _may_be_sibling(heading: OpenHeading) -> bool:
    return heading.group.kind is GroupKind.GROUP or heading.group.kind in _MAY_BE_PILLARS


def _shapes(marked: Sequence[MarkedPiece]) -> dict[int, Shape]:
    """What is right below each heading, if it is a table of actions or a list of them."""
    found: dict[int, Shape] = {}
    heading: OpenHeading | None = None
    for is_heading, run in groupby(marked, key=lambda one: one.heading is not None):
        pieces = list(run)
        if is_heading:
            heading = pieces[-1].heading
        elif heading is not None and (shape := _shape(pieces)):
            found[id(heading)] = shape
    return found


def _shape(below: Sequence[MarkedPiece]) -> Shape:
    table = next((one.piece for one in below if isinstance(one.piece, PlanTable)), None)
    if table is not None:
        return tuple(plain_header(column.header) for column in table.columns)
    lines = [one.piece for one in below if one.is_entry and isinstance(one.piece, Line) and one.piece.is_item]
    top = min((one.paragraph.depth for one in lines), default=0)
    says = [says_who_and_when(without_bullet(one.paragraph.text)) for one in lines if one.paragraph.depth == top]
    return _DATED_ITEMS if says and sum(says) >= _HALF * len(says) else ()


def settle_titles(marked: Sequence[MarkedPiece]) -> None:
    """A heading that alone of its rank has actions below it is the title of them all, if it names no pillar."""
    used: dict[int, list[OpenHeading]] = {}
    for one in marked:
        if one.heading is not None and one.heading.used:
            used.setdefault(one.heading.rank, []).append(one.heading)
    for headings in used.values():
        only = headings[0]
        if (
            len(headings) == 1
            and only.group.kind is GroupKind.GROUP
            and only.group.level is None
            and not _names_pillar(only)
        ):
            only.group = only.group._replace(kind=GroupKind.PLAN)


def _names_pillar(heading: OpenHeading) -> bool:
    return is_theme(heading.group.text) or bool(heading.group.number)
