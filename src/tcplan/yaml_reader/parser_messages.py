"""What a YAML parser says, in words for people who do not know YAML."""

from typing import Final

_INDENTATION: Final = "indent the lines that belong together by the same number of spaces"
_TEXT_ABOVE: Final = "indent the line like its neighbours, or put the text that it continues in quotes"
_QUOTES: Final = "put the text in quotes"
_BLOCK: Final = "end the line after `|` or `>`, and indent the text below it; if these are words, put them in quotes"
_ESCAPE: Final = "write two backslashes instead of one, or put the text in single quotes"

_CLOSE_QUOTE: Final = "close it at the end of the text, and indent the lines that belong to it"

OPEN_QUOTE: Final = "the quote is still open in a line that cannot belong to it"
"""What the composer says in the manner of a parser."""

_PLAIN: Final = (
    ("mapping values are not allowed", "there is a `: ` where a key cannot be", _TEXT_ABOVE),
    (
        "could not find expected ':'",
        "this line is neither a key nor part of a text",
        "write it as key: value",
    ),
    ("sequence entries are not allowed", "there is a `- ` where a list item cannot be", _INDENTATION),
    ("mapping keys are not allowed", "there is a `? ` where a key cannot be", _QUOTES),
    (OPEN_QUOTE, "the quote that opens here is not closed where its text ends", _CLOSE_QUOTE),
    ("a quoted scalar found unexpected end", "the quote that opens here is never closed", _CLOSE_QUOTE),
    ("unexpected document separator", "there is a line of `---` or `...` inside quotes", "indent that line"),
    (
        "unknown escape character",
        "a backslash in double quotes begins an escape, but YAML has no escape with this letter",
        _ESCAPE,
    ),
    ("escape sequence", "a backslash in double quotes begins an escape, but this one is not complete", _ESCAPE),
    (
        "more indented follow up line",
        "the block of text above begins with a line of spaces",
        "delete the spaces in that line",
    ),
    (
        "scanning a block scalar",
        "a `|` or `>` begins a block of text, but something else follows it on its line",
        _BLOCK,
    ),
    ("cannot start any token", "a value cannot begin with this character", _QUOTES),
    ("parsing a flow sequence", "the list that opens here is not closed, or lacks a comma", "close it with `]`"),
    ("parsing a flow mapping", "the mapping that opens here is not closed, or lacks a comma", "close it with `}`"),
    ("parsing a block collection", "this line is not in line with the list items above it", _INDENTATION),
    ("parsing a block mapping", "this line is not in line with the keys above it", _INDENTATION),
    ("expected the node content", "a value cannot begin with this character", _QUOTES),
    ("expected '<document start>'", "this does not belong to the lines above it", _INDENTATION),
    ("scanning a directive", "a line that begins with `%` is an instruction to YAML", _QUOTES),
    ("directive", "a line that begins with `%` is an instruction to YAML", _QUOTES),
    ("scanning an a", "`&` and `*` have a meaning of their own at the beginning of a word", _QUOTES),
    ("tag", "`!` has a meaning of its own at the beginning of a word", _QUOTES),
)
_LAYOUT: Final = (
    "mapping values are not allowed",
    "could not find expected ':'",
    "sequence entries are not allowed",
    "parsing a block",
    "expected '<document start>'",
    "scanning a block scalar",
    "cannot start any token",
    "expected the node content",
)
_AT_CONTEXT: Final = ("could not find expected ':'", "a quoted scalar found", "parsing a flow", OPEN_QUOTE)

_OTHERWISE: Final = (
    "this cannot be read as YAML",
    "compare the indentation, quotes and brackets here and in the line above",
)


def in_plain_words(says: str) -> tuple[str, str]:
    """What is wrong and what to do, for what a parser says."""
    return next(((message, help_text) for part, message, help_text in _PLAIN if part in says), _OTHERWISE)


def is_about_context(says: str) -> bool:
    """Whether the place to look at is where the thing begins, rather than where the parser gave up."""
    return any(part in says for part in _AT_CONTEXT)


def is_about_layout(says: str) -> bool:
    """Whether a line may begin in the wrong column."""
    return any(part in says for part in _LAYOUT)
