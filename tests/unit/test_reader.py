"""The reader: what you type is what is read, and both YAML parsers read the same."""

import gc
import os
import tracemalloc
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tcplan.findings.marks import Marks
from tcplan.findings.span import NodeStyle, Path, Value
from tcplan.yaml_reader import parsers
from tcplan.yaml_reader.parse_with_recovery import MAX_RECOVERIES
from tcplan.yaml_reader.reader import MAX_CHARACTERS, Document, read_text
from tcplan.yaml_reader.yaml_features import MAX_DEPTH


class Case(NamedTuple):
    """A text, the data it holds, and the problems it has: a code and the words that are underlined."""

    text: str
    data: Value
    problems: tuple[tuple[str, str], ...] = ()


def lost_words(words: str) -> tuple[tuple[str, str], ...]:
    """The one problem of a line whose words YAML cannot read."""
    return (("TC004", words),)


VALUES = {
    "number-keeps-its-zero": Case("id: 1.10\n", {"id": "1.10"}),
    "no-stays-no": Case("a: no\nb: Yes\nc: on\nd: true\n", {"a": "no", "b": "Yes", "c": "on", "d": "true"}),
    "date-stays-text": Case("due: 2018-06-31\n", {"due": "2018-06-31"}),
    "other-numbers-stay-text": Case(
        "a: 0o17\nb: 1e3\nc: 1_000\nd: 0x1F\n", {"a": "0o17", "b": "1e3", "c": "1_000", "d": "0x1F"}
    ),
    "time-stays-text": Case("at: 12:30:45\n", {"at": "12:30:45"}),
    "empty-value-is-absent": Case("a:\nb: x\nc: \n", {"a": None, "b": "x", "c": None}),
    "empty-value-before-comment": Case("a: # later\nb: x\n", {"a": None, "b": "x"}),
    "empty-item-is-absent": Case("a:\n  -\n  - x\n  - # later\n", {"a": [None, "x", None]}),
    "empty-value-inside-braces": Case("a: {b: , c: }\n", {"a": {"b": None, "c": None}}),
    "empty-items-in-the-column-of-their-key": Case("a:\n-\n- x\n", {"a": [None, "x"]}),
    "quoted-empty-is-empty-text": Case("a: \"\"\nb: ''\n", {"a": "", "b": ""}),
    "quoted-null-is-a-word": Case("a: \"~\"\nb: 'null'\n", {"a": "~", "b": "null"}),
    "single-quotes": Case("a: 'it''s \"so\"'\n", {"a": 'it\'s "so"'}),
    "double-quotes": Case('a: "tab\\t, \\"so\\", \\u00e9"\n', {"a": 'tab\t, "so", é'}),
    "quoted-over-lines": Case('a: "one\n  two\n\n  three"\n', {"a": "one two\nthree"}),
    "emoji-as-two-escapes": Case('a: "\\ud83d\\ude00"\n', {"a": "😀"}),
    "plain-over-lines": Case("a: one\n  two\n\n  three\nb: x\n", {"a": "one two\nthree", "b": "x"}),
    "literal-block": Case("a: |\n  one\n    two\n\n  three\nb: x\n", {"a": "one\n  two\n\nthree\n", "b": "x"}),
    "literal-block-stripped-and-kept": Case("a: |-\n  x\n\nb: |+\n  y\n\n", {"a": "x", "b": "y\n\n"}),
    "folded-block": Case("a: >\n  one\n  two\n\n  three\n", {"a": "one two\nthree\n"}),
    "block-with-own-indentation": Case("a: |2\n    x\n  y\n", {"a": "  x\ny\n"}),
    "block-with-comment-after-its-mark": Case("a: | # note\n  x\n", {"a": "x\n"}),
    "block-holds-anything": Case("a: |\n  b: c: d\n  # no comment\n  - @x\n", {"a": "b: c: d\n# no comment\n- @x\n"}),
    "colon-without-space": Case("a: b:c\nurl: https://x.org/y?z=1\n", {"a": "b:c", "url": "https://x.org/y?z=1"}),
    "hash-without-space": Case("a: C#\nb: x#y\n", {"a": "C#", "b": "x#y"}),
    "dash-without-space": Case("a: -5%\nb: -x\n", {"a": "-5%", "b": "-x"}),
    "flow-list": Case("a: [b, 'c, d', \"e\", f g]\n", {"a": ["b", "c, d", "e", "f g"]}),
    "flow-list-of-addresses": Case("a: [https://x, https://y:80/z]\n", {"a": ["https://x", "https://y:80/z"]}),
    "flow-list-over-lines": Case("a: [b,\n  c,  # why\n  d,\n]\n", {"a": ["b", "c", "d"]}),
    "flow-mapping": Case("a: {b: 1, c: {d: [e]}}\n", {"a": {"b": "1", "c": {"d": ["e"]}}}),
    "empty-collections": Case("a: []\nb: {}\n", {"a": [], "b": {}}),
    "list-at-the-level-of-its-key": Case(
        "a:\n- b\n- c: 1\n  d: 2\ne: f\n", {"a": ["b", {"c": "1", "d": "2"}], "e": "f"}
    ),
    "odd-indents": Case("a:\n    b:\n     - c\n     - d\n    e: f\n", {"a": {"b": ["c", "d"], "e": "f"}}),
    "lists-in-lists": Case("a:\n- - b\n  - c\n- []\n", {"a": [["b", "c"], []]}),
    "quoted-keys": Case("\"a b\": c\n'2025': d\n", {"a b": "c", "2025": "d"}),
    "number-keys-stay-text": Case("a: {2025-12: 30%, 1.10: x}\n", {"a": {"2025-12": "30%", "1.10": "x"}}),
    "comments-everywhere": Case(
        "# top\na: b # c\n  # deep\n\n# between\nd:\n  # first\n  - e # f\n# end", {"a": "b", "d": ["e"]}
    ),
    "unicode": Case("é: naïve – “so” 😀\nж: 日本語\n", {"é": "naïve – “so” 😀", "ж": "日本語"}),
    "windows-lines": Case("a: b\r\nc: |\r\n  d\r\n  e\r\nf:\r\n", {"a": "b", "c": "d\ne\n", "f": None}),
    "old-mac-lines": Case("a: b\rc: d\r", {"a": "b", "c": "d"}),
    "byte-order-mark": Case("\ufeffa: b\n", {"a": "b"}),
    "no-newline-at-the-end": Case("a:\n  - b", {"a": ["b"]}),
    "explicit-document": Case("---\na: b\n...\n", {"a": "b"}),
    "tab-in-quotes-block-and-comment": Case(
        "a: 'b\tc'\nd: |\n  e\tf\n# \t x\n\"i\tj\": k\n",
        {"a": "b\tc", "d": "e\tf\n", "i\tj": "k"},
    ),
    "key-of-words": Case("? a\n: b\n", {"a": "b"}),
    "empty-file": Case("", None),
    "only-comments": Case("# a\n\n  # b\n", None),
    "words": Case("words\n", "words"),
    "list": Case("- a\n- b\n", ["a", "b"]),
}

