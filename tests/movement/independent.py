"""Status and movement of the example's plans, counted once more: with another YAML parser, and without tcplan.

It is written from the definitions in words, knows only what the example's plans use, and is as plain as can be.
"""

import calendar
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

DEFAULT_KEY = {
    "grey": "not-started",
    "red": "off-track",
    "amber": "at-risk",
    "green": "on-track",
    "blue": "complete",
}
WORST_FIRST = ["off-track", "at-risk", "paused", "not-started", "in-progress", "on-track", "complete"]
VOTES = {
    "not-started": "grey",
    "off-track": "red",
    "at-risk": "amber",
    "paused": "amber",
    "in-progress": "green",
    "on-track": "green",
    "complete": "blue",
}
REVIEW, TOO_OLD = 6, 12
"""Months: all three plans are reviewed every 6 months, and a report older than two reviews does not count."""


def read(file: Path) -> dict[str, Any]:
    """A plan as PyYAML reads it, every value a text."""
    data: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (it makes only texts)
    assert data["review_every"] == "6 months"
    return data


def day_of(text: str, *, last: bool) -> date:
    """The first or last day of a date or a month."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


def later_by(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def due_day(text: str, start: date) -> date | None:
    """The day that a due date comes to."""
    if text == "ongoing":
        return None
    if text.endswith("months"):
        return date.fromordinal(later_by(start, int(text.split(maxsplit=1)[0])).toordinal() - 1)
    if text.startswith("year "):
        return date.fromordinal(later_by(start, 12 * int(text.split()[1])).toordinal() - 1)
    if "/" in text:  # an academic year
        return date(int(text[:4]) + 1, 7, 31)
    if "Q" in text:
        return day_of(f"{text[:4]}-{3 * int(text[-1]):02}", last=True)
    return day_of(text, last=True)


def as_list(value: Any) -> list[Any]:
    """One bare value where a list is expected."""
    return value if isinstance(value, list) else [value] if value else []


def action_on(plan: dict[str, Any], action: dict[str, Any], day: date) -> dict[str, Any]:
    """What an action is on a day."""
    start_of_plan = day_of(plan["period"]["start"], last=False)
    end_of_plan = day_of(plan["period"]["end"], last=True)
    key = {**DEFAULT_KEY, **{colour: one["means"] for colour, one in plan.get("rag", {}).items()}}
    updates = [one for one in action.get("updates", []) if day_of(one["date"], last=True) <= day]
    coloured = [one for one in updates if "rag" in one]
    stated = coloured[-1] if coloured else {}
    meaning = key[stated["rag"]] if stated else None
    added = day_of(action["added"], last=False) if "added" in action else None
    own_start = day_of(action["start"], last=False) if "start" in action else None
    start = max(one for one in (start_of_plan, own_start, added) if one)
    moved = [one["due"] for one in updates if "due" in one]
    dues = [*as_list(action.get("due"))[-1:], *moved]
    is_closed = "closed" in action and day_of(action["closed"]["date"], last=True) <= day
    is_in = added is None or added <= day
    has_started = start <= day or meaning not in (None, "not-started")
    counts = meaning == "complete" or bool(stated and later_by(day_of(stated["date"], last=True), TOO_OLD) >= day)
    if is_closed:
        cell = "closed"
    elif not is_in:
        cell = "absent"
    elif not has_started:
        cell = "not_begun"
    else:
        cell = stated["rag"] if counts else "unreported"
    due = due_day(dues[-1], start_of_plan) if dues else None
    is_unfinished = is_in and not is_closed and meaning != "complete"
    last = day_of(updates[-1]["date"], last=True) if updates else None
    from_day = max(one for one in (start, last) if one)
    owes = is_unfinished and has_started and later_by(from_day, REVIEW) < day <= end_of_plan
    return {
        "cell": cell,
        "meaning": meaning if cell in DEFAULT_KEY else None,
        "due": due,
        "open": is_in and not is_closed,
        "overdue": is_unfinished and due is not None and due < day,
        "silent": owes,
        "voting": cell not in ("closed", "absent", "not_begun"),
    }


def headline(states: list[dict[str, Any]]) -> str:
    """The colour of the whole plan."""
    started = [one for one in states if one["voting"]]
    votes = []
    for one in started:
        if one["meaning"]:
            vote = VOTES[one["meaning"]]
            votes.append("amber" if one["overdue"] and vote in ("green", "grey") else vote)
    reported, red = len(votes), votes.count("red")
    worried = red + votes.count("amber")
    if not started or not reported:
        return "grey"
    if red * 4 >= reported and (red > 1 or (red == 1 and reported == 1)):
        return "red"
    if (red and red * 8 >= reported) or (worried and worried * 3 >= reported):
        return "amber"
    if reported * 2 < len(started) or not {"green", "blue"} & set(votes):
        return "grey"
    return "blue" if votes == ["blue"] * len(started) else "green"


def decided_by(states: dict[str, dict[str, Any]]) -> list[str]:
    """The actions that decide a red or amber headline: the red ones if they are enough, else all that are not well."""
    voting = {id_: one for id_, one in states.items() if one["voting"] and one["meaning"]}
    colour = headline(list(states.values()))
    red = [id_ for id_, one in voting.items() if VOTES[one["meaning"]] == "red"]
    at_risk = [id_ for id_, one in voting.items() if one["meaning"] == "at-risk"]
    paused = [id_ for id_, one in voting.items() if one["meaning"] == "paused"]
    late = [id_ for id_, one in voting.items() if one["overdue"] and VOTES[one["meaning"]] in ("green", "grey")]
    if colour == "red" or (colour == "amber" and red and len(red) * 8 >= len(voting)):
        return red
    return red + at_risk + paused + late if colour == "amber" else []


def due_soon(plan: dict[str, Any], action: dict[str, Any], day: date) -> bool:
    """Whether an unfinished action has its due date or a checkpoint today or within 90 days."""
    state = action_on(plan, action, day)
    start = day_of(plan["period"]["start"], last=False)
    days = [state["due"], *(due_day(one, start) for one in as_list(action.get("due"))[:-1])]
    is_unfinished = state["open"] and state["meaning"] != "complete"
    return is_unfinished and any(one is not None and 0 <= (one - day).days <= 90 for one in days)


def deadlines(plan: dict[str, Any], institution: dict[str, Any], sent: dict[str, str], day: date) -> list[str]:
    """The submissions that were agreed and not sent yet, the next review or meeting, and the end of the plan."""
    start, end = day_of(plan["period"]["start"], last=False), day_of(plan["period"]["end"], last=True)
    found = [
        (day_of(one["date"], last=True), one["form"])
        for one in institution["due"]
        if date.fromisoformat(sent[one["form"]]) > day
    ]
    if day <= end:
        ends = [date.fromordinal(later_by(start, REVIEW * number).toordinal() - 1) for number in range(1, 30)]
        review = min(one for one in ends if one >= day)
        meetings = [date.fromisoformat(one) for one in institution["meetings"] if date.fromisoformat(one) > day]
        following = min([(review, "review"), *((one, "meeting") for one in meetings)])
        found += [following] if following[0] < end else []
        found.append((end, "plan-end"))
    return [f"{on} {what}" for on, what in sorted(found)]


def status(plan: dict[str, Any], day: date) -> dict[str, Any]:
    """The figures of a plan on a day."""
    states = {one["id"]: action_on(plan, one, day) for one in plan["actions"]}
    return {
        "decided_by": decided_by(states),
        "due_soon": [one["id"] for one in plan["actions"] if due_soon(plan, one, day)],
        "headline": headline(list(states.values())),
        "totals": dict(Counter(one["cell"] for one in states.values() if one["cell"] != "absent")),
        "overdue": [id_ for id_, one in states.items() if one["overdue"]],
        "silent": [id_ for id_, one in states.items() if one["silent"]],
    }


def counted_kind(was: dict[str, Any], now: dict[str, Any]) -> str | None:
    """How what an action is counted as has moved."""
    old, new = was["cell"], now["cell"]
    if old == new:
        return None
    if old == "absent" or new == "closed":
        return "added" if old == "absent" else "closed"
    if new not in DEFAULT_KEY:
        return "lapsed" if old in DEFAULT_KEY else "begun"
    if now["meaning"] == "complete":
        return "completed"
    return better_or_worse(was, now) if old in DEFAULT_KEY else "newly-reported"


def better_or_worse(was: dict[str, Any], now: dict[str, Any]) -> str:
    """Which way a colour has moved."""
    is_better = WORST_FIRST.index(now["meaning"]) > WORST_FIRST.index(was["meaning"])
    return "improved" if is_better else "worsened"


def moves(plan: dict[str, Any], since: date, until: date) -> dict[str, list[str]]:
    """The ids of what has moved between two days by kind, in the order of the file; slips with both dates."""
    found: dict[str, list[str]] = {}
    for action in plan["actions"]:
        id_, was, now = action["id"], action_on(plan, action, since), action_on(plan, action, until)
        kind = counted_kind(was, now)
        if kind:
            found.setdefault(kind, []).append(id_)
        if was["open"] and now["open"] and was["due"] != now["due"]:
            later = now["due"] is None or now["due"] > was["due"]
            words = f"{id_} {was['due']} {now['due']}"
            found.setdefault("slipped" if later else "brought-forward", []).append(words)
        for signal, newly, no_longer in (
            ("overdue", "newly-overdue", "no-longer-overdue"),
            ("silent", "gone-silent", "no-longer-silent"),
        ):
            if was[signal] != now[signal]:
                found.setdefault(newly if now[signal] else no_longer, []).append(id_)
    return found


def measures(plan: dict[str, Any], since: date, until: date) -> list[str]:
    """The measures with another last reading, with both."""
    found = []
    for measure in plan["measures"]:
        readings = [(day_of(day, last=True), value) for day, value in measure["actual"].items()]
        was, now = ([value for on, value in readings if on <= day][-1:] for day in (since, until))
        if was != now:
            found.append(f"{measure['id']} {(was or ['-'])[0]} {(now or ['-'])[0]}")
    return found
