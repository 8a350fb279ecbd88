"""The page of an import: the plans that were read, what is doubtful, what is left over, and what to do next."""

from collections.abc import Sequence
from typing import Final

from tcplan.importing.gathered_doubts import GatheredDoubt, order_doubts
from tcplan.importing.page import DateRow, DoubtRow, ImportedActionRow, ImportedPlanRow, ImportPage, OfferRow
from tcplan.terminal.edit import diff_lines
from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.screen import Screen, pad
from tcplan.views.documents.parts import plural

MOST_ACTIONS: Final = 10
MOST_DOUBTS: Final = 40
MOST_LEFT_OVER: Final = 20
MOST_UNFINISHED: Final = 20
"""How many are listed before the rest is counted; the HTML report has them all."""

MOST_ALIKE: Final = 8
MOST_BY_RULE: Final = 3
"""How many places are listed of a doubt that is met in several, and of one that follows a rule."""

MOST_WITHOUT: Final = 12
"""How many actions without an owner or a due date are named."""

_FIELDS: Final = ("themes", "priority", "lead", "owners", "start", "due", "success", "steps", "updates")
"""The fields of an action that are counted."""


def import_text(page: ImportPage, screen: Screen) -> str:
    """The page as text."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            out.blank()
        _add_plan(out, plan)
    _add_doubts(out, page.doubts)
    _add_offers(out, page.offers)
    _add_left_over(out, page)
    _add_questions(out, page)
    _add_unfinished(out, page)
    return out.text()


def _add_plan(out: Page, plan: ImportedPlanRow) -> None:
    screen = out.screen
    out.paragraph(screen.fit(plan.title), style=STRONG)
    counts = [
        plural(len(rows), word)
        for rows, word in ((plan.pillars, "pillar"), (plan.objectives, "objective"), (plan.actions, "action"))
        if rows
    ]
    out.paragraph(f"{', '.join(counts)}; {screen.fit(plan.document)} -> {screen.fit(plan.file)}")
    out.blank()
    _add_groups(out, plan)
    _add_actions(out, plan.actions)
    _add_counts(out, plan)
    if plan.status == "changed":
        out.heading("What the document changes in the file that is there")
        diff_lines(out, plan.patch)


def _add_groups(out: Page, plan: ImportedPlanRow) -> None:
    """The pillars, or the objectives where there are no pillars, with the number of their actions."""
    groups = plan.pillars or plan.objectives
    for group in groups:
        number = sum(group.id in (action.pillar, action.objective) for action in plan.actions)
        count = plural(number, "action")
        width = out.screen.width - len(count) - 4
        words = out.screen.cut(f"{out.screen.id(group.id)}  {out.screen.fit(group.title)}", width)
        out.line("  ", pad(words, width), (f"  {count}", QUIET))
    if groups:
        out.blank()


def _add_actions(out: Page, actions: list[ImportedActionRow]) -> None:
    for action in actions[:MOST_ACTIONS]:
        facts = "; ".join(filter(None, (action.lead or ", ".join(action.owners), _date_words(action.due))))
        out.line(
            "  ", out.screen.cut(f"{out.screen.id(action.id)}  {out.screen.fit(action.title)}", out.screen.width - 2)
        )
        if facts:
            out.line("      ", (out.screen.cut(out.screen.fit(facts), out.screen.width - 6), QUIET))
    if len(actions) > MOST_ACTIONS:
        out.line("  ", (f"and {len(actions) - MOST_ACTIONS} more", QUIET))


def _date_words(date: DateRow | None) -> str:
    if date is None:
        return ""
    read = ", ".join(date.read) if isinstance(date.read, list) else date.read
    return read if read == date.written else f"{read} ({date.written})"


def _add_counts(out: Page, plan: ImportedPlanRow) -> None:
    """How many actions have each field: a column that was missed shows at once."""
    total = len(plan.actions)
    if total:
        counts = [f"{name} {sum(bool(getattr(action, name)) for action in plan.actions)}" for name in _FIELDS]
        out.blank()
        out.paragraph(f"Of {plural(total, 'action')} have: {', '.join(counts)}", indent=2)
        _add_without(out, "an owner", [one.id for one in plan.actions if not (one.lead or one.owners)], total)
        _add_without(out, "a due date", [one.id for one in plan.actions if not one.due], total)


def _add_without(out: Page, name: str, ids: list[str], total: int) -> None:
    """The actions whose field is empty, where most have it: these are looked for in the document."""
    if ids and 2 * len(ids) <= total:
        out.paragraph(f"Without {name}: {_in_row(out.screen, ids, MOST_WITHOUT)}", indent=2)


def _add_doubts(out: Page, doubts: list[DoubtRow]) -> None:
    """What needs a look, then what was read by a rule: the places in the document, and the lines of the file."""
    ordered = order_doubts(doubts)
    if ordered.first:
        out.heading(plural(ordered.first_count, "doubt"), "look at each in the document")
        _add_gathered(out, ordered.first, MOST_ALIKE)
    if ordered.by_rule:
        out.heading(plural(ordered.by_rule_count, "reading") + " by a rule", "look at a few of each")
        _add_gathered(out, ordered.by_rule, MOST_BY_RULE)


def _add_gathered(out: Page, doubts: list[GatheredDoubt], most: int) -> None:
    for doubt in doubts[:MOST_DOUBTS]:
        says = out.screen.fit(doubt.message)
        out.paragraph(f"{out.screen.fit(doubt.where)}: {says}" if doubt.where else says, indent=2)
        if doubt.others:
            out.paragraph(f"the same in {len(doubt.others)} more:", indent=6)
            for other in doubt.others[:most]:
                out.paragraph(out.screen.fit(other), indent=8)
            if len(doubt.others) > most:
                out.paragraph(f"and {len(doubt.others) - most} more", indent=8)
    _add_rest(out, len(doubts) - MOST_DOUBTS)


def _in_row(screen: Screen, texts: Sequence[str], most: int) -> str:
    rest = [f"and {len(texts) - most} more"] if len(texts) > most else []
    return "; ".join([*map(screen.fit, texts[:most]), *rest])


def _add_offers(out: Page, offers: list[OfferRow]) -> None:
    if offers:
        out.heading("Measures")
        number = "1 success criterion has" if len(offers) == 1 else f"{len(offers)} success criteria have"
        out.paragraph(f"{number} a number that could be followed; --report FILE.html lists them.", indent=2)


def _add_left_over(out: Page, page: ImportPage) -> None:
    counts = page.fragments
    out.heading("Accounted for")
    placed = f"{counts.placed} placed, {counts.left_over} left over"
    out.paragraph(f"{plural(counts.total, 'fragment')} of text in the document: {placed}", indent=2)
    for one in page.left_over[:MOST_LEFT_OVER]:
        text = f"{one.place}: {one.text}" if one.place else one.text
        out.line("  ", out.screen.cut(f"left over, {out.screen.fit(text)}", out.screen.width - 2))
    _add_rest(out, len(page.left_over) - MOST_LEFT_OVER)


def _add_questions(out: Page, page: ImportPage) -> None:
    if page.questions:
        out.heading("Decided without asking" if not page.written else "Decided")
        for one in page.questions:
            out.paragraph(f"{out.screen.fit(one.question)} {out.screen.fit(one.answer)}", indent=2)


def _add_unfinished(out: Page, page: ImportPage) -> None:
    if page.unfinished:
        out.heading("Left to finish")
        for one in page.unfinished[:MOST_UNFINISHED]:
            place = f"{out.screen.fit(one.file)}:{one.line}"
            out.paragraph(f"{place}: {out.screen.fit(one.message)}; {out.screen.fit(one.help)} ({one.code})", indent=2)
        _add_rest(out, len(page.unfinished) - MOST_UNFINISHED)


def _add_rest(out: Page, number: int) -> None:
    if number > 0:
        out.line("  ", (f"and {number} more; --report FILE.html lists them all", QUIET))
