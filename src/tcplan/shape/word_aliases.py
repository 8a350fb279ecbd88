"""Words that people write in the place of one of a few, and the one that they mean.

A colour is found by its meaning in the plan's own key: `done` is blue in most plans and green in others.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from tcplan.values import rag
from tcplan.values.rag import Colour, Meaning
from tcplan.values.words import Continuation, Ending, InstitutionType, Priority, Role


class Alias(NamedTuple):
    """The word that is meant, whether that is certain, and where more than that is to be said, the help."""

    meant: str | None
    is_certain: bool = False
    help: str = ""


_COLOURS: Final = {
    "yellow": Colour.AMBER,
    "orange": Colour.AMBER,
    "gold": Colour.AMBER,
    "lime": Colour.GREEN,
    "gwyrdd": Colour.GREEN,
    "oren": Colour.AMBER,
    "ambr": Colour.AMBER,
    "melyn": Colour.AMBER,
    "coch": Colour.RED,
    "glas": Colour.BLUE,
    "llwyd": Colour.GREY,
    "gray": Colour.GREY,
    "\U0001f534": Colour.RED,
    "\U0001f7e0": Colour.AMBER,
    "\U0001f7e1": Colour.AMBER,
    "\U0001f7e2": Colour.GREEN,
    "\U0001f535": Colour.BLUE,
}
_LETTERS: Final = {"r": Colour.RED, "a": Colour.AMBER, "g": Colour.GREEN, "b": Colour.BLUE, "n": Colour.GREY}
_SAME: Final = ("gray",)
"""The same word in another spelling."""

_MEANINGS: Final[Mapping[Meaning, str]] = {
    Meaning.COMPLETE: (
        "done|completed|finished|achieved|closed|delivered|implemented|met|fulfilled|embedded|bau|business as usual"
        "|100%|100% complete|fully complete|fully achieved|\u2713|\u2714|\u2611|\u2705"
    ),
    Meaning.NOT_STARTED: (
        "not begun|not yet started|to start|planned|pending|not yet begun|not due|not yet due|not due yet|future"
        "|scheduled|future action|to be started|upcoming|to do|todo|0%|0% complete|not commenced|no action yet"
    ),
    Meaning.IN_PROGRESS: (
        "ongoing|on going|started|under way|underway|in hand|active|wip|work in progress|commenced|progressing|begun"
        "|partial|partially complete|partly complete|part complete|partially completed|partially achieved|partially met"
        "|mostly complete|nearly complete|continuing"
    ),
    Meaning.PAUSED: "on hold|hold|suspended|stopped|deferred|postponed|parked|frozen|on pause|halted",
    Meaning.ON_TRACK: (
        "ontrack|on target|on schedule|on time|good|ok|okay|fine|satisfactory|excellent|to schedule|to plan|ahead"
        "|ahead of schedule|no issues|no concerns|going well"
    ),
    Meaning.OFF_TRACK: (
        "off target|off schedule|failed|failing|missed|stalled|critical|high risk|not achieved|not met|not delivered"
        "|unsatisfactory|serious issues|major issues|serious delay|serious delays|major delay|major delays"
    ),
    Meaning.AT_RISK: (
        "risk|some risk|some delay|minor delay|minor delays|slight delay|slightly delayed|slightly behind|issues"
        "|some issues|minor issues|concerns|some concerns|minor concerns|caution|medium risk"
    ),
}
_ENDED: Final = (
    "cancelled|canceled|withdrawn|superseded|merged|dropped|abandoned|discontinued|no longer required|removed"
)
_LATE: Final = ("delayed", "late", "behind", "behind schedule", "slipped", "slipping", "overdue", "delay")
_NO_COLOUR: Final = (
    "n/a",
    "na",
    "none",
    "-",
    "tbc",
    "tbd",
    "unknown",
    "?",
    "not reported",
    "no report",
    "no update",
    "no change",
    "white",
    "not applicable",
)

_WORDS: Final[Mapping[tuple[str, ...], Mapping[str, str]]] = {
    tuple(Priority): {
        **dict.fromkeys(("must have", "uchel", "p1", "high priority"), "high"),
        **dict.fromkeys(("should have", "canolig"), "medium"),
        **dict.fromkeys(("could have", "isel"), "low"),
        "h": "high",
        "m": "medium",
        "l": "low",
        "med": "medium",
        "mid": "medium",
        **dict.fromkeys(("urgent", "critical", "essential", "very high", "top", "highest", "must"), "high"),
        **dict.fromkeys(("normal", "moderate", "average", "should"), "medium"),
        **dict.fromkeys(("minor", "lowest", "very low", "nice to have", "could"), "low"),
    },
    tuple(Ending): {
        **dict.fromkeys(("cancelled", "canceled", "dropped", "abandoned", "stopped", "discontinued"), "withdrawn"),
        **dict.fromkeys(("removed", "deleted", "ended", "not progressed"), "withdrawn"),
        **dict.fromkeys(("combined", "joined", "absorbed", "incorporated"), "merged"),
        **dict.fromkeys(("replaced", "overtaken"), "superseded"),
    },
    tuple(Continuation): {
        **dict.fromkeys(("same", "unchanged", "continued", "carried over", "carried forward"), "identical"),
        **dict.fromkeys(("expanded", "broadened", "widened", "enlarged"), "extended"),
        **dict.fromkeys(("reduced", "narrow", "focused", "smaller"), "narrowed"),
        **dict.fromkeys(("linked", "similar", "connected"), "related"),
    },
    tuple(InstitutionType): {
        **dict.fromkeys(("uni", "hei", "college", "higher education institution"), "university"),
        **dict.fromkeys(("research institute", "institution", "research institution"), "institute"),
        **dict.fromkeys(("charity", "company", "society", "body"), "organisation"),
    },
    tuple(Role): {
        **dict.fromkeys(("signed", "member", "signee", "signatories"), "signatory"),
        **dict.fromkeys(("support", "supporting", "partner", "supporters"), "supporter"),
    },
    ("yes", "no"): {
        **dict.fromkeys(("y", "yes", "agreed", "given", "granted", "consented", "confirmed", "with consent"), "yes"),
        **dict.fromkeys(("1", "on", "\u2713", "\u2714", "\u2611", "\u2705", "oes", "ydy"), "yes"),
        **dict.fromkeys(("n", "no", "none", "not given", "not agreed", "refused", "declined", "withheld"), "no"),
        **dict.fromkeys(("0", "off", "nac oes", "nac ydy"), "no"),
    },
}
_NOT_KNOWN: Final = (
    "tbc",
    "tbd",
    "tba",
    "n/a",
    "na",
    "?",
    "-",
    "unknown",
    "not known",
    "pending",
    "asked",
    "not yet",
    "not set",
)
_CERTAIN: Final = ("h", "m", "l", "med", "y", "n", "yes", "no", "canceled")
"""The short ones, of which there is no other reading."""


def alias_of(words: str, allowed: tuple[str, ...], own_key: Any) -> Alias | None:
    """What is meant by words in the place of one of `allowed`; `own_key` is the plan's `rag` as it is in the file."""
    alias = _alias_of(words, allowed, own_key)
    return alias and alias._replace(meant=alias.meant and str(alias.meant))


