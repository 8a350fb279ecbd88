"""The card of one item, on a terminal."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from tcplan.progress.owed_reports import NOBODY
from tcplan.terminal.card_links import add_links
from tcplan.terminal.card_parts import add_due_moves, add_measures, add_quotes, add_reports, add_steps
from tcplan.terminal.page import BADGE, QUIET, STRONG, Page
from tcplan.terminal.paragraphs import add_prose
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_marks import CLOSED, NOT_BEGUN
from tcplan.values.plain_text import one_line
from tcplan.values.rag import plain_words
from tcplan.views.card.rows import CardPage, ItemKind
from tcplan.views.status.rows import KeyRow

LABEL: Final = 17
"""The columns before a fact: two of margin, and its label."""

_SIGNALS: Final = {"overdue": "overdue", "silent": "owes a report", "due-soon": "due soon", "dependency": "waits"}
"""What signals are called on the card, by their kinds."""


def card_text(page: CardPage, screen: Screen) -> str:
    """The page as text: what it is and how it stands, what the plan says, what was reported, and how it is linked."""
    out = Page(screen)
    _add_title(out, page)
    _add_state(out, page)
    _add_facts(out, page)
    add_steps(out, "Success criteria", page.success)
    add_steps(out, "Steps", page.steps)
    add_reports(out, page)
    add_due_moves(out, page.due_moves)
    add_measures(out, page.measures, titled=page.kind is not ItemKind.MEASURE)
    add_links(out, page)
    add_quotes(out, page)
    return out.text()


def _add_title(out: Page, page: CardPage) -> None:
    screen = out.screen
    id_ = screen.id(page.id)
    title = screen.fit(page.title)
    out.paragraph(title, indent=cell_len(id_) + 2, style=STRONG, first=((id_, STRONG), "  "))
    where = page.kind.value if page.kind is ItemKind.PLAN else f"{page.kind} of {screen.fit(page.head.plan)}"
    facts = (where, screen.cut(screen.fit(page.head.institution), screen.width), f"as of {page.as_of}")
    out.flow([(fact,) for fact in facts], gap=" · " if screen.symbols else " | ")
    for row in page.links.under:
        out.line((screen.cut(f"{screen.id(row.ref)}  {screen.fit(row.title)}", screen.width), QUIET))


def _add_state(out: Page, page: CardPage) -> None:
    """What is stated and what is computed, side by side; then the signals."""
    fit = out.screen.fit
    if page.kind is not ItemKind.MEASURE:
        out.blank()
    if not page.in_plan:
        out.paragraph(f"Joins the plan on {page.added}.", indent=1)
    elif page.headline:
        _add_headline(out, page)
    elif page.action:
        _add_stated_badge(out, page)
    if page.closed:
        add_fact(out, "closed", fit(page.closed))
    if page.closing:
        add_fact(out, "closing colour", page.closing)
    if page.kind is ItemKind.MEASURE:
        return  # its readings say it
    for signal in page.signals:
        whose = "" if page.kind is ItemKind.ACTION else f"{signal.subject} "
        add_fact(out, _SIGNALS.get(signal.kind, signal.kind), fit(f"{whose}{signal.sentence}"))


def _add_headline(out: Page, page: CardPage) -> None:
    """What is computed from the actions below, and what somebody stated of the whole."""
    head, stated = page.headline, page.stated
    if head is None:
        return
    badge = f" {out.screen.mark(head.colour)}  {head.words.upper()} "
    out.paragraph(head.reason, indent=cell_len(badge) + 2, first=((badge, BADGE[head.colour]), "  "))
    if stated:
        by = f" by {out.screen.fit(stated.by)}" if stated.by else ""
        add_fact(out, "stated", f"{out.screen.fit(stated.label)} on {stated.date}{by}")
    add_fact(out, "reported", f"{head.reported} of {head.started} started action{'' if head.started == 1 else 's'}")


def _add_stated_badge(out: Page, page: CardPage) -> None:
    """The colour that an action counts as, in the plan's own key, with the day and the name; or why it has none."""
    screen, stated = out.screen, page.stated
    if stated is None or (page.action and page.action.counts_as != stated.colour):
        _add_uncoloured(out, page)
        return
    key = _key(page, stated.colour)
    badge = f" {screen.key_mark(key)}  {screen.fit(stated.label).upper()} "
    by = f" by {screen.fit(stated.by)}" if stated.by else ""
    out.paragraph(
        f"stated on {stated.date}{by}", indent=cell_len(badge) + 2, first=((badge, BADGE[stated.colour]), "  ")
    )


def _add_uncoloured(out: Page, page: CardPage) -> None:
    """That no stated colour counts, and which was the last one."""
    if page.action is None:
        return
    screen, stated = out.screen, page.stated
    state = page.action.state.partition(" (")[0] if stated else page.action.state
    mark = {NOT_BEGUN: "+", CLOSED: "x"}.get(page.action.counts_as, screen.no_report)
    out.line((f" {mark}  {screen.fit(state).upper()} ", QUIET))
    if stated:
        by = f" by {screen.fit(stated.by)}" if stated.by else ""
        add_fact(out, "last stated", f"{screen.fit(stated.label)} on {stated.date}{by}")


def _add_facts(out: Page, page: CardPage) -> None:
    """What the plan says, a line for each kind of fact."""
    facts = [(label, words) for label, words in _facts(page) if words]
    if not facts and not page.about:
        return
    out.heading("What the plan says")
    for label, words in facts:
        add_fact(out, label, out.screen.fit(words))
    if page.about:
        if facts:
            out.blank()
        add_prose(out, page.about, indent=2, spaced=True)


def _facts(page: CardPage) -> Iterator[tuple[str, str]]:
    yield "period", page.head.period if page.kind is ItemKind.PLAN else ""
    yield "follows", ", ".join(page.follows)
    yield "followed by", ", ".join(page.followed_by)
    yield "lead", page.lead or ("" if page.owners or not page.action else NOBODY)
    yield "owners", ", ".join(page.owners)
    if page.action:
        yield "starts", str(page.start or "")
        yield "due", _due_words(page)
    yield "added", str(page.added or "")
    yield "priority", plain_words(page.priority or "")
    yield "themes", ", ".join(page.themes)
    yield "formerly", ", ".join(page.formerly)
    for number, one in enumerate(page.aligns):
        yield "" if number else "aligns with", f"{one.ref}  {one.title or ''}".strip()
    for number, point in enumerate(page.answers):
        said = one_line(point.text) if point.text else "which is not there"
        yield "" if number else "answers", f"{point.ref}  {said}"


def _due_words(page: CardPage) -> str:
    """When an action is due: the day, what is typed for it, and what came before."""
    action = page.action
    if action is None:
        return ""
    now = f"{action.due}" if action.due else action.due_now or "no due date"
    published = f", published as {page.published_due or action.due_text}" if page.due_moves else ""
    checkpoints = f", checkpoints {', '.join(map(str, page.checkpoints))}" if page.checkpoints else ""
    return f"{now}{published}{checkpoints}"


def add_fact(out: Page, label: str, words: str) -> None:
    """Add a label and what there is to say, wrapped beside it."""
    out.paragraph(words, indent=LABEL, first=("  ", (pad(label, LABEL - 2), QUIET)))


def _key(page: CardPage, colour: str) -> KeyRow:
    return next(one for one in page.key if one.colour == colour)
