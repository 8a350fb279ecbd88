"""A line out of column: what is said names the columns and the lines that would fit."""

from typing import NamedTuple

import pytest

from tcplan.yaml_reader.reader import read_text


class Case(NamedTuple):
    """A text, the line and the words that are underlined, and what is said of them."""

    text: str
    line: int
    words: str
    message: str
    help: str


ACTION = "actions:\n  - id: 1\n    title: One\n"

CASES = {
    "key-further-right": Case(
        f"{ACTION}      due: 2026\n",
        4,
        "due",
        "this key is further right than line 3, but cannot belong to it",
        "begin it in column 5, as line 3 does",
    ),
    "key-between-two-levels": Case(
        f"{ACTION}    updates:\n      - date: 2026\n       rag: green\n",
        6,
        "rag",
        "this key begins in column 8, but nothing above it begins there",
        "begin it in column 9, as line 5 does",
    ),
    "key-in-the-column-of-hyphens": Case(
        f"{ACTION}  due: 2026\n",
        4,
        "due",
        "this key begins in column 3, the column of the list items above it",
        "begin it in column 5, as line 3 does, or in column 1, as line 1 does",
    ),
    "item-in-the-column-of-keys": Case(
        f"{ACTION}    - id: 2\n",
        4,
        "-",
        "this list item begins in column 5, the column of the keys above it",
        "begin it in column 3, as line 2 does",
    ),
    "item-without-a-list": Case(
        "title: One\n- two\n",
        2,
        "-",
        "this list item begins in column 1, the column of the keys above it",
        "begin it in the same column as its neighbours",
    ),
    "either-of-two-lines": Case(
        f"owners:\n  - name: A\n    long: AA\n  - name: B\nlong: BB\n    also: C\n{ACTION}",
        5,
        "long",
        "this key begins further left than the entry it seems to belong to (line 4)",
        "begin it in column 5, or indent the lines below it",
    ),
    "section-that-is-where-it-should-be": Case(
        f"{ACTION}    due: 2026\nmeasures:\n  - id: a\n    title: A\n     source: B\n",
        8,
        "source",
        "this key is further right than line 7, but cannot belong to it",
        "begin it in column 5, as line 7 does",
    ),
    "heading-that-left-its-entry": Case(
        f"{ACTION}updates:\n      - date: 2026\n        rag: red\n  - id: 2\n    title: Two\n",
        4,
        "updates",
        "this key begins further left than the entry it seems to belong to (line 2)",
        "begin it in column 5, or indent the lines below it",
    ),
    "items-further-right-than-the-first": Case(
        "owners:\n- HROD\n  - Library\n  - name: Estates\n",
        3,
        "-",
        "this list item begins in column 3, and the one above it in column 1",
        "begin the items of a list in the same column",
    ),
    "item-further-left-than-the-others": Case(
        f"{ACTION}    owners:\n  - HROD\n      - Library\n    due: 2026\n",
        5,
        "-",
        "this list item begins further left than the entry it seems to belong to (line 4)",
        "begin it in column 7, or indent the lines below it",
    ),
    "prose-further-left": Case(
        "about: |\n  One\nand two.\ntitle: A\n",
        3,
        "and",
        "this line begins further left than the text above it (line 2)",
        "begin it in column 3, as line 2 does, if it belongs to that text",
    ),
    "prose-between-text-and-key": Case(
        "actions:\n  - about: |\n        One\n      two: and three\n",
        4,
        "two",
        "this line begins further left than the text above it (line 3)",
        "begin it in column 9, as line 3 does, if it belongs to that text; "
        "or in column 5, if it is a key of the same entry",
    ),
    "prose-not-indented": Case(
        "about: |\nOne and two.\ntitle: A\n",
        2,
        "One",
        "the text of line 1 begins here, no further right than its key",
        "begin it in column 3, and the lines of text below it too",
    ),
    "prose-that-seems-a-table": Case(
        "about: |\n    One\n  | two |\n  |---|\n",
        3,
        "|",
        "this line begins further left than the text above it (line 2)",
        "begin it in column 5, as line 2 does, if it belongs to that text",
    ),
    "words-alone": Case(
        "title: A\nwords\nformat: 1\n",
        2,
        "words",
        "this line is not a key, and is too far left to continue the text of `title`",
        "indent it further than `title` if it is part of that text; or write it as key: value",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_line_out_of_column_is_reported_with_a_column_that_fits(case: Case) -> None:
    """One finding, at the line that is most probably to blame; empty lines and comments make no difference."""
    for text, line in ((case.text, case.line), (_strewn(case.text), 2 * case.line)):
        [problem] = read_text(text, "plan.yaml").problems
        assert problem.code.code == "TC002"
        assert problem.span is not None
        assert text.count("\n", 0, problem.span.start) + 1 == line
        assert text[problem.span.start :].startswith(case.words)
        if text == case.text:
            assert problem.message == case.message
            assert problem.help.removesuffix("; the rest of this file is not checked until then") == case.help


def test_a_line_in_line_with_lines_further_up_may_be_right_and_the_line_above_wrong() -> None:
    """Both are named."""
    lines = (
        "- id: 1",
        "  quotes:",
        "    - from: a",
        "      text: A",
        "- id: 2",
        "  quotes:",
        "  - from: b",
        "      text: B",
    )
    text = "objectives:\n" + "".join(f"{line}\n" for line in lines)
    [problem] = read_text(text, "plan.yaml").problems
    assert problem.help.startswith("begin it in column 5, as line 8 does; or, if it belongs with line 5, indent line 8")


def _strewn(text: str) -> str:
    """The text with a comment or an empty line above each line; within a block of text a comment would be text."""
    lines = text.splitlines()
    return "".join(f"{'' if '|' in text or number % 2 else '# comment'}\n{line}\n" for number, line in enumerate(lines))
