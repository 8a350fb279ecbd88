"""Which rules count: those of the profile or the selected ones, without the ignored ones."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from tcplan.errors import UsageError
from tcplan.files.settings import Profile, Settings
from tcplan.findings.finding import Code, Severity
from tcplan.rules import RULES, find_rule, near_rule, reading

ALWAYS: Final = frozenset(rule.code for rule in reading.RULES if rule.code.severity is Severity.ERROR)
"""What cannot be read is always reported: no other rule could look at it."""


def select_codes(settings: Settings) -> frozenset[Code]:
    """The codes that count under some settings; raises UsageError for a selector that does not name a rule.

    A selector is a code (`TC302`), the beginning of some (`TC3`) or a rule's name. An error cannot be ignored, since
    the file cannot be trusted whether it is reported or not.
    """
    profile = settings.profile or Profile.PLAN
    where = f"{settings.file}: " if settings.file else ""
    codes = (
        {code for selector in settings.select for code in _named(selector, where)}
        if settings.select
        else {rule.code for rule in RULES if rule.profile.rank <= profile.rank}
    )
    ignored = {code for selector in settings.ignore for code in _ignored(selector, where)}
    return frozenset(codes - ignored) | ALWAYS


def fixing_codes(codes: AbstractSet[Code]) -> frozenset[Code]:
    """Those of some rules that `--fix` needs: those that fix something, and those that silence their echoes."""
    fixing = [rule for rule in RULES if rule.fixes]
    return frozenset(code for rule in fixing if rule.code in codes for code in (rule.code, *rule.requires)) & codes


def describe_selection(settings: Settings) -> str:
    """Which rules count, in a few words: `profile draft`."""
    words = "selected rules" if settings.select else f"profile {settings.profile or Profile.PLAN}"
    return f"{words}, some rules ignored" if settings.ignore else words


USUAL: Final = f"profile {Profile.PLAN}"
"""The selection that goes without saying."""


def _ignored(selector: str, where: str) -> Iterable[Code]:
    codes = _named(selector, where)
    warnings = [code for code in codes if code.severity is not Severity.ERROR]
    if not warnings:
        raise UsageError(
            f"{where}`{selector}` is an error and cannot be ignored: the file cannot be trusted until you fix it",
            f"`tcplan rule {codes[0].name}` says how to fix it",
        )
    return warnings


def _named(selector: str, where: str) -> list[Code]:
    """The codes that a selector names, at least one."""
    rule = find_rule(selector)
    begun = selector.upper() if selector.upper().startswith("TC") else ""
    found = [rule.code] if rule else [one.code for one in RULES if begun and one.code.code.startswith(begun)]
    if not found:
        raise UsageError(f"{where}there is no rule `{selector}`", near_rule(selector))
    return found
