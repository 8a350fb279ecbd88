"""The plan's own key to its colours, and whether these are progress at all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.document import Place
from tcplan.importing.draft import DraftValue, Question
from tcplan.importing.found import Field, FoundEntry, Words
from tcplan.importing.reading.colour_words import (
    StateWords,
    colour_named,
    fill_name,
    is_about_something_else,
    is_pale,
    meaning_of,
    state_in,
)
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.fragments import lines_of, on_one_line
from tcplan.values.rag import DEFAULT_MEANINGS, Colour, Meaning, plain_words

_FEWEST: Final = 4
"""Of fewer entries a pattern of grounds says nothing."""

_MANY: Final = 8
"""From so many entries on, strong colours that follow a pattern are no states either."""

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


@dataclass(slots=True)
class ColourKey:
    """What the colours of a plan mean: by the key of the document, and by the words of its status column."""

    meanings: dict[Colour, Meaning] = field(default_factory=dict)
    labels: dict[Colour, str] = field(default_factory=dict)
    is_progress: bool = True
    reads_fills: bool = True
    has_other_fills: bool = False

    def colour_of(self, state: StateWords) -> Colour | None:
        """The colour of a status: the one that it names, else the one that means what it says."""
        if state.colour:
            return colour_named(state.colour)
        if state.meaning is None:
            return None
        own = [colour for colour, meaning in self.meanings.items() if meaning is state.meaning]
        if own:
            return own[0]
        free = [
            colour for colour in _PREFERRED[state.meaning] if self.meanings.get(colour, state.meaning) is state.meaning
        ]
        return free[0] if free else None


@cache
def _key_line_pattern() -> re.Pattern[str]:
    """Parts of a line of a key that has several colours."""
    return re.compile(
        r"\s*(?:[;|\t]|,(?=\s*(?:red|amber|yellow|green|blue|grey|gray|black|orange)\b))\s*", re.IGNORECASE
    )


def read_key(plan: PlanContext, entries: list[FoundEntry]) -> ColourKey:
    """Read the key of a plan, and settle whether its colours are progress; what is not certain is asked."""
    lines = [one for words in plan.found.key for one in _key_lines(words)]
    for words in plan.found.key:
        plan.ledger.put(words.paragraphs, "rag")
    key = ColourKey()
    statuses = [words for entry in entries for words in entry.fields.get(Field.RAG, [])]
    _read_lines(plan, key, lines)
    _settle_states(plan, key, statuses)
    key.reads_fills = not _are_bands(plan, statuses)
    fills = [fill_name(words.fill) for words in statuses]
    key.has_other_fills = len(set(fills) - {"", "grey", "black"}) > 1 and fills.count("") * 2 < len(fills)
    return key


def write_key(plan: PlanContext, key: ColourKey, used: set[Colour]) -> None:
    """Write the plan's own key where it differs from the usual one, or prints other words."""
    own: dict[str, Value] = {}
    for colour in Colour:
        meaning, label = key.meanings.get(colour), key.labels.get(colour, "")
        if meaning is None or (colour not in used and not label):
            continue
        usual = DEFAULT_MEANINGS[colour]
        if meaning is not usual or (label and label.lower() not in (plain_words(usual), colour.value)):
            own[colour.value] = {"means": meaning.value, **({"label": label[:200]} if label else {})}
    if own and (used or plan.found.key):
        place = plan.found.key[0].place if plan.found.key else Place()
        plan.draft.keys["rag"] = DraftValue(own, place=place)


def _key_lines(words: Words) -> list[tuple[str, str, Words]]:
    """The lines of a key: the name of a colour, what it stands for, and where."""
    found = []
    for line in lines_of(words):
        for part in _key_line_pattern().split(line.text):
            if one := re.match(
                r"\W*(?P<name>red|amber|yellow|orange|green|blue|gr[ea]y|black|white|[RAGBY])\b(?:\s*(?:text|shading|rating|status))?\s*(?P<sign>[:=(\u2013\u2014-]|is\b|means\b|indicates\b)?\s*(?P<rest>.*?)\)?$",
                part,
                re.IGNORECASE,
            ):
                name = {"r": "red", "a": "amber", "g": "green", "b": "blue", "y": "yellow"}.get(
                    one["name"].lower(), one["name"].lower()
                )
                if len(one["name"]) > 1 or one["sign"]:
                    found.append((name, one["rest"].strip(" .:-\u2013"), words))
            elif name := fill_name(words.fill):
                found.append((name, part.strip(" .:-\u2013"), words))
    return found


