"""Findings as text for people and as formats for machines; each reporter returns text, the command prints it."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from tcplan.reporters.check_run import CheckRun

Reporter = Callable[[CheckRun], str]


def _reporter(module: str, function: str) -> Reporter:
    """A reporter whose module is imported when it is called; a run needs one or two of them."""

    def report(run: CheckRun) -> str:
        reporter: Reporter = getattr(import_module(f"tcplan.reporters.{module}"), function)
        return reporter(run)

    return report


REPORTERS: Final[dict[str, Reporter]] = {
    "text": _reporter("text", "text"),
    "json": _reporter("findings_json", "findings_json"),
    "github": _reporter("github", "github"),
    "markdown": _reporter("markdown", "markdown"),
    "sarif": _reporter("sarif", "sarif"),
    "junit": _reporter("junit", "junit"),
    "gitlab": _reporter("gitlab", "gitlab"),
}
"""The formats of `tcplan validate`: from a run to text."""

STATISTICS: Final = _reporter("statistics", "statistics")
"""How many findings each rule has."""

PAGES: Final[tuple[Reporter, ...]] = (REPORTERS["text"], STATISTICS)
"""The reports for a terminal, in its encoding; all others are UTF-8."""

__all__ = ["PAGES", "REPORTERS", "STATISTICS", "CheckRun", "Reporter"]
