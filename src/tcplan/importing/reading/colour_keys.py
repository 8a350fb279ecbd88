"""What the colours of a plan mean: by its own key, by the words in its status column, and else as usual."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.document import SourcePlace
from tcplan.importing.draft import DraftValue, ImportQuestion
from tcplan.importing.found import Field, FoundEntry, Words
from tcplan.importing.reading.colour_words import (
    PURPLE,
    StateWords,
    colour_named,
    fill_name,
    is_pale,
    meaning_of,
    state_in,
)
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.fragments import on_one_line
from tcplan.importing.reading.key_lines import KeyLine, are_progress, choose_key, key_lines, said_by_key
from tcplan.values.limits import MAX_TITLE
from tcplan.values.rag import DEFAULT_MEANINGS, Colour, Meaning, plain_words
from tcplan.workspace.glossary import fold_name

_FEWEST: Final = 4
"""Of fewer entries a pattern of grounds says nothing."""

_LONGEST_LABEL: Final = 3
"""More words beside a colour are a note, and do not say what it means."""

_MANY: Final = 8
"""From so many entries on, strong colours that follow a pattern are no states either."""

_NEARLY_ALL: Final = 0.75
"""The share of cells with words and fills that agree where fills are the colours of the words."""

_UNLIKELY: Final = {
    Meaning.COMPLETE: (Colour.RED, Colour.AMBER),
    Meaning.ON_TRACK: (Colour.RED, Colour.AMBER),
    Meaning.IN_PROGRESS: (Colour.RED,),
    Meaning.AT_RISK: (Colour.GREEN, Colour.BLUE),
    Meaning.OFF_TRACK: (Colour.GREEN, Colour.BLUE),
    Meaning.NOT_STARTED: (Colour.GREEN,),
}
"""Fills that contradict the words on them, unless many cells have both."""

_PREFERRED: Final = {
    Meaning.COMPLETE: (Colour.BLUE, Colour.GREEN),
    Meaning.ON_TRACK: (Colour.GREEN,),
    Meaning.IN_PROGRESS: (Colour.AMBER, Colour.GREEN),
    Meaning.AT_RISK: (Colour.AMBER,),
    Meaning.PAUSED: (Colour.AMBER, Colour.GREY),
    Meaning.NOT_STARTED: (Colour.GREY,),
    Meaning.OFF_TRACK: (Colour.RED,),
}
"""The colours that a state without one may have, where they mean nothing else in the plan."""


_NEAR: Final = {
    Meaning.ON_TRACK: (Meaning.IN_PROGRESS,),
    Meaning.AT_RISK: (Meaning.IN_PROGRESS,),
    Meaning.OFF_TRACK: (Meaning.AT_RISK,),
    Meaning.PAUSED: (Meaning.NOT_STARTED,),
    Meaning.NOT_STARTED: (Meaning.PAUSED,),
}
"""States that may share a colour: two words of a document often mean one, and that is told."""


@dataclass(slots=True)
class ColourKey:
    """What the colours of a plan mean, and what the fills of its status column are.

    Attributes:
        meanings: What colours mean, as far as the document says it.
        labels: The words of the document for them.
        is_progress: Whether colours are progress at all.
        reads_fills: Whether fills are colours, and not the design of the table.
        fills: The states in words that have a fill of their own, which then is their colour.
        has_other_fills: Whether most cells have strong fills, so that a grey one is a colour too.
        purple: The colour in the file of what is purple in the document.
    """

    meanings: dict[Colour, Meaning] = field(default_factory=dict)
    labels: dict[Colour, str] = field(default_factory=dict)
    is_progress: bool = True
    reads_fills: bool = True
    fills: dict[str, str] = field(default_factory=dict)
    has_other_fills: bool = False
    purple: Colour | None = None

    def named(self, name: str) -> Colour | None:
        """The colour in the file of a colour of the document; None for one that files do not have."""
        return self.purple if name == PURPLE else colour_named(name)

    def name_of(self, words: Words) -> str:
        """The name of the fill of a cell, if fills are colours; empty for one without."""
        name = fill_name(words.fill) if self.reads_fills else ""
        return name if name and self.named(name) else ""

    def takes_fill(self, words: Words) -> bool:
        """Whether the fill of a cell says more than its words do, since the same words have it elsewhere."""
        return bool(self.name_of(words)) and fold_name(words.text) in self.fills

    def colour_of(self, state: StateWords, words: Words) -> Colour | None:
        """The colour of a status: the one that it names, else that of its fill, else one that means what it says."""
        if state.colour:
            return self.named(state.colour)
        name = self.name_of(words)
        if name and (state.meaning is None or self.takes_fill(words)):
            return self.named(self.fills.get(fold_name(words.text), name))
        if state.meaning is None:
            return None
        own = [colour for colour, meaning in self.meanings.items() if meaning is state.meaning]
        may_be = [one for one in _PREFERRED[state.meaning] if self.meanings.get(one, state.meaning) is state.meaning]
        if not own and not may_be and state.meaning is Meaning.IN_PROGRESS:
            return Colour.AMBER  # among colours in words, which say no more than that it is neither red nor done
        near = [one for one, meaning in self.meanings.items() if meaning in _NEAR.get(state.meaning, ())]
        return next(iter((*own, *may_be, *near)), None)

    def says(self, colour: Colour, said: str) -> bool:
        """Whether what is printed for a colour are the words of a state."""
        printed = self.labels.get(colour) or plain_words(self.meanings.get(colour, DEFAULT_MEANINGS[colour]))
        return fold_name(printed) == fold_name(said.strip(" .:;-\u2013"))


def read_key(plan: PlanContext, entries: list[FoundEntry]) -> ColourKey:
    """Read the key of a plan, and settle whether its colours are progress; what is not certain is asked."""
    statuses = [words for entry in entries for words in entry.fields.get(Field.RAG, [])]
    lines = [line for line in key_lines(plan) if line.text]
    key = ColourKey(is_progress=are_progress(plan, lines))
    not_read = [line.words for line in lines if meaning_of(line.text) is None]
    chosen = choose_key(plan, lines) if key.is_progress else []
    for words in plan.found.key:
        if lines and words not in not_read:
            plan.ledger.put(words.paragraphs, "rag", plan.draft, " ".join(said_by_key(words, chosen)))
    if key.is_progress:
        _take_lines(plan, key, chosen)
    key.reads_fills = not _are_bands(plan, statuses)
    _look_at_fills(key, statuses)
    _settle_states(plan, key, statuses)
    return key


def _take_lines(plan: PlanContext, key: ColourKey, lines: Iterable[KeyLine]) -> None:
    """Take what the lines of a key say; purple becomes a colour that the key leaves free."""
    for line in sorted(lines, key=lambda one: one.name == PURPLE):
        meaning = meaning_of(line.text)
        if meaning is not None and line.name == PURPLE:
            free = (one for one in (*_PREFERRED[meaning], Colour.BLUE, Colour.GREY) if one not in key.meanings)
            key.purple = next(free, None)
            shown = f"it is {key.purple} in the file" if key.purple else "it is kept in words"
            plan.tell_once(
                "colour",
                f"purple, which means `{line.text}` here, is not a colour of a plan file; {shown}",
                line.words.place,
            )
        colour = key.named(line.name)
        if meaning is not None and colour and colour not in key.meanings:
            key.meanings[colour], key.labels[colour] = _of_colour(colour, meaning), line.text


def write_key(plan: PlanContext, key: ColourKey, used: set[Colour]) -> None:
    """Write the plan's own key where it differs from the usual one, or prints other words."""
    own: dict[str, Value] = {}
    for colour in Colour:
        meaning, label = key.meanings.get(colour), key.labels.get(colour, "")
        if meaning is None or (colour not in used and not label):
            continue
        usual = DEFAULT_MEANINGS[colour]
        if meaning is not usual or (label and label.lower() not in (plain_words(usual), colour.value)):
            own[colour.value] = {"means": meaning.value, **({"label": label[:MAX_TITLE]} if label else {})}
    if own and (used or plan.found.key):
        place = plan.found.key[0].place if plan.found.key else SourcePlace()
        plan.draft.keys["rag"] = DraftValue(own, place=place)


