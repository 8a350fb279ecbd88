"""Finished work of an earlier plan that a document has among the new actions: it is told, and stays where it is."""

import re
from functools import cache

from tcplan.importing.draft import DraftEntry
from tcplan.importing.found import FoundLevel
from tcplan.importing.reading.context import PlanContext
from tcplan.values.dates import DateError, parse_due
from tcplan.values.rag import Colour


@cache
def _done_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:completed?|done|achieved|delivered|finished)\b\s*(?:[:\u2013\u2014-]|\()|.*[(\[](?:completed?|done|achieved|delivered)[^()]*[)\]]\s*$",
        re.IGNORECASE,
    )


@cache
def _achievements_pattern() -> re.Pattern[str]:
    """A heading over what has been done before."""
    return re.compile(
        r"(?:our |key |main |summary of )*(?:achievements|successes|completed actions|actions completed"
        r"|what we have done|progress (?:on|against|to date|since))\b|.*\b(?:previous|earlier|last) (?:action )?plan\b",
        re.IGNORECASE,
    )


def tell_earlier_work(plan: PlanContext) -> None:
    """Tell once which entries seem to be finished work of an earlier plan."""
    start = _start_of(plan)
    found = [entry for entry in plan.draft.entries if _is_earlier(entry, start)]
    actions = [entry for entry in plan.draft.entries if entry.level is FoundLevel.ACTION]
    if not found or len([one for one in found if one.level is FoundLevel.ACTION]) == len(actions):
        return
    ids = ", ".join(entry.id for entry in found[:12]) + (f" and {len(found) - 12} more" if len(found) > 12 else "")  # noqa: PLR2004
    message = f"{ids}: this seems to be finished work of an earlier plan among the actions of this one"
    plan.tell("earlier-work", message, found[0].place, found[0].id)


def _is_earlier(entry: DraftEntry, start: str) -> bool:
    if entry.level is not FoundLevel.ACTION:
        return _achievements_pattern().match(entry.title) is not None
    if _done_pattern().match(entry.title):
        return True
    due = entry.keys["due"].value if "due" in entry.keys else ""
    last = due[-1] if isinstance(due, list) and due else due
    return isinstance(last, str) and bool(start) and _is_before(last, start) and _is_complete(entry)


def _is_complete(entry: DraftEntry) -> bool:
    """Whether the last report says that it is finished, or what is said of it without a day."""
    updates = entry.keys["updates"].value if "updates" in entry.keys else []
    last = updates[-1] if isinstance(updates, list) and updates else None
    if isinstance(last, dict):
        return last.get("rag") == Colour.BLUE
    about = entry.keys["about"].value if "about" in entry.keys else ""
    return isinstance(about, str) and re.search(r"(?im)^[^:\n]{2,40}: (?:completed?|done|blue)\b", about) is not None


def _is_before(due: str, start: str) -> bool:
    try:
        one, other = parse_due(due).day, parse_due(start).day
    except DateError:
        return False
    return bool(one and other) and one is not None and other is not None and one.last < other.first


def _start_of(plan: PlanContext) -> str:
    period = plan.draft.keys["period"].value if "period" in plan.draft.keys else None
    start = period.get("start") if isinstance(period, dict) else None
    return start if isinstance(start, str) else ""
