"""Numbers in success criteria that could be followed as measures: offered, and never followed unasked."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.importing.draft import MeasureOffer
from tcplan.importing.found import Words
from tcplan.importing.reading.context import EntryContext
from tcplan.importing.reading.dated_items import DatedItem
from tcplan.importing.reading.dates_in_text import DateInText, dates_in

_NEAR: Final = 30
"""How far after a number its own date may be, in characters."""

_LONGEST: Final = 90
_NAMES: Final = """
phase stage commitment action objective grade year level point priority step ref no strand pillar theme section appendix
table tier band n8 p. page baseline from currently current was
"""
"""What numbers are names of, and count nothing."""


@cache
def _amount_pattern() -> re.Pattern[str]:
    number = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}(?:\.[0-9]+)?)"
    return re.compile(rf"(?<![\w./-]){number}(?P<percent> ?%| ?per ?cent\b)?(?![\w/]|[.-][0-9])", re.IGNORECASE)


@cache
def _after_date_pattern() -> re.Pattern[str]:
    """What is between a date and the number of that date: `By July 2025: 10 staff`."""
    return re.compile(r"\s*[:=]\s*(?:at least |over |up to )?|\s*[-\u2013]\s*|\)\s*:?\s*")


def offer_measure(entry: EntryContext, item: DatedItem, words: Words) -> None:
    """Say which numbers of a criterion could be followed."""
    targets = list(_targets(item, entry))
    if not targets:
        return
    is_series = len(dict(targets)) == len(targets)
    each = [f"{date}: {amount}" for date, amount in targets]
    shown = ", ".join(each) if is_series else "} or {".join(dict.fromkeys(each))
    title = item.title if len(item.title) <= _LONGEST else f"{item.title[: _LONGEST - 1].rstrip()}\u2026"
    entry.plan.draft.offers.append(MeasureOffer(title, f"{{{shown}}}", words.place, entry.draft.id))


def _targets(item: DatedItem, entry: EntryContext) -> Iterator[tuple[str, str]]:
    """Each number with its date: the one that follows it, else the item's, the action's or the end of the plan."""
    dates = dates_in(item.title)
    for found in _amount_pattern().finditer(item.title):
        if any(one.start <= found.start() < one.end for one in dates) or _is_part_of_name(item.title, found):
            continue
        yield _date_beside(item.title, found, dates) or item.due or _due_of(entry) or "end", _amount(found)


def _date_beside(text: str, found: re.Match[str], dates: list[DateInText]) -> str:
    """The date of a number: the one right before it, else the next one near it."""
    for one in dates:
        if one.end <= found.start() and _after_date_pattern().fullmatch(text[one.end : found.start()]):
            return one.written
    return next((one.written for one in dates if 0 <= one.start - found.end() <= _NEAR), "")


def _amount(found: re.Match[str]) -> str:
    return found["number"].replace(",", "") + ("%" if found["percent"] else "")


def _is_part_of_name(text: str, found: re.Match[str]) -> bool:
    """`Phase 2`, `N8 Commitment 3`, `2024`."""
    before = text[: found.start()].rstrip().rpartition(" ")[2].lower().strip("(:,")
    is_year = re.fullmatch("(?:19|20)[0-9]{2}", found["number"]) is not None and not found["percent"]
    return is_year or before in _NAMES.split()


def _due_of(entry: EntryContext) -> str:
    due = entry.draft.keys["due"].value if "due" in entry.draft.keys else ""
    last = due[-1] if isinstance(due, list) and due else due
    return last if isinstance(last, str) and last not in ("ongoing", "tbc") else ""
