"""Several dates in one text, and dates with words around them: which of them is the start, the checkpoint, the end."""

import re
from functools import cache
from typing import Final

from tcplan.values.dates.due_words import DONE, OFTEN, suggest_due_words
from tcplan.values.dates.plain_words import plain_words, without_lead
from tcplan.values.dates.reading import read_day
from tcplan.values.dates.seasons import suggest_season
from tcplan.values.dates.spellings import suggest_spelling
from tcplan.values.dates.suggestion import CHECKPOINTS, REST, Suggestion, is_day, probably, with_remark
from tcplan.values.dates.values import MONTHS

_ONGOING: Final = r"(?:on[ -]?going|continu(?:ous|ing)|rolling|to date|present)"
_UNSURE: Final = r"(?:tb[cda]|t\.b\.[cda]|to be (?:confirmed|agreed|decided|determined))"


@cache
def _brackets_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


_RANGES: Final = (" to | until | till | through to ", " - ", " ?- ?")
_LISTS: Final = (" ?[,;&+] ?(?:and |then )?| and (?:then )?| then ", " ?/ ?")
"""What is between dates; the later ones may be in a date as well, and are only asked where the earlier find nothing."""


@cache
def _dated_pattern() -> re.Pattern[str]:
    """What may be a date, or the end of something, in the words after another one."""
    months = "|".join(month[:3].lower() for month in MONTHS)
    return re.compile(
        rf"[0-9]|\b(?:{months})(?:[a-z]{{0,6}})\b|spring|summer|autumn|winter|easter|christmas|michaelmas|\bend|plan\b"
        rf"|\byears?\b|term\b|semester|quarter\b|complet|finish|until|before|start|{_ONGOING}|{_UNSURE}"
    )


def suggest_several(text: str) -> Suggestion | None:
    """What to write for more than one date, or a date with other words; None where nothing can be said."""
    words = plain_words(text)
    readers = (_of_ongoing, _of_unsure, _of_start, _of_rhythm, _of_doubt, _with_brackets, _of_dates)
    return next((found for reader in readers if (found := reader(words))), None)


def dates_in(text: str) -> list[str]:
    """The dates in a text with one that has other words beside it, or with several; empty if something else is said."""
    words = re.sub(rf"^(?:{DONE})\b[ ,:;-]*(?:in |on )?|[ ,:;-]*\b(?:{DONE})$", "", plain_words(text))
    if is_day(written := one_date(words)):
        return [written]
    found = _of_doubt(words) or _with_brackets(words) or _of_dates(words)
    return re.findall(r"(?:19|20)[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?|-Q[1-4]|/[0-9]{2})?", found.help) if found else []


def _of_ongoing(words: str) -> Suggestion | None:
    """`ongoing from September 2021` has a start, `ongoing until 2027` an end."""
    if found := re.fullmatch(rf"{_ONGOING},? (?:from|since|starting|beginning)(?: in)? (?P<day>.+)", words):
        return _from(found["day"])
    if found := re.fullmatch(
        rf"(?:from |since )?(?P<day>.+?)(?: ?[-/&;+]| and| then|,| to)? ?(?:{_ONGOING}|onwards?|or later)"
        r"|(?P<with_plus>20[0-9]{2}) ?\+|post[- ](?P<after>20[0-9]{2})",
        words,
    ):
        return _from(found["day"] or found["with_plus"] or found["after"])
    until = re.fullmatch(rf"{_ONGOING},? (?:-|to|until|till|through to) (?P<day>.+)", words)
    if until and (written := one_date(until["day"])):
        return Suggestion(f"write {written} as due, since the work ends then")
    if found := re.fullmatch(rf"{_ONGOING}[ ,;:/(-]+(?P<rest>.+?)\)?", words):
        if not _dated_pattern().search(found["rest"]):
            return with_remark("ongoing")
        return Suggestion("write ongoing for work without an end date, or the date when it ends")
    return None


def _of_unsure(words: str) -> Suggestion | None:
    """`tbc (after the restructure)`: the rest stays beside it."""
    found = re.fullmatch(rf"{_UNSURE}[ ,;:(-]+(?P<rest>.+?)\)?", words)
    if found is None:
        return None
    if _dated_pattern().search(found["rest"]):
        return Suggestion("write the date if it is agreed, or tbc until then")
    return with_remark("tbc")


def _of_start(words: str) -> Suggestion | None:
    """`from September 2021` and `after March 2027` are no due dates."""
    found = re.fullmatch(
        r"(?:from|since|start(?:ing|s)?:?|beginning|after|not before|no(?:t)? earlier than)(?: in)? "
        r"(?P<day>.+?)(?: at the earliest)?|(?P<earliest>.+?),?(?: at the)? earliest",
        words,
    )
    if found is None:
        return None
    day = found["day"] or found["earliest"]
    return _range(day) or _from(day)


def _of_rhythm(words: str) -> Suggestion | None:
    """`July 2027, then annually` has a first time and no end."""
    words = " ".join(re.sub(r"[()\[\]]", " ", words).split())
    found = re.fullmatch(
        rf"(?P<day>.+?)[,;]?(?: and| then| with)* (?:{OFTEN})(?: thereafter| after that| afterwards)?", words
    ) or re.fullmatch(rf"(?:{OFTEN}),? (?:from|starting|beginning)(?: in)? (?P<day>.+)", words)
    if found is None:
        return None
    written = one_date(found["day"])
    return Suggestion(
        f"write [{written}, ongoing] if it is first due then and goes on, and say how often in `about`"
        if written
        else "write ongoing, and say how often in the title or in `about`"
    )