REFUSED = {
    "null-words": Case(
        "a: ~\nb: null\nc: [NULL]\n",
        {"a": None, "b": None, "c": [None]},
        (("TC006", "~"), ("TC006", "null"), ("TC006", "NULL")),
    ),
    "duplicate-key": Case("a: 1\nb: 2\n'a': {c: d}\n", {"a": "1", "b": "2"}, (("TC003", "'a'"),)),
    "duplicate-key-inside-item": Case("- {a: 1, a: 2}\n", [{"a": "1"}], (("TC003", "a"),)),
    "anchor-and-alias": Case("a: &x one\nb: *x\n", {"a": "&x one", "b": "*x"}, (("TC005", "&x one"), ("TC005", "*x"))),
    "anchor-on-a-list": Case("a: &x\n  - b\n", {"a": ["b"]}, (("TC005", "&x"),)),
    "tag": Case(
        "a: !important note\nb: !!str c\n",
        {"a": "!important note", "b": "!!str c"},
        (("TC005", "!important note"), ("TC005", "!!str c")),
    ),
    "merge-key": Case("<<: {a: b}\nc: d\n", {"c": "d"}, (("TC005", "<<"),)),
    "two-documents": Case("a: b\n---\nc: d\n", None, (("TC005", "---"),)),
    "document-after-its-end": Case("a: b\n...\nc: d\n", None, (("TC005", ""),)),
    "directive": Case("%YAML 1.1\n---\na: b\n", {"a": "b"}, (("TC005", "%YAML 1.1"),)),
    "unknown-directive": Case("%off topic\n---\na: b\n", {"a": "b"}, (("TC005", "%off topic"),)),
    "bracket-as-key": Case("a: {{ name }}\n", {"a": {}}, (("TC005", "{"),)),
    "list-as-key": Case("? [a]\n: b\nc: d\n", {"c": "d"}, (("TC005", "["),)),
    "too-deep": Case("[" * (MAX_DEPTH + 5), None, (("TC008", "["),)),
    "too-deep-in-blocks": Case("- " * (MAX_DEPTH + 5) + "a\n", None, (("TC008", "-"),)),
    "half-a-character": Case('a: "\\ud83d"\n', {"a": "�"}, (("TC002", '"\\ud83d"'),)),
    "no-character": Case('a: b\nc: "\\UFFFFFFFF"\n', None, (("TC002", "\\"),)),
    "unknown-escape": Case('a: "C:\\dir"\n', None, (("TC002", "d"),)),
    "tab-before-key": Case("a:\n\tb: c\n", None, (("TC007", "\t"),)),
    "tab-before-key-inside-list": Case("a:\n  - b: c\n\td: e\n", None, (("TC007", "\t"),)),
    "tab-after-colon": Case("a:\tb\n", None, (("TC007", "\t"),)),
    "tab-after-dash": Case("-\ta\n", None, (("TC007", "\t"),)),
    "tab-between-words": Case("a: b\tc\n", None, (("TC007", "\t"),)),
    "tab-at-the-end": Case("a: b\t\n", None, (("TC007", "\t"),)),
    "tab-before-comment": Case("a: b\t# c\n", None, (("TC007", "\t"),)),
    "tab-after-block-mark": Case("a: |\t\n  b\n", None, (("TC007", "\t"),)),
    "tab-after-quotes-with-a-hash": Case('a: ["b # c",\td]\n', None, (("TC007", "\t"),)),
    "control-characters": Case("a: b\x0bc\nd: \x7f\n", None, (("TC001", "\x0b"), ("TC001", "\x7f"))),
    "nul": Case("a: \0\n", None, (("TC001", "\0"),)),
    "windows-quote-read-as-latin-1": Case("a: it\x92s\n", None, (("TC001", "\x92"),)),
    "foreign-line-ends": Case(
        "a: b\x85c: d\u2028e: f\u2029", None, (("TC001", "\x85"), ("TC001", "\u2028"), ("TC001", "\u2029"))
    ),
    "mark-inside-the-text": Case("a: b\ufeff\n", None, (("TC001", "\ufeff"),)),
    "half-a-character-in-the-text": Case("a: \ud800\n", None, (("TC001", "\ud800"),)),
    "indented-too-far": Case("a: 1\n b: 2\n", None, (("TC002", "b"),)),
    "indented-between": Case("a:\n  b: 1\n c: 2\n", None, (("TC002", "c"),)),
    "item-indented-between": Case("a:\n  - b: 1\n   - c: 2\n", None, (("TC002", "-"),)),
    "line-without-colon": Case("a: b\nwords\nc: d\n", None, (("TC002", "words"),)),
    "colon-without-space": Case("- a: b\n  lead:HR\n  c: d\n", None, (("TC002", ":"),)),
    "no-break-space-after-a-colon": Case("- a: b\n  lead:\u00a0HR\n  c: d\n", None, (("TC002", "\u00a0"),)),
    "bullet-of-a-word-processor": Case("- a: b\n\u2022 a: c\n  d: e\n", None, (("TC002", "\u2022"),)),
    "unfinished-merge": Case("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> two\n", None, (("TC002", "<<<<<<< HEAD"),)),
    "quote-never-closed-below": Case('a: b\n"c\n', None, (("TC002", '"'),)),
    "list-never-closed-after-a-strange-key": Case("A b: [c\nd: e\n", None, (("TC002", "["),)),
    "spaces-begin-a-block": Case("a: |\n \n   b\n", None, (("TC002", "b"),)),
}

