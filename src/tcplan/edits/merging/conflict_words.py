"""What the two branches contradict each other about, in a sentence."""

from typing import Final

from tcplan.comparison.merging.merge_data import MergeConflict
from tcplan.edits.merging.same_ids import twice_given_id
from tcplan.findings.span import Value
from tcplan.values.plain_text import one_line
from tcplan.values.text_length import shortened

_NOUNS: Final = {
    "actions": "action",
    "objectives": "objective",
    "pillars": "pillar",
    "measures": "measure",
    "voice": "voice entry",
    "updates": "report of",
    "actual": "reading of",
    "targets": "target for",
    "answers": "answer",
    "reviews": "review of",
    "questions": "question",
    "items": "item",
}


def conflict_words(conflict: MergeConflict) -> str:
    """Such as `action 1.1 > lead: ours has HR, theirs has DSO`."""
    place = " > ".join(_place(conflict.path))
    if twice_given_id(conflict):
        titles = f"ours {_title(conflict.ours)}, theirs {_title(conflict.theirs)}"
        return one_line(f"{place}: two different entries got this id, {titles}; keep both, and give one another id")
    ours, theirs = _sides(conflict.ours, conflict.theirs)
    return one_line(f"{place}: ours {ours}, theirs {theirs}")


def _sides(ours: Value, theirs: Value) -> tuple[str, str]:
    """What both have; of two items that are called the same, what differs in them."""
    sides = _side(ours), _side(theirs)
    if sides[0] != sides[1]:
        return sides
    if isinstance(ours, dict) and isinstance(theirs, dict):
        keys = [key for key in dict.fromkeys([*ours, *theirs]) if ours.get(key) != theirs.get(key)]
        return _fields(ours, keys), _fields(theirs, keys)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _only_in(ours, theirs), _only_in(theirs, ours)
    return sides


def _fields(item: dict[str, Value], keys: list[str]) -> str:
    said = (f"{key} {_words_of(item[key])}" if item.get(key) is not None else f"no {key}" for key in keys)
    return f"has {', '.join(said)}"


def _only_in(items: list[Value], others: list[Value]) -> str:
    """The items that the other side has not."""
    own = [one for one in items if one not in others]
    return f"has {', '.join(map(_words_of, own))}" if own else "has them in another order"


def _words_of(value: Value) -> str:
    """A value in a few words, with the fields of an item."""
    if isinstance(value, dict):
        return shortened(" ".join(f"{key} {_words_of(inner)}" for key, inner in value.items()))
    return shortened(", ".join(map(_words_of, value)) if isinstance(value, list) else " ".join(str(value).split()))


def _title(entry: Value) -> str:
    title = entry.get("title") if isinstance(entry, dict) else None
    return f"“{shortened(title)}”" if isinstance(title, str) else "without a title"


def _place(path: tuple[str, ...]) -> list[str]:
    words: list[str] = []
    steps = list(path)
    while steps:
        step = steps.pop(0)
        words.append(f"{_NOUNS[step]} {shortened(steps.pop(0))}" if step in _NOUNS and steps else shortened(step))
    return words


def _side(value: Value) -> str:
    if value is None:
        return "has nothing"
    if isinstance(value, str):
        return f"has {shortened(' '.join(value.split()))}" if value.strip() else "has an empty text"
    if isinstance(value, dict):
        named = next((str(value[key]) for key in ("title", "date", "role") if isinstance(value.get(key), str)), "")
        return f"has {shortened(named)}" if named else f"has {', '.join(map(str, value))}"
    return f"has {shortened(', '.join(map(_item, value)))}"


def _item(item: Value) -> str:
    if isinstance(item, dict):
        return next((str(item[key]) for key in ("date", "title", "id") if isinstance(item.get(key), str)), "an item")
    return str(item)
