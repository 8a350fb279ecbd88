"""Colours and states of work in the words and fills of a document."""

import colorsys
import re
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.reading.fragments import on_one_line
from tcplan.values.rag import Colour, Meaning

_COLOURS: Final = {
    "red": Colour.RED,
    "amber": Colour.AMBER,
    "yellow": Colour.AMBER,
    "orange": Colour.AMBER,
    "green": Colour.GREEN,
    "blue": Colour.BLUE,
    "grey": Colour.GREY,
    "gray": Colour.GREY,
    "white": Colour.GREY,
    "black": Colour.GREY,
}
PURPLE: Final = "purple"
"""The colour that plan files do not have; it counts only where the key of a document says what it means."""

_LETTERS: Final = {"r": "red", "a": "amber", "y": "yellow", "g": "green", "b": "blue"}
_WORST_FIRST: Final = (Colour.RED, Colour.AMBER, Colour.GREEN, Colour.BLUE, Colour.GREY)
_EMOJI: Final = {
    "\U0001f534": "red",
    "\U0001f7e5": "red",
    "\U0001f7e0": "amber",
    "\U0001f7e1": "yellow",
    "\U0001f7e7": "amber",
    "\U0001f7e8": "yellow",
    "\U0001f7e2": "green",
    "\U0001f7e9": "green",
    "\U0001f535": "blue",
    "\U0001f7e6": "blue",
    "\u26aa": "grey",
    "\u26ab": "black",
}

_MEANINGS: Final = (
    (Meaning.COMPLETE, r"100 ?%(?: complete)?"),
    (Meaning.NOT_STARTED, r"0 ?%(?: complete(?:d)?| done)?"),
    (
        Meaning.IN_PROGRESS,
        (
            r"(?:nearly|almost|mostly|substantially|largely|[0-9]{1,2} ?%)(?: complete(?:d)?| done)?|wip"
            r"|work in progress|(?:in|under) (?:development|preparation)"
            r"|(?:just|recently) started|(?:some|limited) progress"
        ),
    ),
    (
        Meaning.OFF_TRACK,
        (
            r"off[- ](?:track|course|plan|schedule|target)|not on (?:track|target|schedule|course|plan|time)|overdue"
            r"|not (?:\w+ing )?(?:as planned|(?:according )?to (?:plan|schedule|time))"
            r"|behind(?: schedule| target)?|delayed|late|missed|unlikely"
            r"|significant(?:ly)? (?:delay\w*|behind|issue\w*|risk\w*)"
            r"|(?:major|serious) (?:delay|issue|risk|concern|problem)\w*"
            r"|will not|incomplete|not (?:been )?(?:completed?|met|achieved|delivered|done)|fail\w*"
            r"|(?:no|little) progress|not progress\w+|stalled|critical"
        ),
    ),
    (Meaning.PAUSED, r"on[- ]hold|paused?|suspended|halted|stopped|deferred|parked|postponed|blocked"),
    (
        Meaning.NOT_STARTED,
        (
            r"not (?:yet )?(?:started|begun|due|commenced|scheduled)|yet to (?:start|begin|commence)|to do"
            r"|to (?:be )?start(?:ed)?|future|planned|no action (?:yet|taken)|pending"
        ),
    ),
    (
        Meaning.AT_RISK,
        (
            r"at[- ]risk|some (?:delay|risk|issue|concern|slippage)\w*|partial\w*|partly|slow\w*|slipp\w+"
            r"|(?:minor|slight|moderate|slightly) (?:delay|behind|issue|risk|slippage|concern)\w*|caution"
            r"|needs? attention|with (?:some )?(?:delay|issue|concern)s?"
        ),
    ),
    (
        Meaning.COMPLETE,
        (
            r"completed?|done|finished|achieved|delivered|implemented|closed|embedded|actioned"
            r"|(?:fully )?met|action complete|\u2713|\u2714|\u2705|\u2611"
        ),
    ),
    (
        Meaning.ON_TRACK,
        (
            r"on[- ](?:track|target|schedule|course|plan|time)|progressing (?:well|as planned)|good progress|as planned"
            r"|(?:going|running|proceeding|moving|progressing) (?:well|(?:according )?to (?:plan|schedule|time))"
            r"|according to (?:plan|schedule)"
            r"|no (?:issue|concern)s?"
        ),
    ),
    (
        Meaning.IN_PROGRESS,
        (
            r"in[- ]progress|under ?way|ongoing|on-going|continuing|started|progress\w*|begun"
            r"|doing|commenced|active|being|work(?:ing)? (?:on|towards)"
        ),
    ),
)
"""What is said of progress; the first that is found counts, so that `not complete` is not complete."""

_NOT_PROGRESS: Final = (
    r"cost|budget|\u00a3|resource|effort|weight|impact|risk level|difficult\w*|text|priority|concordat|award|charter"
    r"|theme|pillar|section|new|amend\w*|addition\w*|faculty|department|school"
)


_AROUND: Final = " .:;,()*-\u2013\u2014"
"""Signs between a colour and what else is said."""


class StateWords(NamedTuple):
    """What a text says of progress: a colour by its name, a meaning, and whatever else it says."""

    colour: str = ""
    meaning: Meaning | None = None
    rest: str = ""
    is_half: bool = False


