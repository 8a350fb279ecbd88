"""What a page may do that the templates of a workspace have made: load nothing, send nothing and run no script.

The browser sees to it, told by a policy at the top of the page. A template may leave it out, weaken it or hide it in a
comment, so where ours is not at its place a strict one is put before everything that could load something.
"""

import re
from functools import cache
from typing import Final

from tcplan.errors import UsageError

BASE: Final = "default-src 'none'; style-src 'unsafe-inline'"
OWN_DATA: Final = ("img-src data:", "font-src data:")
"""What a template may add: pictures and letters that are in the page itself."""

_HINT: Final = "extend tcplan/html/page.html.j2, or begin the page as `tcplan templates eject page --whole` does"
_INTRODUCTION: Final = "a template cannot be used: "


@cache
def _top_pattern() -> re.Pattern[str]:
    """The beginning of a page, in which nothing can hide what follows, with the policy, if there is one."""
    meta = r'<meta charset="utf-8">\s*(?:<meta name="viewport" content="[^"<>]*">\s*)?'
    return re.compile(
        rf"\s*<!doctype html>\s*<html[^<>]*>\s*<head>\s*(?:{meta})?"
        r'(?P<policy><meta http-equiv="Content-Security-Policy" content="(?P<words>[^"<>]*)">)?',
        re.IGNORECASE,
    )


@cache
def _command_pattern() -> re.Pattern[str]:
    """The beginning of an element by which a page can send its reader, or what is typed, elsewhere."""
    return re.compile(r"<(?P<name>meta|base|link|form|button|input)(?![\w:-])(?P<rest>[^>]*>?)", re.IGNORECASE)


@cache
def _attributes_pattern() -> re.Pattern[str]:
    """Attributes that are plainly written, so that no browser reads others in them."""
    return re.compile(r"""(?:\s+(?!(?:form)?action|http-equiv)[\w-]+(?:="[^"<>]*")?)*\s*/?>""", re.IGNORECASE)


def guard_page(text: str, script: str) -> str:
    """The page with its policy; `script` is the source of the only script that it may run, if there is one.

    Raises: UsageError where the beginning of the page could hide the policy or weakens it, or where the page has an
        element that sends the reader elsewhere, which no policy prevents.
    """
    top = _top_pattern().match(text)
    if top is None:
        raise UsageError(
            f"{_INTRODUCTION}the page does not begin with `<!doctype html>`, `<html ...>` and `<head>`", _HINT
        )
    scripts = (f"script-src '{script}'",) if script else ()
    if top["policy"]:
        _check_policy(top["words"], scripts)
        _refuse_commands(text, top.end("policy"))
        return text
    _refuse_commands(text, 0)
    policy = "; ".join((BASE, *OWN_DATA, *scripts))
    return f'{text[: top.end()]}<meta http-equiv="Content-Security-Policy" content="{policy}">{text[top.end() :]}'


def _check_policy(policy: str, scripts: tuple[str, ...]) -> None:
    """Raise UsageError unless a policy is ours, with what may be added."""
    first, *more = (one.strip() for one in policy.removeprefix(BASE).split(";"))
    wrong = [one for one in more if one not in (*OWN_DATA, *scripts)]
    if not policy.startswith(BASE) or first or wrong:
        raise UsageError(
            f"{_INTRODUCTION}the page asks the browser to allow `{'; '.join(wrong) or policy}`",
            f"the block `allow` may add {' and '.join(f'`; {one}`' for one in OWN_DATA)}",
        )


def _refuse_commands(text: str, start: int) -> None:
    """Raise UsageError for an element that sends a reader elsewhere without a click on a link."""
    for found in _command_pattern().finditer(text, start):
        is_plain = _attributes_pattern().fullmatch(found["rest"]) is not None
        if not is_plain or found["name"].lower() in ("base", "link"):
            line = text.count("\n", 0, found.start()) + 1
            raise UsageError(
                f"{_INTRODUCTION}line {line} of the page has a `<{found['name']}>` that could lead its reader away",
                "leave it out, or write its attributes with quotation marks",
            )
