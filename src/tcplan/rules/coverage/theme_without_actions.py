"""Themes of the Technician Commitment without an action in the plan (TC601)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import THEME_WITHOUT_ACTIONS
from tcplan.findings.finding import Problem
from tcplan.rules.coverage.no_impact_evaluation import IMPACT
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, is_plan_read, is_supporter, open_or_complete_entries
from tcplan.rules.support.sentences import join_choices
from tcplan.workspace import Level, Node, PlanFile
from tcplan.workspace.charters import serves_commitment

THEMES: Final = "themes"
"""The framework that lists them."""


def theme_without_actions(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A theme of the Technician Commitment has no action in the plan.

    This rule counts the actions that are open or complete, each with its own `themes` or those of the entry above it.
    In a plan without actions it counts objectives. The fifth theme, evaluating impact, has a rule of its own. If no
    entry names a theme at all, there is one finding. The rule leaves out plans that are over, those of supporters, and
    those of other charters.

    Why: A signatory promises progress on visibility, recognition, career development and sustainability. Reviewers read
    the plan against these four, and an empty one is the first thing they ask about.

    Fix: Give the theme to an action that already serves it, or add an action that does. If another plan covers the
    theme, accept the finding and say which.
    """
    framework = context.workspace.framework(THEMES)
    if (
        framework is None
        or is_over(plan, context)
        or is_supporter(context.folder.institution)
        or not serves_commitment(context.workspace, context.folder, plan)
        or not is_plan_read(plan, "themes")
    ):
        return
    titles = {item.id: item.title for item in framework.items}
    stated = {theme for node in plan.tree.nodes for theme in node.entry.themes}
    works = _lowest_level(open_or_complete_entries(plan, context))
    if not works or not stated <= titles.keys():
        return  # nothing to count yet, or a typing error in the name of a theme
    path = ("pillars",) if plan.plan.pillars else ("title",)
    if not stated:
        message = "no entry of the plan names a theme of the Technician Commitment"
        help_text = (
            "write `themes:` in each pillar, such as `themes: career-development`; it then holds for everything below"
        )
        yield Problem(THEME_WITHOUT_ACTIONS, path, message, help_text)
        return
    served = {theme for node in works for theme in node.themes}
    empty = [title for id_, title in titles.items() if id_ not in served and id_ != IMPACT]
    if empty:
        message = f"no open or complete {works[0].level} of the plan serves {join_choices(empty)}"
        help_text = "name the theme in an entry that already serves it, or add an action that does"
        yield Problem(THEME_WITHOUT_ACTIONS, path, message, help_text)


def _lowest_level(nodes: list[Node]) -> list[Node]:
    """The actions among some entries; the objectives if there are none, otherwise the pillars."""
    of_level = ([node for node in nodes if node.level is level] for level in reversed(Level))
    return next((found for found in of_level if found), [])
