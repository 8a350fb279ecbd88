"""Findings as text for people and as formats for machines; each reporter returns text, the command prints it."""

from collections.abc import Callable
from typing import Final

from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.findings_json import findings_json
from tcplan.reporters.github import github
from tcplan.reporters.gitlab import gitlab
from tcplan.reporters.junit import junit
from tcplan.reporters.markdown import markdown
from tcplan.reporters.sarif import sarif
from tcplan.reporters.statistics import statistics
from tcplan.reporters.text import text

Reporter = Callable[[CheckRun], str]

REPORTERS: Final[dict[str, Reporter]] = {
    "text": text,
    "json": findings_json,
    "github": github,
    "markdown": markdown,
    "sarif": sarif,
    "junit": junit,
    "gitlab": gitlab,
}
"""The formats of `tcplan validate`: from a run to text."""

PAGES: Final[tuple[Reporter, ...]] = (text, statistics)
"""What is read on a terminal, in its encoding; all else is UTF-8."""

__all__ = ["PAGES", "REPORTERS", "CheckRun", "Reporter", "statistics"]
