"""Branches of a plan, made at random as two keepers work: each report, word and entry of theirs."""

import random
from copy import deepcopy
from typing import Any

from edits.changing import a_report, a_text

TABLES = ("pillars", "objectives", "actions", "measures", "voice")
SINGLE = ("lead", "start", "priority", "about", "internal", "title")


def a_branch(data: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The data after some changes of one keeper."""
    made = deepcopy(data)
    for _ in range(rng.randint(1, 4)):
        _change(made, rng)
    return made


def _change(data: dict[str, Any], rng: random.Random) -> None:
    tables = [key for key in TABLES if isinstance(data.get(key), list) and data[key]]
    table = rng.choice(tables)
    index = rng.randrange(len(data[table]))
    entry = data[table][index]
    match rng.randrange(10):
        case 0 | 1 | 2 if table in ("actions", "objectives"):
            _add_report(entry, rng)
        case 3:
            data[table].insert(index, {"id": f"{rng.randint(1, 3)}.{rng.randint(1, 40)}", "title": a_text(rng)})
        case 4 if len(data[table]) > 1:
            data[table].pop(index)
        case 5 if table == "actions":
            entry["closed"] = {"date": "2026-10-30", "as": rng.choice(("withdrawn", "merged"))}
        case 6 if table in ("actions", "objectives", "pillars"):
            owners = entry.get("owners", [])
            owners = owners if isinstance(owners, list) else [owners]
            entry["owners"] = [*owners, rng.choice(("HR", "DSO", "Estates"))]
        case 7:
            data[rng.choice(("title", "about", "language"))] = rng.choice(("cy", "A text", "Another text"))
        case 8 if table == "measures":
            entry["actual"] = {**(entry.get("actual") or {}), f"20{rng.randint(30, 39)}": rng.choice(("5%", "6%"))}
        case _:
            keys = SINGLE if table in ("actions", "objectives", "pillars") else ("title", "internal")
            entry[rng.choice(keys)] = a_text(rng)


def _add_report(entry: dict[str, Any], rng: random.Random) -> None:
    reports = entry.get("updates") or []
    reports = reports if isinstance(reports, list) else [reports]
    day = f"20{rng.randint(30, 33)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}"
    entry["updates"] = [*reports, {**a_report(rng), "date": day}]
