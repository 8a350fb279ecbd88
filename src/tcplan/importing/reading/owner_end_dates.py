"""A date that is run together with the owners before it, as `CWGDecember 2023`."""

import re
from functools import cache

from tcplan.importing.found import Field, FoundLevel, Words
from tcplan.importing.reading.context import EntryContext, label_of
from tcplan.importing.reading.date_readings import read_date
from tcplan.importing.reading.dates_in_text import date_pattern
from tcplan.values.dates.values import MONTHS


@cache
def _glued_month_pattern() -> re.Pattern[str]:
    """Where a month with its year follows a name without a space."""
    months = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
    return re.compile(rf"(?<=[A-Za-z.)])(?=(?:{months}|Sept)\.? ?'?[0-9]{{2,4}}\b)")


def take_date(entry: EntryContext, words: Words, text: str) -> str:
    """A line without the date at its end, which becomes that of the action: `CWGDecember 2023`, `HR, July 2026`."""
    spaced = _glued_month_pattern().sub(" ", text)
    dates = [
        one
        for one in date_pattern().finditer(spaced)
        if re.search("[0-9]{2}", one[0]) and re.search("[A-Za-z]{3}|/", one[0])
    ]
    if len(dates) != 1 or dates[0].end() != len(spaced.rstrip(" .)")) or not spaced[: dates[0].start()].strip(" ,;(-"):
        return text
    if re.search(
        r"[(\[](?:until|till|to|from|since|up to|after) (?:the )?$", spaced[: dates[0].start()], re.IGNORECASE
    ):
        return text  # when somebody is the owner
    reading = read_date(dates[0][0])
    if not reading.due or entry.found.level is not FoundLevel.ACTION:
        return text
    owner = re.sub(r"[ ,;:(\u2013-]+(?:by|due|until)?[ :]*$", "", spaced[: dates[0].start()])
    if entry.words(Field.DUE) or "due" in entry.draft.keys:
        entry.tell("owner", f"`{text}` has a date among the owners; {dates[0][0]} is in `about`", words.place)
        entry.about.append(f"{label_of(words, 'Owners')}: {text}")
        return owner
    entry.set("due", list(reading.due) if len(reading.due) > 1 else reading.due[0], words, dates[0][0])
    entry.put((words,), "due")
    entry.tell("owner", f"`{text}` is read as {owner}, due {reading.due[-1]}", words.place)
    return owner