def _look_at_fills(key: ColourKey, statuses: list[Words]) -> None:
    names = [key.name_of(words) for words in statuses]
    key.has_other_fills = len(set(names) - {"", "grey", "black"}) > 1 and names.count("") * 2 < len(names)
    cells: dict[str, list[tuple[str, Meaning]]] = {}
    for words, name in zip(statuses, names, strict=True):
        if name and (meaning := state_in(words.text).meaning):
            cells.setdefault(fold_name(words.text), []).append((name, meaning))
    filled = [name for several in cells.values() for name, _ in several]
    fills = {said: name for said, several in cells.items() if (name := _usual_fill(key, several))}
    agreeing = sum(name == fills.get(said) for said, several in cells.items() for name, _ in several)
    if len(set(filled)) > 1 and agreeing >= _NEARLY_ALL * len(filled):
        key.fills = fills


def _usual_fill(key: ColourKey, cells: list[tuple[str, Meaning]]) -> str:
    """The fill that most cells with the same words have; a few do not make finished work red, or late work green."""
    (name, meaning), count = Counter(cells).most_common(1)[0]
    is_likely = key.named(name) not in _UNLIKELY.get(meaning, ()) or count >= _FEWEST
    return name if is_likely and count * 2 > len(cells) else ""


def _settle_states(plan: PlanContext, key: ColourKey, statuses: Iterable[Words]) -> None:
    """What colours mean by the words of the status column, where the document has no key for them."""
    said_or_not = [(state_in(words.text), words) for words in statuses if words.text.strip()]
    states = [(state, words) for state, words in said_or_not if state.colour != PURPLE]
    _learn_beside_colours(key, [state for state, _ in states])
    for state, _ in states:
        if state.colour:
            usual = DEFAULT_MEANINGS[colour_named(state.colour)]
            key.meanings.setdefault(colour_named(state.colour), Meaning.PAUSED if state.colour == "black" else usual)
    for state, words in states:
        colour = None if state.colour else key.colour_of(state, words)
        if not colour or not state.meaning:
            continue
        said = on_one_line(words.text)
        if colour not in key.meanings:
            key.meanings[colour] = _of_colour(colour, state.meaning)
            key.labels[colour] = "" if state.rest else said
        elif key.meanings[colour] is state.meaning:
            continue
        if not key.takes_fill(words) and DEFAULT_MEANINGS[colour] is not state.meaning:
            means = plain_words(key.meanings[colour])
            message = f"`{said}` has no colour in the document; it is {colour} in the file, which means {means} here"
            plan.tell_once("colour", message, words.place)


