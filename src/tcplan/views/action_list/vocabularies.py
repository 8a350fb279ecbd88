"""The words that filters take: which value of a plan each means, and what is said of a word that means none."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tcplan.errors import UsageError
from tcplan.progress import Assessment
from tcplan.progress.report_requests import find_lead, joined_names_with
from tcplan.values.near_words import MOST_LISTED, near
from tcplan.values.plain_text import one_line
from tcplan.values.rag import find_colour
from tcplan.values.words import Priority
from tcplan.views.action_list.options import NONE
from tcplan.workspace import Level, Workspace, fold_name

Spellings = Callable[[Workspace, Assessment], Iterator[tuple[str, str]]]
"""What can be typed, each with the value that it means; the first spelling of a value is the one to list."""


class FilterVocabulary(NamedTuple):
    """The words of a filter: what one and what several are called, what there is, and another way to find one.

    `titled` says that the second spelling is what the first is called, so that a list shows both.
    """

    what: str
    several: str
    spellings: Spellings
    titled: bool = False
    find: Callable[[Assessment, str], str | None] | None = None


def find_value(vocabulary: FilterVocabulary, workspace: Workspace, now: Assessment, word: str) -> str | None:
    """The value that a word means in a plan; None if it means none there."""
    if _fold(word) == NONE:
        return NONE
    if vocabulary.find:
        return vocabulary.find(now, word)
    return next((value for known, value in vocabulary.spellings(workspace, now) if _fold(known) == _fold(word)), None)


def unknown_value(vocabulary: FilterVocabulary, workspace: Workspace, now: Assessment, word: str) -> UsageError:
    """That a word means nothing in a plan, with the nearest that does, and the list."""
    meant: dict[str, list[str]] = {}
    spellings: dict[str, str] = {}
    for spelling, value in vocabulary.spellings(workspace, now):
        meant.setdefault(value, []).append(one_line(spelling))
        spellings.setdefault(_fold(spelling), one_line(spelling))
    holding = [one for folded, one in spellings.items() if _fold(word) and _fold(word) in folded]
    guess = holding[0] if len(holding) == 1 else spellings.get(near(_fold(word), spellings) or "")
    listed = [f"{first} ({more[0]})" if vocabulary.titled else first for first, *more in meant.values()]
    more = f" and {len(listed) - MOST_LISTED} more" if len(listed) > MOST_LISTED else ""
    known = f"the {vocabulary.several} are {', '.join(listed[:MOST_LISTED])}{more}"
    hint = f"did you mean `{guess}`? " if guess else ""
    hint += known if listed else f"the plan has no {vocabulary.several}"
    joined = joined_names_with(now, word) if vocabulary is PEOPLE else ""
    return UsageError(f"`{word}` is not a {vocabulary.what} of {now.folder.key}/{now.plan.name}", joined or hint)


def _fold(words: str) -> str:
    return fold_name(words).replace("-", " ")


def _people(_workspace: Workspace, now: Assessment) -> Iterator[tuple[str, str]]:
    glossary = now.folder.glossary
    in_plan = glossary.leads_and_owners(now.plan.tree.of(Level.ACTION))
    yield from ((name, name) for name in in_plan.values())
    yield from ((spelling, name) for spelling, name in glossary.names.items() if fold_name(name) in in_plan)


def _pillars(_workspace: Workspace, now: Assessment) -> Iterator[tuple[str, str]]:
    for node in now.plan.tree.of(Level.PILLAR):
        yield from ((one, node.id) for one in (node.id, node.entry.title, *node.entry.formerly))


def _themes(workspace: Workspace, now: Assessment) -> Iterator[tuple[str, str]]:
    framework = workspace.framework("themes")
    for item in framework.items if framework else ():
        yield from ((item.id, item.id), (item.title, item.id))
    yield from ((theme, theme) for node in now.plan.tree.nodes for theme in node.entry.themes)


def _priorities(_workspace: Workspace, _now: Assessment) -> Iterator[tuple[str, str]]:
    yield from ((one.value, one.value) for one in Priority)


def _colours(_workspace: Workspace, now: Assessment) -> Iterator[tuple[str, str]]:
    for one in now.plan.rag_key.values():
        yield from ((word, one.colour) for word in (one.colour, one.label, one.means))


def _find_colour(now: Assessment, word: str) -> str | None:
    return find_colour(word, now.plan.rag_key.values())


PEOPLE: Final = FilterVocabulary("lead or owner", "leads and owners", _people, find=find_lead)
PILLARS: Final = FilterVocabulary("pillar", "pillars", _pillars, titled=True)
THEMES: Final = FilterVocabulary("theme", "themes", _themes)
PRIORITIES: Final = FilterVocabulary("priority", "priorities", _priorities)
COLOURS: Final = FilterVocabulary("colour", "colours", _colours, titled=True, find=_find_colour)