def _alias_of(words: str, allowed: tuple[str, ...], own_key: Any) -> Alias | None:
    folded = " ".join(words.strip().strip("().!").lower().replace("-", " ").replace("_", " ").split())
    if allowed == tuple(Colour):
        return _colour_of_words(words, folded, own_key)
    if allowed == tuple(Meaning):
        meaning = _meaning(folded)
        return Alias(meaning) if meaning else None
    if allowed == tuple(Ending) and folded in (*_MEANINGS[Meaning.COMPLETE].split("|"), "complete"):
        return Alias(None, help="finished work is not closed: report it under `updates` with `rag: blue`")
    if folded in (*_NOT_KNOWN, "") and allowed in (tuple(Priority), ("yes", "no")):
        return Alias(None, help="leave the key out until it is known")
    return _with_more_words(words, folded, allowed) or _of_table(folded, allowed)


def _of_table(folded: str, allowed: tuple[str, ...]) -> Alias | None:
    meant = _WORDS.get(allowed, {}).get(folded)
    return Alias(meant, folded in _CERTAIN) if meant else None


def _with_more_words(words: str, folded: str, allowed: tuple[str, ...]) -> Alias | None:
    """A word of the list that has others beside it: `High priority`, `high/medium`, `Yes - by email`."""
    if allowed == tuple(Priority):
        several = [word for word in allowed if word in re.split(r"[ /&,]+", folded)]
        if len(several) > 1:
            return Alias(None, help=f"write one of them: {' or '.join(several)}")
        bare = re.sub(r"^priority:? | priority$", "", folded)
        return Alias(bare) if bare in allowed else _of_table(bare, allowed) if bare != folded else None
    first = re.split(r"\s*[(:;,]|\s+[-\u2013\u2014]+\s+", words.strip(), maxsplit=1)[0].lower()
    return Alias(first) if allowed == ("yes", "no") and first in allowed and first != folded else None


