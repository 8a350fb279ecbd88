"""The plans of a document: its tables of actions, or its lists where it has none, each below its headings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tcplan.importing.document import Paragraph, SourceDocument
from tcplan.importing.finding.building import Group, PlanBuilder, has_actions, put_headers
from tcplan.importing.finding.finished_parts import actions_in, find_finished, tell_finished
from tcplan.importing.finding.grids import paragraph_words
from tcplan.importing.finding.groups import GroupKind, default_level, names_again, read_group
from tcplan.importing.finding.headers import HeaderFinder
from tcplan.importing.finding.headings import HeadingRanks
from tcplan.importing.finding.ids import automatic_id
from tcplan.importing.finding.keys import colour_of_line, key_parts, key_words
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.marked_pieces import MarkedPiece, OpenHeading
from tcplan.importing.finding.outline import OutlineReader, has_outline, is_dated_action
from tcplan.importing.finding.parents import settle_parents
from tcplan.importing.finding.piece_reader import PieceReader
from tcplan.importing.finding.pieces import SHEET_RANK, FormTable, Line, OtherTable, Piece, SheetName, plan_tables
from tcplan.importing.finding.plan_splits import OpenPlans, find_splits
from tcplan.importing.finding.plan_tables import PlanTable, align_tables
from tcplan.importing.finding.repeated_actions import merge_repeats
from tcplan.importing.finding.row_context import TableContext
from tcplan.importing.finding.rows import RowReader, read_form
from tcplan.importing.finding.sheet_ids import give_sheet_id, sheet_id
from tcplan.importing.finding.sibling_headings import settle_siblings, settle_titles
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan, Words
from tcplan.importing.ledger import Ledger


def find_plans(document: SourceDocument, ledger: Ledger, mapping: Mapping[str, Field]) -> list[FoundPlan]:
    """The plans of a document, in its order; none if it holds no actions.

    Args:
        document: The document.
        ledger: Where it is noted which fragments are headers; all others are in the words of the plans.
        mapping: The fields of columns that a person has named, by their headers.
    """
    finder = HeaderFinder(mapping)
    pieces = PieceReader(finder).read(document)
    align_tables(plan_tables(pieces), finder)
    builders = _DocumentReader(pieces, ledger).read()
    plans = [builder.finish() for builder in builders]
    plans = [plan for plan in plans if has_actions(plan.entries)] or []
    for plan in plans:
        merge_repeats(plan, ledger)
        settle_parents(plan)
    if plans:
        _leave_rest(plans, ledger)
    return plans


class _DocumentReader:
    """Reads the pieces of a document below their headings."""

    def __init__(self, pieces: Sequence[Piece], ledger: Ledger) -> None:
        self._ledger = ledger
        # The name of a sheet is the title of a plan only if nothing in the sheet is.
        self._sheets = {piece.name for piece in pieces if isinstance(piece, SheetName)}
        self._has_tables = any(isinstance(piece, (PlanTable, FormTable)) for piece in pieces)
        self._is_outline = not self._has_tables and (has_outline(pieces) or _are_promises(pieces))
        ranks = HeadingRanks(pieces, is_outline=self._is_outline)
        self._ranks = ranks
        self._marked = list(_mark(pieces, ranks, is_outline=self._is_outline))
        self._outline = OutlineReader(pieces)
        self._sheet_id = ""
        self._by_table = self._numbers()
        texts = [piece.paragraph.text for piece in pieces if isinstance(piece, Line)]
        self._colours = {colour for text in texts if key_parts(text) and (colour := colour_of_line(text))}

    def _key_parts(self, text: str) -> list[str]:
        """What a line says of each colour; a line about one colour is part of a key only where others are explained."""
        parts = key_parts(text)
        return parts if len(parts) > 1 or len(self._colours) > 1 or not self._is_outline else []

    def _numbers(self) -> list[str]:
        builder = PlanBuilder(self._ledger)
        found: list[str] = []
        for one in self._marked:
            if isinstance(one.piece, PlanTable):
                found += TableContext(one.piece, builder, ()).numbers()
        return found

    def read(self) -> list[PlanBuilder]:
        """The plans."""
        plans = OpenPlans(self._ledger)
        splits, finished = find_splits(self._marked), find_finished(self._marked)
        for place, one in enumerate(self._marked):
            if place in splits:
                plans.enter(splits[place], one)
            known = self._actions(plans.current) if place in finished else frozenset()
            self._read_piece_of_sheet(one, plans.current)
            if place in finished:
                tell_finished(finished[place], plans.current, known)
        return plans.builders

    @staticmethod
    def _actions(builder: PlanBuilder) -> frozenset[int]:
        return frozenset(map(id, actions_in(builder.plan.entries)))

    def _read_piece_of_sheet(self, one: MarkedPiece, builder: PlanBuilder) -> None:
        """Read a piece; the first action below the name of a form has the id that is in the name."""
        known = self._actions(builder) if self._sheet_id else frozenset()
        self._read_piece(one, builder)
        if self._sheet_id and (new := [one for one in actions_in(builder.plan.entries) if id(one) not in known]):
            give_sheet_id(self._sheet_id, new)
            self._sheet_id = ""
        if one.heading is not None:
            self._sheet_id = sheet_id(one.heading.words.text)

    def _read_piece(self, one: MarkedPiece, builder: PlanBuilder) -> None:
        piece = one.piece
        if one.heading is not None:
            self._read_heading(one.heading, builder)
        elif isinstance(piece, PlanTable):
            RowReader(piece, builder, self._by_table).read()
        elif isinstance(piece, Line) and (parts := self._key_parts(piece.paragraph.text)):
            builder.plan.key.extend(paragraph_words(piece.paragraph, text=part) for part in parts)
        elif isinstance(piece, Line) and not piece.is_value and self._ranks.is_running(piece.paragraph):
            put_headers(self._ledger, (piece.paragraph,))
        elif isinstance(piece, Line) and piece.is_action:
            self._outline.read_title(piece.paragraph, builder)
        elif isinstance(piece, FormTable):
            read_form(piece.table, builder)
        elif isinstance(piece, Line) and self._is_outline:
            self._outline.read_line(piece, builder, is_inside=one.is_entry)
        elif isinstance(piece, Line):
            _read_text(piece.paragraph, builder)
        elif isinstance(piece, OtherTable) and (lines := key_words(piece.table)):
            builder.plan.key.extend(lines)

    def _read_heading(self, heading: OpenHeading, builder: PlanBuilder) -> None:
        group = heading.group
        self._outline.leave_label()
        if not heading.words.text.strip() or _is_caption_again(heading, builder):
            return
        if group.kind is GroupKind.HORIZON:
            builder.close_groups(heading.rank)
            words = replace(heading.words, text=group.text)
            builder.set_horizon(words, heading.rank, group.field or Field.DUE)
        elif group.kind is GroupKind.GROUP:
            above = [one for one in builder.groups if one.rank < heading.rank and one.level is FoundLevel.PILLAR]
            level = default_level(group, has_pillar=bool(above))
            builder.open_group(Group(level, group.number, replace(heading.words, text=group.text), heading.rank))
        elif group.kind is GroupKind.LABEL and self._is_outline:
            self._outline.enter_label(group, heading.words)
            put_headers(self._ledger, heading.words.paragraphs)
        elif group.kind in {GroupKind.PLAN, GroupKind.GENERIC}:
            builder.close_groups(heading.rank)
            is_named = bool(builder.plan.title) and builder.plan.title not in self._sheets
            if heading.used and group.kind is GroupKind.PLAN and not is_named:
                builder.plan.title = heading.words.text
                builder.is_called_like_sheet = not heading.words.paragraphs
                put_headers(self._ledger, heading.words.paragraphs)
            elif heading.words.paragraphs:
                builder.plan.about.append(heading.words)
            self._outline.enter_section(builder, is_past=False)
        else:
            builder.close_groups(heading.rank)
            builder.loose.append(heading.words)
            self._outline.enter_section(builder, is_past=True)
        if group.kind in {GroupKind.GROUP, GroupKind.HORIZON}:
            self._outline.enter_section(builder, is_past=False)


def _are_promises(pieces: Sequence[Piece]) -> bool:
    """Whether sentences are all the actions that a document has: they begin with "We will", or say who and when."""
    promises = [one for one in pieces if isinstance(one, Line) and _is_promise(one)]
    if any(isinstance(one, Line) and one.is_item for one in pieces) or len(promises) <= _FEW_PROMISES:
        return False
    for line in promises:
        line.is_listed = True
    return has_outline(pieces)


def _is_promise(line: Line) -> bool:
    words = line.paragraph.text.casefold().split()
    begins = words[:2] in (["we", "will"], ["we", "plan"], ["we", "shall"], ["we'll", "be"])
    return not line.heading and len(words) < _LONGEST_PROMISE and (begins or is_dated_action(line.paragraph))


_FEW_PROMISES = 2
_LONGEST_PROMISE = 60


def _read_text(paragraph: Paragraph, builder: PlanBuilder) -> None:
    """Prose: about the group that has just been opened, else about the plan."""
    if not paragraph.text.strip():
        return
    words = paragraph_words(paragraph)
    if builder.groups and builder.groups[-1].entry is None:
        parts = split_labels(paragraph.text)
        if all(part.field in _OF_GROUPS and part.text for part in parts):
            for part in parts:
                builder.add_group_field(part.field or Field.ABOUT, paragraph_words(paragraph, part.label, part.text))
            return
        builder.groups[-1].about.append(words)
    else:
        builder.loose.append(words)


_OF_GROUPS = frozenset({Field.LEAD, Field.OWNERS, Field.SUCCESS, Field.PRIORITY, Field.ALIGNS, Field.RESOURCES})
"""What labelled lines between a heading and its table say about a pillar or objective."""


def _mark(pieces: Sequence[Piece], ranks: HeadingRanks, *, is_outline: bool) -> Iterator[MarkedPiece]:
    """The pieces with their headings; those above actions are marked as used."""
    stack: list[OpenHeading] = []
    marked: list[MarkedPiece] = []
    for place, piece in enumerate(pieces):
        heading = _heading_of(piece, ranks.rank(place))
        if heading is not None:
            stack = [one for one in stack if one.rank < heading.rank]
            stack.append(heading)
        elif isinstance(piece, PlanTable) or (isinstance(piece, Line) and piece.is_action) or ranks.is_entry(place):
            if isinstance(piece, Line) and piece.is_action and piece.heading:
                stack = [one for one in stack if one.rank < SHEET_RANK + piece.heading]
            for one in stack:
                one.used = True
            nearest = next((one for one in reversed(stack) if one.rank != COLUMN), None)
            if nearest is not None and isinstance(piece, PlanTable):
                nearest.heads_table = True
        marked.append(MarkedPiece(piece, heading, is_outline and ranks.is_entry(place)))
    settle_siblings(marked)
    settle_titles(marked)
    return iter(marked)


def _heading_of(piece: Piece, rank: int) -> OpenHeading | None:
    if isinstance(piece, SheetName):
        place = piece.place
        words = Words((), piece.name, place)
        return OpenHeading(SHEET_RANK if piece.is_sheet else COLUMN, read_group(piece.name), words)
    if isinstance(piece, Line) and rank:
        paragraph = piece.paragraph
        return OpenHeading(rank, read_group(paragraph.text, automatic_id(paragraph.number)), paragraph_words(paragraph))
    return None


COLUMN = 29


def _is_caption_again(heading: OpenHeading, builder: PlanBuilder) -> bool:
    """Whether the caption of a table says again what the heading above it says: `Actions for Visibility`."""
    title = builder.groups[-1].title.text if builder.groups and builder.groups[-1].entry is None else ""
    return heading.rank == COLUMN and not heading.words.paragraphs and names_again(title, heading.group.text)


def _leave_rest(plans: Sequence[FoundPlan], ledger: Ledger) -> None:
    """What is in no words of a plan and is no header is left over."""
    known = {id(paragraph) for plan in plans for paragraph in paragraphs_of(plan)}
    rest = [one for one in ledger.unplaced() if id(one) not in known]
    for paragraph in rest:
        plans[-1 if len(plans) == 1 else 0].left.append(paragraph_words(paragraph))


def paragraphs_of(plan: FoundPlan) -> Iterator[Paragraph]:
    """All paragraphs in the words of a plan."""
    for words in (*plan.about, *plan.key, *plan.left):
        yield from words.paragraphs
    yield from _paragraphs_of_entries(plan.entries)


def _paragraphs_of_entries(entries: Iterable[FoundEntry]) -> Iterator[Paragraph]:
    for entry in entries:
        yield from entry.title.paragraphs
        for several in entry.fields.values():
            for words in several:
                yield from words.paragraphs
        yield from _paragraphs_of_entries(entry.children)
