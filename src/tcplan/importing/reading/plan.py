"""A plan that was found, read into the draft of a plan file: each field by the module that understands it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tcplan.importing.draft import DraftEntry, DraftPlan, DraftValue
from tcplan.importing.finding.header_texts import plain_header
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan, Words, every_entry
from tcplan.importing.ledger import Ledger
from tcplan.importing.reading.alignments import read_alignments
from tcplan.importing.reading.as_above import read_as_above
from tcplan.importing.reading.bracket_owners import read_bracket_owners
from tcplan.importing.reading.colour_keys import read_key, write_key
from tcplan.importing.reading.context import EntryContext, PlanContext, label_of, labelled
from tcplan.importing.reading.criteria import read_steps, read_success
from tcplan.importing.reading.date_columns import settle_date_columns
from tcplan.importing.reading.due_dates import read_due_dates
from tcplan.importing.reading.earlier_work import tell_earlier_work
from tcplan.importing.reading.fragments import on_one_line
from tcplan.importing.reading.header_units import american_columns
from tcplan.importing.reading.id_text import has_number
from tcplan.importing.reading.ids import assign_ids, parent_by_id
from tcplan.importing.reading.moved_due_dates import settle_moved
from tcplan.importing.reading.options import ReadOptions
from tcplan.importing.reading.owner_lines import join_owner_places
from tcplan.importing.reading.owner_parts import read_names
from tcplan.importing.reading.owner_spellings import group_owners
from tcplan.importing.reading.people import read_people
from tcplan.importing.reading.people_columns import settle_people_columns
from tcplan.importing.reading.priorities import ask_scale, read_priority
from tcplan.importing.reading.progress_reports import Reports, read_reports, tell_undated
from tcplan.importing.reading.prose import as_markdown, lines_as_markdown, text_as_markdown
from tcplan.importing.reading.quotations import split_quotes
from tcplan.importing.reading.references import read_references
from tcplan.importing.reading.review_days import day_of_review
from tcplan.importing.reading.themes import are_in_short, read_themes
from tcplan.importing.reading.title_brackets import read_title_brackets
from tcplan.importing.reading.titles import name_of, period_of, phase_of, title_of
from tcplan.values.limits import MAX_TEXT, MAX_TITLE

_SENTENCE: Final = 6
"""The words from which on a text needs no header to be understood."""

_NEUTRAL: Final = """
about comment note remark detail description background context information further additional general any other and of
action
"""
"""The words of headers that only say that there is text; all others are kept with it."""


def read_plan(found: FoundPlan, ledger: Ledger, options: ReadOptions | None = None) -> DraftPlan:
    """Read what the words of a plan mean; every word goes into a field, into `about`, or is told.

    Nothing that the document leaves empty is filled, and what is not certain is a doubt of the draft.
    """
    draft = DraftPlan(name_of(found), doubts=list(found.doubts))
    plan = PlanContext(found, ledger, options or ReadOptions(), draft)
    _read_header(plan)
    assign_ids(plan)
    read_as_above(plan)
    settle_people_columns(plan.found)
    join_owner_places(plan.found)
    settle_date_columns(plan)
    plan.american = american_columns(plan.found)
    _read_entries(plan)
    _read_about(plan)
    _tell_struck(plan)
    return draft


def _read_header(plan: PlanContext) -> None:
    keys = plan.draft.keys
    keys["title"] = DraftValue(title_of(plan.found))
    if not plan.found.title.strip() and plan.found.entries:
        plan.tell("title", "the document does not say what the plan is called", plan.found.entries[0].place)
    if period := period_of(plan.found):
        keys["period"] = period


def _read_entries(plan: PlanContext) -> None:
    every = list(every_entry(plan.found.entries))
    read_bracket_owners(plan)
    names = read_names(plan.found, plan.options.glossary)
    read_title_brackets(plan, names)
    scale = ask_scale(plan, every)
    in_short = are_in_short(every)
    reports = Reports(read_key(plan, every), day_of_review(plan.found))
    references = _ids_by_number(plan, every)
    for found, parent in _with_parents(plan.found.entries):
        entry = EntryContext(plan, found, DraftEntry(found.level, plan.id_of(found), "", found.place))
        plan.draft.entries.append(entry.draft)
        _read_title(entry)
        _place_under(entry, parent)
        _read_prose(entry)
        read_themes(entry, in_short=in_short)
        read_priority(entry, scale)
        read_people(entry, names)
        read_alignments(entry)
        read_due_dates(entry)
        read_success(entry)
        read_steps(entry)
        read_reports(entry, reports)
        settle_moved(entry)
        read_references(entry, references, phase_of(plan.found))
        _finish(entry)
    write_key(plan, reports.key, reports.used)
    tell_undated(plan, reports)
    tell_earlier_work(plan)
    group_owners(plan, names)
    _follow(plan)


def _with_parents(
    entries: Iterable[FoundEntry], parent: FoundEntry | None = None
) -> Iterator[tuple[FoundEntry, FoundEntry | None]]:
    for entry in entries:
        if entry.level is not FoundLevel.STEP:
            yield entry, parent
            yield from _with_parents(entry.children, entry)


def _ids_by_number(plan: PlanContext, every: Iterable[FoundEntry]) -> dict[str, str]:
    """The ids of the plan by the numbers of the document; a number that two entries have leads nowhere."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for entry in every:
        number = on_one_line(entry.number).strip(" .:)")
        if entry.level is FoundLevel.STEP or not number:
            continue
        if number in found:
            twice.add(number)
        found[number] = plan.id_of(entry)
    ids = {id_: id_ for id_ in plan.ids.values()}
    return ids | {number: id_ for number, id_ in found.items() if number not in twice}