def _of_doubt(words: str) -> Suggestion | None:
    """`March 2027?` and `2027 or 2028` are not agreed; a star leads to a note that is elsewhere."""
    if found := re.fullmatch(r"\?* ?(?P<day>.+?) ?[?*!^]+|\?+ ?(?P<only>.+)", words):
        written = one_date(found["day"] or found["only"])
        return Suggestion(f"write {written}, or tbc while the date is being agreed") if written else None
    unsure = r"likely|probably|provisional(?:ly)?|expected|planned|estimated?|est\.?"
    if found := re.fullmatch(
        rf"(?:{unsure}):? (?P<day>.+)|(?P<before>.+?)[ ,;:-]+(?:{_UNSURE}|{unsure}|to be confirmed)", words
    ):
        day = found["day"] or found["before"]
        written = one_date(day)
        season = suggest_season(day)
        if written or season:
            help_text = f"write {written}" if written or season is None else season.help
            return Suggestion(f"{help_text}, or tbc while the date is being agreed")
    both = [one_date(part) for part in words.split(" or ")]
    if len(both) == 2 and all(both):  # noqa: PLR2004 (one or the other)
        return Suggestion(f"write {both[0]} or {both[1]}, or tbc until it is agreed which")
    return None


def _with_brackets(words: str) -> Suggestion | None:
    """`2027 (Q3)` is one date, `Summer 2027 (TBC)` one with a remark."""
    if not (found := _brackets_pattern().search(words)):
        return None
    if written := one_date(" ".join(re.sub(r"[()\[\]]", " ", words).split())):
        return probably(written)
    bare = _brackets_pattern().sub(" ", words).strip()
    if written := one_date(bare):
        unsure = re.fullmatch(rf"\W*{_UNSURE}\W*", found[0])
        help_text = f"write {written}, {REST}"
        return Suggestion(f"write {written}, or tbc while the date is being agreed" if unsure else help_text, written)
    season = suggest_season(bare) or suggest_spelling(bare)
    return season and season._replace(help=f"{season.help}, {REST}")


def _from(day: str) -> Suggestion | None:
    written = one_date(day)
    return Suggestion(f"write {written} as start, and as due when it ends, or ongoing") if written else None


def _of_dates(words: str) -> Suggestion | None:
    if found := re.fullmatch(r"start(?:s|ing)?:? (?P<first>.+?)[,;]? (?:and )?end(?:s|ing)?:? (?P<last>.+)", words):
        return _range(f"{found['first']} to {found['last']}")
    bare = _brackets_pattern().sub(" ", words).strip()
    return _range(bare) or _list(bare) or _list(_without_labels(bare))


def _without_labels(words: str) -> str:
    """`1) July 2026 2) July 2027` and `draft July 2026, final July 2027` as a list."""
    numbered = re.sub(r"(?:^|[,;]? )\(?(?:[1-9]|[a-d]|i{1,3}|iv)[.)] ?", "; ", f" {words}")
    label = r"(?:first |final |interim )?(?:draft|final|interim|pilot|launch|review|phase [1-9]|stage [1-9])[:-]?"
    return re.sub(rf"(?:^|(?<=[,;] )){label} (?=\w)", "", numbered.strip(" ;"))


def _range(words: str) -> Suggestion | None:
    for between in _RANGES:
        parts = re.split(between, words)
        if len(parts) == 2:  # noqa: PLR2004 (from one to another)
            first, last = one_date(_with_year(parts[0], parts[1])), one_date(parts[1])
            if first and last and _in_order(first, last):
                return Suggestion(f"write {last} as due, and {first} as start")
    return None


def _list(words: str) -> Suggestion | None:
    if re.search(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}", words) and not re.search("[,;&+]| and ", words):
        return None  # a day in digits, and not three dates
    for between in _LISTS:
        parts = [part for part in re.split(between, words) if part.strip()]
        written = [one_date(_with_year(part, parts[-1])) or _season(part) for part in parts]
        if len(written) > 1 and all(written):
            return Suggestion(f"write [{', '.join(written)}]: {CHECKPOINTS}")
    return None


def _season(words: str) -> str:
    """The month that a season most likely ends in, for a list that is only an example."""
    found = suggest_season(without_lead(words))
    months = re.findall(r"20[0-9]{2}-[0-9]{2}", found.help) if found else []
    return months[0] if len(months) == 1 else ""


def _with_year(part: str, last: str) -> str:
    """`January` in `January to March 2027`."""
    year = re.search(r"20[0-9]{2}$", last)
    return f"{part} {year[0]}" if year and not re.search(r"[0-9]{4}|'[0-9]{2}|[/-][0-9]{2}$", part) else part


def one_date(words: str) -> str:
    """One date in our spelling, or nothing where it is not a date or not one alone."""
    words = without_lead(words.strip(" ,;.-"))
    if is_day(words):
        return words
    found = suggest_spelling(words) or suggest_season(words)
    if found is None and (due := suggest_due_words(words)) and due.is_certain and re.search("[0-9]", words):
        found = due
    return found.written if found else ""


def _in_order(first: str, last: str) -> bool:
    if not is_day(first) or not is_day(last):
        return not is_day(first) and not is_day(last)
    one, other = read_day(first), read_day(last)
    return one is not None and other is not None and one.first <= other.last
