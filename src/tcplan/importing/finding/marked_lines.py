"""Lines that are more than text: titles of actions, numbered lists; and tables that only sound like plans."""

from collections.abc import Sequence
from itertools import pairwise

from tcplan.importing.document import Paragraph
from tcplan.importing.finding.cell_lists import without_bullet
from tcplan.importing.finding.groups import GroupKind, read_group
from tcplan.importing.finding.ids import id_parts, split_number
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.pieces import FormTable, Line, OtherTable, Piece, SheetName
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.finding.tails import says_who_and_when
from tcplan.importing.found import Field, FoundLevel

_FEW = 2


def leave_inferred(pieces: list[Piece]) -> None:
    """Where a header says which table holds actions, others whose words only sound like it are no plans."""
    for table in _of_objectives(pieces):
        for column in table.columns:
            if column.was_objective:
                column.field, table.is_objectives = Field.OBJECTIVE, True
    if any(isinstance(one, PlanTable) and not one.is_inferred and not one.is_continued for one in pieces):
        pieces[:] = [
            OtherTable(one.segment.grid.table) if isinstance(one, PlanTable) and one.is_inferred else one
            for one in pieces
        ]


def _of_objectives(pieces: Sequence[Piece]) -> list[PlanTable]:
    """The tables of objectives, where others hold the actions."""
    tables = [one for one in pieces if isinstance(one, PlanTable)]
    found = [one for one in tables if any(column.was_objective for column in one.columns)]
    has_actions = any(not one.is_inferred and not any(one is other for other in found) for one in tables)
    return found if has_actions else []


def mark_titles(pieces: list[Piece]) -> None:
    """Find the titles of actions: the lines right above forms, and headings with nothing but labelled lines below."""
    _take_captions(pieces)
    titles = [line for place, piece in enumerate(pieces) if (line := _title_above(pieces, place, piece))]
    for place, piece in enumerate(pieces):
        if isinstance(piece, Line) and _may_be_title(piece) and _has_labels_below(pieces, place):
            titles.append(piece)
    if len(titles) > 1:
        for line in titles:
            line.is_action = True
    else:
        pieces[:] = [OtherTable(one.table.segment.grid.table) if isinstance(one, FormTable) else one for one in pieces]


def _take_captions(pieces: list[Piece]) -> None:
    """Take the captions of forms for lines above them: each is the action that its form is about."""
    for place, (piece, below) in enumerate(pairwise(pieces)):
        if isinstance(piece, SheetName) and not piece.is_sheet and isinstance(below, FormTable):
            pieces[place] = Line(Paragraph(piece.name, piece.place))


def _may_be_title(line: Line) -> bool:
    """Whether a line is a heading, is bold, or has an id of its own, such as `1.2 Develop web pages`."""
    split = split_number(line.paragraph.text) if not line.paragraph.depth else None
    return bool(line.heading or line.paragraph.is_bold or (split and split.is_certain and split.rest))


def _has_brackets(text: str) -> bool:
    """Whether a line is an action with who and when in brackets, and not a paragraph that labels end."""
    return text.rstrip(" .;").endswith((")", "]")) and says_who_and_when(text)


def _has_id(line: Line) -> bool:
    split = split_number(line.paragraph.text) if not line.paragraph.depth else None
    return bool(split and split.is_certain and split.number and split.rest)


def _title_above(pieces: Sequence[Piece], place: int, piece: Piece) -> Line | None:
    if not isinstance(piece, FormTable):
        return None
    for before in reversed(pieces[max(0, place - 3) : place]):
        if isinstance(before, Line) and before.paragraph.text.strip():
            return before
        if not isinstance(before, Line):
            return None
    return None


def _has_labels_below(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the line below a heading is an owner or a date, and no action is named before the next heading."""
    text = pieces[place]
    if not isinstance(text, Line) or read_group(text.paragraph.text).kind is not GroupKind.GROUP:
        return False
    below: list[Field] = []
    is_first_bold = False
    for piece in pieces[place + 1 :]:
        if isinstance(piece, PlanTable):
            return False  # what the lines say is said of all the actions of the table
        if not isinstance(piece, Line) or piece.heading:
            break
        if not piece.paragraph.text.strip():
            continue
        told = [part.field for part in split_labels(piece.paragraph.text) if part.field is not None]
        if (not below and _has_id(piece)) or (is_first_bold and not piece.paragraph.is_bold):
            return False  # the line below it is the title, and has a word of labels in it: `4.1 Target: half are women`
        is_first_bold = not below and piece.paragraph.is_bold and not piece.is_item
        words = without_bullet(piece.paragraph.text)
        is_own = split_labels(words)[0].field is None and (piece.is_item or _has_brackets(words))
        if not below and (not told or is_own):
            break
        if has_action_label(text.paragraph.text) and has_action_label(piece.paragraph.text):
            break  # the next action, in a line that the document does not call a heading
        if {Field.ACTION, Field.OBJECTIVE} & set(told) or has_action_label(piece.paragraph.text):
            return False
        below += told
    return bool(set(below) & {Field.OWNERS, Field.LEAD, Field.DUE})


def mark_numbered(pieces: Sequence[Piece]) -> None:
    """Find the paragraphs that are a list because all of them begin with another id, such as `A1 ...`, `A2 ...`."""
    run: list[Line] = []
    for piece in [*pieces, None]:
        if isinstance(piece, Line) and not piece.paragraph.text.strip():
            continue
        if isinstance(piece, Line) and not piece.heading and split_number(piece.paragraph.text):
            run.append(piece)
            continue
        numbers = [found.number for one in run if (found := split_number(one.paragraph.text)) and found.number]
        if len(numbers) > _FEW and len(set(numbers)) == len(run) and all(map(_is_next, numbers, numbers[1:])):
            for one in run:
                one.is_listed = True
        run = []


def _is_next(number: str, following: str) -> bool:
    """Whether an id is of the same kind as the one before, and after it."""
    parts, then = id_parts(number), id_parts(following)
    return len(parts) == len(then) and (len(parts[-1]), parts) < (len(then[-1]), then)


def has_action_label(text: str) -> bool:
    """Whether a line says that it is an action: `Action 3: ...`."""
    split = split_number(text)
    return bool(split and split.label == FoundLevel.ACTION and split.rest) or any(
        part.field is Field.ACTION and part.text for part in split_labels(text)
    )
