"""Findings as text for people and as formats for machines; each reporter returns text, the command prints it."""

from collections.abc import Callable, Sequence
from typing import Final

from tcplan.finding import Finding
from tcplan.reporters.github import github
from tcplan.reporters.machine import findings_json
from tcplan.reporters.text import text

Reporter = Callable[[Sequence[Finding], int], str]

REPORTERS: Final[dict[str, Reporter]] = {"text": text, "json": findings_json, "github": github}
"""The formats of `tcplan validate`: findings and the number of checked files to text."""
