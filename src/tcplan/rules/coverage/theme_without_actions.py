"""Themes of the Technician Commitment that nothing in the plan serves (TC601)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import THEME_WITHOUT_ACTIONS
from tcplan.findings.finding import Problem
from tcplan.rules.coverage.no_impact_evaluation import IMPACT
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, is_plan_read, is_supporter, open_or_complete_entries
from tcplan.rules.support.sentences import join_choices
from tcplan.workspace import Level, Node, PlanFile

THEMES: Final = "themes"
"""The framework that lists them."""


def theme_without_actions(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """No action of the plan serves one of the themes of the Technician Commitment.

    Counted are the actions that are open or complete, each with its own `themes` or those of the entry above it; in a
    plan without actions its objectives are. The fifth theme, evaluating impact, has a rule of its own. Where no entry
    names a theme at all, that is said once. Plans that are over are left out, and so are those of supporters.

    Why: A signatory promises progress on visibility, recognition, career development and sustainability. The plan is
    read against these four, and an empty one is the first thing that a reviewer asks about.

    Fix: Give the theme to an action that serves it already, or add one that does. Where another plan covers the theme,
    accept the finding and say which.
    """
    framework = context.workspace.framework(THEMES)
    if (
        framework is None
        or is_over(plan, context)
        or is_supporter(context.folder.institution)
        or not is_plan_read(plan, "themes")
    ):
        return
    titles = {item.id: item.title for item in framework.items}
    stated = {theme for node in plan.tree.nodes for theme in node.entry.themes}
    works = _lowest_level(open_or_complete_entries(plan, context))
    if not works or not stated <= titles.keys():
        return  # nothing to count yet, or a slip in the name of a theme
    path = ("pillars",) if plan.plan.pillars else ("title",)
    if not stated:
        message = "no entry of the plan names a theme of the Technician Commitment"
        help_text = "write `themes:` in each pillar, such as `themes: career-development`; what stands below has it too"
        yield Problem(THEME_WITHOUT_ACTIONS, path, message, help_text)
        return
    served = {theme for node in works for theme in node.themes}
    empty = [title for id_, title in titles.items() if id_ not in served and id_ != IMPACT]
    if empty:
        message = f"no open or complete {works[0].level} of the plan serves {join_choices(empty)}"
        help_text = "name the theme in an entry that serves it already, or add an action that does"
        yield Problem(THEME_WITHOUT_ACTIONS, path, message, help_text)


def _lowest_level(nodes: list[Node]) -> list[Node]:
    """Of some entries the actions; in a plan without any the objectives, else the pillars."""
    of_level = ([node for node in nodes if node.level is level] for level in reversed(Level))
    return next((found for found in of_level if found), [])
