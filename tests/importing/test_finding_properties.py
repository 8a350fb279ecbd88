"""What changes nothing: the order of columns, other words for a header, and where pages end."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from importing.making.blocks import document, para, row, table
from importing.making.contents import TARNHOLM, WEXHOLM, Contents, TrueAction
from importing.making.layouts import INTRO, Layout, owners, success
from importing.making.scoring import Score, as_table, score

from tcplan.importing.document import Block, SourceCell, SourceDocument
from tcplan.importing.finding import find_plans
from tcplan.importing.finding.header_words import HEADER_WORDS
from tcplan.importing.finding.phrases import phrases
from tcplan.importing.found import Field
from tcplan.importing.ledger import Ledger

Value = Callable[[TrueAction], str | SourceCell]
COLUMNS: dict[str, tuple[str, Field, Value]] = {
    "number": ("Ref", Field.ID, lambda one: one.number),
    "objective": ("Objective", Field.OBJECTIVE, lambda one: one.objective),
    "title": ("Action", Field.ACTION, lambda one: one.title),
    "owners": ("Owner", Field.OWNERS, owners),
    "due": ("Due date", Field.DUE, lambda one: one.due),
    "success": ("Success measure", Field.SUCCESS, success),
    "priority": ("Priority", Field.PRIORITY, lambda one: one.priority),
    "rag": ("RAG", Field.RAG, lambda one: one.rag),
    "report": ("Progress", Field.REPORT, lambda one: one.progress),
}
ABOUT_OBJECTIVES = {"objective no", "objective ref", "objective id", "objective number"}

contents = st.sampled_from([TARNHOLM, WEXHOLM])


def found_in(made: SourceDocument, actions: tuple[TrueAction, ...], tells: frozenset[str]) -> Score:
    """The score of a document."""
    return score(Layout("", made, (actions,), tells), find_plans(made, Ledger(made), {}))


def lines_of(names: list[str], own: Contents) -> list[list[str | SourceCell]]:
    """The rows of a table with these columns."""
    return [[COLUMNS[name][2](one) for name in names] for one in own.actions]


def check(made: SourceDocument, own: Contents, names: list[str]) -> None:
    """All of the plan is found."""
    result = found_in(made, own.actions, frozenset(names) - {"title"})
    assert result.is_perfect, "\n".join([as_table([result]), *result.mistakes[:10]])


@settings(deadline=None, max_examples=60)
@given(st.permutations(list(COLUMNS)), contents)
def test_the_order_of_columns_does_not_matter(names: list[str], own: Contents) -> None:
    """A table with its columns shuffled gives the same plan."""
    made = document(
        INTRO, table(tuple(COLUMNS[name][0] for name in names), *(row(*line) for line in lines_of(names, own)))
    )
    check(made, own, names)


@settings(deadline=None, max_examples=60)
@given(st.data(), contents)
def test_another_word_for_a_header_does_not_matter(data: st.DataObject, own: Contents) -> None:
    """A column is known by each word of the vocabulary for it, with the others under their usual names."""
    names = list(COLUMNS)
    renamed = data.draw(st.sampled_from(names))
    words = sorted(phrases(HEADER_WORDS[COLUMNS[renamed][1]]) - ABOUT_OBJECTIVES)
    other = data.draw(st.sampled_from(words))
    header = tuple(other.capitalize() if name == renamed else COLUMNS[name][0] for name in names)
    check(document(INTRO, table(header, *(row(*line) for line in lines_of(names, own)))), own, names)


@settings(deadline=None, max_examples=60)
@given(st.sets(st.integers(1, 10), max_size=4), st.booleans(), contents)
def test_where_pages_end_does_not_matter(cuts: set[int], repeats_header: bool, own: Contents) -> None:  # noqa: FBT001 -- drawn
    """A table that is split over pages, with its header repeated or not, gives the same plan."""
    names = list(COLUMNS)
    header = tuple(COLUMNS[name][0] for name in names)
    lines = [row(*line) for line in lines_of(names, own)]
    ends = [0, *sorted(cuts), len(lines)]
    blocks: list[Block] = []
    for page, (first, last) in enumerate(pairwise(ends)):
        heads = [header] if page == 0 or repeats_header else []
        blocks += [table(*heads, *lines[first:last]), para(f"Page {page + 1}")]
    check(document(INTRO, blocks), own, names)


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from([name for name in COLUMNS if name not in {"title", "number"}])), contents)
def test_a_column_that_is_missing_leaves_its_field_empty(missing: set[str], own: Contents) -> None:
    """Nothing is put into a field that no column tells."""
    names = [name for name in COLUMNS if name not in missing]
    made = document(
        INTRO, table(tuple(COLUMNS[name][0] for name in names), *(row(*line) for line in lines_of(names, own)))
    )
    check(made, own, names)
