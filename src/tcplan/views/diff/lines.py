"""What is printed of an entry that differs: its heading, and a line for each thing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tcplan.values.plain_text import one_line
from tcplan.views.diff.rows import DiffPage, EntryDiffRow, FileDiffRow
from tcplan.views.diff.word_changes import ChangedWords

_COUNTED = ("added", "removed", "closed", "changed")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line: a sentence and, where words of a text changed, what comes before them, and the words."""

    sentence: str
    lead_in: str = ""
    words: tuple[ChangedWords, ...] = ()


def heading_of(entry: EntryDiffRow) -> tuple[str, str]:
    """What the heading of an entry says before its title, and the title."""
    if not entry.id and entry.level not in ("action", "objective", "pillar", "measure", "voice entry"):
        return f"The {entry.level.replace('-', ' ')} itself", ""
    words = f"{entry.level} {one_line(entry.id)}".strip()
    if entry.change in ("added", "removed"):
        return f"{'New' if entry.change == 'added' else 'Removed'} {words}", one_line(entry.title)
    return words[:1].upper() + words[1:], one_line(entry.title)


def lines_of(entry: EntryDiffRow) -> Iterator[EntryLine]:
    """The lines of an entry: which one it was, where it was moved, its colour, then all that differs."""
    if which := _which_it_was(entry):
        yield EntryLine(which)
    if entry.moved_from:
        yield EntryLine(f"moved from {one_line(entry.moved_from)} to {one_line(entry.moved_to or '')}")
    if entry.rag_before or entry.rag_after:
        yield EntryLine(f"RAG from {entry.rag_before or 'not reported'} to {entry.rag_after or 'not reported'}")
    yield from map(EntryLine, entry.holds)
    for fact in entry.facts:
        is_said = not fact.sentence or (fact.path.endswith("> id") and entry.earlier_id is not None)
        if is_said or (fact.path.endswith("> under") and entry.moved_from):
            continue
        lead_in = fact.sentence.partition(" reworded: ")[0] + " reworded: " if fact.words else ""
        yield EntryLine(fact.sentence, lead_in, fact.words)


def _which_it_was(entry: EntryDiffRow) -> str:
    """Which entry it was; empty where the id says it."""
    earlier = f"{entry.level} {one_line(entry.id if entry.earlier_id is None else entry.earlier_id)}"
    if entry.continuation:
        says = f"continues {earlier} of the earlier plan"
        return says if entry.continuation == "continues" else f"{earlier} of the later plan continues it"
    likely = ", which is likely but not certain: the titles are alike" if entry.likely else ""
    return f"it was {earlier} before{likely}" if likely or entry.earlier_id is not None else ""


def count_words(entries: Iterable[EntryDiffRow]) -> str:
    """How many entries came, went, were closed and changed: `1 new, 2 closed, 3 changed`."""
    counts = Counter[str](entry.change for entry in entries)
    names = {"added": "new"}
    return ", ".join(f"{counts[one]} {names.get(one, one)}" for one in _COUNTED if counts[one])


def left_words(entries: Iterable[EntryDiffRow]) -> str:
    """That the later of two plans begins without the reports of the earlier one; empty where there are none."""
    count = sum(one.reports_left for one in entries)
    if count == 1:
        return "not listed: 1 report of the earlier plan, which stays there"
    return f"not listed: {count} reports of the earlier plan, which stay there" if count else ""


def file_words(file: FileDiffRow) -> str:
    """What a file is called, and that it is new or gone."""
    if file.before is None:
        return f"{file.after} (a new file)"
    if file.after is None:
        return f"{file.before} (removed)"
    if file.likely:
        return f"{file.after} (it was {file.before} before, which is likely but not certain: the files are alike)"
    return file.before if file.before == file.after else f"{file.before} and {file.after}"


def nothing_words(page: DiffPage) -> str:
    """That nothing differs."""
    return f"Nothing differs between {page.before} and {page.after}."