def _colour_of_words(words: str, folded: str, own_key: Any) -> Alias | None:
    """A colour, also with a remark after it: `Amber (was red)`, `Completed - July 2026`."""
    first = re.split(r"\s*[(\[:;,]|\s+[-\u2013\u2014]+\s+", words.strip(), maxsplit=1)[0]
    remark = words.strip() != first and first
    alias = _alias_of(first, tuple(Colour), own_key) if remark else None
    if alias or (remark and first.lower() in tuple(Colour)):
        return (alias or Alias(Colour(first.lower())))._replace(is_certain=False)
    return _colour(folded, own_key) or _percentage(folded, own_key)


def _percentage(folded: str, own_key: Any) -> Alias | None:
    """`80% complete` is in progress; how far something is says no more."""
    is_part = re.fullmatch(r"[1-9][0-9]? ?%( complete(d)?| done)?", folded)
    return _with_meaning(Meaning.IN_PROGRESS, _meanings(own_key)) if is_part else None


def _colour(folded: str, own_key: Any) -> Alias | None:
    if folded in _COLOURS:
        return Alias(_COLOURS[folded], folded in _SAME)
    if folded in _LETTERS:
        return Alias(_LETTERS[folded], folded != "n")
    key = _meanings(own_key)
    several = [colour for colour in Colour if colour in folded.replace("/", " ").replace("&", " ").split()]
    if help_text := _help_without_colour(folded, key, several):
        return Alias(None, help=help_text)
    meaning = _meaning(folded)
    return _with_meaning(meaning, key) if meaning else Alias(several[0]) if several else None


def _help_without_colour(folded: str, key: Mapping[Colour, str], several: list[Colour]) -> str:
    """What to do where the words are not those of one colour."""
    if not folded or folded in _NO_COLOUR:
        return "leave `rag` out if no colour is reported, and say in `note` what is known"
    if folded in _ENDED.split("|"):
        return "leave `rag` out, and write how it ended under `closed`"
    if folded in _LATE:
        choices = [f"{colour} if it is {rag.plain_words(means)}" for colour, means in key.items() if means in _BAD]
        return f"write {', or '.join(choices)}" if choices else ""
    return f"write one of them: {' or '.join(several)}" if len(several) > 1 else ""


_BAD: Final = (Meaning.AT_RISK, Meaning.OFF_TRACK)


def _with_meaning(meaning: Meaning, key: Mapping[Colour, str]) -> Alias:
    """The colour of the plan that has a meaning; where none has, what comes nearest and how to give it one."""
    found = [colour for colour, means in key.items() if means == meaning]
    if found:
        return Alias(found[0]) if len(found) == 1 else Alias(None, help=f"write one of: {', '.join(found)}")
    counts_as = rag.vote_for(meaning)
    nearest = next((one for one, means in key.items() if rag.vote_for(Meaning(means)) is counts_as), None)
    own = f"give a colour the meaning `{meaning}` under `rag:`"
    return Alias(None, help=f"write {nearest}, or {own}" if nearest else own)


def _meaning(folded: str) -> Meaning | None:
    named = {rag.plain_words(one): one for one in Meaning}
    return named.get(folded) or next((one for one, words in _MEANINGS.items() if folded in words.split("|")), None)


def _meanings(own_key: Any) -> dict[Colour, str]:
    """What each colour means in a plan, as far as its key can be read."""
    own = own_key if isinstance(own_key, dict) else {}
    found: dict[Colour, str] = dict(rag.DEFAULT_MEANINGS)
    for colour in Colour:
        entry = own.get(colour)
        stated = entry.get("means") if isinstance(entry, dict) else entry
        if stated in tuple(Meaning):
            found[colour] = str(stated)
    return found
