"""How the headlines of a plan came about, on a screen."""

from collections.abc import Iterator
from typing import Final, assert_never

from rich.cells import cell_len

from tcplan.progress.headline_checks import CheckKind
from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.values.rag import NOT_REPORTED, Colour
from tcplan.views.explanation.rows import ConditionRow, DisagreementRow, ExplanationRow, HeadlineExplanationRow, VoteRow

_BEST_FIRST: Final = (Colour.BLUE, Colour.GREEN, Colour.AMBER, Colour.RED, Colour.GREY)
_LABEL: Final = 12


def add_explanation(out: Page, why: ExplanationRow) -> None:
    """Add the policy, every headline with its conditions, what each action counts as, and what disagrees."""
    out.heading("How the headlines came about")
    _add_policy(out, why)
    for row in why.headlines:
        _add_headline(out, row)
    out.heading("What each action counts as")
    ids = max((len(out.screen.id(row.id)) for row in why.votes), default=0)
    for vote in why.votes:
        _add_vote(out, vote, ids)
    disagreements = why.disagreements
    out.heading("Stated and computed", "" if disagreements else "agree everywhere")
    for one in disagreements:
        _add_disagreement(out, one)


def _add_policy(out: Page, why: ExplanationRow) -> None:
    policy = why.policy
    source = "own thresholds, from institution.yaml" if policy.own else "the default policy"
    words = (
        f"{source}: red from {policy.red} off track, amber from {policy.some_red} off track or from {policy.amber} "
        f"off track, at risk or overdue, grey below {policy.reported} reported; a report is due every "
        f"{policy.review_every}, and one of more than {policy.too_old_after} ago does not count"
    )
    out.paragraph(words, indent=2, style=QUIET)


def _add_headline(out: Page, row: HeadlineExplanationRow) -> None:
    screen = out.screen
    name = f"{screen.id(row.id)}  {screen.fit(row.title)}" if row.id else "Whole plan"
    out.blank()
    out.line("  ", (screen.cut(name, screen.width - 2), STRONG))
    out.line(*_label("computed"), (screen.mark(row.colour), INK[row.colour]), f" {row.words}")
    out.flow(_votes(row, screen), indent=2 + _LABEL, first=_label("counted"))
    for number, check in enumerate(row.checks):
        out.paragraph(_check_words(check), indent=2 + _LABEL, first=_label("" if number else "checked"))
    if row.deciding:
        ids: list[tuple[Part, ...]] = [(screen.id(one),) for one in row.deciding]
        out.flow(ids, indent=2 + _LABEL, first=_label("decided by"))


def _label(words: str) -> tuple[Part, ...]:
    return ("  ", (pad(words, _LABEL), QUIET))


def _votes(row: HeadlineExplanationRow, screen: Screen) -> Iterator[tuple[Part, ...]]:
    for colour in _BEST_FIRST:
        if count := row.votes[colour]:
            yield (screen.mark(colour), INK[colour]), f" {count}"
    tally = row.tally
    for words, count in ((NOT_REPORTED, tally.unreported), ("start later", tally.not_begun), ("closed", tally.closed)):
        if count:
            yield (f"{words} {count}",)


def _check_words(check: ConditionRow) -> str:
    """A condition with its numbers: `off track 3 of 20, amber from 3 (1/8): yes`."""
    counted, answer = f"{check.what} {check.part} of {check.whole}", "yes" if check.met else "no"
    match CheckKind(check.kind):
        case CheckKind.AT_LEAST:
            return f"{counted}, {check.colour} from {check.needed} ({check.share}): {answer}"
        case CheckKind.FEWER_THAN:
            return f"{counted}, {check.colour} if fewer than {check.needed} ({check.share}): {answer}"
        case CheckKind.NONE:
            return f"{counted}, {check.colour} if none: {answer}"
        case CheckKind.ALL:
            return f"{counted}, {check.colour} if all: {answer}"
        case CheckKind.NOTHING_REPORTED:
            return f"{counted}, so {check.colour}"
        case CheckKind.OTHERWISE:
            return f"none of these, so {check.colour}"
        case never:
            assert_never(never)


def _add_vote(out: Page, vote: VoteRow, ids: int) -> None:
    """Add what an action counts as, after the mark of that colour; it has none where it does not count."""
    screen = out.screen
    marks = {colour: screen.mark(colour) for colour in Colour}
    width = max(map(cell_len, marks.values())) + 1
    mark = (pad(marks[Colour(vote.vote)], width), INK[vote.vote]) if vote.vote else " " * width
    first: tuple[Part, ...] = ("  ", (pad(screen.id(vote.id), ids), STRONG), "  ", mark)
    style = "" if vote.vote else QUIET
    out.paragraph(screen.fit(vote.why), indent=4 + ids + width, style=style, first=first)


def _add_disagreement(out: Page, one: DisagreementRow) -> None:
    screen = out.screen
    name = f"{one.level} {screen.id(one.id)}" if one.id else "whole plan"
    people = ", ".join(map(screen.fit, one.people))
    out.line("  ", (name, STRONG), f"  {people}" if people else "")
    out.paragraph(screen.fit(one.sentence), indent=4)
