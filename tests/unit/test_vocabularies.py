"""The words of a vocabulary: what is decided by a table is decided for each of them.

Where code decides by `match`, mypy proves the same.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Any

import pytest
from pydantic import TypeAdapter

from tcplan.findings.finding import Severity
from tcplan.model import KINDS
from tcplan.model.types import ColourWord, EndingWord, PriorityWord
from tcplan.shape.schema import file_schema
from tcplan.terminal import page, rules
from tcplan.terminal.interview import IN_PLAIN_WORDS
from tcplan.values import rag
from tcplan.values.rag import Colour, Meaning
from tcplan.values.words import Ending, FileKind, Priority

TABLES: dict[str, tuple[Collection[str], type[StrEnum]]] = {
    "shapes of files": (KINDS, FileKind),
    "letters": (rag.LETTERS, Colour),
    "symbols": (rag.SYMBOLS, Colour),
    "meanings by default": (rag.DEFAULT_MEANINGS, Colour),
    "what meanings say": (IN_PLAIN_WORDS, Meaning),
    "ink of colours": (page.INK, Colour),
    "ink of badges": (page.BADGE, Colour),
    "ink of severities": (rules.INK, Severity),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_every_word_of_its_vocabulary(name: str) -> None:
    """And none that is not a word of it."""
    table, vocabulary = TABLES[name]
    assert set(table) == set(vocabulary)


@pytest.mark.parametrize("meaning", Meaning)
def test_a_meaning_counts_as_one_colour(meaning: Meaning) -> None:
    """By default it is the colour that people state for it."""
    colour = rag.vote_for(meaning)
    assert rag.DEFAULT_MEANINGS[colour] is meaning or meaning in (Meaning.PAUSED, Meaning.IN_PROGRESS)


@pytest.mark.parametrize(("word", "vocabulary"), [(ColourWord, Colour), (EndingWord, Ending), (PriorityWord, Priority)])
def test_a_word_of_a_file_is_read_as_a_member(word: Any, vocabulary: type[StrEnum]) -> None:
    """So that code that decides by it can be checked for completeness; what is printed is the word."""
    adapter: TypeAdapter[StrEnum] = TypeAdapter(word)
    assert [adapter.validate_python(member.value) for member in vocabulary] == list(vocabulary)
    assert all(isinstance(adapter.validate_python(member.value), vocabulary) for member in vocabulary)


def test_a_schema_lists_the_words_as_plain_text() -> None:
    """In the order of the vocabulary, which is that of the messages."""
    ways = file_schema("plan")["$defs"]["Closed"]["properties"]["as"]["enum"]
    assert ways == [ending.value for ending in Ending]
    assert {type(way) for way in ways} == {str}
