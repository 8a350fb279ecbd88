"""Plans without tables: lists below headings, numbered paragraphs, and lines with labels."""

from collections.abc import Sequence
from dataclasses import replace

from tcplan.importing.document import Paragraph
from tcplan.importing.finding.building import Group, PlanBuilder, add_words, join_words
from tcplan.importing.finding.cell_kinds import begins_like_action
from tcplan.importing.finding.cell_lists import without_bullet
from tcplan.importing.finding.chance_words import find_chance_labels
from tcplan.importing.finding.grids import paragraph_words
from tcplan.importing.finding.groups import GroupKind, GroupTitle, read_group
from tcplan.importing.finding.headings import (
    HeadingRanks,
    heads_actions,
    is_entry,
    looks_like_action,
)
from tcplan.importing.finding.ids import automatic_id, id_parts, is_below, split_number
from tcplan.importing.finding.label_values import may_go_on, read_unknown_label
from tcplan.importing.finding.labels import LabelledText, split_labels
from tcplan.importing.finding.marked_lines import has_action_label
from tcplan.importing.finding.pieces import SHEET_RANK, Line, Piece
from tcplan.importing.finding.row_ids import are_numbered, heights
from tcplan.importing.finding.tails import closes_bracket, says_who_and_when, split_tail
from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words
from tcplan.importing.ledger import HEADER

_LABEL_GROUP_RANK = 60
_LEAST = 2


def has_outline(pieces: Sequence[Piece]) -> bool:
    """Whether lists and labelled lines are a plan: they read like actions, and something says that they are."""
    ranks = HeadingRanks(pieces, is_outline=True)
    is_plan = ranks.says_plan()
    stack: list[tuple[int, GroupTitle]] = []
    entries, told, labelled, items, dated = 0, 0, 0, 0, 0
    for place, piece in enumerate(pieces):
        if not isinstance(piece, Line) or not piece.paragraph.text.strip():
            continue
        if rank := ranks.rank(place):
            stack = [one for one in stack if one[0] < rank]
            stack.append((rank, read_group(piece.paragraph.text)))
            continue
        items += piece.is_item
        if not ranks.is_entry(place) or not is_entry(piece) or not _is_inside(stack):
            continue
        labelled += has_action_label(piece.paragraph.text) or piece.is_action
        entries += looks_like_action(piece.paragraph) or (is_plan and bool(stack) and heads_actions(stack[-1][1]))
        told += any(_says_plan(group) for _, group in stack) or not stack
        dated += is_dated_action(piece.paragraph)
    if labelled >= _LEAST or (dated > _LEAST and dated >= _SHARE * items):
        return True
    return entries >= _LEAST and told >= _LEAST and entries >= _SHARE * items


_SHARE = 0.25


def is_dated_action(paragraph: Paragraph) -> bool:
    """Whether an item says what will be done, by whom and when, so that no heading has to say that it is an action.

    A paper with its author and year is no action: nothing in it says that somebody is to do something.
    """
    text = without_bullet(paragraph.text)
    return says_who_and_when(text) and (begins_like_action(text) or len(split_labels(text)) > 1)


def _is_whole_entry(line: Line) -> bool:
    """Whether a line is an action with an id of its own, and who and when at its end."""
    return is_entry(line) and says_who_and_when(without_bullet(line.paragraph.text))


def _is_inside(stack: Sequence[tuple[int, GroupTitle]]) -> bool:
    return not stack or stack[-1][1].kind not in {GroupKind.OUTSIDE, GroupKind.PAST}


def _says_plan(group: GroupTitle) -> bool:
    """Whether a heading is one that actions stand below."""
    return group.kind is GroupKind.PLAN or heads_actions(group)


def _number_and_text(paragraph: Paragraph, *, is_listed: bool = False) -> tuple[str, str, str]:
    """The label, the id and the words of an item."""
    text = without_bullet(paragraph.text)
    split = split_number(text)
    automatic = automatic_id(paragraph.number)
    if split and (split.is_certain or is_listed) and split.rest:
        return split.label, split.number or automatic, split.rest
    return "", automatic, text