def _read_lines(plan: PlanContext, key: ColourKey, lines: list[tuple[str, str, Words]]) -> None:
    said = [(name, text, words) for name, text, words in lines if text]
    if not said:
        return
    progress = [one for one in said if not is_about_something_else(one[1])]
    if len(progress) * 2 < len(said):
        question = "The key to the colours does not seem to speak of progress. Are the colours a RAG?"
        choices = (("no", "no: they go into `about`"), ("yes", "yes, they are the RAG of the actions"))
        shown = "; ".join(f"{name}: {text}" for name, text, _ in said[:5])
        asked = Question("colours-are-progress", f"{question} ({shown})", choices, "no")
        key.is_progress = plan.ask(asked, said[0][2].place) == "yes"
        return
    for name, text, words in _one_key(plan, progress):
        colour, meaning = colour_named(name), meaning_of(text)
        if meaning is None or colour in key.meanings:
            plan.tell("colour", f"`{name}: {text}` of the key is not used: {colour} means something else", words.place)
            continue
        key.meanings[colour], key.labels[colour] = meaning, text


def _one_key(plan: PlanContext, lines: list[tuple[str, str, Words]]) -> list[tuple[str, str, Words]]:
    """The lines of one key, where a document has two that differ."""
    first: dict[str, tuple[str, str, Words]] = {}
    second: dict[str, tuple[str, str, Words]] = {}
    for line in lines:
        (second if line[0] in first else first).setdefault(line[0], line)
    differs = any(meaning_of(first[name][1]) is not meaning_of(line[1]) for name, line in second.items())
    if not differs:
        return list(first.values())
    choices = tuple(
        (str(number), "; ".join(f"{name}: {line[1]}" for name, line in one.items()))
        for number, one in ((1, first), (2, second))
    )
    question = Question(
        "key-of-colours", "The document has two keys to its colours. Which is that of this plan?", choices, "1"
    )
    answer = plan.ask(question, lines[0][2].place)
    return list((first if answer == "1" else {**first, **second}).values())


def _settle_states(plan: PlanContext, key: ColourKey, statuses: Iterable[Words]) -> None:
    """What colours mean by the words of the status column, where the document has no key for them."""
    states = [(state_in(words.text), words) for words in statuses if words.text.strip()]
    for state, words in states:
        if state.colour:
            key.meanings.setdefault(colour_named(state.colour), _meaning_beside(state))
        elif (name := fill_name(words.fill)) and state.meaning and not plan.found.key:
            key.meanings.setdefault(colour_named(name), state.meaning)
    for state, words in states:
        colour = None if state.colour else key.colour_of(state)
        if colour and state.meaning and colour not in key.meanings:
            key.meanings[colour] = state.meaning
            said = on_one_line(words.text)
            key.labels[colour] = said.removesuffix(state.rest).strip(" .:;,()-\u2013\u2014") if state.rest else said
            if DEFAULT_MEANINGS[colour] is not state.meaning:
                means = plain_words(state.meaning)
                message = (
                    f"`{said}` has no colour in the document; it is {colour} in the file, which means {means} here"
                )
                plan.tell("colour", message, words.place)


def _meaning_beside(state: StateWords) -> Meaning:
    """`Green - completed` says what green means; a colour alone means what it usually does."""
    if state.colour == "black":
        return Meaning.PAUSED
    return DEFAULT_MEANINGS[colour_named(state.colour)]


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
    return plan.ask(Question("grounds-are-colours", text, choices, "no"), statuses[0].place) == "no"
