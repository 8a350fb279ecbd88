"""Which rules count: those of the profile, or the selected ones, without the ignored ones."""

from collections.abc import Iterable
from typing import Final

from tcplan.errors import UsageError
from tcplan.finding import Code, Severity
from tcplan.near import did_you_mean
from tcplan.rules import RULES, reading
from tcplan.settings import Profile, Settings

ALWAYS: Final = frozenset(rule.code for rule in reading.RULES)
"""What cannot be read is always reported: no other rule could look at it."""


def chosen(settings: Settings) -> frozenset[Code]:
    """The codes that count under some settings; raises UsageError for a selector that names no rule.

    A selector is a code (`TC302`), the beginning of some (`TC3`) or a rule's name. An error cannot be ignored, since
    the file could not be trusted whether it is told or not.
    """
    profile = settings.profile or Profile.PLAN
    codes = (
        {code for selector in settings.select for code in _named(selector)}
        if settings.select
        else {rule.code for rule in RULES if rule.profile.rank <= profile.rank}
    )
    ignored = {code for selector in settings.ignore for code in _ignored(selector)}
    return frozenset(codes - ignored) | ALWAYS


def _ignored(selector: str) -> Iterable[Code]:
    codes = _named(selector)
    warnings = [code for code in codes if code.severity is not Severity.ERROR]
    if not warnings:
        raise UsageError(
            f"`{selector}` is an error and cannot be ignored: the file cannot be trusted with it",
            "mend it; `tcplan rule` says how",
        )
    return warnings


def _named(selector: str) -> list[Code]:
    found = [rule.code for rule in RULES if selector == rule.code.name or _begins(rule.code, selector)]
    if not found:
        words = [word for rule in RULES for word in (rule.code.name, rule.code.code)]
        hint = did_you_mean(
            selector, words, "`tcplan rules` lists them; write a code, its beginning such as TC3, or a name"
        )
        raise UsageError(f"there is no rule `{selector}`", hint)
    return found


def _begins(code: Code, selector: str) -> bool:
    return selector.upper().startswith("TC") and code.code.startswith(selector.upper())
