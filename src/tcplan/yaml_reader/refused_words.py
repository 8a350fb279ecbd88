"""Words that YAML refuses: for which reason, and which text their writer meant."""

import re
from functools import cache
from typing import Final

from tcplan.yaml_reader.brackets import CLOSING, is_whole

_INDICATORS: Final = {
    '"': "a text that begins with a quote must be in quotes as a whole",
    "'": "a text that begins with a quote must be in quotes as a whole",
    "[": "a leading `[` begins a list",
    "{": "a leading `{` begins a mapping",
    "]": "a leading `]` ends a list",
    "}": "a leading `}` ends a mapping",
    ",": "a text cannot begin with a comma",
    "%": "a text cannot begin with `%`",
    "@": "a text cannot begin with `@`",
    "`": "a text cannot begin with a backquote",
    "*": "a leading `*` refers to an anchor",
    "&": "a leading `&` makes an anchor",
    "!": "a leading `!` makes a tag",
    "|": "a leading `|` begins a block of lines",
    ">": "a leading `>` begins a block of lines",
    "-": "a leading `- ` begins a list item",
    "?": "a leading `? ` begins a key",
}


@cache
def _begins_text_pattern() -> re.Pattern[str]:
    """What begins with a character of YAML and is certainly a text: words go on after the bracket or the emphasis."""
    return re.compile(r"[%@`]|\[[^\[\]{}]+\] *[^\s,:]|\{[^\[\]{}]+\} *[^\s,:]|(\*+)\w[^*]*\w\1 ?[^*]*$")


@cache
def _apostrophes_pattern() -> re.Pattern[str]:
    """A text in single quotes with apostrophes inside words."""
    return re.compile(r"'(?:[^']|(?<=\w)'(?=\w))+'")


@cache
def _block_mark_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>][-+0-9]*(?: +#.*)?")


@cache
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?: +#.*| *$)""")


def reason_of_refusal(words: str) -> str:
    """Why YAML cannot take words as the value of a key or item; empty where it can."""
    if words[0] in "-?" and words[1:2] != " ":
        return ""
    if is_quoted(words):
        return ""
    if _block_mark_pattern().fullmatch(words) or (words[0] in CLOSING and is_whole(words)):
        return ""
    if words[0] in _INDICATORS:
        return _INDICATORS[words[0]]
    if ": " in words or words.endswith(":"):
        return "`: ` inside a text turns the words before it into a key"
    return ""


def is_quoted(words: str) -> bool:
    """Whether words are a text in quotes, with at most a comment after it."""
    return words[0] in "'\"" and _quoted_pattern().match(words) is not None


def certain_words(words: str) -> str | None:
    """The text that is meant by words that YAML cannot take, or None where they may mean another."""
    if " #" in words or "\\" in words:
        return None  # a comment, an escape: who writes those knows what they mean to YAML
    match words[0]:
        case '"':
            count = words.count('"')
            return without_lone_quote(words) if count == 1 or (count == 2 and words[-1] != '"') else None  # noqa: PLR2004 (a pair)
        case "'":
            return without_lone_quote(words) if _apostrophes_pattern().fullmatch(words) else None
        case first:
            return words if first not in _INDICATORS or _begins_text_pattern().match(words) else None


def without_lone_quote(words: str) -> str:
    """A half-quoted text without the lone quote it begins with; one with a quote inside without those around it."""
    if words[0] == words[-1] == "'" and len(words) > 2:  # noqa: PLR2004 (more than the two quotes)
        return words[1:-1].replace("''", "'")
    if words[0] in "'\"" and words.count(words[0]) == 1:
        return words[1:] if words[0] == '"' else words
    return words
