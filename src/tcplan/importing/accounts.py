"""The check of the account: words that are not where the ledger says they went are kept after all, and so never lost.

It trusts nobody: each fragment is compared, word by word, with what is going to be written.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.document import Paragraph
from tcplan.importing.draft import DraftEntry, DraftPlan, DraftValue
from tcplan.importing.finding.header_texts import says_only_field
from tcplan.importing.finding.ids import split_number
from tcplan.importing.finding.tick_boxes import is_known_choice, tick_boxes
from tcplan.importing.finding.value_words import TICKS
from tcplan.importing.found import FoundLevel
from tcplan.importing.fragment_words import is_furniture, parts_pattern, words_of, words_of_labels
from tcplan.importing.ledger import REPEATED, SAYS_NOTHING, Ledger, Placement
from tcplan.importing.places import Headers
from tcplan.importing.reading.context import labelled
from tcplan.importing.reading.dates_in_text import dates_in
from tcplan.importing.reading.fragments import is_no_value
from tcplan.importing.reading.prose import text_as_markdown
from tcplan.importing.reading.themes import theme_named

_JOINED: Final = 40
"""The longest word that is looked for in two: nobody runs longer names together."""


class Accounts:
    """What the drafts of a document hold, by the entry, and which fragments are not in them."""

    def __init__(self, ledger: Ledger, drafts: Sequence[DraftPlan], headers: Headers, columns: Iterable[str]) -> None:
        self._ledger = ledger
        self._drafts = drafts
        self._headers = headers
        self._held: dict[int, frozenset[str]] = {}
        self._entries_by_row = _entries_by_row(ledger)
        self._columns = {header.strip(" .:)").casefold() for header in columns}
        self._everything = ""

    def keep_lost(self) -> list[Paragraph]:
        """Add what is lost from the row of an action to its `about`; returns the other fragments that are lost."""
        self._everything = self._all_words()
        left: dict[str, Paragraph] = {}
        for fragment in self._ledger.fragments:
            lost = [fragment.text] if self._is_lost(fragment) else []
            for text in (*lost, *self._lost_notes(fragment)):
                holder = self._holder_of(fragment)
                if holder is not None:
                    self._add(holder, text, fragment)
                else:
                    left.setdefault(" ".join(words_of(text)) or text, _with_text(fragment, text))
        return list(left.values())

    def _is_lost(self, fragment: Paragraph) -> bool:
        placements = self._ledger.placements_of(fragment)
        is_header = any(one.holder is None for one in placements) or fragment in self._ledger.names
        words = words_of(self._without_unticked(fragment.text))
        if not (placements or is_header):
            return True
        if not words or fragment.text.strip().casefold() in TICKS:
            return not (is_header or any(map(_is_filled, placements)) or is_no_value(fragment.text))
        held = {word for one in placements for word in self._words_held(one)}
        if not (missing := [word for word in words if word not in held]):
            return False
        if is_header:
            is_again = any(one.key == REPEATED for one in placements)
            parts = parts_pattern().split(fragment.text) if is_again else [fragment.text]
            return not all(map(self._is_said_elsewhere, parts))
        missing = [word for word in missing if word not in words_of_labels(fragment.text)]
        return bool(missing) and not self._is_spelt_otherwise(missing, held, placements, words)

    def _without_unticked(self, text: str) -> str:
        """A text without the answers that nobody ticked: they are other values, and say nothing of this entry."""
        boxes = tick_boxes(text)
        if all(one.is_ticked or is_known_choice(one.words) or self._has(one.words) for one in boxes):
            return " ".join(one.words for one in boxes if one.is_ticked) if boxes else text
        return text

    def _words_held(self, one: Placement) -> frozenset[str] | set[str]:
        """The words that a placement answers for."""
        read = set(words_of(one.read)) if one.read and _is_filled(one) else set()
        if one.holder is None:
            return read
        if id(one.holder) not in self._held:
            self._held[id(one.holder)] = frozenset(words_of(" ".join(_texts_of(one.holder))))
        return self._held[id(one.holder)] | read

    def _is_spelt_otherwise(
        self, missing: list[str], held: set[str], placements: Iterable[Placement], words: list[str]
    ) -> bool:
        """Whether words are there with other spaces: names that ran together, or a word that a line end cut."""
        if all(_is_joined(word, held) for word in missing):
            return True
        run = "".join(words)
        holders = (one.holder for one in placements if one.holder is not None)
        return any(run in "".join(words_of(" ".join(_texts_of(one)))) for one in holders)

    def _is_said_elsewhere(self, text: str) -> bool:
        """Whether a header, or repeated words, say no more than their field does, or are somewhere in the plan."""
        if says_only_field(text) or is_furniture(text) or self._has(text):
            return True
        if (theme := theme_named(text)) and self._has(theme):
            return True  # `CD` above marks
        if (split := split_number(text)) and split.label and self._has(f"{split.number} {split.rest}"):
            return True  # the label says what the entry is, as its level does
        if text.strip(" .:)").casefold() in self._columns:
            return True  # somebody has said what this column is
        if any(set(words_of(text)) <= set(words_of(header)) for header in self._ledger.charted):
            return True
        dates = dates_in(text)
        for one in reversed(dates):
            text = text[: one.start] + text[one.end :]
        return bool(dates) and says_only_field(text) and all(self._has(one.written) for one in dates)

    def _has(self, text: str) -> bool:
        return f" {' '.join(words_of(text))} " in self._everything

    def _lost_notes(self, fragment: Paragraph) -> Iterator[str]:
        """The footnotes and comments of a fragment that are not in the plan."""
        for note in fragment.notes:
            if (words := " ".join(words_of(note))) and f" {words} " not in self._everything:
                yield f"Note: {note}"

    def _holder_of(self, fragment: Paragraph) -> DraftEntry | None:
        """The entry whose row a fragment stands in; None for a row of several actions, and outside of tables."""
        placements = self._ledger.placements_of(fragment)
        holders = [one.holder for one in placements if isinstance(one.holder, DraftEntry)]
        if holders:
            return next((one for one in holders if one.level is FoundLevel.ACTION), holders[0])
        if any(one.holder is None for one in placements) or not fragment.place.row:
            return None
        entries = self._entries_by_row.get((fragment.place.part, fragment.place.row), [])
        return entries[0] if len(entries) == 1 else None

    def _add(self, entry: DraftEntry, text: str, fragment: Paragraph) -> None:
        header = self._headers.get((fragment.place.part, fragment.place.column), "")
        line = labelled(text_as_markdown(text), "" if text.startswith("Note: ") else header)
        stated = entry.keys.get("about")
        before = f"{stated.value.rstrip()}\n\n" if stated and isinstance(stated.value, str) else ""
        entry.keys["about"] = DraftValue(before + line, place=stated.place if stated else fragment.place)
        self._held.pop(id(entry), None)

    def _all_words(self) -> str:
        """All words of the drafts in their order, each between spaces."""
        holders = [holder for draft in self._drafts for holder in _holders(draft)]
        texts = [text for one in holders for text in _texts_of(one)]
        return f" {' '.join(words_of(' '.join(texts)))} "


def _holders(draft: DraftPlan) -> Iterator[DraftEntry | DraftPlan]:
    yield draft
    yield from draft.entries


def _is_filled(one: Placement) -> bool:
    """Whether the key that words went to is in the file; a value may only stand for words if it is there."""
    return one.key in SAYS_NOTHING or (one.holder is not None and (one.key == "title" or one.key in one.holder.keys))


def _is_joined(word: str, held: set[str]) -> bool:
    """Whether a word is two that are held, or a piece of one."""
    if len(word) > _JOINED:
        return False
    return any(word[:at] in held and word[at:] in held for at in range(1, len(word) - 1))


def _texts_of(holder: DraftEntry | DraftPlan) -> Iterator[str]:
    """All that is written of an entry, or at the top of a plan, with the comments."""
    if isinstance(holder, DraftEntry):
        yield f"{holder.id} {holder.title}"
    for value in holder.keys.values():
        yield from _texts(value.value)
        if value.written:
            yield value.written


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)


def _entries_by_row(ledger: Ledger) -> dict[tuple[str, int], list[DraftEntry]]:
    """The actions that the words of each row of a table went to."""
    found: dict[tuple[str, int], list[DraftEntry]] = {}
    for fragment in ledger.fragments:
        if not fragment.place.row:
            continue
        known = found.setdefault((fragment.place.part, fragment.place.row), [])
        for one in ledger.placements_of(fragment):
            entry = one.holder
            if isinstance(entry, DraftEntry) and entry.level is FoundLevel.ACTION:
                known += [entry] if not any(entry is other for other in known) else []
    return found


def _with_text(fragment: Paragraph, text: str) -> Paragraph:
    return fragment if fragment.text == text else Paragraph(text, fragment.place)