@cache
def _colour_pattern() -> re.Pattern[str]:
    names = "|".join(_COLOURS)
    return re.compile(
        rf"(?:rag(?: status| rating)?[ :-]*)?(?:(?:{names})\s*(?:to|->|\u2192)\s*)?(?:light |dark |pale |bright )?"
        rf"(?P<one>{names})(?:\s*(?:/|-|\u2013|&|and)\s*(?P<two>{names}))?"
        r"\b(?P<rest>.*)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _letters_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<one>[RAGYB])(?:\s*/\s*(?P<two>[RAGYB]))?(?P<rest>\s*[(:;,\u2013\u2014-].*)?", re.IGNORECASE | re.DOTALL
    )


@cache
def _change_pattern() -> re.Pattern[str]:
    """What stands between a state and the one after it."""
    return re.compile(r"\s*(?:\u2192|\u21d2|-+>|=>)\s*")


@cache
def _unfinished_pattern() -> re.Pattern[str]:
    """What says after "complete" that it is not."""
    return re.compile(
        r"\?|(?<!\w)(?:in part|partly|partial\w*|nearly|almost|mostly|except|but|not)(?!\w)", re.IGNORECASE
    )


@cache
def _meaning_patterns() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    return tuple((meaning, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for meaning, words in _MEANINGS)


def state_in(text: str) -> StateWords:
    """What a status says: a colour, or a state at its beginning, and the rest.

    Only a cell that says nothing else names a colour: "Red Hat training" and "Green by December" do not. Of a change,
    as in "Red -> Amber", the colour after it counts.
    """
    words = on_one_line(text)
    for sign, name in _EMOJI.items():
        words = words.replace(sign, f" {name} ")
    words = _without_repeated_colour(_change_pattern().split(words.strip(" \ufe0f"))[-1])
    if words.casefold() == PURPLE:
        return StateWords(PURPLE)
    letters = _letters_pattern().fullmatch(words)
    if letters:
        names = [_LETTERS[one.lower()] for one in letters.group("one", "two") if one]
        return StateWords(worst_of(names), rest=(letters["rest"] or "").strip(_AROUND), is_half=len(names) > 1)
    found = _colour_pattern().fullmatch(words)
    if found and _may_follow(found["rest"]):
        names = [found[one].lower() for one in ("one", "two") if found[one]]
        rest = found["rest"].strip(_AROUND)
        return StateWords(worst_of(names), meaning_of(rest), rest, is_half=len(names) > 1)
    return StateWords() if found else _state_at_start(words)


def _without_repeated_colour(words: str) -> str:
    """The words where a sign and a word after it name one colour: a red circle and `Red`."""
    first, _, rest = words.partition(" ")
    rest = rest.lstrip(" \ufe0f-\u2013\u2014:")
    second = re.match(r"\w+", rest)
    named = [_COLOURS.get(one.casefold()) for one in (first, second[0] if second else "")]
    return rest if named[0] is not None and named[0] is named[1] else words


def _may_follow(rest: str) -> bool:
    """Whether what follows a colour leaves it what it is: a sign between, or a state of work."""
    return not re.match(r"\s+\w", rest) or _state_at_start(rest.strip()).meaning is not None


def _state_at_start(words: str) -> StateWords:
    """A state at the beginning; what else is said is kept with it, since it may turn the sense."""
    for meaning, pattern in _meaning_patterns():
        found = pattern.match(words)
        if found and re.match(r"\W|$", words[found.end() :]):
            after = words[found.end() :]
            rest = after.strip(_AROUND)
            is_sentence = re.match(r"\s+\w", after) and len(rest.split()) > 3  # noqa: PLR2004
            if is_sentence or (meaning is Meaning.COMPLETE and _unfinished_pattern().search(after)):
                return StateWords()
            return StateWords("", meaning, words if rest else "")
    return StateWords()


def worst_of(names: list[str]) -> str:
    """Of two halves the one that is worse, as its name."""
    return min(names, key=lambda name: _WORST_FIRST.index(_COLOURS[name]))


def colour_named(name: str) -> Colour:
    """The colour that a name stands for in a plan file."""
    return _COLOURS[name]


def meaning_of(text: str) -> Meaning | None:
    """The first state of progress that a text speaks of; None where it speaks of none."""
    for meaning, pattern in _meaning_patterns():
        if pattern.search(text):
            return meaning
    return None


def is_no_progress(text: str) -> bool:
    """Whether a text speaks of cost, of kinds of text or the like."""
    return re.search(rf"(?<!\w)(?:{_NOT_PROGRESS})(?!\w)", text, re.IGNORECASE) is not None


def is_about_something_else(text: str) -> bool:
    """Whether a line of a key does not speak of progress."""
    return meaning_of(text) is None or is_no_progress(text)


def fill_name(fill: str) -> str:
    """The name of the colour of a fill; empty for white and for pale grounds of tables."""
    if not re.fullmatch("[0-9A-Fa-f]{6}", fill):
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < 0.08:  # noqa: PLR2004 (black, grey or white)
        return "black" if light < 0.15 else "grey" if light < 0.87 else ""  # noqa: PLR2004
    if saturation < 0.12:  # noqa: PLR2004 (a grey with a shade)
        return "grey"
    return next((name for limit, name in _HUES if hue * 360 < limit), "red")


def is_pale(fill: str) -> bool:
    """Whether a colour is light enough for the ground of a table with words on it."""
    channels = [int(fill[at : at + 2], 16) for at in (0, 2, 4)] if re.fullmatch("[0-9A-Fa-f]{6}", fill) else [0]
    return (max(channels) + min(channels)) / 2 > 0.78 * 255


_HUES: Final = ((18, "red"), (52, "amber"), (70, "yellow"), (172, "green"), (258, "blue"), (325, PURPLE), (361, "red"))
"""The names of the colours around the circle, each up to an angle."""