def _of_colour(colour: Colour, meaning: Meaning) -> Meaning:
    """What a colour means with the words for it: amber work that is late or delayed is not yet as red work is."""
    return Meaning.AT_RISK if colour is Colour.AMBER and meaning is Meaning.OFF_TRACK else meaning


def _learn_beside_colours(key: ColourKey, states: Sequence[StateWords]) -> None:
    """`Green - complete`, and the same wherever it is green, says what green means in this plan."""
    in_words = {state.meaning for state in states if not state.colour}
    beside: dict[Colour, list[StateWords]] = {}
    for state in states:
        if state.colour and state.meaning and len(state.rest.split()) <= _LONGEST_LABEL:
            beside.setdefault(colour_named(state.colour), []).append(state)
    for colour, found in beside.items():
        meaning = found[0].meaning
        is_one = all(state.meaning is meaning for state in found) and (len(found) > 1 or meaning is Meaning.COMPLETE)
        if DEFAULT_MEANINGS[colour] in in_words:
            continue  # `On track` without a colour beside `Green (complete)`: green is not always complete
        meaning = _of_colour(colour, meaning) if meaning else None
        if meaning and is_one and meaning is not DEFAULT_MEANINGS[colour] and colour not in key.meanings:
            key.meanings[colour], key.labels[colour] = meaning, found[0].rest


def _are_bands(plan: PlanContext, statuses: list[Words]) -> bool:
    """Whether the grounds of the status cells are the design of the table: one pale colour, or two in turn."""
    fills = [words.fill for words in statuses]
    names = [fill_name(fill) for fill in fills]
    if any(words.text.strip() for words in statuses) or len(names) < _FEWEST or not any(names):
        return False
    is_one = len(set(fills)) == 1
    is_in_turn = len(set(names)) == 2 and all(one != other for one, other in pairwise(names))  # noqa: PLR2004 (by turns)
    if not (is_one or is_in_turn) or (len(names) < _MANY and not all(map(is_pale, filter(None, fills)))):
        return False
    choices = (("no", "no: they are only the design of the table"), ("yes", "yes, they are the RAG of the actions"))
    text = "The colours of the status cells follow a pattern. Are they a RAG?"
    return plan.ask(ImportQuestion("grounds-are-colours", text, choices, "no"), statuses[0].place) == "no"
