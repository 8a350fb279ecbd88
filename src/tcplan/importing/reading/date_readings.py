"""What a text most likely says about time: as `values.dates` reads it, or as its help says that it should be written.

An importer has to write something for each timeline where the validator can ask. What the help names first is written,
and the words of the document stay beside it; what it only gives as an example of a form is not read.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, NamedTuple

from tcplan.values.dates import DateError, parse_due
from tcplan.values.dates.suggesting import suggest_due
from tcplan.values.dates.suggestion import Suggestion


class DateReading(NamedTuple):
    """What is read from a text about time.

    Attributes:
        due: What is written as `due`: the checkpoints, then the end.
        start: What is written as `start`.
        moved: A later date that was agreed since.
        doubt: Why it may mean something else; empty where it cannot.
        rest: Whether the text says more than this.
    """

    due: tuple[str, ...] = ()
    start: str = ""
    moved: str = ""
    doubt: str = ""
    rest: bool = False


NOTHING: Final = DateReading()
_DATE: Final = (
    r"(?:(?:19|20)[0-9]{2}(?:-Q[1-4]|-[0-9]{2}(?:-[0-9]{2})?|/[0-9]{2})?|year [0-9]+|[0-9]+ \w+|end|ongoing|tbc)"
)
_Reader = Callable[[re.Match[str], str], DateReading]


@lru_cache(maxsize=4096)
def read_date(text: str) -> DateReading:
    """What a whole text says about time; `NOTHING` where it says nothing that can be read."""
    words = re.sub(r"(?i)^(yr|yrs|y)\.(?= ?[0-9])", r"\1", " ".join(text.split()))
    written = as_written(words)
    if written:
        return DateReading((written,))
    reading = _read_suggested(words)
    if reading == NOTHING or reading.due == ("end",):
        # `Late Autumn 2025`, `within the first year`, `throughout 2026`
        bare = _around_pattern().sub("", words)
        reading = _read_suggested(bare)._replace(rest=True) if bare != words else reading
    return reading


@cache
def _around_pattern() -> re.Pattern[str]:
    """Words before a date that change nothing, or only when in it something is done."""
    return re.compile(
        r"^(?:(?:to be )?complet(?:e|ed|ion)(?: date)?:? by|completion(?: in|:)|for completion (?:by|in)|late|early|mid"
        r"|throughout|across|over|all of|within|in)[ -](?:the )?(?=.*[0-9]|first|second|third)"
        r"|^(?:\u2264|<=?|\u2a7d|up to|at most|max(?:imum)?\.?(?: of)?|no (?:more|longer|later) than"
        r"|not later than|less than|under|first|initial)\s*(?=[0-9])",
        re.IGNORECASE,
    )


def _read_suggested(words: str) -> DateReading:
    found = suggest_due(words)
    if found is None:
        return NOTHING
    if found.message and _is_impossible(words):
        return DateReading((words,), doubt=f"`{words}` {found.message}", rest=False)
    return _of_suggestion(found, words)


@cache
def _written_pattern() -> re.Pattern[str]:
    """What may be as a plan writes it; anything else need not be tried, which takes long where it fails."""
    return re.compile(
        r"[0-9]{4}(?:[-/][0-9Q-]{1,6})?|[0-9]{1,4} ?[a-z]{3,6}|year [0-9]{1,2}|ongoing|tbc|end", re.IGNORECASE
    )


def as_written(words: str) -> str:
    """Words that are already as a plan writes them, in small letters where it has words; empty for others."""
    if _written_pattern().fullmatch(words) is None:
        return ""
    try:
        due = parse_due(words)
    except DateError:
        return ""
    return words.upper() if "-Q" in words.upper() else due.text.lower()


def _is_impossible(words: str) -> bool:
    try:
        parse_due(words)
    except DateError as error:
        return error.impossible
    return False


def _of_suggestion(found: Suggestion, words: str) -> DateReading:
    for pattern, reader in _help_patterns():
        if match := pattern.match(found.help):
            return reader(match, words)
    if found.written:
        doubt = "" if found.is_certain or _is_plain(words) else _may_be(words, found.written)
        return DateReading((found.written,), doubt=doubt, rest=found.keeps_words)
    return NOTHING


def _is_plain(words: str) -> bool:
    """Whether a month with a short year, an academic year or a length needs no second look."""
    return re.fullmatch(r"[A-Za-z]+-[0-9]{2}|(?:20)?[0-9]{2} ?[/-] ?[0-9]{2}|0-[0-9]+ \w+", words) is not None


def _may_be(words: str, written: str) -> str:
    return f"`{words}` is read as {written}"


@cache
def _help_patterns() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """What helps say, and what is read then; the first that fits counts."""
    return tuple(
        (re.compile(pattern.replace("DATE", _DATE)), reader)
        for pattern, reader in (
            (r"write (?P<due>DATE) as due, (?:since|and (?P<start>DATE) as start)", _of_span),
            (r"write (?P<start>DATE) as start, and as due when it ends, or ongoing", _of_open_end),
            (r"write \[(?P<list>[^\]]+)\]", _of_list),
            (r"write (?P<due>DATE), or \[.+ if .+ is a checkpoint", _of_lengths),
            (r"write (?P<due>DATE), which was agreed first, and (?P<moved>DATE) as `due` of an update", _of_moved),
            (r"write (?P<due>DATE), and report", _of_state),
            (r"write (?P<due>DATE), and (?:check|put|say)", _of_first),
            (r"write (?P<due>ongoing), and say how often", _of_rhythm),
            (r"write (?P<due>end|tbc|DATE), or (?:tbc|the day)", _of_first),
            (r"write (?P<due>tbc) while the date is being agreed", _of_first),
            (r"write (?P<due>end) (?:if|for the last day)", _of_first),
            (r"write (?P<due>DATE) for .+, or .+", _of_first),
            (
                r"write (?:the last month that you mean|its last month|a day of that week), such as (?P<all>.+)",
                _of_example,
            ),
        )
    )


def _of_span(match: re.Match[str], words: str) -> DateReading:
    del words
    return DateReading((match["due"],), start=match["start"] or "")


@cache
def goes_on_pattern() -> re.Pattern[str]:
    """What says that work has no end: `ongoing`, or how often it is done."""
    return re.compile(
        r"\b(?:on[- ]?going|continu(?:es|ing|ous|ally)|rolling|present|to date|onwards?|annual(?:ly)?|yearly|termly"
        r"|monthly|quarterly|regular(?:ly)?|thereafter)\b",
        re.IGNORECASE,
    )


def _of_open_end(match: re.Match[str], words: str) -> DateReading:
    """`ongoing from September 2021` says both; `from September 2021` says nothing of an end."""
    goes_on = goes_on_pattern().search(words)
    return DateReading(("ongoing",) if goes_on else (), start=match["start"])


def _of_list(match: re.Match[str], words: str) -> DateReading:
    dates = tuple(one.strip() for one in match["list"].split(","))
    if _months_of_year_pattern().fullmatch(words):
        return DateReading(dates[-1:], doubt=_may_be(words, dates[-1]), rest=True)  # `Jul/Aug 2026`
    if "/" in words and len({len(one) for one in dates}) > 1:
        return DateReading(dates, doubt=_may_be(words, " and ".join(dates)), rest=True)  # `Sept 2026/2027`
    return DateReading(dates, rest=re.search("[a-z]{4}", re.sub(_month_words(), "", words.lower())) is not None)


@cache
def _months_of_year_pattern() -> re.Pattern[str]:
    """Two months with a slash between them and one year."""
    return re.compile(r"[a-z]{3,9}\.? ?/ ?[a-z]{3,9}\.?[ ,]*'?[0-9]{2,4}", re.IGNORECASE)


def _of_first(match: re.Match[str], words: str) -> DateReading:
    return DateReading((match["due"],), doubt=_may_be(words, match["due"]), rest=True)


def _of_lengths(match: re.Match[str], words: str) -> DateReading:
    """`6-12 months` is due in the end."""
    del words
    return DateReading((match["due"],), rest=True)


def _of_rhythm(match: re.Match[str], words: str) -> DateReading:
    del match
    return DateReading(("ongoing",), doubt=_may_be(words, "ongoing"), rest=True)


def _of_state(match: re.Match[str], words: str) -> DateReading:
    return of_state(words, match["due"])


def of_state(words: str, due: str) -> DateReading:
    """A date beside words that say what state the work is in."""
    doubt = f"`{words}` says more than a date: the state of the work is not read from a timeline"
    return DateReading((due,), doubt=doubt, rest=True)


def _of_moved(match: re.Match[str], words: str) -> DateReading:
    doubt = f"`{words}` is read as {match['due']}, moved to {match['moved']}"
    return DateReading((match["due"],), moved=match["moved"], doubt=doubt, rest=True)


def _of_example(match: re.Match[str], words: str) -> DateReading:
    """A season or term: the last of the months that it may end in."""
    dates = re.findall(_DATE.replace("|end|ongoing|tbc", ""), match["all"])
    return DateReading((dates[-1],), doubt=_may_be(words, dates[-1]), rest=True) if dates else NOTHING


def _month_words() -> str:
    return r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|ongoing|year"
