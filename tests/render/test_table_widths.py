"""The rules of tables in Markdown say how wide the columns of a Word document should be."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcplan.render.table_widths import with_table_widths

SENTENCE = "Build a searchable directory of technical staff and their techniques, and open it to the public"


def widths(text: str) -> list[int]:
    """The dashes of each column of the first table."""
    rule = with_table_widths(text).split("\n")[1]
    return [part.count("-") for part in rule.strip("|").split("|")]


def test_a_column_of_sentences_is_wider_than_one_of_numbers() -> None:
    """And the number still fits."""
    number, words = widths(f"| No. | Action |\n| --- | --- |\n| 1.1.1 | {SENTENCE} |")
    assert number >= len("1.1.1")
    assert words > 4 * number


def test_a_column_has_room_for_its_longest_word() -> None:
    """Beside sentences too."""
    [when, *_] = widths(f"| When | One | Two |\n| --- | --- | --- |\n| September 2026 | {SENTENCE} | {SENTENCE} |")
    assert when >= len("September")


def test_the_sides_to_which_columns_are_aligned_stay() -> None:
    """Numbers are on the right."""
    made = with_table_widths(f"| Colour | n | What |\n| --- | ---: | :---: |\n| Green | 12 | {SENTENCE} |").split("\n")[
        1
    ]
    assert re.fullmatch(r"\| -+ \| -+: \| :-+: \|", made)


@pytest.mark.parametrize(
    "text",
    [
        "| Colour | n |\n| --- | ---: |\n| Green | 12 |",  # a small table has the widths of its words
        f"{SENTENCE}\n\n---\n\n{SENTENCE}",
        f"| {SENTENCE} |",
        "",
        f"```\na | b\n--- | ---\n{SENTENCE} | c\n```",
    ],
)
def test_nothing_else_is_changed(text: str) -> None:
    """A line across the page, one row alone, code."""
    assert with_table_widths(text) == text


def test_an_address_and_a_bar_in_words_take_no_room() -> None:
    """What is seen counts."""
    plain = widths(f"| A | B |\n| --- | --- |\n| here | {SENTENCE} |")
    assert widths(f"| A | B |\n| --- | --- |\n| [here](https://example.ac.uk/{'a' * 90}) | {SENTENCE} |") == plain
    assert len(widths(f"| A | B |\n| --- | --- |\n| a \\| b | {SENTENCE} |")) == 2


ROWS = st.lists(st.lists(st.text("ab |\\*[]()", max_size=60), min_size=1, max_size=4), min_size=1, max_size=4)


@given(ROWS)
def test_only_dashes_are_ever_added(rows: list[list[str]]) -> None:
    """Whatever is in the cells."""
    count = len(rows[0])
    text = "\n".join(
        [f"|{'|'.join(rows[0])}|", "|" + " --- |" * count, *(f"|{'|'.join(row)}|" for row in rows[1:]), "end"]
    )
    assert re.sub("-+", "-", with_table_widths(text)) == re.sub("-+", "-", text)
