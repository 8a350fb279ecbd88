"""A path of the data in the words of the plan: `action 2.3.1 > update 2 > rag`."""

from collections.abc import Iterator
from typing import Any, Final

from tcplan.findings.span import Path

_SINGULAR: Final = {
    "pillars": "pillar",
    "objectives": "objective",
    "actions": "action",
    "measures": "measure",
    "voice": "voice entry",
    "updates": "update",
    "success": "success criterion",
    "steps": "step",
    "quotes": "quote",
    "answers": "answer",
    "reports": "report",
    "reviews": "review",
    "closing": "closing",
    "questions": "question",
    "items": "item",
    "owners": "owner",
}
PLURALS: Final = {noun: table for table, noun in _SINGULAR.items()}
"""The list that an item is in, by the noun that plan terms have for it."""

NAMING_KEYS: Final = ("id", "ref", "question", "plan", "date")
"""The keys whose text names an item."""


def plan_terms(path: Path, data: Any) -> str:
    """A path in the words of the plan: `action 2.3.1 > update 2 > rag`."""
    words: list[str] = []
    for depth, step in enumerate(path):
        holder, data = data, _step(data, step)
        if isinstance(step, str):
            next_step = path[depth + 1] if depth + 1 < len(path) else None
            if not (isinstance(next_step, int) and step in _SINGULAR):
                words.append(_only_item(step, data) or step)
        else:
            noun = _SINGULAR.get(str(path[depth - 1]), "entry") if depth and isinstance(holder, list) else "entry"
            named = _name(data)
            words.append(f"{noun} {named}" if named else f"{_ordinal(step + 1)} {noun}")
    return " > ".join(words)


def names_along(path: Path, data: Any) -> Iterator[str]:
    """The names of the items that a path goes through: `2.3.1`, `q4`."""
    for step in path:
        data = _step(data, step)
        if isinstance(data, dict) and (name := _name(data)):
            yield name


def _only_item(key: str, item: Any) -> str:
    """The only item of a list, where it is written without one: `action 1` for `actions: {id: 1, title: T}`."""
    name = _name(item)
    return f"{_SINGULAR[key]} {name}" if name and key in _SINGULAR else ""


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    return next((str(item[key]) for key in NAMING_KEYS if isinstance(item.get(key), str)), "")


def _step(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
