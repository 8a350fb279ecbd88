"""Findings as text for people and as formats for machines; each reporter returns text, the command prints it."""

from collections.abc import Callable
from typing import Final

from tcplan.reporters.github import github
from tcplan.reporters.machine import findings_json
from tcplan.reporters.run import Run
from tcplan.reporters.text import text

Reporter = Callable[[Run], str]

REPORTERS: Final[dict[str, Reporter]] = {"text": text, "json": findings_json, "github": github}
"""The formats of `tcplan validate`: from a run to text."""

__all__ = ["REPORTERS", "Reporter", "Run"]
