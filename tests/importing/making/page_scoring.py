"""The page of an import (`--format json`) beside the truth about a layout: each action, field by field."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from importing.making.contents import TrueAction
from importing.making.layouts import Layout
from importing.making.scoring import fold

REVIEWED: Final = "2026-03"
"""The day on which the colours of the layouts held."""

DUE: Final[Mapping[str, str | list[str]]] = {
    "": "",
    "June 2025": "2025-06",
    "September 2026": "2026-09",
    "Ongoing": "ongoing",
    "31 July 2026": "2026-07-31",
    "December 2025": "2025-12",
    "12 months": "12 months",
    "24 months": "24 months",
    "36 months": "36 months",
    "Autumn 2025": "2025-11",
    "2026/27": "2026/27",
    "March 2026": "2026-03",
    "June 2026": "2026-06",
    "May 2027": "2027-05",
    "December 2023": "2023-12",
    "End of November 2025": "2025-11",
    "May-26": "2026-05",
    "Y1-3": "year 3",
    "31/12/2025": "2025-12-31",
    "Aug 2025, Aug 2026": ["2025-08", "2026-08"],
    "Q2 2026": "2026-Q2",
    "TBC": "tbc",
    "Spring 2026": "2026-05",
    "Dec 2026": "2026-12",
    "By the end of 2027": "2027-12",
    "0-6 months": "6 months",
    "6-12 months": "12 months",
    "1 to 2 years": "2 years",
    "Short term (0-12 months)": "12 months",
    "Medium term (12-24 months)": "24 months",
    "Year 1": "year 1",
    "Year 2": "year 2",
    "Year 3": "year 3",
    "2025": "2025",
    "2026": "2026",
    "2027": "2027",
}
"""What the words of a date mean, as a plan file says it."""

_DATED: Final = {"CEDARS results 23/25; April 2023": "CEDARS results 23/25"}
"""Criteria with a date behind them, which is no part of their words."""

_LEVELS: Final = {"H": "high", "M": "medium", "L": "low", "1": "high", "2": "medium", "3": "low"}
_COLOURS: Final = {"R": "red", "A": "amber", "G": "green", "B": "blue"}
_THEMES: Final = {"V": "Visibility", "R": "Recognition", "CD": "Career Development", "S": "Sustainability"}


def mistakes_of(page: Mapping[str, Any], layout: Layout) -> list[str]:
    """What the plans of a page say otherwise than the truth; nothing where all is right."""
    if len(page["plans"]) != len(layout.plans):
        return [f"{len(page['plans'])} plans instead of {len(layout.plans)}"]
    return [
        mistake
        for plan, actions in zip(page["plans"], layout.plans, strict=True)
        for mistake in _mistakes_of_plan(plan, actions, layout)
    ]


def _mistakes_of_plan(plan: Mapping[str, Any], actions: tuple[TrueAction, ...], layout: Layout) -> Iterator[str]:
    read = {fold(one["title"]): one for one in plan["actions"]}
    titles = {fold(one.title) for one in actions}
    yield from (f"not an action: {one!r}" for one in read if one not in titles)
    if len(plan["actions"]) != len(read):
        yield f"{len(plan['actions'])} actions with {len(read)} titles"
    for action in actions:
        if fold(action.title) in read:
            yield from _mistakes_of_action(plan, read[fold(action.title)], action, layout)
        else:
            yield f"no action {action.number} {action.title!r}"


def _mistakes_of_action(
    plan: Mapping[str, Any], row: Mapping[str, Any], action: TrueAction, layout: Layout
) -> Iterator[str]:
    told, read = _told(action, layout), _read(plan, row)
    if (action.due, read["start"]) == ("Y1-3", "y1 3"):
        told["start"] = "y1 3"  # a due date that says when it begins
    if read["id"].endswith(f".{told['id']}"):
        told["id"] = read["id"]  # numbers that begin again were made unique
    for name, wanted in told.items():
        if read[name] != wanted:
            yield f"{action.number} {name}: {read[name]!r} instead of {wanted!r}"


def _told(action: TrueAction, layout: Layout) -> dict[str, Any]:
    """The truth, as far as the layout tells it."""
    lead = action.lead if "lead" in layout.tells else ""
    rag, _, comment = action.rag.partition(" – ")
    fields: dict[str, Any] = {
        "pillar": fold(action.pillar),
        "objective": fold(action.objective),
        "lead": fold(action.lead),
        "owners": [fold(one) for owner in action.owners for one in owner.split(",") if one != lead],
        "start": fold(action.start),
        "due": fold(action.due),
        "priority": _LEVELS.get(action.priority, fold(action.priority)),
        "themes": _themes(action.themes),
        "success": fold(" ".join(_DATED.get(one, one) for one in action.success)),
        "rag": " ".join(_COLOURS.get(one, fold(one)) for one in rag.split()),
        "report": fold(action.progress),
        "steps": [fold(one) for one in action.steps],
    }
    kept = {name: value if name in layout.tells else type(value)() for name, value in fields.items()}
    if comment and "rag" in layout.tells:
        kept["report"] = fold(comment)
    kept["due as read"] = DUE[action.due] if "due" in layout.tells else ""
    return kept | {"id": action.number if "number" in layout.tells else ""}


def _read(plan: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    titles = {one["id"]: one["title"] for one in (*plan["pillars"], *plan["objectives"])}
    updates = row["updates"]
    start, due = row["start"] or {}, row["due"] or {}
    number = re.search(r"Number in the document: (\S+)", row["about"] or "")
    return {
        "pillar": fold(titles.get(row["pillar"], "")),
        "objective": fold(titles.get(row["objective"], "")),
        "lead": fold(row["lead"] or ""),
        "owners": [fold(one) for one in row["owners"]],
        "start": fold(start.get("written", "")),
        "due": fold(due.get("written", "")),
        "due as read": due.get("read", ""),
        "priority": row["priority"] or "",
        "themes": _themes(" ".join(row["themes"]).replace("-", " ").title()),
        "success": fold(" ".join(map(_in_full, row["success"]))),
        "rag": " ".join(one["rag"] for one in updates if "rag" in one),
        "report": fold(" ".join(one.get("note", "") for one in updates)),
        "steps": [fold(_in_full(one)) for one in row["steps"]],
        "id": "" if plan["ids_assigned"] else number[1] if number else row["id"],
    }


def _in_full(value: Any) -> str:
    """A success criterion or a step, with the title alone or with a date."""
    return value if isinstance(value, str) else str(value["title"])


def _themes(text: str) -> list[str]:
    names = [_THEMES.get(one, one) for one in text.split(", ")]
    return [fold(one) for one in _THEMES.values() if one in " ".join(names)]
