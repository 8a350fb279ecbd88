"""A cell with a status as the report that it is: its colour, and what it says besides."""

import re
from dataclasses import dataclass, field

from tcplan.findings.span import Value
from tcplan.importing.found import Words
from tcplan.importing.reading.colour_keys import ColourKey
from tcplan.importing.reading.colour_words import PURPLE, StateWords, colour_named, fill_name, is_pale, state_in
from tcplan.importing.reading.context import EntryContext, label_of, labelled
from tcplan.importing.reading.endings import ending_of
from tcplan.importing.reading.fragments import lines_of, on_one_line
from tcplan.importing.reading.prose import as_markdown, text_as_markdown
from tcplan.importing.reading.review_days import day_in_header
from tcplan.values.rag import Colour


@dataclass(slots=True)
class ProgressReport:
    """One update while its parts are put together; `read` are the words that its day and its colour stand for."""

    words: Words
    day: str = ""
    rag: Colour | None = None
    said: str = ""
    notes: list[str] = field(default_factory=list)
    evidence: list[Value] = field(default_factory=list)
    places: list[Words] = field(default_factory=list)
    has_own_day: bool = False
    ending: str = ""
    read: str = ""


def read_status(entry: EntryContext, words: Words, key: ColourKey, day: str) -> ProgressReport | None:
    """The report that a cell with a colour is; None where its colour says nothing of progress."""
    state = state_of(words)
    name = key.name_of(words)
    if not words.text.strip() and (not name or (name in ("grey", "black") and not _has_grey(key))):
        _keep_purple(entry, words, key)
        return None
    colour = key.colour_of(state, words)
    if not key.is_progress:
        _not_progress(entry, words, state, name)
        return None
    if not state.colour and (ending := ending_of(words.text)):
        own_day = day_in_header(words) or day
        return ProgressReport(words, own_day, said=on_one_line(words.text), ending=ending)
    report = ProgressReport(words, day, colour, on_one_line(words.text) or name)
    report.day = day_in_header(words) or report.day
    if colour and ((_is_its_name(state.colour, colour) and not state.rest) or key.says(colour, words.text)):
        report.read = words.text
    _say_doubts(entry, words, state, colour, name)
    _tell_other_fill(entry, words, state, colour, key)
    if colour is None and words.text.strip():
        entry.tell(
            "colour", f"no colour could be read from `{on_one_line(words.text)}`; its words are kept", words.place
        )
    in_words = colour if state.meaning and not state.colour and not state.rest else None
    if words.text.strip() and (state == StateWords() or (in_words and not key.says(in_words, words.text))):
        report.notes.append(as_markdown(words))
    elif state.rest and not (colour and key.labels.get(colour) == state.rest):
        report.notes.append(text_as_markdown(state.rest))
    if colour is None and not report.notes:
        entry.add_about(words, label_of(words, "RAG"))
        return None
    return report


def _is_its_name(name: str, colour: Colour) -> bool:
    """Whether a colour of the file says all that the name of one in the document does; it does not for black."""
    return name == colour.value or (name in _OTHER_NAMES and colour_named(name) is colour)


_OTHER_NAMES = frozenset({"yellow", "orange", "gray"})


def state_of(words: Words) -> StateWords:
    """What a status says; a tick below `In progress` says what its header says."""
    said = words.text.strip()
    header = state_in(on_one_line(words.column)) if said in _TICKS else StateWords()
    return header if header.colour or header.meaning else state_in(said) if said else StateWords()


_TICKS = frozenset("\u2713\u2714\u2705\u2611\u25cf\u2022\u25a0xX")


def _keep_purple(entry: EntryContext, words: Words, key: ColourKey) -> None:
    """A purple cell among those of other colours says something, though no key says what."""
    if key.reads_fills and key.has_other_fills and fill_name(words.fill) == PURPLE:
        entry.about.append(labelled("Purple", label_of(words, "RAG")))
        message = "a cell is purple, and nothing in the document says what that means; it is kept in words"
        entry.tell("colour", message, words.place)


def _has_grey(key: ColourKey) -> bool:
    return Colour.GREY in key.meanings or key.has_other_fills


def _say_doubts(entry: EntryContext, words: Words, state: StateWords, colour: Colour | None, name: str) -> None:
    if state.is_half:
        entry.tell(
            "colour", f"`{on_one_line(words.text)}` is between two colours; it is {colour} in the file", words.place
        )
    elif state.colour == "black" or name == "black":
        entry.tell(
            "colour", f"black is not a colour of a plan file; it is {colour}, which means paused here", words.place
        )
    said_and_filled = colour and name and state.colour and StateWords(name).colour != state.colour
    if said_and_filled and {name, state.colour} != {"amber", "yellow"}:
        entry.tell("colour", f"the cell says {state.colour} and is {name}; what it says is taken", words.place)


def _tell_other_fill(
    entry: EntryContext, words: Words, state: StateWords, colour: Colour | None, key: ColourKey
) -> None:
    """Say of a state in words that its cell has another colour, in a column where colours mean something."""
    name = key.name_of(words)
    if not name or state.colour or not state.meaning or not colour or key.named(name) is colour:
        return
    if key.has_other_fills and not is_pale(words.fill):
        said = on_one_line(words.text)
        message = f"the cell says `{said}` and is {name}; the words were taken, as {colour}"
        if key.takes_fill(words):
            message = f"the cell says `{said}` and is {name}; elsewhere these words are {colour}, which was taken"
        entry.tell("colour", message, words.place)


def _not_progress(entry: EntryContext, words: Words, state: StateWords, name: str) -> None:
    text = as_markdown(words) or name or state.colour
    if text:
        entry.about.append(labelled(text, label_of(words, "Colour")))
        entry.put((words,), "about")


def evidence_of(words: Words) -> list[Value]:
    """The evidence that a cell names, a line each, with its link."""
    found: list[Value] = []
    for line in lines_of(words):
        link = next((one for one in line.links if re.fullmatch(r"https?://[^\s<>\"]+", one.url)), None)
        found.append({"title": line.text, "url": link.url} if link else line.text)
    return [{"title": one} if isinstance(one, str) else one for one in found]
