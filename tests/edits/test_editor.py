"""The editor: what each change does to a text. The cases are texts before and after."""

from typing import NamedTuple

import pytest

from tcplan.findings.change import Append, Change, Insert, Remove, Rename, Set
from tcplan.findings.span import Path, Value
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_reader.reader import read_text

REPORT: dict[str, Value] = {"date": "2026-06-30", "rag": "amber"}


class Case(NamedTuple):
    """A text, a change, and the text afterwards."""

    before: str
    change: Change
    after: str


CASES = {
    # Setting one value.
    "a-word": Case("a: b  # why\nc: d\n", Set(("a",), "e"), "a: e  # why\nc: d\n"),
    "an-empty-value-goes-after-its-colon": Case("a: # why\nb:\n", Set(("a",), "x"), "a: x # why\nb:\n"),
    "an-empty-item-goes-after-its-dash": Case("a:\n  - b\n  -\n", Set(("a", 1), "x"), "a:\n  - b\n  - x\n"),
    "an-empty-first-item-in-the-column-of-its-key": Case("a:\n-\n- x\n", Set(("a", 0), "y"), "a:\n- y\n- x\n"),
    "quotes-only-where-they-must-be": Case("a: 'b'\n", Set(("a",), "c: d"), 'a: "c: d"\n'),
    "numbers-dates-and-no-stay-plain": Case("a: b\n", Set(("a",), "1.10"), "a: 1.10\n"),
    "a-link-is-plain": Case("a: b\n", Set(("a",), "https://x.org/?y=1#z"), "a: https://x.org/?y=1#z\n"),
    "a-link-in-brackets-is-quoted": Case("a: {b: c}\n", Set(("a", "b"), "https://x.org"), 'a: {b: "https://x.org"}\n'),
    "null-is-a-word": Case("a: b\n", Set(("a",), "null"), 'a: "null"\n'),
    "empty-text": Case("a: b\n", Set(("a",), ""), 'a: ""\n'),
    "lines-become-a-block": Case("a: b # c\nd: e\n", Set(("a",), "x\ny\n"), "a: | # c\n  x\n  y\nd: e\n"),
    "a-block-without-a-last-line-break": Case("a: b\n", Set(("a",), "x\ny"), "a: |-\n  x\n  y\n"),
    "a-block-becomes-a-word": Case("a: | # c\n  x\n\n  y\n\nb: c\n", Set(("a",), "z"), "a: z # c\n\nb: c\n"),
    "a-block-that-begins-with-spaces": Case("a: b\n", Set(("a",), "  x\ny\n"), "a: |2\n    x\n  y\n"),
    "blank-lines-at-the-end-need-quotes": Case("a: b\n", Set(("a",), "x\n\n"), 'a: "x\\n\\n"\n'),
    "a-list-of-words-is-in-brackets": Case("a: b # c\n", Set(("a",), ["x", "y, z"]), 'a: [x, "y, z"] # c\n'),
    "a-list-of-mappings-is-below": Case("a: b # c\n", Set(("a",), [{"x": "y z"}]), "a: # c\n  - x: y z\n"),
    "a-list-gives-way-to-a-word": Case("a:\n  - x\n  - y\nb: c\n", Set(("a",), "z"), "a: z\nb: c\n"),
    "plain-text-over-lines": Case("a: b\n  c\n\n  d # e\nf: g\n", Set(("a",), "x"), "a: x # e\nf: g\n"),
    "inside-brackets-over-lines": Case("a: [b,\n  c]\n", Set(("a", 1), "x"), "a: [b,\n  x]\n"),
    # Adding a key.
    "a-key-comes-after-those-before-it": Case(
        "id: 1\ntitle: x # why\nupdates: []\n",
        Insert(("lead",), "HR", ("id", "title", "lead", "updates")),
        "id: 1\ntitle: x # why\nlead: HR\nupdates: []\n",
    ),
    "without-an-order-it-comes-last": Case("a: b\nc:\n  - d\n", Insert(("e",), "f"), "a: b\nc:\n  - d\ne: f\n"),
    "after-block-text-and-before-its-blank-line": Case(
        "a:\n  - b: |\n      c\n\n  - d: e\n",
        Insert(("a", 0, "x"), "y"),
        "a:\n  - b: |\n      c\n    x: y\n\n  - d: e\n",
    ),
    "after-block-text-that-keeps-its-blank-lines": Case(
        "a: |+\n  c\n\nb: d\n", Insert(("x",), "y", ("a", "x")), "a: |+\n  c\n\nx: y\nb: d\n"
    ),
    "into-brackets": Case("a: {b: c, d: e} # f\n", Insert(("a", "x"), "y"), "a: {b: c, d: e, x: y} # f\n"),
    "into-brackets-in-order": Case(
        "a: {b: c, d: e}\n", Insert(("a", "x"), "y", ("b", "x", "d")), "a: {b: c, x: y, d: e}\n"
    ),
    "into-empty-braces": Case("a: {} # b\n", Insert(("a", "x"), "y"), "a: {x: y} # b\n"),
    "in-the-place-of-nothing": Case("a:\nb: c\n", Insert(("a",), "x"), "a: x\nb: c\n"),
    "comments-of-the-entry-before-stay-with-it": Case(
        "a:\n  b: c\n    # of b\n  # of what comes\n  d: e\n",
        Insert(("a", "x"), "y", ("b", "x", "d")),
        "a:\n  b: c\n    # of b\n  x: y\n  # of what comes\n  d: e\n",
    ),
    "a-list-of-mappings": Case(
        "a: b\n", Insert(("updates",), [REPORT]), "a: b\nupdates:\n  - date: 2026-06-30\n    rag: amber\n"
    ),
    "lists-keep-the-step-of-the-lists-beside": Case(
        "a:\n- b: c\nd: e\n", Insert(("x",), [REPORT]), "a:\n- b: c\nd: e\nx:\n- date: 2026-06-30\n  rag: amber\n"
    ),
    # Adding an item.
    "an-item-in-the-column-of-its-siblings": Case(
        "a:\n    -   b: c\n", Append(("a",), {"d": "e", "f": "g"}), "a:\n    -   b: c\n    -   d: e\n        f: g\n"
    ),
    "after-the-last-leaf-however-deep": Case(
        "a:\n  - b:\n      - c: |\n          d\n\n# end\n",
        Append(("a",), "x"),
        "a:\n  - b:\n      - c: |\n          d\n  - x\n\n# end\n",
    ),
    "parted-by-a-blank-line-as-its-siblings": Case(
        "a:\n  - b\n\n  # of c\n  - c\nd: e\n", Append(("a",), "x"), "a:\n  - b\n\n  # of c\n  - c\n\n  - x\nd: e\n"
    ),
    "into-a-list-in-brackets": Case("a: [b, c] # d\n", Append(("a",), "x: y"), 'a: [b, c, "x: y"] # d\n'),
    "into-empty-brackets": Case(
        "a: [] # none yet\n", Append(("a",), REPORT), "a: # none yet\n  - date: 2026-06-30\n    rag: amber\n"
    ),
    "a-word-in-the-place-of-a-list": Case("owners: HR # a\n", Append(("owners",), "DSO"), "owners: [HR, DSO] # a\n"),
    "a-mapping-in-the-place-of-a-list": Case(
        "updates:\n  # first\n  date: 2025\n  note: |\n    x\n\n    y\n",
        Append(("updates",), REPORT),
        "updates:\n  # first\n  - date: 2025\n    note: |\n      x\n\n      y\n  - date: 2026-06-30\n    rag: amber\n",
    ),
    "braces-in-the-place-of-a-list": Case(
        "evidence: {title: x} # a\n",
        Append(("evidence",), {"title": "y"}),
        "evidence: # a\n  - {title: x}\n  - title: y\n",
    ),
    "block-text-in-the-place-of-a-list": Case(
        "success: | # a\n  x\n  y\nb: c\n",
        Append(("success",), "z"),
        "success: # a\n  - |\n    x\n    y\n  - z\nb: c\n",
    ),
    "at-a-place-in-the-list": Case("a:\n  - b\n  - c\n", Insert(("a", 1), "x"), "a:\n  - b\n  - x\n  - c\n"),
    "first-of-the-list": Case("a:\n  # of b\n  - b\n", Insert(("a", 0), "x"), "a:\n  - x\n  # of b\n  - b\n"),
    "first-in-brackets": Case("a: [b]\n", Insert(("a", 0), "x"), "a: [x, b]\n"),
    "first-in-the-place-of-a-bare-mapping": Case(
        "updates: # a\n  # b\n  date: 2027\n  # c\nx: y\n",
        Insert(("updates", 0), REPORT),
        "updates: # a\n  - date: 2026-06-30\n    rag: amber\n  # b\n  - date: 2027\n    # c\nx: y\n",
    ),
    "first-in-the-place-of-braces": Case(
        "updates: {date: 2027} # a\n",
        Insert(("updates", 0), REPORT),
        "updates: # a\n  - date: 2026-06-30\n    rag: amber\n  - {date: 2027}\n",
    ),
    "comments-at-the-keys-of-a-bare-mapping-stay-with-it": Case(
        "updates:\n  date: 2025\n  # after\nx: y\n",
        Append(("updates",), REPORT),
        "updates:\n  - date: 2025\n    # after\n  - date: 2026-06-30\n    rag: amber\nx: y\n",
    ),
    "into-brackets-that-hold-nothing": Case(
        "a: [] # b\n", Insert(("a",), [REPORT]), "a: # b\n  - date: 2026-06-30\n    rag: amber\n"
    ),
    "words-before-a-comment-are-quoted": Case('a: "b: c"  # why\n', Set(("a",), "New plan"), 'a: "New plan"  # why\n'),
    # Taking away and renaming.
    "a-key": Case("a: b\n# of c\nc: d\ne: f\n", Remove(("c",)), "a: b\n# of c\ne: f\n"),
    "the-first-key-of-an-item": Case("a:\n  - b: c\n    d: e\n", Remove(("a", 0, "b")), "a:\n  - d: e\n"),
    "an-item": Case("a:\n  - b: |\n      x\n  - c\n", Remove(("a", 0)), "a:\n  - c\n"),
    "the-only-item-leaves-brackets": Case("a: # c\n  - b\nd: e\n", Remove(("a", 0)), "a: [] # c\nd: e\n"),
    "out-of-brackets": Case("a: [b, c, d]\n", Remove(("a", 1)), "a: [b, d]\n"),
    "first-out-of-brackets": Case("a: {b: c, d: e}\n", Remove(("a", "b")), "a: {d: e}\n"),
    "another-key": Case('a:\n  "b": c # d\n', Rename(("a", "b"), "e: f"), 'a:\n  "e: f": c # d\n'),
    # The ends of a file.
    "windows-lines": Case("a: b\r\nc: d\r\n", Set(("a",), "x\ny\n"), "a: |\r\n  x\r\n  y\r\nc: d\r\n"),
    "no-last-line-break": Case("a: b\nc:\n  - d", Append(("c",), "e"), "a: b\nc:\n  - d\n  - e"),
    "a-file-in-braces": Case('{"a": "b", "c": ["d"]}\n', Append(("c",), "e"), '{"a": "b", "c": ["d", e]}\n'),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_gives_this_text(name: str) -> None:
    """The table above."""
    case = CASES[name]
    assert edit(read_text(case.before, "x.yaml"), [case.change]).text == case.after


REFUSED: dict[str, tuple[str, Change, int, str]] = {
    "a-comment-would-be-lost": ("a: b\nc:\n  - d # why\n", Remove(("c", 0)), 3, "there is a comment"),
    "a-comment-between-items": ("a:\n  - b\n  # why\n  - c\n", Set(("a",), "x"), 3, "there is a comment"),
    "brackets-over-lines-with-a-comment": ("a: [b, # why\n  c]\n", Append(("a",), "x"), 1, "there is a comment"),
    "text-over-lines-in-the-place-of-a-list": (
        "a:\n  b: c\n    d\n",
        Append(("a", "b"), {"x": "y"}),
        2,
        "several lines",
    ),
    "nothing-there": ("a: b\nc:\n  d: e\n", Set(("c", "x"), "y"), 2, "no `x` here"),
    "no-such-item": ("a:\n  - b\n", Remove(("a", 3)), 1, "no `3` here"),
    "a-key-that-is-there": ("a: b\nc: d\n", Insert(("c",), "x"), 2, "cannot be added"),
    "a-name-that-is-taken": ("a: b\nc: d\n", Rename(("c",), "a"), 2, "already"),
    "an-explicit-key": ("? a\n: - b\n", Insert(("x",), "y"), 2, "does not allow"),
    "an-anchor": ("a: &x b\nc: *x\n", Set(("a",), "d"), 1, "anchor"),
    "a-file-that-cannot-be-read": ("a: b\n\tc: d\n", Set(("a",), "x"), 2, "cannot be read"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_safely_is_refused_with_its_line(name: str) -> None:
    """The table above: a text, a change, the line that is named, and the reason."""
    text, change, line, says = REFUSED[name]
    with pytest.raises(EditError) as refused:
        edit(read_text(text, "x.yaml"), [change])
    assert refused.value.line == line
    assert says in refused.value.message
    assert refused.value.help


def test_changes_are_made_one_after_the_other() -> None:
    """A later change sees what an earlier one has made."""
    changes: list[Change] = [Insert(("a",), ["b"]), Append(("a",), "c"), Set(("a", 0), "d"), Rename(("a",), "e")]
    assert edit(read_text("kind: plan\n", "x.yaml"), changes).text == "kind: plan\ne: [d, c]\n"


def test_the_byte_order_mark_stays() -> None:
    """What Notepad writes at the beginning of a file is there afterwards."""
    edited = edit(read_text("\ufeffa: b\n", "x.yaml"), [Set(("a",), "c")])
    assert edited.encoded() == b"\xef\xbb\xbfa: c\n"


def test_faults_elsewhere_in_a_file_do_not_matter() -> None:
    """A file with a problem is still edited, and the problem is still there."""
    document = read_text("a: ~\nb: c\n", "x.yaml")
    edited = edit(document, [Set(("b",), "d")])
    assert edited.text == "a: ~\nb: d\n"
    assert [one.message for one in edited.problems] == [one.message for one in document.problems]


@pytest.mark.parametrize("path", [("a",), ("a", 0), ("b", "c")])
def test_a_change_leaves_the_document_it_was_made_from(path: Path) -> None:
    """Nothing is changed in place."""
    document = read_text("a: [x]\nb: {c: d}\n", "x.yaml")
    edit(document, [Set(path, "y")])
    assert document.data == {"a": ["x"], "b": {"c": "d"}}
    assert document.text == "a: [x]\nb: {c: d}\n"
