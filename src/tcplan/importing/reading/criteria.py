"""Success criteria and steps: items with their own due dates, and the numbers in them that could be followed."""

import re
from itertools import pairwise

from tcplan.findings.span import Value
from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words
from tcplan.importing.reading.context import EntryContext, label_of, labelled
from tcplan.importing.reading.dated_items import read_item, words_taken
from tcplan.importing.reading.dates_in_text import is_only_date
from tcplan.importing.reading.fragments import FragmentLine, lines_of, on_one_line
from tcplan.importing.reading.measure_offers import offer_measure
from tcplan.importing.reading.prose import text_as_markdown
from tcplan.importing.reading.text_items import items_of
from tcplan.importing.reading.timelines import is_as_written, read_timeline


def read_success(entry: EntryContext) -> None:
    """Read the success criteria of an entry."""
    criteria = []
    places = entry.words(Field.SUCCESS)
    for words in places:
        for item in _items(entry, words):
            criterion = read_item(item)
            criteria.append(criterion)
            offer_measure(entry, criterion, words)
            entry.put((words,), "success", words_taken(item, criterion))
    if criteria:
        entry.set("success", [one.value() for one in criteria], places[0])


def read_steps(entry: EntryContext) -> None:
    """Read the steps of an action: the entries below it, and the items of a column of steps.

    Of other entries, which have no steps in a file, they go into `about`.
    """
    if entry.found.level is not FoundLevel.ACTION:
        steps_below = [child.title for child in entry.found.children if child.level is FoundLevel.STEP]
        for words in (*entry.words(Field.STEP), *steps_below):
            entry.add_about(words, label_of(words, "Step"))
        return
    steps: list[Value] = []
    places: list[Words] = []
    for words in entry.words(Field.STEP):
        for item in _items(entry, words):
            step = read_item(item)
            steps.append(step.value())
            entry.put((words,), "steps", words_taken(item, step))
        places.append(words)
    for child in entry.found.children:
        if child.level is FoundLevel.STEP and (child.title.text.strip() or child.number.strip()):
            steps.append(_step(entry, child))
            places.append(child.title)
    if steps:
        entry.set("steps", steps, places[0])


def _step(entry: EntryContext, child: FoundEntry) -> Value:
    """A step with its date; what else is said of it goes into the `about` of its action, after its words."""
    title = on_one_line(child.title.text) or child.number.strip()
    if title != child.number.strip() and re.search(r"[0-9A-Za-z][.-][0-9A-Za-z]", child.number):
        title = f"{child.number} {title}"
    step = read_item(title)
    entry.put((child.title, *(words for words in child.fields.get(Field.ID, []))), "steps", words_taken(title, step))
    for field, every in child.fields.items():
        for words in every:
            if not words.text.strip() or field in (Field.ID, Field.NOTHING):
                continue
            reading = read_timeline(words) if field is Field.DUE and not step.due else None
            if reading and len(reading.due) == 1:
                step = step._replace(due=reading.due[0])
                is_said = is_as_written(words.text, reading.due[0]) or is_only_date(words.text)
                entry.put((words,), "steps", words.text if is_said else "")
            else:
                entry.add_about(
                    words, f"{label_of(words, str(field).capitalize())} of the step \u201c{title[:60]}\u201d"
                )
    for below in child.children:
        entry.about.append(
            labelled(text_as_markdown(on_one_line(below.title.text)), f"Part of the step \u201c{title[:60]}\u201d")
        )
        entry.put((below.title, *(words for every in below.fields.values() for words in every)), "about")
        entry.about += [text_as_markdown(on_one_line(words.text)) for every in below.fields.values() for words in every]
    return step.value()


def _items(entry: EntryContext, words: Words) -> list[str]:
    """The items of some words; a line that only leads to a list goes into `about`."""
    lines = lines_of(words)
    kept = []
    for line, following in pairwise([*lines, FragmentLine("")]):
        if line.text.endswith(":") and (following.depth or following.number):
            entry.about.append(labelled(text_as_markdown(line.text), label_of(words, "Success criteria")))
        else:
            kept.append(line)
    return items_of(kept)
