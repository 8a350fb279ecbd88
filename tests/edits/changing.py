"""Changes at random, as people make them: reports, new dates, further owners, another word."""

import random
from collections.abc import Iterator
from typing import Any

from tcplan.findings.change import Append, Change, Insert, Remove, Rename, Set
from tcplan.findings.span import Path, Value

WORDS = (
    "Review",
    "agreed:",
    "half",
    "café",
    "#1",
    "- not",
    "50%",
    "[draft]",
    "HR, DSO",
    "'so'",
    '"yes"',
    "no",
    "→",
    "💡",
)
LISTS = (
    "owners",
    "updates",
    "success",
    "evidence",
    "steps",
    "aligns",
    "themes",
    "quotes",
    "due",
    "related",
    "measures",
)
ORDER = ("id", "title", "date", "lead", "owners", "due", "rag", "by", "note", "success", "updates")


def a_text(rng: random.Random) -> str:
    """A text of some words, signs that mean something to YAML among them, now and then over lines."""
    line = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 6)))
    if rng.random() < 0.3:
        more = "\n".join(" ".join(rng.choice(WORDS) for _ in range(3)) for _ in range(rng.randint(1, 3)))
        return f"{line}\n{more}" + rng.choice(("", "\n", "\n", "\n\n"))
    return line


def a_report(rng: random.Random) -> dict[str, Any]:
    """An update as `tcplan update` writes it."""
    report: dict[str, Any] = {"date": "2026-06-30", "rag": rng.choice(("green", "amber")), "note": a_text(rng)}
    if rng.random() < 0.3:
        report["evidence"] = {"title": a_text(rng), "url": "https://example.ac.uk/a?b=1#c"}
    return report


def a_change(data: Any, rng: random.Random) -> Change:
    """A change that the data allow."""
    places = list(_places(data, ()))
    kind = rng.random()
    lists = [at for at, _ in places if at[-1] in LISTS]
    if kind < 0.4 and lists:
        path = rng.choice(lists)
        found = dict(places)[path]
        if kind < 0.1:  # at a place of the list, as an earlier report is
            last = len(found) if isinstance(found, list) else 1 if found is not None else 0
            path = (*path, rng.randint(0, last))
            return Insert(path, a_report(rng) if path[-2] == "updates" else a_text(rng))
        is_table = path[-1] in ("updates", "evidence", "measures", "quotes")
        return Append(path, a_report(rng) if is_table else a_text(rng))
    if kind < 0.65:
        leaves = [at for at, found in places if not isinstance(found, dict | list)]
        values: tuple[Value, ...] = (a_text(rng), "2027-03", "amber", "", ["HR", "DSO"], None)
        return Set(rng.choice(leaves), rng.choice(values))
    if kind < 0.85:
        holder = rng.choice([at for at, found in [((), data), *places] if isinstance(found, dict) and found])
        entries: tuple[Value, ...] = (a_text(rng), [a_report(rng)], {"2025": "30%", "end": "40%"}, ["HR", "DSO"])
        key = next(key for key in ("lead", "by", "note: x", "zz", "zzz", "zzzz") if (*holder, key) not in dict(places))
        return Insert((*holder, key), rng.choice(entries), ORDER)
    if kind < 0.93:
        keys = [at for at, _ in places if isinstance(at[-1], str)]
        return Rename(rng.choice(keys), rng.choice(("renamed", "a: b", "2025")))
    return Remove(rng.choice([at for at, _ in places if len(at) > 1 or at[0] != "kind"]))


def _places(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield (*path, step), value
        yield from _places(value, (*path, step))
