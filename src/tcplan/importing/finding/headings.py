"""Which lines are headings, though the document may not say so, and which items of lists are actions."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from tcplan.importing.document import Paragraph
from tcplan.importing.finding.cell_kinds import begins_like_action, is_theme, is_timeline
from tcplan.importing.finding.cell_lists import without_bullet
from tcplan.importing.finding.groups import GroupKind, GroupTitle, is_horizon, read_group
from tcplan.importing.finding.header_texts import plain_header
from tcplan.importing.finding.ids import automatic_id, id_parts, split_number
from tcplan.importing.finding.keys import legend_parts
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.marked_lines import has_action_label
from tcplan.importing.finding.note_lines import is_update_line
from tcplan.importing.finding.pieces import SHEET_RANK, Line, Piece
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.finding.row_ids import heights
from tcplan.importing.finding.tails import closes_bracket, split_tail
from tcplan.importing.found import Field, FoundLevel

PLAN_RANK = 19
BOLD_RANK = 20
PLAIN_RANK = 22
LEAD_RANK = 27
_LONGEST_TITLE = 16
_LONGEST_PLAIN = 10
_HALF = 0.5
_FEW_PAGES = 2
_LONGEST_LINE = 300


@cache
def _contents_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\t|\.{3,}|…|\s{3,})\s*\d+\s*$")


@cache
def _page_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:page|p\.?)?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)


@cache
def _last_number_pattern() -> re.Pattern[str]:
    return re.compile(r"[\s|–—-]{0,20}\b(?:page|p\.)?\s{0,5}(?<![\d/.–-])\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$")


def _pattern_of(text: str) -> str:
    """A line without its numbers, so that those of several pages are the same."""
    return re.sub(r"\d+", "#", text[:_LONGEST_LINE].strip().casefold())


def _title_of(text: str) -> str:
    """A line without the number of its page; the titles of two plans may differ in a year alone."""
    return _last_number_pattern().sub("", text.strip().casefold())


def _is_state(text: str) -> bool:
    """Whether a line says when a plan was reviewed, or what its colours mean; it names nothing below it."""
    return is_update_line(text) or bool(legend_parts(text))


class HeadingRanks:
    """The rank of each line that is a heading, and the lines that are entries of a plan in lists."""

    def __init__(self, pieces: Sequence[Piece], *, is_outline: bool) -> None:
        self._pieces = pieces
        self._is_outline = is_outline
        self._has_headings = any(isinstance(one, Line) and one.paragraph.heading for one in pieces)
        lines = [one.paragraph for one in pieces if isinstance(one, Line)]
        splits = [split for one in lines if (split := split_number(one.text)) and split.is_certain]
        self._often = Counter(_pattern_of(one.text) for one in lines if not one.heading and not one.depth)
        self._titles = Counter(_title_of(one.text) for one in lines if not one.heading and not one.depth)
        self._heights = heights([*(one.number for one in splits), *(automatic_id(one.number) for one in lines)])
        self._ranks = [self._rank(place) for place in range(len(pieces))]
        self._entries = self._find_entries() if is_outline else frozenset()

    def rank(self, place: int) -> int:
        """How deep a heading is; 0 for a line that is none."""
        return self._ranks[place]

    def is_running(self, paragraph: Paragraph) -> bool:
        """Whether a line stands on every page: a page number, or the title again and again."""
        if paragraph.heading:
            return False
        text = paragraph.text.strip()
        if _page_pattern().fullmatch(text):
            return True
        group = read_group(text)
        if group.level is not None or is_theme(group.text):
            return False
        if group.kind is GroupKind.PLAN:
            return self._titles[_title_of(text)] > 1
        is_plain = group.kind is GroupKind.GROUP and not self._is_outline and ":" not in text
        return is_plain and self._often[_pattern_of(text)] > _FEW_PAGES

    def is_entry(self, place: int) -> bool:
        """Whether a line is an action, or belongs to one."""
        return place in self._entries

    def _rank(self, place: int) -> int:  # noqa: PLR0911 -- a choice, in order
        piece = self._pieces[place]
        if not isinstance(piece, Line) or not piece.paragraph.text.strip():
            return 0
        paragraph = piece.paragraph
        if piece.is_action or piece.label or piece.is_value or self.is_running(paragraph) or _is_state(paragraph.text):
            return 0
        if piece.heading:
            return SHEET_RANK + piece.heading
        text = paragraph.text.strip()
        words = len(text.split())
        before = self._pieces[place - 1] if place else None
        if isinstance(before, Line) and closes_bracket(before.paragraph.text, text):
            return 0
        if words > _LONGEST_TITLE * 2 or _contents_pattern().search(text) or text.endswith((".", ";", ",")):
            return 0
        if self._is_outline and (not _may_head(paragraph) or (text[0].islower() and not paragraph.is_bold)):
            return 0
        if piece.is_item and not (paragraph.is_bold or self._heads_table(place)):
            return 0
        return self._rank_by_words(place, paragraph, text, words)

    def _rank_by_words(  # noqa: PLR0911 -- a choice, in order
        self, place: int, paragraph: Paragraph, text: str, words: int
    ) -> int:
        group = read_group(text, automatic_id(paragraph.number))
        is_named = group.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE} or is_theme(group.text)
        near = self._heads_table(place)
        if group.kind is GroupKind.PLAN and words <= _LONGEST_TITLE:
            return PLAN_RANK if not self._has_headings or near else 0
        if is_named:
            rank = BOLD_RANK if paragraph.is_bold or paragraph.place.part.startswith("text box") else PLAIN_RANK
            return rank + (1 if group.level is FoundLevel.OBJECTIVE else 0)
        if group.kind is GroupKind.HORIZON and (self._is_outline or near):
            return LEAD_RANK - 1
        if words > _LONGEST_TITLE:
            return 0
        if group.kind is GroupKind.LABEL and self._is_outline and not text.rstrip(":").count(":"):
            return LEAD_RANK
        if self._is_outline and text.endswith(":"):
            return LEAD_RANK
        if paragraph.is_bold and (near or not self._has_headings):
            return BOLD_RANK
        if (
            group.number
            and words <= _LONGEST_TITLE
            and (near or self._is_above(group.number, place))
            and not begins_like_action(group.text)
        ):
            return PLAIN_RANK + len(id_parts(group.number)) - 1
        is_box = paragraph.place.part.startswith("text box")
        if words <= _LONGEST_PLAIN and (
            is_box or (near and not self._has_headings) or (self._is_outline and self._heads_list(place))
        ):
            return BOLD_RANK if is_box else PLAIN_RANK
        return 0

    def _is_above(self, number: str, place: int) -> bool:
        """Whether a numbered line has others below it: by their ids, or as items of a list."""
        return self._is_outline and (self._heights.get(id_parts(number), 0) > 0 or self._heads_list(place))

    def _heads_table(self, place: int) -> bool:
        """Whether a table of actions comes after this line, with at most one line between."""
        between = 0
        for piece in self._pieces[place + 1 : place + 6]:
            if isinstance(piece, PlanTable):
                return True
            if isinstance(piece, Line) and not piece.paragraph.text.strip():
                continue
            between += 1
            if between > 1 or not isinstance(piece, Line) or piece.heading:
                return False
        return False

    def _heads_list(self, place: int) -> bool:
        """Whether items of a list come directly after this line."""
        for piece in self._pieces[place + 1 : place + 3]:
            if isinstance(piece, Line) and piece.paragraph.text.strip():
                return piece.is_item
        return False

    def _find_entries(self) -> frozenset[int]:
        """The items of those lists in which most begin as actions do, and all lines with labels of actions."""
        found: set[int] = set()
        run: list[int] = []
        group: GroupTitle | None = None
        is_plan = self.says_plan()
        for place, piece in enumerate([*self._pieces, None]):
            ends = piece is None or not isinstance(piece, Line) or self._ranks[place] > 0
            if not ends:
                run.append(place)
                continue
            found |= self._entries_of(run, is_plan=is_plan and group is not None and heads_actions(group))
            run = []
            if isinstance(piece, Line):
                group = read_group(piece.paragraph.text, automatic_id(piece.paragraph.number))
        return frozenset(found)

    def says_plan(self) -> bool:
        """Whether a heading says that the document is a plan."""
        return any(
            rank and isinstance(piece, Line) and read_group(piece.paragraph.text).kind is GroupKind.PLAN
            for piece, rank in zip(self._pieces, self._ranks, strict=True)
        )

    def _entries_of(self, run: Sequence[int], *, is_plan: bool) -> set[int]:
        lines = {place: piece for place in run if isinstance(piece := self._pieces[place], Line)}
        items = {place: one for place, one in lines.items() if is_entry(one)}
        if not items:
            return set()
        top = min(one.paragraph.depth for one in items.values())
        tops = [one for one in items.values() if one.paragraph.depth == top]
        labelled = any(has_action_label(one.paragraph.text) or one.is_action for one in lines.values())
        like = sum(looks_like_action(one.paragraph) for one in tops)
        return set(lines) if labelled or is_plan or like >= _HALF * len(tops) else set()


def heads_actions(group: GroupTitle) -> bool:
    """Whether a heading is one that actions are listed below, whatever their words."""
    if group.kind in {GroupKind.HORIZON, GroupKind.LABEL}:
        return True
    if group.kind is GroupKind.GENERIC:
        return plain_header(group.text) != "technician commitment"
    return group.kind is GroupKind.GROUP and (group.level is not None or is_theme(group.text))


def _may_head(paragraph: Paragraph) -> bool:
    """Whether a line of a list can be a heading: not an action, and without what belongs to one."""
    parts = split_labels(paragraph.text)
    return len(parts) == 1 and (
        parts[0].field is None or not parts[0].text or parts[0].field in {Field.OBJECTIVE, Field.PILLAR}
    )


def is_entry(line: Line) -> bool:
    """Whether a line may be an entry: an item of a list, or a paragraph with an id or a label in front."""
    if line.is_item or line.is_action:
        return True
    paragraph = line.paragraph
    split = split_number(paragraph.text)
    if split and (split.label or (split.number and split.is_certain)):
        return True
    return split_labels(paragraph.text)[0].field is not None


def looks_like_action(paragraph: Paragraph) -> bool:
    """Whether an item reads like something that will be done."""
    text = without_bullet(paragraph.text)
    split = split_number(text)
    rest = split.rest if split and split.is_certain and split.rest else text
    if split and split.label == FoundLevel.ACTION:
        return True
    if is_timeline(rest) or is_horizon(rest):
        return False
    values = {found for found, _ in split_tail(rest)[1]}
    return (
        begins_like_action(rest) or bool(values & {Field.OWNERS, Field.LEAD}) or bool(split and split.number.count("."))
    )
