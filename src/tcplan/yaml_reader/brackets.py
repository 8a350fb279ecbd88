"""Lists in `[]` and entries in `{}` on one line: whether YAML can read them, and what is in its way if not."""

import re
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from tcplan.findings.span import Span
from tcplan.yaml_reader.parsers import YamlSyntaxError, pure_events
from tcplan.yaml_reader.quoting import quoted
from tcplan.yaml_reader.yaml_features import MAX_DEPTH

CLOSING: Final = {"[": "]", "{": "}"}


@cache
def _any_bracket_pattern() -> re.Pattern[str]:
    return re.compile(r"[\[\]{}]")


@cache
def _two_commas_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<words>,\s*,)")


_WORDS = r"[^,\[\]{}:'\"]"


@cache
def _hash_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<key>[\w.][\w. -]*: +)?(?P<words>(?:{_WORDS}*[^\s,\[\]{{}}:'\"] +)?)#(?P<rest>[^,\]}}]*)")


@cache
def _no_comma_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\s,{\[:]) +(?P<words>[a-z_]+|\d{4}-\d\d(?:-\d\d)?)(?=: )")


@cache
def _colon_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<=[{{,])\s*(?P<key>[\w. -]+: +)(?P<words>{_WORDS}*: [^,\]}}]*)")


@cache
def _comment_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=[\s\[{,])#")


@cache
def _list_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<words>.[^\[\]{}]*.)")


@cache
def _entries_all_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<words>.*)")


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(r"[\[{,]\s*(?:[\w. -]+: +)?(?P<words>(?P<mark>[%@`*&!|>])[^,\[\]{}]*)")


@cache
def _entries_pattern() -> re.Pattern[str]:
    return re.compile(r"[\w. -]+: ")


class FlowError(NamedTuple):
    """What is wrong between brackets, what to do, and where."""

    message: str
    help: str
    span: Span


def is_whole(words: str) -> bool:
    """Whether words are a list or entries in brackets that YAML can read, with at most a comment after them."""
    if _is_deep(words):
        return False
    try:
        kinds = [(type(event).__name__, getattr(event, "flow_style", None)) for event in pure_events(words)]
    except YamlSyntaxError:
        return False
    openings = takewhile(lambda kind: not kind[0].endswith("EndEvent"), kinds)
    return any(name in ("SequenceStartEvent", "MappingStartEvent") and flow for name, flow in list(openings)[2:3])


def _is_deep(words: str) -> bool:
    """Whether brackets are inside each other as in no plan: the parser's time grows with the square of their depth."""
    depth = 0
    for found in _any_bracket_pattern().finditer(words):
        depth += 1 if found[0] in CLOSING else -1
        if depth > MAX_DEPTH:
            return True
    return False


def is_left_open(words: str) -> bool:
    """Whether words begin with a bracket that nothing closes before the line, or a comment in it, ends."""
    closing = CLOSING.get(words[0])
    return closing is not None and closing not in _comment_pattern().split(words, maxsplit=1)[0]


def diagnose_flow(words: str, start: int) -> FlowError | None:
    """What keeps words that begin at an offset from being a list or entries; None where they are more likely a text."""
    # The order is that of certainty: what hides the rest of the line comes first, and what is only guessed last.
    closing, is_braces = CLOSING[words[0]], words[0] == "{"
    if is_braces and not _entries_pattern().match(words, 1):
        return None
    if found := _comment_pattern().search(words):
        return _hash(words, start, found.start(), closing)
    if words[-1] != closing:
        return None
    if found := _two_commas_pattern().search(words):
        message, help_text = "there are two commas here with nothing between them", "delete one of the two"
    elif is_braces and (found := _no_comma_pattern().search(words)):
        message, help_text = (
            f"there is no comma before `{found['words']}`",
            f"write a comma and a space before `{found['words']}:`",
        )
    elif is_braces and (found := _colon_pattern().search(words)):
        message = "the `: ` inside this text turns the words before it into a key"
        help_text = f"put the words in quotes: {found['key']}{quoted(found['words'])}"
    elif found := _mark_pattern().search(words):
        message = f"a text cannot begin with `{found['mark']}`"
        comma = ", or delete the comma before it" if found[0][0] == "," else ""
        help_text = f"put it in quotes: {quoted(found['words'])}{comma}"
    elif found := (_entries_all_pattern() if is_braces else _list_pattern()).fullmatch(words):
        message = "YAML cannot read what is between these brackets"
        help_text = "put each text that contains a quote, a colon or another mark in quotes"
    else:
        return None
    return FlowError(message, help_text, Span(start + found.start("words"), start + found.end("words")))


def _hash(words: str, start: int, at: int, closing: str) -> FlowError:
    """A `#` that hides the closing bracket; `at` is where it is in the words."""
    message = f"the `#` begins a comment, so the `{closing}` after it is not read"
    help_text = f"put each text that contains a `#` in quotes, and end with `{closing}`"
    found = next((one for one in _hash_pattern().finditer(words) if one.start() <= at < one.end()), None)
    if found and words[-1] == closing and found.end() > at + 1:
        whole = (found["words"] + "#" + found["rest"]).strip()
        help_text = f"put the words in quotes: {found['key'] or ''}{quoted(whole)}; or delete the `#`"
    return FlowError(message, help_text, Span(start + at, start + len(words)))
