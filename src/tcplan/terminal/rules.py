"""The rules on a terminal: the list of them, and the page of one."""

from collections.abc import Mapping
from io import StringIO
from typing import Final

from rich.console import Console
from rich.markdown import Markdown

from tcplan.files.settings import Profile
from tcplan.findings.finding import Severity
from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.screen import Screen, pad
from tcplan.views.rulebook import RuleRow

INK: Final[Mapping[str, str]] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
WIDEST_PAGE: Final = 100
"""Longer lines are hard to read."""

_WORTH_IT: Final = 30
"""A sentence that is cut to fewer columns than this is no use."""


def rules_text(rows: list[RuleRow], screen: Screen) -> str:
    """A line for each rule, by family."""
    out = Page(screen)
    longest = max((len(row.name) for row in rows), default=0)
    family = ""
    for row in rows:
        if row.family != family:
            family = row.family
            out.heading(family)
        name, severity = pad(row.name, longest), pad(row.severity, len(Severity.WARNING))
        used = len(f"  {row.code}  {name}  {severity}  {Profile.SUBMISSION}  ")
        room = screen.width - used
        what = screen.cut(screen.fit(row.what.replace("`", "")), room) if room >= _WORTH_IT else ""
        profile = pad(row.profile, len(Profile.SUBMISSION))
        out.line("  ", (row.code, STRONG), "  ", name, "  ", (severity, INK[row.severity]), "  ", profile, "  ", what)
    out.blank()
    count = f"{len(rows)} {'rule' if len(rows) == 1 else 'rules'}"
    out.line((f"{count}. The fourth column is the first profile that applies the rule.", QUIET))
    out.line(("`tcplan rule NAME` explains one, with examples.", QUIET))
    return out.text().lstrip("\n")


def rule_text(page: str, screen: Screen) -> str:
    """The page of a rule: formatted for a terminal, in colour or not, else as it is."""
    if not screen.watched:
        return page
    out = StringIO()
    console = Console(
        file=out,
        width=min(screen.width, WIDEST_PAGE),
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        legacy_windows=False,
        _environ={},
    )
    console.print(Markdown(page, code_theme="ansi_dark"))
    return out.getvalue()
