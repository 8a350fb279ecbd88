"""Due dates with what became of them: `March 2026, now July 2026`, `July 2026 - complete`."""

import re
from functools import cache
from typing import Final

from tcplan.values.dates.due_words import DONE, DONE_HELP, STATE, STATE_HELP
from tcplan.values.dates.plain_words import plain_words
from tcplan.values.dates.suggestion import Suggestion

_MOVED: Final = (
    r"(?:(?:date )?(?:now|revised|extended|moved|deferred|delayed|postponed|slipped|pushed back|rescheduled|changed"
    r"|updated)(?: date)?(?: to| until| from)?:?)"
)


@cache
def _moved_pattern() -> re.Pattern[str]:
    between = r"[ ,;:(\[-]*"
    return re.compile(rf"(?:was |originally |initially )?(?P<first>.+?){between}{_MOVED} (?P<then>.+?)[)\]. ]*")


@cache
def _moved_alone_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_MOVED} (?P<then>.+?)")


@cache
def _arrow_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<first>.+?) ?(?:\u2192|[-=]+>|\u21d2|>+) ?(?P<then>.+?)")


@cache
def _done_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<day>.+?)[ ,;:([-]+(?:{DONE}|(?P<state>{STATE}))[)\]. ]*")


def suggest_moved(text: str) -> Suggestion | None:
    """What to write for a date that was moved, or whose work is finished; None for anything else."""
    from tcplan.values.dates.several import one_date  # noqa: PLC0415 (it asks this module)

    words = plain_words(text)
    if (found := _done_pattern().fullmatch(words)) and (day := one_date(found["day"])):
        if found["state"]:
            return Suggestion(STATE_HELP.replace("when it is due", day), day)
        return Suggestion(DONE_HELP.replace("when it was due", day), day)
    if found := _moved_pattern().fullmatch(words):
        first, then = one_date(found["first"]), one_date(found["then"])
        if "from" in found[0].removesuffix(found["then"]).split():
            first, then = then, first
        if first and then:
            return _moved(first, then)
    if (found := _arrow_pattern().fullmatch(words)) and all(
        both := [one_date(found[name]) for name in ("first", "then")]
    ):
        return Suggestion(f"{_moved(*both).help}; or if it is a span, {both[1]} as due, and {both[0]} as start")
    if (found := _moved_alone_pattern().fullmatch(words)) and (then := one_date(found["then"])):
        return Suggestion(f"write the date that was agreed first, and {then} as `due` of an update")
    return None


def _moved(first: str, then: str) -> Suggestion:
    return Suggestion(f"write {first}, which was agreed first, and {then} as `due` of an update")