LOST = {
    "colon-in-title": Case(
        "title: Phase 2: the plan\nb: c\n", {"title": "Phase 2: the plan", "b": "c"}, lost_words("Phase 2: the plan")
    ),
    "colon-at-the-end": Case("title: We will:\nb: c\n", {"title": "We will:", "b": "c"}, lost_words("We will:")),
    "colon-in-item": Case("a:\n  - b: c: d\n    e: f\n", {"a": [{"b": "c: d", "e": "f"}]}, lost_words("c: d")),
    "colon-in-old-mac-lines": Case("a: b\rc: d: e\rf: g\r", {"a": "b", "c": "d: e", "f": "g"}, lost_words("d: e")),
    "colon-in-windows-lines": Case(
        "a: b\r\nc: d: e\r\nf: g\r\n", {"a": "b", "c": "d: e", "f": "g"}, lost_words("d: e")
    ),
    "colon-in-continued-line": Case(
        "a: words\n  More: of them\nb: c\n", {"a": "words More: of them", "b": "c"}, lost_words("More: of them")
    ),
    "percent": Case("a: % of staff\nb: c\n", {"a": "% of staff", "b": "c"}, lost_words("% of staff")),
    "at": Case("a: @home\n", {"a": "@home"}, lost_words("@home")),
    "backquote": Case("a: `x` y\n", {"a": "`x` y"}, lost_words("`x` y")),
    "quote-and-more-words": Case('a: "Pathways" group\n', {"a": '"Pathways" group'}, lost_words('"Pathways" group')),
    "apostrophe": Case("a: 'tis the season\nb: c\n", {"a": "'tis the season", "b": "c"}, lost_words("'tis the season")),
    "bracket-and-more-words": Case("a: [TBC] Publish\n", {"a": "[TBC] Publish"}, lost_words("[TBC] Publish")),
    "brace-and-more-words": Case("a: {x} y\nb: c\n", {"a": "{x} y", "b": "c"}, lost_words("{x} y")),
    "closing-bracket": Case("a: ] x\n", {"a": "] x"}, lost_words("] x")),
    "closing-brace": Case("a: }\n", {"a": "}"}, lost_words("}")),
    "comma": Case("a: , x\n", {"a": ", x"}, lost_words(", x")),
    "star": Case("a: *important* note\n", {"a": "*important* note"}, lost_words("*important* note")),
    "star-alone": Case("a: * note\n", {"a": "* note"}, lost_words("* note")),
    "ampersand": Case("a: & more\n", {"a": "& more"}, lost_words("& more")),
    "exclamation-mark": Case("a: !{x\n", {"a": "!{x"}, lost_words("!{x")),
    "bar": Case("a: | x\n", {"a": "| x"}, lost_words("| x")),
    "bar-and-hash": Case("a: |# x\n", {"a": "|# x"}, lost_words("|# x")),
    "greater-than": Case("a: > 50 people\n", {"a": "> 50 people"}, lost_words("> 50 people")),
    "dash": Case("a: - x\n", {"a": "- x"}, lost_words("- x")),
    "question-mark": Case("a: ? x\n", {"a": "? x"}, lost_words("? x")),
    "item-with-percent": Case("- % of staff\n- b\n", ["% of staff", "b"], lost_words("% of staff")),
    "unclosed-double-quote": Case('a: "b\nc: d\n', {"a": '"b', "c": "d"}, lost_words('"b')),
    "unclosed-double-quote-closed-by-the-next": Case(
        'a: "b\nc: "d"\ne: f\n', {"a": '"b', "c": "d", "e": "f"}, lost_words('"b')
    ),
    "unclosed-apostrophe-closed-far-below": Case(
        "a: 'tis\nb: c\nd: technicians'\ne: f\n",
        {"a": "'tis", "b": "c", "d": "technicians'", "e": "f"},
        lost_words("'tis"),
    ),
    "unclosed-list": Case("a: [b, c\nd: e\n", {"a": "[b, c", "d": "e"}, lost_words("[b, c")),
    "unclosed-quote-over-lines": Case('a: "b\n  c\nd: e\n', {"a": '"b c', "d": "e"}, lost_words('"b')),
    "unclosed-list-over-lines": Case("a: [b,\n  c\nd: e\n", {"a": "[b, c", "d": "e"}, lost_words("[b,")),
    "unclosed-mapping": Case("a: {b: c\nd: e\n", {"a": "{b: c", "d": "e"}, lost_words("{b: c")),
    "comma-inside-braces": Case(
        "a: {title: Attend, learn, date: 2025}\n",
        {"a": {"title": "Attend, learn", "date": "2025"}},
        lost_words("learn"),
    ),
    "commas-inside-braces": Case(
        "a: {b: c, d, e: f, g, h}\n", {"a": {"b": "c, d", "e": "f, g, h"}}, (("TC004", "d"), ("TC004", "g"))
    ),
    "comma-after-quotes-inside-braces": Case('a: {b: "c", d}\n', {"a": {"b": "c, d"}}, lost_words("d")),
    "words-alone-inside-braces": Case("a: {b}\n", {"a": {}}, lost_words("b")),
    "words-after-a-list-inside-braces": Case("a: {b: [c], d}\n", {"a": {"b": ["c"]}}, lost_words("d")),
    "two-commas-inside-braces": Case("a: {b: c,, d: e}\nf: g\n", {"a": "{b: c,, d: e}", "f": "g"}, lost_words(",,")),
    "two-commas-inside-brackets": Case("a: [b, , c]\n", {"a": "[b, , c]"}, lost_words(", ,")),
    "no-comma-inside-braces": Case("a: {b: c d: e}\n", {"a": "{b: c d: e}"}, lost_words("d")),
    "no-comma-before-a-date": Case(
        "a: {2025: 1, b: 2 2026-03: 3}\n", {"a": "{2025: 1, b: 2 2026-03: 3}"}, lost_words("2026-03")
    ),
    "colon-inside-braces": Case("a: {b: C: d, e: f}\n", {"a": "{b: C: d, e: f}"}, lost_words("C: d")),
    "percent-inside-braces": Case("a: {b: 2,%}\n", {"a": "{b: 2,%}"}, lost_words("%")),
    "at-inside-brackets": Case("a: [b, @c]\n", {"a": "[b, @c]"}, lost_words("@c")),
    "quote-inside-brackets": Case('a: ["b, c]\n', {"a": '["b, c]'}, lost_words('["b, c]')),
    "brackets-at-both-ends": Case("a: [b] and [c]\n", {"a": "[b] and [c]"}, lost_words("[b] and [c]")),
    "hash-inside-braces": Case(
        "a: {b: c #d, e: f}\ng: h\n", {"a": "{b: c #d, e: f}", "g": "h"}, lost_words("#d, e: f}")
    ),
    "hash-inside-brackets-and-lines-between": Case(
        "a:\n  - b: [#c, d]\n\n  # e\n  - f\n", {"a": [{"b": "[#c, d]"}, "f"]}, lost_words("#c, d]")
    ),
    "hash-before-the-closing-bracket": Case("a: [b #]\n", {"a": "[b #]"}, lost_words("#]")),
    "item-below-a-value": Case("a: b\n  - c\n", {"a": "b - c"}, lost_words("-")),
    "many-lines": Case(
        "a: @x\nb: fine\nc: Phase 2: it\nd: \"so\ne:\n  - % f\n  - g: [h\n    i: ~\nj: {k: l, m}\nk: 'ok'\n",
        {
            "a": "@x",
            "b": "fine",
            "c": "Phase 2: it",
            "d": '"so',
            "e": ["% f", {"g": "[h", "i": None}],
            "j": {"k": "l, m"},
            "k": "ok",
        },
        (
            ("TC004", "@x"),
            ("TC004", "Phase 2: it"),
            ("TC004", '"so'),
            ("TC004", "% f"),
            ("TC004", "[h"),
            ("TC006", "~"),
            ("TC004", "m"),
        ),
    ),
    "then-what-cannot-be-recovered": Case(
        "a: @x\nb: %y\n c: d\n", None, (("TC004", "@x"), ("TC004", "%y"), ("TC002", "c"))
    ),
}

