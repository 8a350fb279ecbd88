"""Due dates that were moved: the first stays as it was published, where a report can say the new one."""

import re
from functools import cache

from tcplan.importing.draft import DraftValue
from tcplan.importing.found import Field
from tcplan.importing.reading.context import EntryContext, label_of
from tcplan.importing.reading.fragments import on_one_line
from tcplan.importing.reading.prose import text_as_markdown
from tcplan.importing.reading.timelines import read_timeline


@cache
def _revised_pattern() -> re.Pattern[str]:
    date = "(?:due |end |target |completion )?(?:date|deadline|timescale|timeline|completion|target|due)"
    return re.compile(
        rf"(?:(?:revised|updated|extended|amended)(?: {date})?|(?:new|current|forecast) {date})[ :]*", re.IGNORECASE
    )


def find_revised(entry: EntryContext) -> None:
    """Note the date of a column for revised dates as the one that an action is moved to."""
    due = entry.draft.keys.get("due")
    if due is None or not isinstance(due.value, str) or entry.moved:
        return
    for words in entry.found.fields.get(Field.ABOUT, []):
        if _revised_pattern().fullmatch(on_one_line(words.column)):
            reading = read_timeline(words)
            if len(reading.due) == 1 and not reading.start and reading.due[0] != due.value:
                entry.moved, entry.revised = reading.due[0], words


def settle_moved(entry: EntryContext) -> None:
    """Write a new date where no report has it, with the first one in `about`; either is told."""
    due = entry.draft.keys.get("due")
    if not entry.moved or due is None:
        return
    first, new = due.value, entry.moved
    updates = entry.draft.keys.get("updates")
    last = updates.value[-1] if updates and isinstance(updates.value, list) and updates.value else None
    said = due.written or str(first)
    if isinstance(last, dict) and last.get("due") == new:
        message = f"`{said}` is read as {first}, moved to {new} by the report of {last['date']}"
        entry.tell("date", message, due.place)
        return
    entry.draft.keys["due"] = DraftValue(new, _written(entry, due.written, new), due.place)
    if entry.revised is not None:
        label = label_of(entry.found.fields[Field.DUE][0], "First agreed")
        entry.about.append(f"{label}: {text_as_markdown(said)}")
    message = f"`{said}` is read as {new}; {first} was agreed first, and no report says when it was moved"
    entry.tell("date", message, due.place)


def _written(entry: EntryContext, written: str, new: str) -> str:
    if entry.revised is None:
        return written
    shown = on_one_line(entry.revised.text)
    return "" if shown == new else shown