class OutlineReader:
    """Reads the lines of a plan that is no table."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        lines = [piece for piece in pieces if isinstance(piece, Line)]
        numbers = [_number_and_text(one.paragraph)[1] for one in lines if is_entry(one)]
        self._heights = heights([number for number in numbers if number])
        self._chance_labels = find_chance_labels(pieces)
        splits = [_number_and_text(one.paragraph, is_listed=one.is_listed) for one in lines if is_entry(one)]
        self._are_numbered = any(one[0] for one in splits) or are_numbered([one[1] for one in splits])
        self._labelled = sum(has_action_label(one.paragraph.text) or one.is_action for one in lines) >= _LEAST
        self._label: tuple[Field, str] | None = None
        self._label_depth = 0
        self._is_lone = False
        self._is_past = False
        self._depth = 0
        self._last: FoundEntry | None = None
        self._listed: list[FoundEntry] = []
        self._is_for_all = False
        self._has_value = False
        self._has_numbered_value = False
        self._has_told_flat = False

    def enter_section(self, builder: PlanBuilder, *, is_past: bool) -> None:
        """A heading: whether what comes below it are actions."""
        del builder
        self._is_past = is_past
        self._depth = 0
        self._last = None
        self._listed = []

    def enter_label(self, group: GroupTitle, words: Words) -> None:
        """A heading such as "Success measures": what comes below it is that."""
        self._has_value = False
        self._label = (group.field or Field.ABOUT, words.text)

    def leave_label(self) -> None:
        """Another heading."""
        self._label, self._is_lone = None, False

    def read_line(  # noqa: C901, PLR0912 -- a choice, in order
        self, line: Line, builder: PlanBuilder, *, is_inside: bool = True
    ) -> None:
        """Read a line."""
        paragraph = line.paragraph
        if not paragraph.text.strip():
            return
        parts = split_labels(without_bullet(paragraph.text))
        if id(paragraph) in self._chance_labels:
            parts = [LabelledText(None, "", without_bullet(paragraph.text))]
        elif self._label and self._last and len(parts) == 1 and parts[0].field is None and not line.is_item:
            parts = [read_unknown_label(parts[0].text) or parts[0]]
        if line.is_action:
            self.read_title(paragraph, builder)
        elif self._last is not None and (line.label or line.is_value):
            self._read_lone(line, self._last, builder)
        elif self._is_past or not is_inside:
            self._read_text(paragraph, builder)
        elif self._is_lone and not line.is_item and len(parts) == 1 and parts[0].field is None:
            self._label, self._is_lone, self._last = None, False, None
            self._read_text(paragraph, builder)
        elif has_action_label(paragraph.text) and parts[0].field is None:
            self._label = None
            self._read_item(line, builder)
        elif parts[0].field is not None:
            self._read_labelled(paragraph, parts, builder)
        elif self._label is not None and (self._begins_next(paragraph) or self._is_beside_last(line)):
            self._label = None
            self._read_item(line, builder)
        elif self._label is None and self._goes_on(paragraph):
            self._join_title(paragraph)
        elif self._last is not None and not line.is_item and len(parts) > 1 and not _is_whole_entry(line):
            self._read_labelled(paragraph, parts, builder)
        elif self._label is not None and (
            line.is_item or builder.current.get(FoundLevel.ACTION) is None or self._label[0] is not Field.ACTION
        ):
            self._read_value(paragraph, builder, is_item=line.is_item)
        elif is_entry(line):
            self._read_item(line, builder)
        else:
            self._read_text(paragraph, builder)

    def _read_lone(self, line: Line, entry: FoundEntry, builder: PlanBuilder) -> None:
        """A label in a line of its own, or a line below it."""
        if line.label is not None:
            self._label, self._has_value, self._is_lone = (line.label, line.paragraph.text.strip()), True, True
            builder.ledger.put((line.paragraph,), HEADER)
        elif self._label is not None:
            found, label = self._label
            add_words(entry, found, paragraph_words(line.paragraph, label, without_bullet(line.paragraph.text)))

    def _begins_next(self, paragraph: Paragraph) -> bool:
        """Whether a numbered line after a label is the next action, and not one of several numbered values."""
        split = split_number(without_bullet(paragraph.text))
        if self._last is None or not (split and split.is_certain and split.number and split.rest):
            return False
        own, before = id_parts(split.number), id_parts(self._last.number)
        if len(own) != len(before) or own == before:
            return False
        return len(own) > 1 or (own[0].isdigit() and before[0].isdigit() and self._is_successor(own[0], before[0]))

    def _is_beside_last(self, line: Line) -> bool:
        """Whether an item stands as deep as the last action, after labelled items below that one: it is the next."""
        depth = line.paragraph.depth
        return self._last is not None and line.is_item and 0 < depth == self._depth < self._label_depth

    def _is_successor(self, own: str, before: str) -> bool:
        return int(own) == int(before) + 1 and not self._has_numbered_value

    def _goes_on(self, paragraph: Paragraph) -> bool:
        """Whether a line is the rest of the title above it, which was too long for one."""
        last = self._last
        if last is None or last.fields or last.children or paragraph.depth or paragraph.heading:
            return False
        if closes_bracket(last.title.text, paragraph.text):
            return True
        return paragraph.text.lstrip()[:1].islower() and not last.title.text.rstrip().endswith((".", "!", "?", ":"))

    def _join_title(self, paragraph: Paragraph) -> None:
        if self._last is not None:
            is_tail = closes_bracket(self._last.title.text, paragraph.text)
            self._last.title = join_words(self._last.title, paragraph_words(paragraph))
            title, values = split_tail(self._last.title.text) if is_tail else (self._last.title.text, [])
            for found, value in values:
                add_words(self._last, found, replace(self._last.title, text=value))
            self._last.title = replace(self._last.title, text=title)

    def read_title(self, paragraph: Paragraph, builder: PlanBuilder) -> None:
        """The title of an action, whose fields come below it."""
        _, number, text = _number_and_text(paragraph)
        if paragraph.heading:
            builder.close_groups(SHEET_RANK + paragraph.heading)
        self._label, self._is_past, self._is_lone = None, False, False
        self._last = builder.action(number, paragraph_words(paragraph, text=text))
        self._depth = paragraph.depth

    def _read_text(self, paragraph: Paragraph, builder: PlanBuilder) -> None:
        words = paragraph_words(paragraph)
        if self._last is not None and self._labelled and not self._is_past:
            add_words(self._last, Field.ABOUT, words)
        elif builder.groups and builder.groups[-1].entry is None and not self._is_past:
            builder.groups[-1].about.append(words)
        else:
            builder.loose.append(words)

    def _is_text(self, entry: FoundEntry, found: Field, text: str, *, is_item: bool) -> bool:
        """Whether the label above has its value already, and a paragraph can be no other one."""
        has_value = bool(entry.fields.get(found)) and not self._is_for_all
        return has_value and not may_go_on(found, text, is_item=is_item)

    def _read_value(self, paragraph: Paragraph, builder: PlanBuilder, *, is_item: bool) -> None:
        if self._label is None:
            return
        found, label = self._label
        split = split_number(without_bullet(paragraph.text))
        self._has_numbered_value = bool(split and split.number)
        words = paragraph_words(paragraph, label, without_bullet(paragraph.text))
        if self._last is not None and self._is_text(self._last, found, words.text, is_item=is_item):
            add_words(self._last, Field.ABOUT, replace(words, column=""))
            return
        is_rest = self._has_value and not self._is_for_all and not paragraph.depth
        if self._last is not None and (self._labelled or is_rest):
            add_words(self._last, found, words)
        else:
            builder.add_group_field(found, words)

    def _read_labelled(self, paragraph: Paragraph, parts: Sequence[LabelledText], builder: PlanBuilder) -> None:
        """`Action: ...`, `Owner: ...`, also several in one line."""
        _, number, _ = _number_and_text(paragraph)
        self._is_for_all = paragraph.depth == 0 and self._are_bare(builder)
        for part in parts:
            words = paragraph_words(paragraph, part.label, part.text)
            if part.field is Field.ACTION and part.text:
                self._label = None
                self._last = self._begin(number, words, builder)
            elif part.field in {Field.OBJECTIVE, Field.PILLAR} and part.text:
                split = split_number(part.text)
                level = FoundLevel(part.field.value)
                own, text = (
                    (split.number, split.rest) if split and split.is_certain and split.number else ("", part.text)
                )
                rank = _LABEL_GROUP_RANK + (1 if level is FoundLevel.OBJECTIVE else 0)
                builder.open_group(Group(level, own, replace(words, text=text), rank))
                self._last, self._label = None, None
            elif part.field is not None and not part.text:
                self._label, self._has_value = (part.field, part.label), False
                builder.ledger.put((paragraph,), HEADER)
            elif part.field is Field.ID:
                self._id = part.text
                if self._last is not None and not self._last.number:
                    self._last.number = part.text
                builder.ledger.put((paragraph,), HEADER)
            elif part.field is not None:
                self._label, self._has_value, self._label_depth = (part.field, part.label), True, paragraph.depth
                self._has_numbered_value = bool((split := split_number(part.text)) and split.number)
                self._add(part.field, words, builder)
            else:
                self._add(Field.ABOUT, words, builder)

    def _begin(self, number: str, words: Words, builder: PlanBuilder) -> FoundEntry:
        split = split_number(words.text)
        if split and split.is_certain and split.rest and split.number:
            number, words = split.number, replace(words, text=split.rest)
        title, values = split_tail(words.text)
        entry = builder.action(number, replace(words, text=title))
        for found, text in values:
            add_words(entry, found, replace(words, text=text))
        return entry

    def _add(self, found: Field, words: Words, builder: PlanBuilder) -> None:
        if self._last is not None and not self._is_for_all:
            add_words(self._last, found, words)
        else:
            builder.add_group_field(found, words)

    def _read_item(self, line: Line, builder: PlanBuilder) -> None:
        paragraph = line.paragraph
        label, number, text = _number_and_text(paragraph, is_listed=line.is_listed)
        if number and not self._are_numbered:
            label, number, text = "", "", without_bullet(paragraph.text)
        words = paragraph_words(paragraph, text=text)
        height = self._heights.get(id_parts(number), 0) if number else 0
        # What somebody does by some day is an action, though its steps extend its id.
        is_upper = height > 0 and not self._is_letter(number) and not says_who_and_when(text)
        if label in {FoundLevel.OBJECTIVE, FoundLevel.PILLAR} or is_upper:
            level = (
                FoundLevel(label)
                if label in {FoundLevel.OBJECTIVE, FoundLevel.PILLAR}
                else FoundLevel.PILLAR
                if height > 1
                else FoundLevel.OBJECTIVE
            )
            builder.title_entry(level, number, words)
            self._last, self._depth = None, paragraph.depth
            return
        current = builder.current.get(FoundLevel.ACTION)
        if current is not None and (line.is_below or self._is_step(paragraph, number, label)):
            if line.is_below:
                self._doubt_flat(words, builder)
            title, values = split_tail(text)
            step = builder.step(number, replace(words, text=title))
            for found, value in values:
                add_words(step, found, replace(words, text=value))
            return
        self._depth = paragraph.depth
        title, values = split_tail(text)
        entry = builder.action(number, replace(words, text=title))
        for found, value in values:
            add_words(entry, found, replace(words, text=value))
        self._last = entry
        if paragraph.depth:
            self._listed.append(entry)

    def _doubt_flat(self, words: Words, builder: PlanBuilder) -> None:
        """Tell once that the depth of a list was not in the document."""
        if not self._has_told_flat:
            message = (
                "all items of the lists are equally deep; those that say neither who nor when were read as steps of "
                "the one above"
            )
            builder.doubt("step", message, words)
        self._has_told_flat = True

    def _are_bare(self, builder: PlanBuilder) -> bool:
        """Whether several items came before without a word about any: then a label after them is for all."""
        is_last = bool(self._listed) and self._listed[-1] is self._last
        has_upper = FoundLevel.OBJECTIVE in builder.current or FoundLevel.PILLAR in builder.current
        return is_last and has_upper and len(self._listed) > 1 and not any(one.fields for one in self._listed[:-1])

    @staticmethod
    def _is_letter(number: str) -> bool:
        return number.isalpha()

    def _is_step(self, paragraph: Paragraph, number: str, label: str) -> bool:
        if label == FoundLevel.STEP:
            return True
        if label == FoundLevel.ACTION or self._last is None:
            return False
        if self._is_letter(number) and any(part.isdigit() for part in id_parts(self._last.number)):
            return True
        return paragraph.depth > self._depth or bool(self._last.number and is_below(number, self._last.number))