CASES = {**VALUES, **REFUSED, **LOST}


@contextmanager
def parser(*, pure: bool) -> Iterator[None]:
    """Read with the pure parser alone, or with libyaml before it (where that is installed)."""
    before = os.environ.pop(parsers.PURE_VARIABLE, None)
    if pure:
        os.environ[parsers.PURE_VARIABLE] = "1"
    _forget()
    try:
        yield
    finally:
        os.environ.pop(parsers.PURE_VARIABLE, None)
        if before is not None:
            os.environ[parsers.PURE_VARIABLE] = before
        _forget()


def _forget() -> None:
    parsers.has_c_parser.cache_clear()
    parsers._c_parser.cache_clear()  # noqa: SLF001 (a run of the program never changes its mind, so there is no door)


def read_both(text: str) -> Document:
    """The document, once both parsers have agreed on values, marks and problems."""
    with parser(pure=True):
        slow = read_text(text, "plan.yaml")
    with parser(pure=False):
        fast = read_text(text, "plan.yaml")
    assert fast == slow
    return fast


def underlined(document: Document) -> tuple[tuple[str, str], ...]:
    """The code of every problem with the words it points at, as in `Case.problems`."""
    return tuple(
        (one.code.code, document.text[one.span.start : one.span.end] if one.span else "") for one in document.problems
    )