def _read_title(entry: EntryContext) -> None:
    """The title on one line; one that is longer than a title may be goes on in `about`."""
    words = entry.found.title
    title = on_one_line(words.text)
    if len(title) > MAX_TITLE:
        cut = title.rfind(". ", 0, MAX_TITLE - 1) + 1 or title.rfind(" ", 0, MAX_TITLE - 1)
        entry.about.append(text_as_markdown(title[cut:]))
        entry.tell("title", "the title is longer than a file allows; it goes on in `about`", words.place)
        title = title[:cut].strip()
    entry.draft.title = title
    entry.put((words, *entry.found.fields.get(Field.ID, [])), "title")
    if entry.found.number.strip() and not has_number(entry.plan, entry.found):
        entry.about.append(labelled(text_as_markdown(entry.found.number), "Number in the document"))
    if not title:
        entry.draft.title = entry.draft.id
        entry.tell("title", f"{entry.draft.id} has no words in the document", entry.found.place)


def _place_under(entry: EntryContext, parent: FoundEntry | None) -> None:
    """Name the parent where the id does not say it."""
    if parent is None:
        return
    above = entry.plan.id_of(parent)
    if parent_by_id(entry.draft.id, entry.plan.levels, entry.found.level) != above:
        entry.set("under", above)


def _read_prose(entry: EntryContext) -> None:
    """Prose, resources and whatever no other module reads go into `about`; quotations become quotes."""
    prose = entry.words(Field.ABOUT)
    quotes = []
    for words in prose:
        kept, found = split_quotes(words)
        quotes += found
        # Of a comment its header says nothing more; `40%`, `June 2026` or a risk says nothing without it.
        speaks = len(prose) == 1 and len(words.text.split()) >= _SENTENCE and _is_neutral(words.column)
        label = "" if speaks else on_one_line(words.column)
        if text := lines_as_markdown(kept):
            entry.about.append(labelled(text, label))
        entry.put((words,), "about")
    if quotes:
        entry.set("quotes", quotes, prose[0])
    for field in (Field.RESOURCES, Field.PILLAR, Field.OBJECTIVE, Field.ACTION):
        for words in entry.words(field):
            entry.add_about(words, label_of(words, field.value.capitalize()))
    entry.put(entry.words(Field.NOTHING), "nothing")


def _is_neutral(header: str) -> bool:
    return all(word in _NEUTRAL.split() for word in plain_header(header).split())


def _finish(entry: EntryContext) -> None:
    """Write `about`, with the notes of the document that hang on the entry's words."""
    every = [entry.found.title, *(words for words_of in entry.found.fields.values() for words in words_of)]
    for note in dict.fromkeys(note for words in every for paragraph in words.paragraphs for note in paragraph.notes):
        entry.about.append(f"Note: {text_as_markdown(note)}")
    about = "\n\n".join(filter(None, entry.about))
    if len(about) > MAX_TEXT:
        entry.tell("about", "what is said of it is longer than a file allows, and is cut", entry.found.place)
        about = about[:MAX_TEXT]
    if about:
        entry.set("about", about)


def _read_about(plan: PlanContext) -> None:
    """What is said about the plan as a whole, then what found no place."""
    title = on_one_line(plan.found.title)
    said = [words for words in plan.found.about if on_one_line(words.text) != title]
    about = [labelled(as_markdown(words), on_one_line(words.column)) for words in said]
    for words in plan.found.about:
        plan.ledger.put(words.paragraphs, "about", plan.draft)
    notes = [
        note
        for words in (*plan.found.about, *plan.found.key)
        for paragraph in words.paragraphs
        for note in paragraph.notes
    ]
    about += [f"Note: {text_as_markdown(note)}" for note in dict.fromkeys(notes)]
    if plan.found.key and "rag" not in plan.draft.keys:
        about += [labelled(as_markdown(words), "Key") for words in plan.found.key[:1]]
        about += [as_markdown(words) for words in plan.found.key[1:]]
        for words in plan.found.key:
            plan.ledger.put(words.paragraphs, "about", plan.draft)
    text = "\n\n".join(filter(None, about))
    if text:
        plan.draft.keys["about"] = DraftValue(
            text[:MAX_TEXT], place=plan.found.about[0].place if plan.found.about else plan.found.key[0].place
        )


def _tell_struck(plan: PlanContext) -> None:
    """Words that are struck out are not read, and each place is told."""
    told: set[int] = set()
    for entry in every_entry(plan.found.entries):
        every: list[Words] = [entry.title, *(words for words_of in entry.fields.values() for words in words_of)]
        for paragraph in (one for words in every for one in words.paragraphs):
            if paragraph.struck and id(paragraph) not in told:
                told.add(id(paragraph))
                id_ = plan.ids.get(id(entry), "")
                shown = "; ".join(f"`{on_one_line(one)[:120]}`" for one in paragraph.struck)
                plan.tell("struck", f"{shown} is struck out, and is left out", paragraph.place, id_)


def _follow(plan: PlanContext) -> None:
    """The plans that entries continue come before this one."""
    refs = [ref for entry in plan.draft.entries if "continues" in entry.keys for ref in _texts(entry.keys["continues"])]
    earlier = list(dict.fromkeys(re.split("/", ref)[0] for ref in refs))
    if earlier:
        plan.draft.keys["follows"] = DraftValue(earlier[0] if len(earlier) == 1 else list(earlier))


def _texts(value: DraftValue) -> list[str]:
    return [one for one in value.value if isinstance(one, str)] if isinstance(value.value, list) else []
