"""Characters that only look right at the beginning of a line, and other slips that people see and parsers do not."""

import re
from functools import cache

from tcplan.findings.span import Span
from tcplan.values.bullets import BULLETS, DASHES


@cache
def _odd_patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return (
        (
            re.compile(r"^[ -]*(\u00a0)", re.MULTILINE),
            "this is a no-break space, as word processors write it",
            "write an ordinary space instead",
        ),
        (
            re.compile(r"^ *(?:- +)*[\w-]+:(\u00a0)", re.MULTILINE),
            "the space after this colon is a no-break space, as word processors write it",
            "write an ordinary space instead",
        ),
        (
            re.compile(rf"^ *([\u00b7{BULLETS}])[ \t\u00a0]", re.MULTILINE),
            "this line begins with a bullet, as word processors write it, not with a hyphen",
            "begin the item with `- `, a hyphen and a space",
        ),
        (
            re.compile(rf"^ *([{DASHES}])[ \u00a0]", re.MULTILINE),
            "this line begins with a dash, as word processors write it, not with a hyphen",
            "begin the item with `- `, a hyphen and a space",
        ),
        (
            re.compile(r"^ *(-)[a-z_]+: ", re.MULTILINE),
            "there is no space after the hyphen",
            "begin the item with `- `",
        ),
    )


@cache
def _unspaced_colon_pattern() -> re.Pattern[str]:
    return re.compile(r"^ *(?:- +)*(?P<key>[a-z_]+)(?P<colon>:)[^\s:/]", re.MULTILINE)


@cache
def _merge_pattern() -> re.Pattern[str]:
    return re.compile(r"^(?:<{7}|>{7})(?: [^\r\n]*)?$", re.MULTILINE)


def odd_beginning(text: str, start: int, end: int) -> tuple[str, str, Span] | None:
    """What is wrong and what to do where a line between two offsets begins with a character that only looks right."""
    for pattern, message, help_text in _odd_patterns():
        line_end = text.find("\n", end)
        if found := pattern.search(text[start : line_end if line_end >= 0 else len(text)]):
            return message, help_text, Span(start + found.start(1), start + found.end(1))
    return None


def unspaced_colon(text: str, start: int, end: int) -> tuple[str, str, Span] | None:
    """What is wrong with the first line between two offsets that would be a key with a space after its colon."""
    for found in _unspaced_colon_pattern().finditer(text, start, end):
        message = f"there is no space after the colon of `{found['key']}`"
        return message, f"write `{found['key']}: `, with a space after the colon", Span(*found.span("colon"))
    return None


def unfinished_merge(text: str) -> tuple[str, str, Span] | None:
    """The first line of the marks that git leaves in a file when it cannot merge two versions of it."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None  # looked for in every file, and a search by pattern takes ten times as long
    found = _merge_pattern().search(text)
    if found is None:
        return None
    message = "git has not finished a merge: both versions are here"
    help_text = (
        "write what is right, from one version or from both: two reports may both stay, and two new actions if each "
        "has an id of its own; then delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
    )
    return message, help_text, Span(*found.span())