def paths_of(data: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Every place below the top, with its value."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield (*path, step), value
        yield from paths_of(value, (*path, step))


def test_without_libyaml_the_pure_parser_reads_alone() -> None:
    """The environment variable leaves the C library out, so that these tests compare two parsers."""
    with parser(pure=True):
        assert not parsers.has_c_parser()


def test_libyaml_reads_where_it_is_installed() -> None:
    """Else the comparisons below would compare the pure parser with itself."""
    pytest.importorskip("_ruamel_yaml")
    with parser(pure=False):
        assert parsers.has_c_parser()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_both_parsers_read_the_same_values_and_find_the_same_problems(case: Case) -> None:
    """What is read and what is underlined is as the table says."""
    document = read_both(case.text)
    assert document.data == case.data
    assert underlined(document) == case.problems


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_value_has_a_mark_that_shows_it(case: Case) -> None:
    """A key's mark holds the key, a value's mark its words, and an empty value is right after its colon or dash."""
    document = read_both(case.text)
    values = dict(paths_of(document.data))
    assert values.keys() <= document.marks.keys()
    for path, value in values.items():
        mark = document.marks[path]
        assert mark.key is None if isinstance(path[-1], int) else str(path[-1]) in document.text[slice(*mark.key or ())]
        if value is None and mark.value.start == mark.value.end:
            assert document.text[: mark.value.end].rstrip(" ")[-1] in ":-"
        elif isinstance(value, str) and mark.style == "plain" and value:
            assert document.text[slice(*mark.value)].replace('"c"', "c").split() == value.split()
        elif isinstance(value, str) and value:
            assert document.text[mark.value.start] == mark.style or mark.style == "plain"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_finding_says_what_to_do_on_one_line(case: Case) -> None:
    """Message and help are sentences without a line break; neither quotes the jargon of a parser."""
    for problem in read_both(case.text).problems:
        for words in (problem.message, problem.help):
            assert words
            assert words == " ".join(words.split("\n"))
            assert not any(jargon in words for jargon in ("<block", "scalar", "token", "expected '", "simple key"))


REFUSED_BY_LIBYAML = ("flow-list-of-addresses", "emoji-as-two-escapes")
ORDINARY = {
    name: case
    for name, case in VALUES.items()
    if isinstance(case.data, dict) and "\t" not in case.text and name not in REFUSED_BY_LIBYAML
}


@pytest.mark.parametrize("case", ORDINARY.values(), ids=ORDINARY.keys())
def test_an_ordinary_file_is_read_by_libyaml_alone(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pure parser, ten times slower, decides only where a file has something unusual."""
    pytest.importorskip("_ruamel_yaml")
    monkeypatch.setattr("tcplan.yaml_reader.parse_with_recovery.pure_events", None)
    with parser(pure=False):
        assert read_text(case.text, "plan.yaml").data == case.data


@pytest.mark.parametrize(
    ("text", "path", "key", "value", "style"),
    [
        ("a: b c # d\n", ("a",), "a", "b c", "plain"),
        ("'a': \"b\"\n", ("a",), "'a'", '"b"', '"'),
        ("a:\n", ("a",), "a", "", "plain"),
        ("a: |\n  b\nc: d\n", ("a",), "a", "|\n  b\n", "|"),
        ("a: [b, c]\n", ("a",), "a", "[b, c]", "flow"),
        ("a: [b, c]\n", ("a", 1), None, "c", "plain"),
        ("a: {b: c}\n", ("a", "b"), "b", "c", "plain"),
        ("a:\n  - b: c\n    d: e\n\nf: g\n", ("a",), "a", "- b: c\n    d: e", "block"),
        ("a:\n  - b: c\n    d: e\n\nf: g\n", ("a", 0), None, "b: c\n    d: e", "block"),
        ("\ufeffa: 😀 b\r\nc: d\r\n", ("c",), "c", "d", "plain"),
        ("a: one\n  two\nb: c\n", ("a",), "a", "one\n  two", "plain"),
        ("a: {b: c, d}\n", ("a", "b"), "b", "c, d", "plain"),
    ],
)
def test_a_mark_spans_exactly_its_key_and_value(text: str, path: Path, key: str | None, value: str, style: str) -> None:
    """Offsets count characters of the text without a byte order mark; a collection ends with its last value."""
    document = read_both(text)
    mark = document.marks[path]
    shown = None if mark.key is None else document.text[slice(*mark.key)]
    assert (shown, document.text[slice(*mark.value)], mark.style) == (key, value, style)


def test_a_recovered_value_has_a_place_in_the_plan() -> None:
    """The finding about lost words has the path of the value they belong to."""
    document = read_both("actions:\n  - id: 1\n    title: Phase 2: it\n")
    assert [problem.path for problem in document.problems] == [("actions", 0, "title")]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("title: Phase 2: the plan\n", 'title: "Phase 2: the plan"'),
        ("a:\n  - % of staff\n", '- "% of staff"'),
        ('a:\n  - title: "Pathways" group\n', "title: '\"Pathways\" group'"),
        ('a: "unclosed\n', 'a: "unclosed"'),
        ("a: 'tis\n", 'a: "\'tis"'),
        ("2025-12: @x\n", '2025-12: "@x"'),
        ("a: {title: Attend, learn}\n", 'title: "Attend, learn"'),
        ("a: *x*\n", '"*x*"'),
    ],
)
def test_the_help_prints_the_line_as_it_should_be(text: str, written: str) -> None:
    """What the help says can be copied into the file, and is then read as the words that were meant."""
    document = read_both(text)
    [problem] = document.problems
    assert problem.help.endswith(f": {written}")
    fixed = read_both(written)
    assert not fixed.problems
    assert next(value for _, value in paths_of({"top": fixed.data}) if isinstance(value, str)).strip("\"'") in text


def test_a_file_of_broken_lines_is_reported_up_to_a_limit() -> None:
    """Every broken line is found in one run; where hundreds are broken the rest is said to be no YAML."""
    lines = [f"  - title: Phase {number}: it\n" for number in range(MAX_RECOVERIES + 10)]
    found = read_both("actions:\n" + "".join(lines[:MAX_RECOVERIES]))
    assert len(found.problems) == MAX_RECOVERIES
    assert found.data == {"actions": [{"title": f"Phase {number}: it"} for number in range(MAX_RECOVERIES)]}
    assert underlined(read_both("actions:\n" + "".join(lines)))[-1] == ("TC002", ":")


def test_a_broken_line_is_recovered_without_reading_the_file_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parsers begin at the entry that is broken, so that fifty broken lines take little longer than one."""
    lines = [f"  - id: {number}\n    title: {'Phase: ' if number % 10 == 0 else ''}it\n" for number in range(400)]
    text = "actions:\n" + "".join(lines)
    read = []
    events = parsers.pure_events

    def counted(text: str) -> parsers.Events:
        for event in events(text):
            read.append(event)
            yield event

    monkeypatch.setattr("tcplan.yaml_reader.parse_with_recovery.pure_events", counted)
    with parser(pure=True):
        assert len(read_text(text, "plan.yaml").problems) == 40
    whole = len(list(events(text.replace("Phase: ", ""))))
    assert len(read) < 5 * whole


def test_characters_that_no_text_holds_are_listed_up_to_a_limit() -> None:
    """All places are named in one run, but not those of a file that is no text at all."""
    assert len(read_both("\0\1" * 5).problems) == 10
    assert len(read_both("\0" * 1000).problems) == MAX_CHARACTERS


def test_a_tab_is_counted_once() -> None:
    """One finding says where the first tab is and how many more there are, since one slip makes many."""
    [problem] = read_both("a:\tb\nc:\td\ne:\tf\n").problems
    assert problem.message.endswith("(and 2 more)")


def test_problems_next_to_a_tab_are_reported_too() -> None:
    """A tab hides nothing else that is wrong with the file."""
    assert underlined(read_both("a: [b,\tc]\nd: ~\na: e\n")) == (("TC006", "~"), ("TC003", "a"), ("TC007", "\t"))


def test_a_duplicate_key_names_the_first() -> None:
    """The finding points at the second key and shows the first beside it."""
    document = read_both("a: 1\nb: 2\na: 3\n")
    [problem] = document.problems
    assert problem.span == (10, 11)
    assert problem.also == ("a",)
    assert document.marks[problem.also].key == (0, 1)


# Properties.


@given(st.text())
@settings(max_examples=300)
@example("\ufeff")
@example('"\\UFFFFFFFF"')
@example("a: \ud800")
def test_any_text_is_read_alike_by_both_parsers(text: str) -> None:
    """Whatever is in a file, reading it never raises, and both parsers say the same."""
    check_spans(read_both(text))


FRAGMENTS = (
    *(
        "a",
        "b",
        "a: ",
        "- ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        '"',
        "'",
        "#",
        " #",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\r\n",
        "\r",
    ),
    *("|", ">", "&", "*", "!", "\t", "?", "? ", "%", "@", "~", "<<: ", "---", "...", "|-\n  ", "\\", "`", "é", "😀"),
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
@settings(max_examples=600)
@example("a: |\n \n   b")
@example("a: >#b")
@example('a: [b, "c":, d]')
@example("|\n#")
@example("a: {b, c: [d]: e}")
@example("*a: b")
def test_any_mixture_of_yaml_is_read_alike_by_both_parsers(text: str) -> None:
    """The two read values, marks, problems and spans alike, whatever the marks of YAML are put together to."""
    check_spans(read_both(text))


PIECES = (
    *("id: 1.10\n", "title: Two words\n", "due: [2026-03, 2026-12]\n", "period: {start: 2025-01, end: 2027-12}\n"),
    *(
        "about: |\n",
        "note: >-\n",
        "  - ",
        "- ",
        "    ",
        "  ",
        "text of a block\n",
        "'quoted' ",
        '"quoted\n  on" ',
        "# note\n",
    ),
    *("x: Phase 2: it\n", "y: % z\n", 'z: "open\n', "steps:\n", "\n", "\r\n"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
@settings(max_examples=200)
def test_any_mixture_of_lines_of_a_plan_is_read_alike_by_both_parsers(text: str) -> None:
    """The same with larger pieces, which are sound more often."""
    check_spans(read_both(text))


def check_spans(document: Document) -> None:
    """Every span is in the text, and marks are only at places that the data have (or had, before a recovery)."""
    size = len(document.text)
    spans = [span for mark in document.marks.values() for span in (mark.key, mark.value) if span is not None]
    spans += [problem.span for problem in document.problems if problem.span is not None]
    assert all(0 <= span.start <= span.end <= size for span in spans)
    assert all(problem.message and problem.help for problem in document.problems)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"))
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(WORDS, DATA, max_size=4), st.sampled_from(["'", '"']), st.booleans())
@settings(max_examples=120)
def test_quoted_text_is_read_back_exactly(data: dict[str, Value], quotes: str, flow: bool) -> None:  # noqa: FBT001
    """What another program has written, every text in quotes, is read as it was; each mark shows its text."""
    document = read_both(dumped(data, quotes, flow=flow))
    assert not document.problems
    assert document.data == data
    for path, value in paths_of(data):
        if isinstance(value, str):
            shown = document.text[slice(*document.marks[path].value)]
            assert shown[0] == shown[-1] == document.marks[path].style
            assert longest_plain(value) in shown


def dumped(data: Value, quotes: str, *, flow: bool) -> str:
    """The data as ruamel writes them, all texts in the given quotes."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_style = quotes  # type: ignore[assignment]  # ruamel's annotation says None
    yaml.default_flow_style = flow
    yaml.allow_unicode = True
    yaml.width = 60
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def longest_plain(text: str) -> str:
    """The longest stretch of letters and digits, which no quoting changes or breaks."""
    ends = [-1, *(at for at, letter in enumerate(text) if not (letter.isascii() and letter.isalnum())), len(text)]
    return max((text[start + 1 : end] for start, end in pairwise(ends)), key=len)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_mark_is_found_by_its_path_as_in_the_order_of_the_text(case: Case) -> None:
    """Whatever is wrong with the file."""
    marks = read_text(case.text, "plan.yaml").marks
    assert list(marks.items()) == [(path, marks[path]) for path in marks]
    assert list(marks.values()) == [mark for _, mark in marks.items()]
    assert [marks.path_of(number) for number, _ in enumerate(marks)] == list(marks)
    for path, mark in marks.items():
        inside = (marks[one] for one in marks if one[:-1] == path)
        assert marks.first_in(path) == next(inside, None)
        assert mark.value.start <= mark.value.end


def test_values_are_found_by_how_they_are_written() -> None:
    """Each with its number in the order of the text."""
    text = "a: b\nc:\n  - 'd'\n  - |\n    e\nf: {g: h}\n"
    marks = read_text(text, "plan.yaml").marks
    assert [
        (marks.path_of(number), text[start:end])
        for number, start, end in marks.values_in(NodeStyle.PLAIN, NodeStyle.SINGLE_QUOTED)
    ] == [
        (("a",), "b"),
        (("c", 0), "'d'"),
        (("f", "g"), "h"),
    ]
    assert [marks.path_of(number) for number, _, _ in marks.values_in(NodeStyle.LITERAL, NodeStyle.FOLDED)] == [
        ("c", 1)
    ]


@pytest.mark.parametrize("path", [(), ("b",), ("a", "b"), ("a", 0), ("c", 2), ("c", "d"), ("c", 0, 0)])
def test_a_path_that_leads_nowhere_has_no_mark(path: Path) -> None:
    """Neither below a text, nor after the end of a list, nor the file itself."""
    assert read_text("a: b\nc:\n  - d\n  - e\n", "plan.yaml").marks.get(path) is None


def test_marks_take_less_than_thirty_bytes_an_entry() -> None:
    """As paths and spans they took four hundred."""
    text = "actions:\n" + "".join(f"  - id: 1.{number}\n    title: Hold a talk\n" for number in range(2_000))
    document = read_text(text, "plan.yaml")
    numbers = range(6 * len(document.marks))
    gc.collect()
    tracemalloc.start()
    marks = Marks(document.data, array("i", numbers))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(marks) == 6_001
    assert taken < 30 * len(marks)


@pytest.mark.skipif(parsers.PURE_VARIABLE in os.environ, reason="the pure parser takes much more")
def test_reading_takes_hardly_more_memory_than_what_is_kept() -> None:
    """No second copy of the text, such as its bytes, is kept until it has been read."""
    text = "actions:\n" + "".join(f"  - id: 1.{number}\n    title: {'talk ' * 40}\n" for number in range(2_000))
    read_text("a: b\n", "plan.yaml")
    gc.collect()
    tracemalloc.start()
    document = read_text(text, "plan.yaml")
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert document.data is not None
    assert peak - kept < len(text) / 3
